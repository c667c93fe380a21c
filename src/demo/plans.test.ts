import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ToldDemo, tellDemo } from '../../test/support/toldDemo.ts'
import { system } from '../engine/actor.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { figureOf } from '../engine/measures/figure.ts'
import { playStory } from '../engine/store/story.ts'
import { type Tx, within } from '../engine/store/transaction.ts'
import { addHours } from '../kit/dates.ts'
import { readBoard, shows } from '../registers/assurance/agreed-action/pages/boardRows.ts'
import type { DemoContext } from './context.ts'
import { founder } from './partnership.ts'
import { planStories } from './plans.ts'

let told: ToldDemo
let engine: OpenEngine
let demo: DemoContext

beforeAll(async () => {
  told = await tellDemo(planStories)
  engine = told.engine
  demo = told.demo
}, 240_000)
afterAll(() => told.close())

const query = async (text: string, values: readonly unknown[] = []) =>
  (await engine.owner.query(text, values as never)).rows
const manager = () => demo.actor('frances.okorodu', 'partnership_manager')
const figure = async (measure: string, period: string) => {
  const { numerator, denominator } = await figureOf(engine, system(), measure, { period })
  return [Number(numerator), Number(denominator)]
}

describe('plans and what they recommend', () => {
  it('the plan of 2020 has eleven recommendations (F653), each with its timescale (F654 to F662)', async () => {
    const rows = await query(
      `select r.number, to_char(r.due_on, 'YYYY-MM') as due from canopy.recommendation r join canopy.action_plan p on p.id = r.plan
        where p.compiled_on = '2020-07-31' order by r.number::int`,
    )
    expect(rows.length).toBe(11)
    expect(Object.fromEntries(rows.filter(({ due }) => due !== null).map(({ number, due }) => [number, due]))).toEqual({
      ...{ '2': '2020-06', '3': '2020-05', '4': '2020-09', '6': '2020-06', '7': '2020-10', '8': '2020-06' },
      ...{ '9': '2020-08', '10': '2020-10', '11': '2020-10' },
    })
    expect((await figure('recommendations_made', 'month:2020-07'))[0]).toBe(11)
  })

  it('keeps the two versions of each status that the plan had, and invents no colour for them', async () => {
    const rows = await query(
      `select u.updated_on::text as on, u.rating from canopy.agreed_action_updates u join canopy.agreed_action a on a.id = u.record_id
        where a.source_note like 'Plan of 2020%' and u.updated_on <= '2020-09-30'`,
    )
    expect(rows.filter(({ on }) => on === '2020-09-30').length).toBe(13)
    expect(rows.filter(({ on }) => on === '2020-07-31').length).toBe(11)
    expect([...new Set(rows.map(({ rating }) => rating))]).toEqual(['notGiven'])
  })

  it('over half of Fair Futures was carried out by September 2020 (F627)', async () => {
    const [found] = await query(
      `select count(*) filter (where r.closed_on <= '2020-09-30')::int as done, count(*)::int as all from canopy.recommendation r
         join canopy.action_plan p on p.id = r.plan where p.name = 'Fair Futures'`,
    )
    expect(found.done).toBeGreaterThan(found.all / 2)
    expect(await figure('recommendations_done', 'month:2019-06')).toEqual([found.done, found.all])
  })

  it('has a board today with something under every heading but the lost', async () => {
    const { counts } = await within(engine, manager(), tx =>
      readBoard(tx, { show: 'open', plan: '', source: '', sort: 'due', descending: false }, { limit: 10, offset: 0 }),
    )
    for (const show of Object.keys(shows)) expect(counts[show as keyof typeof shows], show).toBeGreaterThan(0)
  })

  it('can be told to its end whatever the day on which it is loaded', async () => {
    const _tx: Tx = { actor: founder, query: async (text, values) => query(text, values) as never }
    for (let n = 0; n < 12; n += 1) {
      const until = addHours('2026-10-01T05:20:00.000Z', n * 619)
      const then = await told.contextAt(until, addHours(until, 1500))
      for (const story of planStories(then)) expect(() => playStory(engine, story.register, story)).not.toThrow()
    }
  })
})
