import { setting } from '../../../declare/clock.ts'
import type { Problem } from '../../../declare/input.ts'
import type { Answers, RowOf } from '../../../declare/record.ts'
import { londonDay } from '../../../kit/dates.ts'
import type { localIncident } from './record.ts'

type Incident = RowOf<typeof localIncident>
type ActionLine = Answers<(typeof localIncident)['lines']['actions']['fields']>

export const settings = {
  meeting: setting({
    key: 'incident_meeting_working_days',
    label: 'After a local incident a meeting is held within',
    unit: 'working days',
    default: 5,
    source: 'Local policy (DAP-INCIDENT)',
  }),
}

const when = (wrong: boolean, field: string, message: string): readonly Problem[] => (wrong ? [{ field, message }] : [])

export const meetingProblems = ({ happenedAt, metOn }: Incident): readonly Problem[] =>
  when(
    happenedAt !== null && metOn !== null && metOn < londonDay(happenedAt),
    'metOn-day',
    'The meeting cannot have been before the incident',
  )

/** One owner and a day from the beginning: an action without either disappears. */
export const actionProblems = (row: Incident, today: string): readonly Problem[] => {
  const { doneBy, doneByAgency, doneUntil } = row as unknown as ActionLine
  return [
    ...when((doneBy === null) === (doneByAgency === null), 'doneByAgency', 'Enter either a colleague or an agency'),
    ...when(doneUntil !== null && doneUntil < today, 'doneUntil-day', 'The day must not have passed already'),
  ]
}
