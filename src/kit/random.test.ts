import { describe, expect, it } from 'vitest'
import { isId } from './ids.ts'
import { createRandom } from './random.ts'

describe('repeatable chance', () => {
  it('gives the same for the same seed and another for another', () => {
    const draw = (seed: string) => Array.from({ length: 20 }, createRandom(seed).next)
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
  })

  it('has parts that do not move each other', () => {
    const whole = createRandom('a')
    const before = createRandom('a').fork('part').next()
    whole.next()
    expect(whole.fork('part').next()).toBe(before)
  })

  it('is spread evenly and follows weights', () => {
    const random = createRandom('spread')
    const tenths = new Map<number, number>()
    for (let n = 0; n < 10_000; n += 1) {
      const drawn = random.between(1, 10)
      tenths.set(drawn, (tenths.get(drawn) ?? 0) + 1)
    }
    expect([...tenths.keys()].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    for (const count of tenths.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
    const weighted = Array.from({ length: 2000 }, () => random.weighted({ often: 9, seldom: 1, never: 0 }))
    expect(weighted.filter(one => one === 'never')).toHaveLength(0)
    expect(Math.abs(weighted.filter(one => one === 'seldom').length - 200)).toBeLessThan(60)
  })

  it('gives identifiers that are well formed and never meet', () => {
    const ids = Array.from({ length: 3000 }, createRandom('ids').id)
    expect(ids.every(isId)).toBe(true)
    expect(new Set(ids).size).toBe(3000)
    expect([...createRandom('order').shuffle([1, 2, 3, 4])].sort()).toEqual([1, 2, 3, 4])
    expect(() => createRandom('x').pick([])).toThrow('nothing')
  })
})
