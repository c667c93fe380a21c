import { agency, choice, date, longText, optional, sensitive, sometimes, text } from '../../../declare/field.ts'
import { whyNotJoined } from '../../../fields/lists/encompass.ts'
import { joinedAnswers, routes, settingTypes } from './rules.ts'

/** Another child of the same incident, who gets a notification of their own. No school is shown this: it is another family member's. */
export const siblings = {
  title: 'Other children of the incident',
  one: 'other child',
  fields: {
    siblingGivenName: sensitive(text('Given name of the other child', { label: 'Given name' })),
    siblingFamilyName: sensitive(text('Family name of the other child', { label: 'Family name' })),
    siblingBornOn: sensitive(date('Date of birth of the other child', { label: 'Date of birth', past: true })),
    siblingSettingType: choice('Where does the other child learn?', settingTypes, {
      label: 'Kind of school',
      long: true,
    }),
    siblingSchool: sometimes(agency('Which school or college?', { label: 'School', kinds: ['school'] })),
    siblingJoined: sometimes(
      choice('Has the school joined Operation Encompass?', joinedAnswers, { label: 'School in the scheme' }),
    ),
    siblingWhyNotJoined: sometimes(choice('If not, why not?', whyNotJoined, { label: 'Why not joined' })),
    siblingRoute: sometimes(choice('If not, who tells the school?', routes, { label: 'Who tells the school' })),
    siblingCouncil: sometimes(agency('Which council?', { label: 'Council', kinds: ['council'] })),
    siblingVoice: sensitive(
      optional(
        longText('What did the other child say or do?', {
          label: 'Voice of the child',
          rows: 3,
          hint: 'In their own words. Say if the child was not spoken to',
        }),
      ),
    ),
    siblingCircumstances: sensitive(
      optional(
        longText('What happened, for the school of the other child?', {
          label: 'Circumstances',
          rows: 4,
          hint: 'Leave empty if the same words are right for this school too',
        }),
      ),
    ),
  },
} as const
