import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, urgent } from '../../../../test/support/contacts.ts'
import { createPeople } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { Outcome } from '../../../engine/outcome.ts'
import { performForm, rehearseForm } from '../../../engine/store/longForm.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { newId } from '../../../kit/ids.ts'
import { restrictionRegister } from '../../people/restriction/index.ts'
import { brother, child, written } from './examples.ts'
import { worryReportRegister } from './index.ts'

let world: World
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const entry = (n: number, typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [`children.${n}.${name}`, value]))
const typedForm = (more: Typed = {}): Typed => ({
  ...written,
  children: ['1', '2'],
  ...entry(1, child),
  ...entry(2, brother),
  'task.1': 'yes',
  ...more,
})
const send = (more: Typed = {}, by = 'setting_lead', key = newId()) =>
  performForm(world.engine, world.as(by), { register: worryReportRegister, typed: typedForm(more), key })
const problemsOf = async (more: Typed) =>
  (
    await rehearseForm(world.engine, world.as('setting_lead'), {
      register: worryReportRegister,
      typed: typedForm(more),
    })
  ).map(({ field, message }) => `${field}: ${message}`)
const read = (reference: string, by = 'setting_lead') =>
  readRecord(world.engine, world.as(by), worryReportRegister, reference)
const contactsOf = async (id: string) =>
  (
    await world.engine.owner.query<Record<string, unknown> & { reference: string }>(
      'select * from canopy.contact where report = $1 order by report_child',
      [id],
    )
  ).rows

describe('a report', () => {
  it('becomes one contact and one sharing for each child, with what is the same for the family', async () => {
    const { id, reference } = await send()
    const contacts = await contactsOf(id)
    expect(contacts.map(one => [one.given_name, one.report_child, one.address, one.channel, one.source])).toEqual([
      ['Tomi', 1, '12 Elm Road, N7', 'form', '2A'],
      ['Ade', 2, '12 Elm Road, N7', 'form', '2A'],
    ])
    // The receipt on the screen acknowledges it.
    expect(contacts.every(one => one.acknowledged_at !== null)).toBe(true)
    const { rows } = await world.engine.owner.query(
      'select people, state, shared_by from canopy.sharing where contact = any($1) order by people',
      [contacts.map(one => one.id)],
    )
    const { agencyId } = world.as('setting_lead')
    expect(rows).toEqual([
      { people: 'Ade Example-Bello', state: 'received', shared_by: agencyId },
      { people: 'Tomi Example-Bello', state: 'received', shared_by: agencyId },
    ])
    const { held } = await read(reference)
    expect(held.row).toMatchObject({ state: 'sent', childrenNamed: 'Tomi Example-Bello and 1 other', outcomesOpen: 2 })
  })

  it('is one, however often it is sent', async () => {
    const key = newId()
    const [first, second] = [await send({}, 'setting_lead', key), await send({}, 'setting_lead', key)]
    expect([first.repeated, second.repeated, second.reference]).toEqual([false, true, first.reference])
  })

  it.each([
    ['on a Tuesday', '2026-05-12T09:58:00.000Z', '2026-05-13T09:58:00.000Z'],
    ['at 4:30pm on the Friday before a bank holiday', '2026-05-22T15:30:00.000Z', '2026-05-26T15:30:00.000Z'],
    ['on a Saturday', '2026-05-16T10:00:00.000Z', '2026-05-19T08:00:00.000Z'],
    ['on the Friday before the clocks go back', '2026-10-23T15:30:00.000Z', '2026-10-26T16:30:00.000Z'],
  ])('%s promises the decision for the same time of the next working day', async (_when, at, due) => {
    setNow(at)
    const { held } = await read((await send()).reference)
    expect(held.clocks.find(({ clock }) => clock === 'promised')?.dueAt).toBe(due)
    setNow('2026-05-12T09:00:00.000Z')
  })

  it('says everything that is missing at once, each with the control it belongs to, and writes nothing', async () => {
    const before = await world.engine.owner.query('select count(*)::int as n from canopy.worry_report')
    expect(
      await problemsOf({
        safeNow: 'no',
        whatHappened: '',
        'children.2.familyName': '',
        'children.2.expectedOn-day': '3',
        telephone: '',
      }),
    ).toEqual([
      'whatHappened: Enter what has happened and what worries you',
      'telephone: Enter a telephone number on which we can reach you',
      expect.stringContaining('spokenTo: Telephone the contact team now'),
      'children.2.familyName: Enter the family name of the child',
      expect.stringContaining('children.2.expectedOn'),
    ])
    expect(await problemsOf({ children: [] })).toEqual(['children: Add at least one child'])
    const refused = await send({ telephone: '' }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Outcome)
    const after = await world.engine.owner.query('select count(*)::int as n from canopy.worry_report')
    expect(after.rows).toEqual(before.rows)
  })

  it.each<[string, Typed, string]>([
    ['a born child with an expected date', { 'children.1.expectedOn': '2026-08-01' }, 'children.1.expectedOn-day'],
    [
      'an unborn child without an expected date',
      { 'children.1.born': 'no', 'children.1.bornOn': '' },
      'children.1.expectedOn-day',
    ],
    ['a first child at the address of the first', { 'children.1.sameAddress': 'yes' }, 'children.1.sameAddress'],
    ['no address', { 'children.2.sameAddress': '' }, 'children.2.address'],
    ['a family that knows only part', { familyKnows: 'partly', whyNotTold: [] }, 'whyNotTold'],
    ['an unasked family without a reason', { whyNotSought: '' }, 'whyNotSought'],
  ])('asks again for %s', async (_what, more, field) => {
    expect((await problemsOf(more)).map(one => one.split(':')[0])).toContain(field)
  })

  it('is seen by its own setting and the contact team, and by nobody else', async () => {
    const { reference } = await send()
    for (const role of ['setting_lead', 'screener', 'business_support'])
      await expect(read(reference, role)).resolves.toBeTruthy()
    const elsewhere = { ...world.as('setting_lead'), agencyId: world.as('check_answerer').agencyId }
    for (const actor of [elsewhere, world.as('social_worker'), world.as('check_answerer')])
      await expect(readRecord(world.engine, actor, worryReportRegister, reference)).rejects.toMatchObject({
        kind: 'notFound',
      })
  })
})

describe('a report about a restricted child', () => {
  it('stays with the setting that wrote it, and is kept from the contact team', async () => {
    const { id, reference } = await send()
    const [contact] = await contactsOf(id)
    const people = createPeople(world)
    const known = await people.person({ givenName: 'Tomi', familyName: 'Example-Bello', bornOn: '2020-05-14' })
    await act(world, 'screener', String(contact?.reference), 'matchChild', {
      match: 'sameChild',
      person: known,
      matchWhy: 'Invented',
    })
    await expect(read(reference, 'screener')).resolves.toBeTruthy()
    await people.act('information_governance', restrictionRegister, 'start', {
      ...{
        person: known,
        level: 'invisible',
        reason: 'witness',
        why: 'Invented',
        since: '2026-05-12',
        ask: 'Team manager',
      },
    })
    await expect(read(reference, 'screener')).rejects.toMatchObject({ kind: 'notFound' })
    await expect(read(reference)).resolves.toBeTruthy()
  })
})

describe('the decision', () => {
  const decided: Typed = {
    decision: 'childInNeed',
    threshold: 'level3',
    passedTo: 'Team East',
    rationale: 'Only for the contact team.',
    referrerText: 'We will carry out an assessment.',
  }
  const decide = async (contact: string) => {
    await act(world, 'screener', contact, 'setUrgency', urgent)
    await act(world, 'screener', contact, 'decide', decided)
    await act(world, 'screening_manager', contact, 'agree', { informationSought: 'enough' })
  }

  it('comes back with the text for the referrer alone, child by child, and is read once all are there', async () => {
    const { id, reference } = await send()
    const [first, second] = await contactsOf(id)
    await decide(String(first?.reference))
    const { held } = await read(reference)
    expect(held.row).toMatchObject({ state: 'decided', outcomesOpen: 1 })
    expect(JSON.stringify(held)).not.toContain('Only for the contact team')
    expect(held.lines.outcomes).toMatchObject([
      { outcomeChild: 1, outcomeDecision: 'childInNeed', outcomeText: 'We will carry out an assessment.' },
    ])
    const markRead = () =>
      perform(world.engine, world.as('setting_lead'), {
        register: worryReportRegister,
        action: 'markRead',
        reference,
        typed: {},
      })
    await expect(markRead()).rejects.toMatchObject({ kind: 'conflict' })
    await decide(String(second?.reference))
    expect((await markRead()).state).toBe('read')
    const [contact] = await contactsOf(id)
    expect(contact).toMatchObject({ feedback_how: 'portal' })
  })

  it('reaches a second report that was joined to the first', async () => {
    const [one, two] = [await send(), await send()]
    const [kept] = await contactsOf(one.id)
    const [joined] = await contactsOf(two.id)
    await act(world, 'screener', String(joined?.reference), 'join', {
      joinedTo: String(kept?.reference),
      joinedWhy: 'The same event',
    })
    await decide(String(kept?.reference))
    expect((await read(two.reference)).held.lines.outcomes).toMatchObject([{ outcomeChild: 1 }])
  })

  it('of a contact recorded in error is told too', async () => {
    const { id, reference } = await send()
    const [contact] = await contactsOf(id)
    await act(world, 'screening_manager', String(contact?.reference), 'voidRecord', { voidWhy: 'A test' })
    expect((await read(reference)).held.lines.outcomes).toMatchObject([
      { outcomeChild: 1, outcomeDecision: 'recordedInError' },
    ])
  })
})
