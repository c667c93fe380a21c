import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, draw, type Member } from './draw.ts'

const population = (ids: readonly string[], stratum: (id: string) => string | null = () => null): readonly Member[] =>
  ids.map(id => ({ id, stratum: stratum(id) }))

const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 120 })
const groups = fc.constantFrom('a', 'b', 'c', 'd', null)

describe('a sample', () => {
  it('has its size, no doubles, and nothing from outside; the same words give it again in whatever order the rows lie', () => {
    fc.assert(
      fc.property(
        ids,
        fc.string(),
        fc.nat(),
        fc.boolean(),
        fc.infiniteStream(groups),
        (all, seed, n, stratified, of) => {
          const known = new Map(all.map(id => [id, of.next().value ?? null]))
          const size = n % (all.length + 1)
          const asked = { seed, size, stratified }
          const members = population(all, id => known.get(id) ?? null)
          const drawn = draw(members, asked).map(({ id }) => id)
          expect(drawn.length).toBe(size)
          expect(new Set(drawn).size).toBe(size)
          expect(drawn.every(id => known.has(id))).toBe(true)
          expect(draw(members, asked).map(({ id }) => id)).toEqual(drawn)
          expect(draw([...members].reverse(), asked).map(({ id }) => id)).toEqual(drawn)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('grows by what comes next in the same order: a smaller sample is the beginning of a larger', () => {
    fc.assert(
      fc.property(ids, fc.string(), (all, seed) => {
        const whole = draw(population(all), { seed, size: all.length })
        const half = draw(population(all), { seed, size: all.length >> 1 })
        expect(whole.slice(0, half.length)).toEqual(half)
      }),
    )
  })

  it('is another one from other words', () => {
    const all = population(Array.from({ length: 200 }, (_, n) => `case ${n}`))
    expect(draw(all, { seed: 'autumn', size: 20 })).not.toEqual(draw(all, { seed: 'winter', size: 20 }))
  })

  it('larger than its population is refused in a sentence', () => {
    expect(() => draw(population(['a', 'b']), { seed: 's', size: 3 })).toThrow()
    try {
      draw(population(['a', 'b']), { seed: 's', size: 3 })
    } catch (error) {
      expect(error).toMatchObject({ problems: [{ message: 'The cohort has 2 cases: 3 cannot be drawn from it' }] })
    }
  })
})

describe('shares of groups', () => {
  const shares = (counts: Readonly<Record<string, number>>, size: number) =>
    Object.fromEntries(allocate(new Map(Object.entries(counts)), size))

  it.each([
    ['exact shares', { a: 50, b: 30, c: 20 }, 10, { a: 5, b: 3, c: 2 }],
    ['the largest remainder: 6.5, 2.3 and 1.2', { a: 65, b: 23, c: 12 }, 10, { a: 7, b: 2, c: 1 }],
    ['one at least: 9.8, 0.1 and 0.1', { a: 98, b: 1, c: 1 }, 10, { a: 8, b: 1, c: 1 }],
    ['fewer than groups: the largest remainders alone', { a: 5, b: 4, c: 1 }, 2, { a: 1, b: 1, c: 0 }],
    ['everything', { a: 3, b: 2 }, 5, { a: 3, b: 2 }],
    ['nothing of an empty group', { a: 4, b: 0 }, 2, { a: 2 }],
  ])('%s', (_, counts, size, expected) => {
    expect(shares(counts, size)).toEqual(expected)
  })

  it('add up, take no more than there is, and leave no group out where that is possible', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 }), fc.nat(), (sizes, n) => {
        const counts = new Map(sizes.map((count, at) => [`group ${at}`, count]))
        const whole = sizes.reduce((sum, one) => sum + one, 0)
        const size = n % (whole + 1)
        const given = allocate(counts, size)
        expect([...given.values()].reduce((sum, one) => sum + one, 0)).toBe(size)
        for (const [name, share] of given) expect(share).toBeLessThanOrEqual(counts.get(name) ?? 0)
        if (size >= counts.size) for (const share of given.values()) expect(share).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })
})
