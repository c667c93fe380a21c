import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import type { engagementEvent } from './record.ts'

type Event = RowOf<typeof engagementEvent>

export const settings = {
  answer: setting({
    key: 'engagement_answer_days',
    label: 'Those who came to a forum are answered within',
    unit: 'days',
    default: 42,
    source: 'Local policy (DAP-FORUM)',
  }),
}

export const eventProblems = ({ kind, provider, contract }: Event): readonly Problem[] => [
  ...when(kind === 'outreach' && provider === null, 'provider', 'Select which agency provided the outreach'),
  ...when(kind === 'outreach' && contract === null, 'contract', 'Enter under which contract the outreach was provided'),
]

export const answerProblems = ({ heldOn, answeredOn }: Event): readonly Problem[] =>
  when(
    heldOn !== null && answeredOn !== null && answeredOn < heldOn,
    'answeredOn-day',
    'They cannot have been answered before it was held',
  )
