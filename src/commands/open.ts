import { openDatabase } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { createEngine, type OpenEngine } from '../engine/createEngine.ts'
import type { Given } from './command.ts'

/** Opens database and engine for one verb and closes them after it; a server that already runs is used and left running. */
export const withEngine = async <T>(
  given: Given,
  work: (engine: OpenEngine, url: string) => Promise<T>,
): Promise<T> => {
  const database = await openDatabase({ dataFolder: given.dataFolder, databaseUrl: given.databaseUrl })
  try {
    await migrate(database.url)
    const engine = await createEngine(database.url, given, 4)
    try {
      return await work(engine, database.url)
    } finally {
      await engine.close()
    }
  } finally {
    await database.close()
  }
}
