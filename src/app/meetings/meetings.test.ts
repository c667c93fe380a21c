import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMeetings } from '../../../test/support/meetings.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { figureOf } from '../../engine/measures/figure.ts'
import { moveItem } from '../../engine/meetings/agenda.ts'
import { emptyQuery, listRecords } from '../../engine/store/list.ts'
import { readRecord } from '../../engine/store/read.ts'
import { setNow } from '../../kit/clock.ts'
import { dailyCaseRegister } from '../../registers/domestic-abuse/daily-case/index.ts'
import { contactRegister } from '../../registers/front-door/contact/index.ts'
import { meetings } from './index.ts'

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

const caseOf = (reference: string, by = 'domestic_abuse_lead') =>
  readRecord(world.engine, world.as(by), dailyCaseRegister, reference)

describe('a daily safeguarding meeting', () => {
  it('makes its agenda from what waits, from Friday to Monday, each case on one agenda only (DSM-1)', async () => {
    setNow('2026-11-06T18:00:00.000Z')
    const friday = await held.refer({ referredOn: '2026-11-06' }, { happenedAt: '2026-11-06 17:00' })
    setNow('2026-11-08T03:00:00.000Z')
    const sunday = await held.refer({ referredOn: '2026-11-08' }, { happenedAt: '2026-11-08 02:00', score: '11' })
    setNow('2026-11-09T08:30:00.000Z')
    const monday = await held.plan({ startsAt: '2026-11-09 10:00', answersBy: '2026-11-09 09:45' })
    const tuesday = await held.plan({ startsAt: '2026-11-10 10:00', answersBy: '2026-11-10 09:45' })
    await held.make(monday)
    expect(await held.agenda(monday)).toEqual([friday, sunday])
    // Another meeting does not hear them as well, and making it again adds nothing.
    await held.make(tuesday)
    expect(await held.agenda(tuesday)).toEqual([])
    expect(await held.make(monday)).toEqual({ added: 0 })
    const of = await held.itemOf(monday, sunday)
    await held.act('meeting_officer', held.registers.meeting, 'begin', {}, monday)
    await held.act('meeting_officer', held.registers.item, 'carryOver', { carriedWhy: 'Housing is missing' }, of)
    await held.discuss(await held.itemOf(monday, friday))
    await held.make(tuesday)
    expect(await held.agenda(tuesday)).toEqual([sunday])
    const [entry] = (await held.read(tuesday)).entries
    expect(entry?.item).toMatchObject({ whyToday: 'carriedOver', whyNote: 'Housing is missing' })
  })

  it('asks each agency invited about each case, and an agency answers for itself alone', async () => {
    const reference = await held.refer()
    const meeting = await held.plan()
    await held.make(meeting)
    const [entry] = (await held.read(meeting)).entries
    expect(entry?.answers).toHaveLength(2)
    const own = await listRecords(world.engine, world.as('panel_member'), held.registers.answer, {
      ...emptyQuery,
      show: 'all',
    })
    expect(new Set(own.rows.map(row => row.agency))).toEqual(new Set([world.as('panel_member').agencyId]))
    const answer = own.rows.find(row => row.item === entry?.item.id)
    const said = { knows: 'yes', said: 'Seen in the clinic on Monday.' }
    await expect(
      held.act('police_unit', held.registers.answer, 'answer', said, String(answer?.reference)),
    ).rejects.toMatchObject({ kind: 'notFound' })
    await held.act('panel_member', held.registers.answer, 'answer', said, String(answer?.reference))
    // Said, it is read by whoever will hear it.
    const heard = (await held.read(meeting, 'police_unit')).entries[0]?.answers ?? []
    expect(heard.map(one => one.said)).toContain('Seen in the clinic on Monday.')
    await held.discuss(await held.itemOf(meeting, reference))
  })

  it('keeps everything of a case from somebody in conflict, and the numbers of the others (DSM-5)', async () => {
    const [one, other] = [await held.refer(), await held.refer({ adultFamily: 'Hollowell' })]
    const meeting = await held.plan()
    await held.make(meeting)
    const order = await held.agenda(meeting)
    expect(order).toEqual([one, other])
    const of = await held.itemOf(meeting, one)
    const given = await held.give(of, { ownerAgency: 'Whittington Health', dueAt: '2026-11-04 12:00' })
    expect(await held.agenda(meeting, 'panel_member')).toEqual(order)
    await held.act(
      'panel_member',
      held.registers.item,
      'declareConflict',
      { colleague: 'Panel member', conflictWhy: 'She is my cousin' },
      of,
    )
    const seen = await held.read(meeting, 'panel_member')
    expect(seen.entries.map(({ subject, item }) => [subject?.reference, item.position])).toEqual([[other, 2]])
    expect(seen.missing).toBe(1)
    const gone = { kind: 'notFound' }
    for (const [register, reference] of [
      [held.registers.item, of],
      [held.registers.action, given],
      [dailyCaseRegister, one],
    ] as const)
      await expect(readRecord(world.engine, world.as('panel_member'), register, reference)).rejects.toMatchObject(gone)
    const answers = await listRecords(world.engine, world.as('panel_member'), held.registers.answer, {
      ...emptyQuery,
      show: 'all',
    })
    const items = new Map((await held.read(meeting)).entries.map(entry => [entry.item.id, entry.subject?.reference]))
    expect(answers.rows.map(row => items.get(String(row.item)))).not.toContain(one)
    // A colleague of the same agency without a conflict goes on.
    expect(await held.agenda(meeting, 'panel_member2')).toEqual(order)
    for (const reference of order) await held.discuss(await held.itemOf(meeting, String(reference)))
  })

  it('makes one contact for each child, once, and both lead to the other (DSM-4)', async () => {
    const reference = await held.refer()
    for (const [childGiven, childBornOn] of [
      ['Peregrine', '2017-05-01'],
      ['Linnet', '2020-09-12'],
    ] as const)
      await held.act(
        'police_unit',
        dailyCaseRegister,
        'addChild',
        { childGiven, childFamily: 'Sorrelwood', childBornOn, child: '', saw: 'heard' },
        reference,
      )
    const meeting = await held.plan()
    await held.make(meeting)
    const of = await held.itemOf(meeting, reference)
    expect((await held.read(meeting)).entries[0]?.item.children).toBe(2)
    await held.discuss(of, { childrenStep: 'referNow' })
    await held.discuss(of, { childrenStep: 'referNow', discussion: 'Written once more.' })
    const { rows } = await listRecords(world.engine, world.as('screener'), contactRegister, {
      ...emptyQuery,
      show: 'all',
    })
    const { id } = (await caseOf(reference)).held.row
    const made = rows.filter(row => row.dailyCase === id)
    expect(made.map(row => row.givenName).sort()).toEqual(['Linnet', 'Peregrine'])
    expect((await caseOf(reference)).held.row).toMatchObject({ contactsMade: 2, timesHeard: 1, state: 'heard' })
  })

  it('ends only when every case is decided and every action has an owner or a reason (DSM-3)', async () => {
    const reference = await held.refer()
    const meeting = await held.plan({ needed: ['Metropolitan Police'] })
    await held.make(meeting)
    const of = await held.itemOf(meeting, reference)
    const end = (typed = {}) =>
      held.act(
        'meeting_officer',
        held.registers.meeting,
        'end',
        { quorumNote: '', withoutOwner: '', minutesNote: '', ...typed },
        meeting,
      )
    await held.act('meeting_officer', held.registers.meeting, 'begin', {}, meeting)
    const unowned = await held.give(of)
    // The same words typed by two people are one action.
    await expect(held.give(of, { task: 'change the LOCKS' }, 'meeting_chair')).rejects.toMatchObject({
      problems: [{ field: 'task', message: expect.stringContaining(unowned) }],
    })
    await expect(end()).rejects.toMatchObject({
      problems: [
        { field: 'quorumNote', message: expect.stringContaining('who took part') },
        { field: 'minutesNote', message: expect.stringContaining('carried over') },
        { field: 'withoutOwner', message: expect.stringContaining('nobody to do them') },
      ],
    })
    await held.discuss(of)
    await held.act(
      'meeting_officer',
      held.registers.meeting,
      'recordAttendance',
      { agency: 'Whittington Health', came: 'present', who: 'Nurse' },
      meeting,
    )
    await expect(end({ withoutOwner: 'Housing is asked tomorrow' })).rejects.toMatchObject({
      problems: [{ field: 'quorumNote', message: expect.stringContaining('needed was not there') }],
    })
    await end({ withoutOwner: 'Housing is asked tomorrow', quorumNote: 'The police agreed by telephone' })
    const after = (await readRecord(world.engine, world.as('meeting_chair'), held.registers.meeting, meeting)).held.row
    expect(after).toMatchObject({ state: 'ended', quorate: 'no' })
    await expect(
      held.act('meeting_officer', held.registers.meeting, 'agreeMinutes', {}, meeting),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await held.act('meeting_chair', held.registers.meeting, 'agreeMinutes', {}, meeting)
    const owners = await figureOf(world.engine, world.as('analyst'), 'actions_without_owner', {
      period: 'financial_year:2026-27',
    })
    expect([owners.numerator, owners.denominator]).toEqual([1, 2])
  })

  it('brings back a case that happened again as a repeat, and one whose actions are late', async () => {
    const again = await held.refer({ adultFamily: 'Again' })
    const late = await held.refer({ adultFamily: 'Late' })
    const first = await held.plan()
    await held.make(first)
    await held.discuss(await held.itemOf(first, again))
    const of = await held.itemOf(first, late)
    await held.discuss(of)
    await held.give(of, { ownerAgency: 'Metropolitan Police', dueAt: '2026-11-04 12:00' })
    setNow('2026-11-09T08:30:00.000Z')
    await held.act(
      'police_unit',
      dailyCaseRegister,
      'addIncident',
      {
        ...{ happenedAt: '2026-11-08 22:00', toldBy: 'police', policeReference: '', what: 'threats' },
        ...{ account: 'He came to the door.', score: '', judgement: 'medium' },
      },
      again,
    )
    const next = await held.plan({ startsAt: '2026-11-09 10:00', answersBy: '' })
    await held.make(next)
    const entries = (await held.read(next)).entries.map(({ subject, item }) => [subject?.reference, item.whyToday])
    expect(entries.filter(([of]) => of === again || of === late)).toEqual([
      [again, 'repeat'],
      [late, 'actionsLate'],
    ])
  })

  it('changes the order by one at a time and keeps it', async () => {
    const cases = [await held.refer(), await held.refer(), await held.refer()]
    const meeting = await held.plan({ startsAt: '2026-11-12 10:00', answersBy: '' })
    await held.make(meeting)
    const before = await held.agenda(meeting)
    const third = await held.itemOf(meeting, String(before[2]))
    expect(cases.every(one => before.includes(one))).toBe(true)
    const moved = await moveItem(world.engine, world.as('meeting_officer'), meetings, third, 'up')
    expect(moved).toEqual({ position: 2, of: before.length })
    expect((await held.agenda(meeting)).slice(0, 3)).toEqual([before[0], before[2], before[1]])
    const firstItem = await held.itemOf(meeting, String(before[0]))
    await expect(moveItem(world.engine, world.as('meeting_officer'), meetings, firstItem, 'up')).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})
