import { choice, optional, sensitive, text } from '../../declare/field.ts'
import { ethnicGroups } from './ethnicity.ts'

/** Whoever tells of a child may not know: a word of their own for the same code. */
const ethnicity = { ...ethnicGroups, NOBT: { ...ethnicGroups.NOBT, label: 'Not known, or not asked yet' } }

/** What partners are asked of every child they tell of, in the same words wherever they do. */
export const childAsTold = {
  givenName: sensitive(optional(text('Given name', { hint: 'Leave empty for an unborn child' }))),
  familyName: sensitive(text('Family name', { missing: 'Enter the family name of the child' })),
  sex: choice(
    'Sex',
    { female: 'Female', male: 'Male', unknown: 'Not known' },
    { missing: 'Select the sex of the child' },
  ),
  ethnicity: choice('Ethnic group', ethnicity, {
    long: true,
    hint: 'We ask so that we can see whether every community gets the same help. “Not known” is an answer',
    missing: 'Select the ethnic group of the child, or that it is not known',
  }),
} as const
