import { at, type Family } from './family.ts'
import { firstOrder } from './firstOrder.ts'
import type { Generations } from './generations.ts'
import { type Brood, broodsOf, couplesOf, twinsOf } from './ties.ts'

// The order of people in their rows. There is no best order that is quick to find, so that an order has a price, and
// pieces of a row are moved as long as that makes it cheaper. The price is asked for thousands of times: what does not
// depend on the order is worked out once.

type Rows = number[][]

interface Couple {
  readonly a: number
  readonly b: number
  readonly weight: number
  /** The one who by custom stands on the left: the man of a man and a woman. It decides only where nothing else does. */
  readonly left: number | undefined
}

/** A line from a row to the next, from one or two people above to one below. */
interface Thread {
  readonly above: readonly number[]
  readonly below: number
}

interface Wishes {
  readonly broods: readonly Brood[]
  /** Children of one brood in one row, in order of birth; and those of them born on one day. */
  readonly siblings: readonly (readonly number[])[]
  readonly twins: readonly (readonly number[])[]
  readonly couples: readonly Couple[]
  /** Members of each household in each row. */
  readonly stretches: readonly (readonly number[])[]
  readonly houses: readonly (readonly number[])[]
  /** Lines that can cross, row by row. */
  readonly threads: readonly (readonly Thread[])[]
  /** Other relationships, which want to be short. */
  readonly links: readonly (readonly [number, number])[]
}

const byRow = (members: readonly number[], rowOf: readonly number[]): number[][] =>
  [...new Set(members.map(one => at(rowOf, one)))].map(row => members.filter(one => rowOf[one] === row))

const threadsOf = (broods: readonly Brood[], links: Wishes['links'], rowOf: readonly number[], rows: number) => {
  const born = broods.flatMap(({ parents, children }) => children.map(below => ({ above: parents, below })))
  const other = links.map(([a, b]) =>
    at(rowOf, a) < at(rowOf, b) ? { above: [a], below: b } : { above: [b], below: a },
  )
  const near = [...born, ...other].filter(({ above, below }) =>
    above.every(one => at(rowOf, one) === at(rowOf, below) - 1),
  )
  return Array.from({ length: rows }, (_, row) => near.filter(({ below }) => rowOf[below] === row))
}

const wishesOf = (family: Family, rowOf: readonly number[], rows: number): Wishes => {
  const broods = broodsOf(family)
  const links = family.edges.flatMap(({ tie, from, to }) =>
    tie.kind === 'parent' || tie.kind === 'partner' || from === to ? [] : [[from, to] as const],
  )
  const couples = couplesOf(family, broods).filter(({ a, b }) => rowOf[a] === rowOf[b])
  const isMan = (one: number) => family.people[one]?.sex === 'male'
  const houses = family.houses.map(({ members }) => members)
  return {
    broods,
    siblings: broods.flatMap(({ children }) => byRow(children, rowOf)),
    twins: broods.flatMap(({ children }) => twinsOf(family, children).flatMap(twins => byRow(twins, rowOf))),
    couples: couples.map(one => ({
      ...one,
      left: isMan(one.a) === isMan(one.b) ? undefined : isMan(one.a) ? one.a : one.b,
    })),
    stretches: houses.flatMap(members => byRow(members, rowOf)),
    houses,
    threads: threadsOf(broods, links, rowOf, rows),
    links,
  }
}

/** Where everybody stands: the place in the row from 0, and as a share of the row from 0 to 1. */
interface Places {
  readonly place: Float64Array
  readonly share: Float64Array
}

const place = (places: Places, row: readonly number[]): void => {
  row.forEach((one, index) => {
    places.place[one] = index
    places.share[one] = (index + 0.5) / row.length
  })
}

const get = (list: Float64Array, one: number): number => list[one] ?? 0

const meanOf = (list: Float64Array, members: readonly number[]): number => {
  let sum = 0
  for (const one of members) sum += get(list, one)
  return sum / members.length
}

/** How many others stand between members of one row. */
const between = (list: Float64Array, members: readonly number[]): number => {
  let [low, high] = [Infinity, -Infinity]
  for (const one of members) {
    low = Math.min(low, get(list, one))
    high = Math.max(high, get(list, one))
  }
  return high - low + 1 - members.length
}

const crossings = (threads: readonly Thread[], places: Places): number => {
  const tops = threads.map(({ above }) => meanOf(places.place, above))
  const bottoms = threads.map(({ below }) => get(places.place, below))
  let count = 0
  for (let one = 0; one < threads.length; one += 1) {
    const [top, bottom] = [tops[one] ?? 0, bottoms[one] ?? 0]
    for (let two = one + 1; two < threads.length; two += 1)
      if ((top - (tops[two] ?? 0)) * (bottom - (bottoms[two] ?? 0)) < 0) count += 1
  }
  return count
}

/** Children of one row stand together and in order of birth. */
const broodPrice = (wishes: Wishes, places: Places): number => {
  let price = 0
  for (const siblings of wishes.siblings) {
    price += 2 * between(places.place, siblings)
    for (let one = 0; one < siblings.length; one += 1)
      for (let two = one + 1; two < siblings.length; two += 1)
        if (get(places.place, siblings[two] ?? 0) < get(places.place, siblings[one] ?? 0)) price += 3
  }
  for (const twins of wishes.twins) price += 8 * between(places.place, twins)
  return price
}

const couplePrice = (wishes: Wishes, places: Places): number => {
  let price = 0
  for (const { a, b, weight, left } of wishes.couples) {
    const apart = get(places.place, b) - get(places.place, a)
    price += weight * (Math.abs(apart) - 1)
    if (left !== undefined && (left === a) !== apart > 0) price += 0.3
  }
  return price
}

/** A household parted within a row costs as much as two children out of order, and a little for everybody between. */
const housePrice = (wishes: Wishes, places: Places): number => {
  let price = 0
  for (const stretch of wishes.stretches) {
    const parting = between(places.place, stretch)
    if (parting > 0) price += 5 + parting
  }
  return price
}

/** What belongs together in several rows wants to stand one below another. */
const lengthPrice = (wishes: Wishes, { share }: Places): number => {
  let price = 0
  for (const [a, b] of wishes.links) price += Math.abs(get(share, a) - get(share, b))
  for (const house of wishes.houses)
    for (const one of house) price += Math.abs(get(share, one) - get(share, house[0] ?? 0))
  for (const { parents, children } of wishes.broods) {
    const middle = meanOf(share, parents)
    for (const child of children) price += 1.5 * Math.abs(get(share, child) - middle)
  }
  return price
}

const priceOf = (wishes: Wishes, places: Places): number => {
  let price = broodPrice(wishes, places) + couplePrice(wishes, places) + housePrice(wishes, places)
  price += lengthPrice(wishes, places)
  for (const threads of wishes.threads) price += 4 * crossings(threads, places)
  return price
}

/** Every way to take up to four neighbours out of a row, as they are or turned round, and put them elsewhere in it. */
function* moves(row: readonly number[]): Generator<number[]> {
  for (let length = 1; length <= Math.min(4, row.length); length += 1)
    for (let start = 0; start + length <= row.length; start += 1) {
      const piece = row.slice(start, start + length)
      const rest = [...row.slice(0, start), ...row.slice(start + length)]
      for (let target = 0; target <= rest.length; target += 1) {
        if (target !== start) yield [...rest.slice(0, target), ...piece, ...rest.slice(target)]
        if (length > 1) yield [...rest.slice(0, target), ...piece.toReversed(), ...rest.slice(target)]
      }
    }
}

/** A person with partners, children and all who come after them. */
const treeOf = (start: number, { broods, couples }: Wishes): Set<number> => {
  const tree = new Set([start])
  for (const one of tree) {
    for (const { parents, children } of broods) if (parents.includes(one)) for (const child of children) tree.add(child)
    for (const { a, b } of couples) if (a === one || b === one) tree.add(a + b - one)
  }
  return tree
}

/** Two of one brood change places with all who come after them: in every row at once, which no move in one row can do. */
const exchanged = (rows: Rows, one: ReadonlySet<number>, other: ReadonlySet<number>): Rows =>
  rows.map(row => {
    const both = row.filter(member => one.has(member) !== other.has(member))
    const turned = [...both.filter(member => other.has(member)), ...both.filter(member => one.has(member))]
    const inOrder = both.findIndex(member => one.has(member)) <= both.findIndex(member => other.has(member))
    const next = inOrder
      ? turned
      : [...both.filter(member => one.has(member)), ...both.filter(member => other.has(member))]
    return row.map(member => (one.has(member) !== other.has(member) ? (next.shift() ?? member) : member))
  })

/** How much work goes into an order, so that no family, however large, keeps a page waiting. */
const mostWork = 12_000_000

const workOf = (wishes: Wishes, people: number): number =>
  200 + 6 * people + wishes.threads.reduce((sum, { length }) => sum + length ** 2 / 2, 0)

/** The rows in an order with few crossings, partners side by side and children in order of birth. */
export const orderOf = (family: Family, generations: Generations): Rows => {
  const rowOf: number[] = []
  generations.rows.forEach((row, index) => {
    for (const one of row) rowOf[one] = index
  })
  const wishes = wishesOf(family, rowOf, generations.rows.length)
  return cheapest(wishes, firstOrder(family, wishes.broods, rowOf, generations.rows.length), family.people.length)
}

/** Tries new rows, and keeps them where they are cheaper. */
const keeper = (wishes: Wishes, first: Rows, size: number) => {
  let rows = first
  const places: Places = { place: new Float64Array(size), share: new Float64Array(size) }
  let tries = Math.floor(mostWork / workOf(wishes, size))
  const put = (all: Rows) => {
    for (const row of all) place(places, row)
  }
  put(rows)
  let price = priceOf(wishes, places)
  /** Keeps new rows where they are cheaper. `changed` are the rows that differ. */
  const attempt = (next: Rows, changed: Rows, back: Rows): boolean => {
    tries -= 1
    put(changed)
    const asked = priceOf(wishes, places)
    if (asked < price - 1e-9) {
      price = asked
      rows = next
      return true
    }
    put(back)
    return false
  }
  return { attempt, rows: () => rows, isDone: () => tries <= 0 }
}

const cheapest = (wishes: Wishes, first: Rows, size: number): Rows => {
  const { attempt, rows, isDone } = keeper(wishes, first, size)
  const inRow = (index: number): boolean => {
    let better = false
    for (const moved of moves(at(rows(), index)))
      if (!isDone()) better = attempt(rows().with(index, moved), [moved], [at(rows(), index)]) || better
    return better
  }
  const inTrees = (): boolean => {
    let better = false
    for (const siblings of wishes.siblings)
      for (const [index, one] of siblings.entries())
        for (const other of siblings.slice(index + 1)) {
          const next = exchanged(rows(), treeOf(one, wishes), treeOf(other, wishes))
          if (!isDone()) better = attempt(next, next, rows()) || better
        }
    return better
  }
  for (let again = true; again && !isDone(); ) {
    again = false
    for (let index = 0; index < first.length; index += 1) again = inRow(index) || again
    again = inTrees() || again
  }
  return rows()
}
