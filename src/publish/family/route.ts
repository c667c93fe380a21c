import { at, type Edge, type Family, mean } from './family.ts'
import { halfOf, type Point, shapeOf, sideOf, signHalf, topOf } from './shapes.ts'
import { smallSize, widthOf } from './text.ts'
import { twinsOf } from './ties.ts'
import { type Run, tracksOf } from './tracks.ts'
import { type Lines, type Look, seatsOf, type Wire } from './wires.ts'

// The way of every line that is not between partners side by side: which points it goes through, and where its word stands.

export interface DrawnPath {
  readonly edge: Edge
  readonly points: readonly Point[]
  readonly look: Look
}

export interface DrawnWord extends Point {
  readonly text: string
  readonly anchor: 'start' | 'end'
}

export interface Drawn {
  readonly paths: readonly DrawnPath[]
  readonly words: readonly DrawnWord[]
  readonly slashes: readonly (Point & { readonly count: number })[]
  /** Leftmost and rightmost places of lines and words. */
  readonly extent: readonly number[]
}

interface Plan {
  readonly family: Family
  readonly rows: readonly (readonly number[])[]
  readonly lines: Lines
  readonly x: readonly number[]
  /** Where each line passes each row, by `wire/row`. */
  readonly channelPlaces: ReadonlyMap<string, number>
}

interface NodePlace extends Point {
  readonly bottom: number
}

interface RowPlace {
  readonly band: number
  readonly top: number
}

const passing = (plan: Plan, wire: number, row: number): number => plan.channelPlaces.get(`${wire}/${row}`) ?? 0

const isLineage = (look: Look): boolean => look === 'birth' || look === 'adoptive' || look === 'notKnown'

interface Port {
  readonly wire: number
  readonly far: number
  readonly first: boolean
}

const portStep = 11

/** How far from a person's middle each line ends: the line from the parents in the middle, others beside it. */
const spread = (ports: readonly Port[], x: number): Map<number, number> => {
  const middle =
    ports.find(({ first }) => first) ??
    (ports.length % 2 === 1 ? sortedPorts(ports)[(ports.length - 1) / 2] : undefined)
  const rest = sortedPorts(ports.filter(port => port !== middle))
  const left = middle === undefined ? rest.slice(0, rest.length / 2) : rest.filter(({ far }) => far < x)
  const right = rest.filter(port => !left.includes(port))
  const step = Math.min(portStep, (signHalf - 4) / Math.max(1, left.length, right.length))
  const shift = middle === undefined ? step / 2 : 0
  return new Map([
    ...(middle === undefined ? [] : [[middle.wire, 0] as const]),
    ...left.map((port, index) => [port.wire, -(left.length - index) * step + shift] as const),
    ...right.map((port, index) => [port.wire, (index + 1) * step - shift] as const),
  ])
}

const sortedPorts = (ports: readonly Port[]): Port[] => [...ports].sort((a, b) => a.far - b.far || a.wire - b.wire)

/** Offsets by side, person and line. */
const portsOf = (plan: Plan): ((side: 'top' | 'bottom', node: number, wire: number) => number) => {
  const ports = new Map<string, Port[]>()
  const add = (side: 'top' | 'bottom', node: number, port: Port) =>
    ports.set(`${side}/${node}`, [...(ports.get(`${side}/${node}`) ?? []), port])
  plan.lines.wires.forEach((wire, index) => {
    const { source, firstBand, lastBand, drops } = wire
    const start = source.kind === 'junction' ? passing(plan, index, firstBand - 1) : at(plan.x, source.node)
    const before = lastBand > firstBand ? passing(plan, index, lastBand - 1) : start
    const after = lastBand > firstBand ? passing(plan, index, firstBand) : mean(drops.map(one => at(plan.x, one)))
    if (source.kind !== 'junction') add(source.kind, source.node, { wire: index, far: after, first: false })
    for (const drop of drops) add('top', drop, { wire: index, far: before, first: isLineage(wire.look) })
  })
  const offsets = new Map<string, number>()
  for (const [key, own] of ports)
    for (const [wire, offset] of spread(own, at(plan.x, Number(key.split('/')[1]))))
      offsets.set(`${key}/${wire}`, offset)
  return (side, node, wire) => offsets.get(`${side}/${node}/${wire}`) ?? 0
}

/** Where a line goes down to each person; twins who stand side by side share the point from which both hang. */
const dropsOf = (plan: Plan, ports: ReturnType<typeof portsOf>, wire: Wire, index: number): Map<number, number> => {
  const { place } = seatsOf(plan.rows)
  const own = new Map(wire.drops.map(one => [one, at(plan.x, one) + ports('top', one, index)]))
  if (!isLineage(wire.look)) return own
  for (const twins of twinsOf(plan.family, wire.drops)) {
    const seats = twins.map(one => at(place, one))
    if (Math.max(...seats) - Math.min(...seats) !== twins.length - 1) continue
    const shared = mean(twins.map(one => own.get(one) ?? 0))
    for (const one of twins) own.set(one, shared)
  }
  return own
}

interface Leg {
  readonly band: number
  readonly from: number
  readonly to: readonly number[]
}

/** The parts of a line that run across, one in each band. */
const legsOf = (plan: Plan, wire: Wire, index: number, start: number, drops: readonly number[]): Leg[] => {
  const legs: Leg[] = []
  let from = start
  for (let band = wire.firstBand; band < wire.lastBand; band += 1) {
    const to = passing(plan, index, band)
    legs.push({ band, from, to: [to] })
    from = to
  }
  return [...legs, { band: wire.lastBand, from, to: drops }]
}

interface WordPlace {
  readonly leg: number
  readonly x: number
  readonly anchor: 'start' | 'end'
  readonly from: number
  readonly to: number
}

/** Where the word of a line stands: above it, at the end it speaks of, on the side to which the line goes. */
const wordPlace = (wire: Wire, legs: readonly Leg[]): WordPlace | undefined => {
  if (wire.label === '') return undefined
  const leg = wire.labelAt === 'source' ? 0 : legs.length - 1
  const { from, to } = at(legs, leg)
  const [here, there] = wire.labelAt === 'source' ? [from, mean(to)] : [at(to, 0), from]
  const width = widthOf(wire.label, smallSize) + 8
  return there >= here - 0.5
    ? { leg, x: here + 6, anchor: 'start', from: here, to: here + 6 + width }
    : { leg, x: here - 6, anchor: 'end', from: here - 6 - width, to: here }
}

interface Route {
  readonly wire: Wire
  readonly index: number
  readonly start: number
  readonly drops: ReadonlyMap<number, number>
  readonly legs: readonly Leg[]
  readonly word: WordPlace | undefined
}

const routesOf = (plan: Plan): Route[] => {
  const ports = portsOf(plan)
  return plan.lines.wires.map((wire, index) => {
    const { source } = wire
    const start =
      source.kind === 'junction'
        ? passing(plan, index, wire.firstBand - 1)
        : at(plan.x, source.node) + ports(source.kind, source.node, index)
    const drops = dropsOf(plan, ports, wire, index)
    const legs = legsOf(plan, wire, index, start, [...new Set(drops.values())])
    return { wire, index, start, drops, legs, word: wordPlace(wire, legs) }
  })
}

const runOf = ({ wire, word }: Route, leg: Leg, index: number): Run => {
  // A line over the heads of two of one row comes from below on both sides.
  const rises = wire.source.kind === 'top' && index === 0
  const label = word?.leg === index ? { label: { from: word.from, to: word.to } } : {}
  return { band: leg.band, ups: rises ? [] : [leg.from], downs: rises ? [leg.from, ...leg.to] : leg.to, ...label }
}

/** Height above the signs at which lines to twins part. */
const fan = 26
/** How far below the line of partners the lines of parents meet who are not recorded as partners. */
const meeting = 24

const startPoints = (plan: Plan, { wire, start }: Route, edge: Edge, nodes: readonly NodePlace[]): Point[] => {
  const { source } = wire
  const { people } = plan.family
  if (source.kind !== 'junction') {
    const { node, kind } = source
    return [{ x: start, y: kind === 'bottom' ? at(nodes, node).bottom : topAt(people, nodes, node, start) }]
  }
  const { y } = at(nodes, source.left)
  if (source.joined) return [{ x: start, y }]
  const parent = at(people, edge.from)
  const way = edge.from === source.left ? 1 : -1
  return [
    { x: at(nodes, edge.from).x + way * sideOf(shapeOf(parent), halfOf(parent), 6), y: y + 6 },
    { x: start, y: y + meeting },
  ]
}

const topAt = (people: Family['people'], nodes: readonly NodePlace[], one: number, x: number): number => {
  const [person, node] = [at(people, one), at(nodes, one)]
  return node.y - topOf(shapeOf(person), halfOf(person), x - node.x)
}

/** The lines of a family: first the heights of the bands they need, then, when people have their places, the lines. */
export const drawnWires = (plan: Plan) => {
  const routes = routesOf(plan)
  const runs = routes.flatMap(route => route.legs.map((leg, index) => runOf(route, leg, index)))
  const firstRun = new Map<number, number>()
  let count = 0
  for (const { index, legs } of routes) {
    firstRun.set(index, count)
    count += legs.length
  }
  const { heights, depth } = tracksOf(runs, plan.rows.length)
  const draw = (nodes: readonly NodePlace[], places: readonly RowPlace[]): Drawn => {
    const trackOf = (route: Route, leg: number) =>
      at(places, at(route.legs, leg).band).band + at(depth, (firstRun.get(route.index) ?? 0) + leg)
    const paths = routes.flatMap(route =>
      route.wire.edges.map(({ edge, drop }) => ({
        edge,
        look: route.wire.look,
        points: [
          ...startPoints(plan, route, edge, nodes),
          ...route.legs.slice(0, -1).flatMap((leg, index) => across(leg.from, at(leg.to, 0), trackOf(route, index))),
          ...ending(route, drop, trackOf(route, route.legs.length - 1), nodes, plan, places),
        ],
      })),
    )
    const words = routes.flatMap(route => wordOf(route, trackOf))
    const slashes = routes.flatMap(route => slashOf(route, trackOf))
    const extent = [
      ...paths.flatMap(({ points }) => points.map(point => point.x)),
      ...routes.flatMap(({ word }) => (word ? [word.from, word.to] : [])),
    ]
    return { paths, words, slashes, extent }
  }
  return { heights, draw }
}

const across = (from: number, to: number, y: number): Point[] =>
  Math.abs(to - from) < 0.5
    ? []
    : [
        { x: from, y },
        { x: to, y },
      ]

const ending = (
  { legs, drops, wire }: Route,
  drop: number,
  track: number,
  nodes: readonly NodePlace[],
  plan: Plan,
  places: readonly RowPlace[],
): Point[] => {
  const x = drops.get(drop) ?? 0
  const node = at(nodes, drop)
  const shared = [...drops.values()].filter(one => one === x).length > 1
  const last = shared
    ? [
        { x, y: at(places, wire.lastBand).top + outerTop - fan },
        { x: node.x, y: topAt(plan.family.people, nodes, drop, node.x) },
      ]
    : [{ x, y: topAt(plan.family.people, nodes, drop, x) }]
  return [...across((legs.at(-1) as Leg).from, x, track), ...last]
}

/** Signs without a second outline begin so far below the top of their row. */
const outerTop = 6

const wordOf = ({ wire, word, ...route }: Route, trackOf: (route: Route, leg: number) => number): DrawnWord[] =>
  word === undefined
    ? []
    : [{ text: wire.label, x: word.x, anchor: word.anchor, y: trackOf({ wire, word, ...route }, word.leg) - 5 }]

const slashOf = (route: Route, trackOf: (route: Route, leg: number) => number): (Point & { count: number })[] => {
  const { from, to } = at(route.legs, 0)
  return route.wire.slashes === 0
    ? []
    : [{ x: (from + at(to, 0)) / 2, y: trackOf(route, 0), count: route.wire.slashes }]
}
