import { describe, expect, it } from 'vitest'
import { createRandom, type Random } from '../../kit/random.ts'
import { type Field, single } from './field.ts'
import { link } from './link.ts'
import { blockBy, type Scale } from './scale.ts'
import { codeScale } from './scales.ts'

type Row = Readonly<Record<string, string>>

/** How often two records of one person agree (m), and out of how many values chance draws: it agrees once in so many. */
const planted = [
  { key: 'a', match: 0.95, values: 400 },
  { key: 'b', match: 0.9, values: 200 },
  { key: 'c', match: 0.8, values: 100 },
  { key: 'd', match: 0.7, values: 50 },
  { key: 'e', match: 0.85, values: 20 },
] as const

const scale: Scale = { ...codeScale, byFrequency: false, blocks: [blockBy('code', ({ text }) => text)] }
const fields: readonly Field<Row>[] = planted.map(({ key }) => single<Row>({ key, label: key, scale }, row => row[key]))

const draw = (random: Random, values: number): string => `v${random.between(1, values)}`

const simulate = (random: Random, people: number, both: number): readonly [readonly Row[], readonly Row[]] => {
  const anybody = (): Row => Object.fromEntries(planted.map(({ key, values }) => [key, draw(random, values)]))
  const again = (row: Row): Row =>
    Object.fromEntries(
      planted.map(({ key, match, values }) => {
        if (random.chance(match)) return [key, row[key] ?? '']
        // Another value: the same by chance would be agreement.
        const other = draw(random, values)
        return [key, other === row[key] ? `${other}x` : other]
      }),
    )
  const left = Array.from({ length: people }, anybody)
  return [left, [...left.slice(0, both).map(again), ...Array.from({ length: people - both }, anybody)]]
}

describe('learning without true pairs', () => {
  it.each([true, false])('finds what was planted in simulated records (nobody twice: %s)', withoutDuplicates => {
    const [left, right] = simulate(createRandom('planted'), 3000, 1800)
    const { model } = link(left, right, { fields, withoutDuplicates })
    for (const { key, match, values } of planted) {
      const same = model.aspects.find(one => one.key === key)?.levels[0]
      expect(same?.match, `m of ${key}`).toBeGreaterThan(match - 0.04)
      expect(same?.match, `m of ${key}`).toBeLessThan(match + 0.04)
      expect((same?.chance ?? 0) * values, `u of ${key}`).toBeGreaterThan(0.8)
      expect((same?.chance ?? 0) * values, `u of ${key}`).toBeLessThan(1.2)
    }
    expect(model.matchesPerRecord).toBeGreaterThan(0.57)
    expect(model.matchesPerRecord).toBeLessThan(0.63)
  })

  it('links nobody where there is nobody to link', () => {
    const [left, right] = simulate(createRandom('strangers'), 2000, 0)
    const { links, model } = link(left, right, { fields, withoutDuplicates: true })
    expect(links.length).toBeLessThan(20)
    expect(model.matchesPerRecord).toBeLessThan(0.1)
  })
})
