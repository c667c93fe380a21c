import { createCipheriv, pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { Instant } from '../../kit/dates.ts'

const derive = promisify(pbkdf2)

/** OWASP Password Storage Cheat Sheet for PBKDF2 with SHA-256: the function of this kind that every browser has. */
const rounds = 600_000

/** What turns a passphrase into a key; a browser derives the same from it. */
export interface PackKey {
  readonly key: Buffer
  readonly salt: string
  readonly rounds: number
}

/** The same passphrase however it was typed: other spellings of one letter, and a space that a telephone adds, do not lock anybody out. */
export const normalPassphrase = (typed: string): string => typed.normalize('NFKC').trim()

/** Derives the key of a new passphrase with a salt of its own. Takes some tenths of a second, outside the main thread. */
export const newPackKey = async (passphrase: string): Promise<PackKey> => {
  const salt = randomBytes(16)
  const key = await derive(normalPassphrase(passphrase), salt, rounds, 32, 'sha256')
  return { key, salt: salt.toString('base64'), rounds }
}

/**
 * Seals a pack (AES-256-GCM).
 * @returns `head`, what the file says in clear and what cannot be changed without its being refused; `bytes`, the tag at their
 * end, as WebCrypto expects it
 */
export const sealPack = ({ key, salt, rounds }: PackKey, madeAt: Instant, html: string) => {
  const iv = randomBytes(12)
  const head = JSON.stringify({ version: 1, madeAt, salt, rounds, iv: iv.toString('base64') })
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(head))
  const hidden = Buffer.concat([cipher.update(html, 'utf8'), cipher.final()])
  return { head, bytes: Buffer.concat([hidden, cipher.getAuthTag()]) }
}
