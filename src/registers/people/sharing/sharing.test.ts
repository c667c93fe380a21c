import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { system } from '../../../engine/actor.ts'
import { actorByUsername, addAccount, addAgencies } from '../../../engine/people/posts.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import { restrictionRegister } from '../restriction/index.ts'
import { requested, shared } from './examples.ts'
import { sharingRegister } from './index.ts'

let world: World
let people: People

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-10-06T10:30:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const deed = (by: string, action: string, typed: Typed, reference?: string) =>
  people.act(by, sharingRegister, action, typed, reference)
const request = (typed: Typed = {}, by = 'screener') => deed(by, 'start', { ...requested, person: '', ...typed })
const share = (reference: string, typed: Typed = {}, by = 'screener') =>
  deed(by, 'share', { ...shared, ...typed }, reference)
const refusedFor = (field: string, words: string) => ({
  problems: expect.arrayContaining([{ field, message: expect.stringContaining(words) }]),
})

const view = (by: string, reference: string) =>
  readRecord(world.engine, world.as(by), sharingRegister, reference).then(
    ({ held }) => held,
    () => null,
  )
const sees = async (by: string, reference: string) => (await view(by, reference)) !== null
const total = async (by: string) =>
  (await listRecords(world.engine, world.as(by), sharingRegister, { ...emptyQuery, show: 'all' })).total

const restrict = (person: string, level = 'invisible') =>
  people.act('information_governance', restrictionRegister, 'start', {
    person,
    level,
    reason: 'witness',
    why: 'Invented',
    since: '2026-10-06',
    ask: 'Team manager',
  })

describe('a sharing', () => {
  it('is seen by the agency that gets it once it is shared, until it expires, and by no other agency', async () => {
    const reference = await request()
    expect([await sees('screener', reference), await sees('check_answerer', reference)]).toEqual([true, false])
    await share(reference)
    for (const by of ['check_answerer', 'agency_lead', 'screener2', 'information_governance'])
      expect(await sees(by, reference), by).toBe(true)
    for (const by of ['check_answerer2', 'agency_lead2', 'setting_lead', 'business_support', 'analyst'])
      expect(await sees(by, reference), by).toBe(false)
    setNow('2026-12-31T23:59:00.000Z')
    expect(await sees('check_answerer', reference)).toBe(true)
    setNow('2027-01-01T00:00:00.000Z')
    expect([await sees('check_answerer', reference), await sees('screener', reference)]).toEqual([false, true])
    expect((await deed('screener', 'expire', {}, reference)).length).toBeGreaterThan(0)
  })

  it('is received by the agency it was given to and by nobody else, and can be withdrawn', async () => {
    const reference = await share(await request())
    const receipt = { receivedAt: '2026-10-06 11:20', receiptNote: '' }
    await expect(deed('screener', 'receive', receipt, reference)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(deed('check_answerer2', 'receive', receipt, reference)).rejects.toMatchObject({ kind: 'notFound' })
    await expect(
      deed('check_answerer', 'receive', { ...receipt, receivedAt: '2026-10-06 10:00' }, reference),
    ).rejects.toMatchObject(refusedFor('receivedAt-day', 'before it was shared'))
    await deed('check_answerer', 'receive', receipt, reference)
    expect((await view('check_answerer', reference))?.row).toMatchObject({
      state: 'received',
      receivedBy: world.as('check_answerer').accountId,
    })
    await expect(deed('check_answerer', 'withdraw', { withdrawnWhy: 'x' }, reference)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await deed('screener', 'withdraw', { withdrawnWhy: 'Sent by mistake; deleted there.' }, reference)
    expect([await sees('check_answerer', reference), await sees('screener', reference)]).toEqual([false, true])
  })

  it('says who asked and who gets it, and not twice', async () => {
    await expect(request({ requestedBy: '', requestedAt: '' })).rejects.toMatchObject(refusedFor('requestedBy', 'who'))
    await expect(request({ sharedWith: '' })).rejects.toMatchObject(refusedFor('sharedWith', 'which agency'))
    await expect(request({ sharedWithOther: 'A solicitor' })).rejects.toMatchObject(
      refusedFor('sharedWithOther', 'another'),
    )
    await expect(request({ sharedWith: 'Islington Council' })).rejects.toMatchObject(
      refusedFor('sharedWith', 'your own agency'),
    )
    await expect(request({ sharedAt: '2026-10-06 09:00' })).rejects.toMatchObject(
      refusedFor('sharedAt-day', 'emergency'),
    )
  })

  it('that is refused gives its reason, and nobody outside sees it', async () => {
    const reference = await request()
    const no = { whyNotShared: 'moreDetrimental', whyNotSharedWords: '', requesterTold: 'withoutReason' }
    await expect(deed('screener', 'doNotShare', no, reference)).rejects.toMatchObject(
      refusedFor('whyNotSharedWords', 'stands against it'),
    )
    await deed('screener', 'doNotShare', { ...no, whyNotSharedWords: 'She would be found.' }, reference)
    const held = await view('screener', reference)
    expect(held?.row).toMatchObject({ state: 'notShared', sharedAt: null })
    expect(held?.clocks).toMatchObject([{ clock: 'answer', dueOn: '2026-10-12', metAt: '2026-10-06T10:30:00.000Z' }])
    expect(await sees('check_answerer', reference)).toBe(false)
  })
})

describe('codes of the day on which it is shared', () => {
  it('the duty of section 16LA, and its test, from 30 September 2026', async () => {
    const reference = await request({ requestedAt: '2026-09-29 09:00' })
    const before = { sharedAt: '2026-09-29 17:00', expiresOn: '' }
    await expect(share(reference, before)).rejects.toMatchObject(refusedFor('duty', 'cannot be'))
    setNow('2026-09-29T16:30:00.000Z')
    const no = { whyNotShared: 'moreDetrimental', whyNotSharedWords: 'x', requesterTold: 'notTold' }
    await expect(deed('screener', 'doNotShare', no, reference)).rejects.toMatchObject(
      refusedFor('whyNotShared', 'cannot be'),
    )
    setNow('2026-09-30T09:00:00.000Z')
    // Asked for before that day and shared on it: the ground is that of the day of sharing.
    await expect(share(reference, { sharedAt: '2026-09-30 09:30' })).resolves.toBe(reference)
  })

  it('recognised legitimate interests from 5 February 2026, and not for a public authority', async () => {
    const interest = { article6: '6.1.ea', duty: 'none' }
    setNow('2026-02-04T12:00:00.000Z')
    const early = { requestedAt: '2026-02-04 09:00' }
    const onThatDay = { ...interest, sharedAt: '2026-02-04 11:00' }
    const charity = await request(early, 'charity')
    await expect(share(charity, onThatDay, 'charity')).rejects.toMatchObject(refusedFor('article6', 'cannot be'))
    setNow('2026-02-05T12:00:00.000Z')
    const later = { ...interest, sharedAt: '2026-02-05 11:00' }
    const council = await request(early)
    await expect(share(council, later)).rejects.toMatchObject(refusedFor('article6', 'public authority'))
    await expect(share(council, { ...later, article6: '6.1.f' })).rejects.toMatchObject(
      refusedFor('article6', 'public authority'),
    )
    await expect(share(charity, later, 'charity')).resolves.toBe(charity)
  })

  beforeAll(async () => {
    await within(world.engine, system(), async tx => {
      await addAgencies(tx, [{ code: 'charity', name: 'Lantern Yard', kind: 'voluntary' }], '2015-01-01')
      const post = { role: 'early_help_practitioner', agency: 'charity' }
      await addAccount(tx, { username: 'charity', name: 'Charity', posts: [post] }, 'not a hash', '2015-01-01')
      const actor = await actorByUsername(tx, 'charity', 'early_help_practitioner', '2026-10-06')
      const { as } = world
      if (actor) Object.assign(world, { as: (name: string) => (name === 'charity' ? actor : as(name)) })
    })
  })
})

describe('an emergency', () => {
  const told = {
    initiative: 'emergency',
    requestedAt: '',
    requestedBy: '',
    sharedAt: '2026-10-09 20:40',
    channel: 'phone',
    emergencyWhy: 'She was about to be sent home.',
  }
  const { channel: _channel, sharedAt: _sharedAt, releasedBy: _releasedBy, ...rest } = shared

  it('is shared at once and recorded in full by the end of the next working day', async () => {
    // A Friday night: the next working day is Monday.
    setNow('2026-10-09T20:00:00.000Z')
    await expect(request({ ...told, emergencyWhy: '' })).rejects.toMatchObject(
      refusedFor('emergencyWhy', 'could not wait'),
    )
    const reference = await request(told)
    const held = await view('check_answerer', reference)
    expect(held?.row).toMatchObject({
      state: 'sharedInEmergency',
      completedAt: null,
      decidedAt: '2026-10-09T20:00:00.000Z',
    })
    expect(held?.clocks).toMatchObject([{ clock: 'complete', dueOn: '2026-10-12', metAt: null }])
    await expect(
      deed('check_answerer', 'receive', { receivedAt: '2026-10-09 20:50', receiptNote: '' }, reference),
    ).rejects.toMatchObject({ kind: 'conflict' })
    setNow('2026-10-13T09:00:00.000Z')
    await expect(deed('screener', 'complete', { ...rest, consent: '' }, reference)).rejects.toMatchObject({
      kind: 'invalid',
    })
    await deed('screener', 'complete', rest, reference)
    expect((await view('screener', reference))?.clocks).toMatchObject([
      { clock: 'complete', dueOn: '2026-10-12', metAt: '2026-10-13T09:00:00.000Z' },
    ])
  })
})

describe('somebody whose records are restricted', () => {
  it('stays unseen by colleagues, and is seen by the agency to which it was given on purpose', async () => {
    const person = await people.person()
    const reference = await share(await request({ person }))
    const before = [await total('screener'), await total('check_answerer')]
    await restrict(person)
    expect(await sees('screener', reference)).toBe(false)
    expect(await sees('information_governance', reference)).toBe(true)
    const given = await view('check_answerer', reference)
    expect(given?.row).toMatchObject({ state: 'shared', people: requested.people })
    expect([await total('screener'), await total('check_answerer')]).toEqual([(before[0] ?? 0) - 1, before[1]])
    // Only the words chosen for the recipient: neither the reference of the person nor the identifier.
    expect(Object.keys(given?.row ?? {})).not.toContain('person')
    await expect(
      deed('check_answerer', 'receive', { receivedAt: '2026-10-06 11:20', receiptNote: '' }, reference),
    ).resolves.toBe(reference)
  })

  it('is left out of the people a record is also about', async () => {
    const [open, hidden] = [await people.person(), await people.person()]
    const reference = await share(await request({ person: open }))
    await deed('screener', 'addPerson', { alsoPerson: open }, reference)
    await deed('screener', 'addPerson', { alsoPerson: hidden }, reference)
    const also = async (by: string) => (await view(by, reference))?.lines.alsoAbout?.length
    expect(await also('screener')).toBe(2)
    await restrict(hidden)
    expect(await also('screener')).toBe(1)
    // The references are nobody's business elsewhere, restricted or not.
    expect(await also('check_answerer')).toBe(0)
    await expect(deed('screener2', 'addPerson', { alsoPerson: hidden }, reference)).rejects.toMatchObject(
      refusedFor('alsoPerson', 'There is no record'),
    )
  })

  it('cannot be shared about by somebody who may not know of them', async () => {
    const person = await people.person()
    await restrict(person, 'locked')
    await expect(request({ person })).rejects.toMatchObject(refusedFor('person', 'There is no record'))
  })

  it('is not shown to another agency by a reference it may guess', async () => {
    const reference = await share(await request())
    await expect(
      perform(world.engine, world.as('check_answerer2'), {
        register: sharingRegister,
        action: 'receive',
        reference,
        typed: {},
      }),
    ).rejects.toMatchObject({ kind: 'notFound' })
  })
})
