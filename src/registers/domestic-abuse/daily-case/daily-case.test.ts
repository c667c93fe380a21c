import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMeetings } from '../../../../test/support/meetings.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { dailyCaseRegister } from './index.ts'
import { isRepeat, levelOf } from './rules.ts'

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

const rowOf = async (reference: string) =>
  (await readRecord(world.engine, world.as('domestic_abuse_lead'), dailyCaseRegister, reference)).held.row
const incident = (reference: string, typed: object) =>
  held.act(
    'police_unit',
    dailyCaseRegister,
    'addIncident',
    {
      ...{
        happenedAt: '2026-11-02 01:20',
        toldBy: 'police',
        policeReference: '',
        what: 'threats',
        account: 'Invented.',
      },
      ...{ score: '', judgement: '', ...typed },
    },
    reference,
  )

describe('the level of risk (rulebook DA-02)', () => {
  it.each([
    [9, null, 'standard'],
    [10, null, 'medium'],
    [13, null, 'medium'],
    [14, null, 'high'],
    [9, 'high', 'high'],
    [14, 'standard', 'high'],
    [null, 'medium', 'medium'],
    [null, null, null],
  ] as const)('%s yes answers and judgement %s are %s', (score, judgement, level) =>
    expect(levelOf({ score, judgement })).toBe(level),
  )

  it('cannot be lowered by judgement', async () => {
    const reference = await held.refer()
    await expect(incident(reference, { score: '14', judgement: 'medium' })).rejects.toMatchObject({
      problems: [{ field: 'judgement', message: expect.stringContaining('never lower it') }],
    })
  })
})

describe('a repeat (rulebook DA-04)', () => {
  it.each([
    ['2026-03-31', '2027-03-31', true],
    ['2026-03-31', '2027-04-01', false],
    ['2024-02-29', '2025-02-28', true],
    ['2024-02-29', '2025-03-01', false],
    ['2026-03-31', '2026-03-31', false],
    ['2026-03-31', '2026-03-01', false],
    [null, '2026-03-01', false],
  ] as const)('last heard %s, happened %s: %s', (lastHeardOn, happenedOn, repeat) =>
    expect(isRepeat(lastHeardOn, happenedOn)).toBe(repeat),
  )
})

describe('a case of domestic abuse', () => {
  it('needs a reason where the adult has not agreed, and belongs to the team that runs the meeting, whoever refers it', async () => {
    await expect(held.refer({ consent: 'notAsked' })).rejects.toMatchObject({ problems: [{ field: 'whyWithout' }] })
    const row = await rowOf(await held.refer())
    expect(row).toMatchObject({ state: 'referred', level: 'high', teamId: world.as('domestic_abuse_lead').teamId })
  })

  it('is seen by who referred it and not by an agency that does not hear it', async () => {
    const reference = await held.refer()
    const read = (by: string) => readRecord(world.engine, world.as(by), dailyCaseRegister, reference)
    await expect(read('police_unit')).resolves.toBeDefined()
    for (const by of ['panel_member', 'social_worker', 'screener', 'exploitation_coordinator'])
      await expect(read(by), by).rejects.toMatchObject({ kind: 'notFound' })
    const meeting = await held.plan({ startsAt: '2026-11-03 15:00', answersBy: '' })
    await held.make(meeting)
    await expect(read('panel_member')).resolves.toBeDefined()
  })

  it('opens again with a new incident, and is heard in time by the working day after', async () => {
    setNow('2026-11-06T09:00:00.000Z')
    const reference = await held.refer({ referredOn: '2026-11-06' }, { happenedAt: '2026-11-06 01:00' })
    setNow('2026-11-09T09:00:00.000Z')
    const meeting = await held.plan({ startsAt: '2026-11-09 10:00', answersBy: '' })
    await held.make(meeting)
    await held.discuss(await held.itemOf(meeting, reference))
    await held.act('meeting_officer', dailyCaseRegister, 'close', { closedWhy: 'safer', closedNote: '' }, reference)
    setNow('2026-12-01T09:00:00.000Z')
    await incident(reference, { happenedAt: '2026-11-30 23:00', judgement: 'high' })
    expect(await rowOf(reference)).toMatchObject({ state: 'referred', repeatOn: '2026-11-30', timesHeard: 1 })
    const figure = await figureOf(world.engine, world.as('analyst'), 'daily_cases_heard_in_time', {
      period: 'financial_year:2026-27',
    })
    // Friday's case was heard on Monday, the next working day; the others of this file were never heard.
    expect(figure.numerator).toBe(1)
  })
})
