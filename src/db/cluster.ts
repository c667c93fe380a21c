import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { type Account, giveTree } from './account.ts'
import { type Binaries, moveIntoPlace } from './binaries.ts'
import { DatabaseError, type Place } from './folder.ts'
import { exists } from './postmaster.ts'

/** The account Canopy signs in with: it owns every table, and the other roles are taken on by SET ROLE. */
export const OWNER = 'canopy_owner'

/** A PostgreSQL cluster on disk, ready to be served. */
export interface Cluster {
  readonly data: string
  readonly log: string
  readonly password: string
  readonly binaries: Binaries
  readonly account: Account | undefined
}

const LOG_LIMIT = 10_000_000

/** Makes the cluster on the first start; afterwards only reads its password. */
export async function clusterIn(place: Place, binaries: Binaries): Promise<Cluster> {
  const target = join(place.folder, 'cluster')
  if (!existsSync(target)) await create(place, binaries, target)
  chmodSync(place.folder, 0o700)
  const data = join(target, 'data')
  const made = Number.parseInt(readFileSync(join(data, 'PG_VERSION'), 'utf8'), 10)
  if (made !== binaries.major) {
    throw new DatabaseError(
      `The database in ${target} was made by PostgreSQL ${made}, and this version of Canopy brings ${binaries.major}. ` +
        'Make a backup with the Canopy that made it, then restore it with this one into a new data folder.',
    )
  }
  const password = readFileSync(join(target, 'password'), 'utf8').trim()
  return { data, log: join(place.folder, 'postgresql.log'), password, binaries, account: place.accounts?.run }
}

/**
 * Everything is written to a folder aside and renamed when complete, so that a first start that is killed half-way, or two
 * first starts at once, leave either a whole cluster or none.
 */
async function create(place: Place, binaries: Binaries, target: string): Promise<void> {
  removeAbandoned(place.folder)
  const staging = mkdtempSync(join(place.folder, `new-${process.pid}-cluster-`))
  const password = join(staging, 'password')
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  const accounts = place.accounts
  if (accounts) giveTree(staging, accounts.init)
  // The account that runs initdb need not be the owner of the folder: it may pass through, but not look around, until
  // there is a cluster.
  if (accounts) chmodSync(place.folder, 0o711)
  try {
    await runInitdb(binaries, staging, password, accounts?.init)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    // Another first start was faster, and has closed the folder behind itself.
    if (existsSync(target)) return
    throw error
  }
  if (accounts) giveTree(staging, accounts.run)
  moveIntoPlace(staging, target)
}

/** Takes away what first starts that were killed have left half-made. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const maker = Number(/^new-(\d+)-/.exec(name)?.[1])
    if (maker && !exists(maker)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

async function runInitdb(binaries: Binaries, staging: string, password: string, account?: Account): Promise<void> {
  const data = join(staging, 'data')
  const args = ['-D', data, '-U', OWNER, `--pwfile=${password}`, '--auth=scram-sha-256', '--encoding=UTF8']
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions')
  const child = spawn(binaries.initdb, args, { ...account, cwd: staging, env: cleanEnvironment(), windowsHide: true })
  let said = ''
  child.stdout.on('data', text => (said += text))
  child.stderr.on('data', text => (said += text))
  const code = await new Promise<number | string | null>(resolve => {
    child.on('error', error => resolve(error.message))
    child.on('close', resolve)
  })
  if (code === 0) return
  const unnamed = /could not look up effective user/.test(said)
    ? ' This account (a bare number) has no name in /etc/passwd; PostgreSQL needs one to make a database.'
    : ''
  throw new DatabaseError(`The database could not be made.${unnamed} initdb said: ${said.trim() || code}`)
}

/** Megabytes for pages of the database: an eighth of the machine's memory, enough for a million people at most. Taken as it is filled. */
const buffersFor = (bytes: number): number => Math.min(2048, Math.max(128, Math.floor(bytes / 8 / 1024 / 1024)))

/** Starts a server of the cluster. It has its own process group: Ctrl-C in the terminal is for Canopy, which stops it. */
export function startServer(cluster: Cluster, port: number): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    shared_buffers: `${buffersFor(totalmem())}MB`,
    max_connections: '120',
    // Nearly everything is in the memory of the machine: to hand a page to a helper and wait for it takes longer than to read it
    // (a search among a million people by a third).
    io_method: 'sync',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and details of errors would carry names of children into the log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }
  const args = ['-D', cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  if (existsSync(cluster.log) && statSync(cluster.log).size > LOG_LIMIT) renameSync(cluster.log, `${cluster.log}.1`)
  const log = openSync(cluster.log, 'a', 0o600)
  const child = spawn(cluster.binaries.postgres, args, {
    ...cluster.account,
    cwd: cluster.data,
    detached: true,
    env: cleanEnvironment(),
    stdio: ['ignore', log, log],
    windowsHide: true,
  })
  closeSync(log)
  child.unref()
  return child
}

/** What the server wrote to its log since a byte position: the reason when it does not start. */
export function logSince(cluster: Cluster, position: number): string {
  return existsSync(cluster.log) ? readFileSync(cluster.log).subarray(position).toString('utf8').trim() : ''
}

export function logSize(cluster: Cluster): number {
  return existsSync(cluster.log) ? statSync(cluster.log).size : 0
}

/** A port nobody listens on at this moment; the caller tries another if somebody is faster. */
export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** PostgreSQL reads its defaults from PG… variables; those of the person at the keyboard are not meant for this server. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|LD_)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}
