import { describe, expect, it } from 'vitest'
import { makeDefaultModel } from '../../../bench/defaultModel.ts'
import { defaultModel } from './defaultModel.ts'
import type { MatchPerson } from './matchPerson.ts'
import { explainPair, scoreAgainst } from './people.ts'

const home = { line: '4 Elm Grove', postcode: 'QZ4 7XX' }
const tunde: MatchPerson = {
  id: '1',
  names: [{ given: 'Babatunde', family: 'Oseiwah' }],
  bornOn: '2012-03-07',
  sex: 'male',
  addresses: [{ line: '1 Far Away', postcode: 'QB9 9ZZ' }, home],
  nhsNumber: '943 476 5919',
}
const again: MatchPerson = {
  id: '2',
  names: [{ given: 'Babtunde', family: 'Oseiwah' }],
  bornOn: '2012-07-03',
  addresses: [{ line: '4 Elm Gr', postcode: 'QZ4 7XX' }],
}
const sister: MatchPerson = {
  id: '3',
  names: [{ given: 'Precious', family: 'Oseiwah' }],
  bornOn: '2012-03-07',
  sex: 'female',
  addresses: [home],
}
const stranger: MatchPerson = { id: '4', names: [{ given: 'Daisy', family: 'Lane' }], bornOn: '1990-01-30' }
const among = { among: 50_000 }

describe('an explanation', () => {
  const { reasons, bits, strength } = explainPair(tunde, again, defaultModel, among)
  const row = (key: string) => reasons.find(one => one.key === key)

  it('says field by field what was found, in plain words', () => {
    expect(row('given')).toMatchObject({ label: 'given name', likeness: 'near', words: 'near (Babatunde / Babtunde)' })
    expect(row('family')).toMatchObject({ likeness: 'same', words: 'same' })
    expect(row('born')).toMatchObject({ words: 'day and month swapped (2012-03-07 / 2012-07-03)' })
    expect(row('sex')).toMatchObject({ likeness: 'missing', words: 'missing', bits: 0 })
    expect(row('address')).toMatchObject({ likeness: 'same' })
    expect(row('nhsNumber')).toMatchObject({ likeness: 'missing', bits: 0 })
  })

  it('adds up to the score', () => {
    expect(reasons.reduce((sum, one) => sum + one.bits, 0)).toBeCloseTo(bits, 9)
    expect(bits).toBeGreaterThan(20)
    expect(strength).toBe('Strong')
  })

  it('says when names stand in each other’s place', () => {
    const swapped: MatchPerson = { ...tunde, names: [{ given: 'Oseiwah', family: 'Babatunde' }] }
    const order = explainPair(tunde, swapped).reasons.find(one => one.key === 'nameOrder')
    expect(order).toMatchObject({ likeness: 'near', words: 'written in each other’s place' })
  })

  it('is the same from both sides', () => {
    expect(explainPair(again, tunde, defaultModel, among).bits).toBeCloseTo(bits, 6)
  })
})

describe('a new person against candidates', () => {
  const judged = scoreAgainst(tunde, [stranger, sister, again], defaultModel, among)
  const of = (candidate: number) => judged.find(one => one.candidate === candidate)

  it('puts the likeliest first and says how strong it is', () => {
    expect(judged.map(one => one.candidate)).toEqual([2, 1, 0])
    expect(of(2)?.strength).toBe('Strong')
    expect(of(0)?.strength).toBeUndefined()
  })

  it('takes a twin for another person, and says why', () => {
    expect(of(1)?.strength).not.toBe('Strong')
    const twin = scoreAgainst(tunde, [{ ...sister, sex: 'male' }], defaultModel, among)[0]
    expect(twin?.strength).not.toBe('Strong')
    expect(twin?.reasons.find(one => one.key === 'together')?.bits).toBeLessThan(-10)
    expect(twin?.reasons.find(one => one.key === 'given')?.bits).toBeLessThan(-4)
  })

  it('asks more where there are more people to be mistaken for', () => {
    const chance = (records: number) => scoreAgainst(tunde, [again], defaultModel, { among: records })[0]?.chance ?? 0
    expect(chance(1000)).toBeGreaterThan(chance(10_000_000))
  })

  it('gives a rare name more weight than a common one', () => {
    const weight = (family: string) => {
      const person: MatchPerson = { id: 'x', names: [{ given: 'Sam', family }] }
      return explainPair(person, person).reasons.find(one => one.key === 'family')?.bits ?? 0
    }
    expect(weight('Oseiwah')).toBeGreaterThan(weight('Smith') + 4)
  })

  it('refuses a model of other fields', () => {
    expect(() => scoreAgainst(tunde, [again], { ...defaultModel, aspects: [] })).toThrow('does not know given')
  })
})

describe('the model in the code', () => {
  it('is what its script makes, as far as machines agree', () => {
    const made = makeDefaultModel()
    expect(made.aspects.map(one => one.key)).toEqual(defaultModel.aspects.map(one => one.key))
    for (const [at, aspect] of made.aspects.entries())
      for (const [level, { code, match }] of aspect.levels.entries())
        expect(defaultModel.aspects[at]?.levels[level]?.match, `${aspect.key} ${code}`).toBeCloseTo(match, 3)
  })
})
