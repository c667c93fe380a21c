import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { draftMigration, findDrift, isDrift } from '../db/drift.ts'
import { openDatabase } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { type Command, type Given, WrongUse } from './command.ts'

/** Compares declarations with what the migrations make, on a fresh database of its own: nobody's data is touched. */
const drift = async (given: Given) => {
  const folder = await mkdtemp(join(tmpdir(), 'canopy-schema-'))
  try {
    const database = await openDatabase({ dataFolder: folder, note: () => {} })
    try {
      await migrate(database.url)
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      try {
        return await findDrift(client, given.registers)
      } finally {
        await client.end()
      }
    } finally {
      await database.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const schema: Command = {
  usage: 'schema check|draft',
  summary: 'compare the declarations with the migrations; draft the SQL that would join them',
  run: async (given, [verb]) => {
    if (verb !== 'check' && verb !== 'draft') throw new WrongUse('Say schema check or schema draft')
    const found = await drift(given)
    if (verb === 'draft') given.out(draftMigration(found))
    else if (isDrift(found))
      given.err(`Declarations and migrations differ. canopy schema draft would write:\n\n${draftMigration(found)}`)
    else given.out('Declarations and migrations agree.')
    return verb === 'check' && isDrift(found) ? 1 : 0
  },
}
