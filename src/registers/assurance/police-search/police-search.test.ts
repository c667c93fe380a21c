import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { referral, search, stripSearch } from './examples.ts'
import { policeSearchRegister as register } from './index.ts'
import { exposes, searchProblems } from './rules.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow('2026-03-04T18:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = (typed = {}, by = 'police_unit') => people.act(by, register, 'start', { ...search, ...typed })
const strip = (typed = {}) => start({ ...stripSearch, ...typed })
const act = (reference: string, action: string, typed = {}, by = 'police_unit') =>
  people.act(by, register, action, typed, reference)
const refer = (reference: string) => act(reference, 'refer', referral)
const review = (reference: string) =>
  act(reference, 'reviewFootage', {
    ...{ footageReviewedOn: '2026-03-04', footageSeenBy: 'supervisor', footageFinding: 'proper', footageNote: '' },
  })
const held = async (reference: string, by = 'police_unit') =>
  (await readRecord(world.engine, world.as(by), register, reference)).held

describe('what a search has to say', () => {
  const row = {
    kind: 'intimateParts',
    place: 'street',
    authorisedBy: 'inspector',
    adult: 'present',
    adultAbsentWhy: null,
  }
  it.each([
    ['with an appropriate adult', {}, []],
    ['without one and without the reason', { adult: 'urgent' }, ['adultAbsentWhy']],
    ['without one, with the urgent reason', { adult: 'urgent', adultAbsentWhy: 'A blade at his throat' }, []],
    ['without one and against the rules, which can be said', { adult: 'absent', adultAbsentWhy: 'Nobody asked' }, []],
    ['with one and a reason why not', { adultAbsentWhy: 'x' }, ['adultAbsentWhy']],
    ['silent about the adult and who authorised', { adult: null, authorisedBy: null }, ['authorisedBy', 'adult']],
    ['of the outer coat, silent about both', { kind: 'stopAndSearch', adult: null, authorisedBy: null }, []],
    ['in custody in a street', { kind: 'custodyStrip' }, ['place']],
  ])('%s', (_name, more, fields) => {
    expect(searchProblems({ ...row, ...more } as never).map(({ field }) => field)).toEqual(fields)
  })

  it.each([
    ['stopAndSearch', false],
    ['moreThorough', false],
    ['intimateParts', true],
    ['custodyStrip', true],
  ])('%s exposes a child: %s', (kind, exposed) => expect(exposes({ kind } as never)).toBe(exposed))
})

describe('a search of a child', () => {
  it('is not closed while a child who was exposed is not referred or its footage not seen', async () => {
    const reference = await strip()
    await expect(act(reference, 'close')).rejects.toThrow('refer the child')
    await refer(reference)
    await expect(act(reference, 'close')).rejects.toThrow('footage has to be reviewed')
    await review(reference)
    await act(reference, 'close')
    expect((await held(reference)).row.state).toBe('closed')
  })

  it('has a referral within 24 hours and footage within ten working days, only where a child was exposed', async () => {
    const [plain, exposed] = [await start(), await strip()]
    expect((await held(plain)).clocks).toEqual([])
    const clocks = (await held(exposed)).clocks
    expect(clocks.map(({ clock, dueAt, dueOn }) => [clock, clock === 'referral' ? dueAt : dueOn]).sort()).toEqual([
      ['footage_review', '2026-03-18'],
      ['referral', '2026-03-05T16:20:00.000Z'],
    ])
  })

  it('has footage due from a complaint on, and stays open until the complaint is answered', async () => {
    const reference = await start()
    await act(reference, 'recordComplaint', { complainedOn: '2026-03-04', complaintFrom: 'child' })
    expect((await held(reference)).clocks).toMatchObject([{ clock: 'footage_review', dueOn: '2026-03-18' }])
    await review(reference)
    await expect(act(reference, 'close')).rejects.toThrow('how the complaint ended')
    await act(reference, 'answerComplaint', { complaintOutcome: 'upheld', complaintEndedOn: '2026-03-04' })
    await act(reference, 'close')
  })

  it('says how often the child was searched in the twelve months before', async () => {
    const child = { childNumber: 'INV-N-REPEAT' }
    await start({ ...child, searchedAt: '2025-03-04 16:19' })
    await start({ ...child, searchedAt: '2025-03-04 16:20' })
    await act(await start({ ...child, searchedAt: '2026-01-01 10:00' }), 'markMistaken', { mistakenWhy: 'x' })
    const reference = await start({ childNumber: 'inv-n-repeat', searchedAt: '2026-03-04 16:20' })
    expect((await held(reference)).row.earlierSearches).toBe(1)
    await act(reference, 'correct', { ...search, childNumber: 'INV-N-ANOTHER' })
    expect((await held(reference)).row.earlierSearches).toBe(0)
    await act(reference, 'correct', { ...search, childNumber: '' })
    expect((await held(reference)).row.earlierSearches).toBeNull()
  })

  it('becomes a contact from the police when the child is referred, once', async () => {
    const reference = await strip()
    await refer(reference)
    const { rows } = await world.engine.owner.query(
      `select c.source, c.channel, c.family_name, c.state, c.ethnicity from canopy.contact c
        join canopy.police_search s on s.contact = c.id where s.reference = $1`,
      [reference],
    )
    expect(rows).toEqual([
      { source: '6', channel: 'policeReport', family_name: 'Example-Ward', state: 'received', ethnicity: 'BAFR' },
    ])
    await expect(refer(reference)).rejects.toThrow('referred already')
  })
})

describe('who sees a search', () => {
  it('the police; the contact team once referred; the partnership figures alone', async () => {
    const reference = await strip()
    const seen = async () =>
      Promise.all(
        ['police_unit2', 'screener', 'partnership_manager', 'scrutineer', 'agency_lead', 'check_answerer'].map(by =>
          hidden.sees(by, register, reference),
        ),
      )
    expect(await seen()).toEqual([true, false, false, false, false, false])
    await refer(reference)
    expect(await seen()).toEqual([true, true, false, false, false, false])
    const figure = await figureOf(world.engine, world.as('scrutineer'), 'police_searches', {
      period: 'calendar_year:2026',
    })
    expect(figure.opens).toBe(false)
  })

  it('the analyst without numbers, names and words; the police without who the child is on record', async () => {
    const reference = await strip({ adult: 'urgent', adultAbsentWhy: 'Secret' })
    await refer(reference)
    await act(reference, 'sayWho', { person: await people.person() }, 'screener')
    const analyst = Object.keys((await held(reference, 'analyst')).row)
    for (const name of [
      'policeReference',
      'childNumber',
      'givenName',
      'whatHappened',
      'adultAbsentWhy',
      'person',
      'ward',
    ])
      expect(analyst, name).not.toContain(name)
    const police = Object.keys((await held(reference)).row)
    expect(police).toContain('givenName')
    for (const name of ['person', 'contact']) expect(police, name).not.toContain(name)
  })

  it('nobody of the contact team where the child is restricted, and the police all the same', async () => {
    const reference = await strip()
    await refer(reference)
    const person = await people.person()
    await act(reference, 'sayWho', { person }, 'screener')
    setNow('2026-11-10T10:00:00.000Z')
    await hidden.hide(person)
    expect(await hidden.sees('screener', register, reference)).toBe(false)
    expect(await hidden.sees('police_unit', register, reference)).toBe(true)
  })
})

describe('figures of searches, counted by hand', () => {
  const figure = async (key: string) => {
    const found = await figureOf(world.engine, world.as('analyst'), key, { period: 'financial_year:2022-23' })
    return [found.numerator, found.denominator, found.open, found.overdue]
  }

  it('by kind, repeat, footage, adult, referral and complaint', async () => {
    const at = (day: string, typed = {}) => start({ searchedAt: `${day} 12:00`, childNumber: '', ...typed })
    const stripAt = (day: string, typed = {}) => strip({ searchedAt: `${day} 12:00`, childNumber: '', ...typed })
    // Seven of the year, and one before it that makes the first of them a repeat.
    await at('2021-06-01', { childNumber: 'INV-Y1' })
    const first = await at('2022-05-01', { childNumber: 'INV-Y1' })
    await at('2023-03-31', { childNumber: 'INV-Y2', found: 'weapon' })
    await at('2022-08-01', { footage: 'notRecorded' })
    const street = await stripAt('2022-09-01', {
      ...{ kind: 'intimateParts', place: 'vehicle', adult: 'absent', adultAbsentWhy: 'Nobody asked' },
    })
    const custody = await stripAt('2022-10-01')
    await act(await at('2022-11-01'), 'markMistaken', { mistakenWhy: 'x' })
    await at('2023-04-01')
    await review(first)
    await act(first, 'recordComplaint', { complainedOn: '2022-06-01', complaintFrom: 'parent' })
    setNow('2022-10-02T10:00:00.000Z')
    await refer(custody).catch(error => expect(error).toBeUndefined())
    setNow('2026-03-04T18:00:00.000Z')
    expect(street).toMatch(/^SRC-/)
    expect(await figure('police_searches')).toEqual([5, 5, null, null])
    expect(await figure('police_searches_intimate_parts')).toEqual([1, 1, null, null])
    expect(await figure('police_searches_custody')).toEqual([1, 1, null, null])
    // Of the two with a number, the first had one eleven months before.
    expect(await figure('police_searches_repeated')).toEqual([1, 2, null, null])
    expect(await figure('police_searches_nothing_found')).toEqual([4, 5, null, null])
    expect(await figure('police_searches_footage_reviewed')).toEqual([1, 4, null, null])
    expect(await figure('police_searches_adult_present')).toEqual([1, 2, null, null])
    expect(await figure('police_searches_referred_in_time')).toEqual([1, 2, 1, 1])
    expect(await figure('police_searches_complaints')).toEqual([1, 1, null, null])
  })
})
