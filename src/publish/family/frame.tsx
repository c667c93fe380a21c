import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Picture } from './input.ts'
import { Lines, round } from './signs.tsx'
import { lineHeight, smallSize, widthOf, wrapped } from './text.ts'

/** A sign and what it means. The sign is drawn around the point 0, 0 in a room of 56 by 40 pixels. */
export interface LegendItem {
  readonly sign: VNode
  readonly words: string
}

const margin = 24
const leastWidth = 720
const [signRoom, columnGap, rowGap] = [64, 28, 16]
const mostLetters = 30

interface PlacedItem extends LegendItem {
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
}

/** Places the items in columns of one width, so many as fit. */
const placedLegend = (items: readonly LegendItem[], width: number): { items: PlacedItem[]; height: number } => {
  const wordy = items.map(item => ({ ...item, lines: wrapped(item.words, mostLetters) }))
  const widest = Math.max(0, ...wordy.flatMap(({ lines }) => lines.map(line => widthOf(line, smallSize))))
  const column = signRoom + widest + columnGap
  const columns = Math.max(1, Math.floor((width + columnGap) / column))
  const rows = Math.ceil(items.length / columns)
  const heights = Array.from({ length: rows }, (_, row) =>
    Math.max(40, ...wordy.filter((_item, index) => index % rows === row).map(({ lines }) => lines.length * lineHeight)),
  )
  const top = (row: number) => heights.slice(0, row).reduce((sum, height) => sum + height + rowGap, 0)
  const placed = wordy.map((item, index) => {
    const row = index % rows
    return { ...item, x: Math.floor(index / rows) * column, y: top(row) + (heights[row] ?? 0) / 2 }
  })
  return { items: placed, height: top(rows) }
}

const Legend = ({ items, width, top }: { items: readonly PlacedItem[]; width: number; top: number }) => (
  <g transform={`translate(${margin} ${round(top)})`}>
    <path d={`M0 -12H${round(width)}`} stroke="#b1b4b6" stroke-width={1} />
    <Lines lines={['What the signs mean']} x={0} y={14} size={16} bold anchor="start" />
    {items.map(({ sign, lines, x, y }) => (
      <g transform={`translate(${round(x)} ${round(y + 36)})`}>
        <g transform="translate(26 0)">{sign}</g>
        <Lines
          lines={lines}
          x={signRoom}
          y={5 - ((lines.length - 1) * lineHeight) / 2}
          size={smallSize}
          anchor="start"
        />
      </g>
    ))}
  </g>
)

export interface Frame {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** The room the drawing takes, with its own zero. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly legend: readonly LegendItem[]
  readonly children: ComponentChildren
}

/** The frame of a picture: its words for those who do not see it, the drawing, and the meaning of its signs below. */
export const framed = (frame: Frame): { svg: VNode; width: number; height: number } => {
  if (!/^[A-Za-z][\w-]*$/.test(frame.id))
    throw new Error(`${frame.id} cannot be the id of a picture: letters, digits and hyphens only`)
  const own = frame.right - frame.left
  const inside = Math.max(leastWidth - 2 * margin, own)
  const legend = placedLegend(frame.legend, inside)
  const width = Math.ceil(inside + 2 * margin)
  const legendTop = frame.bottom - frame.top + margin + 24
  const height = Math.ceil(legendTop + 36 + legend.height + margin - rowGap)
  const svg = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-labelledby={`${frame.id}-title ${frame.id}-desc`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family="Arial, Helvetica, sans-serif"
      focusable="false"
    >
      <title id={`${frame.id}-title`}>{frame.title}</title>
      <desc id={`${frame.id}-desc`}>{frame.summary}</desc>
      <rect width={width} height={height} fill="#ffffff" />
      <g transform={`translate(${round(margin - frame.left)} ${round(margin - frame.top)})`}>{frame.children}</g>
      <Legend items={legend.items} width={inside} top={legendTop} />
    </svg>
  )
  return { svg, width, height }
}

/** The picture as a file of its own (SVG 1.1, UTF-8), to keep or to put into a document. */
export const standalone = (picture: Picture): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(picture.svg)}\n`
