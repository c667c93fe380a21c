import type { Point } from './shapes.ts'

/** A rectangle with its middle. */
export interface Box extends Point {
  readonly halfWidth: number
  readonly halfHeight: number
}

/** Whether two rectangles come nearer than so many pixels. */
export const collide = (a: Box, b: Box, room: number): boolean =>
  Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth + room && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight + room

/** Where a straight line from a point outside to the middle of a rectangle meets it. */
export const edgeOfBox = (box: Box, from: Point): Point => {
  const [dx, dy] = [from.x - box.x, from.y - box.y]
  const share = Math.min(
    dx === 0 ? Infinity : box.halfWidth / Math.abs(dx),
    dy === 0 ? Infinity : box.halfHeight / Math.abs(dy),
    1,
  )
  return { x: box.x + dx * share, y: box.y + dy * share }
}

/** Whether a straight line passes a rectangle, or comes nearer than so many pixels (slab by slab). */
export const passes = (from: Point, to: Point, box: Box, room: number): boolean => {
  const slab = (start: number, end: number, middle: number, half: number): [number, number] => {
    const [low, high] = [middle - half - room, middle + half + room]
    if (start === end) return start > low && start < high ? [0, 1] : [1, 0]
    const [one, other] = [(low - start) / (end - start), (high - start) / (end - start)]
    return [Math.min(one, other), Math.max(one, other)]
  }
  const [x, y] = [slab(from.x, to.x, box.x, box.halfWidth), slab(from.y, to.y, box.y, box.halfHeight)]
  return Math.max(x[0], y[0], 0) < Math.min(x[1], y[1], 1)
}

/** The smallest rectangle around all of them, or a point where there are none. */
export const around = (boxes: readonly Box[]): { left: number; right: number; top: number; bottom: number } => ({
  left: Math.min(0, ...boxes.map(one => one.x - one.halfWidth)),
  right: Math.max(0, ...boxes.map(one => one.x + one.halfWidth)),
  top: Math.min(0, ...boxes.map(one => one.y - one.halfHeight)),
  bottom: Math.max(0, ...boxes.map(one => one.y + one.halfHeight)),
})
