import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The secret of this installation from the file `secret` in the data folder, made on the first start. Readable by its owner
 * alone: with it and a copy of the database one could make everybody's codes.
 */
export const secretIn = (dataFolder: string): string => {
  const path = join(dataFolder, 'secret')
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  try {
    // Fails when there is one: of two first starts at once, both use the secret of the faster.
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length < 32)
    throw new Error(`${path} should hold a secret of 32 characters or more. Restore it from a copy`)
  return secret
}
