import { placesAcross } from './across.ts'
import { at, type Edge, type Family } from './family.ts'
import { type Channel, channelsOf, placesOfChannels, roomOf, strokeRoom } from './gaps.ts'
import { type Generations, generationsOf } from './generations.ts'
import { drawnPiece, footerOf, type Piece, piecesOf } from './households.ts'
import { orderOf } from './order.ts'
import { type Drawn, drawnWires } from './route.ts'
import { halfOf, outerHalf, type Point, shapeOf, sideOf } from './shapes.ts'
import { lineHeight, nameLines, nameSize, smallSize, widthOf } from './text.ts'
import { broodsOf } from './ties.ts'
import { type Lines, linesOf, type SideLine, seatsOf, slashesOf } from './wires.ts'
import { personDetails, yearsWords } from './words.ts'

/** A person's sign and words, in pixels; `x` and `y` are the middle of the sign. */
export interface Node extends Point {
  readonly name: readonly string[]
  readonly details: readonly string[]
  /** Half the width of sign and words. */
  readonly half: number
  /** Where the words end. */
  readonly bottom: number
}

export interface Outline {
  readonly id: string
  readonly corners: readonly Point[]
  readonly label: readonly string[]
  readonly labelAt: Point
}

export interface DrawnSide {
  readonly edge: Edge
  readonly from: Point
  readonly to: Point
  readonly words: string
  readonly wordsAt: number
  readonly slashAt: number
}

/** Everything of a genogram with its place. */
export interface Layout {
  readonly nodes: readonly Node[]
  readonly wires: Drawn
  readonly sides: readonly DrawnSide[]
  readonly loops: Lines['loops']
  readonly outlines: readonly Outline[]
  /** Where the row of those begins who stand in no generation. */
  readonly othersAt?: number
  readonly generations: number
  /** Whether lines of parents meet who are not recorded as partners. */
  readonly meets: boolean
  readonly left: number
  readonly right: number
  readonly bottom: number
}

interface Words {
  readonly name: readonly string[]
  readonly details: readonly string[]
  readonly half: number
}

/** Who has parental responsibility is said under the child: one line may stand for two parents of whom one has it. */
const responsible = (family: Family, child: number): string[] => {
  const names = family.edges.flatMap(({ tie, from, to }) =>
    to === child && tie.kind !== 'partner' && tie.parentalResponsibility === true ? [at(family.people, from).name] : [],
  )
  return [...new Set(names)].map(name => `PR: ${name}`)
}

const wordsOf = (family: Family, one: number): Words => {
  const person = at(family.people, one)
  const name = nameLines(person.name)
  const details = [...personDetails(person), ...responsible(family, one)].flatMap(nameLines)
  const widths = [...name.map(line => widthOf(line, nameSize, true)), ...details.map(line => widthOf(line, smallSize))]
  return { name, details, half: Math.ceil(Math.max(2 * outerHalf, ...widths) / 2) + 2 }
}

const gap = 40
const besideHouse = 16

/** Least room before each person of each row. */
const gapsOf = (
  family: Family,
  rows: readonly (readonly number[])[],
  words: readonly Words[],
  lines: Lines,
  channels: readonly Channel[],
) => {
  const houses = (one: number) => family.houses.flatMap(({ id, members }) => (members.includes(one) ? [id] : [])).join()
  const sideRoom = ({ left, right, edge }: SideLine) => {
    // Years stand between the outlines of two households, and otherwise above the line from sign to sign.
    const free = houses(left) === houses(right) ? at(words, left).half + at(words, right).half - 2 * outerHalf - 24 : 0
    return widthOf(yearsWords(edge.tie), smallSize) + 20 - free + (slashesOf(edge.tie) > 0 ? strokeRoom : 0)
  }
  return rows.map((row, index) =>
    row.map((one, place) => {
      const before = row[place - 1]
      if (before === undefined) return 0
      const count = channels.filter(channel => channel.row === index && channel.gap === place).length
      const sides = lines.sides.filter(({ left, right }) => left === before && right === one)
      const edge = houses(before) === houses(one) ? 0 : besideHouse
      return (
        Math.max(
          gap,
          roomOf(count) + (sides.some(one => slashesOf(one.edge.tie) > 0) ? strokeRoom : 0),
          ...sides.map(sideRoom),
        ) + edge
      )
    }),
  )
}

/** Who wants to stand near whom across: partners and parents of one child most, then those who live together. */
const nearOf = (family: Family, row: readonly number[]): { a: number; b: number; weight: number }[] => {
  const pairs = (members: readonly number[], weight: number, rowsApart: number) =>
    members.flatMap((a, index) =>
      members
        .slice(index + 1)
        .filter(b => Math.abs(at(row, a) - at(row, b)) === rowsApart)
        .map(b => ({ a, b, weight })),
    )
  return [
    ...family.edges.flatMap(({ tie, from, to }) =>
      from === to || tie.kind === 'parent' ? [] : [{ a: from, b: to, weight: tie.kind === 'partner' ? 0.5 : 0.1 }],
    ),
    ...broodsOf(family).flatMap(({ parents, children }) => [...pairs(parents, 0.4, 0), ...pairs(children, 0.1, 0)]),
    ...family.houses.flatMap(({ members }) => pairs(members, 0.25, 1)),
  ]
}

const acrossOf = (family: Family, rows: readonly (readonly number[])[], words: readonly Words[], lines: Lines) => {
  const { row } = seatsOf(rows)
  const half = words.map(one => one.half)
  const broods = broodsOf(family).flatMap(({ parents, children }) =>
    [...new Set(children.map(one => at(row, one)))].map(level => ({
      parents: parents.filter(one => row[one] === row[parents[0] ?? -1]),
      children: children.filter(one => row[one] === level),
    })),
  )
  const near = nearOf(family, row)
  const place = (channels: readonly Channel[]) =>
    placesAcross({ rows, half, broods, near, gaps: gapsOf(family, rows, words, lines, channels) })
  const first = place([])
  const channels = channelsOf(lines, { rows, half, x: first })
  const x = place(channels)
  return { x, half, channelPlaces: placesOfChannels(channels, lines, { rows, half, x }) }
}

/** Lines between partners lie one below another where there are several. */
const slotDepth = [0, 12, -12]

const drawnSide = (family: Family, nodes: readonly Node[], { edge, left, right, slot }: SideLine): DrawnSide => {
  const depth = slotDepth[slot] ?? 0
  const end = (one: number, way: 1 | -1) => {
    const person = at(family.people, one)
    const { x, y } = at(nodes, one)
    return { x: x + way * sideOf(shapeOf(person), halfOf(person), depth), y: y + depth }
  }
  const unsure = edge.tie.kind === 'partner' && edge.tie.status === 'notKnown' ? '?' : ''
  const words = slot === 0 ? [yearsWords(edge.tie), unsure].filter(Boolean).join(' ') : ''
  const [start, stop] = [at(nodes, left).x + at(nodes, left).half, at(nodes, right).x - at(nodes, right).half]
  const strokes = slashesOf(edge.tie) > 0 ? strokeRoom : 0
  return {
    edge,
    from: end(left, 1),
    to: end(right, -1),
    words,
    wordsAt: (start + strokes + stop) / 2,
    slashAt: start + (strokeRoom * 2) / 3,
  }
}

/** Room above the signs of a row for the lines to twins and the outlines of households; room for the heading of others. */
const aboveSigns = 30
const heading = 44

interface RowPlace {
  readonly band: number
  readonly top: number
  readonly bottom: number
  readonly end: number
}

const rowPlaces = (
  { rows, others }: Generations,
  words: readonly Words[],
  pieces: readonly Piece[],
  heights: readonly number[],
): RowPlace[] => {
  let y = 0
  return rows.map((row, index) => {
    const band = y + (index === others ? heading : 0)
    const top = band + at(heights, index) + aboveSigns
    const lines = Math.max(0, ...row.map(one => at(words, one).name.length + at(words, one).details.length))
    const bottom = top + 2 * outerHalf + lines * lineHeight + 6
    const end = bottom + footerOf(pieces, index)
    y = end + 16
    return { band, top, bottom, end }
  })
}

/** Places every person, line and outline of a family. The same family gives the same places, in whatever order it came. */
export const layoutOf = (family: Family): Layout => {
  const found = generationsOf(family)
  const rows = orderOf(family, found)
  const generations = { rows, others: found.others }
  const words = family.people.map((_, one) => wordsOf(family, one))
  const lines = linesOf(family, rows)
  const { x, half, channelPlaces } = acrossOf(family, rows, words, lines)
  const pieces = piecesOf(family.houses, { rows, half, x })
  const routed = drawnWires({ family, rows, lines, x, channelPlaces })
  const places = rowPlaces(generations, words, pieces, routed.heights)
  const { row } = seatsOf(rows)
  const nodes = words.map((own, one): Node => {
    const { top } = at(places, at(row, one))
    const bottom = top + 2 * outerHalf + (own.name.length + own.details.length) * lineHeight + 6
    return { ...own, x: at(x, one), y: top + outerHalf, bottom }
  })
  const wires = routed.draw(nodes, places)
  const outlines = pieces.map(piece => {
    const { corners, label } = drawnPiece(piece, places)
    return { id: piece.house.id, corners, label: piece.label, labelAt: label }
  })
  const xs = [
    ...nodes.flatMap(node => [node.x - node.half, node.x + node.half]),
    ...outlines.flatMap(({ corners }) => corners.map(corner => corner.x)),
    ...wires.extent,
  ]
  const last = rows.length - 1
  return {
    nodes,
    wires,
    sides: lines.sides.map(side => drawnSide(family, nodes, side)),
    loops: lines.loops,
    outlines,
    ...(found.others < rows.length ? { othersAt: at(places, found.others).band - heading } : {}),
    generations: found.others,
    meets: lines.wires.some(({ source }) => source.kind === 'junction' && !source.joined),
    left: Math.min(0, ...xs),
    right: Math.max(0, ...xs),
    bottom: rows.length === 0 ? 0 : at(places, last).end + 8,
  }
}
