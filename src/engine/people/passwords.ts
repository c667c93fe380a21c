import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the parameters OWASP asks for at least: 19 MiB, two passes, one lane. The default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The hash of a password, salt and parameters included. */
export const hashPassword = (text: string): Promise<string> => hash(text, cost)

/** Whether the password belongs to the hash; false for a hash that is none. */
export const verifyPassword = async (hashed: string, text: string): Promise<boolean> => {
  try {
    return await verify(hashed, text)
  } catch {
    return false
  }
}
