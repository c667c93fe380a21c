import { canonical } from '../../kit/digest.ts'
import type { GenogramInput, Person, Relationship } from './input.ts'
import { clean } from './text.ts'
import { isUnborn } from './words.ts'

/** By code unit, so that the picture does not depend on the machine's language. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The same things in one order, each id once. Of two with one id the first in canonical form stands. */
export const byId = <T extends { readonly id: string }>(things: readonly T[]): T[] => {
  const sorted = things
    .map(thing => ({ thing, form: canonical(thing) }))
    .sort((a, b) => compare(a.thing.id, b.thing.id) || compare(a.form, b.form))
    .map(({ thing }) => thing)
  return sorted.filter((thing, at) => at === 0 || thing.id !== sorted[at - 1]?.id)
}

/** A relationship between people by their places in `people`. */
export interface Edge {
  readonly tie: Relationship
  readonly from: number
  readonly to: number
}

export interface House {
  readonly id: string
  readonly label: string
  readonly members: readonly number[]
}

/** A family in one order whatever the order it was given in; people are known by their place in `people`. */
export interface Family {
  readonly people: readonly Person[]
  readonly edges: readonly Edge[]
  readonly houses: readonly House[]
}

/** Puts what was given in order, cleans what is shown, and leaves out what reaches a person who was not given. */
export const familyOf = (input: GenogramInput): Family => {
  const people = byId(input.people).map(person => ({ ...person, name: clean(person.name) || 'Unknown' }))
  const place = new Map(people.map((person, at) => [person.id, at]))
  const edges = byId(input.relationships).flatMap(tie => {
    const [from, to] = [place.get(tie.from), place.get(tie.to)]
    return from === undefined || to === undefined ? [] : [{ tie, from, to }]
  })
  const houses = byId(input.households ?? []).map(({ id, label, memberIds }) => ({
    id,
    label: clean(label) || 'Household',
    members: [...new Set(memberIds)].flatMap(one => place.get(one) ?? []).sort((a, b) => a - b),
  }))
  return { people, edges, houses: houses.filter(({ members }) => members.length > 0) }
}

/** Oldest first; then those whose birth is not known, then the unborn. */
export const byBirth =
  (people: readonly Person[]) =>
  (a: number, b: number): number => {
    const key = (at: number) => {
      const person = people[at]
      if (person === undefined) return ''
      if (isUnborn(person)) return `c${person.expectedOn}`
      return person.bornOn ? `a${person.bornOn}` : 'b'
    }
    return compare(key(a), key(b)) || a - b
  }

/** The value at a place that is known to exist. */
export const at = <T>(list: readonly T[], place: number): T => {
  const value = list[place]
  if (value === undefined) throw new Error(`There is nothing at place ${place} of ${list.length}`)
  return value
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
