import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { agreedActionRegister } from '../../assurance/agreed-action/index.ts'
import { meetingRegister } from '../../meetings/meeting/index.ts'
import { partnershipGroupRegister } from '../partnership-group/index.ts'
import { groupDecisionRegister as register } from './index.ts'

let world: World
let people: People
let board: string
let other: string
beforeAll(async () => {
  setNow('2026-11-02T09:00:00.000Z')
  world = await createWorld()
  people = createPeople(world)
  board = await groupOf('Board')
  other = await groupOf('Other board')
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const by = 'partnership_manager'
const groupOf = (name: string) =>
  people.act(by, partnershipGroupRegister, 'start', {
    ...{ name, kind: 'board', parent: '', purpose: 'Invented', establishedOn: '2024-04-01', rhythm: 'quarterly' },
    ...{ meetingKind: 'partnershipBoard', meetingName: '', endsBy: '', success: '' },
  })
const decide = (more = {}) =>
  people.act(by, register, 'start', {
    ...{ inGroup: board, topic: 'Invented', decidedOn: '2026-10-05', meeting: '', supersedes: '', why: 'Invented' },
    ...{ decision: 'Invented', notTaken: '', toBeTold: '', reviewOn: '', ...more },
  })
const act = (reference: string, action: string, typed: Readonly<Record<string, string>>) =>
  people.act(by, register, action, typed, reference)
const held = async (reference: string) =>
  (await readRecord(world.engine, world.as('agency_lead'), register, reference)).held
const figure = async (key: string, period: string) => {
  const { numerator, denominator } = await figureOf(world.engine, world.as('scrutineer'), key, { period })
  return [numerator, denominator]
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a decision of a group', () => {
  it('gives way to a later one of the same group and stays visible', async () => {
    const first = await decide({ decidedOn: '2026-09-01' })
    await expect(decide({ supersedes: first, inGroup: other })).rejects.toMatchObject(
      refused('supersedes', 'another group'),
    )
    await expect(decide({ supersedes: first, decidedOn: '2026-08-31' })).rejects.toMatchObject(
      refused('supersedes', 'later than this'),
    )
    await expect(decide({ decidedOn: '2024-03-29' })).rejects.toMatchObject(refused('decidedOn-day', '1 April 2024'))
    const second = await decide({ supersedes: first })
    const [old, young] = [(await held(first)).row, (await held(second)).row]
    expect(old).toMatchObject({ state: 'superseded', supersededBy: young.id, decision: 'Invented' })
    await expect(decide({ supersedes: first })).rejects.toMatchObject(refused('supersedes', 'stands no longer'))
    expect((await figure('group_decisions_made', 'month:2026-09'))[0]).toBe(1)
    expect((await figure('group_decisions_made', 'month:2026-10'))[0]).toBe(1)
  })

  it('is of the day of the meeting that is named', async () => {
    const meeting = await people.act('meeting_officer', meetingRegister, 'start', {
      ...{ kind: 'partnershipBoard', name: '', startsAt: '2026-10-07 10:00', minutes: '60', place: '', newSince: '' },
      ...{ answersBy: '', chair: 'Meeting chair', invited: 'Metropolitan Police', needed: '' },
    })
    await expect(decide({ meeting })).rejects.toMatchObject(refused('decidedOn-day', 'was on 7 October 2026'))
    const one = await decide({ meeting, decidedOn: '2026-10-07' })
    await act(one, 'agreeAction', {
      ...{ task: 'Invented', doneBy: '', doneByAgency: 'Metropolitan Police', doneUntil: '2026-12-01' },
    })
    const { rows } = await world.engine.owner.query<{ reference: string }>(
      'select reference from canopy.agreed_action where source_note = $1',
      [`${one}: Invented`],
    )
    expect(rows).toHaveLength(1)
    for (const who of ['agency_lead', 'panel_member2', 'scrutineer', by])
      expect(
        (await readRecord(world.engine, world.as(who), agreedActionRegister, `${rows[0]?.reference}`)).held.row,
      ).toMatchObject({ state: 'open', source: 'other', dueAt: '2026-12-01T23:59:00.000Z' })
    await expect(
      act(one, 'agreeAction', { task: 'x', doneBy: '', doneByAgency: '', doneUntil: '2026-12-01' }),
    ).rejects.toMatchObject(refused('doneByAgency', 'Enter either'))
    expect(await figure('group_decisions_with_action', 'month:2026-10')).toEqual([1, 2])
  })

  it('is looked at again on the day that was set, and late when nobody did', async () => {
    await expect(decide({ reviewOn: '2026-10-05' })).rejects.toMatchObject(refused('reviewOn-day', 'after the day'))
    const one = await decide({ reviewOn: '2026-10-20', toBeTold: 'Schools' })
    expect((await held(one)).clocks).toMatchObject([{ clock: 'decision_review', dueOn: '2026-10-20', metAt: null }])
    expect(await figure('group_decisions_past_review', 'month:2026-10')).toEqual([1, 1])
    const review = { reviewOnDay: '2026-10-30', reviewResult: 'stands', reviewNote: 'Seen.' }
    await expect(act(one, 'review', { ...review, reviewAgain: '2026-10-30' })).rejects.toMatchObject(
      refused('reviewAgain-day', 'after'),
    )
    await act(one, 'review', { ...review, reviewAgain: '2027-04-30' })
    expect((await held(one)).clocks).toMatchObject([{ dueOn: '2027-04-30', metAt: null }])
    expect(await figure('group_decisions_past_review', 'month:2026-10')).toEqual([0, 1])
    await act(one, 'review', { ...review, reviewAgain: '' })
    expect((await held(one)).row.reviewedOn).toBe('2026-10-30')
    expect(await figure('group_decisions_told', 'month:2026-10')).toEqual([0, 1])
    await act(one, 'sayTold', { toldOn: '2026-10-06' })
    expect(await figure('group_decisions_told', 'month:2026-10')).toEqual([1, 1])
    await expect(act(one, 'end', { endedOn: '2026-10-04', endedWhy: 'Over.' })).rejects.toMatchObject(
      refused('endedOn-day', 'before it was decided'),
    )
    await act(one, 'end', { endedOn: '2026-10-31', endedWhy: 'Over.' })
  })
})
