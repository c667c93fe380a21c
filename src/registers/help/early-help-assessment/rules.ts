import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, Context, LinesOf, RowOf } from '../../../declare/record.ts'
import { workingDaysBetween } from '../../../kit/workingDays.ts'
import type { earlyHelp } from './record.ts'

export type EarlyHelp = RowOf<typeof earlyHelp>
export type EarlyHelpLines = LinesOf<typeof earlyHelp>
type Line<G extends keyof (typeof earlyHelp)['lines']> = Answers<(typeof earlyHelp)['lines'][G]['fields']>

export const settings = {
  plan: setting({
    key: 'early_help_plan_days',
    label: 'An early help plan is agreed within',
    unit: 'working days',
    default: 45,
    source: 'Local policy: no law sets a limit (rulebook EH-01)',
  }),
  firstReview: setting({
    key: 'early_help_first_review_days',
    label: 'An early help plan is first reviewed within',
    unit: 'days',
    default: 42,
    source: 'Local policy: 6 to 12 weeks (rulebook EH-02)',
  }),
  review: setting({
    key: 'early_help_review_days',
    label: 'An early help plan is reviewed again every',
    unit: 'days',
    default: 84,
    source: 'Local policy: 6 to 12 weeks (rulebook EH-02)',
  }),
} as const

const before = (one: string | null, other: string | null): boolean => one !== null && other !== null && one < other

const agreementProblems = ({ consent, agreedBy, agreedOn }: EarlyHelp): readonly Problem[] =>
  consent !== 'agreed'
    ? [
        ...when(agreedBy !== null, 'agreedBy', 'You said that the family does not agree yet, so leave this empty'),
        ...when(agreedOn !== null, 'agreedOn-day', 'You said that the family does not agree yet, so leave this empty'),
      ]
    : [
        ...when(agreedBy === null, 'agreedBy', 'Enter who agreed'),
        ...when(agreedOn === null, 'agreedOn-day', 'Enter when they agreed'),
      ]

const daysProblems = ({ startedOn, agreedOn, plannedOn, reviewOn }: EarlyHelp): readonly Problem[] => [
  ...when(before(agreedOn, startedOn), 'agreedOn-day', 'They cannot agree before you began to talk'),
  ...when(
    before(plannedOn, agreedOn),
    'plannedOn-day',
    'The plan cannot be agreed before the family agreed to early help',
  ),
  ...when(plannedOn !== null && reviewOn === null, 'reviewOn-day', 'Enter when you review the plan together'),
  ...when(before(reviewOn, plannedOn), 'reviewOn-day', 'The review cannot come before the plan'),
]

/** Early help rests on agreement (rulebook FD-08): without it there is a conversation, and no plan. */
export const startProblems = (row: EarlyHelp): readonly Problem[] => [
  ...agreementProblems(row),
  ...when(
    row.consent !== 'agreed' && row.plannedOn !== null,
    'plannedOn-day',
    'There is no plan without agreement of the family, so leave this empty',
  ),
  ...daysProblems(row),
]

export const agreedProblems = (row: EarlyHelp): readonly Problem[] => [
  ...agreementProblems({ ...row, consent: 'agreed' }),
  ...daysProblems(row),
]

const noAction = 'Add at least one action to the plan, or leave the day of the plan empty'

export const finishProblems = ({ plannedOn }: EarlyHelp, { actions }: EarlyHelpLines): readonly Problem[] =>
  when(plannedOn !== null && actions.length === 0, 'plannedOn-day', noAction)

export const planProblems = (row: EarlyHelp, { actions }: EarlyHelpLines): readonly Problem[] => [
  ...when(row.plannedOn === null, 'plannedOn-day', 'Enter when you agreed the plan'),
  ...when(actions.length === 0, 'plannedOn-day', 'Add at least one action before you record the plan'),
  ...daysProblems(row),
]

/** The answers of a line stand beside those of the record while it is added. */
export const progressProblems = (row: EarlyHelp, { actions }: EarlyHelpLines): readonly Problem[] => {
  const { actionNumber } = row as EarlyHelp & Line<'progress'>
  return when(
    actionNumber !== null && actionNumber > actions.length,
    'actionNumber',
    actions.length === 1 ? 'The plan has one action' : `The plan has ${actions.length} actions`,
  )
}

export const reviewProblems = (row: EarlyHelp): readonly Problem[] => {
  const { reviewedOn, nextOn } = row as EarlyHelp & Line<'reviews'>
  return [
    ...when(before(reviewedOn, row.plannedOn), 'reviewedOn-day', 'You cannot review the plan before it was agreed'),
    ...when(before(nextOn, reviewedOn), 'nextOn-day', 'The next review cannot come before this one'),
  ]
}

export const shareProblems = (row: EarlyHelp, { actor }: Context): readonly Problem[] => {
  const { shareWith, shareAgreedOn } = row as EarlyHelp & Line<'shares'>
  return [
    ...when(
      shareWith !== null && shareWith === actor.agencyId,
      'shareWith',
      'That is your own agency. It sees it already',
    ),
    ...when(before(shareAgreedOn, row.agreedOn), 'shareAgreedOn-day', 'They agreed to early help only later'),
  ]
}

export const offerProblems = (row: EarlyHelp, { actor }: Context): readonly Problem[] =>
  when(row.offeredTo !== null && row.offeredTo === actor.agencyId, 'offeredTo', 'Your own agency leads already')

export const endProblems = (row: EarlyHelp): readonly Problem[] => [
  ...when(before(row.endedOn, row.startedOn), 'endedOn-day', 'It cannot end before it began'),
  ...when(
    row.outcome === 'needsMet' && row.scoreEnd === null,
    'scoreEnd',
    'Enter where the family sees itself now: a number from 0 to 10',
  ),
]

/** Without agreement nothing leaves the setting. */
export const notAgreed = (row: EarlyHelp): string | false =>
  row.consent !== 'agreed' && 'The family has not agreed to early help, so this stays in your own setting'

/** Whoever reads it, the agency of the lead practitioner works on it. */
export const notLeading = (row: EarlyHelp, _lines: unknown, { actor }: Context): string | false =>
  row.agencyId !== actor.agencyId && 'Only the agency that leads can do this'

export const notAsked = (row: EarlyHelp, _lines: unknown, { actor }: Context): string | false =>
  (row.offeredTo !== actor.agencyId || row.refusedOn !== null) && 'Only an agency that is asked to lead can answer'

/** "Tomi Bello and 2 others", for lists; the first is the first that was written down. */
export const namedOf = ({ children }: EarlyHelpLines): string => {
  const [first] = children
  const name = [first?.givenName, first?.familyName].filter(Boolean).join(' ')
  const others = children.length - 1
  return (others <= 0 ? name : `${name} and ${others} ${others === 1 ? 'other' : 'others'}`).slice(0, 200)
}

/** From the agreement of the family to the plan, as the figure counts. */
export const daysToPlan = ({ agreedOn, plannedOn }: EarlyHelp): number | null =>
  agreedOn === null || plannedOn === null ? null : workingDaysBetween(agreedOn, plannedOn)

export const together = (...lists: readonly (readonly string[] | string | null)[]): readonly string[] => [
  ...new Set(lists.flatMap(one => one ?? [])),
]
