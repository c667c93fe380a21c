import { describe, expect, it } from 'vitest'
import { borough, populations } from '../../app/borough.ts'
import { period } from '../../kit/periods.ts'
import { populationsOf, type Statistic, statisticsFor, statisticWords } from './profile.ts'
import { rateOf } from './rate.ts'

const one: Statistic = {
  subject: 'children',
  label: 'Children aged 0 to 17',
  value: 38_000,
  unit: 'people',
  of: 'residents',
  ages: '0 to 17',
  area: 'Example',
  vintage: 'mid-2021',
  source: 'Invented for this test',
  from: '2021-04-01',
  to: '2022-03-31',
}

describe('numbers that others publish', () => {
  it('are told as what they are', () => {
    expect(statisticWords(one)).toBe('38,000')
    expect(statisticWords({ ...one, unit: 'percent', value: 65.6 })).toBe('65.6%')
    for (const [value, words] of [
      [1, '1st'],
      [2, '2nd'],
      [3, '3rd'],
      [11, '11th'],
      [12, '12th'],
      [16, '16th'],
      [22, '22nd'],
      [113, '113th'],
    ] as const)
      expect(statisticWords({ ...one, unit: 'rank', value })).toBe(words)
  })

  it('describe the periods that begin on their days, and no others', () => {
    const described = (name: string) => statisticsFor([one], period(name)).length === 1
    expect(described('financial_year:2021-22')).toBe(true)
    expect(described('financial_year:2020-21')).toBe(false)
    expect(described('financial_year:2022-23')).toBe(false)
  })

  it('give rates only of numbers of children of an age band', () => {
    const residents: Statistic = { ...one, label: 'Residents', value: 223_200 }
    const { ages: _, ...all } = residents
    expect(populationsOf([all, { ...one, unit: 'percent', value: 20 }])).toEqual([])
    const year = period('financial_year:2021-22')
    expect(rateOf(populationsOf([all, one]), '0 to 17', year, 380)?.value).toBeCloseTo(100)
    expect(rateOf(populationsOf([all, one]), '0 to 17', year, 380)?.caution).toBeNull()
    expect(rateOf(populations, '0 to 17', year, 412)?.caution).toMatch(/0 to 19, not 0 to 17/)
  })

  it('of the borough each name their edition, source and days, and what is missing says why', () => {
    for (const { label, vintage, source, from, to, of } of borough.statistics) {
      expect(from <= to, label).toBe(true)
      for (const words of [label, vintage, source, of]) expect(words.trim(), label).not.toBe('')
    }
    for (const { label, why } of borough.missing) expect(why.trim(), label).not.toBe('')
    const held = borough.statistics.map(({ label }) => label)
    expect(borough.missing.filter(({ label }) => held.includes(label))).toEqual([])
  })
})
