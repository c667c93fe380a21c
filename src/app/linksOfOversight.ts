import type { Link } from '../declare/link.ts'
import { addDays, addHours, instantOf } from '../kit/dates.ts'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { recommendationRegister } from '../registers/assurance/recommendation/index.ts'
import { agencyReportRegister } from '../registers/oversight/agency-report/index.ts'
import { localIncidentRegister } from '../registers/oversight/local-incident/index.ts'
import { partnershipRiskRegister } from '../registers/oversight/partnership-risk/index.ts'
import { priorityRegister } from '../registers/oversight/priority/index.ts'
import { priorityEvidenceRegister } from '../registers/oversight/priority-evidence/index.ts'
import { scrutinyChallengeRegister } from '../registers/oversight/scrutiny-challenge/index.ts'

type Answered = Readonly<Record<string, unknown>>

/** The line of an action in the words of the one list of actions. The whole day on which it is due is in time. */
const actionOf = (sourceNote: string, today: string, line: Answered) => ({
  source: 'other',
  sourceNote,
  agreedOn: today,
  task: line.task,
  ownerPerson: line.doneBy,
  ownerAgency: line.doneByAgency,
  dueAt: addHours(instantOf(addDays(String(line.doneUntil), 1), '00:00'), -1 / 60),
})

const recommendationOf = (source: string, sourceRef: string, madeOn: unknown, line: Answered) => ({
  source,
  sourceRef,
  madeOn,
  title: line.recTitle,
  words: line.recWords,
  ownerAgency: line.recOwner,
  dueOn: line.recDueOn,
})

/** What oversight sets going: actions and recommendations in the one list of each, and evidence beside its priority. */
export const linksOfOversight: readonly Link[] = [
  {
    from: partnershipRiskRegister,
    on: 'agreeAction',
    opens: agreedActionRegister,
    carries: (row, { today }, line) => [actionOf(`Risk ${row.reference}`, today, line)],
  },
  {
    from: localIncidentRegister,
    on: 'agreeAction',
    opens: agreedActionRegister,
    carries: (row, { today }, line) => [actionOf(`Meeting about the local incident ${row.reference}`, today, line)],
  },
  {
    from: scrutinyChallengeRegister,
    on: 'recommend',
    opens: recommendationRegister,
    carries: (row, { today }, line) => [recommendationOf('scrutiny', row.reference, today, line)],
  },
  {
    from: agencyReportRegister,
    on: 'recommend',
    opens: recommendationRegister,
    carries: (row, _context, line) => [recommendationOf('partnerReport', row.reference, row.receivedOn, line)],
  },
  {
    from: priorityEvidenceRegister,
    on: 'accept',
    through: 'priority',
    performs: { register: priorityRegister, action: 'noteEvidence' },
    carries: row => ({ evidence: row.id, evidencedBy: row.givenBy, evidencedOn: row.evidenceOn }),
  },
]
