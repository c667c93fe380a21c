import type { Edge, Family } from './family.ts'
import type { Relationship } from './input.ts'

/** Rows of people, grandparents first. From `others` on are those whom no relationship puts into a generation. */
export interface Generations {
  readonly rows: readonly (readonly number[])[]
  readonly others: number
}

/** How many generations `to` stands below `from`; nothing where the relationship does not say. */
const stepOf = (tie: Relationship): number | undefined =>
  ({
    parent: 1,
    auntUncle: 1,
    grandparent: 2,
    partner: 0,
    sibling: 0,
    halfSibling: 0,
    cousin: 0,
    carer: undefined,
    friend: undefined,
    associate: undefined,
    other: undefined,
  })[tie.kind]

/** Where two relationships contradict each other the one with the smaller number decides. */
const weightOf = (tie: Relationship): number => {
  if (tie.kind === 'parent') return { birth: 0, adoptive: 1, notKnown: 2, guardian: 8, step: 8, foster: 9 }[tie.nature]
  return (
    { sibling: 3, halfSibling: 3, partner: 4, grandparent: 5, auntUncle: 6, cousin: 7 }[tie.kind as 'sibling'] ?? 10
  )
}

interface Kin {
  members: number[]
}

/**
 * Joins people into kin, each with a level inside it. A relationship that contradicts what is already joined changes
 * nothing, so a circle of parents ends where it closes.
 */
const kinOf = (family: Family): { kin: Kin[]; level: number[] } => {
  const level = family.people.map(() => 0)
  const kin: Kin[] = family.people.map((_, at) => ({ members: [at] }))
  const join = ({ tie, from, to }: Edge) => {
    const step = stepOf(tie)
    const [one, other] = [kin[from], kin[to]]
    if (step === undefined || one === undefined || other === undefined || one === other) return
    const shift = (level[from] ?? 0) + step - (level[to] ?? 0)
    for (const member of other.members) {
      level[member] = (level[member] ?? 0) + shift
      kin[member] = one
    }
    one.members.push(...other.members)
  }
  for (const edge of [...family.edges].sort((a, b) => weightOf(a.tie) - weightOf(b.tie))) join(edge)
  return { kin: [...new Set(kin)], level }
}

/** The members by level, counted from the first level; levels without anybody are left out. */
const rowsOf = (levels: ReadonlyMap<number, number>): number[][] => {
  const used = [...new Set(levels.values())].sort((a, b) => a - b)
  return used.map(level => [...levels].filter(([, own]) => own === level).map(([member]) => member))
}

/**
 * Puts people into rows by generation. The kin of the children the picture is about make the rows; without such a child
 * the largest kin does. Everybody else stands below, kin by kin with its own generations.
 */
export const generationsOf = (family: Family): Generations => {
  const { kin, level } = kinOf(family)
  const isSubject = (member: number) => family.people[member]?.isSubject === true
  const largest = kin.reduce<Kin | undefined>(
    (best, one) => (one.members.length > Math.max(1, best?.members.length ?? 0) ? one : best),
    undefined,
  )
  const about = kin.filter(({ members }) => members.some(isSubject))
  const main = about.length > 0 ? about : largest ? [largest] : []
  const placed = (one: Kin, zero: number): [number, number][] =>
    [...one.members].sort((a, b) => a - b).map(member => [member, (level[member] ?? 0) - zero])
  const subjectLevel = (one: Kin) => level[one.members.filter(isSubject).sort((a, b) => a - b)[0] ?? -1] ?? 0
  const top = (one: Kin) => Math.min(...one.members.map(member => level[member] ?? 0))
  const upper = rowsOf(new Map(main.flatMap(one => placed(one, subjectLevel(one)))))
  const lower = rowsOf(new Map(kin.filter(one => !main.includes(one)).flatMap(one => placed(one, top(one)))))
  return { rows: [...upper, ...lower], others: upper.length }
}
