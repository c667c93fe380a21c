import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, startContact, urgent } from '../../../../test/support/contacts.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { agencyCheckRegister } from './index.ts'

let world: World
let check: string
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
  const { reference } = await startContact(world)
  await act(world, 'screener', reference, 'setUrgency', urgent)
  await act(world, 'screener', reference, 'askAgencies', {
    decisionBefore: 'earlyHelp',
    agenciesAsked: 'Metropolitan Police',
    checkBasis: 'significantHarm',
    checkPeople: 'An invented family',
    checkQuestion: 'Anything known?',
  })
  const { rows } = await world.engine.owner.query<{ reference: string }>('select reference from canopy.agency_check')
  check = rows[0]?.reference ?? ''
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const deed = (by: string, action: string, typed: Typed = {}) =>
  perform(world.engine, world.as(by), { register: agencyCheckRegister, action, reference: check, typed })
const clockNow = async () =>
  (await readRecord(world.engine, world.as('screener'), agencyCheckRegister, check)).held.clocks[0]

describe('an agency check', () => {
  it('stands still while the agency waits for what it needs, and is due as much later', async () => {
    // Amber is eight working hours: asked at 10am London time, due at 10am the next day.
    expect(await clockNow()).toMatchObject({ dueAt: '2026-05-13T09:00:00.000Z', pausedAt: null, pausedFor: 0 })
    setNow('2026-05-12T10:00:00.000Z')
    await deed('check_answerer', 'query', { queryText: 'Which address?' })
    expect(await clockNow()).toMatchObject({ pausedAt: '2026-05-12T10:00:00.000Z' })
    setNow('2026-05-12T13:30:00.000Z')
    await deed('screener', 'reply', { queryReply: '12 Elm Road' })
    expect(await clockNow()).toMatchObject({
      startedAt: '2026-05-12T09:00:00.000Z',
      dueAt: '2026-05-13T12:30:00.000Z',
      pausedAt: null,
      pausedFor: 210,
    })
  })

  it('keeps the clocks of before: nothing is overwritten', async () => {
    const { rows } = await world.engine.owner.query(
      'select due_at, paused_at is not null as paused, superseded_at is null as current from canopy.agency_check_clock order by recorded_at',
    )
    expect(rows.map(row => [row.paused, row.current])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ])
  })

  it('is chased only when it is late, and answered only with what belongs to the answer', async () => {
    await expect(deed('screener', 'chase')).rejects.toMatchObject({ message: 'The answer is not late yet' })
    const wrong = deed('check_answerer', 'answer', { answer: 'cannotShare' })
    await expect(wrong).rejects.toMatchObject({
      problems: [{ field: 'whyCannotShare', message: 'Enter why you cannot share' }],
    })
    await expect(deed('check_answerer2', 'answer', { answer: 'notKnown' })).rejects.toMatchObject({ kind: 'notFound' })
    setNow('2026-05-13T09:00:00.000Z')
    expect((await deed('check_answerer', 'answer', { answer: 'notKnown' })).state).toBe('answered')
    expect(await clockNow()).toMatchObject({ metAt: '2026-05-13T09:00:00.000Z', dueAt: '2026-05-13T12:30:00.000Z' })
  })
})
