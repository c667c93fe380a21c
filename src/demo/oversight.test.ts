import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadedAt, type ToldDemo, tellDemo } from '../../test/support/toldDemo.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { breakdownOf } from '../engine/measures/breakdown.ts'
import { figureOf } from '../engine/measures/figure.ts'
import { playStory } from '../engine/store/story.ts'
import { within } from '../engine/store/transaction.ts'
import type { DemoContext } from './context.ts'
import { oversightStories } from './oversight.ts'
import { founder } from './partnership.ts'

const now = loadedAt
let told: ToldDemo
let engine: OpenEngine
let demo: DemoContext

beforeAll(async () => {
  told = await tellDemo(oversightStories)
  engine = told.engine
  demo = told.demo
}, 240_000)
afterAll(() => told.close())

const scrutineer = () => demo.actor('edith.vanestone', 'scrutineer')
const figure = async (measure: string, period: string) => {
  const { numerator, denominator } = await figureOf(engine, scrutineer(), measure, { period })
  return [Number(numerator), Number(denominator)]
}
const count = async (measure: string, period: string) => (await figure(measure, period))[0]
const rows = async (measure: string, period: string, by: string) => {
  const { rows: found } = await breakdownOf(engine, scrutineer(), measure, { period, by })
  return Object.fromEntries(
    found.filter(({ numerator }) => Number(numerator) > 0).map(one => [one.code ?? 'none', Number(one.numerator)]),
  )
}
const reportYear = 'report_year:2021-22'

describe('published figures of oversight come out of the measures', () => {
  it('four priorities of the partnership (F010)', async () => {
    expect(await rows('priorities_in_force', reportYear, 'scheme')).toEqual({ partnership: 4 })
  })

  it('three priorities of the recovery (F650), without measures or days', async () => {
    expect(await rows('priorities_in_force', 'financial_year:2020-21', 'scheme')).toEqual({
      partnership: 4,
      recovery: 3,
    })
    const { rows: dated } = await engine.owner.query(
      'select 1 from canopy.priority_programmes where milestone_on is not null',
    )
    expect(dated).toEqual([])
  })

  it('one community event with the Borough Commander in July 2020 (F664), of which attendance was not recorded', async () => {
    expect(await rows('engagement_events', 'month:2020-07', 'kind')).toEqual({ community: 1 })
    expect(await count('engagement_attendances', 'month:2020-07')).toBe(0)
  })
})

describe('what the report says in words', () => {
  const gaps = async (agency: string, title: string) => {
    const { rows: found } = await engine.owner.query<{ n: number }>(
      `select count(*)::int as n from canopy.priority p join canopy.priority_evidenced e on e.record_id = p.id
         join canopy.agency a on a.id = e.evidenced_by
        where p.title = $1 and a.code = $2 and e.superseded_at is null
          and e.evidenced_on between '2021-09-01' and '2022-08-31'`,
      [title, agency],
    )
    return found[0]?.n
  }

  it('the integrated care board gave evidence on all four priorities, on one of them under older words', async () => {
    const titles = await engine.owner.query<{ title: string }>(
      "select title from canopy.priority where scheme = 'partnership' order by number",
    )
    for (const { title } of titles.rows) expect(await gaps('icb', title), title).toBe(1)
    const { rows: older } = await engine.owner.query(
      "select 1 from canopy.priority_evidence where as_worded like '%holding perpetrators to account'",
    )
    expect(older).toHaveLength(1)
  })

  it('there is little evidence on neglect, and none from housing', async () => {
    expect(await gaps('housing', 'Neglect')).toBe(0)
    expect(await figure('priorities_without_evidence', reportYear)).toEqual([0, 4])
    expect(await figure('priority_evidence_gaps', reportYear)).toEqual([20, 36])
    expect(await figure('agencies_without_evidence', reportYear)).toEqual([0, 9])
  })

  it('the scrutineer judged, and named one figure with its base', async () => {
    expect(await rows('scrutiny_made', 'month:2022-09', 'judgement')).toEqual({
      ...{ disappointing: 1, excellent: 3, commendable: 2, inOrder: 1, seeMore: 1 },
    })
    expect(await figure('challenges_answered_in_time', 'month:2022-09')).toEqual([1, 1])
  })

  it('reports of one matter give 35 and 39, and 12,199 and 12,214, and speak of domestic abuse in two ways', async () => {
    const { rows: said } = await engine.owner.query<{ topic: string; said: string[] }>(
      `select topic, array_agg(coalesce(value::text, direction) order by value, direction) as said
         from canopy.agency_report_headlines where topic in ('contacts', 'referralMechanism', 'domesticAbuse')
        group by topic order by topic`,
    )
    expect(said).toEqual([
      { topic: 'contacts', said: ['12199', '12214'] },
      { topic: 'domesticAbuse', said: ['more', 'same'] },
      { topic: 'referralMechanism', said: ['35', '39'] },
    ])
  })
})

describe('what is under way', () => {
  const overdue = async (table: string) =>
    (await engine.owner.query(`select 1 from canopy.${table} where closed_at is null and next_due_at < $1`, [now])).rows
      .length
  it.each([
    'priority_evidence',
    'agency_report',
    'scrutiny_challenge',
    'partnership_risk',
    'engagement_event',
    'local_incident',
  ])('of %s a few are overdue', async table => {
    const late = await overdue(table)
    expect(late).toBeGreaterThan(0)
    expect(late).toBeLessThan(4)
  })

  it('goes on at a refresh', async () => {
    await within({ pools: { app: engine.owner } }, founder, async _tx => {
      const later = await told.contextAt(now, '2027-01-29T10:40:00.000Z')
      for (const story of oversightStories(later)) playStory(engine, story.register, story)
    })
  })
})
