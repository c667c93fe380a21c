import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  Association,
  EcomapInput,
  GenogramInput,
  OtherTie,
  PeerMapInput,
  Person,
  Picture,
  Relationship,
} from './input.ts'
import { ecomap, genogram, peerMap } from './picture.ts'
import { drawnEdges, drawnNodes, loose, markupOf, outside, overlapping, through } from './reading.proofs.ts'

const day = fc
  .tuple(fc.integer({ min: 1940, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
const when = fc.option(fc.oneof(day, fc.constant('about 2015')), { nil: undefined })
const name = fc.oneof(
  fc.constantFrom(
    'Unknown',
    '',
    'Ana',
    'Maximilian Featherstonehaugh-Montgomery of the Long Name',
    '<b>&"Q"</b>',
    '李小龍',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

const personOf = (id: string): fc.Arbitrary<Person> =>
  fc.record({
    id: fc.constant(id),
    name,
    sex: fc.constantFrom('female', 'male', 'unknown'),
    bornOn: when,
    expectedOn: fc.option(day, { nil: undefined, freq: 1 }),
    diedOn: fc.option(day, { nil: null, freq: 1 }),
    ageWords: fc.constantFrom(undefined, null, '14 years'),
    isSubject: fc.boolean(),
  })

const tieOf = (id: string, ids: readonly string[]): fc.Arbitrary<Relationship> => {
  const ends = {
    id: fc.constant(id),
    from: fc.constantFrom(...ids),
    to: fc.constantFrom(...ids),
    since: when,
    until: when,
  }
  const responsibility = fc.constantFrom(true, false, null, undefined)
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        ...ends,
        kind: fc.constant('parent' as const),
        nature: fc.constantFrom('birth', 'birth', 'adoptive', 'step', 'foster', 'guardian', 'notKnown'),
        parentalResponsibility: responsibility,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        ...ends,
        kind: fc.constant('partner' as const),
        status: fc.constantFrom('married', 'together', 'separated', 'divorced', 'notKnown'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        ...ends,
        kind: fc.constantFrom<OtherTie['kind']>(
          'sibling',
          'halfSibling',
          'grandparent',
          'auntUncle',
          'cousin',
          'carer',
          'friend',
          'associate',
          'other',
        ),
        label: fc.constantFrom(undefined, 'Private foster carer'),
        parentalResponsibility: responsibility,
      }),
    },
  )
}

const idsOf = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`)

const families: fc.Arbitrary<GenogramInput> = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 4 }))
  .chain(([people, ties, houses]) => {
    const ids = idsOf(people)
    return fc.record({
      people: fc.tuple(...ids.map(personOf)),
      relationships: fc.tuple(...Array.from({ length: ties }, (_, index) => tieOf(`e${index}`, ids))),
      households: fc.tuple(
        ...Array.from({ length: houses }, (_, index) =>
          fc.record({
            id: fc.constant(`h${index}`),
            label: name,
            memberIds: fc.array(fc.constantFrom(...ids), { maxLength: 8 }),
          }),
        ),
      ),
    })
  })

const surroundings: fc.Arbitrary<EcomapInput> = fc.integer({ min: 0, max: 24 }).chain(count =>
  fc.record({
    centre: fc.record({
      label: name,
      kind: fc.constantFrom('child', 'home'),
      members: fc.array(name, { maxLength: 5 }),
    }),
    supports: fc.tuple(
      ...idsOf(count).map(id =>
        fc.record({
          id: fc.constant(id),
          label: name,
          kind: fc.constantFrom('School', 'GP', 'Friend'),
          strength: fc.constantFrom('strong', 'weak', 'stressful', 'notKnown', undefined),
          since: when,
          until: when,
        }),
      ),
    ),
  }),
)

const peerMaps: fc.Arbitrary<PeerMapInput> = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 40 }))
  .chain(([people, groups, ties]) => {
    const ids = [...idsOf(people), ...Array.from({ length: groups }, (_, index) => `g${index}`)]
    const association = (id: string): fc.Arbitrary<Association> =>
      fc.record({
        id: fc.constant(id),
        from: fc.constantFrom(...ids),
        to: fc.constantFrom(...ids),
        kind: fc.constantFrom('Friend of', 'Seen with', ''),
        certainty: fc.constantFrom('confirmed', 'likely', 'possible', 'notKnown', undefined),
        part: fc.constantFrom(undefined, 'Takes part'),
        ended: fc.constantFrom(undefined, null, true, false),
        since: when,
        until: when,
        source: fc.option(name),
      })
    return fc.record({
      centre: fc.constantFrom(undefined, null, 'nobody', ...ids),
      people: fc.tuple(...idsOf(people).map(personOf)),
      groups: fc.tuple(...ids.slice(people).map(id => fc.record({ id: fc.constant(id), label: name, until: when }))),
      associations: fc.tuple(...Array.from({ length: ties }, (_, index) => association(`e${index}`))),
    })
  })

const runs = { numRuns: 60 }

/** What holds for every picture, whatever was recorded. */
const holds = (picture: Picture, edges: readonly string[], nodes: readonly string[]): string => {
  const markup = markupOf(picture)
  expect(drawnEdges(markup)).toEqual([...edges].sort())
  expect(picture.rows.map(({ edgeId }) => edgeId).sort()).toEqual([...edges].sort())
  expect(
    drawnNodes(markup)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...nodes].sort())
  expect(picture.nodes.map(({ id }) => id).sort()).toEqual([...nodes].sort())
  const withoutWords = markup.replace(/>[^<]*</g, '><')
  expect(withoutWords).not.toMatch(/NaN|Infinity|undefined|null/)
  expect(overlapping(drawnNodes(markup))).toEqual([])
  expect(outside(markup, picture)).toEqual([])
  return markup
}

const ids = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id)
const turned = <T>(things: readonly T[] | undefined): T[] => [...(things ?? [])].reverse()

describe('whatever is recorded, every relationship is one line and one row', () => {
  it('in a genogram', () => {
    fc.assert(
      fc.property(families, input => {
        const markup = holds(genogram(input), ids(input.relationships), ids(input.people))
        expect(loose(markup, input.relationships)).toEqual([])
        const again = genogram({
          people: turned(input.people),
          relationships: turned(input.relationships),
          households: turned(input.households).map(one => ({ ...one, memberIds: turned(one.memberIds) })),
        })
        expect(markupOf(again)).toBe(markup)
      }),
      runs,
    )
  })

  it('in an ecomap', () => {
    fc.assert(
      fc.property(surroundings, input => {
        const markup = holds(ecomap(input), ids(input.supports), ['centre', ...ids(input.supports)])
        expect(markupOf(ecomap({ ...input, supports: turned(input.supports) }))).toBe(markup)
      }),
      runs,
    )
  })

  it('in a peer map', () => {
    fc.assert(
      fc.property(peerMaps, input => {
        const markup = holds(peerMap(input), ids(input.associations), [
          ...ids(input.people),
          ...ids(input.groups ?? []),
        ])
        expect(loose(markup, input.associations)).toEqual([])
        if (input.centre) expect(through(markup, input.centre, input.associations)).toEqual([])
        const again = peerMap({
          centre: input.centre,
          people: turned(input.people),
          groups: turned(input.groups),
          associations: turned(input.associations),
        })
        expect(markupOf(again)).toBe(markup)
      }),
      runs,
    )
  })
})
