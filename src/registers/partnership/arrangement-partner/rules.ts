import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { RowOf } from '../../../declare/record.ts'
import { type DayFault, dayFaults, faultWords, type Statutory, threeSectors } from '../../../fields/lists/theThree.ts'
import { addDays, formatDay } from '../../../kit/dates.ts'
import type { arrangementPartner } from './record.ts'

type Row = RowOf<typeof arrangementPartner>

const wouldBe = { one: 'would be', many: 'would be' }

/** All other statutory partners, and the one whose place is taken. */
export const othersOf = ({ id, succeeds }: Row): Look => ({
  sql: `select p.id, p.name_in_law as name, p.sector, p.partner_role as "partnerRole", p.state, p.reference,
               p.in_force_from::text as "from", p.in_force_until::text as "until"
          from canopy.arrangement_partner p
         where p.id is distinct from $1 and p.state <> 'recordedInError' and (p.partner_role = 'statutory' or p.id = $2)`,
  values: [id, succeeds],
})

const asStatutory = (found: Found): readonly Statutory[] =>
  found.filter(({ partnerRole }) => partnerRole === 'statutory') as unknown as readonly Statutory[]

const ownOf = (row: Row): readonly Statutory[] =>
  row.partnerRole === 'statutory' && row.inForceFrom !== null
    ? [
        {
          id: row.id,
          name: row.nameInLaw ?? '',
          sector: String(row.sector),
          from: row.inForceFrom,
          until: row.inForceUntil,
        },
      ]
    : []

/** The others as they are once this one has taken a place. */
const givenWay = (row: Row, others: readonly Statutory[]): readonly Statutory[] =>
  others.map(one =>
    one.id === row.succeeds && row.inForceFrom !== null ? { ...one, until: addDays(row.inForceFrom, -1) } : one,
  )

/** A day with two for one sector, or a gap between two of one sector; a sector that nobody has recorded yet is told elsewhere. */
const refused = (row: Row, others: readonly Statutory[]): readonly DayFault[] => {
  const partners = [...others, ...ownOf(row)]
  const began = (sector: string) =>
    partners
      .filter(one => one.sector === sector)
      .map(({ from }) => from)
      .sort()[0]
  return dayFaults(partners).filter(({ from, sector, names }) => {
    const first = began(sector)
    return names.length > 1 || (first !== undefined && from > first)
  })
}

const threeProblems = (row: Row, others: readonly Statutory[], field: string): readonly Problem[] =>
  refused(row, others)
    .slice(0, 1)
    .map(fault => ({ field, message: faultWords(fault, wouldBe) }))

const succeedsProblems = (row: Row, found: Found): readonly Problem[] => {
  const before = found.find(({ id }) => id === row.succeeds)
  return [
    ...when(row.succeeds === row.id, 'succeeds', 'It cannot take its own place'),
    ...when(
      before !== undefined && before.state !== 'inForce',
      'succeeds',
      `${before?.reference} is no partner any more`,
    ),
    ...when(
      before !== undefined && row.inForceFrom !== null && String(before.from) >= row.inForceFrom,
      'inForceFrom-day',
      `${before?.reference} is a partner from ${before ? formatDay(String(before.from)) : ''}. Enter a later day`,
    ),
  ]
}

const ownProblems = (row: Row): readonly Problem[] => [
  ...when(
    row.partnerRole === 'statutory' && row.signatory === null,
    'signatory',
    'Enter which post signs for a statutory safeguarding partner',
  ),
  ...when(
    row.partnerRole === 'statutory' && row.sector !== null && !Object.hasOwn(threeSectors, row.sector),
    'sector',
    'The three statutory safeguarding partners are the local authority, health and the police',
  ),
]

export const startProblems = (row: Row, found: Found): readonly Problem[] => [
  ...ownProblems(row),
  ...succeedsProblems(row, found),
  ...threeProblems(row, givenWay(row, asStatutory(found)), 'inForceFrom-day'),
]

export const correctProblems = (row: Row, found: Found): readonly Problem[] => [
  ...ownProblems(row),
  ...threeProblems(row, asStatutory(found), 'inForceFrom-day'),
]

/** A statutory partner does not end by itself: somebody takes its place. */
export const endProblems = (row: Row, found: Found): readonly Problem[] => [
  ...when(
    row.inForceUntil !== null && row.inForceFrom !== null && row.inForceUntil < row.inForceFrom,
    'inForceUntil-day',
    'It cannot end before it began',
  ),
  ...threeProblems(row, asStatutory(found), 'inForceUntil-day').map(({ field, message }) => ({
    field,
    message: `${message}. Record who takes its place: that ends this one`,
  })),
]
