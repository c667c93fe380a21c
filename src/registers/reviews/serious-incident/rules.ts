import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, Context, LinesOf, RowOf } from '../../../declare/record.ts'
import type { seriousIncident } from './record.ts'

export type Incident = RowOf<typeof seriousIncident>
export type IncidentLines = LinesOf<typeof seriousIncident>
type LineOf<G extends keyof (typeof seriousIncident)['lines']> = Answers<(typeof seriousIncident)['lines'][G]['fields']>

export const settings = {
  childDeath: setting({
    key: 'child_death_told_hours',
    label: 'A child’s death is told to the child death review partners within',
    unit: 'hours of its being known',
    default: 24,
    source: 'Local policy (child death review guidance 2018 says 24 to 48 hours; rulebook SI-07, grade C)',
  }),
}

/** A pseudonym and nothing else: a given name in a title would be read by everybody who sees the list. */
export const isPseudonym = (text: string): boolean =>
  /^(Child|Children|Young person|Baby|Family) [A-Z]{1,3}$/.test(text)

export const startProblems = (row: Incident): readonly Problem[] => [
  ...when(
    row.pseudonym !== null && !isPseudonym(row.pseudonym),
    'pseudonym',
    'Enter “Child” and one to three capital letters, for example Child K. A name must not stand here',
  ),
  ...when(
    row.happenedOn !== null && row.awareOn !== null && row.awareOn < row.happenedOn,
    'awareOn-day',
    'The authority cannot have become aware before it happened',
  ),
  ...when(
    row.harm === 'death' && row.deathKnownAt === null,
    'deathKnownAt-day',
    'Enter when the death was known. It is to be told to the child death review partners',
  ),
  ...when(
    row.harm !== null && row.harm !== 'death' && row.deathKnownAt !== null,
    'deathKnownAt-day',
    'Leave it empty, or say that the child died',
  ),
]

const notBefore = (day: string | null, first: string | null, field: string, what: string): readonly Problem[] =>
  when(day !== null && first !== null && day < first, field, `${what} before the authority became aware`)

export const notifiedProblems = (row: Incident): readonly Problem[] =>
  notBefore(row.notifiedOn, row.awareOn, 'notifiedOn-day', 'The Panel cannot have been notified')

export const partnersProblems = (row: Incident): readonly Problem[] =>
  notBefore(row.partnersToldOn, row.awareOn, 'partnersToldOn-day', 'The partners cannot have been told')

export const childDeathProblems = (row: Incident): readonly Problem[] =>
  when(
    row.childDeathToldAt !== null && row.deathKnownAt !== null && row.childDeathToldAt < row.deathKnownAt,
    'childDeathToldAt-day',
    'The death cannot have been told before it was known',
  )

/** SI-01: the death of a looked-after child is notified whether or not anything points to abuse. */
export const mustNotify = ({ harm, care }: Incident): string | false =>
  harm === 'death' &&
  care === 'lookedAfter' &&
  'The death of a looked-after child is notified, whether or not abuse is suspected'

export const askedProblems = (row: Incident): readonly Problem[] => {
  const { askedOn, answerBy } = row as unknown as LineOf<'asked'>
  return when(
    askedOn !== null && answerBy !== null && answerBy < askedOn,
    'answerBy-day',
    'It cannot be needed before it was asked for',
  )
}

/** An agency's lead answers for their own agency; the partnership records what came by letter. */
export const answeredProblems = (row: Incident, { actor }: Context, lines: IncidentLines): readonly Problem[] => {
  const { answeredAgency, answeredOn } = row as unknown as LineOf<'answered'>
  const question = lines.asked.find(one => one.askedAgency === answeredAgency)
  return [
    ...when(
      actor.role === 'agency_lead' && answeredAgency !== null && answeredAgency !== actor.agencyId,
      'answeredAgency',
      'Select your own agency',
    ),
    ...when(answeredAgency !== null && !question, 'answeredAgency', 'This agency was not asked. Ask it first'),
    ...when(
      answeredOn !== null && question !== undefined && question.askedOn !== null && answeredOn < question.askedOn,
      'answeredOn-day',
      'It cannot have been sent before it was asked for',
    ),
  ]
}

/** A later decision says why; a decision that was never changed needs no such reason. */
export const decisionProblems = (row: Incident, lines: IncidentLines): readonly Problem[] => {
  const { madeOn, changedWhy } = row as unknown as LineOf<'decisions'>
  const last = lines.decisions.at(-1)
  return [
    ...when(last !== undefined && changedWhy === null, 'changedWhy', 'Enter why the decision is changed'),
    ...when(
      last === undefined && changedWhy !== null,
      'changedWhy',
      'There is no decision yet that could be changed. Leave this empty',
    ),
    ...notBefore(madeOn, row.awareOn, 'madeOn-day', 'It cannot have been decided'),
    ...when(
      madeOn !== null && typeof last?.madeOn === 'string' && madeOn < last.madeOn,
      'madeOn-day',
      'It cannot be older than the decision that it changes',
    ),
  ]
}

export const decided = (row: Incident, { actor }: Context, lines: IncidentLines) => {
  const last = lines.decisions.at(-1)
  return {
    firstOutcome: row.firstOutcome ?? last?.decision ?? null,
    outcome: last?.decision ?? null,
    decidedOn: last?.madeOn ?? null,
    decidedBy: actor.accountId,
  }
}

const names = {
  facts: 'the facts',
  immediateAction: 'what was done at once',
  potential: 'what could be learned',
  familyView: 'the view of the family',
} as const

/** SI-04: what a rapid review has to say before it goes to the Panel. */
export const missingParts = (row: Incident, { decisions, asked }: IncidentLines): readonly string[] => [
  ...Object.entries(names).flatMap(([field, words]) => (row[field as keyof typeof names] === null ? [words] : [])),
  ...(asked.length === 0 ? ['the agencies that were asked'] : []),
  ...(decisions.length === 0 ? ['the decision with the four criteria'] : []),
]

export const notComplete = (row: Incident, lines: IncidentLines): string | false => {
  const missing = missingParts(row, lines)
  return missing.length > 0 && `The rapid review is not complete. It still needs: ${missing.join(', ')}`
}

export const letterProblems = (row: Incident): readonly Problem[] => {
  const { letterOn } = row as unknown as LineOf<'letters'>
  return notBefore(letterOn, row.awareOn, 'letterOn-day', 'A letter cannot have been written')
}

/** An answer comes from the Panel and says whether it agrees; everything else is a letter. */
export const answerProblems = (row: Incident): readonly Problem[] => {
  const { direction, letterKind } = row as unknown as LineOf<'letters'>
  return [
    ...letterProblems(row),
    ...when(direction === 'toPanel', 'direction', 'An answer comes from the Panel. Record this as another letter'),
    ...when(letterKind === 'other', 'letterKind', 'This is no answer to the decision. Record it as another letter'),
  ]
}

export const answerOf = ({ letters }: IncidentLines) => {
  const last = letters.at(-1)
  const kind = last?.letterKind
  return last?.direction !== 'fromPanel' || kind === undefined || kind === null || kind === 'other'
    ? {}
    : { panelAnswer: kind, panelAnsweredOn: last.letterOn }
}

/** Where the Panel sees it differently, the partnership decides again, also where it stays with what it decided. */
export const answerOwed = ({ panelAnswer, panelAnsweredOn, decidedOn }: Incident): string | false =>
  panelAnswer !== null &&
  panelAnswer !== 'agrees' &&
  (decidedOn === null || (panelAnsweredOn !== null && decidedOn < panelAnsweredOn)) &&
  'The Panel sees it differently. Decide again first, also if the decision stays'

export const nothingToOpen = (row: Incident): string | false =>
  row.outcome === null || row.outcome === 'rapidReviewOnly'
    ? 'The decision is not that there is a review'
    : row.commissionedAs === row.outcome && 'This review is open already'

export const notFinished = (row: Incident): string | false =>
  row.outcome === null
    ? 'Nothing is decided yet about a review'
    : answerOwed(row) ||
      (row.outcome !== 'rapidReviewOnly' && row.commissionedAs !== row.outcome && 'Open the review first')
