import { midSentence, plural, sentences } from '../../kit/names.ts'
import { around } from './boxes.ts'
import {
  type Curve,
  curveOf,
  curveRound,
  numbersOn,
  onCurve,
  orderRound,
  type Seat,
  seatInMiddle,
  seatsRound,
} from './circle.ts'
import { at, byId } from './family.ts'
import { framed } from './frame.tsx'
import type { Association, EdgeRow, NodeRow, PeerMapInput, Picture } from './input.ts'
import {
  certainties,
  certaintyOf,
  legendOf,
  NumberSign,
  type Peer,
  PeerDrawn,
  PeerLine,
  wordsOf,
} from './peerSigns.tsx'
import { clean } from './text.ts'
import { inNumbers, personDetails, sexWords, spanWords, whenWords } from './words.ts'

interface Tie {
  readonly association: Association
  readonly from: number
  readonly to: number
}

const peersOf = (input: PeerMapInput): Peer[] => [
  ...byId(input.people).map(person => ({
    id: person.id,
    name: clean(person.name) || 'Unknown',
    ...(person.href ? { href: person.href } : {}),
    person,
    details: personDetails(person),
  })),
  ...byId(input.groups ?? []).map(({ id, label, kind, until, href }) => ({
    id,
    name: clean(label) || 'Group',
    ...(href ? { href } : {}),
    details: [clean(kind ?? '') || 'Group', ...(until ? [`closed ${whenWords(until)}`] : [])],
  })),
]

/** Associations by the places of their ends, in the order in which they are numbered. */
const tiesOf = (input: PeerMapInput, peers: readonly Peer[]): Tie[] => {
  const place = new Map(peers.map(({ id }, index) => [id, index]))
  const ties = byId(input.associations).flatMap(association => {
    const [from, to] = [place.get(association.from), place.get(association.to)]
    return from === undefined || to === undefined ? [] : [{ association, from, to }]
  })
  return ties.sort((a, b) => a.from - b.from || a.to - b.to)
}

interface Placed {
  /** In the order in which they stand: the middle first, then round the circle. */
  readonly peers: readonly Peer[]
  readonly middle: Peer | undefined
}

/** Who stands in the middle, and the others round it in an order in which those who are linked are near each other. */
const placedOf = (input: PeerMapInput): Placed => {
  const all = peersOf(input)
  const middle = all.find(({ id }) => id === input.centre)
  const others = all.filter(one => one !== middle)
  const links = tiesOf(input, others).map(({ from, to }) => [from, to] as const)
  const first = others.findIndex(({ person }) => person?.isSubject)
  const order = orderRound(others.length, links, Math.max(0, first)).map(index => at(others, index))
  return { peers: middle ? [middle, ...order] : order, middle }
}

const seatsOf = ({ peers, middle }: Placed): Seat[] => {
  const words = peers.map(wordsOf)
  if (!middle) return seatsRound(words)
  const centre = seatInMiddle(wordsOf(middle))
  return [centre, ...seatsRound(words.slice(1), centre)]
}

/** Who is linked to the same person has a line that leaves towards the middle and comes back. */
const loopAt = (one: Seat, again: number): Curve => {
  const length = Math.hypot(one.x, one.y) || 1
  const away = (far: number) => ({ x: one.x - (one.x / length) * far, y: one.y - (one.y / length || -1) * far })
  return { from: one, bend: away(100 + 30 * again), to: away(48 + 15 * again) }
}

const curvesOf = (ties: readonly Tie[], seats: readonly Seat[], centred: boolean): Curve[] => {
  const before = new Map<string, number>()
  return ties.map(({ from, to }) => {
    const pair = `${Math.min(from, to)}/${Math.max(from, to)}`
    const again = before.get(pair) ?? 0
    before.set(pair, again + 1)
    const [one, other] = [at(seats, from), at(seats, to)]
    if (from === to) return loopAt(one, again)
    return centred && from !== 0 && to !== 0
      ? curveRound(one, other, again, at(seats, 0).box)
      : curveOf(one, other, again)
  })
}

const rowOf = ({ association, from, to }: Tie, peers: readonly Peer[], number: number): EdgeRow => {
  const [one, other] = [at(peers, from), at(peers, to)]
  const [since, until] = [whenWords(association.since), whenWords(association.until)]
  const kind = clean(association.kind) || 'Linked with'
  const [source, part] = [clean(association.source ?? ''), clean(association.part ?? '')]
  const sure = certainties[certaintyOf(association)].words
  const span = spanWords(since, until)
  const how = [part && midSentence(part), sure].filter(Boolean).join('; ')
  return {
    edgeId: association.id,
    number,
    who: one.name,
    ...(one.href ? { whoHref: one.href } : {}),
    relation: kind,
    toWhom: other.name,
    ...(other.href ? { toWhomHref: other.href } : {}),
    since,
    until: until || (association.ended ? 'It is over' : ''),
    ...(part ? { part } : {}),
    sure,
    ...(source ? { source } : {}),
    ...(association.href ? { href: association.href } : {}),
    words: sentences(
      `${one.name}: ${midSentence(kind)} ${other.name} (${how})${span && `, ${span}`}`,
      association.ended && !until && 'It is over',
      source && `Source: ${source}`,
    ),
  }
}

const nodeOf = (peer: Peer, index: number, ties: readonly Tie[]): NodeRow => ({
  id: peer.id,
  name: peer.name,
  ...(peer.href ? { href: peer.href } : {}),
  what: peer.person ? sexWords(peer.person) : (peer.details[0] ?? ''),
  dates: (peer.person ? peer.details : peer.details.slice(1)).join(', '),
  households: [],
  alone: !ties.some(({ from, to }) => from === index || to === index),
})

const summaryOf = ({ peers, middle }: Placed, ties: readonly Tie[]): string => {
  const groups = peers.filter(({ person }) => !person).length
  const parts = [inNumbers(peers.length - groups), groups > 0 ? plural(groups, 'group') : ''].filter(Boolean)
  const over = ties.filter(({ association }) => association.ended).length
  return sentences(
    `A peer map of ${parts.join(' and ')}${middle ? `, ${middle.name} in the middle` : ''}, joined by ${plural(ties.length, 'line')}`,
    over > 0 && `${over === 1 ? '1 of them is' : `${over} of them are`} over`,
    'The list with the picture says the same in words, by the numbers on the lines',
  )
}

const titleOf = (input: PeerMapInput, { peers, middle }: Placed): string => {
  const subjects = peers.filter(({ person }) => person?.isSubject).map(({ name }) => name)
  if (input.title) return input.title
  if (subjects.length > 0) return `Peers of ${subjects.join(', ')}`
  return middle ? `Peers in ${middle.name}` : 'Peers'
}

/**
 * Who goes about with whom: people and groups on a circle, round one of them or round nobody. Every association is a numbered line
 * and a row of the list; what is over is kept and looks so.
 */
export const peerMap = (input: PeerMapInput): Picture => {
  const placed = placedOf(input)
  const { peers, middle } = placed
  const ties = tiesOf(input, peers)
  const seats = seatsOf(placed)
  const boxes = seats.map(({ box }) => box)
  const curves = curvesOf(ties, seats, middle !== undefined)
  const numbers = numbersOn(curves, boxes)
  const title = titleOf(input, placed)
  const summary = summaryOf(placed, ties)
  const reach = numbers.map(one => ({ ...one, halfWidth: 14, halfHeight: 14 }))
  const runs = curves.flatMap(curve =>
    [0.2, 0.35, 0.5, 0.65, 0.8].map(share => ({ ...onCurve(curve, share), halfWidth: 4, halfHeight: 4 })),
  )
  const frame = framed({
    id: input.id ?? 'peer-map',
    title,
    summary,
    ...around([...boxes, ...reach, ...runs]),
    legend: legendOf(
      peers,
      ties.map(({ association }) => association),
      middle,
    ),
    children: (
      <>
        {ties.map(({ association }, index) => (
          <PeerLine association={association} curve={at(curves, index)} />
        ))}
        {numbers.map((one, index) => (
          <NumberSign {...one} number={index + 1} ended={at(ties, index).association.ended === true} />
        ))}
        {peers.map((peer, index) => (
          <PeerDrawn peer={peer} seat={at(seats, index)} middle={peer === middle} />
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
