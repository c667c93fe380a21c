import { at, type House } from './family.ts'
import type { Point } from './shapes.ts'
import { lineHeight, smallSize, widthOf, wrapped } from './text.ts'

// A household is outlined. Where its members do not stand together, each piece has an outline with the same name.

interface Stretch {
  readonly row: number
  readonly low: number
  readonly high: number
}

/** One outline: a stretch in each of several rows, one below another. */
export interface Piece {
  readonly house: House
  readonly stretches: readonly Stretch[]
  readonly label: readonly string[]
  /** How far the outline stands away from what is in it, in pixels: more where another lies inside it. */
  readonly pad: number
  /** The line of words under the last row at which its name begins. */
  readonly labelFrom: number
}

interface Seen {
  readonly rows: readonly (readonly number[])[]
  readonly half: readonly number[]
  readonly x: readonly number[]
}

const [leastPad, morePad] = [12, 5]

const stretchesOf = (house: House, pad: number, { rows, half, x }: Seen): Stretch[] => {
  const inside = new Set(house.members)
  return rows.flatMap((members, row) => {
    const stretches: { row: number; low: number; high: number }[] = []
    members.forEach((one, place) => {
      if (!inside.has(one)) return
      const before = members[place - 1]
      const last = stretches.at(-1)
      const high = at(x, one) + at(half, one) + pad
      if (last !== undefined && before !== undefined && inside.has(before)) last.high = high
      else stretches.push({ row, low: at(x, one) - at(half, one) - pad, high })
    })
    return stretches
  })
}

const overlap = (a: { low: number; high: number }, b: { low: number; high: number }): number =>
  Math.min(a.high, b.high) - Math.max(a.low, b.low)

/** Stretches one below another become one outline. */
const chained = (stretches: readonly Stretch[]): Stretch[][] => {
  const chains: Stretch[][] = []
  for (const stretch of stretches) {
    const chain = chains.find(own => {
      const last = own.at(-1)
      return last !== undefined && last.row === stretch.row - 1 && overlap(last, stretch) > 28
    })
    if (chain) chain.push(stretch)
    else chains.push([stretch])
  }
  return chains
}

const labelOf = (house: House, index: number, count: number, stretch: Stretch): string[] => {
  const text = count > 1 ? `${house.label} (part ${index + 1} of ${count})` : house.label
  const room = stretch.high - stretch.low - 24
  const letters = [...text].length
  return wrapped(text, Math.max(8, Math.floor((letters * room) / Math.max(1, widthOf(text, smallSize, true)))))
}

/** The outlines of all households. */
export const piecesOf = (houses: readonly House[], seen: Seen): Piece[] => {
  const pieces: Piece[] = []
  houses.forEach((house, index) => {
    const before = houses.slice(0, index).filter(({ members }) => members.some(one => house.members.includes(one)))
    const pad = leastPad + morePad * Math.min(3, before.length)
    const chains = chained(stretchesOf(house, pad, seen))
    chains.forEach((stretches, part) => {
      const last = stretches.at(-1) as Stretch
      const label = labelOf(house, part, chains.length, last)
      const beside = pieces.filter(one => {
        const other = one.stretches.at(-1)
        return other?.row === last.row && overlap(other, last) > 0
      })
      const labelFrom = Math.max(0, ...beside.map(one => one.labelFrom + one.label.length))
      pieces.push({ house, stretches, label, pad, labelFrom })
    })
  })
  return pieces
}

/** Height of the words of households under a row. */
export const footerOf = (pieces: readonly Piece[], row: number): number => {
  const lines = pieces.map(one => (one.stretches.at(-1)?.row === row ? one.labelFrom + one.label.length : 0))
  const most = Math.max(0, ...lines)
  return most === 0 ? 0 : most * lineHeight + 14
}

interface RowPlace {
  /** The top of the signs, the end of the words below them, and the end of the names of households below those. */
  readonly top: number
  readonly bottom: number
  readonly end: number
}

/** The corners of an outline, and where the first line of its name stands. */
export const drawnPiece = (piece: Piece, places: readonly RowPlace[]): { corners: Point[]; label: Point } => {
  const top = ({ row }: Stretch, index: number) => {
    const above = piece.stretches[index - 1]
    return above === undefined ? at(places, row).top - piece.pad : at(places, above.row).end + 2 + piece.pad - leastPad
  }
  const last = piece.stretches.at(-1) as Stretch
  const end = at(places, last.row).bottom + (piece.labelFrom + piece.label.length) * lineHeight + 8 + piece.pad / 4
  const bottom = (index: number) => {
    const below = piece.stretches[index + 1]
    return below === undefined ? end : top(below, index + 1)
  }
  const right = piece.stretches.flatMap((one, index) => [
    { x: one.high, y: top(one, index) },
    { x: one.high, y: bottom(index) },
  ])
  const left = piece.stretches.flatMap((one, index) => [
    { x: one.low, y: top(one, index) },
    { x: one.low, y: bottom(index) },
  ])
  const label = { x: last.low + 12, y: at(places, last.row).bottom + piece.labelFrom * lineHeight + 18 }
  return { corners: [...right, ...left.toReversed()], label }
}
