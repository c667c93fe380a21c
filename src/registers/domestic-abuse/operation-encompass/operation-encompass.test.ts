import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { type Actor, system } from '../../../engine/actor.ts'
import { readChronology } from '../../../engine/chronology/read.ts'
import { actorByUsername, addAccount } from '../../../engine/people/posts.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readHistory, readRecord } from '../../../engine/store/read.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import { addHours } from '../../../kit/dates.ts'
import { reception } from '../../front-door/contact/examples.ts'
import { contactRegister } from '../../front-door/contact/index.ts'
import { personRegister } from '../../people/person/index.ts'
import { incident } from './examples.ts'
import { operationEncompassRegister as register } from './index.ts'

let world: World
/** Key adult of the other school. */
let canalStreet: Actor

beforeAll(async () => {
  world = await createWorld()
  canalStreet = await within(world.engine, system(), async tx => {
    const posts = [{ role: 'setting_lead', agency: '100999' }]
    await addAccount(tx, { username: 'canal', name: 'Canal lead', posts }, 'not a hash', '2015-01-01')
    return (await actorByUsername(tx, 'canal', 'setting_lead', '2026-03-01')) as Actor
  })
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const evening = '2026-03-05T23:00:00.000Z'

const start = async (typed: Typed = {}, by: Actor = world.as('check_answerer'), at = evening) => {
  setNow(at)
  return (await perform(world.engine, by, { register, action: 'start', typed: { ...incident, ...typed } })).reference
}
const act = (reference: string, action: string, by: Actor | string, typed: Typed = {}) =>
  perform(world.engine, typeof by === 'string' ? world.as(by) : by, { register, action, reference, typed })
const send = (reference: string) => act(reference, 'send', 'check_answerer', { safeToSend: 'yes' })
const read = (reference: string, by: Actor | string) =>
  readRecord(world.engine, typeof by === 'string' ? world.as(by) : by, register, reference)
const problems = (field: string) => ({ kind: 'invalid', problems: [{ field }] })

describe('who a notification is about', () => {
  it('is said by the front door, stands in the chronology of that child, and changes nothing for police and school', async () => {
    const reference = await start()
    await send(reference)
    const people = createPeople(world)
    const hidden = createHidden(world, people)
    const child = await people.person()
    await expect(act(reference, 'sayWho', 'check_answerer', { person: child })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const seenBy = async (by: string) => JSON.stringify((await read(reference, by)).held.row.person ?? null)
    await act(reference, 'sayWho', 'screener', { person: child })
    const entries = await within(world.engine, world.as('screener'), async tx => {
      const [one] = await tx.query<{ id: string }>('select id from canopy.person where reference = $1', [child])
      return readChronology(world.engine, tx, personRegister, [String(one?.id)])
    })
    expect(entries).toMatchObject([{ reference, source: 'Metropolitan Police', significant: true }])
    expect(await seenBy('screener')).not.toBe('null')
    for (const by of ['check_answerer', 'setting_lead', 'encompass_coordinator'])
      expect(await seenBy(by), by).toBe('null')
    setNow('2026-11-10T09:00:00.000Z')
    await hidden.hide(child)
    expect(await hidden.sees('screener', register, reference)).toBe(false)
    expect(await hidden.sees('check_answerer', register, reference)).toBe(true)
    expect(await hidden.sees('setting_lead', register, reference)).toBe(true)
  })
})

describe('the lives of a notification', () => {
  for (const example of register.examples)
    it(`example: ${example.name}`, async () => {
      setNow(example.at)
      const { engine, as } = world
      const { reference } = await perform(engine, as(example.by), { register, action: 'start', typed: example.start })
      for (const deed of example.deeds ?? []) {
        setNow(addHours(example.at, deed.afterHours))
        await act(reference, deed.action, deed.by, deed.answers)
      }
      const view = await read(reference, 'encompass_coordinator')
      expect(view.held.row.state).toBe(example.ends)
      const history = await readHistory(engine, as('encompass_coordinator'), register, reference)
      expect(history).toHaveLength(1 + (example.deeds?.length ?? 0))
    })

  it('sent on, it keeps its own times, and the right school has a time limit and a record of its own', async () => {
    const first = await start({ policeReference: 'INV-26-200001' })
    setNow(addHours(evening, 0.5))
    await send(first)
    setNow(addHours(evening, 1))
    await act(first, 'recall', 'check_answerer', {
      recallWhy: 'sameName',
      recallRead: 'notKnown',
      recallDone: 'Asked to destroy it',
    })
    const recalled = await read(first, 'check_answerer')
    expect(recalled.held.clocks.map(one => [one.clock, one.metAt])).toEqual([
      ['send_on', null],
      ['told_statutory', addHours(evening, 0.5)],
    ])
    setNow(addHours(evening, 2))
    await act(first, 'sendOn', 'check_answerer', {
      toSettingType: 'allThrough',
      toSchool: '100999',
      toJoined: 'joined',
    })
    const old = await read(first, 'check_answerer')
    expect(old.held.clocks.find(one => one.clock === 'told_statutory')?.metAt).toBe(addHours(evening, 0.5))
    expect(old.held.row.cameBack).toBe('recalled')
    const [next] = old.related
    expect(next?.row).toMatchObject({ state: 'waiting', policeReference: 'INV-26-200001', familyName: 'Example-Reid' })
    const second = await read(next?.row.reference ?? '', 'check_answerer')
    expect(second.held.clocks).toMatchObject([
      { clock: 'told_statutory', startedAt: '2026-03-05T22:25:00.000Z', metAt: null, sequence: 1 },
    ])
    await send(next?.row.reference ?? '')
    const there = await read(next?.row.reference ?? '', canalStreet)
    expect(there.held.row.circumstances).toContain('broke a door')
    // The right school does not learn which school had it before.
    expect(there.held.row.replaces).toBeUndefined()
  })

  it('linked to a contact by a person, it shows on the contact; nothing happens by itself', async () => {
    const reference = await start({ policeReference: 'INV-26-200002' })
    setNow('2026-05-12T09:00:00.000Z')
    const contact = await perform(world.engine, world.as('screener'), {
      register: contactRegister,
      action: 'start',
      typed: reception,
    })
    const before = await readRecord(world.engine, world.as('screener'), contactRegister, contact.reference)
    expect(before.related).toEqual([])
    await act(reference, 'linkContact', 'screener', { contact: contact.reference })
    const after = await readRecord(world.engine, world.as('screener'), contactRegister, contact.reference)
    expect(after.related.map(one => one.row.reference)).toEqual([reference])
    await expect(act(reference, 'linkContact', 'check_answerer', { contact: contact.reference })).rejects.toMatchObject(
      {
        kind: 'forbidden',
      },
    )
  })

  it('held by the council until it finds the school, it is sent on from there', async () => {
    const reference = await start({ settingType: 'notKnown', school: '', joined: '', council: 'Islington Council' })
    setNow(addHours(evening, 1))
    await send(reference)
    await act(reference, 'sendOn', 'encompass_coordinator', {
      toSettingType: 'primary',
      toSchool: 'Holly Lane Primary',
      toJoined: 'joined',
    })
    const view = await read(reference, 'encompass_coordinator')
    expect(view.held.row).toMatchObject({ state: 'sentOn', cameBack: null })
  })
})

describe('what is refused', () => {
  it.each([
    ['a child younger than reception age', { bornOn: '2021-09-01' }, 'bornOn-day'],
    ['a person of 18', { bornOn: '2008-03-05' }, 'bornOn-day'],
    ['attendance before the incident', { attendedAt: '2026-03-05 22:00' }, 'attendedAt-day'],
    ['a school child without a school', { school: '' }, 'school'],
    ['no word on whether the school has joined', { joined: '' }, 'joined'],
    ['a school for a child educated at home', { settingType: 'home', joined: '', council: 'council' }, 'school'],
    ['no council for a child educated at home', { settingType: 'home', school: '', joined: '' }, 'council'],
    ['an agency that is no school', { school: 'Whittington Health' }, 'school'],
    ['a council that is not to tell the school', { council: 'Islington Council' }, 'council'],
  ])('%s', async (_what, typed, field) => {
    await expect(start(typed)).rejects.toMatchObject(problems(field))
  })

  it('all problems at once', async () => {
    const bad = { joined: 'notJoined', bornOn: '2021-09-01', police: 'Whittington Health' }
    await expect(start(bad)).rejects.toMatchObject({ problems: [{ field: 'police' }] })
    await expect(start({ ...bad, police: 'Metropolitan Police' })).rejects.toMatchObject({
      problems: [{ field: 'bornOn-day' }, { field: 'whyNotJoined' }, { field: 'route' }],
    })
  })

  it('the youngest and the oldest are taken', async () => {
    await expect(start({ bornOn: '2021-08-31' })).resolves.toMatch(/^ENC-26-/)
    await expect(start({ bornOn: '2008-03-06' })).resolves.toMatch(/^ENC-26-/)
  })

  it('sending without the safety check, or in Canopy to a school that has not joined', async () => {
    const reference = await start()
    await expect(act(reference, 'send', 'check_answerer', { safeToSend: 'no' })).rejects.toMatchObject(
      problems('safeToSend'),
    )
    const outside = await start({ joined: 'notJoined', whyNotJoined: 'noAgreement', route: 'schoolDirectly' })
    await expect(send(outside)).rejects.toMatchObject({ kind: 'conflict' })
    setNow('2026-03-06T09:00:00.000Z')
    const told = { deliveredAt: '2026-03-05 22:00', deliveredHow: 'phone', toldPerson: 'Head', safeToSend: 'yes' }
    await expect(act(outside, 'recordTold', 'check_answerer', told)).rejects.toMatchObject(problems('deliveredAt-day'))
  })

  it('sending on what is with its school, or back to the same school', async () => {
    const reference = await start()
    await send(reference)
    const there = { toSettingType: 'primary', toSchool: 'Holly Lane Primary', toJoined: 'joined' }
    await expect(act(reference, 'sendOn', 'check_answerer', there)).rejects.toMatchObject({ kind: 'conflict' })
    await act(reference, 'returnIt', 'setting_lead', { returnWhy: 'neverOurs' })
    await expect(act(reference, 'sendOn', 'check_answerer', there)).rejects.toMatchObject(problems('toSchool'))
  })
})

const notFound = { kind: 'notFound' }
/** Rows of a table that somebody sees when they ask the database itself. */
const seen = (by: Actor, table: string) =>
  within(world.engine, by, async tx => (await tx.query(`select * from canopy.${table}`)).length)

describe('access', () => {
  it('only the police and the coordinator start; another agency that answers checks does not', async () => {
    await expect(start({}, world.as('check_answerer2'))).rejects.toMatchObject(problems('police'))
    await expect(start({}, world.as('setting_lead'))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(start({}, world.as('screener'))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(start({}, world.as('encompass_coordinator'))).resolves.toMatch(/^ENC-/)
  })

  it('a school sees its own notification once it is told, another school and another agency never', async () => {
    const reference = await start({ policeReference: 'INV-26-300001' })
    await expect(read(reference, 'setting_lead')).rejects.toMatchObject(notFound)
    await send(reference)
    const view = await read(reference, 'setting_lead')
    expect(view.held.row.policeReference).toBe('INV-26-300001')
    expect(view.possible.map(one => one.action)).toEqual(['acknowledge', 'returnIt'])
    for (const other of [canalStreet, world.as('check_answerer2'), world.as('social_worker')]) {
      const unseen = await read(reference, other).catch(error => error)
      const absent = await read('ENC-26-99999', other).catch(error => error)
      expect(unseen).toMatchObject(notFound)
      expect(unseen).toEqual(absent)
      await expect(act(reference, 'acknowledge', other)).rejects.toMatchObject(notFound)
    }
  })

  it('the database itself shows another school nothing, and loses what is recalled from the one that had it', async () => {
    const tables = ['', '_history', '_clock', '_support', '_sent_on'].map(end => `operation_encompass${end}`)
    const stranger = await actorOfNewSchool()
    for (const table of tables) expect([table, await seen(stranger, table)]).toEqual([table, 0])
    expect(await seen(world.as('check_answerer2'), 'operation_encompass')).toBe(0)
    expect(await seen(world.as('screener'), 'operation_encompass')).toBeGreaterThan(10)
    const reference = await start({ policeReference: 'INV-26-300002' })
    await send(reference)
    const held = await seen(world.as('setting_lead'), 'operation_encompass')
    await act(reference, 'recall', 'check_answerer', { recallWhy: 'mistake', recallRead: 'read', recallDone: 'Asked' })
    expect(await seen(world.as('setting_lead'), 'operation_encompass')).toBe(held - 1)
    await expect(read(reference, 'setting_lead')).rejects.toMatchObject(notFound)
  })

  it('the analyst sees no name, no school and no police reference', async () => {
    const { held } = await read(await start({ policeReference: 'INV-26-300003' }), 'analyst')
    const shown = JSON.stringify(held)
    expect(shown).toContain('"settingType":"primary"')
    for (const secret of ['Example-Reid', '2017-06-20', 'INV-26-300003', 'radio', 'broke a door'])
      expect(shown).not.toContain(secret)
    expect(held.row.school).toBeUndefined()
  })

  it('the coordinator does not answer for a school that has it in Canopy', async () => {
    const reference = await start()
    await send(reference)
    await expect(act(reference, 'acknowledge', 'encompass_coordinator')).rejects.toMatchObject({ kind: 'conflict' })
    await expect(act(reference, 'acknowledge', 'setting_lead')).resolves.toMatchObject({ state: 'acknowledged' })
  })
})

const actorOfNewSchool = () =>
  within(world.engine, system(), async tx => {
    await tx.query(
      "insert into canopy.agency (id, code, name, kind, valid_from) values (gen_random_uuid(), '100777', 'Third School', 'school', '2015-01-01')",
    )
    const posts = [{ role: 'setting_lead', agency: '100777' }]
    await addAccount(tx, { username: 'third', name: 'Third lead', posts }, 'not a hash', '2015-01-01')
    return (await actorByUsername(tx, 'third', 'setting_lead', '2026-03-01')) as Actor
  })
