import { now } from '../../kit/clock.ts'
import { millisOf } from '../../kit/dates.ts'

const minute = 60_000
/** So many are counted at a time; a flood of new names must not fill the memory. */
const mostNames = 10_000

/** Counts how often somebody asks in each minute. Each server counts on its own. */
export interface Rate {
  /** Counts once more: 0 where that is within the limit, else seconds until it is again. */
  readonly take: (name: string, most: number) => number
}

export const createRate = (): Rate => {
  const counts = new Map<string, { from: number; n: number }>()
  return {
    take: (name, most) => {
      const at = millisOf(now())
      if (counts.size >= mostNames)
        for (const [key, { from }] of counts) if (at - from >= minute || counts.size >= mostNames) counts.delete(key)
      const held = counts.get(name)
      const counted = held && at - held.from < minute && at >= held.from ? held : { from: at, n: 0 }
      counted.n += 1
      counts.set(name, counted)
      return counted.n <= most ? 0 : Math.ceil((counted.from + minute - at) / 1000)
    },
  }
}
