import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { backupLines } from '../db/backup.ts'
import { openDatabase } from '../db/embedded.ts'
import { restoreBackup } from '../db/restore.ts'
import { system } from '../engine/actor.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { verifyLedger } from '../engine/ledger/verify.ts'
import { Outcome } from '../engine/outcome.ts'
import { now } from '../kit/clock.ts'
import { formatInstant } from '../kit/dates.ts'
import { plural } from '../kit/names.ts'
import { type Command, type Given, WrongUse } from './command.ts'
import { withEngine } from './open.ts'

const oneFile = ([path, ...more]: readonly string[]): string => {
  if (path === undefined || more.length > 0) throw new WrongUse('Name one file')
  return path
}

const fileDigest = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part as Buffer)
  return hash.digest('hex')
}

const noted = (engine: OpenEngine, action: string, rows: number, digest: string) =>
  engine.ledger.write({ at: now(), actor: system(), event: 'administered', action, detail: `${rows} rows`, digest })

/** Written beside the place and moved there when it is whole, so that a file of that name is never half a backup. */
const writeBackup = async (engine: OpenEngine, path: string): Promise<number> => {
  const client = await engine.owner.connect()
  const part = `${path}.part`
  let rows = 0
  try {
    await pipeline(
      Readable.from(
        (async function* () {
          rows = yield* backupLines(client, now())
        })(),
      ),
      createGzip(),
      createWriteStream(part, { mode: 0o600 }),
    )
    await rename(part, path)
    return rows
  } catch (error) {
    await rm(part, { force: true })
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC')
      throw new Outcome('unavailable', `${path} cannot be written: ${code}`)
    throw error
  } finally {
    client.release()
  }
}

export const backup: Command = {
  usage: 'backup FILE [--json]',
  summary: 'write everything Canopy keeps into one file, of one moment, while people work',
  options: { json: { type: 'boolean' } },
  run: async (given, words, options) => {
    const path = oneFile(words)
    if (existsSync(path)) throw new Outcome('conflict', `There is a file ${path} already. Name another`)
    return withEngine(given, async engine => {
      const rows = await writeBackup(engine, path)
      const digest = await fileDigest(path)
      await noted(engine, 'backup', rows, digest)
      if (options.json === true) given.out(JSON.stringify({ file: path, rows, sha256: digest }))
      else {
        given.out(`Backup of ${plural(rows, 'row')} written to ${path}`)
        given.out('It holds everything, names included, and is not encrypted: keep it where only you can read it.')
      }
      return 0
    })
  },
}

const putBack = async (given: Given, path: string) => {
  const database = await openDatabase({ dataFolder: given.dataFolder, databaseUrl: given.databaseUrl })
  try {
    return await restoreBackup(database.url, path)
  } finally {
    await database.close()
  }
}

export const restore: Command = {
  usage: 'restore FILE [--json]',
  summary: 'put a backup into an empty database, check every digest, verify the ledger',
  options: { json: { type: 'boolean' } },
  run: async (given, words, options) => {
    const path = oneFile(words)
    const digest = existsSync(path) ? await fileDigest(path) : ''
    const { rows, madeAt } = await putBack(given, path)
    return withEngine(given, async engine => {
      const { entries, faults } = await verifyLedger(engine.owner, engine.registers)
      await noted(engine, 'restore', rows, digest)
      if (options.json === true) given.out(JSON.stringify({ file: path, rows, madeAt, ledger: { entries, faults } }))
      else given.out(`${plural(rows, 'row')} restored, as of ${formatInstant(madeAt)}. Every table has its digest.`)
      if (faults.length === 0) {
        if (options.json !== true) given.out(`The ledger is whole: ${plural(entries, 'entry', 'entries')}.`)
        return 0
      }
      given.err('The ledger is not whole. It was so when the backup was made:')
      for (const { seq, what } of faults) given.err(`  entry ${seq}: ${what}`)
      return 1
    })
  },
}
