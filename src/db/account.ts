import { spawnSync } from 'node:child_process'
import { chmodSync, lchownSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A system account as the kernel knows it. No name is needed, and none is created. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * Accounts the database works under when Canopy itself is root, because PostgreSQL refuses to run as root.
 * `run` owns the data; `init` is used once, to make the cluster.
 */
export interface Accounts {
  readonly run: Account
  readonly init: Account
}

// 65520 to 65533 are handed out to nobody by any distribution. `nobody` itself is shared by unrelated daemons, who
// would then be able to read children's records.
const UNUSED_FROM = 65521
const UNUSED_TO = 65531

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Chooses the accounts; a folder that already belongs to somebody keeps its owner. */
export function accountsFor(folderOwner: Account): Accounts {
  const known = knownAccounts()
  const unused = firstUnused(known)
  const run = folderOwner.uid === 0 ? { uid: unused, gid: unused } : folderOwner
  // initdb looks its own account up by name and gives up when there is none; the server itself does not care.
  const named = known.find(account => account.uid === run.uid) ?? known.find(account => account.name === 'nobody')
  const init = named ?? known.find(account => account.uid > 0) ?? run
  return { run, init: { uid: init.uid, gid: init.gid } }
}

/** Asks the kernel, rather than the mode bits, whether the account can enter a folder and write there. */
export function canUse(folder: string, account: Account): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'cd -- "$1" && test -w . && test -x .', 'sh', folder], {
    ...account,
    stdio: 'ignore',
    cwd: '/',
  })
  return asked.status === 0
}

/** Gives a folder and everything in it to an account. Never follows a symbolic link. */
export function giveTree(path: string, account: Account): void {
  lchownSync(path, account.uid, account.gid)
  if (!lstatSync(path).isDirectory()) return
  for (const name of readdirSync(path)) giveTree(join(path, name), account)
}

/** Makes a folder of programs readable to every account, whatever the umask was when it was written. */
export function openTree(path: string): void {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644)
  if (found.isDirectory()) for (const name of readdirSync(path)) openTree(join(path, name))
}

function firstUnused(known: readonly Account[]): number {
  const taken = new Set(known.flatMap(account => [account.uid, account.gid]))
  for (let uid = UNUSED_FROM; uid <= UNUSED_TO; uid++) if (!taken.has(uid)) return uid
  return 65534
}

function knownAccounts(): (Account & { name: string })[] {
  let text = ''
  try {
    text = readFileSync('/etc/passwd', 'utf8')
  } catch {
    // A machine without the file has no names to look up; the server can do without.
  }
  return text
    .split('\n')
    .map(line => line.split(':'))
    .filter(parts => parts.length >= 4)
    .map(parts => ({ name: parts[0] ?? '', uid: Number(parts[2]), gid: Number(parts[3]) }))
}
