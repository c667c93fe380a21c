import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ToldDemo, tellDemo } from '../../test/support/toldDemo.ts'
import { system } from '../engine/actor.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { breakdownOf } from '../engine/measures/breakdown.ts'
import { figureOf } from '../engine/measures/figure.ts'
import { structureStories } from './structure.ts'

let told: ToldDemo
let engine: OpenEngine

beforeAll(async () => {
  told = await tellDemo(structureStories)
  engine = told.engine
}, 240_000)
afterAll(() => told.close())

const year = 'report_year:2021-22'
const lastYear = 'rolling_12_months:2026-11-25'
const figure = async (measure: string, period: string) => {
  const { numerator, denominator } = await figureOf(engine, system(), measure, { period })
  return [Number(numerator), Number(denominator)]
}
const count = async (measure: string, period: string) => (await figure(measure, period))[0]
const counts = async (measure: string, period: string, by: string) => {
  const { rows } = await breakdownOf(engine, system(), measure, { period, by })
  return new Map(rows.map(({ code, numerator }) => [code, Number(numerator)]))
}
const rows = async <R>(sql: string) => (await engine.owner.query(sql)).rows as R[]
const idOf = async (name: string) =>
  (await rows<{ id: string }>(`select id from canopy.partnership_group where name = '${name}'`))[0]?.id ?? ''

describe('published figures of the structure come out of the measures', () => {
  it('F005: three statutory safeguarding partners, on each day before and after 1 July 2022', async () => {
    expect(await count('statutory_partners', year)).toBe(3)
    for (const month of ['2021-09', '2022-06', '2022-07', '2026-10'])
      expect(await count('statutory_partners', `month:${month}`), month).toBe(3)
    const chain = await rows(
      `select p.in_force_until::text as until, n.in_force_from::text as from, n.name_in_law as name
         from canopy.arrangement_partner p join canopy.arrangement_partner n on n.id = p.succeeded_by and n.succeeds = p.id
        where p.partner_role = 'statutory'`,
    )
    expect(chain).toEqual([
      { until: '2022-06-30', from: '2022-07-01', name: 'NHS North Central London Integrated Care Board' },
    ])
  })

  it('F006: two task and finish groups established, each with an end and a measure of success', async () => {
    expect(await count('task_groups_established', year)).toBe(2)
    const without = `select 1 from canopy.partnership_group where kind = 'taskGroup' and (ends_by is null or success is null)`
    expect(await rows(without)).toEqual([])
  })

  it('F321: two workstreams', async () => expect(await count('group_workstreams', year)).toBe(2))

  it('F402: five areas that the quality assurance sub-group looks at', async () => {
    expect(await count('group_areas_reviewed', year)).toBe(5)
    const [found] = await rows<{ n: number }>(
      `select count(*)::int as n from canopy.partnership_group_areas where record_id = '${await idOf('Quality Assurance Sub-group')}'`,
    )
    expect(found?.n).toBe(5)
  })

  it('F613: half a full-time post for workforce development', async () => {
    const hundredths = await counts('business_unit_fte', 'financial_year:2022-23', 'kind')
    expect((hundredths.get('workforceDevelopment') ?? 0) / 100).toBe(0.5)
  })

  it('has the 31 seats of the published list, and the independent chair since', async () => {
    const called = 'Safeguarding Children Partnership Board'
    const board = await idOf(called)
    expect((await counts('seats', year, 'groupName')).get(called)).toBe(31)
    expect((await counts('seats', lastYear, 'groupName')).get(called)).toBe(32)
    const twice = await rows<{ posts: number }>(
      `select count(distinct lower(post_title))::int as posts from canopy.seat
        where in_group = '${board}' and organisation_name = 'Stepping Stones Mentoring'`,
    )
    expect(twice).toEqual([{ posts: 2 }])
  })
})

describe('the structure of today', () => {
  it('has groups that met and did not, a task and finish group past its end, and vacancies', async () => {
    const [met = 0, known = 0] = await figure('groups_that_met', lastYear)
    expect(met).toBeGreaterThan(4)
    expect(met).toBeLessThan(known)
    expect(await figure('task_groups_past_end', lastYear)).toEqual([1, 2])
    const [vacant = 0] = await figure('seats_vacant', lastYear)
    expect(vacant).toBe(3)
    expect((await figure('seat_days_vacant', lastYear))[0]).toBeGreaterThan(100)
    expect(await count('seat_holder_changes', lastYear)).toBeGreaterThan(5)
    const [came = 0, of = 0] = await figure('seat_attendance', lastYear)
    expect(of).toBeGreaterThan(100)
    expect(came).toBeLessThan(of)
    expect(await figure('business_posts_vacant', lastYear)).toEqual([1, 4])
  })

  it('has decisions of the last year, one in place of another, and some past the day to look at them again', async () => {
    expect(await count('group_decisions_made', lastYear)).toBe(10)
    expect(await figure('group_decisions_past_review', lastYear)).toEqual([2, 5])
    const superseded = await rows(`select 1 from canopy.group_decision where state = 'superseded'`)
    expect(superseded).toHaveLength(1)
    const actions = await rows<{ state: string }>(
      `select a.state from canopy.agreed_action a join canopy.group_decision d on a.source_note = d.topic order by 1`,
    )
    expect(actions.map(({ state }) => state)).toEqual(['done', 'done', 'open', 'open'])
    // A decision is of the day of its meeting.
    const other = `select 1 from canopy.group_decision d join canopy.meeting m on m.id = d.meeting
                    where (m.starts_at at time zone 'Europe/London')::date <> d.decided_on`
    expect(await rows(other)).toEqual([])
    expect(await rows('select 1 from canopy.group_decision where meeting is null')).toEqual([])
  })

  it('leaves no seat in a group that has ended, and no group below one that has', async () => {
    expect(
      await rows(
        `select 1 from canopy.seat s join canopy.partnership_group g on g.id = s.in_group
          where g.closed_at is not null and s.closed_at is null`,
      ),
    ).toEqual([])
    expect(
      await rows(
        `select 1 from canopy.seat s where not exists (select from canopy.partnership_group g where g.id = s.in_group)`,
      ),
    ).toEqual([])
    expect(
      await rows(
        `select 1 from canopy.partnership_group g where g.chair_seat is not null
            and not exists (select from canopy.seat s where s.id = g.chair_seat and s.in_group = g.id)`,
      ),
    ).toEqual([])
  })
})
