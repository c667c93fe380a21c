import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { system } from '../../../engine/actor.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import { parseCsv, stringifyCsv } from '../../../kit/csv.ts'
import { addHours, instantOf } from '../../../kit/dates.ts'
import { incident } from './examples.ts'
import { operationEncompassRegister as register } from './index.ts'

let world: World

/** An invented calendar of Holly Lane Primary, whose first bell is at 8:50. Canal Street School has none. */
const hollyLane = [
  ['term', '2025-09-03', '2025-12-19'],
  ['term', '2026-01-06', '2026-04-10'],
  ['term', '2026-04-27', '2026-07-21'],
  ['term', '2026-09-02', '2026-12-18'],
  // Half-terms, then single INSET days.
  ['closure', '2026-02-16', '2026-02-20'],
  ['closure', '2026-05-25', '2026-05-29'],
  ['closure', '2026-03-16', '2026-03-16'],
  ['closure', '2026-09-02', '2026-09-02'],
] as const

beforeAll(async () => {
  world = await createWorld()
  await within(world.engine, system(), async tx => {
    for (const [kind, from, to] of hollyLane)
      await tx.query(
        "insert into canopy.school_calendar (urn, kind, from_day, to_day, day_start, source) values ('school', $1, $2, $3, '08:50', 'Invented')",
        [kind, from, to],
      )
  })
  await world.engine.calendars.reload()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = async (attendedAt: string, typed: Typed = {}) => {
  setNow(addHours(attendedAt, 1))
  const { reference } = await perform(world.engine, world.as('check_answerer'), {
    register,
    action: 'start',
    typed: { ...incident, incidentAt: attendedAt, attendedAt, ...typed },
  })
  return reference
}
const clockOf = async (reference: string) => {
  const { held } = await readRecord(world.engine, world.as('encompass_coordinator'), register, reference)
  return held.clocks.find(one => one.clock.startsWith('told_'))
}
const london = (text: string) => instantOf(text.slice(0, 10), text.slice(11))

describe('a school with a calendar is told before its own next school day', () => {
  it.each([
    ['a school night', '2026-03-05 22:25', '2026-03-06 08:50'],
    ['Friday night', '2026-03-06 23:00', '2026-03-09 08:50'],
    ['Sunday', '2026-03-08 20:05', '2026-03-09 08:50'],
    ['2am on a school day', '2026-03-10 02:00', '2026-03-10 08:50'],
    ['a minute before the first bell', '2026-03-10 08:49', '2026-03-10 08:50'],
    ['at the first bell', '2026-03-10 08:50', '2026-03-11 08:50'],
    ['during the school day', '2026-03-10 13:00', '2026-03-11 08:50'],
    ['Friday before an INSET Monday', '2026-03-13 20:00', '2026-03-17 08:50'],
    ['2am on the INSET day', '2026-03-16 02:00', '2026-03-17 08:50'],
    ['the Friday before half-term', '2026-02-13 18:00', '2026-02-23 08:50'],
    ['the middle of half-term', '2026-02-18 12:00', '2026-02-23 08:50'],
    ['the evening before Good Friday', '2026-04-02 21:00', '2026-04-07 08:50'],
    ['Saturday night when the clocks go forward', '2026-03-28 23:30', '2026-03-30 08:50'],
    ['the last day of term', '2026-07-21 19:00', '2026-09-03 08:50'],
    ['the middle of the summer holidays', '2026-08-12 19:00', '2026-09-03 08:50'],
  ])('%s', async (_what, attended, due) => {
    const clock = await clockOf(await start(london(attended)))
    expect(clock).toMatchObject({ dueAt: london(due), dueOn: due.slice(0, 10), provisional: false, metAt: null })
  })

  it('11:30pm UTC in summer is half past midnight of the next London day', async () => {
    const clock = await clockOf(await start('2026-06-10T23:30:00.000Z'))
    expect(clock).toMatchObject({ dueAt: '2026-06-11T07:50:00.000Z', dueOn: '2026-06-11' })
  })

  it('after the last term that is held, the time limit is provisional, at the bell we know', async () => {
    const clock = await clockOf(await start(london('2027-03-05 22:00')))
    expect(clock).toMatchObject({ dueAt: london('2027-03-08 08:50'), provisional: true })
  })
})

const without = { settingType: 'home', school: '', joined: '', council: 'Islington Council' }

describe('without a calendar the next working day stands in, provisionally', () => {
  it.each([
    ['Friday night', '2026-03-06 23:00', '2026-03-09 09:00', { school: 'Canal Street School' }],
    ['INSET day of another school', '2026-03-13 20:00', '2026-03-16 09:00', { school: '100999' }],
    ['half-term of another school', '2026-02-18 12:00', '2026-02-19 09:00', { school: '100999' }],
    ['the evening before Good Friday', '2026-04-02 21:00', '2026-04-07 09:00', { school: '100999' }],
    ['educated at home', '2026-03-06 23:00', '2026-03-09 09:00', without],
  ])('%s', async (_what, attended, due, typed) => {
    const clock = await clockOf(await start(london(attended), typed))
    expect(clock).toMatchObject({ dueAt: london(due), provisional: true })
  })
})

it('two children of one incident at two schools are two notifications with two time limits', async () => {
  const friday = london('2026-03-13 20:00')
  const older = await start(friday, { givenName: 'Ayo', policeReference: 'INV-26-500' })
  const younger = await start(friday, { givenName: 'Sade', policeReference: 'INV-26-500', school: '100999' })
  expect(older).not.toBe(younger)
  expect((await clockOf(older))?.dueAt).toBe(london('2026-03-17 08:50'))
  expect((await clockOf(younger))?.dueAt).toBe(london('2026-03-16 09:00'))
})

it('one row of a file is one notification; a school is given by unique reference number or name', async () => {
  const head = Object.keys(incident)
  const line = (typed: Typed) => head.map(name => String({ ...incident, ...typed }[name] ?? ''))
  const friday = { incidentAt: '2026-03-13 19:50', attendedAt: '2026-03-13 20:00', policeReference: 'INV-26-501' }
  const file = stringifyCsv(head, [
    line({ ...friday, givenName: 'Ayo' }),
    line({ ...friday, givenName: 'Sade', school: '100999' }),
  ])
  setNow('2026-03-13T22:00:00.000Z')
  const rows = parseCsv(file).rows
  expect(rows).toHaveLength(2)
  const due: unknown[] = []
  for (const row of rows) {
    const { reference } = await perform(world.engine, world.as('check_answerer'), {
      register,
      action: 'start',
      typed: row.cells,
    })
    due.push((await clockOf(reference))?.dueAt)
  }
  expect(due).toEqual([london('2026-03-17 08:50'), london('2026-03-16 09:00')])
})

it('a corrected school has its own time limit; the one before stays in the clocks, superseded', async () => {
  const reference = await start(london('2026-03-13 20:00'))
  await perform(world.engine, world.as('check_answerer'), {
    register,
    action: 'correct',
    reference,
    typed: {
      givenName: 'Ayo',
      familyName: 'Example-Reid',
      bornOn: '2017-06-20',
      settingType: 'primary',
      school: '100999',
      joined: 'joined',
    },
  })
  const rows = await world.engine.owner.query<{ due: string; open: boolean }>(
    `select c.due_at as due, c.superseded_at is null as open from canopy.operation_encompass_clock c
       join canopy.operation_encompass r on r.id = c.record_id where r.reference = $1 order by c.recorded_at, c.due_at desc`,
    [reference],
  )
  expect(rows.rows).toContainEqual({ due: london('2026-03-17 08:50'), open: false })
  expect(rows.rows).toContainEqual({ due: london('2026-03-16 09:00'), open: true })
})

it('a calendar that arrives later makes a provisional time limit firm at the next deed', async () => {
  const reference = await start(london('2026-10-16 20:00'), { school: '100999' })
  expect(await clockOf(reference)).toMatchObject({ dueAt: london('2026-10-19 09:00'), provisional: true })
  await within(world.engine, system(), tx =>
    tx.query(
      "insert into canopy.school_calendar (urn, kind, from_day, to_day, day_start, source) values ('100999', 'term', '2026-09-01', '2026-12-18', '08:30', 'Invented'), ('100999', 'closure', '2026-10-19', '2026-10-19', '08:30', 'Invented')",
    ),
  )
  await world.engine.calendars.reload()
  await perform(world.engine, world.as('check_answerer'), {
    register,
    action: 'send',
    reference,
    typed: { safeToSend: 'yes' },
  })
  expect(await clockOf(reference)).toMatchObject({ dueAt: london('2026-10-20 08:30'), provisional: false })
})

it('a closure entered afterwards moves no time limit that has passed, but one that is still to come', async () => {
  const late = await start(london('2026-03-18 20:00'))
  const coming = await start(london('2026-03-18 20:00'))
  const close = (day: string) =>
    within(world.engine, system(), tx =>
      tx.query(
        "insert into canopy.school_calendar (urn, kind, from_day, to_day, day_start, source) values ('school', 'closure', $1, $1, '08:50', 'Invented: no heating')",
        [day],
      ),
    )
  const send = (reference: string) =>
    perform(world.engine, world.as('check_answerer'), {
      register,
      action: 'send',
      reference,
      typed: { safeToSend: 'yes' },
    })
  await close('2026-03-19')
  await world.engine.calendars.reload()
  setNow(london('2026-03-19 07:00'))
  await send(coming)
  expect((await clockOf(coming))?.dueAt).toBe(london('2026-03-20 08:50'))
  setNow(london('2026-03-19 10:00'))
  await send(late)
  expect((await clockOf(late))?.dueAt).toBe(london('2026-03-19 08:50'))
})

describe('the basis in law is that of the day', () => {
  it.each([
    ['2025-11-06 23:50', 'told_voluntary', 'voluntary'],
    ['2025-11-07 00:10', 'told_statutory', 'Victims and Prisoners Act 2024'],
  ])('%s', async (attended, key, basis) => {
    const reference = await start(london(attended))
    const { held } = await readRecord(world.engine, world.as('encompass_coordinator'), register, reference)
    expect(held.clocks.map(one => one.clock)).toEqual([key])
    expect(register.clocks.find(one => one.key === key)?.basis).toContain(basis)
  })
})
