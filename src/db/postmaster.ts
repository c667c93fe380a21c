import { spawnSync } from 'node:child_process'
import { existsSync, linkSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, isRoot } from './account.ts'

/**
 * What the lock file of a data folder says about its server. `stale` means that the file names a process that is not
 * a server of this folder: a zombie, or somebody else who was given the number later. PostgreSQL recovers by itself from
 * a number nobody has (`none`), but not from these.
 */
export type Postmaster =
  | { readonly state: 'none' }
  | { readonly state: 'live'; readonly pid: number; readonly port: number }
  | { readonly state: 'stale'; readonly text: string }

const lockFile = (data: string) => join(data, 'postmaster.pid')

/** Reads the lock file of a data folder and checks that its process is what it says. */
export function inspect(data: string, account: Account | undefined): Postmaster {
  const text = read(lockFile(data))
  if (text === undefined) return { state: 'none' }
  const lines = text.split('\n')
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10))
  const port = Number.parseInt(lines[3] ?? '', 10)
  if (!pid) return { state: 'stale', text }
  if (!exists(pid)) return { state: 'none' }
  return isServerOf(pid, data, account) ? { state: 'live', pid, port: port || 0 } : { state: 'stale', text }
}

/** Takes a stale lock file away, unless a server has replaced it in the meantime. */
export async function removeStale(data: string, text: string): Promise<void> {
  // An empty file may be a server's that is just being written.
  if (!text.trim()) await sleep(500)
  if (read(lockFile(data)) !== text) return
  const aside = join(data, `postmaster.pid.stale-${process.pid}`)
  try {
    renameSync(lockFile(data), aside)
    if (read(aside) !== text) linkSync(aside, lockFile(data))
    rmSync(aside, { force: true })
  } catch {
    // Another process was faster; the next look at the folder tells.
  }
}

/**
 * Ends what a killed server has left behind: helper processes that still hold the shared memory of this data folder.
 * Only processes whose working folder is this data folder are touched, whatever they are called.
 */
export async function endLeftovers(data: string, account: Account | undefined): Promise<void> {
  const send = (signal: NodeJS.Signals) => {
    for (const pid of leftovers(data, account)) signalTo(pid, signal)
  }
  send('SIGQUIT')
  for (let waited = 0; waited < 20 && leftovers(data, account).length > 0; waited++) await sleep(100)
  send('SIGKILL')
  await sleep(100)
}

/** Processes named postgres that work in this data folder. Empty where the system has no /proc to ask. */
function leftovers(data: string, account: Account | undefined): number[] {
  if (!existsSync('/proc/self/stat')) return []
  return readdirSync('/proc')
    .map(Number)
    .filter(pid => pid > 1 && read(`/proc/${pid}/comm`)?.trim() === 'postgres')
    .filter(pid => workingFolder(pid, account) === data)
}

function workingFolder(pid: number, account: Account | undefined): string | undefined {
  const link = `/proc/${pid}/cwd`
  try {
    return readlinkSync(link)
  } catch {
    // Root in a container may not look into another account's process; the account itself may.
    if (!account || !isRoot()) return undefined
    const asked = spawnSync('readlink', [link], { ...account, encoding: 'utf8', cwd: '/' })
    return asked.status === 0 ? asked.stdout.trim() : undefined
  }
}

function isServerOf(pid: number, data: string, account: Account | undefined): boolean {
  const state = read(`/proc/${pid}/stat`)
  if (state === undefined) return existsSync('/proc/self/stat') ? false : isServerByList(pid, data)
  if (/^[ZX]/.test(state.slice(state.lastIndexOf(')') + 2))) return false
  const words = (read(`/proc/${pid}/cmdline`) ?? '').split('\0')
  if (basename(words[0] ?? '') !== 'postgres') return false
  return words.includes(data) || workingFolder(pid, account) === data
}

/** For systems without /proc. Where even the list of processes fails, a live process counts as a server: never two. */
function isServerByList(pid: number, data: string): boolean {
  if (process.platform === 'win32') return true
  const listed = spawnSync('ps', ['-ww', '-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' })
  if (listed.status !== 0) return exists(pid)
  return !listed.stdout.trim().startsWith('Z') && listed.stdout.includes(`-D ${data}`)
}

/** Whether a process has this number, whoever it belongs to. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Already gone.
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
