import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMeetings } from '../../../../test/support/meetings.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { panelNominationRegister } from './index.ts'

let world: World
let held: ReturnType<typeof createMeetings>

beforeAll(async () => {
  world = await createWorld()
  held = createMeetings(world)
})
beforeEach(() => setNow('2026-11-02T09:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const rowOf = async (reference: string, by = 'exploitation_coordinator') =>
  (await readRecord(world.engine, world.as(by), panelNominationRegister, reference)).held.row

describe('a nomination for the exploitation panel', () => {
  it('about a child or a group points at the record of it', async () => {
    await expect(held.nominate({ subject: 'child' })).rejects.toMatchObject({ problems: [{ field: 'person' }] })
    await expect(held.nominate({ subject: 'group' })).rejects.toMatchObject({ problems: [{ field: 'peerGroup' }] })
  })

  it('is looked at before the panel by somebody other than who nominated it', async () => {
    const own = await held.act('exploitation_coordinator', panelNominationRegister, 'start', {
      ...{ subject: 'theme', person: '', peerGroup: '', label: 'Vapes', alsoCalled: '', nominatedOn: '2026-11-02' },
      ...{ kinds: ['criminal'], criteria: ['other'], risk: 'emerging', whyNow: 'Sold to pupils.', tried: 'Letters.' },
      ...{ plan: '', childVoice: '', asks: 'A plan.', policeOnly: '', school: '', placedIn: '' },
    })
    const accept = (of: string) =>
      held.act('exploitation_coordinator', panelNominationRegister, 'accept', { siftWhy: 'Yes' }, of)
    await expect(accept(own)).rejects.toMatchObject({ kind: 'forbidden' })
    await accept(await held.nominate())
  })

  it('goes through the look before and the panel, keeps the risk before, and ends with a lower one', async () => {
    const reference = await held.nominate()
    const sift = await held.plan({ kind: 'sift', startsAt: '2026-11-05 14:00', answersBy: '' })
    await held.make(sift)
    const outcome = { fullConference: '', conferenceOn: '', whyNoConference: '', childrenStep: '' }
    await expect(
      held.discuss(await held.itemOf(sift, reference), { ...outcome, risk: 'moderate', decision: 'keep' }),
    ).rejects.toMatchObject({
      problems: [{ field: 'decision', message: expect.stringContaining('not one of this kind') }],
    })
    await held.discuss(await held.itemOf(sift, reference), { ...outcome, risk: 'moderate', decision: 'accept' })
    expect(await rowOf(reference)).toMatchObject({ state: 'accepted', sift: 'accept' })
    const panel = await held.plan({ kind: 'exploitation', startsAt: '2026-11-12 14:00', answersBy: '' })
    await held.make(panel)
    await expect(
      held.discuss(await held.itemOf(panel, reference), { ...outcome, risk: 'high', decision: 'keep' }),
    ).rejects.toMatchObject({ problems: [{ field: 'risk' }] })
    await held.discuss(await held.itemOf(panel, reference), { ...outcome, risk: 'significant', decision: 'placePlan' })
    expect(await rowOf(reference)).toMatchObject({ riskBefore: 'moderate', risk: 'significant', timesHeard: 1 })
    setNow('2026-12-10T09:00:00.000Z')
    const next = await held.plan({ kind: 'exploitation', startsAt: '2026-12-10 14:00', answersBy: '' })
    await held.make(next)
    await held.discuss(await held.itemOf(next, reference), { ...outcome, risk: 'emerging', decision: 'close' })
    expect(await rowOf(reference)).toMatchObject({ state: 'closed', riskAtStart: 'moderate', riskAtEnd: 'emerging' })
  })

  it('shows a partner at the panel what police and council alone may read to nobody else', async () => {
    const reference = await held.nominate({ label: 'Canal path' })
    await held.act('exploitation_coordinator', panelNominationRegister, 'accept', { siftWhy: 'Yes' }, reference)
    await expect(rowOf(reference, 'panel_member')).rejects.toMatchObject({ kind: 'notFound' })
    const panel = await held.plan({ kind: 'exploitation', startsAt: '2026-11-13 14:00', answersBy: '' })
    await held.make(panel)
    expect(await rowOf(reference, 'police_unit')).toMatchObject({ policeOnly: 'A camera is planned.' })
    expect(await rowOf(reference, 'panel_member')).not.toHaveProperty('policeOnly')
    const figure = await figureOf(world.engine, world.as('analyst'), 'panel_nominations', {
      period: 'financial_year:2026-27',
    })
    expect(figure.numerator).toBe(4)
  })
})
