import { createHash } from 'node:crypto'
import { invalid } from '../outcome.ts'

/** One record of a population, and the group it is in where a sample is drawn from each group. */
export interface Member {
  readonly id: string
  readonly stratum: string | null
}

export interface DrawAsked {
  readonly seed: string
  readonly size: number
  /** Whether each group gives its share. */
  readonly stratified?: boolean
}

/**
 * Where a record stands in the order of a seed: a digest of both. It depends on nothing else, so that the same population gives the
 * same sample however its rows lie in the database, and who knows the seed can draw it again.
 */
const placeOf = (seed: string, id: string): string => createHash('sha256').update(`${seed}\n${id}`).digest('hex')

interface Placed<M extends Member> {
  readonly member: M
  readonly place: string
}

const before = <M extends Member>(a: Placed<M>, b: Placed<M>): boolean =>
  a.place < b.place || (a.place === b.place && a.member.id < b.member.id)

/** The first so many in the order of the seed, without putting all in order. */
const firstOf = <M extends Member>(members: readonly M[], seed: string, size: number): readonly Placed<M>[] => {
  const first: Placed<M>[] = []
  if (size === 0) return first
  for (const member of members) {
    const one = { member, place: placeOf(seed, member.id) }
    const last = first[size - 1]
    if (last !== undefined && !before(one, last)) continue
    let [low, high] = [0, first.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (before(first[middle] as Placed<M>, one)) low = middle + 1
      else high = middle
    }
    first.splice(low, 0, one)
    if (first.length > size) first.pop()
  }
  return first
}

/** Before all sizes: the largest first, and by name where two are the same, so that the order is always one. */
const byAmount = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1)

/**
 * How many come from each group: its share of the whole, whole numbers by the largest remainder. Where there are as many cases
 * as groups, no group is left out: one that would have none takes a case from the group that has most over its share.
 */
export const allocate = (counts: ReadonlyMap<string, number>, size: number): ReadonlyMap<string, number> => {
  const groups = [...counts].filter(([, count]) => count > 0)
  const whole = groups.reduce((sum, [, count]) => sum + count, 0)
  const shares = new Map(groups.map(([name, count]) => [name, Math.floor((size * count) / whole)]))
  const left = size - [...shares.values()].reduce((sum, one) => sum + one, 0)
  const remainders = groups.map(([name, count]) => [name, (size * count) % whole] as const).sort(byAmount)
  for (const [name] of remainders.slice(0, left)) shares.set(name, (shares.get(name) ?? 0) + 1)
  if (size < groups.length) return shares
  for (const [empty] of groups.filter(([name]) => shares.get(name) === 0).sort(byAmount)) {
    const over = groups.flatMap(([name, count]) => {
      const has = shares.get(name) ?? 0
      return has > 1 ? [[name, has * whole - size * count] as const] : []
    })
    const [giver] = over.sort(byAmount)[0] ?? []
    if (giver === undefined) break
    shares.set(giver, (shares.get(giver) ?? 0) - 1)
    shares.set(empty, 1)
  }
  return shares
}

const nameOf = ({ stratum }: Member): string => stratum ?? ''

export const countsOf = (members: readonly Member[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const member of members) counts.set(nameOf(member), (counts.get(nameOf(member)) ?? 0) + 1)
  return counts
}

/**
 * Draws a sample, in the order of its seed.
 * @throws Outcome invalid where the sample is larger than the population
 */
export const draw = <M extends Member>(members: readonly M[], { seed, size, stratified }: DrawAsked): readonly M[] => {
  if (size > members.length)
    throw invalid([
      {
        field: 'sampleSize',
        message: `The cohort has ${members.length} cases: ${size} cannot be drawn from it`,
      },
    ])
  if (!stratified) return firstOf(members, seed, size).map(({ member }) => member)
  const shares = allocate(countsOf(members), size)
  const groups = new Map<string, M[]>()
  for (const member of members) {
    const group = groups.get(nameOf(member))
    if (group) group.push(member)
    else groups.set(nameOf(member), [member])
  }
  return [...shares]
    .flatMap(([name, share]) => firstOf(groups.get(name) ?? [], seed, share))
    .sort((a, b) => (before(a, b) ? -1 : 1))
    .map(({ member }) => member)
}
