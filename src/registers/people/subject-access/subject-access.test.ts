import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { restrictionRegister } from '../restriction/index.ts'
import { request, verified } from './examples.ts'
import { subjectAccessRegister as register } from './index.ts'

let world: World
let people: People

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const on = (day: string) => setNow(`${day}T12:00:00.000Z`)
const deed = (action: string, reference: string, typed: Typed = {}) =>
  people.act('information_governance', register, action, typed, reference)
const start = (typed: Typed = {}, by = 'social_worker') =>
  people.act(by, register, 'start', { ...request, person: '', subjectName: 'Invented, born 2010', ...typed })
const verify = (reference: string, typed: Typed = {}) => deed('verify', reference, { ...verified, ...typed })
const search = (reference: string) => deed('recordSearch', reference, { searchNote: 'Everywhere' })
const send = (reference: string, answeredOn: string) =>
  deed('send', reference, { answeredOn, sentHow: 'post', sentNote: '3 pages', toldOfRights: 'yes' })
const view = (by: string, reference: string) =>
  readRecord(world.engine, world.as(by), register, reference).then(
    ({ held }) => held,
    () => null,
  )
const clockOf = async (reference: string) => (await view('information_governance', reference))?.clocks[0]
const dueOn = async (reference: string) => (await clockOf(reference))?.dueOn
const refusedFor = (field: string, words: string) => ({
  problems: expect.arrayContaining([{ field, message: expect.stringContaining(words) }]),
})

describe('the time for an answer', () => {
  it('is one calendar month, and ends on a working day', async () => {
    on('2026-09-03')
    // 3 October 2026 is a Saturday.
    expect(await dueOn(await start())).toBe('2026-10-05')
    on('2026-03-31')
    expect(await dueOn(await start({ receivedOn: '2026-03-31' }))).toBe('2026-04-30')
  })

  it('counts from the day on which we knew who asks, where we had to ask for proof', async () => {
    on('2026-09-03')
    const reference = await start()
    on('2026-09-04')
    await deed('askIdentity', reference)
    expect(await dueOn(reference)).toBeUndefined()
    on('2026-09-18')
    await verify(reference, { identityOn: '2026-09-17', verification: 'documents' })
    expect(await dueOn(reference)).toBe('2026-10-19')
    // Nobody asked for proof of this one: the month of the request counts.
    const other = await start()
    await verify(other, { identityOn: '2026-09-17', verification: 'documents' })
    expect(await dueOn(other)).toBe('2026-10-05')
  })

  it('stands still while whoever asks has to say what is meant', async () => {
    on('2026-09-03')
    const reference = await start()
    await verify(reference)
    on('2026-09-07')
    await deed('askClarification', reference, { clarifyQuestion: 'Which years?' })
    expect((await clockOf(reference))?.pausedAt).toBe('2026-09-07T12:00:00.000Z')
    on('2026-09-17')
    await deed('recordClarification', reference, { clarifyAnswer: 'All' })
    expect(await clockOf(reference)).toMatchObject({ dueOn: '2026-10-13', pausedAt: null, pausedFor: 10 })
  })

  it('can be extended by two months, once, and only within the first', async () => {
    on('2026-09-03')
    const reference = await start()
    await verify(reference)
    const extension = { extendedWhy: 'complex', extendedWords: 'Told by letter' }
    on('2026-10-05')
    await deed('extend', reference, extension)
    expect(await dueOn(reference)).toBe('2026-12-03')
    await expect(deed('extend', reference, extension)).rejects.toMatchObject({ kind: 'conflict' })
    on('2026-09-03')
    const late = await start()
    await verify(late)
    on('2026-10-06')
    await expect(deed('extend', late, extension)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('5 October 2026'),
    })
  })
})

describe('the right to ask', () => {
  it('is the child’s own where the child understands', async () => {
    on('2026-09-03')
    const parent = { requester: 'parent', requesterName: 'A parent' }
    const reference = await start(parent)
    await expect(verify(reference)).rejects.toMatchObject(refusedFor('childAgrees', 'whether the child agrees'))
    await verify(reference, { childAgrees: 'no' })
    await search(reference)
    await expect(send(reference, '2026-09-03')).rejects.toMatchObject({
      message: expect.stringContaining('does not agree'),
    })
    const agreed = await start(parent)
    await verify(agreed, { childAgrees: 'yes' })
    await search(agreed)
    await expect(send(agreed, '2026-09-03')).resolves.toBe(agreed)
  })

  it.each<[string, Typed, Typed, string]>([
    ['how somebody knows', {}, { competenceWhy: '' }, 'competenceWhy'],
    ['an adult is no child', { requester: 'self' }, {}, 'competence'],
    ['a child is no adult', {}, { competence: 'adult' }, 'competence'],
    ['a child who does not understand yet', {}, { competence: 'notYet' }, 'competence'],
    ['known before asked', {}, { identityOn: '2026-09-02' }, 'identityOn-day'],
  ])('asks: %s', async (_what, begun, answers, field) => {
    on('2026-09-03')
    await expect(verify(await start(begun), answers)).rejects.toMatchObject(refusedFor(field, ''))
  })

  it('needs somebody it is about', async () => {
    await expect(start({ subjectName: '' })).rejects.toMatchObject(refusedFor('person', 'reference of the person'))
  })
})

describe('what is taken out', () => {
  it('has a reason each, and can be given after all', async () => {
    on('2026-09-03')
    const reference = await start()
    await verify(reference)
    const line = { entry: 'CON-26-00042', extent: 'words', passage: 'a name', exemption: 'thirdParty', because: 'x' }
    for (const missing of ['exemption', 'because'])
      await expect(deed('takeOut', reference, { ...line, [missing]: '' })).rejects.toMatchObject(
        refusedFor(missing, ''),
      )
    await expect(deed('takeOut', reference, { ...line, passage: '' })).rejects.toMatchObject(
      refusedFor('passage', 'which words'),
    )
    await deed('takeOut', reference, line)
    await deed('takeOut', reference, { ...line, entry: 'CON-26-00043' })
    await expect(deed('putBack', reference, { putBack: 'CON-26-00044' })).rejects.toMatchObject(
      refusedFor('putBack', 'Nothing is taken out'),
    )
    await deed('putBack', reference, { putBack: 'con-26-00042' })
    const lines = (await view('information_governance', reference))?.lines.redactions
    expect(lines?.map(({ entry }) => entry)).toEqual(['CON-26-00043'])
    // Whoever took the request in sees neither what is taken out nor how much.
    expect(JSON.stringify(await view('social_worker', reference))).not.toContain('CON-26-00043')
  })
})

describe('who sees a request', () => {
  it('are information governance and whoever recorded it', async () => {
    on('2026-09-03')
    const reference = await start()
    const sees = async (by: string) => (await view(by, reference)) !== null
    expect(
      await Promise.all(['information_governance', 'social_worker', 'social_worker2', 'screener'].map(sees)),
    ).toEqual([true, true, false, false])
  })

  it('is nobody who may not know of the person', async () => {
    on('2026-09-03')
    const person = await people.person({ knownOn: '2026-09-01' })
    const reference = await start({ person, subjectName: '' })
    await people.act('information_governance', restrictionRegister, 'start', {
      person,
      level: 'invisible',
      reason: 'witness',
      why: 'Invented',
      since: '2026-09-03',
      ask: 'Team manager',
    })
    expect(await view('social_worker', reference)).toBeNull()
    expect(await view('information_governance', reference)).not.toBeNull()
  })
})

describe('figures of requests', () => {
  it('count those in time, late, open and overdue', async () => {
    const other = await createWorld()
    const mine = [world, people] as const
    world = other
    people = createPeople(other)
    try {
      on('2025-09-03')
      const [inTime, late, waiting, taken] = [
        await start({ receivedOn: '2025-09-03' }),
        await start({ receivedOn: '2025-09-03' }),
        await start({ receivedOn: '2025-09-03' }),
        await start({ receivedOn: '2025-09-03' }),
      ]
      for (const one of [inTime, late, waiting]) await verify(one, { identityOn: '2025-09-03' })
      for (const one of [inTime, late]) await search(one)
      await deed('withdraw', taken, { withdrawnWhy: 'x' })
      on('2025-10-07')
      // 3 October 2025 is a Friday.
      await send(inTime, '2025-10-03')
      await send(late, '2025-10-06')
      const asked = { period: 'rolling_12_months:2025-10-31' }
      const figure = await figureOf(world.engine, world.as('information_governance'), 'subject_access_in_time', asked)
      expect(figure).toMatchObject({ numerator: 1, denominator: 3, open: 1, overdue: 1 })
      expect(
        (await figureOf(world.engine, world.as('information_governance'), 'subject_access_requests', asked)).value,
      ).toBe(3)
    } finally {
      ;[world, people] = mine
      await other.close()
    }
  })
})
