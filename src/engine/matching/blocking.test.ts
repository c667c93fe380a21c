import { describe, expect, it } from 'vitest'
import { createRandom } from '../../kit/random.ts'
import { buildBlocks, createCandidates } from './blocking.ts'
import { readTables } from './columns.ts'
import { type MatchPerson, personFields } from './matchPerson.ts'

const random = createRandom('blocking')
const given = 'Ali Omar Musa Tariq Bilal Karim Noor Sana Hana Zara Layla Amina'.split(' ')
const family = 'Khan Ahmed Begum Malik Shah Butt Rashid Iqbal Mirza Sharif Aslam Javed'.split(' ')

/** Very many of few names and few birthdays: only a name together with a birthday makes a block small enough. */
const crowd = (size: number): readonly MatchPerson[] =>
  Array.from({ length: size }, (_, at) => ({
    id: String(at),
    names: [{ given: random.pick(given), family: random.pick(family) }],
    bornOn: `2015-0${random.between(1, 2)}-${random.between(11, 28)}`,
  }))

const pairsOf = (left: readonly MatchPerson[], right: readonly MatchPerson[]) => {
  const tables = readTables(personFields, left, right)
  const candidates = createCandidates(buildBlocks(tables), tables)
  return (place: number): readonly number[] => {
    const found: number[] = []
    candidates(place, one => found.push(one))
    return found
  }
}

describe('blocks', () => {
  it('too big by one key are refined by further keys: the true partner is still compared', () => {
    const left = crowd(20_000)
    const candidates = pairsOf(
      left,
      left.map(one => ({ ...one, id: `${one.id}b` })),
    )
    let compared = 0
    for (let at = 0; at < left.length; at += 20) {
      const found = candidates(at)
      compared += found.length
      if (!found.includes(at)) expect.fail(`${at} is not compared with its copy`)
      expect(new Set(found).size).toBe(found.length)
    }
    expect(compared).toBeGreaterThan(0)
    expect(compared).toBeLessThan((20_000 / 20) * 200)
  })

  it('find a pair by any one of its keys', () => {
    const one: MatchPerson = { id: 'a', names: [{ given: 'Zara', family: 'Oseiwah' }], bornOn: '2011-05-06' }
    const others: readonly MatchPerson[] = [
      { id: 'swapped', names: [{ given: 'Oseiwah', family: 'Zara' }], bornOn: '1990-01-01' },
      { id: 'date', names: [{ given: 'Tom', family: 'Lane' }], bornOn: '2011-06-05' },
      { id: 'sound', names: [{ given: 'Kim', family: 'Osaywa' }] },
      { id: 'none', names: [{ given: 'Kim', family: 'Lane' }], bornOn: '1950-12-30' },
    ]
    expect([...pairsOf([one], others)(0)].sort()).toEqual([0, 1, 2])
  })

  it('of one list hold each pair once, and nobody with himself', () => {
    const people = crowd(60)
    const candidates = pairsOf(people, people)
    const pairs = people.flatMap((_, at) => candidates(at).map(other => `${at} ${other}`))
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(pairs.filter(pair => Number(pair.split(' ')[0]) >= Number(pair.split(' ')[1]))).toEqual([])
    expect(pairs.length).toBeGreaterThan(0)
  })
})
