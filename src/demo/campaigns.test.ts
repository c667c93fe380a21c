import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadedAt, type ToldDemo, tellDemo } from '../../test/support/toldDemo.ts'
import { system } from '../engine/actor.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { breakdownOf } from '../engine/measures/breakdown.ts'
import { figureOf } from '../engine/measures/figure.ts'
import { addMonths } from '../kit/dates.ts'
import { campaignStories } from './campaigns.ts'
import type { DemoContext } from './context.ts'
import { section11Stories } from './section11.ts'
import { inOrder } from './stories.ts'

const now = loadedAt
let told: ToldDemo
let engine: OpenEngine
let demo: DemoContext

beforeAll(async () => {
  told = await tellDemo(demo => inOrder([campaignStories(demo), section11Stories(demo)]))
  engine = told.engine
  demo = told.demo
}, 240_000)
afterAll(() => told.close())

const auditor = () => demo.actor('yusuf.demirkan', 'audit_lead')
const reportYear = 'report_year:2021-22'
const figure = async (measure: string, period = reportYear) => {
  const { numerator, denominator } = await figureOf(engine, auditor(), measure, { period })
  return [Number(numerator), Number(denominator)]
}
const count = async (measure: string, period = reportYear) => (await figure(measure, period))[0]
const rows = async (measure: string, by: string) => {
  const { rows: found } = await breakdownOf(engine, auditor(), measure, { period: reportYear, by })
  return Object.fromEntries(
    found.filter(({ numerator }) => Number(numerator) > 0).map(one => [one.code ?? 'none', Number(one.numerator)]),
  )
}
const states = async (where: string) =>
  Object.fromEntries(
    (
      await engine.owner.query<{ state: string; n: number }>(
        `select state, count(*)::int as n from canopy.setting_return r where ${where} group by state`,
      )
    ).rows.map(({ state, n }) => [state, n]),
  )

describe('the round of 2021-22 comes out of the measures', () => {
  it('59 schools, nurseries and colleges and 72 early years settings answered (F403, F404)', async () => {
    expect(await rows('settings_returned', 'setKey')).toEqual({ section175: 59, early_years: 72 })
    expect(await count('settings_asked')).toBe(135)
    expect(await count('settings_not_returned')).toBe(4)
  })

  it('one school gave an independent review instead (F405)', async () => {
    expect(await count('settings_independent_review')).toBe(1)
  })

  it('nine agencies answered of the ten that were asked (F407)', async () => {
    expect(await count('section11_returned')).toBe(9)
    expect([await count('section11_returns_due'), await count('section11_not_returned')]).toEqual([10, 1])
  })

  it('the recording of training was to be improved within six months (F408)', async () => {
    const { rows: found } = await engine.owner.query<{ due: string; submitted: string }>(
      `select a.action_due_on::text as due, (r.submitted_at at time zone 'Europe/London')::date::text as submitted
         from canopy.section11_return_answers a join canopy.section11_return r on r.id = a.record_id
        where a.action like '%training is recorded' and r.round = '2021-22' and a.superseded_at is null`,
    )
    expect(found.map(({ due, submitted }) => due === addMonths(submitted, 6))).toEqual([true])
  })

  it('has some limited returns, reports that differ, and actions that were done and agreed', async () => {
    const [limited = 0, judged = 0] = await figure('settings_limited')
    expect(judged).toBe(131)
    expect(limited).toBeGreaterThan(3)
    expect(await count('setting_reports_differ')).toBeGreaterThan(0)
    const promised = (await count('setting_actions_promised')) ?? 0
    const { rows: found } = await engine.owner.query(
      "select 1 from canopy.agreed_action where setting_return is not null and state = 'done'",
    )
    expect(promised).toBeGreaterThan(30)
    expect(found.length).toBe(promised)
    // Those who may not open actions of meetings see no small number of actions, so it is asked as Canopy itself.
    const late = async (period: string) => {
      const asked = await figureOf(engine, system(), 'section11_actions_past_date', { period })
      return [Number(asked.numerator), Number(asked.denominator)]
    }
    expect([await late(reportYear), await late('report_year:2022-23')]).toEqual([
      [0, 2],
      [0, 5],
    ])
    const [met = 0, of = 0] = await figure('setting_statements_met')
    expect(met / of).toBeGreaterThan(0.9)
  })
})

describe('the round under way', () => {
  it('stands at every stage, with the answers of the round before beside', async () => {
    const found = await states(`r.sent_on > '2026-01-01'`)
    for (const state of ['notStarted', 'answering', 'withHead', 'submitted', 'sentBack'])
      expect([state, (found[state] ?? 0) > 0]).toEqual([state, true])
    expect(Object.values(found).reduce((sum, n) => sum + n, 0)).toBe(135)
    const { rows: found2 } = await engine.owner.query<{ all: boolean }>(
      `select bool_and(previous is not null) as all from canopy.setting_return where sent_on > '2026-01-01'`,
    )
    expect(found2).toEqual([{ all: true }])
  })

  it('has answers in the old and the new words, and one person who answers for five settings', async () => {
    const { rows: versions } = await engine.owner.query<{ v: number }>(
      `select distinct a.asked_version as v from canopy.setting_return_answers a join canopy.setting_return r on r.id = a.record_id
        where r.set_key = 'section175' and r.sent_on > '2026-01-01' order by 1`,
    )
    expect(versions.map(({ v }) => v)).toEqual([1, 2])
    const posts = demo.holders('setting_lead', now).filter(({ name }) => name === 'Philippa Strand-Oyelowo')
    expect(posts).toHaveLength(5)
  })

  it('has nothing carried forward among its answers', async () => {
    const { rows: found } = await engine.owner.query(
      `select 1 from canopy.setting_return_carried c join canopy.setting_return_answers a
         on a.record_id = c.record_id and a.statement = c.carried_statement and a.superseded_at is null`,
    )
    expect(found).toEqual([])
  })
})
