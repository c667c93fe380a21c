import { describe, expect, it } from 'vitest'
import { familyOf } from './family.ts'
import { generationsOf } from './generations.ts'
import type { GenogramInput, Person, Relationship } from './input.ts'
import { orderOf } from './order.ts'

const person = (id: string, sex: Person['sex'], bornOn?: string, isSubject = false): Person => ({
  id,
  name: id,
  sex,
  bornOn,
  isSubject,
})

/** Grandparents with three children, each with a partner and two children; the middle child of the oldest is in question. */
const branches = (): GenogramInput => {
  const people = [person('gf', 'male'), person('gm', 'female')]
  const relationships: Relationship[] = [{ id: 'g', kind: 'partner', status: 'married', from: 'gf', to: 'gm' }]
  const child = (id: string, parents: readonly string[], sex: Person['sex'], bornOn: string, subject = false) => {
    people.push(person(id, sex, bornOn, subject))
    for (const from of parents)
      relationships.push({ id: `${from}-${id}`, kind: 'parent', nature: 'birth', from, to: id })
  }
  ;['c', 'a', 'b'].forEach((id, index) => {
    child(id, ['gf', 'gm'], index === 1 ? 'female' : 'male', `198${index}-01-01`)
    people.push(person(`${id}-partner`, 'unknown'))
    relationships.push({ id: `${id}-with`, kind: 'partner', status: 'together', from: id, to: `${id}-partner` })
    child(`${id}2`, [id, `${id}-partner`], 'male', '2012-01-01', id === 'b')
    child(`${id}1`, [id, `${id}-partner`], 'male', '2010-01-01')
  })
  return { people, relationships }
}

const rowsOf = (input: GenogramInput): string[][] => {
  const family = familyOf(input)
  return orderOf(family, generationsOf(family)).map(row => row.map(one => family.people[one]?.id ?? ''))
}

describe('the order in a row', () => {
  it('is that of birth, in every row, with partners side by side', () => {
    const [, parents = [], children] = rowsOf(branches())
    expect(parents.filter(id => id.length === 1)).toEqual(['c', 'a', 'b'])
    expect(children).toEqual(['c1', 'c2', 'a1', 'a2', 'b1', 'b2'])
    for (const id of ['a', 'b', 'c']) expect(Math.abs(parents.indexOf(id) - parents.indexOf(`${id}-partner`))).toBe(1)
  })
})

describe('generations', () => {
  it('follow birth before anything else, and a circle ends where it closes', () => {
    const tie = (from: string, to: string, nature: 'birth' | 'guardian' = 'birth'): Relationship => ({
      id: `${from}-${to}-${nature}`,
      kind: 'parent',
      nature,
      from,
      to,
    })
    const people = ['a', 'b', 'c'].map(id => person(id, 'unknown', undefined, id === 'c'))
    const grandparent = { people, relationships: [tie('a', 'b'), tie('b', 'c'), tie('a', 'c', 'guardian')] }
    expect(rowsOf(grandparent)).toEqual([['a'], ['b'], ['c']])
    const circle = { people, relationships: [tie('a', 'b'), tie('b', 'c'), tie('c', 'a')] }
    expect(rowsOf(circle)).toEqual([['a'], ['b'], ['c']])
  })

  it('of people who are no kin stand below the family of the child', () => {
    const input = branches()
    const [friend, child] = [person('x', 'male'), person('y', 'female')]
    const rows = rowsOf({
      people: [friend, child, ...input.people],
      relationships: [
        { id: 'x-y', kind: 'parent', nature: 'birth', from: 'x', to: 'y' },
        { id: 'x-b2', kind: 'carer', from: 'x', to: 'b2' },
        ...input.relationships,
      ],
    })
    expect(rows.slice(3)).toEqual([['x'], ['y']])
  })
})
