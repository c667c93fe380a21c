import { at, byBirth, type Family } from './family.ts'
import type { ParentNature } from './input.ts'

/** Two people who want to stand side by side, and how much. */
export interface Couple {
  readonly a: number
  readonly b: number
  readonly weight: number
}

/** The children of the same parents, in order of birth. */
export interface Brood {
  readonly parents: readonly number[]
  readonly children: readonly number[]
}

const isLine = (nature: ParentNature): boolean => nature === 'birth' || nature === 'adoptive' || nature === 'notKnown'

/** The parents a child stands under: by birth, adoption or not known how; where there are none, whoever is recorded. */
const parentsOf = (family: Family, child: number): number[] => {
  const ties = family.edges.flatMap(({ tie, from, to }) =>
    tie.kind === 'parent' && to === child && from !== child ? [{ from, nature: tie.nature }] : [],
  )
  const line = ties.filter(({ nature }) => isLine(nature))
  return [...new Set((line.length > 0 ? line : ties).map(({ from }) => from))].sort((a, b) => a - b)
}

export const broodsOf = (family: Family): Brood[] => {
  const broods = new Map<string, { parents: number[]; children: number[] }>()
  family.people.forEach((_, child) => {
    const parents = parentsOf(family, child)
    if (parents.length === 0) return
    const brood = broods.get(parents.join()) ?? { parents, children: [] }
    brood.children.push(child)
    broods.set(parents.join(), brood)
  })
  return [...broods.values()].map(({ parents, children }) => ({
    parents,
    children: children.sort(byBirth(family.people)),
  }))
}

/** Partners, those of now before those of before, and parents of one child. */
export const couplesOf = (family: Family, broods: readonly Brood[]): Couple[] => {
  const partners = family.edges.flatMap(({ tie, from, to }) => {
    if (tie.kind !== 'partner' || from === to) return []
    const now = (tie.status === 'married' || tie.status === 'together') && !tie.until
    return [{ a: from, b: to, weight: now ? 9 : 7 }]
  })
  const parents = broods.flatMap(brood =>
    brood.parents.flatMap((a, index) => brood.parents.slice(index + 1).map(b => ({ a, b, weight: 5 }))),
  )
  return [...partners, ...parents]
}

/** Children of one brood who were born on one day, wherever two or more were. */
export const twinsOf = (family: Family, children: readonly number[]): number[][] => {
  const byDay = new Map<string, number[]>()
  for (const child of children) {
    const { bornOn, expectedOn } = at(family.people, child)
    const day = bornOn ?? expectedOn
    if (day) byDay.set(day, [...(byDay.get(day) ?? []), child])
  }
  return [...byDay.values()].filter(one => one.length > 1)
}
