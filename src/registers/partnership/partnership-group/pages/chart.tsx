import type { Group } from './load.ts'
import type { Row } from './tree.ts'

const [boxWidth, boxHeight, step, gap, margin] = [430, 56, 34, 18, 12]
const mostLetters = 46

const short = (words: string): string => (words.length > mostLetters ? `${words.slice(0, mostLetters - 1)}…` : words)

const place = (at: number, depth: number) => ({ x: margin + depth * step, y: margin + at * (boxHeight + gap) })

/** From below the box of the group above, down and to the box. */
const wire = (under: { x: number; y: number }, own: { x: number; y: number }): string =>
  `M${under.x + step / 2} ${under.y + boxHeight}V${own.y + boxHeight / 2}H${own.x}`

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
  const deepest = Math.max(0, ...rows.map(({ depth }) => depth))
  const width = 2 * margin + deepest * step + boxWidth
  const height = 2 * margin + rows.length * (boxHeight + gap) - gap
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
        {rows.map(({ of, depth, under }, at) => {
          const above = under === null ? undefined : rows[under]
          return above === undefined || under === null ? null : (
            <path
              data-edge={`${above.of.reference} ${of.reference}`}
              d={wire(place(under, above.depth), place(at, depth))}
              fill="none"
              stroke="#505a5f"
              stroke-width="2"
            />
          )
        })}
        {rows.map(({ of, depth }, at) => {
          const { x, y } = place(at, depth)
          return (
            <g data-node={of.reference}>
              <rect
                x={x}
                y={y}
                width={boxWidth}
                height={boxHeight}
                rx={of.kind === 'linkedBoard' ? boxHeight / 2 : 4}
                fill="#ffffff"
                stroke="#1f3a36"
                stroke-width="2"
                stroke-dasharray={of.kind === 'taskGroup' ? '6 4' : undefined}
              />
              <text x={x + 20} y={y + 24} font-size="16" font-weight="bold" fill="#0b0c0c">
                {short(of.name)}
              </text>
              <text x={x + 20} y={y + 44} font-size="14" fill="#0b0c0c">
                {factsOf(of)}
              </text>
            </g>
          )
        })}
      </svg>
    </section>
  )
}
