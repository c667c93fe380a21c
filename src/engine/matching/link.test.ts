import { describe, expect, it } from 'vitest'
import { oneFile, twoFiles } from '../../../bench/english.ts'
import { scoreEnglish } from '../../../bench/englishScore.ts'
import type { MatchPerson } from './matchPerson.ts'
import { linkPeople } from './people.ts'

const [left, right] = twoFiles('test', 4000)
const [leftPeople, rightPeople] = [left, right].map(file => file.map(one => one.person)) as [
  MatchPerson[],
  MatchPerson[],
]
const linked = linkPeople(leftPeople, rightPeople, { withoutDuplicates: true })

const home = { line: '4 Elm Grove', postcode: 'QZ4 7XX' }
const planted: readonly {
  readonly name: string
  readonly same: boolean
  readonly pair: readonly [MatchPerson, MatchPerson]
}[] = [
  {
    name: 'twins of one home',
    same: false,
    pair: [
      {
        id: 't1',
        names: [{ given: 'Oscar', family: 'Thornley' }],
        bornOn: '2016-05-09',
        sex: 'male',
        addresses: [home],
      },
      {
        id: 't2',
        names: [{ given: 'Felix', family: 'Thornley' }],
        bornOn: '2016-05-09',
        sex: 'male',
        addresses: [home],
      },
    ],
  },
  {
    name: 'father and son of one name',
    same: false,
    pair: [
      { id: 'f1', names: [{ given: 'George', family: 'Bramlock' }], bornOn: '1981-11-30', addresses: [home] },
      { id: 'f2', names: [{ given: 'George', family: 'Bramlock' }], bornOn: '2014-02-17', addresses: [home] },
    ],
  },
  {
    name: 'day and month swapped',
    same: true,
    pair: [
      { id: 'd1', names: [{ given: 'Imogen', family: 'Hartwick' }], bornOn: '2012-03-07' },
      { id: 'd2', names: [{ given: 'Imogen', family: 'Hartwick' }], bornOn: '2012-07-03' },
    ],
  },
  {
    name: 'names in each other’s place',
    same: true,
    pair: [
      { id: 's1', names: [{ given: 'Yusuf', family: 'Oseiwah' }], bornOn: '2013-08-21' },
      { id: 's2', names: [{ given: 'Oseiwah', family: 'Youssef' }], bornOn: '2013-08-21' },
    ],
  },
  {
    name: 'moved, half of a double name, a short form',
    same: true,
    pair: [
      { id: 'm1', names: [{ given: 'Abigail', family: 'Fosgate-Limber' }], bornOn: '2010-10-02', addresses: [home] },
      {
        id: 'm2',
        names: [{ given: 'Abi', family: 'Limber' }],
        bornOn: '2010-10-02',
        addresses: [{ line: '90 Mill Lane', postcode: 'QB2 1AA' }],
      },
    ],
  },
]

const pairs = (all: readonly { left: number; right: number }[]) => all.map(one => [one.left, one.right])

describe('linking people', () => {
  const { precision, recall, foundOrAsked, kinds } = scoreEnglish(left, right, linked)

  it('finds nearly all of several thousand invented people, and hardly ever the wrong one', () => {
    expect(precision).toBeGreaterThan(0.995)
    expect(recall).toBeGreaterThan(0.965)
    expect(foundOrAsked).toBeGreaterThan(0.98)
  })

  // A middle name instead of the first looks as a twin does: some of these are left to a person.
  it('finds them whatever went wrong', () => {
    expect(kinds.length).toBeGreaterThan(15)
    for (const { kind, pairs: count, recall: found } of kinds)
      if (count >= 30) expect(found, kind).toBeGreaterThan(kind === 'middle name' ? 0.2 : 0.7)
  })

  it('gives a record one partner at most where nobody stands twice', () => {
    expect(new Set(linked.links.map(one => one.left)).size).toBe(linked.links.length)
    expect(new Set(linked.links.map(one => one.right)).size).toBe(linked.links.length)
  })

  it('finds who stands twice in one register', () => {
    const register = oneFile('test', 3000)
    const found = linkPeople(
      register.map(one => one.person),
      undefined,
    )
    const score = scoreEnglish(register, register, found)
    expect(score.precision).toBeGreaterThan(0.98)
    expect(score.recall).toBeGreaterThan(0.9)
  })

  it('is the same each time', () => {
    const again = linkPeople(leftPeople, rightPeople, { withoutDuplicates: true })
    expect(again).toEqual(linked)
  })

  it.each([true, false])('tells pairs apart that look alike (nobody twice: %s)', withoutDuplicates => {
    const [first, second] = [0, 1].map(side => planted.map(one => one.pair[side as 0 | 1])) as [
      MatchPerson[],
      MatchPerson[],
    ]
    const found = linkPeople([...leftPeople, ...first], [...rightPeople, ...second], { withoutDuplicates })
    const links = new Set(pairs(found.links).map(pair => pair.join(' ')))
    for (const [at, { name, same }] of planted.entries())
      expect(links.has(`${leftPeople.length + at} ${rightPeople.length + at}`), name).toBe(same)
  })

  it('does nothing much with nothing', () => {
    expect(linkPeople([], []).links).toEqual([])
    expect(linkPeople([], undefined).links).toEqual([])
    expect(linkPeople(leftPeople.slice(0, 1), []).links).toEqual([])
    expect(linkPeople([{ id: 'x', names: [] }], [{ id: 'y', names: [] }]).links).toEqual([])
  })
})
