import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { Outcome } from '../outcome.ts'

const keyOf = (secret: string): Buffer => createHash('sha256').update(`second factor ${secret}`).digest()

/**
 * Seals what has to be readable again (AES-256-GCM), so that a copy of the database does not give it away.
 * @param secret of this installation, kept outside the database
 * @param owner what it belongs to: moved to another owner it cannot be read
 */
export const sealSecret = (secret: string, owner: string, text: string): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv).setAAD(Buffer.from(owner))
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url')
}

/** @throws Outcome unavailable when it was sealed with another secret or for another owner */
export const openSecret = (secret: string, owner: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12))
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
  } catch {
    throw new Outcome(
      'unavailable',
      'What is sealed cannot be read, because Canopy runs with another secret than before. Tell whoever runs it',
    )
  }
}
