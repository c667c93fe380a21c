import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactsIn } from '../../../test/support/contactsInTime.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { addHours, type Instant } from '../../kit/dates.ts'
import { Outcome } from '../outcome.ts'
import { figureOf } from './figure.ts'

// What is said later of an instant is what was said at that instant. The oracle is the current tables of then, which know
// nothing of history: figures are asked after every deed, and all of them again at the end, as at those instants.

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const keys = ['contacts', 'contacts_decided_on_time', 'contacts_again', 'hours_to_tell_referrer', 'safe_contact_asked']
const period = 'financial_year:2025-26'

const deeds = ['record', 'urgency', 'match', 'spoken', 'decide', 'agree', 'tell', 'void'] as const
const deed = fc.record({
  what: fc.constantFrom(...deeds),
  which: fc.nat(4),
  other: fc.nat(4),
  hours: fc.integer({ min: 1, max: 60 }),
  level: fc.constantFrom('red', 'amber'),
})

/** Does what can be done; a deed that is refused changes nothing, which the figures must bear out too. */
const attempt = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Outcome)) throw error
  }
}

const said = async (asAt?: Instant) => {
  const actor = world.as('screening_manager')
  const figures = []
  for (const key of keys) {
    const { value, numerator, denominator, open, overdue, digest } = await figureOf(world.engine, actor, key, {
      period,
      asAt,
      withDigest: true,
    })
    figures.push({ key, value, numerator, denominator, open, overdue, digest })
  }
  return figures
}

describe('figures as at an instant of the past', () => {
  it('are those that were given at that instant, whatever happened since', async () => {
    const { act, record, urgency, decide, agree, tell, voidRecord, match } = contactsIn(world)
    let at: Instant = '2025-04-07T09:00:00.000Z'
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 14 }), async list => {
        const references = [await record(at, { worry: 'domesticAbuse' })]
        const then: { at: Instant; figures: Awaited<ReturnType<typeof said>> }[] = []
        for (const { what, which, other, hours, level } of list) {
          at = addHours(at, hours)
          const one = references[which % references.length] ?? ''
          const earlier = references[other % references.length] ?? ''
          const safely = { spokenAt: at, how: 'phone', freeToTalk: 'safe', note: '' }
          await attempt(async () => {
            if (what === 'record')
              references.push(await record(at, { receivedAt: addHours(at, -hours), worry: 'domesticAbuse' }))
            else if (what === 'urgency') await urgency(one, level, at)
            else if (what === 'match') await match(one, earlier, at)
            else if (what === 'spoken') await act('screener', one, 'recordSafeContact', safely, at)
            else if (what === 'decide') await decide(one, 'noFurtherAction', at)
            else if (what === 'agree') await agree(one, at)
            else if (what === 'tell') await tell(one, at)
            else await voidRecord(one, at)
          })
          // Half an hour later, so that clocks may have run out without any deed.
          const moment = addHours(at, 0.5)
          setNow(moment)
          then.push({ at: moment, figures: await said() })
        }
        at = addHours(at, 24)
        setNow(at)
        for (const { at: moment, figures } of then) expect(await said(moment), moment).toEqual(figures)
      }),
      { numRuns: 4 },
    )
  }, 240_000)
})
