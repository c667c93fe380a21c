import { type Box, collide } from './boxes.ts'
import { at } from './family.ts'
import { outerHalf, type Point } from './shapes.ts'

// Everybody of a peer map stands on a circle with the words outside, so that no line runs through a name or a sign. Who stands
// in the middle has the words below the sign; lines between two of the circle go round it.

type Link = readonly [number, number]

const steps = (a: number, b: number, count: number): number => {
  const apart = Math.abs(a - b)
  return Math.min(apart, count - apart)
}

const crosses = ([a, b]: Link, [c, d]: Link): boolean => {
  const [low, high] = [Math.min(a, b), Math.max(a, b)]
  const inside = (one: number) => one > low && one < high
  return a !== c && a !== d && b !== c && b !== d && inside(c) !== inside(d)
}

const priceOf = (order: readonly number[], links: readonly Link[]): number => {
  const place: number[] = []
  order.forEach((one, index) => {
    place[one] = index
  })
  const placed = links.map(([a, b]): Link => [at(place, a), at(place, b)])
  let price = placed.reduce((sum, [a, b]) => sum + steps(a, b, order.length), 0)
  for (let one = 0; one < placed.length; one += 1)
    for (let two = one + 1; two < placed.length; two += 1) if (crosses(at(placed, one), at(placed, two))) price += 1.5
  return price
}

const mostWork = 20_000_000

/** An order round the circle in which those who are linked stand near each other; it begins with `first`. */
export const orderRound = (count: number, links: readonly Link[], first: number): number[] => {
  let order = Array.from({ length: count }, (_, index) => index)
  let price = priceOf(order, links)
  let tries = Math.floor(mostWork / (50 + 2 * count + links.length ** 2 / 2))
  for (let again = true; again && tries > 0; ) {
    again = false
    for (let from = 0; from < count && tries > 0; from += 1)
      for (let to = 0; to < count && tries > 0; to += 1) {
        if (from === to) continue
        tries -= 1
        const moved = order.toSpliced(from, 1).toSpliced(to, 0, at(order, from))
        const changed = priceOf(moved, links)
        if (changed < price - 1e-9) {
          order = moved
          price = changed
          again = true
        }
      }
  }
  const start = order.indexOf(first)
  return start <= 0 ? order : [...order.slice(start), ...order.slice(0, start)]
}

export interface Seat extends Point {
  /** The room of sign and words. */
  readonly box: Box
  /** Where the words stand: their first line's place if they were one line, and how they are set. */
  readonly words: Point
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Words {
  readonly width: number
  readonly height: number
}

const seatAt = (angle: number, radius: number, { width, height }: Words): Seat => {
  const [x, y] = [radius * Math.cos(angle), radius * Math.sin(angle)]
  const far = outerHalf + 6
  if (Math.abs(Math.cos(angle)) < 0.35) {
    const above = Math.sin(angle) < 0
    const halfHeight = (2 * outerHalf + 6 + height) / 2
    const shift = halfHeight - outerHalf
    return {
      x,
      y,
      box: { x, y: above ? y - shift : y + shift, halfWidth: Math.max(outerHalf, width / 2), halfHeight },
      words: { x, y: above ? y - far - height : y + far },
      anchor: 'middle',
    }
  }
  const right = Math.cos(angle) > 0
  const halfWidth = (2 * outerHalf + 6 + width) / 2
  const shift = halfWidth - outerHalf
  return {
    x,
    y,
    box: { x: right ? x + shift : x - shift, y, halfWidth, halfHeight: Math.max(outerHalf, height / 2) },
    words: { x: right ? x + far : x - far, y: y - height / 2 },
    anchor: right ? 'start' : 'end',
  }
}

/** The place in the middle, the words below the sign. */
export const seatInMiddle = (words: Words): Seat => seatAt(Math.PI / 2, 0, words)

/** Least room between the middle and everybody round it: a line must be seen, with its number. */
const roundMiddle = 64

/** A circle as small as leaves room between all signs and words, and to who stands in the middle. */
export const seatsRound = (words: readonly Words[], middle?: Seat): Seat[] => {
  const place = (radius: number) =>
    words.map((one, index) => seatAt((2 * Math.PI * index) / words.length - Math.PI / 2, radius, one))
  const fits = (seats: readonly Seat[]) =>
    seats.every(
      (one, index) =>
        seats.slice(index + 1).every(other => !collide(one.box, other.box, 10)) &&
        !(middle && collide(one.box, middle.box, roundMiddle)),
    )
  let radius = words.length < 2 && !middle ? 0 : 150
  let seats = place(radius)
  for (let tries = 0; tries < 200 && !fits(seats); tries += 1) {
    radius *= 1.06
    seats = place(radius)
  }
  return seats
}

/** A curve: from, to, and the point that draws it towards itself. */
export interface Curve {
  readonly from: Point
  readonly bend: Point
  readonly to: Point
}

export const onCurve = ({ from, bend, to }: Curve, share: number): Point => {
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2]
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y }
}

const inward = 0.5
const between = 70

/** A line between two of the circle, drawn towards its middle; the second and later lines of a pair lie beside the first. */
export const curveOf = (from: Point, to: Point, again: number): Curve => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const aside = (again % 2 === 1 ? 1 : -1) * Math.ceil(again / 2) * between
  // The same side for both directions of a pair.
  const way = from.x < to.x || (from.x === to.x && from.y < to.y) ? 1 : -1
  return {
    from,
    to,
    bend: {
      x: ((from.x + to.x) / 2) * inward - (way * aside * (to.y - from.y)) / length,
      y: ((from.y + to.y) / 2) * inward + (way * aside * (to.x - from.x)) / length,
    },
  }
}

const goesThrough = (curve: Curve, box: Box): boolean =>
  Array.from({ length: 41 }, (_, step) => onCurve(curve, step / 40)).some(point =>
    collide({ ...point, halfWidth: 0, halfHeight: 0 }, box, clearOfMiddle),
  )

const clearOfMiddle = 12
const besideEachOther = 34

/** A line between two of the circle that goes round the middle, as near to it as it may; later lines of a pair lie outside. */
export const curveRound = (from: Point, to: Point, again: number, middle: Box): Curve => {
  const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const deep = Math.hypot(half.x, half.y)
  const radius = Math.hypot(from.x, from.y) || 1
  // Two that face each other: round the one side, always the same.
  const out = deep < 1 ? { x: -from.y / radius, y: from.x / radius } : { x: half.x / deep, y: half.y / deep }
  const through = (far: number): Curve => ({
    from,
    to,
    bend: { x: out.x * (2 * far - deep), y: out.y * (2 * far - deep) },
  })
  let far = (inward + 1) * 0.5 * deep
  while (far < radius && goesThrough(through(far), middle)) far += 6
  return through(far + besideEachOther * again)
}

const badge = 13
const shares = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8]

const apart = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y)

const nearest = (point: Point, others: readonly Point[]): number =>
  Math.min(Infinity, ...others.map(other => apart(point, other)))

const clearOf = (point: Point, others: readonly Point[], room: number): boolean =>
  others.every(({ x, y }) => (x - point.x) ** 2 + (y - point.y) ** 2 > room ** 2)

/** The candidates that are so; all of them where none is. */
const preferred = <T>(candidates: readonly T[], so: (one: T) => boolean): readonly T[] =>
  candidates.some(so) ? candidates.filter(so) : candidates

/**
 * A place for the number of each line: on the line, away from other numbers, from signs and words, and from other lines, so
 * that it can be seen whose number it is; as far as that can be, in this order.
 */
export const numbersOn = (curves: readonly Curve[], boxes: readonly Box[]): Point[] => {
  const runs = curves.map(curve => Array.from({ length: 25 }, (_, step) => onCurve(curve, step / 24)))
  const placed: Point[] = []
  for (const [index, curve] of curves.entries()) {
    const others = runs.filter((_, other) => other !== index).flat()
    const clearOfBoxes = (point: Point) =>
      boxes.every(box => !collide({ ...point, halfWidth: badge, halfHeight: badge }, box, 1))
    const points = preferred(
      shares.map(share => onCurve(curve, share)),
      clearOfBoxes,
    )
    const free = points.filter(point => clearOf(point, placed, 2 * badge + 2))
    const [best] = preferred(free, point => clearOf(point, others, badge + 5))
    placed.push(best ?? points.reduce((far, point) => (nearest(point, placed) > nearest(far, placed) ? point : far)))
  }
  return placed
}
