import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import { addDays, addMonths, ageOn, type Day, daysBetween, formatDay, londonDay } from '../../../kit/dates.ts'
import { members, quorum, type routes } from './codes.ts'
import type { traffickingReferral } from './record.ts'

export type Referral = RowOf<typeof traffickingReferral>
export type ReferralLines = LinesOf<typeof traffickingReferral>
type Hearing = Answers<(typeof traffickingReferral)['lines']['hearings']['fields']>

/** Local limits: guidance says "as soon as possible" (NR-01), and 24 to 48 hours is usual for a guardian (NR-05, grade D). */
export const settings = {
  refer: setting({
    key: 'trafficking_refer_days',
    label: 'A case brought to the coordinator is referred within',
    unit: 'working days',
    default: 1,
    source: 'Local policy (rulebook NR-01: as soon as possible)',
  }),
  guardian: setting({
    key: 'trafficking_guardian_hours',
    label: 'A trafficked child is referred to the guardian service within',
    unit: 'hours',
    default: 48,
    source: 'Local policy (rulebook NR-05, grade D)',
  }),
} as const

/** First day of the pilot of local panels (rulebook NR-04). */
export const panelFrom: Day = '2021-06-01'
/** The panel decides only for children who are more than so many days from 18 (rulebook NR-04). */
export const panelDaysTo18 = 100
/** The panel decides on reasonable grounds within so many days of the referral (rulebook NR-04). */
export const panelLimitDays = 45
/** The Single Competent Authority aims to decide on reasonable grounds within so many working days (rulebook NR-02). */
export const authorityLimitDays = 5
/** From this day the recovery period is 30 days; it was 45 (rulebook NR-03). */
export const shorterRecoveryFrom: Day = '2023-01-30'

/** The day on which somebody is 18: of those born on 29 February, 1 March. */
export const eighteenOn = (bornOn: Day): Day => {
  const day = addMonths(bornOn, 12 * 18)
  return ageOn(bornOn, day) < 18 ? addDays(day, 1) : day
}

/** Days from a day to the 18th birthday; negative after it. */
export const daysTo18 = (bornOn: Day, on: Day): number => daysBetween(on, eighteenOn(bornOn))

/** Who decides, by the test of age on the day of the referral; nobody can tell without a date of birth. */
export const routeOf = (bornOn: Day | null, referredOn: Day | null): keyof typeof routes | null =>
  bornOn === null || referredOn === null
    ? null
    : referredOn >= panelFrom && daysTo18(bornOn, referredOn) > panelDaysTo18
      ? 'panel'
      : 'authority'

/** Length of the recovery period, by the day of the positive reasonable grounds decision (rulebook NR-03). */
export const recoveryDays = (reasonableOn: Day): number => (reasonableOn < shorterRecoveryFrom ? 45 : 30)

/** First day on which the Single Competent Authority may decide on conclusive grounds. */
export const conclusiveFrom = (reasonableOn: Day): Day => addDays(reasonableOn, recoveryDays(reasonableOn))

export const broughtProblems = (row: Referral): readonly Problem[] =>
  when(
    row.identifiedAt !== null && row.broughtOn !== null && londonDay(row.identifiedAt) > row.broughtOn,
    'identifiedAt-day',
    'The signs cannot have been seen after the case was brought',
  )

export const referProblems = (row: Referral): readonly Problem[] => [
  ...when(
    row.bornOn === null,
    'referredOn-day',
    'The date of birth of the child is not known. Record it with the person, even as an estimate: it says who decides',
  ),
  ...when(
    row.referredOn !== null && row.identifiedAt !== null && row.referredOn < londonDay(row.identifiedAt),
    'referredOn-day',
    'The referral cannot have been sent before the signs were seen',
  ),
]

/** What follows from the day of the referral. */
export const whoDecides = (row: Referral) => {
  const route = routeOf(row.bornOn, row.referredOn)
  return {
    route,
    daysTo18: row.bornOn === null || row.referredOn === null ? null : daysTo18(row.bornOn, row.referredOn),
    authorityFrom: route === 'authority' ? row.referredOn : null,
  }
}

const hearingOf = (row: Referral) => row as Referral & Hearing

export const hearingProblems = (row: Referral): readonly Problem[] => {
  const { heldOn, broughtOn } = hearingOf(row)
  return when(
    heldOn !== null && broughtOn !== null && heldOn < broughtOn,
    'heldOn-day',
    'The panel cannot have heard the case before it was brought',
  )
}

const wordsOf = (member: keyof typeof members): string => members[member].toLowerCase()

/** A decision binds only with social care, police and health there, under a chair who is independent of the case (rulebook NR-04). */
export const decisionProblems = (row: Referral): readonly Problem[] => {
  const { heldOn, present, chairIndependent } = hearingOf(row)
  const absent = quorum.filter(one => !(present ?? []).includes(one)).map(wordsOf)
  return [
    ...hearingProblems(row),
    ...when(
      heldOn !== null && row.referredOn !== null && heldOn < row.referredOn,
      'heldOn-day',
      'The panel decides on referrals. This one was sent after that day',
    ),
    ...when(
      absent.length > 0,
      'present',
      `A decision does not bind without ${absent.join(' and ')}. Record a hearing that deferred the case`,
    ),
    ...when(
      chairIndependent === false,
      'chairIndependent',
      'A decision does not bind under a chair who is not independent of the case',
    ),
  ]
}

export const conclusiveAtPanelProblems = (row: Referral): readonly Problem[] => [
  ...decisionProblems(row),
  ...when(
    hearingOf(row).heldOn !== null && row.reasonableOn !== null && (hearingOf(row).heldOn ?? '') < row.reasonableOn,
    'heldOn-day',
    'Conclusive grounds cannot be decided before reasonable grounds',
  ),
]

export const authorityReasonableProblems = (row: Referral): readonly Problem[] =>
  when(
    row.reasonableOn !== null && row.authorityFrom !== null && row.reasonableOn < row.authorityFrom,
    'reasonableOn-day',
    'The Single Competent Authority cannot have decided before it had the referral',
  )

/** Not before the recovery period has passed, for the Single Competent Authority alone: the panel may decide both at one meeting. */
export const authorityConclusiveProblems = (row: Referral): readonly Problem[] =>
  when(
    row.conclusiveOn !== null && row.conclusiveFrom !== null && row.conclusiveOn < row.conclusiveFrom,
    'conclusiveOn-day',
    row.conclusiveFrom === null || row.reasonableOn === null
      ? ''
      : `Conclusive grounds are not decided before ${formatDay(row.conclusiveFrom)}: ${recoveryDays(row.reasonableOn)} days after reasonable grounds`,
  )

/** The day of the hearing that was just added. */
export const heardOn = ({ hearings }: ReferralLines): Day | null => hearings.at(-1)?.heldOn ?? null

export const notPanel = (row: Referral): string | false =>
  row.route !== null && row.route !== 'panel' && 'The Single Competent Authority decides this one'
export const notAuthority = (row: Referral): string | false => row.route !== 'authority' && 'The panel decides this one'

export const guardianProblems = (row: Referral): readonly Problem[] => [
  ...when(row.guardianNot === 'other' && row.guardianNotWords === null, 'guardianNotWords', 'Enter which reason'),
  ...when(
    row.guardianNot === 'abroadOnly' && row.place !== 'abroad',
    'guardianNot',
    'The child is recorded as exploited elsewhere too. Correct that first, or select another reason',
  ),
]
