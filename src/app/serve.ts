import { openDatabase } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { createEngine } from '../engine/createEngine.ts'
import type { Config } from './config.ts'
import { createApp } from './createApp.ts'
import { links } from './links.ts'
import { registers } from './registers.ts'
import { roles } from './roles.ts'

export interface ServeOptions {
  /** Leaves an empty database empty. */
  readonly empty: boolean
  readonly say: (line: string) => void
}

export interface Served {
  readonly address: string
  readonly demo: boolean
  readonly close: () => Promise<void>
}

/** Opens the database, brings it up to date and serves; the one way Canopy is started. */
export const serve = async (config: Config, { say }: ServeOptions): Promise<Served> => {
  const database = await openDatabase({ dataFolder: config.dataFolder, databaseUrl: config.databaseUrl, note: say })
  await migrate(database.url)
  const engine = await createEngine(database.url, { registers, links, roles })
  const demo = false
  const app = await createApp({ engine, config, demo })
  await app.listen({ port: config.port, host: config.host })
  const [bound] = app.addresses()
  const port = typeof bound === 'object' ? bound.port : config.port
  const close = async () => {
    await app.close()
    await engine.close()
    await database.close()
  }
  return { address: `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`, demo, close }
}
