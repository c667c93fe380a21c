import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { breakdownOf } from '../../../engine/measures/breakdown.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { performForm, rehearseForm } from '../../../engine/store/longForm.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { newId } from '../../../kit/ids.ts'
import { restrictionRegister } from '../../people/restriction/index.ts'
import { earlyHelpChildRegister } from '../early-help-child/index.ts'
import { action, agreed, brother, child, ending, notAgreed, review } from './examples.ts'
import { earlyHelpRegister as register } from './index.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(() => setNow('2026-05-12T09:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const entry = (group: string, n: number, typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [`${group}.${n}.${name}`, value]))
const form = (more: Typed = {}): Typed => ({
  ...agreed,
  children: ['1', '2'],
  ...entry('children', 1, child),
  ...entry('children', 2, brother),
  ...more,
})
const planned: Typed = {
  plannedOn: '2026-05-12',
  reviewOn: '2026-06-17',
  actions: ['1'],
  ...entry('actions', 1, action),
}
const written = (more: Typed = {}, by = 'setting_lead') =>
  performForm(world.engine, world.as(by), { register, typed: form(more), key: newId() })
const problemsOf = async (more: Typed) =>
  (await rehearseForm(world.engine, world.as('setting_lead'), { register, typed: form(more) })).map(
    ({ field, message }) => `${field}: ${message}`,
  )
const act = (reference: string, name: string, by: string, typed: Typed = {}) =>
  perform(world.engine, world.as(by), { register, action: name, reference, typed })
const read = (reference: string, by = 'setting_lead') => readRecord(world.engine, world.as(by), register, reference)
const rows = async (sql: string, ...values: unknown[]) =>
  (await world.engine.owner.query<Record<string, unknown>>(sql, values)).rows
const childrenOf = (id: string) =>
  rows('select * from canopy.early_help_child where assessment = $1 order by reference', id)
const agencyOf = (by: string) => world.as(by).agencyId ?? ''
const nameOf = async (by: string) =>
  String((await rows('select name from canopy.agency where id = $1', agencyOf(by)))[0]?.name)
const noticesOf = (id: string) =>
  rows(
    `select n.kind, a.username from canopy.notice n join canopy.account a on a.id = n.account_id
      where n.record_id = $1 order by n.kind, a.username`,
    id,
  )
const sharing = async (to: string): Promise<Typed> => ({
  shareWith: await nameOf(to),
  shareWhy: 'To help with the mornings',
  shareAgreedBy: 'Ronke',
  shareAgreedOn: '2026-05-12',
})
const notFound = { kind: 'notFound' }

describe('an early help assessment', () => {
  it('is written as one and opens for each child that there is one, and nothing else', async () => {
    const { id, reference } = await written(planned)
    const { held } = await read(reference)
    expect(held.row).toMatchObject({
      state: 'planned',
      childrenNamed: 'Tomi Example-Bello and 1 other',
      lead: world.as('setting_lead').accountId,
      madeKind: 'school',
      leadKind: 'school',
      madeBy: agencyOf('setting_lead'),
      daysToPlan: 1,
    })
    const children = await childrenOf(id)
    expect(children.map(one => [one.given_name, one.ethnicity, one.lead_kind, one.state])).toEqual([
      ['Tomi', 'BAFR', 'school', 'inPlace'],
      ['Ade', 'BAFR', 'school', 'inPlace'],
    ])
    expect(JSON.stringify(children)).not.toContain('late two days')
  })

  it('stays a conversation of its setting without agreement: nobody learns of it, and it cannot be shared', async () => {
    const { id, reference } = await written({ ...notAgreed })
    expect((await read(reference)).held.row.state).toBe('conversation')
    expect(await childrenOf(id)).toEqual([])
    await expect(act(reference, 'share', 'setting_lead', await sharing('check_answerer2'))).rejects.toMatchObject({
      kind: 'conflict',
    })
    await act(reference, 'recordAgreement', 'setting_lead', { agreedBy: 'Ronke', agreedOn: '2026-05-12' })
    expect(await childrenOf(id)).toHaveLength(2)
    await act(reference, 'addChild', 'setting_lead', { ...child, givenName: 'Sola' })
    expect(await childrenOf(id)).toHaveLength(3)
  })

  it.each<[string, Typed, string]>([
    ['agreement without who agreed', { agreedBy: '' }, 'agreedBy: Enter who agreed'],
    ['agreement without a day', { agreedOn: '' }, 'agreedOn-day: Enter when they agreed'],
    ['agreement before the first talk', { agreedOn: '2026-05-01' }, 'agreedOn-day: They cannot agree before'],
    [
      'a plan without agreement',
      { ...notAgreed, plannedOn: '2026-05-12', reviewOn: '2026-06-17' },
      'plannedOn-day: There is no plan',
    ],
    [
      'a plan without an action',
      { plannedOn: '2026-05-12', reviewOn: '2026-06-17' },
      'plannedOn-day: Add at least one action',
    ],
    ['a plan without a review', { ...planned, reviewOn: '' }, 'reviewOn-day: Enter when you review'],
    ['no child', { children: [] }, 'children: Add at least one child'],
    ['a score above the scale', { scoreStart: '11' }, 'scoreStart: '],
  ])('asks again for %s', async (_what, more, message) => {
    expect(await problemsOf(more)).toContainEqual(expect.stringContaining(message))
  })

  it('is due for a plan, then a first review, then every further one', async () => {
    const { reference } = await written()
    const due = async (clock: string) =>
      (await read(reference)).held.clocks.filter(one => one.clock === clock).map(one => [one.dueOn, one.metAt !== null])
    expect(await due('plan')).toEqual([['2026-07-14', false]])
    await act(reference, 'addAction', 'setting_lead', action)
    await act(reference, 'recordPlan', 'setting_lead', { plannedOn: '2026-05-12', reviewOn: '2026-06-17' })
    expect(await due('review')).toEqual([['2026-06-23', false]])
    setNow('2026-06-17T15:00:00.000Z')
    await act(reference, 'review', 'setting_lead', review)
    expect(await due('review')).toEqual([
      ['2026-06-23', true],
      ['2026-09-09', false],
    ])
    expect((await read(reference)).held.row.reviewOn).toBe('2026-09-09')
    await expect(
      act(reference, 'recordProgress', 'setting_lead', { actionNumber: '2', progress: 'done', progressNote: '' }),
    ).rejects.toMatchObject({ kind: 'invalid' })
    setNow('2026-07-15T15:00:00.000Z')
    await expect(act(reference, 'close', 'setting_lead', { ...ending, scoreEnd: '' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await act(reference, 'close', 'setting_lead', ending)
    const { held } = await read(reference)
    expect(held.row).toMatchObject({ state: 'closed', outcome: 'needsMet', scoreStart: 3, scoreEnd: 8 })
    expect((await childrenOf(held.row.id)).map(one => [one.state, one.outcome])).toEqual([
      ['ended', 'needsMet'],
      ['ended', 'needsMet'],
    ])
  })
})

describe('sharing', () => {
  it('shows it to one agency the family agreed to, records the sharing, and ends when the family wants', async () => {
    const { id, reference } = await written()
    await expect(read(reference, 'setting_lead3')).rejects.toMatchObject(notFound)
    await act(reference, 'share', 'setting_lead', await sharing('setting_lead3'))
    expect((await read(reference, 'setting_lead3')).held.row.goingWell).toContain('The boys are close')
    expect(await noticesOf(id)).toEqual([{ kind: 'early_help_shared', username: 'setting_lead3' }])
    expect(
      await rows('select state, consent, shared_by, shared_with, people from canopy.sharing where early_help = $1', id),
    ).toEqual([
      {
        state: 'received',
        consent: 'given',
        shared_by: agencyOf('setting_lead'),
        shared_with: agencyOf('setting_lead3'),
        people: `The family of the early help assessment ${reference}.`,
      },
    ])
    // Reading is not leading.
    await expect(act(reference, 'close', 'setting_lead3', ending)).rejects.toMatchObject({ kind: 'conflict' })
    await act(reference, 'endSharing', 'setting_lead', { endShareWith: await nameOf('setting_lead3') })
    await expect(read(reference, 'setting_lead3')).rejects.toMatchObject(notFound)
  })

  it('refuses the own agency, and an agreement older than that to early help', async () => {
    const { reference } = await written()
    for (const [wrong, field] of [
      [await sharing('setting_lead'), 'shareWith'],
      [{ ...(await sharing('setting_lead3')), shareAgreedOn: '2026-05-01' }, 'shareAgreedOn-day'],
    ] as const)
      await expect(act(reference, 'share', 'setting_lead', wrong)).rejects.toMatchObject({
        kind: 'invalid',
        problems: [expect.objectContaining({ field })],
      })
  })

  it('leaves the council with who leads, and its content only where it is shared with the council', async () => {
    const { id, reference } = await written()
    const [first] = await childrenOf(id)
    const council = ['early_help_practitioner', 'screener', 'screening_manager']
    for (const role of [...council, 'business_support']) {
      await expect(read(reference, role), role).rejects.toMatchObject(notFound)
      const { held } = await readRecord(world.engine, world.as(role), earlyHelpChildRegister, String(first?.reference))
      expect(held.row).toMatchObject({ leadAgency: agencyOf('setting_lead'), leadSince: '2026-05-12' })
    }
    for (const role of ['social_worker', 'setting_lead', 'check_answerer'])
      await expect(
        readRecord(world.engine, world.as(role), earlyHelpChildRegister, String(first?.reference)),
        role,
      ).rejects.toMatchObject(notFound)
    await act(reference, 'share', 'setting_lead', await sharing('screener'))
    for (const role of council) await expect(read(reference, role), role).resolves.toBeTruthy()
    await expect(read(reference, 'business_support')).rejects.toMatchObject(notFound)
  })
})

describe('handing over', () => {
  const offer = async (reference: string) =>
    act(reference, 'offer', 'setting_lead', {
      offeredTo: await nameOf('setting_lead3'),
      offeredWhy: 'The boys change school; their mother wants the same person to lead there.',
    })

  it('changes the lead once the other agency accepts, and the first one reads on', async () => {
    const { id, reference } = await written()
    await offer(reference)
    await expect(act(reference, 'offer', 'setting_lead', {})).rejects.toMatchObject({ kind: 'conflict' })
    await expect(act(reference, 'accept', 'setting_lead')).rejects.toMatchObject({ kind: 'conflict' })
    await expect(act(reference, 'close', 'setting_lead3', ending)).rejects.toMatchObject({ kind: 'conflict' })
    setNow('2026-05-13T09:00:00.000Z')
    await act(reference, 'accept', 'setting_lead3')
    const { held } = await read(reference)
    expect(held.row).toMatchObject({
      lead: world.as('setting_lead3').accountId,
      agencyId: agencyOf('setting_lead3'),
      madeBy: agencyOf('setting_lead'),
      offeredTo: null,
      sharedWith: [agencyOf('setting_lead')],
    })
    expect((await childrenOf(id)).map(one => [one.lead_agency, String(one.lead_since)])).toEqual([
      [agencyOf('setting_lead3'), '2026-05-13'],
      [agencyOf('setting_lead3'), '2026-05-13'],
    ])
    await expect(act(reference, 'endSharing', 'setting_lead', {})).rejects.toMatchObject({ kind: 'conflict' })
    expect(await noticesOf(id)).toEqual([
      { kind: 'early_help_accepted', username: 'setting_lead' },
      { kind: 'early_help_offered', username: 'setting_lead3' },
    ])
  })

  it('leaves the lead where it is when the other agency refuses, which sees it until that is read', async () => {
    const { id, reference } = await written()
    await offer(reference)
    await act(reference, 'refuse', 'setting_lead3', { refusedWhy: 'The boys do not come to us.' })
    expect((await noticesOf(id)).map(one => one.kind)).toContain('early_help_refused')
    await expect(act(reference, 'accept', 'setting_lead3')).rejects.toMatchObject({ kind: 'conflict' })
    await act(reference, 'takeBack', 'setting_lead')
    await expect(read(reference, 'setting_lead3')).rejects.toMatchObject(notFound)
    expect((await read(reference)).held.row).toMatchObject({
      offeredTo: null,
      refusedWhy: 'The boys do not come to us.',
    })
  })
})

describe('a restricted child', () => {
  it('takes an assessment out of the sight of the council, and leaves it to the setting that wrote it', async () => {
    const people = createPeople(world)
    const { id, reference } = await written()
    await act(reference, 'share', 'setting_lead', await sharing('screener'))
    const person = await people.person({ givenName: 'Tomi', familyName: 'Example-Bello', bornOn: '2020-05-14' })
    const [first] = await childrenOf(id)
    await perform(world.engine, world.as('early_help_practitioner'), {
      register: earlyHelpChildRegister,
      action: 'sayWho',
      reference: String(first?.reference),
      typed: { person, personWhy: '' },
    })
    await expect(read(reference, 'screener')).resolves.toBeTruthy()
    const started = () =>
      figureOf(world.engine, world.as('screener'), 'early_help_started', { period: '2026-05' }).then(
        one => one.numerator,
      )
    const before = Number(await started())
    await people.act('information_governance', restrictionRegister, 'start', {
      ...{ person, level: 'invisible', reason: 'witness', why: 'Invented', since: '2026-05-12', ask: 'Team manager' },
    })
    await expect(read(reference, 'screener')).rejects.toMatchObject(notFound)
    await expect(
      readRecord(world.engine, world.as('screener'), earlyHelpChildRegister, String(first?.reference)),
    ).rejects.toMatchObject(notFound)
    expect(await started()).toBe(before - 1)
    await expect(read(reference)).resolves.toBeTruthy()
  })
})

describe('the figures', () => {
  it('say who began how many, what is open, and how it ended', async () => {
    const as = world.as('analyst')
    setNow('2024-02-01T09:00:00.000Z')
    const then: Typed = { startedOn: '2024-01-29', agreedOn: '2024-01-30' }
    const plan: Typed = { ...planned, plannedOn: '2024-02-01', reviewOn: '2024-03-01' }
    const one = await written({ ...then, ...plan })
    await written(then, 'early_help_practitioner')
    await written({ ...notAgreed, startedOn: '2024-01-29' })
    const wrong = await written(then)
    await act(wrong.reference, 'markMistaken', 'setting_lead', { mistakenWhy: 'Twice' })
    setNow('2024-03-20T09:00:00.000Z')
    await act(one.reference, 'review', 'setting_lead', { ...review, reviewedOn: '2024-03-20', nextOn: '2024-06-01' })
    await act(one.reference, 'close', 'setting_lead', { ...ending, endedOn: '2024-03-20' })
    const value = async (key: string, period: string) => (await figureOf(world.engine, as, key, { period })).value
    expect(await value('early_help_started', '2024-01')).toBe(2)
    expect(await value('early_help_by_partners', '2024-01')).toBe(50)
    expect(await value('early_help_open', '2024-01')).toBe(2)
    expect(await value('early_help_open', '2024-03')).toBe(1)
    expect(await value('early_help_days_to_plan', '2024-01')).toBe(2)
    // Due on 14 March and held on the 20th.
    expect(await value('early_help_reviewed_in_time', '2024-03')).toBe(0)
    expect(await value('early_help_closed', '2024-03')).toBe(1)
    expect(await value('early_help_needs_met', '2024-03')).toBe(100)
    expect(await value('early_help_further_along', '2024-03')).toBe(100)
    expect(await value('early_help_children', '2024-01')).toBe(4)
    const { rows: kinds } = await breakdownOf(world.engine, as, 'early_help_started', {
      period: '2024-01',
      by: 'madeKind',
    })
    expect(kinds.filter(row => row.numerator !== 0).map(row => [row.code, row.numerator])).toEqual([
      ['council', 1],
      ['school', 1],
    ])
  })
})
