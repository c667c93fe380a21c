import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ToldDemo, tellDemo } from '../../test/support/toldDemo.ts'
import { system } from '../engine/actor.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { figureOf } from '../engine/measures/figure.ts'
import { meetingStories } from './meetings.ts'

const morning = '2026-11-26T09:30:00.000Z'
let told: ToldDemo
let engine: OpenEngine

beforeAll(async () => {
  told = await tellDemo(meetingStories, morning)
  engine = told.engine
}, 240_000)
afterAll(() => told.close())

const figure = async (measure: string, period: string) => {
  const { value, denominator } = await figureOf(engine, system(), measure, { period })
  return [value, denominator]
}
const rows = async <R>(sql: string) => (await engine.owner.query(sql)).rows as R[]

describe('the meetings of the demonstration', () => {
  it('were conferences of 35 to 55 cases each month until January 2021 (F399, F400), and have none since', async () => {
    expect(await figure('conferences_of_usual_size', 'financial_year:2020-21')).toEqual([100, 3])
    expect(await figure('conferences_of_usual_size', 'financial_year:2021-22')).toEqual(['[z]', 0])
    const sizes = await rows<{ n: number }>(
      `select count(*)::int as n from canopy.agenda_item where kind = 'conference' group by meeting order by 1`,
    )
    expect(sizes.map(({ n }) => n)).toEqual([35, 44, 55])
  })

  it('are daily, with up to three cases each (F401), in the year of the report and in the last year', async () => {
    expect(await figure('daily_meetings_of_three', 'report_year:2021-22')).toEqual([100, 21])
    const [share, meetings] = await figure('daily_meetings_of_three', 'rolling_12_months:2026-11-25')
    expect(share).toBe(100)
    expect(Number(meetings)).toBeGreaterThan(240)
  })

  it('agreed the scrutiny panel of court outcomes on 8 July 2020 (F663)', async () => {
    const found = await rows<{ decision: string; day: string }>(
      `select i.decision, (m.starts_at at time zone 'Europe/London')::date::text as day
         from canopy.agenda_item i join canopy.meeting m on m.id = i.meeting where m.kind = 'youthJusticeBoard'`,
    )
    expect(found).toEqual([{ decision: 'decided', day: '2020-07-08' }])
  })

  it('hold a year of the panel and the look before it, and this week’s agendas with answers asked and given', async () => {
    const [held] = await rows<{ panels: number; sifts: number }>(
      `select count(*) filter (where kind = 'exploitation')::int as panels, count(*) filter (where kind = 'sift')::int as sifts
         from canopy.meeting where state = 'minuted'`,
    )
    expect(held?.panels).toBeGreaterThanOrEqual(12)
    expect(held?.sifts).toBeGreaterThanOrEqual(12)
    const today = await rows<{ state: string; items: number; answered: number; asked: number }>(
      `select m.state, (select count(*)::int from canopy.agenda_item i where i.meeting = m.id and i.state = 'listed') as items,
              (select count(*)::int from canopy.meeting_answer a where a.meeting = m.id and a.state = 'answered') as answered,
              (select count(*)::int from canopy.meeting_answer a where a.meeting = m.id and a.state = 'asked') as asked
         from canopy.meeting m where m.kind = 'daily' and m.starts_at > '${morning}' order by m.starts_at limit 1`,
    )
    expect(today[0]).toMatchObject({ state: 'prepared' })
    for (const count of [today[0]?.items, today[0]?.answered, today[0]?.asked]) expect(count).toBeGreaterThan(0)
  })

  it('bring cases back, carry some over, and leave some actions late and some open', async () => {
    const why = await rows<{ why: string }>('select distinct why_today as why from canopy.agenda_item order by 1')
    expect(why.map(one => one.why)).toEqual(
      expect.arrayContaining(['carriedOver', 'new', 'nominated', 'repeat', 'review']),
    )
    const [actions] = await rows<{ late: number; open: number }>(
      `select count(*) filter (where reported_at > due_at)::int as late, count(*) filter (where closed_at is null)::int as open
         from canopy.agreed_action`,
    )
    expect(actions?.late).toBeGreaterThan(10)
    expect(actions?.open).toBeGreaterThan(3)
  })

  it('have each case on one agenda at a time', async () => {
    expect(
      await rows(
        `select daily_case from canopy.agenda_item where state = 'listed' and daily_case is not null group by daily_case having count(*) > 1`,
      ),
    ).toEqual([])
  })
})
