import type { Person } from './input.ts'
import { isUnborn } from './words.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export type Shape = 'square' | 'circle' | 'diamond' | 'triangle'

/** The sign for a person: square male, circle female, diamond where the sex is not known, triangle not yet born. */
export const shapeOf = (person: Person): Shape =>
  isUnborn(person) ? 'triangle' : ({ male: 'square', female: 'circle', unknown: 'diamond' } as const)[person.sex]

/** Half of a sign's height and width, and the room of every sign with its second outline. */
export const signHalf = 22
export const outerHalf = 28

/** Half of a sign, with the second outline of the child in question. */
export const halfOf = (person: Person): number => (person.isSubject ? outerHalf : signHalf)

/** How far above the middle a sign ends, so far to the side of its middle. */
export const topOf = (shape: Shape, half: number, aside: number): number => {
  const dx = Math.min(Math.abs(aside), half - 1)
  switch (shape) {
    case 'square':
      return half
    case 'circle':
      return Math.sqrt(half ** 2 - dx ** 2)
    case 'diamond':
      return half - dx
    case 'triangle':
      return half - 2 * dx
  }
}

/** How far to the side of the middle a sign ends, so far below its middle. */
export const sideOf = (shape: Shape, half: number, below: number): number => {
  const dy = Math.max(-half + 1, Math.min(below, half - 1))
  switch (shape) {
    case 'square':
      return half
    case 'circle':
      return Math.sqrt(half ** 2 - dy ** 2)
    case 'diamond':
      return half - Math.abs(dy)
    case 'triangle':
      return (half + dy) / 2
  }
}

/** The corners of a sign with corners. */
export const cornersOf = (shape: 'diamond' | 'triangle', half: number): Point[] =>
  shape === 'diamond'
    ? [
        { x: 0, y: -half },
        { x: half, y: 0 },
        { x: 0, y: half },
        { x: -half, y: 0 },
      ]
    : [
        { x: 0, y: -half },
        { x: half, y: half },
        { x: -half, y: half },
      ]

const figure = (value: number): string => {
  const rounded = Math.round(value * 10) / 10
  return String(Object.is(rounded, -0) ? 0 : rounded)
}

const place = ({ x, y }: Point): string => `${figure(x)} ${figure(y)}`

const towards = (from: Point, to: Point, most: number): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(most, length / 2) / length
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

const withoutRepeats = (points: readonly Point[]): Point[] =>
  points.filter((point, index) => {
    const before = points[index - 1]
    return before === undefined || Math.hypot(point.x - before.x, point.y - before.y) > 0.05
  })

/** A line through points as the text of a path, its corners rounded. */
export const pathOf = (all: readonly Point[], radius = 0): string => {
  const points = withoutRepeats(all)
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]]
      if (before === undefined) return `M${place(point)}`
      if (after === undefined || radius === 0) return `L${place(point)}`
      return `L${place(towards(point, before, radius))}Q${place(point)} ${place(towards(point, after, radius))}`
    })
    .join('')
}

/** A closed outline with rounded corners. */
export const outlineOf = (all: readonly Point[], radius: number): string => {
  const points = withoutRepeats(all)
  const corner = (index: number) => points[(index + points.length) % points.length] as Point
  return `${points
    .map((point, index) => {
      const start = towards(point, corner(index - 1), radius)
      return `${index === 0 ? 'M' : 'L'}${place(start)}Q${place(point)} ${place(towards(point, corner(index + 1), radius))}`
    })
    .join('')}Z`
}
