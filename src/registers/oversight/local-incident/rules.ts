import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, RowOf } from '../../../declare/record.ts'
import { actionProblems } from '../../../fields/lists/actions.ts'
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

export const meetingProblems = ({ happenedAt, metOn }: Incident): readonly Problem[] =>
  when(
    happenedAt !== null && metOn !== null && metOn < londonDay(happenedAt),
    'metOn-day',
    'The meeting cannot have been before the incident',
  )

export const agreeProblems = (row: Incident, today: string): readonly Problem[] =>
  actionProblems(row as unknown as ActionLine, today)
