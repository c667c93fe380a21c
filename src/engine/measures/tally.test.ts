import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRecordedWorld } from '../../../test/support/recorded.ts'
import type { World } from '../../../test/support/world.ts'
import { roles } from '../../app/roles.ts'
import type { Register } from '../../declare/register.ts'
import { setNow } from '../../kit/clock.ts'
import type { Instant } from '../../kit/dates.ts'
import { seesCases } from './disclosure.ts'
import { figureOf, trendOf } from './figure.ts'
import { allMeasures } from './find.ts'
import { countedFor } from './tally.ts'

// The example records of every register, so that every measure is asked.
let world: World
beforeAll(async () => {
  world = await createRecordedWorld()
  setNow('2027-06-01T09:00:00.000Z')
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

/** Somebody who may open the cases of a register, so that the figures are exact. */
const readerOf = (register: Register) => {
  const reader = Object.keys(roles)
    .map(role => world.as(role))
    .find(actor => seesCases(register, actor))
  if (!reader) throw new Error(`Nobody opens the cases of ${register.record.key}`)
  return reader
}
const manager = () => world.as('screening_manager')

describe('many periods in one question', () => {
  it.each<[string, Instant | undefined]>([
    ['now', undefined],
    ['as at an instant of the past', '2026-07-15T09:00:00.000Z'],
  ])('say of each what it says alone, %s', async (_when, asAt) => {
    let counted = 0
    for (const { register, measure } of allMeasures(world.engine)) {
      const reader = readerOf(register)
      const asked = { period: 'financial_year:2026-27', asAt }
      const together = await trendOf(world.engine, reader, measure.key, { ...asked, over: 'quarters' })
      for (const figure of together) {
        const alone = await figureOf(world.engine, reader, measure.key, { ...asked, period: figure.period })
        expect(figure).toEqual({ ...alone, digest: null })
        counted += Number(typeof alone.denominator === 'number' && alone.denominator > 0)
      }
    }
    expect(counted).toBeGreaterThan(20)
  })
})

describe('what is counted for one person', () => {
  it('is never asked as somebody else', async () => {
    const ask = (within: World['engine'] | Parameters<typeof figureOf>[0], who: 'screening_manager' | 'scrutineer') =>
      figureOf(within, world.as(who), 'contacts', { period: 'financial_year:2026-27' })
    await countedFor(world.engine, manager(), async within => {
      expect((await ask(within, 'screening_manager')).value).toEqual(
        (await ask(world.engine, 'screening_manager')).value,
      )
      await expect(ask(within, 'scrutineer')).rejects.toThrow('as somebody else')
    })
  })

  it('is all of one state of the records', async () => {
    const period = 'financial_year:2026-27'
    await countedFor(world.engine, manager(), async within => {
      const before = await figureOf(within, manager(), 'contacts', { period })
      await world.engine.owner.query(
        "update canopy.contact set state = 'recordedInError' where state <> 'recordedInError'",
      )
      const after = await figureOf(within, manager(), 'contacts', { period })
      expect(before.value).toBeGreaterThan(0)
      expect(after.value).toBe(before.value)
    })
    expect((await figureOf(world.engine, manager(), 'contacts', { period })).value).toBe(0)
  })
})
