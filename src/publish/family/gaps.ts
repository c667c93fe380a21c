import { at, mean } from './family.ts'
import { type Lines, slashesOf, type Wire } from './wires.ts'

// How lines pass the rows of people: through the gap before, between or after them. Gap 0 of a row is before its first
// person, the last is after its last.

/** A line in a gap: one that passes the row (`hop`), or one that begins between two parents. */
export interface Channel {
  readonly wire: number
  readonly row: number
  readonly gap: number
}

interface Seen {
  readonly rows: readonly (readonly number[])[]
  readonly half: readonly number[]
  readonly x: readonly number[]
}

const outside = 22
const betweenChannels = 16

/** The two sides of a gap; outer gaps are open to one side. */
const sidesOfGap = ({ rows, half, x }: Seen, row: number, gap: number): { left?: number; right?: number } => {
  const members = at(rows, row)
  const [before, after] = [members[gap - 1], members[gap]]
  return {
    ...(before === undefined ? {} : { left: at(x, before) + at(half, before) }),
    ...(after === undefined ? {} : { right: at(x, after) - at(half, after) }),
  }
}

const middleOfGap = (seen: Seen, row: number, gap: number): number => {
  const { left, right } = sidesOfGap(seen, row, gap)
  if (left !== undefined && right !== undefined) return (left + right) / 2
  return left !== undefined ? left + outside : (right ?? 0) - outside
}

/** About where a line begins and ends. */
const startOf = ({ source }: Wire, x: readonly number[]): number =>
  source.kind === 'junction' ? (at(x, source.left) + at(x, source.right)) / 2 : at(x, source.node)

export const endOf = ({ drops }: Wire, x: readonly number[]): number => mean(drops.map(one => at(x, one)))

/** A gap in which partners are joined is passed only when it saves so many pixels of way. */
const throughPartners = 50

/** The gaps each line goes through, each as near to its straight way as can be. */
export const channelsOf = (lines: Lines, seen: Seen): Channel[] => {
  const places = seen.rows.map(row => new Map(row.map((one, place) => [one, place])))
  const joined = new Set(
    lines.sides.map(({ left, right }) => {
      const row = places.findIndex(one => one.has(left))
      return `${row}/${Math.max(places[row]?.get(left) ?? 0, places[row]?.get(right) ?? 0)}`
    }),
  )
  return lines.wires.flatMap((wire, index) => {
    const { source, firstBand, lastBand } = wire
    const own: Channel[] = []
    if (source.kind === 'junction')
      own.push({ wire: index, row: firstBand - 1, gap: places[firstBand - 1]?.get(source.right) ?? 0 })
    const [start, end] = [startOf(wire, seen.x), endOf(wire, seen.x)]
    for (let row = firstBand; row < lastBand; row += 1) {
      const ideal = start + ((end - start) * (row - firstBand + 1)) / (lastBand - firstBand + 1)
      const gaps = Array.from({ length: at(seen.rows, row).length + 1 }, (_, gap) => gap)
      const price = (gap: number) =>
        Math.abs(middleOfGap(seen, row, gap) - ideal) + (joined.has(`${row}/${gap}`) ? throughPartners : 0)
      const best = gaps.reduce((one, other) => (price(other) < price(one) - 1e-9 ? other : one))
      own.push({ wire: index, row, gap: best })
    }
    return own
  })
}

/** Room a gap needs for the lines in it. */
export const roomOf = (channels: number): number => (channels === 0 ? 0 : 24 + betweenChannels * channels)

/** Room for the strokes through the line of partners who are parted, at the left of the gap between them. */
export const strokeRoom = 34

const strokesIn = (lines: Lines, { rows }: Seen, row: number, gap: number): number => {
  const [before, after] = [at(rows, row)[gap - 1], at(rows, row)[gap]]
  const parted = lines.sides.some(
    ({ left, right, edge }) => left === before && right === after && slashesOf(edge.tie) > 0,
  )
  return parted ? strokeRoom : 0
}

const evenly = (index: number, count: number, left: number, right: number): number =>
  left + ((right - left) * (index + 1)) / (count + 1)

/** The middle of a gap, or where the line goes on to when that is so near that a bend would look like a mistake. */
const straightened = (end: number, left: number, right: number): number => {
  const middle = (left + right) / 2
  return Math.abs(end - middle) < 30 && end > left + 16 && end < right - 16 ? end : middle
}

const keyOf = ({ wire, row }: { wire: number; row: number }): string => `${wire}/${row}`

/** Where each line passes each row, by `wire/row`. */
export const placesOfChannels = (
  channels: readonly Channel[],
  lines: Lines,
  seen: Seen,
): ReadonlyMap<string, number> => {
  const byGap = new Map<string, Channel[]>()
  for (const one of channels) {
    const key = `${one.row}/${one.gap}`
    byGap.set(key, [...(byGap.get(key) ?? []), one])
  }
  const places = new Map<string, number>()
  for (const own of byGap.values()) {
    const { row, gap } = at(own, 0)
    const { left, right } = sidesOfGap(seen, row, gap)
    const start = (left ?? 0) + strokesIn(lines, seen, row, gap)
    const end = ({ wire }: Channel) => endOf(at(lines.wires, wire), seen.x)
    own.sort((a, b) => end(a) - end(b) || a.wire - b.wire)
    own.forEach((one, index) => {
      const inner = () =>
        own.length === 1 ? straightened(end(one), start, right ?? 0) : evenly(index, own.length, start, right ?? 0)
      const x =
        left !== undefined && right !== undefined
          ? inner()
          : left !== undefined
            ? left + outside + betweenChannels * index
            : (right ?? 0) - outside - betweenChannels * (own.length - 1 - index)
      places.set(keyOf(one), x)
    })
  }
  return places
}
