import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { Answers, RowOf } from '../../../declare/record.ts'
import type { seat } from './record.ts'

type Row = RowOf<typeof seat>
type LineOf<G extends keyof (typeof seat)['lines']> = Answers<(typeof seat)['lines'][G]['fields']>

export const settings = {
  vacancy: setting({
    key: 'seat_vacancy_days',
    label: 'A vacant seat is filled within',
    unit: 'days',
    default: 60,
    source: 'Local policy (GOV-MEMBER)',
  }),
}

export const heldFromIn = (row: Row) => (row as unknown as LineOf<'holders'>).heldFrom
export const lastDayIn = (row: Row) => (row as unknown as LineOf<'vacancies'>).lastDay

/** The group, and seats of the same post there: of the same agency, however its name is written. */
export const sameSeats = ({ id, inGroup, postTitle, organisation, organisationName }: Row): Look => ({
  sql: `select 'group' as "is", g.reference, case when g.closed_at is null then 'runs' else g.state end as state, g.name from canopy.partnership_group g where g.id = $1
        union all
        select 'seat', s.reference, s.state, null from canopy.seat s
         where s.in_group = $1 and s.id is distinct from $2 and s.state in ('vacant', 'filled') and lower(s.post_title) = lower($3)
           and (s.organisation = $4 or lower(s.organisation_name) = lower($5))`,
  values: [inGroup, id, postTitle, organisation, organisationName],
})

/** As the group is called; where nothing was looked up, as it was called before. */
export const groupNameIn = (row: Row, found: Found): string | null =>
  (found.find(({ is }) => is === 'group')?.name as string | undefined) ?? row.groupName

export const seatProblems = (found: Found): readonly Problem[] => {
  const group = found.find(({ is }) => is === 'group')
  const same = found.find(({ is }) => is === 'seat')
  return [
    ...when(
      group !== undefined && group.state !== 'runs',
      'inGroup',
      `${group?.reference} does not run any more. Enter a group that does`,
    ),
    ...when(
      same !== undefined,
      'postTitle',
      `${same?.reference} is the seat of this post of this organisation already. Two seats need two different posts`,
    ),
  ]
}
