import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'

/**
 * Text that stands in an address so that only the session it was sealed in can read it: a name that was searched for must
 * not be found in a history, a bookmark or a log. The same text of the same session gives the same token, so that links to
 * the same list are the same. Filled up to steps of 64, so that its length tells little.
 */
export interface Seal {
  readonly seal: (text: string, purpose: string) => string
  /** Nothing for a token of another session or purpose, and for what is no token. */
  readonly open: (token: string, purpose: string) => string | null
}

const ivLength = 12
const tagLength = 16
const step = 64

const filledUp = (text: string): Buffer => {
  const bytes = Buffer.from(text)
  return Buffer.concat([bytes, Buffer.alloc(step - (bytes.length % step), ' ')])
}

/** @param secret of the session; the token can be read as long as the session lives */
export const sealOf = (secret: string): Seal => {
  // Made when it is needed: most pages seal nothing.
  const key = () => createHash('sha256').update(`address ${secret}`).digest()
  return {
    seal: (text, purpose) => {
      const iv = createHmac('sha256', key()).update(`${purpose} ${text}`).digest().subarray(0, ivLength)
      const cipher = createCipheriv('aes-256-gcm', key(), iv).setAAD(Buffer.from(purpose))
      const hidden = Buffer.concat([cipher.update(filledUp(text)), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url')
    },
    open: (token, purpose) => {
      const bytes = Buffer.from(token, 'base64url')
      if (bytes.length <= ivLength + tagLength) return null
      try {
        const cipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, ivLength))
          .setAAD(Buffer.from(purpose))
          .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
        const text = Buffer.concat([cipher.update(bytes.subarray(ivLength + tagLength)), cipher.final()])
        return text.toString().trimEnd()
      } catch {
        return null
      }
    },
  }
}
