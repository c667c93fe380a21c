import { type Problem, when } from '../../../declare/input.ts'
import type { Context, LinesOf, RowOf } from '../../../declare/record.ts'
import { isNhsNumber, isUpn } from '../../../kit/checkDigits.ts'
import { addDays } from '../../../kit/dates.ts'
import type { person } from './record.ts'

export type Person = RowOf<typeof person>
type PersonLines = LinesOf<typeof person>

/** Digits and letters without the spaces people write between them. */
export const packed = (text: string | null): string | null => text?.replace(/[\s-]/g, '').toUpperCase() ?? null

const fullTerm = 300
/** Nobody on record is older (rulebook SR-02 and RT-01 count retention from birth). */
const oldest = 125

/** What is wrong with the dates and numbers of a person, taken together. */
export const personProblems = (row: Person, { today }: Context): readonly Problem[] => [
  ...when(
    row.bornOn !== null && row.expectedOn !== null,
    'expectedOn-day',
    'Give the date of birth or the expected date of birth, not both',
  ),
  ...when(
    row.expectedOn !== null && row.expectedOn > addDays(today, fullTerm),
    'expectedOn-day',
    'The expected date of birth is more than ten months away (rulebook FD-11)',
  ),
  ...when(
    row.bornOn !== null && Number(today.slice(0, 4)) - Number(row.bornOn.slice(0, 4)) > oldest,
    'bornOn-year',
    `The date of birth is more than ${oldest} years ago`,
  ),
  ...when(
    row.birthKnown === 'exact' && row.bornOn === null && row.expectedOn === null,
    'bornOn-day',
    'Enter the date of birth, or say that it is estimated or not known',
  ),
  ...when(
    row.birthKnown === 'unborn' && row.expectedOn === null,
    'expectedOn-day',
    'Enter the expected date of birth of the unborn child',
  ),
]

export const diedProblems = (row: Person): readonly Problem[] =>
  when(
    row.diedOn !== null && row.bornOn !== null && row.diedOn < row.bornOn,
    'diedOn-day',
    'The day of death is before the date of birth',
  )

/** Identifiers as they are checked before anybody relies on them. `found` are living people with the same number. */
export const identifierProblems = (row: Person, found: readonly Readonly<Record<string, unknown>>[]) => {
  const nhs = packed(row.nhsNumber)
  const upn = packed(row.upn)
  const same = found[0]
  return [
    ...when(
      nhs !== null && !isNhsNumber(nhs),
      'nhsNumber',
      'This is not an NHS number: its last digit does not fit. Check each digit',
    ),
    ...when(upn !== null && !isUpn(upn), 'upn', 'This is not a unique pupil number: its first letter does not fit'),
    ...when(
      same !== undefined,
      'nhsNumber',
      `${String(same?.reference)} has this NHS number. Two living people cannot share one: if they are the same person, say so there, else leave it out`,
    ),
  ]
}

/** Living people whom this person may see, with the same NHS number, and not known to be the same person. */
export const sameNumber = (row: Person) => {
  const nhs = packed(row.nhsNumber)
  return nhs === null || row.diedOn !== null
    ? null
    : {
        sql: `select p.reference from canopy.person p
               where p.nhs_number = $1 and p.id is distinct from $2 and p.died_on is null and p.state = 'current'
               order by p.reference limit 1`,
        values: [nhs, row.id],
      }
}

/** Lines that stand on a day: begun, and not ended before it. */
const standing = <L extends { readonly since: string | null; readonly until: string | null }>(
  lines: readonly L[],
  day: string,
): readonly L[] =>
  lines.filter(({ since, until }) => (since === null || since <= day) && (until === null || until >= day))

/** The name in use: the latest of those called usual, else what stands on the record. */
export const nameInUse = (lines: PersonLines, { today }: Context) => {
  const usual = standing(lines.names, today).filter(({ use }) => use === 'usual')
  const latest = usual.at(-1)
  return latest ? { givenName: latest.nameGiven, familyName: latest.nameFamily } : {}
}

/** Where the person lives now: the latest address said to be home, that stands today. */
export const homeNow = (row: Person, lines: PersonLines, { today }: Context) => {
  const home = standing(lines.addresses, today)
    .filter(({ addressUse }) => addressUse === 'home')
    .at(-1)
  return home
    ? { address: home.addressText, postcode: postcodeOf(home.addressPostcode) }
    : { address: row.address, postcode: row.postcode }
}

/** "N1 2AB", however it was typed. */
export const postcodeOf = (text: string | null): string | null => {
  const letters = packed(text)
  return letters === null || letters === '' ? null : `${letters.slice(0, -3)} ${letters.slice(-3)}`.trim()
}
