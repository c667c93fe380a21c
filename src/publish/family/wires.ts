import { at, type Edge, type Family } from './family.ts'
import type { ParentNature, Person, Relationship } from './input.ts'
import { tieWord, yearsWords } from './words.ts'

// Which lines a picture has, before anything has a place in pixels. The band of a row is the room above it, in which
// lines run across; a line goes from band to band through a gap between two people of the row.

/** Where a line begins: below or above a person, or between two parents who stand side by side. */
export type Source =
  | { readonly kind: 'bottom' | 'top'; readonly node: number }
  | { readonly kind: 'junction'; readonly left: number; readonly right: number; readonly joined: boolean }

/** A line that may lead to several people, each from above. Several relationships may share it, as those of a child's two parents do. */
export interface Wire {
  readonly source: Source
  readonly firstBand: number
  readonly lastBand: number
  readonly drops: readonly number[]
  readonly edges: readonly { readonly edge: Edge; readonly drop: number }[]
  readonly look: Look
  readonly label: string
  readonly labelAt: 'source' | 'drop'
  /** Of partners who do not stand side by side. */
  readonly slashes: number
}

export type Look = ParentNature | 'partner' | 'partnerDashed' | 'tie'

/** Partners side by side. */
export interface SideLine {
  readonly edge: Edge
  readonly left: number
  readonly right: number
  /** 0 for the first line between the two, 1 and more for others. */
  readonly slot: number
}

/** A person who is recorded as related to the same person. */
export interface Loop {
  readonly edge: Edge
  readonly node: number
  readonly slot: number
}

export interface Lines {
  readonly wires: readonly Wire[]
  readonly sides: readonly SideLine[]
  readonly loops: readonly Loop[]
}

interface Seats {
  readonly row: readonly number[]
  readonly place: readonly number[]
}

export const seatsOf = (rows: readonly (readonly number[])[]): Seats => {
  const [row, place]: [number[], number[]] = [[], []]
  rows.forEach((members, index) => {
    members.forEach((one, seat) => {
      row[one] = index
      place[one] = seat
    })
  })
  return { row, place }
}

const sideBySide = ({ row, place }: Seats, a: number, b: number): boolean =>
  row[a] === row[b] && Math.abs(at(place, a) - at(place, b)) === 1

const mostSideLines = 3

const sidesOf = (family: Family, seats: Seats): SideLine[] => {
  const count = new Map<string, number>()
  return family.edges.flatMap(edge => {
    if (edge.tie.kind !== 'partner' || !sideBySide(seats, edge.from, edge.to)) return []
    const pair = [edge.from, edge.to].sort((a, b) => at(seats.place, a) - at(seats.place, b))
    const slot = count.get(pair.join()) ?? 0
    count.set(pair.join(), slot + 1)
    return slot < mostSideLines ? [{ edge, left: at(pair, 0), right: at(pair, 1), slot }] : []
  })
}

/** Parents of a child by one nature: pairs who stand side by side, partners first, and those who are left over. */
const pairsOf = (edges: readonly Edge[], seats: Seats, partners: ReadonlySet<string>): Edge[][] => {
  const left = [...edges]
  const pairs: Edge[][] = []
  const candidates = left
    .flatMap((one, index) => left.slice(index + 1).map(other => [one, other]))
    .filter(([one, other]) => one && other && sideBySide(seats, one.from, other.from))
  const isPartner = (pair: readonly Edge[]) => (partners.has(pairKey(pair.map(({ from }) => from))) ? 0 : 1)
  for (const pair of candidates.sort((a, b) => isPartner(a) - isPartner(b)))
    if (pair.every(one => left.includes(one))) {
      pairs.push(pair)
      for (const one of pair) left.splice(left.indexOf(one), 1)
    }
  return [...pairs, ...left.map(one => [one])]
}

const pairKey = (two: readonly number[]): string => [...two].sort((a, b) => a - b).join()

interface Descent {
  readonly nature: ParentNature
  readonly parents: readonly number[]
  readonly edges: Edge[]
}

/** Children of the same parents by the same nature in the same row hang on one line. */
const descentsOf = (edges: readonly Edge[], seats: Seats, partners: ReadonlySet<string>): Descent[] => {
  const descents = new Map<string, Descent>()
  const byChild = new Map<string, Edge[]>()
  for (const edge of edges) {
    const key = `${edge.to}/${natureOf(edge)}`
    byChild.set(key, [...(byChild.get(key) ?? []), edge])
  }
  for (const own of byChild.values())
    for (const parents of pairsOf(own, seats, partners)) {
      const nodes = parents.map(({ from }) => from).sort((a, b) => at(seats.place, a) - at(seats.place, b))
      const child = at(parents, 0).to
      const key = (again: number) => [natureOf(at(parents, 0)), nodes.join('+'), seats.row[child], again].join('/')
      let again = 0
      // The same relationship recorded twice is two lines.
      while (descents.get(key(again))?.edges.some(({ to }) => to === child)) again += 1
      const descent = descents.get(key(again)) ?? { nature: natureOf(at(parents, 0)), parents: nodes, edges: [] }
      descent.edges.push(...parents)
      descents.set(key(again), descent)
    }
  return [...descents.values()]
}

const natureOf = ({ tie }: Edge): ParentNature => (tie.kind === 'parent' ? tie.nature : 'notKnown')

const pairWords: Record<ParentNature, string> = {
  birth: '',
  adoptive: 'adoptive parents',
  step: 'step-parents',
  foster: 'foster carers',
  guardian: 'guardians',
  notKnown: 'parents?',
}

const descentWire = (descent: Descent, family: Family, seats: Seats, partners: ReadonlySet<string>): Wire => {
  const [first, second] = descent.parents
  const parent = at(descent.parents, 0)
  const drops = [...new Set(descent.edges.map(({ to }) => to))]
  const single = tieWord(at(descent.edges, 0).tie, at(family.people, parent))
  return {
    source:
      second === undefined || first === undefined
        ? { kind: 'bottom', node: parent }
        : { kind: 'junction', left: first, right: second, joined: partners.has(pairKey([first, second])) },
    firstBand: at(seats.row, parent) + 1,
    lastBand: at(seats.row, at(drops, 0)),
    drops,
    edges: descent.edges.map(edge => ({ edge, drop: edge.to })),
    look: descent.nature,
    label: descent.nature === 'birth' ? '' : second === undefined ? single : pairWords[descent.nature],
    labelAt: 'source',
    slashes: 0,
  }
}

export const slashesOf = (tie: Relationship): number =>
  tie.kind !== 'partner' ? 0 : tie.status === 'separated' ? 1 : tie.status === 'divorced' ? 2 : 0

export const lookOf = (tie: Relationship): Look => {
  if (tie.kind === 'parent') return tie.nature
  if (tie.kind !== 'partner') return 'tie'
  return tie.status === 'together' || tie.status === 'notKnown' ? 'partnerDashed' : 'partner'
}

/** A line of its own, from the upper person to the lower, or over the heads of those between two of one row. */
const tieWire = (edge: Edge, people: readonly Person[], seats: Seats): Wire => {
  const [rowFrom, rowTo] = [at(seats.row, edge.from), at(seats.row, edge.to)]
  const upper = rowFrom <= rowTo ? edge.from : edge.to
  const lower = upper === edge.from ? edge.to : edge.from
  const level = rowFrom === rowTo
  return {
    source: { kind: level ? 'top' : 'bottom', node: upper },
    firstBand: Math.min(rowFrom, rowTo) + (level ? 0 : 1),
    lastBand: Math.max(rowFrom, rowTo),
    drops: [lower],
    edges: [{ edge, drop: lower }],
    look: lookOf(edge.tie),
    label: [tieWord(edge.tie, at(people, edge.from)), yearsWords(edge.tie)].filter(Boolean).join(' '),
    labelAt: upper === edge.from ? 'source' : 'drop',
    slashes: slashesOf(edge.tie),
  }
}

const loopsOf = (family: Family): Loop[] => {
  const count = new Map<number, number>()
  return family.edges
    .filter(({ from, to }) => from === to)
    .map(edge => {
      const slot = count.get(edge.from) ?? 0
      count.set(edge.from, slot + 1)
      return { edge, node: edge.from, slot }
    })
}

/** Every relationship of the family in exactly one line. */
export const linesOf = (family: Family, rows: readonly (readonly number[])[]): Lines => {
  const seats = seatsOf(rows)
  const sides = sidesOf(family, seats)
  const partners = new Set(sides.map(({ left, right }) => pairKey([left, right])))
  const beside = new Set(sides.map(({ edge }) => edge))
  const apart = family.edges.filter(edge => edge.from !== edge.to && !beside.has(edge))
  const isDescent = ({ tie, from, to }: Edge) => tie.kind === 'parent' && at(seats.row, from) < at(seats.row, to)
  const descents = descentsOf(apart.filter(isDescent), seats, partners)
  const ties = apart.filter(edge => !isDescent(edge)).map(edge => tieWire(edge, family.people, seats))
  const wires = [...descents.map(one => descentWire(one, family, seats, partners)), ...ties]
  return { wires, sides, loops: loopsOf(family) }
}
