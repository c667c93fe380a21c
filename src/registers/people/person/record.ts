import {
  choice,
  choices,
  date,
  longText,
  optional,
  related,
  sensitive,
  sometimes,
  text,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { ethnicGroups } from '../../../fields/lists/ethnicity.ts'
import { disabilities, genders, needs, sexes, whyNoUpn } from './codes.ts'
import { lines } from './lines.ts'

/**
 * Somebody the partnership knows: a child, born or unborn, a member of a family, or a professional. One record for one person;
 * where two turn out to be the same, one is merged into the other and both keep all they hold.
 */
export const person = record({
  key: 'person',
  title: 'Person',
  plural: 'People',
  reference: 'PER',
  eventOn: 'knownOn',
  about: ['givenName', 'familyName'],
  fields: {
    knownOn: date('Since when is the person known to us?', { label: 'Known since', past: true }),
    kind: choice(
      'Who is the person?',
      { child: 'A child or unborn child', adult: 'An adult of a family', professional: 'A professional' },
      { label: 'Kind', missing: 'Select whether it is a child, an adult or a professional' },
    ),
    givenName: sensitive(
      optional(text('Given names', { hint: 'Leave empty for an unborn child, or if not known', maxLength: 120 })),
    ),
    familyName: sensitive(optional(text('Family name', { hint: 'Leave empty if not known', maxLength: 120 }))),
    birthKnown: choice(
      'How well is the date of birth known?',
      {
        exact: 'Exactly',
        estimated: 'Estimated: the date below is a guess',
        unborn: 'Not born yet: expected',
        notKnown: 'Not known',
      },
      { label: 'Date of birth is', missing: 'Select how well the date of birth is known' },
    ),
    bornOn: sensitive(sometimes(date('Date of birth', { past: true }))),
    expectedOn: sensitive(sometimes(date('Expected date of birth', { hint: 'For an unborn child' }))),
    sex: optional(choice('Sex', sexes, { label: 'Sex' })),
    gender: optional(choice('Gender, as the person says', genders, { label: 'Gender' })),
    genderWords: sensitive(optional(text('In their own words', { label: 'Gender in their words', maxLength: 60 }))),
    pronouns: optional(text('Pronouns', { maxLength: 40 })),
    ethnicity: optional(
      choice('Ethnic group, as the person or family says', ethnicGroups, {
        label: 'Ethnic group',
        long: true,
        hint: 'We ask so that we can see whether every community gets the same help',
      }),
    ),
    firstLanguage: optional(text('First language', { maxLength: 60 })),
    interpreter: optional(
      choice(
        'Do they need an interpreter?',
        { yes: 'Yes', sign: 'Yes, sign language or another support', no: 'No', notKnown: 'Not known' },
        { label: 'Interpreter' },
      ),
    ),
    disability: optional(choices('Disability', disabilities, { label: 'Disability' })),
    need: optional(
      choice('Main need', needs, { label: 'Main need', hint: 'If two apply, the one higher in the list', long: true }),
    ),
    youngCarer: optional(
      yesNo('Does the child care for somebody?', { label: 'Young carer', hint: 'Children Act 1989, section 17ZA' }),
    ),
    nhsNumber: sensitive(optional(text('NHS number', { maxLength: 14, hint: 'Ten digits' }))),
    upn: sensitive(optional(text('Unique pupil number', { maxLength: 16, label: 'UPN' }))),
    whyNoUpn: optional(choice('If there is none, why?', whyNoUpn, { label: 'Why no UPN', long: true })),
    gp: sensitive(optional(text('GP practice', { maxLength: 160 }))),
    address: sensitive(optional(text('Address', { maxLength: 300 }))),
    postcode: sensitive(optional(text('Postcode', { maxLength: 10 }))),
    diedOn: sensitive(date('When did the person die?', { past: true, label: 'Died' })),
    mergedInto: optional(related('Same person as', 'person', { label: 'Same person as' })),
    searchedFor: sometimes(
      longText('Who did you find when you searched, and why is it none of them?', {
        rows: 2,
        label: 'Search before creating',
        hint: 'Needed where Canopy knows somebody like this person',
      }),
    ),
    mistakenWhy: sensitive(
      longText('Why is this no person?', { rows: 2, label: 'Why recorded in error', missing: 'Enter why' }),
    ),
  },
  lines,
})
