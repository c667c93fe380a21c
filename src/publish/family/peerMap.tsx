import { midSentence, plural } from '../../kit/names.ts'
import { around } from './boxes.ts'
import { type Curve, curveOf, numbersOn, orderRound, type Seat, seatsRound } from './circle.ts'
import { at, byId } from './family.ts'
import { framed, type LegendItem } from './frame.tsx'
import type { Association, EdgeRow, NodeRow, PeerMapInput, Person, Picture } from './input.ts'
import { halfOf, type Point, type Shape, shapeOf } from './shapes.ts'
import { blue, ink, Lines, round, Sign } from './signs.tsx'
import { clean, lineHeight, nameLines, nameSize, smallSize, widthOf } from './text.ts'
import { inNumbers, personDetails, sexWords, spanWords, whenWords } from './words.ts'

type Certainty = NonNullable<Association['certainty']>

const dashes: Record<Certainty, { dash?: string; words: string }> = {
  confirmed: { words: 'Solid line: confirmed' },
  suspected: { dash: '10 6', words: 'Dashed line: suspected' },
  notKnown: { dash: '2 5', words: 'Dotted line: not known how certain' },
}

/** A person or a group on the map. */
interface Peer {
  readonly id: string
  readonly name: string
  readonly href?: string
  readonly person?: Person
}

interface Tie {
  readonly association: Association
  readonly from: number
  readonly to: number
}

const certaintyOf = ({ certainty }: Association): Certainty => certainty ?? 'notKnown'

const peersOf = (input: PeerMapInput): Peer[] => [
  ...byId(input.people).map(person => ({
    id: person.id,
    name: clean(person.name) || 'Unknown',
    ...(person.href ? { href: person.href } : {}),
    person,
  })),
  ...byId(input.groups ?? []).map(({ id, label, href }) => ({
    id,
    name: clean(label) || 'Group',
    ...(href ? { href } : {}),
  })),
]

/** Associations by the places of their ends round the circle, in the order in which they are numbered. */
const tiesOf = (input: PeerMapInput, peers: readonly Peer[]): Tie[] => {
  const place = new Map(peers.map(({ id }, index) => [id, index]))
  const ties = byId(input.associations).flatMap(association => {
    const [from, to] = [place.get(association.from), place.get(association.to)]
    return from === undefined || to === undefined ? [] : [{ association, from, to }]
  })
  return ties.sort((a, b) => a.from - b.from || a.to - b.to)
}

/** People and groups in the order in which they stand, the first child in question at the top. */
const roundOf = (input: PeerMapInput): Peer[] => {
  const peers = peersOf(input)
  const links = tiesOf(input, peers).map(({ from, to }) => [from, to] as const)
  const first = peers.findIndex(({ person }) => person?.isSubject)
  return orderRound(peers.length, links, Math.max(0, first)).map(index => at(peers, index))
}

const wordsOf = (peer: Peer) => {
  const name = nameLines(peer.name)
  const details = peer.person ? personDetails(peer.person) : ['group']
  const widths = [...name.map(line => widthOf(line, nameSize, true)), ...details.map(line => widthOf(line, smallSize))]
  return { name, details, width: Math.max(...widths), height: (name.length + details.length) * lineHeight }
}

const hexagon = (half: number): Point[] =>
  [0, 60, 120, 180, 240, 300].map(angle => ({
    x: half * Math.cos((angle * Math.PI) / 180),
    y: half * Math.sin((angle * Math.PI) / 180),
  }))

const GroupSign = ({ x, y, half }: Point & { half: number }) => (
  <polygon
    points={hexagon(half)
      .map(one => `${round(x + one.x)},${round(y + one.y)}`)
      .join(' ')}
    fill="#ffffff"
    stroke={blue}
    stroke-width={3}
  />
)

const PeerSign = ({ peer: { person: shown }, x, y }: Point & { peer: Peer }) =>
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
    <GroupSign x={x} y={y} half={25} />
  )

const PeerDrawn = ({ peer, seat }: { peer: Peer; seat: Seat }) => {
  const { name, details } = wordsOf(peer)
  return (
    <g data-node={peer.id}>
      <PeerSign peer={peer} x={seat.x} y={seat.y} />
      <Lines lines={name} x={seat.words.x} y={seat.words.y + 14} size={nameSize} bold anchor={seat.anchor} />
      <Lines
        lines={details}
        x={seat.words.x}
        y={seat.words.y + 14 + name.length * lineHeight}
        size={smallSize}
        anchor={seat.anchor}
      />
    </g>
  )
}

/** The lines of all ties; who is linked to the same person has a line that leaves towards the middle and comes back. */
const curvesOf = (ties: readonly Tie[], seats: readonly Seat[]): Curve[] => {
  const again = new Map<string, number>()
  return ties.map(({ from, to }) => {
    const pair = `${Math.min(from, to)}/${Math.max(from, to)}`
    const count = again.get(pair) ?? 0
    again.set(pair, count + 1)
    const [one, other] = [at(seats, from), at(seats, to)]
    if (from !== to) return curveOf(one, other, count)
    const length = Math.hypot(one.x, one.y) || 1
    const away = (far: number) => ({ x: one.x - (one.x / length) * far, y: one.y - (one.y / length || -1) * far })
    return { from: one, bend: away(100 + 30 * count), to: away(48 + 15 * count) }
  })
}

const Line = ({ tie, curve }: { tie: Tie; curve: Curve }) => {
  const { from, bend, to } = curve
  const { dash } = dashes[certaintyOf(tie.association)]
  return (
    <path
      data-edge={tie.association.id}
      d={`M${round(from.x)} ${round(from.y)}Q${round(bend.x)} ${round(bend.y)} ${round(to.x)} ${round(to.y)}`}
      fill="none"
      stroke={blue}
      stroke-width={2}
      {...(dash ? { 'stroke-dasharray': dash } : {})}
    />
  )
}

const NumberSign = ({ x, y, number }: Point & { number: number }) => (
  <>
    <circle cx={round(x)} cy={round(y)} r={13} fill="#ffffff" stroke={ink} stroke-width={1} />
    <Lines lines={[String(number)]} x={x} y={y + 5} size={smallSize} />
  </>
)

const rowOf = ({ association, from, to }: Tie, peers: readonly Peer[], number: number): EdgeRow => {
  const [one, other] = [at(peers, from), at(peers, to)]
  const [since, until] = [whenWords(association.since), whenWords(association.until)]
  const certainty = { confirmed: '', suspected: ' (suspected)', notKnown: ' (not known how certain)' }
  const kind = clean(association.kind) || 'Linked with'
  const source = clean(association.source ?? '')
  const span = spanWords(since, until)
  const sure = certainty[certaintyOf(association)]
  return {
    edgeId: association.id,
    number,
    who: one.name,
    ...(one.href ? { whoHref: one.href } : {}),
    relation: `${kind}${sure}`,
    toWhom: other.name,
    ...(other.href ? { toWhomHref: other.href } : {}),
    since,
    until,
    ...(source ? { source } : {}),
    words: `${one.name}: ${midSentence(kind)} ${other.name}${sure}${span ? `, ${span}` : ''}.${source ? ` Source: ${source}.` : ''}`,
  }
}

const nodeOf = (peer: Peer, index: number, ties: readonly Tie[]): NodeRow => ({
  id: peer.id,
  name: peer.name,
  ...(peer.href ? { href: peer.href } : {}),
  what: peer.person ? sexWords(peer.person) : 'Group',
  dates: peer.person ? personDetails(peer.person).join(', ') : '',
  households: [],
  alone: !ties.some(({ from, to }) => from === index || to === index),
})

const legendOf = (peers: readonly Peer[], ties: readonly Tie[]): LegendItem[] => {
  const shapes = new Set(peers.flatMap(({ person }) => (person ? [shapeOf(person)] : [])))
  const used = new Set(ties.map(({ association }) => certaintyOf(association)))
  const words: Record<Shape, string> = {
    square: 'Square: male',
    circle: 'Circle: female',
    diamond: 'Diamond: sex not known',
    triangle: 'Triangle: not yet born',
  }
  const subject = peers.find(({ person }) => person?.isSubject)?.person
  return [
    ...(Object.keys(words) as Shape[])
      .filter(one => shapes.has(one))
      .map(one => ({ words: words[one], sign: <Sign shape={one} half={16} x={0} y={0} /> })),
    ...(subject
      ? [
          {
            words: 'Second outline: the child in question',
            sign: <Sign shape={shapeOf(subject)} half={20} x={0} y={0} subject />,
          },
        ]
      : []),
    ...(peers.some(({ person }) => person?.diedOn)
      ? [{ words: 'Cross: has died', sign: <Sign shape="circle" half={20} x={0} y={0} died /> }]
      : []),
    ...(peers.some(({ person }) => !person)
      ? [{ words: 'Hexagon: group', sign: <GroupSign x={0} y={0} half={18} /> }]
      : []),
    ...(Object.keys(dashes) as Certainty[])
      .filter(one => used.has(one))
      .map(one => {
        const { dash, words: meaning } = dashes[one]
        return {
          words: meaning,
          sign: <path d="M-26 0H26" stroke={blue} stroke-width={2} {...(dash ? { 'stroke-dasharray': dash } : {})} />,
        }
      }),
    ...(ties.length > 0 ? [{ words: 'Number: the row of the list', sign: <NumberSign x={0} y={0} number={1} /> }] : []),
  ]
}

const summaryOf = (peers: readonly Peer[], ties: readonly Tie[]): string => {
  const groups = peers.filter(({ person }) => !person).length
  const parts = [inNumbers(peers.length - groups), groups > 0 ? plural(groups, 'group') : ''].filter(Boolean)
  return `A peer map of ${parts.join(' and ')}, joined by ${plural(ties.length, 'association')}. The list with the picture says the same in words, by the numbers on the lines.`
}

/** Who goes about with whom: people and groups on a circle, every association a numbered line and a row of the list. */
export const peerMap = (input: PeerMapInput): Picture => {
  const peers = roundOf(input)
  const ties = tiesOf(input, peers)
  const seats = seatsRound(peers.map(wordsOf))
  const curves = curvesOf(ties, seats)
  const numbers = numbersOn(curves)
  const subjects = peers.filter(({ person }) => person?.isSubject).map(({ name }) => name)
  const title = input.title ?? (subjects.length > 0 ? `Peers of ${subjects.join(', ')}` : 'Peers')
  const summary = summaryOf(peers, ties)
  const reach = numbers.map(one => ({ ...one, halfWidth: 14, halfHeight: 14 }))
  const bends = curves.map(({ bend }) => ({ ...bend, halfWidth: 0, halfHeight: 0 }))
  const frame = framed({
    id: input.id ?? 'peer-map',
    title,
    summary,
    ...around([...seats.map(({ box }) => box), ...reach, ...bends]),
    legend: legendOf(peers, ties),
    children: (
      <>
        {ties.map((tie, index) => (
          <Line tie={tie} curve={at(curves, index)} />
        ))}
        {numbers.map((one, index) => (
          <NumberSign {...one} number={index + 1} />
        ))}
        {peers.map((peer, index) => (
          <PeerDrawn peer={peer} seat={at(seats, index)} />
        ))}
      </>
    ),
  })
  return {
    ...frame,
    rows: ties.map((tie, index) => rowOf(tie, peers, index + 1)),
    nodes: peers.map((peer, index) => nodeOf(peer, index, ties)),
    title,
    summary,
  }
}
