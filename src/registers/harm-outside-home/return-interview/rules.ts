import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found } from '../../../declare/pathway.ts'
import type { LinesOf, RowOf } from '../../../declare/record.ts'
import { formatInstant, type Instant, millisOf } from '../../../kit/dates.ts'
import type { Standing } from './codes.ts'
import type { returnInterview } from './record.ts'

export type Interview = RowOf<typeof returnInterview>
export type InterviewLines = LinesOf<typeof returnInterview>
type Named = InterviewLines['named'][number]

/** Elapsed hours from the return (rulebook MX-03). */
export const interviewHours = 72

export const settings = {
  offer: setting({
    key: 'interview_offer_hours',
    label: 'A return home interview is offered within',
    unit: 'hours of the return',
    default: 24,
    source: 'Local policy, so that the interview can be held within 72 hours',
  }),
  attempts: setting({
    key: 'interview_attempts',
    label: 'Nobody was reached counts from',
    unit: 'attempts',
    default: 2,
    source: 'Local policy: “several attempts”',
  }),
} as const

/** In time or late: a fact that follows from two moments, across any change of the clocks. */
export const heldStanding = (returnedAt: Instant | null, interviewAt: Instant | null): Standing =>
  returnedAt !== null &&
  interviewAt !== null &&
  millisOf(interviewAt) - millisOf(returnedAt) <= interviewHours * 3_600_000
    ? 'heldInTime'
    : 'heldLate'

/** The first attempt is the offer. */
export const offeredFrom = (row: Interview, { attempts }: InterviewLines): Instant | null =>
  [row.offeredAt, ...attempts.map(one => one.attemptAt)].flatMap(one => one ?? []).sort()[0] ?? null

const beforeReturn = (row: Interview, moment: Instant | null, field: string, what: string): readonly Problem[] =>
  when(
    moment !== null && row.returnedAt !== null && moment < row.returnedAt,
    `${field}-day`,
    `${what} cannot be before the child was back, ${row.returnedAt === null ? '' : formatInstant(row.returnedAt)}`,
  )

export const attemptProblems = (row: Interview): readonly Problem[] =>
  beforeReturn(row, (row as Interview & InterviewLines['attempts'][number]).attemptAt, 'attemptAt', 'An attempt')

/** Independent of the child's care, or a reason why not; and nobody is left with an immediate worry that nobody has (RHI-8). */
export const interviewProblems = (row: Interview): readonly Problem[] => [
  ...beforeReturn(row, row.interviewAt, 'interviewAt', 'The interview'),
  ...when(
    row.independent === false && row.whyAcceptable === null,
    'whyAcceptable',
    'Enter why it is acceptable that somebody who is part of the child’s care held it',
  ),
  ...when(row.immediateWorry === true && row.worryWhat === null, 'worryWhat', 'Enter what the immediate worry is'),
  ...when(
    row.immediateWorry === true && row.worryReceiver === null,
    'worryReceiver',
    'Select who acts on the immediate worry. Without that it reaches nobody',
  ),
  ...when(
    row.immediateWorry === false && (row.worryWhat !== null || row.worryReceiver !== null),
    'immediateWorry',
    'You have written an immediate worry or who acts on it. Select yes, or leave both out',
  ),
]

/** A placement of concern is no recipient, whatever was selected (RHI-5). */
export const sendProblems = (row: Interview): readonly Problem[] => {
  const to: readonly string[] = row.sendTo ?? []
  return [
    ...when(
      to.includes('placement') && row.carerOfConcern === true,
      'sendTo',
      'The carer or the placement is a concern, so the placement gets nothing. Take it out',
    ),
    ...when(
      to.includes('placement') && row.placementPlan === null,
      'placementPlan',
      'Enter what the placement should do, or take it out of those who get it',
    ),
    ...when(
      !to.includes('placement') && row.placementPlan !== null,
      'placementPlan',
      row.carerOfConcern === true
        ? 'The carer or the placement is a concern, so leave out a plan for the placement'
        : 'Select the placement as well, or leave out the plan for it',
    ),
    ...when(to.includes('police') && row.police === null, 'police', 'Select which police force gets it'),
    ...when(to.includes('nobody') && to.length > 1, 'sendTo', 'Select who gets it, or “Nobody else” alone'),
  ]
}

export const notOfferedProblems = (row: Interview): readonly Problem[] =>
  when(
    row.notOfferedWhy === 'notRecorded',
    'notOfferedWhy',
    '“Not recorded” is only for records brought in from before. Select the reason',
  )

/** A place that is like one on record is linked to it, or said to be another: the words typed stay either way (RHI-6). */
export const namedProblems = (row: Interview, found: Found): readonly Problem[] => {
  const line = row as Interview & Named
  const names = found.map(one => `${one.name} (${one.reference})`).join(', ')
  return [
    ...when(
      line.namedKind !== 'place' && line.knownPlace !== null,
      'knownPlace',
      'Only a place can be a place on record. Leave it out',
    ),
    ...when(
      line.namedKind === 'place' && line.knownPlace === null && line.noKnownPlace !== true && found.length > 0,
      'knownPlace',
      `On record there is ${names}. Enter its reference, or select below that it is none of them`,
    ),
  ]
}

export const togetherProblems = (row: Interview, found: Found): readonly Problem[] => {
  const [other] = found
  return [
    ...when(row.heldIn === row.id, 'heldIn', 'This is the same record. Enter the reference of the other interview'),
    ...when(
      row.heldIn !== row.id && other?.heldAt === null,
      'heldIn',
      'That interview has not been held. Record it first',
    ),
    ...when(
      row.heldIn !== row.id && other !== undefined && other.sameChild !== true,
      'heldIn',
      'That interview was with another child',
    ),
  ]
}

/** Held together with another: at the moment of that one, also where that is before or after its own time limit. */
export const heldTogether = (row: Interview, found: Found) => {
  const heldAt = found[0]?.heldAt
  const interviewAt = typeof heldAt === 'string' ? heldAt : row.interviewAt
  return { interviewAt, standing: heldStanding(row.returnedAt, interviewAt), offeredAt: row.offeredAt ?? interviewAt }
}
