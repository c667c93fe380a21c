import { midSentence, plural } from '../../kit/names.ts'
import { around, type Box, collide, edgeOfBox, passes } from './boxes.ts'
import { at, byId, compare } from './family.ts'
import { framed, type LegendItem } from './frame.tsx'
import type { EcomapInput, EdgeRow, NodeRow, Picture, Strength, Support } from './input.ts'
import type { Point } from './shapes.ts'
import { ink, Lines, plum, round, StrengthLine } from './signs.tsx'
import { clean, lineHeight, nameSize, smallSize, widthOf, wrapped } from './text.ts'
import { listed, spanWords, whenWords, yearsWords } from './words.ts'

const strengthWords: Record<Strength, { short: string; relation: string; legend: string }> = {
  strong: { short: 'strong', relation: 'Strong link with', legend: 'Thick line: strong' },
  weak: { short: 'weak', relation: 'Weak link with', legend: 'Dashed line: weak' },
  stressful: { short: 'stressful', relation: 'Stressful link with', legend: 'Jagged line: stressful' },
  notKnown: {
    short: 'strength not known',
    relation: 'Link with (strength not known)',
    legend: 'Dotted line: strength not known',
  },
}

interface Block {
  readonly id: string
  readonly top: readonly string[]
  readonly name: readonly string[]
  readonly details: readonly string[]
  readonly width: number
  readonly height: number
}

const blockOf = (id: string, above: string, label: string, details: readonly string[]): Block => {
  const top = wrapped(clean(above), 24)
  const name = wrapped(clean(label) || 'Unknown', 20)
  const lines = details.filter(Boolean).flatMap(one => wrapped(clean(one), 24))
  const widths = [
    ...[...top, ...lines].map(line => widthOf(line, smallSize)),
    ...name.map(line => widthOf(line, nameSize, true)),
  ]
  return {
    id,
    top,
    name,
    details: lines,
    width: Math.max(80, ...widths) + 24,
    height: (top.length + name.length + lines.length) * lineHeight + 20,
  }
}

const strengthOf = ({ strength }: Support): Strength => strength ?? 'notKnown'

const supportBlock = (support: Support): Block =>
  blockOf(support.id, support.kind, support.label, [
    [strengthWords[strengthOf(support)].short, yearsWords(support)].filter(Boolean).join(', '),
  ])

type Placed = Block & Box

const boxAt = (block: Block, { x, y }: Point): Placed => ({
  ...block,
  x: round(x),
  y: round(y),
  halfWidth: block.width / 2,
  halfHeight: block.height / 2,
})

/** The middle block's room: a circle around a child, a rectangle around a household. */
const centreOf = (block: Block, round: boolean): Placed => {
  const radius = Math.hypot(block.width - 24, block.height - 20) / 2 + 14
  const size = round
    ? { width: 2 * radius, height: 2 * radius }
    : { width: block.width + 24, height: block.height + 20 }
  return boxAt({ ...block, ...size }, { x: 0, y: 0 })
}

/** Least room between two boxes, and between a box and the middle, where the line must be seen. */
const near = 14
const leastLine = 30

/** Places everything round the middle on an ellipse, as small as leaves room between all and for every line. */
const ring = (blocks: readonly Block[], centre: Placed): Placed[] => {
  const [width, height] = [Math.max(0, ...blocks.map(one => one.width)), Math.max(0, ...blocks.map(one => one.height))]
  const place = (scale: number) =>
    blocks.map((block, index) => {
      const angle = (2 * Math.PI * index) / blocks.length - Math.PI / 2
      return boxAt(block, {
        x: Math.cos(angle) * scale * (centre.halfWidth + width / 2 + 90),
        y: Math.sin(angle) * scale * (centre.halfHeight + height / 2 + 60),
      })
    })
  const fits = (boxes: readonly Placed[]) =>
    boxes.every((one, index) => {
      const end = edgeOfBox(one, centre)
      return (
        !collide(one, centre, leastLine) &&
        boxes.every((other, place) => place === index || !passes(centre, end, other, 4)) &&
        boxes.slice(index + 1).every(other => !collide(one, other, near))
      )
    })
  let scale = 1
  let boxes = place(scale)
  // Far enough out everything fits; the number only guards against a mistake here.
  for (let tries = 0; tries < 200 && !fits(boxes); tries += 1) {
    scale *= 1.05
    boxes = place(scale)
  }
  return boxes
}

const BlockWords = ({ block }: { block: Placed }) => {
  const count = block.top.length + block.name.length + block.details.length
  const first = block.y - (count * lineHeight) / 2 + 14
  return (
    <>
      <Lines lines={block.top} x={block.x} y={first} size={smallSize} />
      <Lines lines={block.name} x={block.x} y={first + block.top.length * lineHeight} size={nameSize} bold />
      <Lines
        lines={block.details}
        x={block.x}
        y={first + (block.top.length + block.name.length) * lineHeight}
        size={smallSize}
      />
    </>
  )
}

const frameOf = (box: Box, radius: number) => ({
  x: round(box.x - box.halfWidth),
  y: round(box.y - box.halfHeight),
  width: round(2 * box.halfWidth),
  height: round(2 * box.halfHeight),
  rx: radius,
  fill: '#ffffff',
})

const Centre = ({ block, child }: { block: Placed; child: boolean }) => (
  <g data-node="centre">
    {child ? (
      <>
        <circle cx={0} cy={0} r={round(block.halfWidth)} stroke={ink} stroke-width={2} fill="#ffffff" />
        <circle cx={0} cy={0} r={round(block.halfWidth - 5)} stroke={ink} stroke-width={2} fill="#ffffff" />
      </>
    ) : (
      <rect {...frameOf(block, 14)} stroke={plum} stroke-width={2} stroke-dasharray="7 5" />
    )}
    <BlockWords block={block} />
  </g>
)

const Drawing = (props: { centre: Placed; child: boolean; boxes: readonly Placed[]; supports: readonly Support[] }) => (
  <>
    {props.boxes.map((box, index) => (
      <StrengthLine
        from={{ x: 0, y: 0 }}
        to={edgeOfBox(box, props.centre)}
        strength={strengthOf(at(props.supports, index))}
        edge={box.id}
      />
    ))}
    <Centre block={props.centre} child={props.child} />
    {props.boxes.map(box => (
      <g data-node={box.id}>
        <rect {...frameOf(box, 4)} stroke={ink} stroke-width={1.5} />
        <BlockWords block={box} />
      </g>
    ))}
  </>
)

const rowOf = (support: Support, input: EcomapInput, centre: string): EdgeRow => {
  const { relation } = strengthWords[strengthOf(support)]
  const [since, until] = [whenWords(support.since), whenWords(support.until)]
  const who = clean(support.label) || 'Unknown'
  const span = spanWords(since, until)
  return {
    edgeId: support.id,
    who,
    ...(support.href ? { whoHref: support.href } : {}),
    relation,
    toWhom: centre,
    ...(input.centre.href ? { toWhomHref: input.centre.href } : {}),
    since,
    until,
    words: `${who} (${clean(support.kind)}): ${midSentence(relation)} ${centre}${span ? `, ${span}` : ''}.`,
  }
}

const nodesOf = (input: EcomapInput, supports: readonly Support[], centre: string): NodeRow[] => [
  {
    id: 'centre',
    name: centre,
    ...(input.centre.href ? { href: input.centre.href } : {}),
    what: input.centre.kind === 'child' ? 'The child' : `Household: ${listed((input.centre.members ?? []).map(clean))}`,
    dates: '',
    households: [],
    alone: supports.length === 0,
  },
  ...supports.map(one => ({
    id: one.id,
    name: clean(one.label) || 'Unknown',
    ...(one.href ? { href: one.href } : {}),
    what: clean(one.kind),
    dates: spanWords(whenWords(one.since), whenWords(one.until)),
    households: [],
    alone: false,
  })),
]

const legendOf = (supports: readonly Support[]): LegendItem[] => {
  const used = new Set(supports.map(strengthOf))
  return (Object.keys(strengthWords) as Strength[])
    .filter(one => used.has(one))
    .map(one => ({
      words: strengthWords[one].legend,
      sign: <StrengthLine from={{ x: -26, y: 0 }} to={{ x: 26, y: 0 }} strength={one} />,
    }))
}

/**
 * What surrounds a child or a household: agencies, services, school, friends, each with one line whose form says how strong
 * the link is, and the same in words.
 */
export const ecomap = (input: EcomapInput): Picture => {
  const supports = byId(input.supports).sort(
    (a, b) => compare(a.kind, b.kind) || compare(a.label, b.label) || compare(a.id, b.id),
  )
  const child = input.centre.kind === 'child'
  const name = clean(input.centre.label) || 'Unknown'
  const centre = centreOf(blockOf('centre', '', name, input.centre.members ?? []), child)
  const boxes = ring(supports.map(supportBlock), centre)
  const title = input.title ?? `Who is around ${name}`
  const summary = `An ecomap with ${name} in the middle and ${plural(supports.length, 'link')} to people, services and places around. The list with the picture says the same in words.`
  const frame = framed({
    id: input.id ?? 'ecomap',
    title,
    summary,
    ...around([centre, ...boxes]),
    legend: legendOf(supports),
    children: <Drawing centre={centre} child={child} boxes={boxes} supports={supports} />,
  })
  return {
    ...frame,
    rows: supports.map(one => rowOf(one, input, name)),
    nodes: nodesOf(input, supports, name),
    title,
    summary,
  }
}
