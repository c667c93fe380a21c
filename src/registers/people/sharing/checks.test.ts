import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, startContact, urgent } from '../../../../test/support/contacts.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import type { Register } from '../../../declare/register.ts'
import { registerByKey } from '../../../engine/engine.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { setNow } from '../../../kit/clock.ts'
import { restrictionRegister } from '../restriction/index.ts'
import { sharingRegister } from './index.ts'

let world: World
let people: People
let checks: Register
const at = '2026-10-06T09:00:00.000Z'

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  checks = registerByKey(world.engine, 'agency_check')
})
beforeEach(() => setNow(at))
afterAll(async () => {
  setNow(null)
  await world.close()
})

/** Asks police and health about a child; answers with the contact and the checks by agency. */
const ask = async (basis = 'statutoryDuty', contactTyped: Typed = {}, person?: string) => {
  const { reference, id } = await startContact(world, contactTyped)
  if (person !== undefined)
    await act(world, 'screener', reference, 'matchChild', { match: 'sameChild', person, matchWhy: 'Invented' })
  await act(world, 'screener', reference, 'setUrgency', urgent)
  await act(world, 'screener', reference, 'askAgencies', {
    decisionBefore: 'earlyHelp',
    agenciesAsked: ['Metropolitan Police', 'Whittington Health'],
    checkBasis: basis,
    checkPeople: 'An invented family',
    checkQuestion: 'Anything known?',
  })
  const { rows } = await world.engine.owner.query<{ reference: string; code: string }>(
    'select k.reference, a.code from canopy.agency_check k join canopy.agency a on a.id = k.asked_of where k.contact = $1',
    [id],
  )
  const check = (code: string) => rows.find(row => row.code === code)?.reference ?? ''
  return { id, police: check('police'), health: check('health') }
}

const answer = (by: string, check: string, typed: Typed) =>
  people.act(by, checks, 'answer', { information: '', whyCannotShare: '', ...typed }, check)
const information: Typed = {
  answer: 'information',
  information: 'Two call-outs in 2025',
  referrerMayKnow: 'no',
  familyMayKnow: 'yes',
}

const stored = async (contact: string) =>
  (
    await world.engine.owner.query<Record<string, unknown>>(
      `select s.*, f.code as from_code, t.code as to_code from canopy.sharing s
         join canopy.agency f on f.id = s.shared_by left join canopy.agency t on t.id = s.shared_with
        where s.contact = $1 order by s.reference`,
      [contact],
    )
  ).rows
const total = async (by: string) =>
  (await listRecords(world.engine, world.as(by), sharingRegister, { ...emptyQuery, show: 'all' })).total
const figure = async (key: string, by = 'information_governance') =>
  Number((await figureOf(world.engine, world.as(by), key, { period: 'rolling_12_months:2026-12-31' })).value)

describe('a check that is asked', () => {
  it('is a sharing with each agency, on the ground on which it was asked', async () => {
    const { id } = await ask()
    const rows = await stored(id)
    expect(rows.map(row => [row.from_code, row.to_code, row.state])).toEqual([
      ['council', 'police', 'received'],
      ['council', 'health', 'received'],
    ])
    expect(rows[0]).toMatchObject({
      people: 'An invented family',
      article6: '6.1.c',
      duty: 'ca2004.s16LA',
      article9: '9.2.g',
      schedule1: 'para6',
      decided_by: world.as('screener').accountId,
      shared_at: at,
      completed_at: at,
    })
  })

  it.each([
    ['agreed', '6.1.e', 'none'],
    ['publicTask', '6.1.e', 'none'],
    ['significantHarm', '6.1.e', 'ca1989.s47'],
  ])('%s is no consent as a basis, and no duty that is not one', async (basis, article6, duty) => {
    const { id } = await ask(basis)
    expect((await stored(id))[0]).toMatchObject({ article6, duty })
  })

  it('rests on the duty to share only from its day', async () => {
    setNow('2026-09-29T09:00:00.000Z')
    const { id } = await ask()
    expect((await stored(id))[0]).toMatchObject({ article6: '6.1.e', duty: 'none' })
  })

  it('tells of consent what the contact tells', async () => {
    const consent = async (typed: Typed) => (await stored((await ask('publicTask', typed)).id))[0]
    expect(await consent({ consent: 'agreed', whyNotSought: '' })).toMatchObject({
      consent: 'given',
      family_told: 'before',
    })
    expect(await consent({ consent: 'refused', whyNotSought: '' })).toMatchObject({
      consent: 'refused',
      family_told: 'before',
    })
    expect(await consent({ consent: 'notSought', whyNotSought: 'evidence' })).toMatchObject({
      consent: 'notSought',
      why_not_sought: 'evidence',
      family_told: 'notTold',
      why_family_not_told: 'It would prejudice a criminal inquiry',
    })
  })

  it('is a sharing also where somebody asks without the contact, and then not complete', async () => {
    const { id } = await startContact(world)
    await people.act('screener', checks, 'start', {
      contact: id,
      askedOf: 'Metropolitan Police',
      askedAt: '2026-10-06 09:00',
      urgency: 'amber',
      basis: 'publicTask',
      people: 'An invented family',
      question: 'Anything known?',
    })
    expect(await stored(id)).toMatchObject([
      { from_code: 'council', to_code: 'police', consent: null, completed_at: null },
    ])
  })
})

describe('its answer', () => {
  it('is a sharing with the agency that asked, where it tells something', async () => {
    const { id, police, health } = await ask()
    await answer('check_answerer', police, information)
    await answer('check_answerer2', health, { answer: 'knownNothing' })
    expect((await stored(id)).slice(2).map(row => [row.from_code, row.to_code, row.state, row.items])).toEqual([
      ['police', 'council', 'received', ['ownRecord']],
      ['health', 'council', 'received', ['knownOrNot']],
    ])
    // The words of the answer stay in the check, where those who may not read them are kept from them.
    expect(JSON.stringify(await stored(id))).not.toContain('Two call-outs')
  })

  it('is none where nothing is known, and a decision not to share where it cannot be shared', async () => {
    const { id, police, health } = await ask()
    await answer('check_answerer', police, { answer: 'notKnown' })
    await answer('check_answerer2', health, { answer: 'cannotShare', whyCannotShare: 'Another family' })
    expect((await stored(id)).slice(2)).toMatchObject([
      { state: 'notShared', from_code: 'health', why_not_shared_words: 'Another family', shared_at: null },
    ])
  })
})

describe('what went with a check about somebody who is restricted', () => {
  it.each(['locked', 'invisible'])('is kept from colleagues who may not see the contact: %s', async level => {
    const person = await people.person()
    const { police } = await ask('statutoryDuty', {}, person)
    await answer('check_answerer', police, information)
    const before = [await total('screener'), await total('check_answerer'), await total('check_answerer2')]
    const counted = [await figure('sharings'), await figure('sharings', 'screener')]
    await people.act('information_governance', restrictionRegister, 'start', {
      person,
      level,
      reason: 'witness',
      why: 'Invented',
      since: '2026-10-06',
      ask: 'Team manager',
    })
    expect([await total('screener'), await total('check_answerer'), await total('check_answerer2')]).toEqual([
      (before[0] ?? 0) - 3,
      before[1],
      before[2],
    ])
    expect([await figure('sharings'), await figure('sharings', 'screener')]).toEqual([
      counted[0],
      (counted[1] ?? 0) - 3,
    ])
  })

  it('is told to no worker who may not see contacts at all', async () => {
    await ask()
    expect([await total('social_worker'), await total('team_manager')]).toEqual([0, 0])
    expect(await total('screener')).toBeGreaterThan(0)
  })
})

describe('figures', () => {
  it('count what crossed, what is complete, what was refused, and where the family was told', async () => {
    const { rows } = await world.engine.owner.query<Record<string, number>>(
      `select count(*) filter (where shared_at is not null)::int as shared,
              count(*) filter (where shared_at is not null and consent is null)::int as open,
              count(*) filter (where family_told = 'before')::int as told from canopy.sharing`,
    )
    const { shared = 0, open = 0, told = 0 } = rows[0] ?? {}
    expect([shared, open]).toEqual([31, 1])
    expect(await figure('sharings')).toBe(shared)
    expect(await figure('sharings_complete')).toBeCloseTo((100 * (shared - open)) / shared, 0)
    expect(await figure('sharings_family_told')).toBeCloseTo((100 * told) / shared, 0)
    expect(await figure('sharing_refusals_with_reason')).toBe(100)
  })
})
