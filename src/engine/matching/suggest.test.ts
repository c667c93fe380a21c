import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { oneFile } from '../../../bench/english.ts'
import { createPeople, type People } from '../../../test/support/people.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { createRandom } from '../../kit/random.ts'
import { personRegister } from '../../registers/people/person/index.ts'
import { personMatchRegister } from '../../registers/people/person-match/index.ts'
import { restrictionRegister } from '../../registers/people/restriction/index.ts'
import { system } from '../actor.ts'
import { within } from '../store/transaction.ts'
import { linkPeople } from './people.ts'
import { pairsOfSome } from './peoplePairs.ts'
import { type Compared, comparedRegisters, suggestForFile, suggestPairs } from './suggest.ts'

let world: World
let people: People
let compared: Compared

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  compared = comparedRegisters(world.engine)[0] as Compared
})
beforeEach(() => setNow('2026-11-10T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const random = createRandom('suggestions')
const syllables = 'bra ne kol wim tha gru sip ov dal xen fir muz hol quay'.split(' ')
const spellings = ['Yusuf Youssef', 'Katherine Catherine', 'Stephen Steven', 'Ahmed Ahmad', 'Sean Shaun'].map(one =>
  one.split(' '),
)
const padded = (n: number): string => String(n).padStart(2, '0')
/** One person on record several times under two spellings, and like nobody else. */
const recorded = async (times: 2 | 3) => {
  const known = {
    familyName: `${[1, 2, 3, 4].map(() => random.pick(syllables)).join('')}by`,
    bornOn: `${random.between(1985, 2019)}-${padded(random.between(1, 12))}-${padded(random.between(1, 28))}`,
    postcode: `N${random.between(1, 20)} ${random.between(1, 9)}AB`,
    searchedFor: 'Not sure',
  }
  const given = random.pick(spellings)
  const references: string[] = []
  for (let at = 0; at < times; at += 1)
    references.push(await people.person({ ...known, givenName: given[at % 2] ?? '' }))
  return references as [string, string, string]
}
const twice = async () => {
  const [one, other] = await recorded(2)
  return [one, other] as const
}
const compare = (save: boolean, as = system()) => suggestPairs(world.engine, as, compared, { save })
const between = (pairs: Awaited<ReturnType<typeof compare>>['pairs'], references: readonly string[]) =>
  pairs.filter(({ stays, other }) => references.includes(stays) && references.includes(other))
const owner = async (sql: string, values: readonly unknown[] = []) =>
  (await world.engine.owner.query<Record<string, unknown>>(sql, values as unknown[])).rows
const idsOf = async (references: readonly string[]) =>
  (await owner('select id from canopy.person where reference = any($1)', [references])).map(({ id }) => String(id))
const matches = (references: readonly string[]) =>
  owner(
    `select m.*, a.reference as stays, b.reference as leads from canopy.person_match m
       join canopy.person a on a.id = m.person join canopy.person b on b.id = m.other
      where a.reference = any($1) or b.reference = any($1) order by m.reference`,
    [references],
  )

describe('a register compared with itself', () => {
  it('saves a pair as a suggestion with strength, weight and evidence, and a second comparing saves nothing', async () => {
    const pair = await twice()
    const before = await matches(pair)
    expect(between((await compare(false)).pairs, pair)).toMatchObject([{ recorded: null, strength: 'strong' }])
    expect(await matches(pair)).toEqual(before)
    const { pairs, saved } = await compare(true)
    const [stored, ...more] = await matches(pair)
    expect(more).toEqual([])
    expect(stored).toMatchObject({ state: 'suggested', found_by: 'register', strength: 'strong', stays: pair[0] })
    expect(Number(stored?.bits)).toBeGreaterThan(10)
    expect(String(stored?.evidence).split('\n')).toEqual(expect.arrayContaining(['date of birth: same']))
    expect(String(stored?.evidence)).toMatch(/given name: (forms of one name|near) \(\w+ \/ \w+\)/)
    expect(saved).toContain(stored?.id)
    expect(between(pairs, pair)).toMatchObject([{ recorded: stored?.reference }])
    expect(pairs.map(({ chance }) => chance)).toEqual(pairs.map(({ chance }) => chance).toSorted((a, b) => b - a))
    const again = await compare(true)
    expect(again.saved).toEqual([])
    expect(again.pairs.map(({ recorded }) => recorded)).not.toContain(null)
  })

  it('keeps the record with more on it, and of two with as much the older', async () => {
    const [first, second] = await twice()
    await people.act('screener', personRegister, 'addIdentifier', { system: 'police', identifier: 'X1' }, second)
    const equal = await twice()
    const { pairs } = await compare(false)
    expect(between(pairs, [first, second])).toMatchObject([{ stays: second, other: first }])
    expect(between(pairs, equal)).toMatchObject([{ stays: equal[0], other: equal[1] }])
  })

  it('does not suggest again what is on record in any state and order, nor what was decided before a merge', async () => {
    const decide = fc.constantFrom('noticed', 'different', 'merged', 'takenApart')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(decide, fc.boolean()), { minLength: 1, maxLength: 3 }), async wanted => {
        const pairs: (readonly [string, string])[] = []
        for (const [state, turned] of wanted) {
          const [a, b] = await twice()
          const pair = turned ? ([b, a] as const) : ([a, b] as const)
          pairs.push(pair)
          await decided(state, pair)
        }
        const before = await matches(pairs.flat())
        const { saved } = await compare(true)
        expect(await matches(pairs.flat())).toEqual(before)
        expect(before.filter(({ id }) => saved.includes(String(id)))).toEqual([])
      }),
      { numRuns: 6 },
    )
  })

  it('holds what was decided of a record that is merged for the one it leads to', async () => {
    const [first, second, third] = await recorded(3)
    await decided('different', [second, third])
    await people.merge(first, second)
    const { pairs } = await compare(true)
    expect(between(pairs, [first, third])).toMatchObject([{ recorded: expect.stringMatching(/^MAT-/) }])
    expect(await matches([third])).toMatchObject([{ state: 'different' }])
  })

  it('leaves out merged records, and whoever is withheld from the one who compares', async () => {
    const [first, second] = await twice()
    await people.merge(first, second)
    expect(between((await compare(false)).pairs, [first, second])).toEqual([])
    const hidden = await twice()
    await restrict(hidden[1])
    expect(between((await compare(false, world.as('screener'))).pairs, hidden)).toEqual([])
    expect(between((await compare(false, world.as('information_governance'))).pairs, hidden)).toHaveLength(1)
  })

  it('shows a suggestion about somebody withheld to those alone who may know of both, and refuses to merge them', async () => {
    const pair = await twice()
    await restrict(pair[1])
    await compare(true)
    const [stored] = await matches(pair)
    const seen = (as: string) =>
      within(world.engine, world.as(as), tx =>
        tx.query('select reference from canopy.person_match where id = $1', [stored?.id]),
      )
    expect(await seen('screener')).toEqual([])
    expect(await seen('information_governance')).toHaveLength(1)
    const reference = String(stored?.reference)
    await people.act('information_governance', personMatchRegister, 'saySame', { why: 'Invented' }, reference)
    await expect(
      people.act('information_governance2', personMatchRegister, 'confirm', {}, reference),
    ).rejects.toMatchObject({ problems: [{ message: expect.stringContaining('restricted differently') }] })
    await people.act('information_governance', personMatchRegister, 'sayDifferent', { why: 'Invented' }, reference)
  })

  it('is saved only by those who may say that two records are one', async () => {
    await twice()
    await expect(compare(true, world.as('analyst'))).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('asks nobody for strength, weight or evidence, and takes none from a person', async () => {
    const [person, other] = await twice()
    await expect(
      people.act('screener', personMatchRegister, 'start', {
        person,
        other,
        foundBy: 'person',
        foundAt: '2026-11-10 09:00',
        strength: 'strong',
      }),
    ).rejects.toMatchObject({ problems: [{ field: 'strength', message: '“strength” is not asked here' }] })
  })
})

describe('people brought in from a file', () => {
  it('are compared with everybody, also with whom the one who brought them may not know, who is told of the others', async () => {
    const [known, brought] = await twice()
    const [hidden, other] = await twice()
    await restrict(hidden)
    const waiting = await suggestForFile(
      world.engine,
      world.as('screening_manager'),
      personRegister,
      await idsOf([brought, other]),
    )
    expect(waiting).toEqual({ count: 1, address: '/person-match?state=suggested' })
    expect(await matches([known])).toMatchObject([{ found_by: 'file', state: 'suggested', bits: expect.any(Number) }])
    expect(await matches([hidden])).toMatchObject([{ found_by: 'file', state: 'suggested' }])
    const again = await suggestForFile(
      world.engine,
      world.as('screening_manager'),
      personRegister,
      await idsOf([brought, other]),
    )
    expect(again?.count).toBe(0)
  })

  it('are no pair with themselves, and each pair stands once', async () => {
    const pair = await twice()
    const found = await within(world.engine, system(), async tx => pairsOfSome(tx, await idsOf(pair)))
    expect(found.map(({ one, other }) => [one.reference, other.reference].toSorted())).toEqual([pair.toSorted()])
  })
})

describe('many people', () => {
  const register = oneFile('test', 1500).map(({ person }) => person)
  const whole = linkPeople(register, undefined)
  const sets = ({ links, uncertain }: typeof whole) => [...links, ...uncertain]

  it('are each compared with those after them alone', () => {
    const keys = sets(whole).map(({ left, right }) => `${Math.min(left, right)} ${Math.max(left, right)}`)
    expect(keys.length).toBeGreaterThan(20)
    expect(new Set(keys).size).toBe(keys.length)
    expect(sets(whole).filter(({ left, right }) => left === right)).toEqual([])
  })

  it('where only the first are new are compared as in the whole, and no two of the others', () => {
    const some = linkPeople(register, undefined, { first: 300 })
    const wanted = sets(whole).filter(({ left, right }) => Math.min(left, right) < 300)
    const key = ({ left, right }: { left: number; right: number }) => `${left} ${right}`
    expect(wanted.length).toBeGreaterThan(5)
    expect(sets(some).map(key).toSorted()).toEqual(wanted.map(key).toSorted())
  })
})

const restrict = (person: string) =>
  people.act('information_governance', restrictionRegister, 'start', {
    person,
    level: 'invisible',
    reason: 'witness',
    why: 'Invented',
    since: '2026-11-10',
    ask: 'Team manager',
  })

const decided = async (state: string, [person, other]: readonly [string, string]) => {
  if (state === 'merged' || state === 'takenApart') {
    const match = await people.merge(person, other)
    if (state === 'takenApart')
      await people.act('screening_manager', personMatchRegister, 'takeApart', { undoneWhy: 'Invented' }, match)
    return
  }
  const answers = { person, other, foundBy: 'person', foundAt: '2026-11-10 09:00' }
  const match = await people.act('screener', personMatchRegister, 'start', answers)
  if (state === 'different')
    await people.act('screener', personMatchRegister, 'sayDifferent', { why: 'Invented' }, match)
}
