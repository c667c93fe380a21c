import { join } from 'node:path'
import type { BenchResult } from '../src/commands/bench.ts'
import { spread, withFolder } from './measure.ts'
import { startCanopy } from './server.ts'

// How long until somebody can sign in: on a new machine, where the whole demonstration is made first, and every time after.

const laterStarts = 3

export const run = (out: (line: string) => void): Promise<BenchResult> =>
  withFolder(async folder => {
    const start = async (): Promise<number> => {
      const server = await startCanopy(join(folder, 'data'), [])
      await server.stop()
      out(`${server.seconds.toFixed(1)} s`)
      return server.seconds
    }
    const first = await start()
    const later: number[] = []
    for (let n = 0; n < laterStarts; n += 1) later.push(await start())
    return {
      bench: 'start',
      measured: [
        spread('first start, with the whole demonstration', 's', [first], 60),
        spread('later start', 's', later, 4),
      ],
      ratios: [],
      faults: [],
    }
  })
