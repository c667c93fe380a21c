import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignOneToOne, type Offers } from './assign.ts'

interface Offer {
  readonly left: number
  readonly right: number
  readonly gain: number
}

const offersOf = (list: readonly Offer[]): Offers => ({
  left: Int32Array.from(list, one => one.left),
  right: Int32Array.from(list, one => one.right),
  gain: Float64Array.from(list, one => one.gain),
})

/** The greatest sum, by trying everything. */
const best = (list: readonly Offer[], lefts = new Set<number>(), rights = new Set<number>()): number => {
  const [first, ...rest] = list
  if (!first) return 0
  const without = best(rest, lefts, rights)
  if (lefts.has(first.left) || rights.has(first.right)) return without
  return Math.max(without, first.gain + best(rest, new Set([...lefts, first.left]), new Set([...rights, first.right])))
}

describe('one partner for each', () => {
  it('gives up the best single pair where two others are worth more', () => {
    const offers = offersOf([
      { left: 0, right: 0, gain: 10 },
      { left: 0, right: 1, gain: 9 },
      { left: 1, right: 0, gain: 9 },
    ])
    expect(assignOneToOne(offers)).toEqual([1, 2])
  })

  it('is the best assignment there is, and gives nobody two partners', () => {
    const offer = record({
      left: integer({ min: 0, max: 4 }),
      right: integer({ min: 0, max: 4 }),
      gain: integer({ min: 1, max: 20 }),
    })
    assert(
      property(array(offer, { maxLength: 9 }), list => {
        const chosen = assignOneToOne(offersOf(list)).map(at => list[at] as Offer)
        expect(new Set(chosen.map(one => one.left)).size).toBe(chosen.length)
        expect(new Set(chosen.map(one => one.right)).size).toBe(chosen.length)
        expect(chosen.reduce((sum, one) => sum + one.gain, 0)).toBe(best(list))
      }),
      { numRuns: 300 },
    )
  })
})
