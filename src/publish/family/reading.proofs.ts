import { renderToString } from 'preact-render-to-string'
import type { Picture } from './input.ts'
import { widthOf } from './text.ts'

// Reads a picture back from its text, so that tests judge what is drawn and not what was meant.

export interface Room {
  readonly id: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
const number = (tag: string, name: string): number => Number(attribute(tag, name))
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

type Span = Omit<Room, 'id'>

const aroundMiddle = (x: number, y: number, dx: number, dy: number): Span => ({
  left: x - dx,
  right: x + dx,
  top: y - dy,
  bottom: y + dy,
})

const textSpan = (tag: string, words: string): Span => {
  const [x, y, size] = [number(tag, 'x'), number(tag, 'y'), number(tag, 'font-size')]
  const width = widthOf(unescaped(words), size, attribute(tag, 'font-weight') === 'bold')
  const anchor = attribute(tag, 'text-anchor')
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 }
}

const spansOf = (markup: string): Span[] => [
  ...[...markup.matchAll(/<rect[^>]*>/g)].map(([tag]) => {
    const [x, y] = [number(tag, 'x'), number(tag, 'y')]
    return { left: x, right: x + number(tag, 'width'), top: y, bottom: y + number(tag, 'height') }
  }),
  ...[...markup.matchAll(/<circle[^>]*>/g)].map(([tag]) =>
    aroundMiddle(number(tag, 'cx'), number(tag, 'cy'), number(tag, 'r'), number(tag, 'r')),
  ),
  ...[...markup.matchAll(/<polygon[^>]*>/g)].map(([tag]) => {
    const points = (attribute(tag, 'points') ?? '').split(' ').map(one => one.split(',').map(Number))
    const [xs, ys] = [points.map(([x]) => x ?? Number.NaN), points.map(([, y]) => y ?? Number.NaN)]
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
  }),
  ...[...markup.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, tag = '', words = '']) => textSpan(tag, words)),
]

export const markupOf = ({ svg }: Picture): string => renderToString(svg)

/** The ids of the lines drawn, in order, as often as they are drawn. */
export const drawnEdges = (markup: string): string[] =>
  [...markup.matchAll(/data-edge="([^"]*)"/g)].map(([, id = '']) => unescaped(id)).sort()

/** The room of every sign with its words. */
export const drawnNodes = (markup: string): Room[] =>
  [...markup.matchAll(/<g data-node="([^"]*)">(.*?)<\/g>/gs)].map(([, id = '', inside = '']) => {
    const spans = spansOf(inside)
    return {
      id: unescaped(id),
      left: Math.min(...spans.map(one => one.left)),
      right: Math.max(...spans.map(one => one.right)),
      top: Math.min(...spans.map(one => one.top)),
      bottom: Math.max(...spans.map(one => one.bottom)),
    }
  })

/** Pairs of signs that lie on one another. */
export const overlapping = (rooms: readonly Room[]): string[] =>
  rooms.flatMap((a, index) =>
    rooms
      .slice(index + 1)
      .filter(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map(b => `${a.id} and ${b.id}`),
  )

/** What lies outside the frame of the picture. */
export const outside = (markup: string, { width, height }: Picture): string[] => {
  const [, dx = '0', dy = '0'] = /<g transform="translate\(([-\d.]+) ([-\d.]+)\)">/.exec(markup) ?? []
  return drawnNodes(markup)
    .filter(
      one =>
        !(
          one.left + Number(dx) >= 0 &&
          one.right + Number(dx) <= width &&
          one.top + Number(dy) >= 0 &&
          one.bottom + Number(dy) <= height
        ),
    )
    .map(({ id }) => id)
}

/** The words of one sign, line by line. */
export const wordsIn = (markup: string, id: string): string[] => {
  const [, inside = ''] = new RegExp(`<g data-node="${id}">(.*?)</g>`, 's').exec(markup) ?? []
  return [...inside.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => unescaped(words))
}

/** The tag of the line of one relationship. */
export const lineOf = (markup: string, id: string): string =>
  new RegExp(`<(?:path|circle)[^>]*data-edge="${id}"[^>]*>`).exec(markup)?.[0] ?? ''

interface Ends {
  readonly id: string
  readonly points: readonly (readonly [number, number])[]
}

/** The points of every line drawn as a path. */
export const drawnPoints = (markup: string): Ends[] =>
  [...markup.matchAll(/<path[^>]*data-edge="([^"]*)"[^>]*>/g)].map(([tag, id = '']) => ({
    id: unescaped(id),
    points: [...(attribute(tag, 'd') ?? '').matchAll(/[MLQ ](-?[\d.]+) (-?[\d.]+)/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    ),
  }))

/**
 * Lines that do not go from the one person to the other. A child's line may begin on a line between partners, of whom its
 * parent is one.
 */
export const loose = (
  markup: string,
  ties: readonly { readonly id: string; readonly from: string; readonly to: string; readonly kind: string }[],
): string[] => {
  const rooms = new Map(drawnNodes(markup).map(room => [room.id, room]))
  const lines = new Map(drawnPoints(markup).map(({ id, points }) => [id, points]))
  const touches = (id: string, [x, y]: readonly [number, number]) => {
    const room = rooms.get(id)
    // The words under a sign end a little above the line that comes out of them.
    return room !== undefined && x > room.left - 3 && x < room.right + 3 && y > room.top - 3 && y < room.bottom + 12
  }
  const onPartners = (parent: string, [x, y]: readonly [number, number]) =>
    ties.some(({ id, kind, from, to }) => {
      const [start, end] = lines.get(id) ?? []
      if (kind !== 'partner' || (from !== parent && to !== parent) || !start || !end) return false
      return Math.abs(start[1] - y) < 15 && x > start[0] && x < end[0]
    })
  return ties.flatMap(({ id, kind, from, to }) => {
    const points = lines.get(id)
    if (from === to) return []
    const [first, last] = [points?.[0], points?.at(-1)]
    if (!first || !last) return [id]
    const straight = touches(from, first) && touches(to, last)
    const turned = touches(to, first) && touches(from, last)
    return straight || turned || (kind === 'parent' && onPartners(from, first) && touches(to, last)) ? [] : [id]
  })
}

/** Points along every line of a peer map, and the number on it. */
export const curvePoints = (markup: string): Ends[] =>
  drawnPoints(markup).map(({ id, points: [a, b, c] }) => ({
    id,
    points: Array.from({ length: 31 }, (_, step) => {
      const share = step / 30
      const along = (from = 0, bend = 0, to = 0) =>
        (1 - share) ** 2 * from + 2 * share * (1 - share) * bend + share ** 2 * to
      return [along(a?.[0], b?.[0], c?.[0]), along(a?.[1], b?.[1], c?.[1])] as const
    }),
  }))

/** Lines between others that run through the sign or the words of somebody. */
export const through = (
  markup: string,
  node: string,
  ties: readonly { readonly id: string; readonly from: string; readonly to: string }[],
): string[] => {
  const room = drawnNodes(markup).find(({ id }) => id === node)
  const ends = new Map(ties.map(tie => [tie.id, tie]))
  return curvePoints(markup)
    .filter(({ id, points }) => {
      const tie = ends.get(id)
      if (!room || !tie || tie.from === node || tie.to === node || tie.from === tie.to) return false
      return points.some(([x, y]) => x > room.left && x < room.right && y > room.top && y < room.bottom)
    })
    .map(({ id }) => id)
}
