import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { Answers, RowOf } from '../../../declare/record.ts'
import { recommendationProblems } from '../../../fields/lists/actions.ts'
import { formatDay } from '../../../kit/dates.ts'
import type { partnershipGroup } from './record.ts'

type Row = RowOf<typeof partnershipGroup>
type LineOf<G extends keyof (typeof partnershipGroup)['lines']> = Answers<
  (typeof partnershipGroup)['lines'][G]['fields']
>

export const settings = {
  firstTerms: setting({
    key: 'group_first_terms_days',
    label: 'Terms of reference of a new group are agreed within',
    unit: 'days',
    default: 60,
    source: 'Local policy (GOV-STRUCT)',
  }),
  terms: setting({
    key: 'group_terms_review_days',
    label: 'Terms of reference of a group are agreed anew within',
    unit: 'days',
    default: 365,
    source: 'Local policy (GOV-STRUCT)',
  }),
}

/** The group to which it reports, and all above that one. */
export const aboveOf = ({ parent }: Row): Look | null =>
  parent === null
    ? null
    : {
        sql: `with recursive up as (
                select g.id, g.parent, g.closed_at is null as runs, g.reference, 1 as step from canopy.partnership_group g where g.id = $1
                union all
                select g.id, g.parent, g.closed_at is null, g.reference, up.step + 1
                  from canopy.partnership_group g join up on g.id = up.parent where up.step < 50)
              select id, runs, reference, step from up order by step`,
        values: [parent],
      }

const reports: readonly unknown[] = ['subGroup', 'taskGroup']

const parentProblems = (row: Row, found: Found): readonly Problem[] => [
  ...when(
    reports.includes(row.kind) && row.parent === null,
    'parent',
    'Enter the reference of the group to which it reports',
  ),
  ...when(
    row.parent !== null && (row.parent === row.id || found.some(({ id }) => id === row.id)),
    'parent',
    'A group cannot report to itself, or to one that reports to it',
  ),
  ...when(
    found[0] !== undefined && found[0].runs !== true,
    'parent',
    `${found[0]?.reference} does not run any more. Enter a group that does`,
  ),
]

export const startProblems = (row: Row, found: Found): readonly Problem[] => [
  ...parentProblems(row, found),
  ...when(
    row.kind === 'taskGroup' && row.endsBy === null,
    'endsBy-day',
    'A task and finish group has an end. Enter by when it is to be finished',
  ),
  ...when(
    row.kind === 'taskGroup' && row.success === null,
    'success',
    'Enter by what you will know that the task and finish group did what it was for',
  ),
  ...when(
    row.endsBy !== null && row.establishedOn !== null && row.endsBy <= row.establishedOn,
    'endsBy-day',
    'It cannot end before it was established',
  ),
]

/** The day to end by is moved with a reason, never corrected. */
export const correctProblems = (row: Row, found: Found): readonly Problem[] => [
  ...parentProblems(row, found),
  ...when(
    row.kind === 'taskGroup' && row.endsBy === null,
    'kind',
    'A task and finish group has an end. Set a day to end by first',
  ),
  ...when(
    row.kind === 'taskGroup' && row.success === null,
    'success',
    'Enter by what you will know that the task and finish group did what it was for',
  ),
]

export const extendProblems = (row: Row): readonly Problem[] => {
  const { extendedTo } = row as unknown as LineOf<'extensions'>
  return when(
    extendedTo !== null && row.endsBy !== null && extendedTo <= row.endsBy,
    'extendedTo-day',
    `It is to end by ${row.endsBy === null ? '' : formatDay(row.endsBy)} already. Enter a later day`,
  )
}

export const areaProblems = (row: Row): readonly Problem[] => {
  const { areaFrom, areaUntil } = row as unknown as LineOf<'areas'>
  return when(
    areaFrom !== null && areaUntil !== null && areaUntil < areaFrom,
    'areaUntil-day',
    'It cannot end before it began',
  )
}

export const recommendProblems = (row: Row, today: string): readonly Problem[] =>
  recommendationProblems(row as unknown as LineOf<'recommended'>, today)

/** The seat that is to have the chair, if it is none of this group. */
export const chairOf = ({ id, chairSeat }: Row): Look => ({
  sql: `select s.reference from canopy.seat s
         where s.id = $1 and (s.in_group is distinct from $2 or s.state not in ('vacant', 'filled'))`,
  values: [chairSeat, id],
})

export const chairProblems = (found: Found): readonly Problem[] =>
  when(found.length > 0, 'chairSeat', `${found[0]?.reference} is no seat of this group`)

/** Groups that report to it and still run. */
export const belowOf = ({ id }: Row): Look => ({
  sql: `select g.reference, 'below' as "is" from canopy.partnership_group g where g.parent = $1 and g.closed_at is null order by 1`,
  values: [id],
})

/** The same, and the decision on which the end rests where it is none of this group or of the one above, or does not stand. */
export const endsWith = ({ id, parent, endDecision }: Row): Look => ({
  sql: `select g.reference, 'below' as "is" from canopy.partnership_group g where g.parent = $1 and g.closed_at is null
        union all
        select d.reference, case when d.state = 'stands' then 'elsewhere' else 'gone' end from canopy.group_decision d
         where d.id = $3 and (d.state <> 'stands' or (d.in_group <> $1 and d.in_group is distinct from $2))
         order by 1`,
  values: [id, parent, endDecision],
})

const stillBelow = (found: Found, field: string): readonly Problem[] => {
  const below = found.filter(one => one.is === 'below')
  return when(
    below.length > 0,
    field,
    `Groups that report to it still run: ${below.map(({ reference }) => reference).join(', ')}`,
  )
}

export const proposeProblems = (row: Row, found: Found): readonly Problem[] => [
  ...stillBelow(found, 'ending'),
  ...when(
    row.kind === 'taskGroup' && row.successMet === null,
    'successMet',
    'Select whether the measure of success of the task and finish group was met',
  ),
  ...when(
    row.ending === 'passedOn' && row.goesOnIn === null,
    'goesOnIn',
    'Enter the reference of the group in which its work goes on',
  ),
  ...when(row.goesOnIn !== null && row.goesOnIn === row.id, 'goesOnIn', 'It is this group that ends. Enter another'),
  ...found.flatMap(one => [
    ...when(one.is === 'gone', 'endDecision', `${one.reference} does not stand any more`),
    ...when(
      one.is === 'elsewhere',
      'endDecision',
      `${one.reference} is a decision of another group. Enter one of this group or of the one to which it reports`,
    ),
  ]),
]

export const endProblems = (row: Row, found: Found): readonly Problem[] => [
  ...when(
    row.endedOn !== null && row.establishedOn !== null && row.endedOn < row.establishedOn,
    'endedOn-day',
    'It cannot have ended before it was established',
  ),
  ...stillBelow(found, 'endedOn-day'),
]
