import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import { daysBetween } from '../../../kit/dates.ts'
import type { Plan } from './codes.ts'
import type { adolescentSupport } from './record.ts'

export type Support = RowOf<typeof adolescentSupport>

export const settings = {
  decide: setting({
    key: 'adolescent_support_decide_days',
    label: 'A referral for adolescent support is decided within',
    unit: 'working days',
    default: 5,
    source: 'Local policy',
  }),
  begin: setting({
    key: 'adolescent_support_begin_days',
    label: 'Adolescent support begins after the decision within',
    unit: 'working days',
    default: 15,
    source: 'Local policy',
  }),
} as const

const rank: Readonly<Record<Plan, number>> = {
  none: 0,
  earlyHelp: 1,
  childInNeed: 2,
  childProtection: 3,
  lookedAfter: 4,
}

/** Which way the plan of social care went between start and end. */
export const planChange = (start: Plan | null, end: Plan | null): 'down' | 'same' | 'up' | null =>
  start === null || end === null ? null : rank[end] < rank[start] ? 'down' : rank[end] > rank[start] ? 'up' : 'same'

export const decisionProblems = (row: Support): readonly Problem[] =>
  when(
    row.decidedOn !== null && row.referredOn !== null && row.decidedOn < row.referredOn,
    'decidedOn-day',
    'It cannot have been decided before the referral',
  )

export const beginProblems = (row: Support): readonly Problem[] =>
  when(
    row.startedOn !== null && row.decidedOn !== null && row.startedOn < row.decidedOn,
    'startedOn-day',
    'The work cannot have begun before it was decided',
  )

export const waited = ({ decidedOn, startedOn }: Support): number | null =>
  decidedOn === null || startedOn === null ? null : Math.max(0, daysBetween(decidedOn, startedOn))

export const endProblems = (row: Support): readonly Problem[] => {
  const change = planChange(row.planAtStart, row.planAtEnd)
  return [
    ...when(
      row.endedOn !== null && row.startedOn !== null && row.endedOn < row.startedOn,
      'endedOn-day',
      'The work cannot have ended before it began',
    ),
    ...when(
      row.outcome === 'stepDown' && change !== null && change !== 'down',
      'outcome',
      'The plan now is no less than at the start. Correct one of the two',
    ),
    ...when(
      row.outcome === 'stepUp' && change !== null && change !== 'up',
      'outcome',
      'The plan now is no more than at the start. Correct one of the two',
    ),
  ]
}
