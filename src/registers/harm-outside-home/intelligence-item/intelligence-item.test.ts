import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createMissing, type Missing } from '../../../../test/support/missing.ts'
import { createPeople } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { setNow } from '../../../kit/clock.ts'
import { intelligenceItemRegister as register } from './index.ts'

let world: World
let missing: Missing

beforeAll(async () => {
  world = await createWorld()
  missing = createMissing(world)
})
beforeEach(() => setNow('2026-11-12T09:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const share = () =>
  missing.act('missing_coordinator', register, 'start', {
    ...{ police: 'Metropolitan Police', kind: 'vehicle', words: 'Grey van', knownPlace: '' },
  })

describe('intelligence for the police', () => {
  it('is read and answered by the force that has it, without who said it', async () => {
    const item = await share()
    const { row } = await missing.read(register, item, 'police_unit')
    expect(row.words).toBe('Grey van')
    for (const name of ['child', 'interview', 'withdrawnWhy']) expect(Object.keys(row), name).not.toContain(name)
    await missing.act('police_unit', register, 'answer', { usedFor: 'known', usedNote: '' }, item)
    expect((await missing.read(register, item)).row).toMatchObject({ state: 'answered', usedFor: 'known' })
    for (const by of ['interview_worker', 'placement_lead', 'social_worker', 'check_answerer'])
      expect([by, await missing.sees(register, item, by)]).toEqual([by, false])
  })

  it('from a child nobody may know of stays with the police, and leaves the others', async () => {
    const people = createPeople(world)
    const child = await people.person()
    const times = { reportedAt: '2026-11-09 22:00', leftAt: '2026-11-09 18:00', lastSeenAt: '', person: child }
    const episode = await missing.report(times)
    await missing.back(episode, '2026-11-10 06:10')
    const [interview = ''] = await missing.interviewsOf(episode)
    await missing.attempt(interview, '2026-11-10 10:00')
    await missing.hold(interview, '2026-11-11 10:00')
    const named = { namedKind: 'person', namedWords: 'Fox', knownPlace: '', noKnownPlace: '', sharePolice: 'yes' }
    await missing.interview('addNamed', interview, named)
    const sent = { sendTo: 'police', police: 'Metropolitan Police', summary: 'x', placementPlan: '' }
    await missing.interview('send', interview, sent)
    const { rows } = await world.engine.owner.query<{ reference: string }>(
      "select reference from canopy.intelligence_item where words = 'Fox'",
    )
    const item = rows[0]?.reference ?? ''
    expect(await missing.sees(register, item, 'exploitation_coordinator')).toBe(true)
    await createHidden(world, people).hide(child)
    expect(await missing.sees(register, item, 'exploitation_coordinator')).toBe(false)
    expect(await missing.sees(register, item, 'police_unit')).toBe(true)
  })

  it('is counted when it is shared, and not when it is withdrawn', async () => {
    const figure = async () =>
      Number(
        (
          await figureOf(world.engine, world.as('missing_coordinator'), 'intelligence_shared', {
            period: 'month:2026-11',
          })
        ).numerator,
      )
    const before = await figure()
    const item = await share()
    expect(await figure()).toBe(before + 1)
    await missing.act('missing_coordinator', register, 'withdraw', { withdrawnWhy: 'Says who it was' }, item)
    expect(await figure()).toBe(before)
  })
})
