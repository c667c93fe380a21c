import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { Answers, RowOf } from '../../../declare/record.ts'
import { actionProblems } from '../../../fields/lists/actions.ts'
import { formatDay } from '../../../kit/dates.ts'
import type { groupDecision } from './record.ts'

type Row = RowOf<typeof groupDecision>
type LineOf<G extends keyof (typeof groupDecision)['lines']> = Answers<(typeof groupDecision)['lines'][G]['fields']>

/** The group, the meeting and the earlier decision that are named, as they stand. */
export const namedBy = ({ inGroup, meeting, supersedes }: Row): Look => ({
  sql: `select 'group' as "is", g.reference, g.established_on::text as day, g.id as "inGroup", g.state, g.name from canopy.partnership_group g where g.id = $1
        union all
        select 'meeting', m.reference, (m.starts_at at time zone 'Europe/London')::date::text, null, m.state, null from canopy.meeting m where m.id = $2
        union all
        select 'earlier', d.reference, d.decided_on::text, d.in_group, d.state, null from canopy.group_decision d where d.id = $3`,
  values: [inGroup, meeting, supersedes],
})

/** As the group is called; where nothing was looked up, as it was called before. */
export const groupNameIn = (row: Row, found: Found): string | null =>
  (found.find(({ is }) => is === 'group')?.name as string | undefined) ?? row.groupName

export const startProblems = (row: Row, found: Found): readonly Problem[] => {
  const one = (is: string) => found.find(each => each.is === is)
  const [group, meeting, earlier] = [one('group'), one('meeting'), one('earlier')]
  return [
    ...when(
      group !== undefined && row.decidedOn !== null && row.decidedOn < String(group.day),
      'decidedOn-day',
      `The group was established on ${group ? formatDay(String(group.day)) : ''}. It cannot have decided before`,
    ),
    ...when(
      meeting !== undefined && meeting.day !== row.decidedOn,
      'decidedOn-day',
      `${meeting?.reference} was on ${meeting ? formatDay(String(meeting.day)) : ''}. Enter that day, or leave the meeting out`,
    ),
    ...when(
      earlier !== undefined && earlier.inGroup !== row.inGroup,
      'supersedes',
      `${earlier?.reference} was decided by another group`,
    ),
    ...when(
      earlier !== undefined && earlier.state !== 'stands',
      'supersedes',
      `${earlier?.reference} stands no longer`,
    ),
    ...when(
      earlier !== undefined && row.decidedOn !== null && String(earlier.day) > row.decidedOn,
      'supersedes',
      `${earlier?.reference} was decided later than this`,
    ),
    ...reviewDayProblems(row),
  ]
}

export const reviewDayProblems = (row: Row): readonly Problem[] =>
  when(
    row.reviewOn !== null && row.decidedOn !== null && row.reviewOn <= row.decidedOn,
    'reviewOn-day',
    'The day to look at it again is after the day on which it was decided',
  )

export const reviewProblems = (row: Row): readonly Problem[] => {
  const { reviewOnDay, reviewAgain } = row as unknown as LineOf<'reviews'>
  return [
    ...when(
      reviewOnDay !== null && row.decidedOn !== null && reviewOnDay < row.decidedOn,
      'reviewOnDay-day',
      'It cannot have been looked at again before it was decided',
    ),
    ...when(
      reviewOnDay !== null && reviewAgain !== null && reviewAgain <= reviewOnDay,
      'reviewAgain-day',
      'The next day is after the day on which it was looked at',
    ),
  ]
}

export const agreeProblems = (row: Row, today: string): readonly Problem[] =>
  actionProblems(row as unknown as LineOf<'actions'>, today)

const notBefore = (field: string, words: string) => (row: Row, day: string | null) =>
  when(day !== null && row.decidedOn !== null && day < row.decidedOn, field, words)

export const toldProblems = (row: Row): readonly Problem[] =>
  notBefore('toldOn-day', 'They cannot have been told before it was decided')(row, row.toldOn)
export const endProblems = (row: Row): readonly Problem[] =>
  notBefore('endedOn-day', 'It cannot end before it was decided')(row, row.endedOn)
