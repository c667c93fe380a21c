import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { ActorFacts, RowOf } from '../../../declare/record.ts'
import type { priorityEvidence } from './record.ts'

type Evidence = RowOf<typeof priorityEvidence>

export const settings = {
  judge: setting({
    key: 'priority_evidence_days',
    label: 'Evidence on a priority is accepted or returned within',
    unit: 'days',
    default: 28,
    source: 'Local policy (GOV-PRIORITIES)',
  }),
}

export const evidenceProblems = (row: Evidence, { role, agencyId }: ActorFacts): readonly Problem[] => [
  ...when(
    role === 'agency_lead' && row.givenBy !== null && row.givenBy !== agencyId,
    'givenBy',
    'You give evidence for your own agency. Select that',
  ),
  ...when(row.strength === 'figure' && row.figure === null, 'figure', 'Select which figure shows it'),
]
