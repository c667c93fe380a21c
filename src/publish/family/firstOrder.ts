import { at, type Family } from './family.ts'
import type { Brood } from './ties.ts'

/** An order to begin with: from the child outwards, partners beside each other, children after one another. */
export const firstOrder = (
  family: Family,
  broods: readonly Brood[],
  rowOf: readonly number[],
  count: number,
): number[][] => {
  const order: number[][] = Array.from({ length: count }, () => [])
  const seen = new Set<number>()
  const near = (one: number): number[] => [
    ...broods.flatMap(({ parents, children }) => (children.includes(one) ? [...children, ...parents] : [])),
    ...family.edges.flatMap(({ tie, from, to }) =>
      tie.kind === 'partner' && (from === one || to === one) ? [from + to - one] : [],
    ),
    ...broods.flatMap(({ parents, children }) => (parents.includes(one) ? [...parents, ...children] : [])),
    ...family.edges.flatMap(({ from, to }) => (from === one || to === one ? [from + to - one] : [])),
  ]
  const visit = (start: number) => {
    // The child's brothers and sisters in order of birth, the child among them.
    const waiting = [...broods.flatMap(({ children }) => (children.includes(start) ? children : [])), start]
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      if (seen.has(one)) continue
      seen.add(one)
      order[at(rowOf, one)]?.push(one)
      waiting.push(...near(one))
    }
  }
  family.people.forEach((person, one) => {
    if (person.isSubject) visit(one)
  })
  family.people.forEach((_, one) => {
    visit(one)
  })
  return order
}
