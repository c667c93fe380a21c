import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadedAt, type ToldDemo, tellDemo } from '../../test/support/toldDemo.ts'
import { registers } from '../app/registers.ts'
import { system } from '../engine/actor.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { figureOf } from '../engine/measures/figure.ts'
import { roundTo } from '../kit/statistics.ts'
import { youthStories } from './youth.ts'
import { dayIn, shareOf } from './youthPlan.ts'

const morning = loadedAt
let told: ToldDemo
let engine: OpenEngine

beforeAll(async () => {
  told = await tellDemo(youthStories)
  engine = told.engine
}, 240_000)
afterAll(() => told.close())

const year = 'report_year:2021-22'
const figure = (measure: string, period: string) => figureOf(engine, system(), measure, { period })
const rows = async (sql: string) => (await engine.owner.query(sql)).rows

describe('published figures of youth safety that are counts', () => {
  it.each([
    ['F340', 'circle_schools', 'report_year:2022-23', 4],
    ['F338', 'wellbeing_people', year, 46],
    ['F370', 'parents_offered_training', year, 500],
    ['F373', 'parent_champions_trained', year, 67],
    ['F375', 'parents_reached_by_champions', year, 170],
    ['F379', 'transitions_people', year, 74],
    ['F385', 'mentoring_people', year, 408],
    ['F386', 'one_to_one_contacts', year, 1888],
    ['F387', 'mentoring_hours', year, 1346],
    ['F388', 'safe_havens_open', year, 168],
    ['F389', 'safe_haven_views', year, 197],
    ['F391', 'surrendered_items_to_date', year, 2288],
    ['F392', 'surrender_bins', year, 6],
  ])('%s: %s in %s is %d', async (_id, measure, period, value) =>
    expect((await figure(measure, period)).value).toBe(value),
  )

  it('F369: over 900 young people in the summer programme and Launch Pad', async () => {
    const { value } = await figure('summer_people', year)
    expect(value).toBe(904)
    expect(value).toBeGreaterThan(900)
  })
})

describe('published figures of youth safety that are shares, each with its base', () => {
  it.each([
    ['F371', 'training_practical_knowledge', year, 96, [72, 75]],
    ['F372', 'training_support_my_child', year, 67, [50, 75]],
    ['F378', 'triage_diverted', 'financial_year:2021-22', 91, [100, 110]],
    ['F381', 'transitions_behaviour', year, 80, [40, 50]],
    ['F382', 'transitions_attendance', year, 85, [629, 740]],
    ['F383', 'transitions_school_engagement', year, 93, [28, 30]],
    ['F384', 'transitions_school_communication', year, 80, [24, 30]],
  ])('%s: %s in %s is %d%%', async (_id, measure, period, printed, base) => {
    const { value, numerator, denominator } = await figure(measure, period)
    expect([numerator, denominator]).toEqual(base)
    expect(roundTo(Number(value), 0)).toBe(printed)
  })
})

describe('the weeks before loading', () => {
  it('have something open, and something overdue, for each role', async () => {
    const waiting = await rows(
      registers
        .filter(({ group, clocks }) => group === 'youth' && clocks.length > 0)
        .map(
          ({ record }) =>
            `select '${record.key}' as key, count(*) filter (where closed_at is null)::int as open,
                    count(*) filter (where next_due_at < '${morning}')::int as overdue from canopy.${record.key}`,
        )
        .join(' union all '),
    )
    for (const one of waiting) {
      expect(one.open, one.key).toBeGreaterThan(0)
      expect(one.overdue, one.key).toBeGreaterThan(0)
      expect(one.overdue, `${one.key}: most are not late`).toBeLessThanOrEqual(Math.max(1, one.open / 2))
    }
  })

  it('are of one organisation for whoever signs in for it, and of others for nobody there', async () => {
    const of = await rows(
      `select g.code, count(*)::int as n from canopy.participation p join canopy.agency g on g.id = p.provider
        where p.closed_at is null group by 1 order by 1`,
    )
    expect(of.map(({ code }) => code)).toContain('stepping')
    expect(of.length).toBeGreaterThan(1)
  })

  it('have no story without the programme it is in', async () => {
    const lost = await rows(
      'select 1 from canopy.participation p where not exists (select 1 from canopy.programme g where g.id = p.programme and g.kind = p.kind and g.provider = p.provider)',
    )
    expect(lost).toEqual([])
  })

  it('have one circle with one more than it should have, and the reason', async () => {
    const circles = await rows(
      `select programme, circle, count(*)::int as n, count(why_over)::int as why from canopy.participation
        where circle is not null and closed_at is null group by 1, 2 having count(*) > 16 or count(why_over) > 0`,
    )
    expect(circles.map(({ circle, n, why }) => [circle, n, why])).toEqual([['1-8', 17, 1]])
  })
})

describe('sharing out', () => {
  it('adds up to the whole, in parts that differ by one at most', () => {
    for (const [whole, parts] of [
      [2288, 48],
      [197, 56],
      [5, 7],
      [0, 3],
    ] as const) {
      const all = Array.from({ length: parts }, (_, n) => shareOf(whole, parts, n))
      expect(all.reduce((sum, n) => sum + n, 0)).toBe(whole)
      expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1)
    }
  })

  it('never leaves the stretch of time', () => {
    const days = Array.from({ length: 50 }, (_, n) => dayIn('2022-01-01', '2022-01-31', 50, n))
    expect([...days].sort()).toEqual(days)
    expect(days[0]).toBe('2022-01-01')
    expect(`${days.at(-1)}` <= '2022-01-31').toBe(true)
  })
})
