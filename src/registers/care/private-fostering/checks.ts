import { type Problem, when } from '../../../declare/input.ts'
import type { LinesOf, RowOf } from '../../../declare/record.ts'
import { type Day, formatDay } from '../../../kit/dates.ts'
import { plural } from '../../../kit/names.ts'
import type { arrangement } from './record.ts'
import {
  definitionOf,
  isCloseRelation,
  isResponsible,
  isTooOld,
  type Relation,
  relations,
  shortestStayDays,
  stayDays,
  visitsFrom,
} from './rules.ts'

export type Arrangement = RowOf<typeof arrangement>
export type ArrangementLines = LinesOf<typeof arrangement>
type Visit = ArrangementLines['visits'][number]

/** A question that must be answered for this deed, though not when the record is started. */
export const needs = (
  row: Arrangement,
  field: keyof Arrangement & string,
  message: string,
  part = '',
): readonly Problem[] => when(row[field] === null, `${field}${part}`, message)

/** What follows from the answers: whether it is private fostering, and from when visits are counted. */
export const derived = (row: Arrangement) => ({
  definition: definitionOf(row),
  visitsFrom: visitsFrom(row.awareOn, row.startsOn, row.livesThere),
})

/** Dates and answers of a notification that contradict each other. */
export const notificationProblems = (row: Arrangement, today: Day): readonly Problem[] => [
  ...when(
    row.awareOn !== null && row.notifiedOn !== null && row.awareOn > row.notifiedOn,
    'awareOn-day',
    'The council knew of the arrangement at the latest on the day it was notified',
  ),
  ...when(
    row.bornOn !== null && row.notifiedOn !== null && row.bornOn > row.notifiedOn,
    'bornOn-day',
    'Date of birth must be before the notification',
  ),
  ...when(
    row.livesThere === 'yes' && row.startsOn === null,
    'startsOn-day',
    'Enter when the child moved in. An estimate is better than nothing',
  ),
  ...when(
    row.livesThere === 'yes' && row.startsOn !== null && row.startsOn > today,
    'startsOn-day',
    'The child lives there already, so the day of the move must be today or in the past',
  ),
  ...when(
    row.startsOn !== null && row.expectedEndOn !== null && row.expectedEndOn < row.startsOn,
    'expectedEndOn-day',
    'The expected end must be after the child moves in',
  ),
  ...lengthProblems(row),
]

/**
 * A page that is filled in again shows no earlier choice, so each has to be made: an answer left out would be an answer
 * lost. At the start they may be left out, because the person who tells us may not know.
 */
export const childUnanswered = (row: Arrangement): readonly Problem[] => [
  ...needs(row, 'sex', 'Select the sex of the child'),
  ...needs(row, 'disabled', 'Select whether the child is disabled'),
  ...needs(row, 'ethnicity', 'Select the ethnic group of the child'),
  ...needs(row, 'homesForUkraine', 'Select whether the child came under Homes for Ukraine'),
]
export const stayUnanswered = (row: Arrangement): readonly Problem[] => [
  ...needs(row, 'carerRelation', 'Select what the carer is to the child'),
  ...needs(row, 'livesThere', 'Select whether the child lives there already'),
  ...needs(row, 'length', 'Select how long the stay is, or is meant to be'),
  ...needs(row, 'why', 'Select why the child lives there'),
]

const lengthProblems = ({ startsOn, expectedEndOn, length }: Arrangement): readonly Problem[] => {
  if (startsOn === null || expectedEndOn === null || expectedEndOn < startsOn) return []
  const days = stayDays(startsOn, expectedEndOn)
  const words = `From ${formatDay(startsOn)} to ${formatDay(expectedEndOn)} is ${plural(days, 'day')}`
  return [
    ...when(length === 'under28Days' && days >= shortestStayDays, 'length', `${words}, so the stay is 28 days or more`),
    ...when(
      length === 'days28OrMore' && days < shortestStayDays,
      'length',
      `${words}, so the stay is less than 28 days`,
    ),
  ]
}

/** Visits that count for the first visit: the child was seen, or had not moved in and the carer's home was visited. */
const seen = (visit: Visit) => visit.childSeen === 'alone' || visit.childSeen === 'notAlone'
const datesOf = (visits: readonly Visit[]): readonly Day[] => visits.flatMap(({ visitedOn }) => visitedOn ?? []).sort()

/** First and last visit, worked out anew from all visits, so that a corrected date corrects them too. */
export const visitDates = (row: Arrangement, { visits }: ArrangementLines) => {
  const toChild = datesOf(visits.filter(seen))
  const first = datesOf(visits.filter(visit => seen(visit) || visit.childSeen === 'notThereYet'))
  const { toldMovedInOn, startsOn } = row
  return {
    firstVisitOn: first[0] ?? null,
    lastVisitOn: toChild.at(-1) ?? null,
    arrivalVisitOn: toldMovedInOn === null ? null : (toChild.find(day => startsOn === null || day >= startsOn) ?? null),
  }
}

export const visitProblems = (row: Arrangement): readonly Problem[] => {
  // The line's answers stand beside the record's while a deed is checked.
  const visit = row as Arrangement & Visit
  return [
    ...when(
      ['notAlone', 'notSeen'].includes(visit.childSeen ?? '') && visit.whyNotAlone === null,
      'whyNotAlone',
      'Enter why the child was not seen alone',
    ),
    ...when(
      visit.childSeen === 'alone' && visit.whyNotAlone !== null,
      'whyNotAlone',
      'The child was seen alone, so a reason why not does not fit',
    ),
    ...when(
      visit.childSeen === 'notThereYet' && row.livesThere === 'yes' && (visit.visitedOn ?? '') >= (row.startsOn ?? ''),
      'childSeen',
      'The child had moved in by then. Select whether the child was seen',
    ),
    ...when(
      visit.visitedOn !== null && row.awareOn !== null && visit.visitedOn < row.awareOn,
      'visitedOn-day',
      `The visit must be on or after ${row.awareOn === null ? '' : formatDay(row.awareOn)}, when the council first knew of the arrangement`,
    ),
    ...when(
      visit.visitedOn !== null && row.endedOn !== null && visit.visitedOn > row.endedOn,
      'visitedOn-day',
      `The arrangement ended on ${row.endedOn === null ? '' : formatDay(row.endedOn)}. A visit after that is not a visit under it`,
    ),
  ]
}

/** The visit that a correction is about: the one recorded last for that date. */
export const visitOn = (day: Day | null, { visits }: ArrangementLines): Visit | undefined =>
  visits.filter(visit => visit.visitedOn === day).at(-1)

export const correctionProblems = (row: Arrangement, lines: ArrangementLines): readonly Problem[] => [
  ...when(
    row.wrongVisitOn !== null && visitOn(row.wrongVisitOn, lines) === undefined,
    'wrongVisitOn-day',
    'No visit is recorded on that date',
  ),
]

const relationWords = (relation: Relation): string => {
  const option = relations[relation]
  return (typeof option === 'string' ? option : option.label).toLowerCase()
}

/** A reason for closing must agree with what is recorded, or the record must be corrected first. */
export const whyNotProblems = (row: Arrangement, today: Day): readonly Problem[] => {
  const { whyNot, carerRelation } = row
  const relation = carerRelation === null ? 'not known' : `“${relationWords(carerRelation)}”`
  const wrongRelation = `The carer is recorded as ${relation}. Correct that first, or select another reason`
  return [
    ...when(whyNot === 'parent' && !(carerRelation !== null && isResponsible(carerRelation)), 'whyNot', wrongRelation),
    ...when(
      whyNot === 'closeRelative' && !(carerRelation !== null && isCloseRelation(carerRelation)),
      'whyNot',
      wrongRelation,
    ),
    ...when(
      whyNot === 'tooOld' && isTooOld(row, today) !== true,
      'whyNot',
      'By the date of birth and whether the child is disabled, the child is not too old. Correct that first, or select another reason',
    ),
    ...when(
      whyNot === 'shortStay' && row.length !== 'under28Days',
      'whyNot',
      'The stay is not recorded as less than 28 days. Correct that first, or select another reason',
    ),
  ]
}

/** Nobody may agree that something is private fostering which by its own answers is not. */
export const notByDefinition = (row: Arrangement): string | false => {
  const { definition } = row
  if (definition === 'meets') return false
  if (definition === 'notKnown' || definition === null)
    return 'An answer about the age of the child, the stay or the carer is missing. Complete the notification first'
  return 'By the answers recorded this is not private fostering. Correct them, or close it as not private fostering'
}
