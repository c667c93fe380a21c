import { type Problem, when } from '../../../declare/input.ts'
import type { LinesOf, RowOf } from '../../../declare/record.ts'
import type { worryReport } from './record.ts'

export type Report = RowOf<typeof worryReport>
export type ReportLines = LinesOf<typeof worryReport>
type Child = ReportLines['children'][number]

/** Whoever says that a child is not safe telephones first, or says that nobody answered. */
export const telephoneProblems = (
  row: Pick<Report, 'safeNow' | 'spokenTo' | 'spokenAt' | 'notReached'>,
): readonly Problem[] => {
  if (row.safeNow === null || row.safeNow === 'yes' || (row.notReached ?? []).length > 0) return []
  const told = 'Telephone the contact team now'
  return [
    ...when(
      row.spokenTo === null,
      'spokenTo',
      `${told} and enter who you spoke to, or select that you could not get through`,
    ),
    ...when(row.spokenTo !== null && row.spokenAt === null, 'spokenAt-day', 'Enter when you spoke to them'),
  ]
}

export const reportProblems = (row: Report): readonly Problem[] => [
  ...telephoneProblems(row),
  ...when(
    row.familyKnows !== null && row.familyKnows !== 'told' && (row.whyNotTold ?? []).length === 0,
    'whyNotTold',
    'Select why the family does not know all of it',
  ),
  ...when(
    (row.whyNotTold ?? []).includes('other') && row.whyNotToldWords === null,
    'whyNotToldWords',
    'Enter the other reason why the family does not know',
  ),
  ...when(
    row.consent === 'notSought' && row.whyNotSought === null,
    'whyNotSought',
    'Select why the family was not asked',
  ),
]

/** Not more than 40 weeks before birth (rulebook FD-11). */
export const childProblems = (child: Child, children: readonly Child[]): readonly Problem[] => [
  ...when(
    child.born === 'yes' && child.expectedOn !== null,
    'expectedOn-day',
    'An expected date does not fit: the child is born',
  ),
  ...when(
    child.born === 'no' && child.bornOn !== null,
    'bornOn-day',
    'A date of birth does not fit: the child is not born',
  ),
  ...when(child.born === 'no' && child.expectedOn === null, 'expectedOn-day', 'Enter the expected date of birth'),
  ...when(
    child.sameAddress === true && children.length === 0,
    'sameAddress',
    'This is the first child: enter where the child lives',
  ),
  ...when(
    child.sameAddress !== true && child.address === null,
    'address',
    'Enter where the child lives, or that it is not known',
  ),
]

/** What the police say of their report, they say once. */
export const policeProblems = (before: ReportLines['police']): readonly Problem[] =>
  when(before.length > 0, 'incidentReference', 'One report to the contact team is about one report of the police')

/** "Tomi Bello and 2 others", for lists; the first is the first that was written down. */
export const namedOf = (children: readonly Child[]): string => {
  const [first] = children
  const name = [first?.givenName, first?.familyName].filter(Boolean).join(' ')
  const others = children.length - 1
  return others <= 0 ? name : `${name} and ${others} ${others === 1 ? 'other' : 'others'}`
}

const familyWords = {
  told: 'They know all of it.',
  partly: 'They know some of it.',
  notTold: 'They do not know.',
} as const

/** What the family knows, in the words of a contact. */
export const familyKnowsWords = (row: Report): string =>
  [row.familyKnows === null ? '' : familyWords[row.familyKnows], row.familySaid ?? '', row.whyNotToldWords ?? '']
    .filter(part => part !== '')
    .join('\n')
    .slice(0, 20_000)
