import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * A token for one page, made from the session's secret. Each is salted, so that a compressed page does not give the
 * secret away by its length (BREACH).
 */
export const csrfToken = (secret: string): string => {
  const salt = randomBytes(9).toString('base64url')
  return `${salt}.${sign(secret, salt)}`
}

export const isCsrfToken = (secret: string, token: unknown): boolean => {
  if (typeof token !== 'string') return false
  const [salt = '', given = ''] = token.slice(0, 200).split('.')
  const wanted = Buffer.from(sign(secret, salt))
  const found = Buffer.from(given)
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

const sign = (secret: string, salt: string): string => createHmac('sha256', secret).update(salt).digest('base64url')
