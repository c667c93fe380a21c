import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ToldDemo, tellDemo } from '../../test/support/toldDemo.ts'
import type { Actor } from '../engine/actor.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { breakdownOf } from '../engine/measures/breakdown.ts'
import { figureOf } from '../engine/measures/figure.ts'
import { createRandom } from '../kit/random.ts'
import { missingStories } from './missing.ts'
import { missingYears, planMissing } from './missingCalibration.ts'

let told: ToldDemo
let engine: OpenEngine
let holder: Actor | undefined

beforeAll(async () => {
  told = await tellDemo(missingStories)
  engine = told.engine
  holder = told.demo.actor('priya.ravenscourt', 'missing_coordinator')
}, 240_000)
afterAll(() => told.close())

const coordinator = () => {
  const found = holder
  if (!found) throw new Error('Nobody coordinates')
  return found
}
const year = 'financial_year:2021-22'
const yearBefore = 'financial_year:2020-21'
/** As the report counted. */
const reportAsAt = '2022-04-30T23:00:00.000Z'

const figure = async (key: string, period = year, asAt?: string) => {
  const { numerator, denominator, value } = await figureOf(engine, coordinator(), key, { period, asAt })
  return { n: Number(numerator), of: Number(denominator), value: Math.round(Number(value)) }
}
const rows = async (key: string, by: string, period = year, asAt?: string) => {
  const { rows: found } = await breakdownOf(engine, coordinator(), key, { period, by, asAt })
  return Object.fromEntries(
    found.filter(one => Number(one.denominator) > 0 || Number(one.value) > 0).map(one => [one.code ?? 'none', one]),
  )
}
const counts = async (key: string, by: string, period = year, asAt?: string) =>
  Object.fromEntries(
    Object.entries(await rows(key, by, period, asAt)).map(([code, row]) => [code, Number(row.numerator)]),
  )
const shares = async (key: string, by: string, period = year) =>
  Object.fromEntries(
    Object.entries(await rows(key, by, period)).map(([code, row]) => [code, Math.round(Number(row.value))]),
  )

describe('missing children of the calibrated years', () => {
  it('stand in one setting each: 257 + 648 + 94 are the 999 of the interviews (F163, F174, F193; I-16)', async () => {
    expect(await counts('missing_episodes', 'missingFrom')).toEqual({
      home: 257,
      care: 648,
      otherAuthority: 60,
      notKnown: 34,
    })
    expect((await figure('missing_episodes')).n).toBe(999)
    expect((await figure('return_interviews_due')).n).toBe(999)
    expect(await counts('missing_episodes', 'missingFrom', yearBefore)).toEqual({ home: 151, care: 649 })
  })

  it('are 103 and 91 children, and 74 and 86 the year before (F162, F173, F169, F180)', async () => {
    expect((await figure('missing_children_home')).n).toBe(103)
    expect((await figure('missing_children_care')).n).toBe(91)
    expect((await figure('missing_children_home', yearBefore)).n).toBe(74)
    expect((await figure('missing_children_care', yearBefore)).n).toBe(86)
  })

  it('are, as to half of the episodes, ten children (F165, F166, F176, F177)', async () => {
    expect(await figure('missing_top_ten_home')).toEqual({ n: 126, of: 257, value: 49 })
    // The report prints 46: 304 of 648 is 46.9 (I-18).
    expect(await figure('missing_top_ten_care')).toEqual({ n: 304, of: 648, value: 47 })
    expect([Math.round((10 / 103) * 100), Math.round((10 / 91) * 100)]).toEqual([10, 11])
  })

  it('are back within 24 hours or on the following day as published (F167, F168, F178, F179, F183, F184)', async () => {
    expect(await shares('missing_back_within_24_hours', 'missingFrom')).toMatchObject({ home: 54, care: 53 })
    expect(await shares('missing_back_next_day', 'missingFrom')).toMatchObject({ home: 24, care: 24 })
    expect(await shares('missing_back_by_next_day', 'missingFrom')).toMatchObject({ care: 77 })
    expect(await shares('missing_back_by_next_day', 'missingFrom', yearBefore)).toMatchObject({ care: 75 })
  })

  it('are a third Black in care, and half more White British children with 118% more episodes (F182, F186, F187)', async () => {
    const byGroup = await rows('missing_children_care', 'ethnicity.group')
    const black = Object.entries(byGroup).find(([code]) => code.startsWith('Black'))?.[1]
    expect([Number(black?.numerator), Math.round(Number(black?.share))]).toEqual([30, 33])
    const [now, then] = [
      await counts('missing_children_care', 'ethnicity'),
      await counts('missing_children_care', 'ethnicity', yearBefore),
    ]
    expect([now.WBRI, then.WBRI]).toEqual([18, 12])
    const { rows: episodes } = await engine.owner.query<{ year: string; n: number }>(
      `select case when missing_since < '2021-03-31T23:00:00Z' then 'then' else 'now' end as year, count(*)::int as n
         from canopy.missing_episode where ethnicity = 'WBRI' and missing_from = 'care' and missing_since < '2022-04-01' group by 1 order by 1`,
    )
    expect(episodes).toEqual([
      { year: 'now', n: 120 },
      { year: 'then', n: 55 },
    ])
    expect(Math.round((120 / 55 - 1) * 100)).toBe(118)
  })

  it('are, of the ten missing most often, seven boys, and seven who are looked after (F188, F189, F191)', async () => {
    expect((await figure('missing_most_often')).n).toBe(10)
    expect(await counts('missing_most_often', 'sex')).toEqual({ male: 7, female: 3 })
    expect(await counts('missing_most_often', 'lookedAfter')).toEqual({ yes: 7, no: 3 })
  })

  it('have 719 offers of 999, and one outcome each, with what is open apart from what failed (F194 to F201; I-17)', async () => {
    const then = (key: string) => figure(key, year, reportAsAt)
    expect(await then('return_interviews_offered')).toEqual({ n: 719, of: 999, value: 72 })
    expect(await then('return_interviews_held_of_offers')).toEqual({ n: 131, of: 719, value: 18 })
    expect(await then('return_interviews_held_of_episodes')).toEqual({ n: 131, of: 999, value: 13 })
    expect(await then('return_interviews_held_of_concluded')).toEqual({ n: 131, of: 444, value: 30 })
    expect(await then('return_interviews_declined')).toEqual({ n: 105, of: 719, value: 15 })
    expect(await then('return_interviews_no_contact')).toEqual({ n: 208, of: 719, value: 29 })
    expect(await then('return_interviews_in_progress')).toEqual({ n: 275, of: 719, value: 38 })
    const standing = await counts('return_interviews_due', 'standing', year, reportAsAt)
    expect(standing).toEqual({
      heldInTime: 84,
      heldLate: 47,
      declined: 105,
      noContact: 208,
      offered: 275,
      notOffered: 280,
    })
    expect(Object.values(standing).reduce((sum, n) => sum + n, 0)).toBe(999)
    expect(await counts('return_interviews_due', 'notOfferedWhy', year, reportAsAt)).toMatchObject({ notRecorded: 280 })
    expect(await then('return_interviews_in_time')).toMatchObject({ n: 84, of: 999 })
  })

  it('have the same three bases today, when the 275 are closed as never recorded', async () => {
    expect(await figure('return_interviews_held_of_concluded')).toEqual({ n: 131, of: 444, value: 30 })
    expect(await figure('return_interviews_held_of_offers')).toEqual({ n: 131, of: 719, value: 18 })
    expect((await figure('return_interviews_in_progress')).n).toBe(0)
    expect(await counts('return_interviews_due', 'standing')).toMatchObject({ noOutcome: 275 })
  })

  it('never are missing twice at once, and are counted by hand as by the measures', async () => {
    const { rows: twice } = await engine.owner.query(
      `select 1 from canopy.missing_episode a join canopy.missing_episode b on a.person = b.person and a.id < b.id
        where a.missing_since < coalesce(b.returned_at, 'infinity') and b.missing_since < coalesce(a.returned_at, 'infinity')
          and a.state <> 'joined' and b.state <> 'joined'`,
    )
    expect(twice).toEqual([])
    const plan = planMissing(createRandom('canopy').fork('missing history'), 1)
    const inYear = plan.filter(({ since }) => since >= '2021-03-31T23:00:00Z')
    expect(inYear).toHaveLength(999)
    const often = new Set(inYear.filter(({ inWindow }) => inWindow >= 3).map(({ child }) => child.key))
    expect((await figure('missing_repeatedly')).n).toBe(often.size)
    expect(missingYears).toHaveLength(2)
  })
})
