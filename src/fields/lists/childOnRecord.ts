import { choice, date, optional, related, sensitive, text, wholeNumber } from '../../declare/field.ts'
import type { Found, Look } from '../../declare/pathway.ts'
import { ageOn, type Day } from '../../kit/dates.ts'
import { type EthnicGroupCode, ethnicGroups } from './ethnicity.ts'
import { ageBandOf, ageBands, sexes } from './harmOutsideHome.ts'

/**
 * What a record of harm outside the home keeps of the child it is about, taken from the child's own record on the day: name, sex,
 * ethnic group and date of birth as they were known, and the age worked out from it. Nobody types an age.
 */
export const childOnRecord = <const R extends string>(register: R) =>
  ({
    person: related('Which child or young person?', register, {
      about: true,
      label: 'Child',
      hint: 'Reference of the person, for example PER-26-00042',
      missing: 'Enter the reference of the child',
    }),
    name: sensitive(optional(text('Name as it was known', { label: 'Name', maxLength: 250 }))),
    bornOn: sensitive(optional(date('Date of birth as it was known', { label: 'Date of birth' }))),
    sex: optional(choice('Sex as it was known', sexes, { label: 'Sex' })),
    ethnicity: optional(choice('Ethnic group as it was known', ethnicGroups, { label: 'Ethnic group', long: true })),
    age: optional(wholeNumber('Age on the day', { label: 'Age then', min: 0, max: 120, unit: 'years' })),
    ageBand: optional(choice('Age on the day, in bands', ageBands, { label: 'Age band then' })),
  }) as const

interface Child {
  readonly name: string | null
  readonly bornOn: Day | null
  readonly sex: keyof typeof sexes | null
  readonly ethnicity: EthnicGroupCode | null
}

/** Asks for the child as the person who acts may see them. */
export const lookAtChild = (child: string | null): Look | null =>
  child === null
    ? null
    : {
        sql: `select nullif(concat_ws(' ', given_name, family_name), '') as name, born_on as "bornOn", sex, ethnicity
                from canopy.person where id = $1`,
        values: [child],
      }

/** Age in completed years on a day; nothing where the date of birth or the day is not known. */
export const ageThen = (bornOn: Day | null, on: Day | null): number | null =>
  bornOn === null || on === null || on < bornOn ? null : ageOn(bornOn, on)

/** What is kept of the child: as found now, or as it was kept before where nothing is found. */
export const childAsKnown = (row: Child, found: Found, on: Day | null) => {
  const child = { ...row, ...((found[0] ?? {}) as Partial<Child>) }
  const age = ageThen(child.bornOn, on)
  return {
    name: child.name,
    bornOn: child.bornOn,
    sex: child.sex,
    ethnicity: child.ethnicity,
    age,
    ageBand: ageBandOf(age),
  }
}
