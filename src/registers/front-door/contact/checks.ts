import { type Problem, when } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import { addDays, londonDay } from '../../../kit/dates.ts'
import type { contact } from './record.ts'
import { type Decision, gestationDays } from './rules.ts'

export type Contact = RowOf<typeof contact>

/** Exactly one of a date of birth and an expected date; not more than 40 weeks before birth (rulebook FD-11). */
const birthProblems = (row: Contact): readonly Problem[] => {
  const received = row.receivedAt === null ? null : londonDay(row.receivedAt)
  return [
    ...when(
      row.bornOn !== null && row.expectedOn !== null,
      'expectedOn-day',
      'Give a date of birth or an expected date, not both',
    ),
    ...when(
      row.expectedOn !== null && received !== null && row.expectedOn > addDays(received, gestationDays),
      'expectedOn-day',
      'Expected date of birth must be within 40 weeks of the contact',
    ),
    ...when(
      row.bornOn !== null && received !== null && row.bornOn > received,
      'bornOn-day',
      'Date of birth must be before the contact arrived. For an unborn child give the expected date',
    ),
  ]
}

export const receptionProblems = (row: Contact): readonly Problem[] => [
  ...birthProblems(row),
  ...when(
    row.consent === 'notSought' && row.whyNotSought === null,
    'whyNotSought',
    'Select why the family was not asked',
  ),
  ...when(
    row.consent !== 'notSought' && row.whyNotSought !== null,
    'whyNotSought',
    'A reason for not asking does not fit: the family was asked',
  ),
]

/** Whoever says that more should have been sought says what, so that it can be learned from. */
export const agreementProblems = (row: Contact): readonly Problem[] =>
  when(
    row.informationSought === 'moreShouldHaveBeen' && row.agreementNote === null,
    'agreementNote',
    'Enter what more should have been sought',
  )

const needsFamilyAgreement = (decision: Decision | null): boolean => decision === 'earlyHelp'

/** Early help rests on agreement (rulebook FD-08): refused or unasked agreement needs another decision or a reason. */
export const decisionProblems = (row: Contact): readonly Problem[] => [
  ...when(
    needsFamilyAgreement(row.decision as Decision | null) && row.consent === 'refused',
    'decision',
    'The family refused. Early help needs agreement: choose another decision, or reach out to the family first',
  ),
  ...when(
    ['alreadyOpen', 'otherAuthority', 'earlyHelp', 'childInNeed', 'strategyDiscussion'].includes(row.decision ?? '') &&
      row.passedTo === null,
    'passedTo',
    'Enter which service, team or authority it goes to',
  ),
]
