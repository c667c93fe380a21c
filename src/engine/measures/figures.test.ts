import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import type { Typed } from '../../declare/input.ts'
import { setNow } from '../../kit/clock.ts'
import { addHours, type Instant } from '../../kit/dates.ts'
import { contactRegister } from '../../registers/front-door/contact/index.ts'
import { perform } from '../store/perform.ts'
import { breakdownOf } from './breakdown.ts'
import { casesOf } from './cases.ts'
import { comparisonOf, figureOf, trendOf } from './figure.ts'
import { allMeasures } from './find.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const given = contactRegister.examples[0]?.start ?? {}
const year = 'financial_year:2026-27'

/** A contact recorded at a moment; received then unless told otherwise. */
const record = async (at: Instant, answers: Typed = {}) => {
  setNow(at)
  const done = await perform(world.engine, world.as('screener'), {
    register: contactRegister,
    action: 'start',
    typed: { ...given, receivedAt: at, ...answers },
  })
  return done.reference
}

const act = async (by: string, reference: string, action: string, typed: Typed, at: Instant) => {
  setNow(at)
  await perform(world.engine, world.as(by), { register: contactRegister, action, reference, typed })
}

const manager = () => world.as('screening_manager')
const scrutineer = () => world.as('scrutineer')
const contacts = (asked: Parameters<typeof figureOf>[3]) => figureOf(world.engine, manager(), 'contacts', asked)

describe('smoke', () => {
  it('runs every measure', async () => {
    const reference = await record('2026-05-12T09:00:00.000Z')
    await record('2026-05-13T09:00:00.000Z', { source: '6' })
    await act('screener', reference, 'setUrgency', { urgency: 'amber', urgencyWhy: 'x' }, '2026-05-12T09:30:00.000Z')
    setNow('2026-06-01T09:00:00.000Z')
    for (const { measure } of allMeasures(world.engine)) {
      const figure = await figureOf(world.engine, manager(), measure.key, { period: year })
      const past = await figureOf(world.engine, manager(), measure.key, {
        period: year,
        asAt: '2026-05-12T12:00:00.000Z',
      })
      console.log(
        measure.key,
        figure.value,
        figure.numerator,
        figure.denominator,
        figure.open,
        figure.overdue,
        '|',
        past.value,
        past.denominator,
      )
      await figureOf(world.engine, scrutineer(), measure.key, { period: year })
      for (const by of measure.by) await breakdownOf(world.engine, manager(), measure.key, { period: year, by })
    }
    console.log(await casesOf(world.engine, manager(), 'contacts', { period: year }))
    console.log(
      (await trendOf(world.engine, manager(), 'contacts', { period: year, over: 'months' })).map(f => f.value),
    )
    console.log((await comparisonOf(world.engine, scrutineer(), 'contacts', { period: year })).change)
  })
})
