import { type Problem, when } from '../../../declare/input.ts'
import type { Context, LinesOf, RowOf } from '../../../declare/record.ts'
import { addMonths, type Day, londonDay } from '../../../kit/dates.ts'
import type { subjectAccess } from './record.ts'

export { applyRedactions, type Entry, type GivenEntry, type Redaction, strayRedactions } from './redact.ts'

export type SubjectAccess = RowOf<typeof subjectAccess>
export type SubjectAccessLines = LinesOf<typeof subjectAccess>
type RedactionLine = SubjectAccessLines['redactions'][number]

export const receivedProblems = (row: SubjectAccess): readonly Problem[] =>
  when(
    row.person === null && row.subjectName === null,
    'person',
    'Enter the reference of the person, or below the name and date of birth',
  )

/** A parent asks for a child only as far as the child cannot ask for itself, or agrees (rulebook SR-01). */
export const identityProblems = (row: SubjectAccess): readonly Problem[] => [
  ...when(
    row.identityOn !== null && row.receivedOn !== null && row.identityOn < row.receivedOn,
    'identityOn-day',
    'Enter the day of the request or a later one',
  ),
  ...when(
    row.competence !== null && row.competence !== 'adult' && row.competenceWhy === null,
    'competenceWhy',
    'Enter how you know whether the child understands',
  ),
  ...when(
    row.requester === 'self' && row.competence !== null && row.competence !== 'adult',
    'competence',
    'The request says that the person is an adult. Withdraw it and record it again if that is wrong',
  ),
  ...when(
    ['child', 'parent'].includes(row.requester ?? '') && row.competence === 'adult',
    'competence',
    'The request says that the person is a child. Withdraw it and record it again if that is wrong',
  ),
  ...when(
    row.requester === 'child' && row.competence === 'notYet',
    'competence',
    'Somebody with parental responsibility can ask for a child who does not understand yet. Refuse this request, and say so',
  ),
  ...when(
    row.requester === 'parent' && row.competence === 'competent' && row.childAgrees === null,
    'childAgrees',
    'The right is the child’s own. Select whether the child agrees that the parent asks',
  ),
]

/** Who asks without the child's agreement, for a child who could ask, has no right to the copy. */
export const notEntitled = (row: SubjectAccess): boolean =>
  row.requester === 'parent' && row.competence === 'competent' && row.childAgrees === false

/**
 * The day from which the month counts: that of the request, or the one on which we knew who asks where we had to ask for
 * proof (UK GDPR article 12A; rulebook SR-01).
 */
export const countsFrom = (row: SubjectAccess): Day | null =>
  row.identityAskedOn === null ? row.receivedOn : row.identityOn

/** The person has to be told of an extension within the first month (UK GDPR article 12(3)). */
export const extensionEnds = (row: SubjectAccess): Day | null =>
  row.nextDueAt !== null ? londonDay(row.nextDueAt) : row.countsFrom === null ? null : addMonths(row.countsFrom, 1)

export const redactionProblems = (row: SubjectAccess): readonly Problem[] => {
  // The answers of the line stand beside those of the record while a deed is checked.
  const line = row as SubjectAccess & RedactionLine
  return [
    ...when(line.extent === 'words' && line.passage === null, 'passage', 'Enter which words are taken out'),
    ...when(
      line.extent === 'whole' && line.passage !== null,
      'passage',
      'All of the entry is taken out. Leave the words out, or select some words',
    ),
  ]
}

const sameEntry = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.trim().toLowerCase() === other.trim().toLowerCase()

/** Lines about the entry that is given after all. */
export const putBackLines = (row: SubjectAccess, lines: SubjectAccessLines): readonly string[] =>
  lines.redactions.filter(({ entry }) => sameEntry(entry, row.putBack)).map(({ id }) => id)

export const putBackProblems = (row: SubjectAccess, lines: SubjectAccessLines): readonly Problem[] =>
  when(
    row.putBack !== null && putBackLines(row, lines).length === 0,
    'putBack',
    'Nothing is taken out of an entry of that name',
  )

export const answeredProblems = (row: SubjectAccess, { today }: Pick<Context, 'today'>): readonly Problem[] => [
  ...when(
    row.answeredOn !== null && row.receivedOn !== null && row.answeredOn < row.receivedOn,
    'answeredOn-day',
    'It cannot be answered before it arrived',
  ),
  ...when(row.answeredOn !== null && row.answeredOn > today, 'answeredOn-day', 'Enter today or an earlier day'),
]
