import { type Algorithm, hash, verify } from '@node-rs/argon2'

/** Argon2id with the parameters of the OWASP Password Storage Cheat Sheet (19 MiB, two passes, one lane). */
const parameters = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const shortest = 12
const longest = 200

/** A hash to keep; the password itself is kept nowhere. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), parameters)

/** Whether a password fits a hash; a hash that is none fits nothing. */
export const verifyPassword = async (kept: string, password: string): Promise<boolean> => {
  try {
    return await verify(kept, password.normalize('NFKC'))
  } catch {
    return false
  }
}

/** What is wrong with a new password, in a sentence; nothing when it may be used. Length counts, not signs (NCSC). */
export const passwordProblem = (password: string, username: string): string | undefined => {
  const length = [...password].length
  if (length < shortest) return `The password must have at least ${shortest} characters. Three random words are good`
  if (length > longest) return `The password must have at most ${longest} characters`
  if (new Set(password).size < 5 || /^(password|letmein|welcome|qwerty|123456)/i.test(password))
    return 'The password is too easy to guess. Three random words are good'
  return username.length > 2 && password.toLowerCase().includes(username.toLowerCase())
    ? 'The password must not hold the user name'
    : undefined
}
