import type { Group } from './load.ts'
import { linesOf } from './nameLines.ts'
import type { Row } from './tree.ts'

const [boxWidth, step, gap, margin] = [430, 34, 18, 12]
/** The first line of a name, each further one, and what stands above and below the words. */
const [lineHeight, padding] = [20, 36]

/** A group with the lines of its name and the place of its box: no name is cut, so boxes are of different heights. */
interface Box extends Row<Group> {
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
  readonly height: number
}

const boxesOf = (rows: readonly Row<Group>[]): readonly Box[] => {
  const boxes: Box[] = []
  for (const row of rows) {
    const lines = linesOf(row.of.name)
    const last = boxes.at(-1)
    boxes.push({
      ...row,
      lines,
      x: margin + row.depth * step,
      y: last === undefined ? margin : last.y + last.height + gap,
      height: padding + lines.length * lineHeight,
    })
  }
  return boxes
}

/** From below the box of the group above, down and to the box. */
const wire = (above: Box, own: Box): string =>
  `M${above.x + step / 2} ${above.y + above.height}V${own.y + own.height / 2}H${own.x}`

const NameBox = ({ box, facts }: { readonly box: Box; readonly facts: string }) => {
  const { of, lines, x, y, height } = box
  return (
    <g data-node={of.reference}>
      <rect
        x={x}
        y={y}
        width={boxWidth}
        height={height}
        rx={of.kind === 'linkedBoard' ? 28 : 4}
        fill="#ffffff"
        stroke="#1f3a36"
        stroke-width="2"
        stroke-dasharray={of.kind === 'taskGroup' ? '6 4' : undefined}
      />
      <text font-size="16" font-weight="bold" fill="#0b0c0c">
        {lines.map((line, at) => (
          <tspan x={x + 20} y={y + 24 + at * lineHeight}>
            {line}
          </tspan>
        ))}
      </text>
      <text x={x + 20} y={y + 24 + lines.length * lineHeight} font-size="14" fill="#0b0c0c">
        {facts}
      </text>
    </g>
  )
}

export interface ChartProps {
  readonly rows: readonly Row<Group>[]
  /** Kind, seats and vacancies of a group in one line. */
  readonly factsOf: (group: Group) => string
  readonly summary: string
}

/**
 * Who reports to whom, as a picture. A group with an end has a broken border, and one of others a round one; all that stands in
 * it stands in the list below as well.
 */
export const StructureChart = ({ rows, factsOf, summary }: ChartProps) => {
  const boxes = boxesOf(rows)
  const deepest = Math.max(0, ...rows.map(({ depth }) => depth))
  const width = 2 * margin + deepest * step + boxWidth
  const last = boxes.at(-1)
  const height = last === undefined ? 2 * margin : last.y + last.height + margin
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can only be scrolled must be reached by the keyboard
    <section class="canopy-scroll canopy-picture" aria-label="Chart of the structure" tabIndex={0}>
      <svg
        xmlns="http://www.w3.org/2000/svg"
        role="img"
        aria-labelledby="structure-title structure-desc"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        font-family="Arial, Helvetica, sans-serif"
        focusable="false"
      >
        <title id="structure-title">Structure of the partnership</title>
        <desc id="structure-desc">{summary}</desc>
        <rect width={width} height={height} fill="#ffffff" />
        {boxes.map(box => {
          const above = box.under === null ? undefined : boxes[box.under]
          return above === undefined ? null : (
            <path
              data-edge={`${above.of.reference} ${box.of.reference}`}
              d={wire(above, box)}
              fill="none"
              stroke="#505a5f"
              stroke-width="2"
            />
          )
        })}
        {boxes.map(box => (
          <NameBox box={box} facts={factsOf(box.of)} />
        ))}
      </svg>
    </section>
  )
}
