import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { binariesIn } from './binaries.ts'
import { type Cluster, clusterIn, freePort, logSince, logSize, OWNER, startServer } from './cluster.ts'
import { DatabaseError, placeFor } from './folder.ts'
import { endLeftovers, inspect, removeStale, signalTo } from './postmaster.ts'

export { DatabaseError } from './folder.ts'

export interface DatabaseConfig {
  /** A PostgreSQL server of one's own; without it the built-in one is started. */
  readonly databaseUrl?: string | undefined
  readonly dataFolder: string
  /** Told what the administrator should know, for example that the data lies elsewhere. Default: standard error. */
  readonly note?: (line: string) => void
}

export interface OpenDatabase {
  /** The address for the owner of the tables. Holds a password: never print it. */
  readonly url: string
  /** Whether this call started the server, rather than finding it running. */
  readonly started: boolean
  /** Lets go of the database. The last Canopy that lets go stops the built-in server. Close the pools first. */
  close(): Promise<void>
}

const DATABASE = 'canopy'
// Every Canopy that uses the built-in server keeps one connection of this name: the server itself knows who is there,
// and a process that is killed is forgotten with its connection.
const HOLDER = 'canopy holder'
const DOOR = 'select pg_advisory_lock(1667330672)'
const DOOR_OPEN = 'select pg_advisory_unlock(1667330672)'
const PATIENCE = 90_000
const BUSY = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '53300'])

/** Opens the database of this Canopy: the server at `databaseUrl`, or the built-in one in the data folder. */
export async function openDatabase(config: DatabaseConfig): Promise<OpenDatabase> {
  if (config.databaseUrl) return await openServer(config.databaseUrl)
  const place = placeFor(config.dataFolder)
  if (place.note) (config.note ?? (line => process.stderr.write(`${line}\n`)))(place.note)
  const cluster = await clusterIn(place, binariesIn(place.folder))
  const held = await hold(cluster)
  await createOnce(held.client)
  const stop = keepHolding(cluster, held)
  return { url: urlOf(cluster, held.port, DATABASE), started: held.started, close: stop }
}

async function openServer(url: string): Promise<OpenDatabase> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new DatabaseError(`The server in DATABASE_URL cannot be used: ${reason(error)}`)
  }
  try {
    const found = await client.query(
      `select current_setting('server_version_num')::int as version, pg_encoding_to_char(encoding) as encoding
         from pg_database where datname = current_database()`,
    )
    const { version, encoding } = found.rows[0] as { version: number; encoding: string }
    if (version < 150000) {
      throw new DatabaseError(`DATABASE_URL is PostgreSQL ${Math.floor(version / 10000)}. Canopy needs 15 or newer.`)
    }
    if (encoding !== 'UTF8') {
      throw new DatabaseError(`The database in DATABASE_URL is encoded in ${encoding}. Canopy needs UTF8.`)
    }
  } finally {
    await client.end()
  }
  return { url, started: false, close: async () => {} }
}

interface Held {
  readonly client: pg.Client
  readonly port: number
  readonly pid: number
  readonly started: boolean
}

/** Finds the running server of the cluster or starts it, whatever state the last one was left in, and holds on to it. */
async function hold(cluster: Cluster, wantedPort?: number): Promise<Held> {
  const until = performance.now() + PATIENCE
  let attempt: { child: ChildProcess; logFrom: number } | undefined
  let failures = 0
  let last = ''
  while (performance.now() < until) {
    const found = inspect(cluster.data, cluster.account)
    if (found.state === 'live' && found.port) {
      const client = await tryHold(cluster, found.port)
      if (client) return { client, port: found.port, pid: found.pid, started: attempt?.child.pid === found.pid }
    } else if (found.state === 'stale') {
      await removeStale(cluster.data, found.text)
    } else if (!attempt) {
      const logFrom = logSize(cluster)
      attempt = { child: startServer(cluster, failures === 0 && wantedPort ? wantedPort : await freePort()), logFrom }
      attempt.child.on('error', error => (last = error.message))
    }
    if (attempt && ended(attempt.child)) {
      last = logSince(cluster, attempt.logFrom) || last
      attempt = undefined
      // Somebody else's start was faster: that is no failure of ours.
      if (inspect(cluster.data, cluster.account).state === 'live') continue
      if (/pre-existing shared memory/.test(last)) await endLeftovers(cluster.data, cluster.account)
      if (++failures > 3) break
    }
    await sleep(25)
  }
  throw new DatabaseError(`The built-in database does not start. Its log ${cluster.log} says:\n${last || '(nothing)'}`)
}

const ended = (child: ChildProcess) => child.pid === undefined || child.exitCode !== null || child.signalCode !== null

async function tryHold(cluster: Cluster, port: number): Promise<pg.Client | undefined> {
  const connectionString = urlOf(cluster, port, 'postgres')
  const client = new pg.Client({ connectionString, application_name: HOLDER, keepAlive: true })
  client.on('error', () => {})
  try {
    await client.connect()
    // A Canopy that is about to stop the server has locked the door: who comes in now is turned away and starts anew.
    await client.query(DOOR)
    await client.query(DOOR_OPEN)
    return client
  } catch (error) {
    await client.end().catch(() => {})
    if (BUSY.has((error as { code?: string }).code ?? '') || /terminated|closed/.test(reason(error))) return undefined
    throw new DatabaseError(`The built-in database turns us away: ${reason(error)}`)
  }
}

async function createOnce(client: pg.Client): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
  if (found.rowCount) return
  try {
    await client.query(`create database ${DATABASE}`)
  } catch (error) {
    // Two first starts at once: 42P04 duplicate database, 23505 the same seen by the index.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  }
}

/** Keeps the connection, starting the server again (on the same port) if it was killed; returns what lets go of it. */
function keepHolding(cluster: Cluster, first: Held): () => Promise<void> {
  let held = first
  let closing: Promise<void> | undefined
  let again: Promise<void> | undefined
  const watch = () => {
    held.client.once('end', () => (again = closing ? undefined : recover()))
    // A process that has nothing else to do may end; the next start finds its server.
    streamOf(held.client).unref()
  }
  const recover = async () => {
    try {
      held = await hold(cluster, held.port)
      watch()
    } catch (error) {
      process.stderr.write(`${reason(error)}\n`)
    }
  }
  watch()
  return () => {
    closing ??= (async () => {
      await again
      await letGo(cluster, held)
    })()
    return closing
  }
}

async function letGo(cluster: Cluster, held: Held): Promise<void> {
  streamOf(held.client).ref()
  let alone: boolean
  try {
    await held.client.query(DOOR)
    const others = await held.client.query(
      'select 1 from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [HOLDER],
    )
    alone = others.rowCount === 0
    if (alone) signalTo(held.pid, 'SIGINT')
  } catch {
    // The server has gone already: there is nothing left to stop.
    alone = false
  }
  await held.client.end().catch(() => {})
  if (!alone) return
  const until = performance.now() + PATIENCE
  while (performance.now() < until) {
    const now = inspect(cluster.data, cluster.account)
    if (now.state !== 'live' || now.pid !== held.pid) return
    await sleep(20)
  }
  throw new DatabaseError('The built-in database did not stop in time. It will be taken over by the next start.')
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${OWNER}:${cluster.password}@127.0.0.1:${port}/${database}?sslmode=disable`
}

function streamOf(client: pg.Client): { ref(): void; unref(): void } {
  return (client as unknown as { connection: { stream: { ref(): void; unref(): void } } }).connection.stream
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ')
  return error instanceof Error ? error.message : String(error)
}
