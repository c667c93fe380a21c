import { CamelCasePlugin, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { returnsIn } from '../../../../test/support/section11.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Measure } from '../../../declare/measure.ts'
import { alone } from '../../../declare/measure.ts'
import { casesOf as openCases } from '../../../engine/measures/cases.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { setNow } from '../../../kit/clock.ts'
import type { Instant } from '../../../kit/dates.ts'
import { period } from '../../../kit/periods.ts'
import { section11Register } from './index.ts'
import { notReturned, ratingsChanged, returnedInTime, returnsDue, standardMet, standardsMet } from './measures.ts'

/** The cases of a measure on the tables as they stood, as the figure engine will ask them. */
const casesOf = async (engine: World['engine'], measure: Measure, asAt: Instant) => {
  const table = (name: string) => sql.raw(`canopy.${name}`)
  const at = (name: string) =>
    sql`select * from ${table(name)} where recorded_at <= ${asAt} and (superseded_at is null or superseded_at > ${asAt})`
  const parts = ['clock', 'answers', 'moderations', 'progress', 'reviews'].map(part => `section11_return_${part}`)
  const db = engine.pools.measures.withPlugin(new CamelCasePlugin())
  const query = measure.cases(db, { period: alone(period('financial_year:2026-27')), asAt })
  const { rows } = await sql<{ id: string; counted: boolean }>`
    with ${sql.join(parts.map(name => sql`${sql.raw(name)} as (${at(name)})`))} select * from ${query} q`.execute(db)
  return rows
}

describe('measures, counted by hand from the examples', () => {
  const asAt = '2027-03-01T09:00:00.000Z'
  let world: World
  beforeAll(async () => {
    world = await createWorld()
    const { walk } = returnsIn(() => world)
    for (const example of section11Register.examples) await walk(example)
  })
  afterAll(async () => {
    setNow(null)
    await world.close()
  })

  const figure = async (measure: Measure | undefined, at = asAt) => {
    const rows = await casesOf(world.engine, measure as Measure, at)
    return { counted: rows.filter(row => row.counted).length, of: rows.length }
  }

  it('returns due: three, the withdrawn one left out', async () => {
    expect(await figure(returnsDue)).toEqual({ counted: 3, of: 3 })
  })

  it('in time: of police, health (late) and the school (never), the police', async () => {
    expect(await figure(returnedInTime)).toEqual({ counted: 1, of: 3 })
  })

  it('in time, while the others are not yet due: the police alone are counted', async () => {
    expect(await figure(returnedInTime, '2026-10-20T09:00:00.000Z')).toEqual({ counted: 1, of: 1 })
  })

  it('not returned: the school', async () => {
    expect(await figure(notReturned)).toEqual({ counted: 1, of: 1 })
    expect(await figure(notReturned, '2026-10-30T20:00:00.000Z')).toEqual({ counted: 0, of: 0 })
  })

  it('standards met: the police 6 of 8, health 6 of 7 that apply', async () => {
    expect(await figure(standardsMet)).toEqual({ counted: 12, of: 15 })
  })

  it('standards met as they were known before the return was sent back: the police 7 of 8', async () => {
    expect(await figure(standardsMet, '2026-10-01T09:00:00.000Z')).toEqual({ counted: 7, of: 8 })
  })

  it('standards met, standard by standard, add up to the whole', async () => {
    const each = await Promise.all(standardMet.map(one => figure(one)))
    expect(each.map(({ counted, of }) => `${counted}/${of}`)).toEqual([
      '2/2',
      '2/2',
      '2/2',
      '1/2',
      '2/2',
      '1/2',
      '1/2',
      '1/1',
    ])
  })

  it('changed by moderation: standard 4 of the eight moderated', async () => {
    expect(await figure(ratingsChanged)).toEqual({ counted: 1, of: 8 })
  })

  it('can be followed to the returns: one case for each answer, several of one return', async () => {
    setNow(asAt)
    const asked = { period: 'financial_year:2026-27' }
    const scrutineer = world.as('scrutineer')
    for (const [key, returns] of [
      ['section11_standards_met', 2],
      ['section11_ratings_changed', 1],
      ['section11_returned_in_time', 3],
    ] as const) {
      const told = await figureOf(world.engine, scrutineer, key, asked)
      const all = await openCases(world.engine, scrutineer, key, { ...asked, pageSize: 7 })
      const next = await openCases(world.engine, scrutineer, key, { ...asked, pageSize: 7, page: 2 })
      const third = await openCases(world.engine, scrutineer, key, { ...asked, pageSize: 7, page: 3 })
      const cases = [...all.cases, ...next.cases, ...third.cases]
      expect(all.total, key).toBe(told.denominator)
      expect(cases.filter(one => one.counted).length, key).toBe(told.numerator)
      expect(new Set(cases.map(one => one.id)).size, key).toBe(told.denominator)
      expect(new Set(cases.map(one => one.reference)).size, key).toBe(returns)
    }
    expect(await figureOf(world.engine, scrutineer, 'section11_returned_in_time', asked)).toMatchObject({
      open: 1,
      overdue: 1,
    })
  })
})
