import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { LinesOf, RowOf } from '../../../declare/record.ts'
import type { meeting } from './record.ts'

type Row = RowOf<typeof meeting>

export const settings = {
  agenda: setting({
    key: 'meeting_agenda_minutes',
    label: 'The agenda of a meeting is made before it begins by',
    unit: 'minutes',
    default: 90,
    source: 'Local policy',
  }),
  minutes: setting({
    key: 'meeting_minutes_days',
    label: 'Minutes of a meeting are agreed within',
    unit: 'working days',
    default: 2,
    source: 'Local policy',
  }),
}

/** What has to fit in the times of a meeting. */
export const timeProblems = (row: Pick<Row, 'startsAt' | 'answersBy' | 'newSince'>): readonly Problem[] => [
  ...when(
    row.startsAt !== null && row.answersBy !== null && row.answersBy > row.startsAt,
    'answersBy-day',
    'The agencies have to answer before the meeting begins',
  ),
  ...when(
    row.startsAt !== null && row.newSince !== null && row.newSince >= row.startsAt,
    'newSince-day',
    'What is new to the meeting happened before it begins',
  ),
]

/** Agencies that have to be invited, because without them nothing can be decided. */
export const neededProblems = (row: Pick<Row, 'invited' | 'needed'>): readonly Problem[] =>
  when(
    (row.needed ?? []).some(one => !(row.invited ?? []).includes(one)),
    'needed',
    'An agency that is needed has to be invited as well',
  )

const took: readonly unknown[] = ['present', 'deputy']

/** Whether every agency that is needed took part; by nobody present, nothing can be decided. */
export const isQuorate = (
  row: Pick<Row, 'needed'>,
  { attendance }: Pick<LinesOf<typeof meeting>, 'attendance'>,
): boolean => {
  const there = attendance.filter(({ came }) => took.includes(came)).map(({ agency }) => agency)
  return there.length > 0 && (row.needed ?? []).every(one => there.includes(one))
}
