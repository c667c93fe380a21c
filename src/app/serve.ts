import { openDatabase } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { keepFresh } from '../engine/clocks/calendars.ts'
import { createEngine, type OpenEngine } from '../engine/createEngine.ts'
import { clamdScanner } from '../engine/files/clamd.ts'
import { startJobs } from '../engine/jobs/jobs.ts'
import { showProgress } from '../kit/progress.ts'
import { populations } from './borough.ts'
import type { Config } from './config.ts'
import { createApp } from './createApp.ts'
import { jobsOf } from './jobs.ts'
import { links } from './links.ts'
import { logJobDefect } from './log.ts'
import { registers } from './registers.ts'
import { roles } from './roles.ts'
import { secretIn } from './secret.ts'

export interface ServeOptions {
  /** Leaves an empty database empty. */
  readonly empty: boolean
  readonly say: (line: string) => void
}

export interface Served {
  readonly address: string
  /** Whether the database holds the demonstration, whose people sign in with one press. */
  readonly demo: boolean
  readonly close: () => Promise<void>
}

/** Makes the demonstration in an empty database, the first time; whether there is one now. */
const withDemo = async (engine: OpenEngine, { empty, say }: ServeOptions): Promise<boolean> => {
  const { hasDemo, loadDemo } = await import('../demo/index.ts')
  if (empty || (await hasDemo(engine))) return hasDemo(engine)
  const { result, seconds } = await loadDemo(engine, { progress: showProgress(process.stderr) })
  if (result === 'loaded') say(`The demonstration partnership was made in ${Math.round(seconds)} seconds.`)
  return result !== 'refused'
}

/** Opens the database, brings it up to date and serves; the one way Canopy is started. */
export const serve = async (config: Config, options: ServeOptions): Promise<Served> => {
  const { dataFolder, databaseUrl } = config
  const database = await openDatabase({ dataFolder, databaseUrl, note: options.say })
  await migrate(database.url)
  const scanner = config.clamd === undefined ? {} : { scanner: clamdScanner(config.clamd) }
  const engine = await createEngine(database.url, { registers, links, roles, populations, ...scanner })
  const demo = await withDemo(engine, options)
  const stopReading = keepFresh(engine.calendars)
  const secret = config.secret ?? secretIn(dataFolder)
  const sealing = { ...config, secret }
  const app = await createApp({ engine, config: sealing, demo })
  await app.listen({ port: config.port, host: config.host })
  const [bound] = app.addresses()
  const port = typeof bound === 'object' ? bound.port : config.port
  const stopJobs = startJobs(engine, jobsOf(engine, sealing), logJobDefect(config))
  const close = async () => {
    stopReading()
    await stopJobs()
    await app.close()
    await engine.close()
    await database.close()
  }
  return { address: `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`, demo, close }
}
