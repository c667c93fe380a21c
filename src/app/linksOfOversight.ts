import type { Link } from '../declare/link.ts'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { recommendationRegister } from '../registers/assurance/recommendation/index.ts'
import { agencyReportRegister } from '../registers/oversight/agency-report/index.ts'
import { localIncidentRegister } from '../registers/oversight/local-incident/index.ts'
import { partnershipRiskRegister } from '../registers/oversight/partnership-risk/index.ts'
import { priorityRegister } from '../registers/oversight/priority/index.ts'
import { priorityEvidenceRegister } from '../registers/oversight/priority-evidence/index.ts'
import { scrutinyChallengeRegister } from '../registers/oversight/scrutiny-challenge/index.ts'
import { actionFrom, recommendationFrom } from './carried.ts'

/** What oversight sets going: actions and recommendations in the one list of each, and evidence beside its priority. */
export const linksOfOversight: readonly Link[] = [
  {
    from: partnershipRiskRegister,
    on: 'agreeAction',
    opens: agreedActionRegister,
    carries: (row, { today }, line) => [actionFrom(line, 'other', `Risk ${row.reference}`, today)],
  },
  {
    from: localIncidentRegister,
    on: 'agreeAction',
    opens: agreedActionRegister,
    carries: (row, { today }, line) => [
      actionFrom(line, 'other', `Meeting about the local incident ${row.reference}`, today),
    ],
  },
  {
    from: scrutinyChallengeRegister,
    on: 'recommend',
    opens: recommendationRegister,
    carries: (row, { today }, line) => [recommendationFrom(row, line, 'scrutiny', today)],
  },
  {
    from: agencyReportRegister,
    on: 'recommend',
    opens: recommendationRegister,
    carries: (row, _context, line) => [recommendationFrom(row, line, 'partnerReport', row.receivedOn)],
  },
  {
    from: priorityEvidenceRegister,
    on: 'accept',
    through: 'priority',
    performs: { register: priorityRegister, action: 'noteEvidence' },
    carries: row => ({ evidence: row.id, evidencedBy: row.givenBy, evidencedOn: row.evidenceOn }),
  },
]
