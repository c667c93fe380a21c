import { randomBytes } from 'node:crypto'
import { accessSync, constants, mkdtempSync, readdirSync, realpathSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import type { Actor } from '../../src/engine/actor.ts'
import { fillWorld } from './partnership.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server of this test run, as its owner. */
    server: string
    templates: Templates
    /** How a database is copied fastest where this server keeps them. */
    strategy: '' | 'strategy file_copy'
    /** The people of the small partnership, by username. */
    actors: Readonly<Record<string, Actor>>
  }
}

/** Names of the databases that test databases are copies of. */
export interface Templates {
  /** All migrations applied, and nothing in it. */
  readonly empty: string
  /** With the small partnership in it. */
  readonly world: string
  /** With every example of every register as well; made when the first test asks for it (`recorded.ts`). */
  readonly records: string
}

/** One real server for the whole run (DATABASE_URL, or a built-in one in a temporary folder), and the templates in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeAbandoned()
  const folder = mkdtempSync(join(realpathSync(place()), `canopy-test-${process.pid}-`))
  const server = await openDatabase({ databaseUrl: process.env.DATABASE_URL, dataFolder: folder })
  const name = `canopy_template_${randomBytes(6).toString('hex')}`
  const templates: Templates = { empty: name, world: `${name}_world`, records: `${name}_records` }
  const close = async () => {
    for (const template of Object.values(templates))
      await onServer(server.url, `drop database if exists ${template} with (force)`)
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await onServer(server.url, `create database ${templates.empty} template template0 encoding 'UTF8'`)
    await migrate(databaseUrl(server.url, templates.empty))
    await onServer(server.url, `create database ${templates.world} template ${templates.empty}`)
    project.provide('actors', await fillWorld(databaseUrl(server.url, templates.world)))
  } catch (error) {
    await close()
    throw error
  }
  project.provide('server', server.url)
  project.provide('templates', templates)
  project.provide('strategy', !process.env.DATABASE_URL && folder.startsWith(memory) ? 'strategy file_copy' : '')
  return close
}

/** A database has thousands of files: in memory they are copied ten times as fast as on a disk. */
const memory = '/dev/shm'
const enough = 6 * 2 ** 30

/** Where the server of a run keeps its databases, which nobody needs afterwards. */
function place(): string {
  if (process.env.TMPDIR) return tmpdir()
  try {
    const { bavail, bsize } = statfsSync(memory)
    accessSync(memory, constants.W_OK)
    return bavail * bsize >= enough && freemem() >= enough ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** Runs one statement in a short connection to the server. */
export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

export function databaseUrl(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

/** Folders of test runs that were killed. Their server sees that its folder is gone and ends by itself. */
function removeAbandoned(): void {
  for (const folder of new Set([tmpdir(), place()]))
    for (const name of readdirSync(folder)) {
      const pid = Number(/^canopy-test-(\d+)-/.exec(name)?.[1])
      if (!pid || isAlive(pid)) continue
      try {
        rmSync(join(folder, name), { recursive: true, force: true })
      } catch {
        // Another account's; it will clear up after itself.
      }
    }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
