import { at, mean } from './family.ts'

/** What the places of people across the picture depend on. */
export interface Across {
  readonly rows: readonly (readonly number[])[]
  /** Half the room of each person with the words below, in pixels. */
  readonly half: readonly number[]
  /** Least room between neighbours: of a row, before its person at this place. The first is of no account. */
  readonly gaps: readonly (readonly number[])[]
  /** Parents and their children: their middles want to be one above the other. */
  readonly broods: readonly { readonly parents: readonly number[]; readonly children: readonly number[] }[]
  /** Others who want to be near each other across, and how much. */
  readonly near: readonly { readonly a: number; readonly b: number; readonly weight: number }[]
}

interface Pull {
  readonly to: number
  readonly weight: number
}

/**
 * The places nearest to those wished that keep their order and distance: neighbours whose wishes collide share the mean
 * of them (least squares with an order, by pooling).
 */
const apart = (wished: readonly number[], offsets: readonly number[]): number[] => {
  const pools: { sum: number; size: number }[] = []
  wished.forEach((wish, index) => {
    let pool = { sum: wish - at(offsets, index), size: 1 }
    for (let last = pools.at(-1); last && last.sum / last.size > pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop()
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size }
    }
    pools.push(pool)
  })
  const free = pools.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size))
  return free.map((place, index) => place + at(offsets, index))
}

const offsetsOf = (across: Across): number[][] =>
  across.rows.map((row, index) => {
    let offset = 0
    return row.map((one, place) => {
      if (place > 0)
        offset += at(across.half, at(row, place - 1)) + at(at(across.gaps, index), place) + at(across.half, one)
      return offset
    })
  })

/** How much children want to stand below their parents. */
const lineage = 6

/** Where everybody is drawn to, from where all stand now. */
const pullsOf = (across: Across, x: readonly number[]): Pull[][] => {
  const pulls: Pull[][] = x.map(() => [])
  for (const { parents, children } of across.broods) {
    const shift = middleOf(x, parents) - middleOf(x, children)
    // A child of many pulls less, as its parents feel all of them: otherwise a family drifts apart without end.
    for (const child of children) pulls[child]?.push({ to: at(x, child) + shift, weight: lineage / children.length })
    for (const parent of parents) pulls[parent]?.push({ to: at(x, parent) - shift, weight: lineage / parents.length })
  }
  for (const { a, b, weight } of across.near) {
    pulls[a]?.push({ to: at(x, b), weight })
    pulls[b]?.push({ to: at(x, a), weight })
  }
  return pulls
}

/** An odd number, so that the last goes down and every child ends below its parents. */
const sweeps = 61

/** The middle of every person across the picture, in pixels; the leftmost edge is 0. */
export const placesAcross = (across: Across): number[] => {
  const offsets = offsetsOf(across)
  const x: number[] = across.half.map(() => 0)
  across.rows.forEach((row, index) => {
    const own = at(offsets, index)
    row.forEach((one, place) => {
      x[one] = at(own, place) - (own.at(-1) ?? 0) / 2
    })
  })
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const order = across.rows.map((_, index) => index)
    for (const index of sweep % 2 === 0 ? order : order.toReversed()) {
      const row = at(across.rows, index)
      const pulls = pullsOf(across, x)
      const wished = row.map(one => {
        const own = at(pulls, one)
        const weight = own.reduce((sum, pull) => sum + pull.weight, 0)
        return weight === 0 ? at(x, one) : own.reduce((sum, pull) => sum + pull.to * pull.weight, 0) / weight
      })
      const placed = apart(wished, at(offsets, index))
      row.forEach((one, place) => {
        x[one] = at(placed, place)
      })
    }
  }
  const left = Math.min(...x.map((place, one) => place - at(across.half, one)), Infinity)
  return x.map(place => Math.round((place - left) * 10) / 10)
}

/** The middle of several places across. */
const middleOf = (x: readonly number[], members: readonly number[]): number => mean(members.map(one => at(x, one)))
