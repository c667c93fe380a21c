import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { Measured } from '../src/commands/bench.ts'

const rounded = (value: number): number => (value < 10 ? Math.round(value * 100) / 100 : Math.round(value * 10) / 10)

/** The spread of several measurements of one thing. */
export const spread = (name: string, unit: string, values: readonly number[], atMost?: number): Measured => {
  const sorted = values.toSorted((a, b) => a - b).map(rounded)
  return {
    name,
    unit,
    min: sorted[0] ?? 0,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    max: sorted.at(-1) ?? 0,
    ...(atMost === undefined ? {} : { atMost }),
  }
}

/** How often the first is the second, to two places. */
export const ratio = (a: number, b: number): number => Math.round((a / b) * 100) / 100

/** Gives the work a temporary folder that the account of the database may enter, and removes it afterwards. */
export const withFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'canopy-bench-'))
  chmodSync(folder, 0o755)
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What Linux tells of a process after its name; empty elsewhere. */
const statOf = (pid: number): readonly string[] => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  } catch {
    return []
  }
}

const secondsOf = (stat: readonly string[], user: number): number => (Number(stat[user]) + Number(stat[user + 1])) / 100

/** Seconds of work a process has done, where the machine tells (Linux); not a number elsewhere. */
export const workOf = (pid: number): number => secondsOf(statOf(pid), 11)

/** Seconds of work by the processes of the database, also those that ended: wall time says little on a busy machine. */
export const databaseWork = async (client: pg.ClientBase): Promise<number | null> => {
  const { rows } = await client.query<{ pid: number; own: boolean }>(
    'select pid, pid = pg_backend_pid() as own from pg_stat_activity where pid is not null',
  )
  const postmaster = Number(statOf(rows.find(({ own }) => own)?.pid ?? 0)[1])
  const seconds = rows.reduce((sum, { pid }) => sum + workOf(pid), secondsOf(statOf(postmaster), 13))
  return Number.isNaN(seconds) ? null : seconds
}
