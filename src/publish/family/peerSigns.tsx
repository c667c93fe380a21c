import type { Curve, Seat } from './circle.ts'
import type { LegendItem } from './frame.tsx'
import type { Association, Person } from './input.ts'
import { halfOf, type Point, type Shape, shapeOf } from './shapes.ts'
import { blue, ink, Lines, round, Sign } from './signs.tsx'
import { lineHeight, nameLines, nameSize, smallSize, widthOf } from './text.ts'

// How people, groups and the lines between them look on a peer map. How sure we are is in the dashes; that it is over is in the
// shape of the number, which every line has, so that nothing rests on colour.

export type Certainty = NonNullable<Association['certainty']>

/** The dashes of a line and what they mean; the same words stand in the list. */
export const certainties: Readonly<
  Record<Certainty, { readonly dash?: string; readonly line: string; readonly words: string }>
> = {
  confirmed: { line: 'Solid line', words: 'confirmed' },
  likely: { dash: '14 6', line: 'Long dashes', words: 'likely, more than one source' },
  possible: { dash: '7 6', line: 'Short dashes', words: 'possible, one source' },
  notKnown: { dash: '2 5', line: 'Dotted line', words: 'how sure is not recorded' },
}

export const certaintyOf = ({ certainty }: Association): Certainty => certainty ?? 'notKnown'

/** A person or a group on the map. */
export interface Peer {
  readonly id: string
  readonly name: string
  readonly href?: string
  /** Absent for a group. */
  readonly person?: Person
  /** What stands below the name. */
  readonly details: readonly string[]
}

/** The room of a name with what stands below it, in pixels. */
export const wordsOf = ({ name: whole, details }: Peer) => {
  const name = nameLines(whole)
  const widths = [...name.map(line => widthOf(line, nameSize, true)), ...details.map(line => widthOf(line, smallSize))]
  return { name, details, width: Math.max(...widths), height: (name.length + details.length) * lineHeight }
}

const hexagon = (half: number): Point[] =>
  [0, 60, 120, 180, 240, 300].map(angle => ({
    x: half * Math.cos((angle * Math.PI) / 180),
    y: half * Math.sin((angle * Math.PI) / 180),
  }))

const Hexagon = ({ x, y, half }: Point & { half: number }) => (
  <polygon
    points={hexagon(half)
      .map(one => `${round(x + one.x)},${round(y + one.y)}`)
      .join(' ')}
    fill="#ffffff"
    stroke={blue}
    stroke-width={3}
  />
)

/** A group: a hexagon; with a second one inside where it stands in the middle. */
const GroupSign = ({ x, y, half, middle }: Point & { half: number; middle?: boolean }) => (
  <>
    <Hexagon x={x} y={y} half={half} />
    {middle && <Hexagon x={x} y={y} half={half - 7} />}
  </>
)

const PeerSign = ({ peer: { person: shown }, x, y, middle }: Point & { peer: Peer; middle: boolean }) =>
  shown ? (
    <Sign
      shape={shapeOf(shown)}
      half={halfOf(shown)}
      x={x}
      y={y}
      subject={shown.isSubject === true}
      died={Boolean(shown.diedOn)}
    />
  ) : (
    <GroupSign x={x} y={y} half={middle ? 27 : 25} middle={middle} />
  )

/** A sign with its words; in the middle the words stand on paper of their own, for lines come from all sides. */
export const PeerDrawn = ({ peer, seat, middle = false }: { peer: Peer; seat: Seat; middle?: boolean }) => {
  const { name, details, width, height } = wordsOf(peer)
  const { x, y } = seat.words
  return (
    <g data-node={peer.id}>
      {middle && (
        <rect x={round(x - width / 2)} y={round(y)} width={round(width)} height={round(height)} fill="#ffffff" />
      )}
      <PeerSign peer={peer} x={seat.x} y={seat.y} middle={middle} />
      <Lines lines={name} x={x} y={y + 14} size={nameSize} bold anchor={seat.anchor} />
      <Lines lines={details} x={x} y={y + 14 + name.length * lineHeight} size={smallSize} anchor={seat.anchor} />
    </g>
  )
}

const dashOf = (certainty: Certainty) => {
  const { dash } = certainties[certainty]
  return dash ? { 'stroke-dasharray': dash } : {}
}

/** One association. */
export const PeerLine = ({ association, curve }: { association: Association; curve: Curve }) => {
  const { from, bend, to } = curve
  return (
    <path
      data-edge={association.id}
      d={`M${round(from.x)} ${round(from.y)}Q${round(bend.x)} ${round(bend.y)} ${round(to.x)} ${round(to.y)}`}
      fill="none"
      stroke={blue}
      stroke-width={association.ended ? 1.25 : 2}
      {...dashOf(certaintyOf(association))}
    />
  )
}

/** The number of a line: in a circle, and white in a dark square where it is over. */
export const NumberSign = ({ x, y, number, ended }: Point & { number: number; ended: boolean }) => (
  <>
    {ended ? (
      <rect x={round(x - 12)} y={round(y - 12)} width={24} height={24} fill={ink} />
    ) : (
      <circle cx={round(x)} cy={round(y)} r={13} fill="#ffffff" stroke={ink} stroke-width={1} />
    )}
    <Lines lines={[String(number)]} x={x} y={y + 5} size={smallSize} {...(ended ? { fill: '#ffffff' } : {})} />
  </>
)

const shapes: Readonly<Record<Shape, string>> = {
  square: 'Square: male',
  circle: 'Circle: female',
  diamond: 'Diamond: sex not known',
  triangle: 'Triangle: not yet born',
}

const peopleInLegend = (people: readonly Person[]): LegendItem[] => {
  const used = new Set(people.map(shapeOf))
  const subject = people.find(({ isSubject }) => isSubject)
  return [
    ...(Object.keys(shapes) as Shape[])
      .filter(one => used.has(one))
      .map(one => ({ words: shapes[one], sign: <Sign shape={one} half={16} x={0} y={0} /> })),
    ...(subject
      ? [
          {
            words: 'Second outline: the child in question',
            sign: <Sign shape={shapeOf(subject)} half={20} x={0} y={0} subject />,
          },
        ]
      : []),
    ...(people.some(({ diedOn }) => diedOn)
      ? [{ words: 'Cross: has died', sign: <Sign shape="circle" half={20} x={0} y={0} died /> }]
      : []),
  ]
}

const linesInLegend = (associations: readonly Association[]): LegendItem[] => {
  const used = new Set(associations.map(certaintyOf))
  const [goingOn, over] = [associations.some(({ ended }) => !ended), associations.some(({ ended }) => ended)]
  return [
    ...(Object.keys(certainties) as Certainty[])
      .filter(one => used.has(one))
      .map(one => ({
        words: `${certainties[one].line}: ${certainties[one].words}`,
        sign: <path d="M-26 0H26" stroke={blue} stroke-width={2} {...dashOf(one)} />,
      })),
    ...(goingOn
      ? [{ words: 'Number: the row of the list', sign: <NumberSign x={0} y={0} number={1} ended={false} /> }]
      : []),
    ...(over ? [{ words: 'Dark square: it is over', sign: <NumberSign x={0} y={0} number={1} ended /> }] : []),
  ]
}

/** The signs this map uses and no others. */
export const legendOf = (
  peers: readonly Peer[],
  associations: readonly Association[],
  middle: Peer | undefined,
): LegendItem[] => {
  const groups = peers.filter(({ person }) => !person)
  const centre = groups.find(one => one === middle)
  return [
    ...peopleInLegend(peers.flatMap(({ person }) => person ?? [])),
    ...(groups.some(one => one !== centre)
      ? [{ words: 'Hexagon: group', sign: <GroupSign x={0} y={0} half={18} /> }]
      : []),
    ...(centre
      ? [{ words: 'Second hexagon: the group in question', sign: <GroupSign x={0} y={0} half={20} middle /> }]
      : []),
    ...linesInLegend(associations),
  ]
}
