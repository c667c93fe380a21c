import { setting } from '../../../declare/clock.ts'
import { groupOf } from '../../../declare/field.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import { addMonths, type Day } from '../../../kit/dates.ts'
import { diversion } from './record.ts'

type Triage = RowOf<typeof diversion>

const local = 'Local policy: no law sets it (YS-TRIAGE)'

export const settings = {
  decide: setting({
    key: 'triage_decision_days',
    label: 'Triage decides within',
    unit: 'working days',
    default: 10,
    source: local,
  }),
  followUp: setting({
    key: 'triage_follow_up_days',
    label: 'A further offence is looked up, once 12 months have passed, within',
    unit: 'days',
    default: 28,
    source: local,
  }),
  targetLow: setting({
    key: 'triage_diverted_from',
    label: 'Target for young people diverted, from',
    unit: 'percent',
    default: 80,
    source: 'Published target of 80 to 85% (F376, F377); local policy',
  }),
  targetHigh: setting({
    key: 'triage_diverted_to',
    label: 'Target for young people diverted, up to',
    unit: 'percent',
    default: 85,
    source: 'Published target of 80 to 85% (F376, F377); local policy',
  }),
}

/** Kept out of court and without a caution: the group of the decision, so that a new code has to say which it is. */
export const isDiverted = (decision: string | null): boolean =>
  decision !== null && groupOf(diversion.fields.decision.options, decision) === 'Diverted'

/** Codes of decisions that divert, for figures. */
export const divertingDecisions = Object.keys(diversion.fields.decision.options).filter(isDiverted)

export const followUpOf = ({ decision, decidedOn }: Pick<Triage, 'decision' | 'decidedOn'>): Day | null =>
  isDiverted(decision) && decidedOn !== null ? addMonths(decidedOn, 12) : null

export const startProblems = ({ receivedOn, incidentOn }: Pick<Triage, 'receivedOn' | 'incidentOn'>) =>
  when(
    receivedOn !== null && incidentOn !== null && incidentOn > receivedOn,
    'incidentOn-day',
    'It cannot have happened after it came to triage',
  )

export const decisionProblems = (
  { receivedOn, decidedOn, decision }: Pick<Triage, 'receivedOn' | 'decidedOn' | 'decision'>,
  diverts: boolean,
): readonly Problem[] => [
  ...when(
    receivedOn !== null && decidedOn !== null && decidedOn < receivedOn,
    'decidedOn-day',
    'It cannot be decided before it came to triage',
  ),
  ...when(
    decision !== null && isDiverted(decision) !== diverts,
    'decision',
    diverts
      ? 'This does not divert the young person. Use “Decide not to divert”'
      : 'This diverts the young person. Use “Divert the young person”',
  ),
]

export const completionProblems = ({ decidedOn, completedOn }: Pick<Triage, 'decidedOn' | 'completedOn'>) =>
  when(
    decidedOn !== null && completedOn !== null && completedOn < decidedOn,
    'completedOn-day',
    'Support cannot end before it was decided',
  )

type FollowUp = Pick<Triage, 'decidedOn' | 'followUpFrom' | 'checkedOn' | 'furtherOffence' | 'furtherOffenceOn'>

/** Looked up before the twelve months have passed, the answer “no” would mean nothing. */
export const followUpProblems = (row: FollowUp): readonly Problem[] => {
  const { decidedOn, followUpFrom, checkedOn, furtherOffence, furtherOffenceOn } = row
  return [
    ...when(
      followUpFrom !== null && checkedOn !== null && checkedOn < followUpFrom,
      'checkedOn-day',
      'Twelve months have not passed since the decision. Look it up after they have',
    ),
    ...when(
      furtherOffence === 'some' && furtherOffenceOn === null,
      'furtherOffenceOn-day',
      'Enter when the first further offence was',
    ),
    ...when(
      furtherOffence !== 'some' && furtherOffenceOn !== null,
      'furtherOffenceOn-day',
      'Leave the day empty, or answer that there was a further offence',
    ),
    ...when(
      furtherOffenceOn !== null &&
        ((decidedOn !== null && furtherOffenceOn < decidedOn) ||
          (followUpFrom !== null && furtherOffenceOn > followUpFrom)),
      'furtherOffenceOn-day',
      'The day must be within 12 months of the decision',
    ),
  ]
}
