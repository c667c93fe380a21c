import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { breakdownOf } from '../../../engine/measures/breakdown.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { heldTimes } from '../../../fields/lists/holding.ts'
import { setNow } from '../../../kit/clock.ts'
import { meetingRegister } from '../../meetings/meeting/index.ts'
import { partnershipGroupRegister } from '../partnership-group/index.ts'
import { seatRegister as register } from './index.ts'

let world: World
let people: People
let board: string
beforeAll(async () => {
  setNow('2026-11-02T09:00:00.000Z')
  world = await createWorld()
  people = createPeople(world)
  board = await groupOf('Board', 'partnershipBoard')
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const by = 'partnership_manager'
const groupOf = (name: string, meetingKind: string, meetingName = '') =>
  people.act(by, partnershipGroupRegister, 'start', {
    ...{ name, kind: 'board', parent: '', purpose: 'Invented', establishedOn: '2020-04-01', rhythm: 'quarterly' },
    ...{ meetingKind, meetingName, endsBy: '', success: '' },
  })
const seatOf = (postTitle: string, more = {}) =>
  people.act(by, register, 'start', {
    ...{ inGroup: board, postTitle, organisationName: 'Whittington Health', organisation: 'Whittington Health' },
    ...{ sector: 'health', statutoryRole: 'named', substitute: '', seatFrom: '2025-04-01', ...more },
  })
const act = (reference: string, action: string, typed: Readonly<Record<string, string>>) =>
  people.act(by, register, action, typed, reference)
const take = (reference: string, heldFrom: string, holder = 'Ottilie Marchbanks') =>
  act(reference, 'take', { heldFrom, holder })
const leave = (reference: string, lastDay: string) => act(reference, 'leave', { lastDay, vacantWhy: '' })
const rowOf = async (reference: string) => (await readRecord(world.engine, world.as(by), register, reference)).held
const figure = async (key: string, period: string) => {
  const { numerator, denominator } = await figureOf(world.engine, world.as('scrutineer'), key, { period })
  return [numerator, denominator]
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('the times of a seat', () => {
  const today = '2026-11-02'
  const life = { from: '2026-01-01', until: null, holders: [], vacancies: [] }

  it('are held times and vacancies without a day between them, with their days', () => {
    const times = heldTimes(
      {
        ...life,
        holders: [
          { heldFrom: '2026-01-11', holder: 'A' },
          { heldFrom: '2026-03-01', holder: 'B' },
          { heldFrom: '2026-05-01', holder: 'C' },
        ],
        vacancies: [{ lastDay: '2026-04-20' }],
      },
      today,
    )
    expect(times.map(({ from, until, by, days }) => [from, until, by?.name ?? null, days])).toEqual([
      ['2026-01-01', '2026-01-10', null, 10],
      ['2026-01-11', '2026-02-28', 'A', 49],
      ['2026-03-01', '2026-04-20', 'B', 51],
      ['2026-04-21', '2026-04-30', null, 10],
      ['2026-05-01', null, 'C', 186],
    ])
  })

  it('are one vacancy where nobody ever held it, and end with it', () => {
    expect(heldTimes(life, today)).toEqual([{ from: '2026-01-01', until: null, by: null, days: 306 }])
    expect(heldTimes({ ...life, until: '2026-01-31' }, today)).toEqual([
      { from: '2026-01-01', until: '2026-01-31', by: null, days: 31 },
    ])
  })
})

describe('a seat', () => {
  it('is held by one colleague after another, vacant between them, and due to be filled 60 days later', async () => {
    const one = await seatOf('Named nurse')
    // Vacant since 1 April 2025: 60 days later is 31 May.
    expect((await rowOf(one)).clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([['seat_filled', '2025-05-31']])
    await expect(take(one, '2025-03-31')).rejects.toMatchObject(refused('heldFrom-day', 'since 1 April 2025'))
    await take(one, '2025-04-11')
    await expect(take(one, '2025-04-11')).rejects.toMatchObject(refused('heldFrom-day', 'from 11 April 2025'))
    await expect(leave(one, '2025-04-10')).rejects.toMatchObject(refused('lastDay-day', 'took it on 11 April 2025'))
    await leave(one, '2025-12-31')
    const vacant = await rowOf(one)
    expect(vacant.row).toMatchObject({ state: 'vacant', vacantSince: '2026-01-01', filledOn: null })
    expect(vacant.clocks.at(-1)).toMatchObject({ dueOn: '2026-03-02', metAt: null })
    await expect(take(one, '2025-12-31')).rejects.toMatchObject(refused('heldFrom-day', 'until 31 December 2025'))
    await take(one, '2026-02-01', 'Bertrand Okonjo-Vale')
    await take(one, '2026-04-01', 'Somebody Else')
    expect((await rowOf(one)).row).toMatchObject({ state: 'filled', vacantSince: '2026-01-01', filledOn: '2026-02-01' })
    await expect(act(one, 'end', { seatUntil: '2026-03-31', endedWhy: 'Over.' })).rejects.toMatchObject(
      refused('seatUntil-day', '1 April 2026'),
    )
    // April 2025: ten of thirty days. January 2026: all of 31. Two changes in the year.
    expect(await figure('seat_days_vacant', 'month:2025-04')).toEqual([10, 30])
    expect(await figure('seat_days_vacant', 'month:2026-01')).toEqual([31, 31])
    expect(await figure('seat_days_vacant', 'month:2026-11')).toEqual([0, 2])
    expect(await figure('seats_vacant', 'month:2026-01')).toEqual([1, 1])
    expect(await figure('seats_vacant', 'month:2026-02')).toEqual([0, 1])
    expect((await figure('seat_holder_changes', 'calendar_year:2026'))[0]).toBe(2)
    expect((await figure('seat_holder_changes', 'calendar_year:2025'))[0]).toBe(0)
    expect((await figure('seats', 'month:2025-03'))[0]).toBe(0)
    await act(one, 'end', { seatUntil: '2026-04-30', endedWhy: 'Over.' })
    expect((await figure('seats', 'month:2026-04'))[0]).toBe(1)
    expect((await figure('seats', 'month:2026-05'))[0]).toBe(0)
  })

  it('is there once for one post of one organisation in a group, and in another group again', async () => {
    const club = { organisationName: 'Boxing Club', organisation: '', sector: 'voluntary', statutoryRole: 'none' }
    await seatOf('Voluntary sector', club)
    await expect(seatOf('VOLUNTARY SECTOR', { ...club, organisationName: 'boxing club' })).rejects.toMatchObject({
      problems: expect.arrayContaining([
        { field: 'postTitle', message: expect.stringContaining('two different posts') },
      ]),
    })
    await seatOf('Head of service', club)
    await seatOf('Designated doctor')
    // The same agency under another name.
    await expect(seatOf('Designated doctor', { organisationName: 'The Whittington' })).rejects.toMatchObject(
      refused('postTitle', 'already. Two seats need two different posts'),
    )
    const other = await groupOf('Other board', 'other')
    await seatOf('Designated doctor', { inGroup: other })
    await act(await seatOf('Named GP'), 'correct', {
      ...{ inGroup: board, postTitle: 'Named GP', organisationName: 'Whittington Health', organisation: '' },
      ...{ sector: 'health', statutoryRole: 'named', substitute: '', seatFrom: '2025-04-01' },
    })
  })

  it('ends with its group, which takes no new one', async () => {
    const group = await groupOf('Short', 'other')
    const one = await seatOf('Head', { inGroup: group })
    await take(one, '2026-01-01')
    const proposed = { ending: 'stopped', successMet: '', cameOfIt: 'Nothing.', goesOnIn: '', endDecision: '' }
    await people.act(by, partnershipGroupRegister, 'proposeEnd', proposed, group)
    // Until somebody else has agreed it runs, and seats are recorded in it.
    await seatOf('Deputy head', { inGroup: group })
    await people.act('audit_lead', partnershipGroupRegister, 'end', { endedOn: '2026-10-30' }, group)
    expect((await rowOf(one)).row).toMatchObject({ state: 'ended', seatUntil: '2026-10-30' })
    await expect(seatOf('Other head', { inGroup: group })).rejects.toMatchObject(refused('inGroup', 'does not run'))
  })

  it('names no holder to an analyst', async () => {
    const one = await seatOf('Named midwife')
    await take(one, '2026-01-01')
    const { held } = await readRecord(world.engine, world.as('analyst'), register, one)
    expect(held.lines.holders?.[0]).not.toHaveProperty('holder')
  })

  it('has the attendance of its agency at meetings of its group alone, with the meetings it is of', async () => {
    const [one, two] = [await groupOf('Training', 'subGroup', 'Training'), await groupOf('Audit', 'subGroup', 'Audit')]
    await seatOf('Head of training', { inGroup: one, seatFrom: '2026-01-01' })
    await seatOf('Head of audit', { inGroup: two, seatFrom: '2026-01-01' })
    const hold = async (name: string, day: string, came: string) => {
      const chair = { chair: 'Meeting chair', invited: 'Whittington Health', needed: '' }
      setNow(`${day}T09:00:00.000Z`)
      const meeting = await people.act('meeting_officer', meetingRegister, 'start', {
        ...{ kind: 'subGroup', name, startsAt: `${day} 10:00`, minutes: '60', place: '', newSince: '', answersBy: '' },
        ...chair,
      })
      const on = (action: string, typed = {}) => people.act('meeting_officer', meetingRegister, action, typed, meeting)
      await on('begin')
      await on('recordAttendance', { agency: 'Whittington Health', came, who: '' })
      await on('end', { quorumNote: 'By letter', withoutOwner: '', minutesNote: 'Secret' })
      return meeting
    }
    await hold('training', '2026-09-02', 'present')
    await hold('Training', '2026-09-16', 'deputy')
    await hold('Training', '2026-09-23', 'apologies')
    const last = await hold('Audit', '2026-09-30', 'absent')
    setNow('2026-11-02T09:00:00.000Z')
    expect(await figure('seat_attendance', 'month:2026-09')).toEqual([2, 4])
    const { rows } = await breakdownOf(world.engine, world.as(by), 'seat_attendance', {
      ...{ period: 'month:2026-09', by: 'groupName' },
    })
    expect(rows.map(row => [row.code, row.numerator, row.denominator])).toEqual(
      expect.arrayContaining([
        ['Audit', 0, 1],
        ['Training', 2, 3],
      ]),
    )
    // Whoever keeps the structure sees that the sub-group met, and nothing of what was said.
    const { held } = await readRecord(world.engine, world.as(by), meetingRegister, last)
    expect(held.row.minutesNote).toBeUndefined()
    const met = await figureOf(world.engine, world.as(by), 'groups_that_met', { period: 'month:2026-09' })
    expect(Number(met.numerator)).toBe(2)
  })
})
