import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withBroken } from '../../../../test/support/brokenFunction.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { formsOf } from '../../../engine/matching/nameForms.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow, today } from '../../../kit/clock.ts'
import { personMatchRegister } from '../person-match/index.ts'
import { restrictionRegister } from '../restriction/index.ts'
import { personRegister } from './index.ts'
import { findPeople, type PeopleFound, type SearchOptions } from './search.ts'
import type { PeopleQuery } from './searchParts.ts'

let world: World
let people: People

beforeAll(async () => {
  setNow('2026-11-10T10:00:00.000Z')
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-11-10T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

type Asked = string | PeopleQuery

const search = (query: Asked, as = 'screener', options: Partial<SearchOptions> = {}): Promise<PeopleFound> =>
  within(world.engine, world.as(as), tx =>
    findPeople(tx, typeof query === 'string' ? { all: query } : query, { today: today(), kin: formsOf, ...options }),
  )
const found = async (query: Asked, as = 'screener') => (await search(query, as)).people.map(one => one.reference)
const why = async (query: Asked) => (await search(query)).people[0]?.why
const born = (givenName: string, familyName: string, bornOn: string, more = {}) =>
  people.person({ givenName, familyName, bornOn, searchedFor: 'Somebody else', ...more })
const act = (action: string, typed: Readonly<Record<string, string>>, reference: string) =>
  people.act('screener', personRegister, action, typed, reference)
const restrict = (person: string, level: 'locked' | 'invisible') =>
  people.act('information_governance', restrictionRegister, 'start', {
    person,
    level,
    reason: 'witness',
    why: 'Invented',
    since: '2026-11-10',
    ask: 'Team manager',
  })
const owner = (sql: string) => world.engine.owner.query(sql)

describe('a search of people by name', () => {
  it('finds in any order, whatever the accents, hyphens, apostrophes and capitals', async () => {
    const one = await born('Zoë Anne-Marie', 'O’Brannock-Núñez', '2014-01-02')
    for (const query of [
      'Zoë O’Brannock-Núñez',
      'nunez zoe',
      "o'brannock zoe",
      'OBRANNOCK NUNEZ ANNE MARIE',
      'annemarie obrannock',
      'O Brannock, Zoe',
      'obrannocknunez',
      'Z Obrannock',
    ])
      expect((await found(query))[0], query).toBe(one)
    expect(await why('zoe nunez')).toEqual(['given name the same', 'family name the same'])
    expect(await why({ given: 'nunez', family: 'zoe' })).toEqual(['family name the same', 'given name the same'])
  })

  it('puts names as written before nicknames, these before sounds, these before spellings', async () => {
    const spelt = await born('Thoman', 'Quillfeather', '2014-01-01')
    const sounds = await born('Tomas', 'Quillfeather', '2014-01-01')
    const short = await born('Tom', 'Quillfeather', '2014-01-01')
    const written = await born('Thomas', 'Quillfeather', '2014-01-01')
    const family = await born('Xanthe', 'Quillfeather', '2014-01-01')
    expect(await found('Quillfeather Thomas')).toEqual([written, short, sounds, spelt, family])
    const { people: ranked } = await search('thomas quillfeather')
    expect(ranked.map(one => one.why[0])).toEqual([
      'given name the same',
      'given name is another form of it',
      'given name sounds alike',
      'given name is spelt nearly so',
      'family name the same',
    ])
    expect(ranked.map(({ fitsAll }) => fitsAll)).toEqual([true, true, true, true, false])
  })

  it.each([
    ['a letter other', 'Brackenbury', 'Brackenbory'],
    ['a letter less', 'Featheringay', 'Featherngay'],
    ['a letter more', 'Osgodby', 'Osgoodbyy'],
    ['two letters the wrong way round', 'Wrigglesworth', 'Wriggelsworth'],
    ['the first letter wrong', 'Tunnicliffe', 'Runnicliffe'],
    ['another way to write the sound', 'Cheeseborough', 'Chizborow'],
    ['another writing of a name from Bengali', 'Chowdhurry', 'Choudhury'],
    ['another writing of a name from Arabic', 'Elmuhammadi', 'Al-Mohamedi'],
    ['the beginning only', 'Postlethwaite', 'Postleth'],
  ])('finds with %s: %s as %s', async (_what, name, typed) => {
    const one = await born('Perpetua', name, '2013-03-03')
    expect((await found(`Perpetua ${typed}`))[0]).toBe(one)
  })

  it('says more by a rare name than by a common one', async () => {
    for (let n = 0; n < 8; n += 1) await born(`Some${n}`, 'Commonplace', '2012-01-01')
    const rare = await born('Ysolde', 'Elsewhere', '2012-01-01')
    expect((await found('Ysolde Commonplace'))[0]).toBe(rare)
  })

  it('finds by names in lines and by names of the past, and says which', async () => {
    const one = await born('Tamsin', 'Oldenshaw', '2011-01-01')
    const name = { nameGiven: 'Tamsin', nameFamily: 'Newbiggin', since: '2026-11-01', until: '' }
    await act('addName', { ...name, use: 'usual' }, one)
    await act('addName', { ...name, nameFamily: 'Aliasby', use: 'alias' }, one)
    for (const query of ['Tamsin Newbiggin', 'Tamsin Oldenshaw', 'Aliasby Tamsin'])
      expect(await found(query)).toEqual([one])
    const { people: listed } = await search('Oldenshaw')
    expect(listed[0]).toMatchObject({ familyName: 'Newbiggin', why: ['another or earlier name the same'] })
    expect(listed[0]?.alsoCalled).toContain('Tamsin Oldenshaw')
    expect((await search('Newbiggin')).people[0]?.alsoCalled).toEqual([])
  })

  it('leads from merged records to the one that stays, once, by the names of both', async () => {
    const one = await born('Ottilie', 'Stayshere', '2010-01-01')
    const other = await born('Otty', 'Wentaway', '2010-01-01')
    const match = await people.merge(one, other)
    for (const query of ['Stayshere', 'Wentaway', 'Otty Stayshere', other])
      expect(await found(query), query).toEqual([one])
    expect((await search('Wentaway')).people[0]).toMatchObject({
      alsoRecordedAs: [other],
      alsoCalled: ['Otty Wentaway'],
    })
    await people.act('screening_manager', personMatchRegister, 'takeApart', { undoneWhy: 'Invented' }, match)
    expect([await found('Stayshere'), await found('Wentaway')]).toEqual([[one], [other]])
  })
})

describe('a search of people by date of birth', () => {
  it.each([
    '14/5/2016',
    '14.05.2016',
    '14/5/16',
    '14 May 2016',
    '14th of May 2016',
    'May 14, 2016',
    '2016-05-14',
    'May 2016',
    '5/2016',
    '2016-05',
    '14 May',
    '14/5',
    '2016',
  ])('takes %s, whole or in part', async date => {
    const names = ['Dated', 'Undated'] as const
    const [right, wrong] = await dated(names)
    const { people: listed, parts } = await search(`Byday ${date}`)
    expect(listed.map(one => one.reference)).toEqual([right, wrong])
    expect(listed.map(({ fitsAll }) => fitsAll)).toEqual([true, false])
    expect(parts.map(({ is }) => is).toSorted()).toEqual(['date', 'word'])
    expect(await found({ born: date, family: 'Byday' })).toEqual([right, wrong])
  })

  let pair: Promise<readonly string[]> | undefined
  const dated = (names: readonly string[]) => {
    pair ??= (async () => [
      await born(names[0] ?? '', 'Byday', '2016-05-14'),
      await born(names[1] ?? '', 'Byday', '2001-11-30'),
    ])()
    return pair
  }

  it('lifts whoever has it, and sees through day and month the wrong way round', async () => {
    const other = await born('Ignatia', 'Uplifted', '1999-09-09')
    const one = await born('Ignatia', 'Uplifted', '2015-04-07')
    expect(await found('Ignatia Uplifted 7/4/2015')).toEqual([one, other])
    expect(await found('Ignatia Uplifted 4/7/2015')).toEqual([one, other])
    expect(await why('Uplifted 4/7/2015')).toEqual(['date of birth nearly the same', 'family name the same'])
    expect((await search('Ignatia Uplifted 31/4/2015')).unread).toEqual([
      { text: '31/4/2015', why: 'there is no such date' },
    ])
  })

  it('finds an unborn child by the expected date', async () => {
    const unborn = {
      givenName: '',
      familyName: 'Notyetborn',
      birthKnown: 'unborn',
      bornOn: '',
      expectedOn: '2027-02-01',
    }
    const one = await people.person(unborn)
    expect(await found('Notyetborn February 2027')).toEqual([one])
  })
})

describe('a search of people by numbers and places', () => {
  it('takes the reference, the NHS number however written, the UPN and other identifiers', async () => {
    const one = await born('Numa', 'Bered', '2014-04-04', { nhsNumber: '943 476 5919', upn: 'A123456789012' })
    await act('addIdentifier', { system: 'police', identifier: 'CRN/77-4411' }, one)
    for (const query of [
      one,
      one.toLowerCase(),
      '9434765919',
      '943 476 5919',
      '943-476-5919',
      'a123456789012',
      'CRN/77-4411',
      'crn774411',
    ]) {
      expect(await found(query), query).toEqual([one])
      expect(await found({ number: query }), query).toEqual([one])
      expect(await why(query), query).toEqual(['number the same'])
    }
  })

  it('takes addresses and postcodes, whole or begun, and no address of a refuge', async () => {
    const one = await born('Addie', 'Placed', '2014-04-04', { address: '14b Hollybush Lane', postcode: 'n1 2ab' })
    const home = {
      addressUse: 'home',
      addressText: '3 Vanbrugh Rise, SW1A 1AA',
      addressPostcode: '',
      since: '',
      until: '',
    }
    await act('addAddress', home, await born('Old', 'Placed', '2014-04-04'))
    const refuge = { ...home, addressUse: 'refuge', addressText: '9 Secretgarden Row', addressPostcode: 'ZE3 9ZZ' }
    await act('addAddress', refuge, one)
    for (const query of [
      '14b Hollybush Lane',
      'Hollybush',
      'Hollyb',
      'N1 2AB',
      'n12ab',
      'N1 2',
      'N1 2A',
      'N1',
      'Addie N1',
      'Placed Hollybush',
    ])
      expect((await found(query))[0], query).toBe(one)
    expect((await found({ address: 'hollybush lane n1 2ab' }))[0]).toBe(one)
    expect((await search('Vanbrugh SW1A 1AA')).people[0]).toMatchObject({
      givenName: 'Old',
      why: ['postcode the same', 'in an address'],
    })
    expect((await search({ address: '9 Secretgarden Row' })).people).toEqual([])
    expect((await search('ZE3 9ZZ')).people).toEqual([])
  })
})

/** Everything a screener is told about these, as it leaves the search. */
const told = async (queries: readonly Asked[], as = 'screener') => {
  const answers: string[] = []
  for (const query of queries) answers.push(JSON.stringify(await search(query, as)))
  return answers
}

/** As if the person had never been: rows of every table, with the guards of history off. */
const eraseAs = (reference: string) =>
  owner(`set session_replication_role = replica;
    delete from canopy.person_history where reference = '${reference}';
    delete from canopy.person_names where record_id = (select id from canopy.person where reference = '${reference}');
    delete from canopy.person_clock where record_id = (select id from canopy.person where reference = '${reference}');
    set session_replication_role = origin;
    delete from canopy.person where reference = '${reference}'`)

describe('a search of people, some of them restricted', () => {
  const queries: readonly Asked[] = [
    'Zephyrine Wolstenholm',
    'Zephyrina Wolstenholme',
    'Zephyrine',
    'Wolstenholm 2014',
    'Wulstenholm 14/5/2014',
    'Zefirine Blackadder',
    { given: 'Zephyrine', born: '14/5/2014' },
    { address: '77 Obscurity Passage' },
    'Zephyrine Blackadder Wolstenholm',
    'Zeph',
    '943 476 5870',
    'Unseenalias',
  ]

  it('answers in the same bytes whether an invisible person is there, was never there, or is deleted', async () => {
    const near = ['Wolstenhulm', 'Wolstenholms', 'Walstenholm', 'Blackadder']
    for (const [n, name] of near.entries()) await born('Zephyra', name, `2014-05-1${n}`)
    // Every word of the invisible person is also somebody else's.
    await born('Zephyrine', 'Otherby', '2009-05-14')
    await born('Walter', 'Wolstenholm', '2010-06-15')
    const before = await told(queries)
    const one = await born('Zephyrine', 'Wolstenholm', '2014-05-14', {
      address: '77 Obscurity Passage',
      nhsNumber: '9434765870',
    })
    await act('addName', { use: 'alias', nameGiven: 'Zephyrine', nameFamily: 'Unseenalias', since: '', until: '' }, one)
    expect(await told(queries)).not.toEqual(before)
    expect((await found('Zephyrine Wolstenholm'))[0]).toBe(one)
    await restrict(one, 'invisible')
    expect(await told(queries)).toEqual(before)
    expect((await found('Zephyrine Wolstenholm', 'information_governance'))[0]).toBe(one)
    expect((await found('Zephyrine Wolstenholm', 'team_manager'))[0]).toBe(one)
    await eraseAs(one)
    expect(await told(queries)).toEqual(before)
  })

  it('is not shortened by those left out', async () => {
    const family = 'Crowdedham'
    const invisible: string[] = []
    for (let n = 0; n < 6; n += 1) invisible.push(await born('Aaron', family, '2010-01-01'))
    const open = [await born('Bea', family, '2010-01-01'), await born('Cid', family, '2010-01-01')]
    for (const one of invisible) await restrict(one, 'invisible')
    const few = await search(family, 'screener', { wanted: 2 })
    expect(few.people.map(one => one.reference)).toEqual(open)
    expect(few.more).toBe(false)
  })

  it('tells of a locked person that there is a record, its restriction and whom to ask, and nothing else', async () => {
    const one = await born('Lockhart', 'Undertheseal', '2013-07-08', { address: '5 Sealed Mews' })
    const restriction = await restrict(one, 'locked')
    const expected = [{ reference: restriction, ask: 'Team manager' }]
    for (const query of [
      'Lockhart Undertheseal',
      'Lokhart Undertheseel 8/7/2013',
      'Undertheseal',
      { address: 'Sealed Mews' },
    ]) {
      const answer = await search(query)
      expect(answer.restricted, JSON.stringify(query)).toEqual(expected)
      expect(answer.people).toEqual([])
      expect(JSON.stringify(answer)).not.toContain(one)
    }
    expect((await search('Lockhart Otherwise')).restricted).toEqual([])
    expect((await search('Lockhart Undertheseal 1/1/1999')).restricted).toEqual([])
    expect((await search('Undertheseal', 'team_manager')).restricted).toEqual([])
    await owner(`update canopy.restriction set level = 'invisible' where reference = '${restriction}'`)
    expect((await search('Lockhart Undertheseal')).restricted).toEqual([])
  })
})

describe('a search of people of which a part fails', () => {
  const broken = <T>(name: string, body: string, work: () => Promise<T>) => withBroken(world, name, body, work)

  it.each([
    ['canopy_search.spelt_like', 'names that are spelt nearly so', 'Fallible'],
    ['canopy_search.sounds_like', 'names that sound alike', 'Undependable'],
  ])('names it and shows the rest: %s', async (name, words, given) => {
    const one = await born(given, 'Partly', '2014-04-04')
    const query = `${given} Partlynobody`
    const answer = await broken(name, "raise exception 'planted'", () => search(`${given} Partly`))
    expect(answer.failed).toEqual([words])
    expect(answer.people[0]?.reference).toBe(one)
    expect((await broken(name, "raise exception 'planted'", () => search(query))).unknown).toEqual([])
    expect((await search(`${given} Partly`)).failed).toEqual([])
  })

  it('names what takes too long, within the time it has', async () => {
    await born('Patient', 'Waiting', '2014-04-04')
    const answer = await broken('canopy_search.spelt_like', 'perform pg_sleep(20)', () =>
      search('Patient Waiting', 'screener', { patience: 300 }),
    )
    expect([answer.failed, answer.people.length]).toEqual([['names that are spelt nearly so'], 1])
  })

  it('finds by number when names cannot be searched at all, and says so', async () => {
    const one = await born('Num', 'Eral', '2014-04-04', { nhsNumber: '943 476 5838' })
    const planted =
      "if cardinality(required) > 1 then raise exception 'planted'; end if; return query select null::uuid, 1, 0, 1::real, '{}'::text[], false limit 0"
    const answer = await broken('canopy.people_found', planted, () => search('9434765838 Num'))
    expect(answer.failed).toEqual(['names, dates and addresses'])
    expect((await found('9434765838 Num'))[0]).toBe(one)
  })

  it('names restricted records when they cannot be searched', async () => {
    const answer = await broken('canopy.people_locked', "raise exception 'planted'", () => search('Anybody'))
    expect(answer.failed).toEqual(['restricted records'])
  })
})

describe('a search of people with what nobody should type', () => {
  it.each([
    ["'; drop table canopy.person; --"],
    ['%'],
    ['_______'],
    ['\\'],
    ['"Smith" or 1=1'],
    ['\0'],
    [`a\0b`],
    ['x'.repeat(5000)],
    ['ab '.repeat(2000)],
    ['👩‍👧 🙂'],
    ['\ud800'],
    ['()[]{}<>'],
    ['(((((((((('],
    ['مريم Хасан 李明'],
    ['99/99/9999'],
    ['0000-00-00'],
    ['9'.repeat(400)],
    ['-'],
    [' '],
    [''],
    ['1/1/1 2/2/2 3/3/3'],
    ['$1 $$ ::text'],
  ])('answers %j', async query => {
    for (const asked of [query, { given: query, family: query, born: query, number: query, address: query }]) {
      const answer = await search(asked)
      expect(answer.failed).toEqual([])
      if (answer.parts.length === 0) expect(answer.people).toEqual([])
    }
    expect((await owner('select count(*)::int as n from canopy.person')).rows[0].n).toBeGreaterThan(10)
  })

  it('names what it did not read', async () => {
    expect((await search('Smith 🙂 31/02/2016')).unread).toEqual([
      { text: '31/02/2016', why: 'there is no such date' },
      { text: '🙂', why: 'it has no letter and no digit' },
    ])
    expect((await search('a b c d e f g h ninth')).unread).toEqual([{ text: 'ninth', why: 'more than 8 words' }])
    expect((await search({ born: 'soon', family: 'Smith' })).unread).toEqual([
      { text: 'soon', why: 'it is not a date' },
    ])
  })

  it('finds names in other scripts as they are written', async () => {
    const one = await born('Марьям', 'Хасанова', '2014-04-04')
    expect(await found('хасанова МАРЬЯМ')).toEqual([one])
  })
})

describe('a search of people by somebody who may not read them', () => {
  it('gives a role without people nothing, whatever the index holds', async () => {
    await born('Readable', 'Bysome', '2014-04-04')
    expect((await search('Readable Bysome')).people).toHaveLength(1)
    for (const role of ['check_answerer', 'referrer', 'administrator', 'scrutineer'])
      expect((await search('Readable Bysome', role)).people, role).toEqual([])
  })

  it('lets nobody read the index itself', async () => {
    for (const sql of [
      'select from canopy_search.word',
      'select from canopy_search.person',
      "select canopy_search.sounds_like('x')",
    ])
      await expect(
        within(world.engine, world.as('screener'), tx => tx.query(sql)),
        sql,
      ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('search before a person is recorded', () => {
  const same = { givenName: 'Beatrix', familyName: 'Alikeworth', bornOn: '2014-04-14' }
  const asksWhy = (first: string) => ({ problems: [{ field: 'searchedFor', message: expect.stringContaining(first) }] })

  it('finds names that sound alike with the same birthday, a number, or a birthday and one name', async () => {
    const first = await people.person({ ...same, nhsNumber: '943 476 5927' })
    for (const typed of [
      same,
      { ...same, familyName: 'Alykworth' },
      { ...same, givenName: 'Beatrice', familyName: 'ALIKEWORTH' },
      { ...same, familyName: 'Nobodysname' },
      { ...same, bornOn: '', birthKnown: 'notKnown' },
      { ...same, bornOn: '2014-12-01' },
    ])
      await expect(people.person(typed), JSON.stringify(typed)).rejects.toMatchObject(asksWhy(first))
    for (const typed of [
      { ...same, bornOn: '2009-04-14' },
      { ...same, givenName: 'Xerxes', familyName: 'Nobodysname' },
      { ...same, givenName: 'Beatrice', familyName: 'Alikeword', bornOn: '2014-09-01' },
    ])
      await expect(people.person(typed), JSON.stringify(typed)).resolves.toMatch(/^PER-/)
  })
})
