import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type Account, type Accounts, accountsFor, canUse, isRoot } from './account.ts'

/** Where the database of one Canopy lives, and under which accounts it works (undefined: our own). */
export interface Place {
  readonly folder: string
  readonly accounts?: Accounts
  /** A line for the person who starts Canopy, when something is not as they asked. */
  readonly note?: string
}

const POINTER = 'database-is-at.txt'
const CLUSTER = 'cluster'

/** A mistake in how or where the database is run, told in words an administrator can act on. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
}

/**
 * Decides where the database lives: in the data folder asked for, whenever that works at all. Root's database runs under
 * another account, and if that account cannot reach the folder (a checkout under /root, say) the database goes elsewhere
 * and a pointer is left behind, so that a later change of permissions never makes it look lost.
 */
export function placeFor(dataFolder: string): Place {
  const asked = resolve(dataFolder)
  makeFolder(asked)
  const pointed = readPointer(asked)
  if (!isRoot()) return ownPlace(pointed ?? asked)

  if (pointed) return { ...rootPlaceOrFail(pointed), note: elsewhere(asked, pointed) }
  const here = rootPlace(asked)
  if (here) return here
  if (existsSync(join(asked, CLUSTER))) throw unreachable(asked)
  for (const folder of fallbacks(asked)) {
    const place = tryMake(folder)
    if (!place) continue
    writeFileSync(join(asked, POINTER), `${folder}\n`, { mode: 0o600 })
    return { ...place, note: elsewhere(asked, folder) }
  }
  throw unreachable(asked)
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(dirname(folder), { recursive: true })
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    throw new DatabaseError(
      `The data folder ${folder} cannot be made (${(error as NodeJS.ErrnoException).code}). ` +
        'Set CANOPY_DATA to a folder you may write to.',
    )
  }
}

function ownPlace(folder: string): Place {
  const owner = statSync(folder).uid
  if (process.getuid && owner !== process.getuid()) {
    throw new DatabaseError(
      `The data folder ${folder} belongs to another account (uid ${owner}); it was probably made by root. ` +
        'Start Canopy as that account, give the folder to yours with chown -R, or set CANOPY_DATA to a folder of your own.',
    )
  }
  chmodSync(folder, 0o700)
  return { folder: realpathSync(folder) }
}

function rootPlace(folder: string): Place | undefined {
  const before = statSync(folder)
  const preferred = accountsFor(before)
  // Inside some containers only a few accounts exist for the kernel; `nobody` usually does.
  for (const accounts of [preferred, { run: preferred.init, init: preferred.init }]) {
    if (accounts.run.uid === 0 || !give(folder, accounts.run)) continue
    if (canUse(folder, accounts.run)) return { folder: realpathSync(folder), accounts }
  }
  give(folder, before)
  return undefined
}

function rootPlaceOrFail(folder: string): Place {
  if (!existsSync(join(folder, CLUSTER))) {
    throw new DatabaseError(
      `The database was kept in ${folder}, and is not there any more. Restore it from a backup; ` +
        `or, to begin again with an empty database, delete the file ${POINTER} in the data folder.`,
    )
  }
  const place = rootPlace(folder)
  if (!place) throw unreachable(folder)
  return place
}

/** Makes a fallback folder, refusing one that somebody else has put in our way. */
function tryMake(folder: string): Place | undefined {
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o755 })
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
    const found = lstatSync(folder)
    const ours = found.uid === 0 || found.uid === accountsFor({ uid: 0, gid: 0 }).run.uid
    if (!found.isDirectory() || !ours) return undefined
    const place = rootPlace(folder)
    if (!place) rmSync(folder, { recursive: true })
    return place
  } catch {
    return undefined
  }
}

function give(folder: string, account: Account): boolean {
  try {
    chownSync(folder, account.uid, account.gid)
    // Passage (0711) stays while another first start needs it; it closes the folder when it is done.
    if (statSync(folder).mode & 0o066) chmodSync(folder, 0o700)
    return true
  } catch {
    return false
  }
}

/** The state folder of the system outlives a restart of the machine; the temporary folder is the last resort. */
function fallbacks(asked: string): string[] {
  const name = createHash('sha256').update(realpathSync(asked)).digest('hex').slice(0, 16)
  return [join('/var/lib/canopy', name), join(tmpdir(), `canopy-${name}`)]
}

function readPointer(asked: string): string | undefined {
  const file = join(asked, POINTER)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

function elsewhere(asked: string, folder: string): string {
  const lasting = folder.startsWith(tmpdir()) ? ' THIS IS A TEMPORARY FOLDER: records may be lost on restart.' : ''
  return (
    `The database is kept in ${folder}, because ${asked} cannot be reached by the unprivileged account PostgreSQL ` +
    `needs when Canopy runs as root.${lasting} Set CANOPY_DATA to choose another folder.`
  )
}

function unreachable(folder: string): DatabaseError {
  return new DatabaseError(
    `Canopy runs as root, PostgreSQL may not, and the account it would run under cannot use ${folder}. ` +
      'Set CANOPY_DATA to a folder every account can reach, start Canopy as an ordinary user, or set DATABASE_URL to a server.',
  )
}
