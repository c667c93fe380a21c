import {
  agency,
  choice,
  date,
  longText,
  optional,
  related,
  sensitive,
  sometimes,
  text,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { leadKinds, outcomes } from '../../../fields/lists/earlyHelp.ts'
import { ethnicGroups } from '../../../fields/lists/ethnicity.ts'

/** That a child has early help, who leads it and since when: never what is in the assessment. */
export const earlyHelpChild = record({
  key: 'early_help_child',
  title: 'Child with early help',
  plural: 'Children with early help',
  reference: 'EHC',
  eventOn: 'agreedOn',
  about: ['givenName', 'familyName'],
  fields: {
    assessment: related('Which assessment?', 'early_help_assessment', { label: 'Assessment' }),
    givenName: sensitive(optional(text('Given name'))),
    familyName: sensitive(text('Family name')),
    bornOn: sensitive(optional(date('Date of birth'))),
    sex: choice('Sex', { female: 'Female', male: 'Male', unknown: 'Not known' }),
    ethnicity: choice('Ethnic group', ethnicGroups, { long: true }),
    agreedOn: date('Agreed on', { label: 'Early help since' }),
    leadAgency: agency('Agency of the lead'),
    leadKind: optional(choice('Kind of agency that leads', leadKinds)),
    leadSince: date('Leads since'),
    person: related('Which person is it?', 'person', {
      about: true,
      label: 'Person',
      hint: 'Reference of the child, for example PER-26-00042',
      missing: 'Enter the reference of the child',
    }),
    personWhy: sensitive(
      sometimes(
        longText('How do you know?', {
          label: 'How we know',
          rows: 2,
          hint: 'Needed where a date of birth is missing',
        }),
      ),
    ),
    endedOn: optional(date('Ended')),
    outcome: optional(choice('Outcome', outcomes)),
  },
})
