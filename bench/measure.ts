import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
