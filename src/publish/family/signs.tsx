import type { Strength } from './input.ts'
import { cornersOf, type Point, pathOf, type Shape, signHalf } from './shapes.ts'
import { lineHeight, smallSize, widthOf } from './text.ts'
import type { Look } from './wires.ts'

// How signs and lines look. Attributes only, no style: the pages' security policy refuses styles inside them. Every
// meaning is in a shape, a dash or a word; colour only helps.

export const ink = '#0b0c0c'
export const blue = '#12436D'
export const plum = '#801650'
const paper = '#ffffff'

interface Dashes {
  readonly stroke: string
  readonly fill?: string
  readonly 'stroke-width'?: number
  readonly 'stroke-dasharray'?: string
  readonly 'stroke-linejoin'?: 'round'
}

const looks: Readonly<Record<Look, Dashes>> = {
  birth: { stroke: ink },
  adoptive: { stroke: ink, 'stroke-dasharray': '12 5' },
  foster: { stroke: ink, 'stroke-dasharray': '6 5' },
  step: { stroke: ink, 'stroke-dasharray': '2 4' },
  guardian: { stroke: ink, 'stroke-dasharray': '12 4 2 4' },
  notKnown: { stroke: ink, 'stroke-dasharray': '8 3 2 3 2 3' },
  partner: { stroke: ink },
  partnerDashed: { stroke: ink, 'stroke-dasharray': '8 5' },
  tie: { stroke: blue, 'stroke-dasharray': '4 3' },
}

/** How a line of this meaning is drawn. */
export const lookAttributes = (look: Look): Dashes => ({ 'stroke-width': 2, fill: 'none', ...looks[look] })

/** Lines that are no lineage have rounded corners, so that a corner of one is no crossing of two. */
export const cornerOf = (look: Look): number => (look === 'tie' ? 8 : 0)

/** Text in lines, each in the middle of the place given. */
export const Lines = (props: {
  lines: readonly string[]
  x: number
  y: number
  size: number
  bold?: boolean
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
}) => (
  <>
    {props.lines.map((line, index) => (
      <text
        x={round(props.x)}
        y={round(props.y + index * lineHeight)}
        font-size={props.size}
        font-weight={props.bold ? 'bold' : undefined}
        text-anchor={props.anchor ?? 'middle'}
        fill={props.fill ?? ink}
      >
        {line}
      </text>
    ))}
  </>
)

export const round = (value: number): number => Math.round(value * 10) / 10 + 0

/** A word beside a line, on paper of its own so that lines behind it do not run through it. */
export const WordOnLine = (props: {
  text: string
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  fill?: string
  bold?: boolean
  /** Several lines of words, one below another, with no room between for what is behind them. */
  tall?: boolean
}) => {
  const width = widthOf(props.text, smallSize, props.bold)
  const left = props.anchor === 'start' ? props.x : props.anchor === 'end' ? props.x - width : props.x - width / 2
  return (
    <>
      <rect
        x={round(left - 2)}
        y={round(props.y - 13)}
        width={round(width + 4)}
        height={props.tall ? 18 : 16}
        fill={paper}
      />
      <Lines
        lines={[props.text]}
        x={props.x}
        y={props.y}
        size={smallSize}
        anchor={props.anchor}
        {...(props.fill ? { fill: props.fill } : {})}
        {...(props.bold ? { bold: true } : {})}
      />
    </>
  )
}

const Outline = ({ shape, x, y, half }: Point & { shape: Shape; half: number }) => {
  const stroke = { stroke: ink, 'stroke-width': 2, fill: paper }
  if (shape === 'square')
    return <rect x={round(x - half)} y={round(y - half)} width={2 * half} height={2 * half} {...stroke} />
  if (shape === 'circle') return <circle cx={round(x)} cy={round(y)} r={half} {...stroke} />
  const points = cornersOf(shape, half).map(one => `${round(x + one.x)},${round(y + one.y)}`)
  return <polygon points={points.join(' ')} stroke-linejoin="round" {...stroke} />
}

/** The inner outline of the child in question, so far inside the outer one on every side of the shape. */
const inner = (shape: Shape, outer: number): { half: number; down: number } =>
  shape === 'triangle' ? { half: outer - 8, down: 3 } : { half: outer - (shape === 'diamond' ? 7 : 5.5), down: 0 }

/** The sign of a person; with a second outline for the child in question, and a cross for who has died. */
export const Sign = (props: Point & { shape: Shape; half: number; subject?: boolean; died?: boolean }) => {
  const { shape, half, x, y } = props
  const within = inner(shape, half)
  const cross = signHalf * 0.68
  return (
    <>
      <Outline shape={shape} half={half} x={x} y={y} />
      {props.subject && <Outline shape={shape} half={within.half} x={x} y={y + within.down} />}
      {props.died && (
        <path
          d={`${pathOf([
            { x: x - cross, y: y - cross },
            { x: x + cross, y: y + cross },
          ])}${pathOf([
            { x: x + cross, y: y - cross },
            { x: x - cross, y: y + cross },
          ])}`}
          stroke={ink}
          stroke-width={2}
          fill="none"
        />
      )}
    </>
  )
}

/** One stroke through a line for separated, two for divorced. */
export const Slashes = ({ x, y, count }: Point & { count: number }) => (
  <path
    d={Array.from({ length: count }, (_, index) => {
      const middle = x + (index - (count - 1) / 2) * 8
      return pathOf([
        { x: middle - 5, y: y + 10 },
        { x: middle + 5, y: y - 10 },
      ])
    }).join('')}
    stroke={ink}
    stroke-width={2}
    fill="none"
  />
)

const strengths: Readonly<Record<Strength, Dashes>> = {
  strong: { stroke: blue, 'stroke-width': 5 },
  weak: { stroke: blue, 'stroke-width': 2, 'stroke-dasharray': '10 6' },
  stressful: { stroke: plum, 'stroke-width': 2.5, 'stroke-linejoin': 'round' },
  notKnown: { stroke: ink, 'stroke-width': 2, 'stroke-dasharray': '2 5' },
}

/** A jagged line between two points. */
const jagged = (from: Point, to: Point): Point[] => {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const teeth = Math.max(1, Math.floor(length / 14))
  const across = length === 0 ? { x: 0, y: 0 } : { x: -(to.y - from.y) / length, y: (to.x - from.x) / length }
  const tooth = (index: number) => {
    const share = (index + 0.5) / teeth
    const height = index % 2 === 0 ? 6 : -6
    return {
      x: from.x + (to.x - from.x) * share + across.x * height,
      y: from.y + (to.y - from.y) * share + across.y * height,
    }
  }
  return [from, ...Array.from({ length: teeth }, (_, index) => tooth(index)), to]
}

/** A line of an ecomap: thick for strong, dashed for weak, jagged for stressful, dotted for not known. */
export const StrengthLine = (props: { from: Point; to: Point; strength: Strength; edge?: string }) => (
  <path
    {...(props.edge === undefined ? {} : { 'data-edge': props.edge })}
    d={pathOf(props.strength === 'stressful' ? jagged(props.from, props.to) : [props.from, props.to])}
    fill="none"
    {...strengths[props.strength]}
  />
)
