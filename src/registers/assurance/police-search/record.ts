import {
  choice,
  choices,
  date,
  longText,
  moment,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { consents, whyNotSought } from '../../../fields/lists/consent.ts'
import { ethnicGroups } from '../../../fields/lists/ethnicity.ts'
import { worries } from '../../../fields/lists/frontDoor.ts'
import {
  adultAnswers,
  authorisers,
  complainants,
  complaintOutcomes,
  findings,
  footageAnswers,
  foundAnswers,
  grounds,
  parentAnswers,
  places,
  results,
  searchKinds,
  viewers,
} from './codes.ts'

/**
 * One search of one child by the police, for assurance: were the safeguards kept? Nothing here judges the child. No name is
 * asked unless the child is referred to the contact team.
 */
export const policeSearch = record({
  key: 'police_search',
  title: 'Search of a child',
  plural: 'Searches of children',
  reference: 'SRC',
  eventOn: 'searchedAt',
  about: ['kind'],
  fields: {
    policeReference: sensitive(
      text('Police reference of the search', {
        label: 'Police reference',
        maxLength: 40,
        missing: 'Enter the police reference',
      }),
    ),
    searchedAt: moment('When was the search?', { label: 'Searched', past: true, missing: 'Enter when it was' }),
    kind: choice('What kind of search was it?', searchKinds, {
      label: 'Kind',
      missing: 'Select what kind of search it was',
    }),
    place: choice('Where was it?', places, { label: 'Place', missing: 'Select where it was' }),
    ward: optional(text('In which ward?', { label: 'Ward', maxLength: 60 })),

    childNumber: sensitive(
      optional(
        text('Which number do the police have for the child?', {
          label: 'Police number of the child',
          maxLength: 40,
          hint: 'So that repeated searches of one child are counted. Never a name. Leave empty if the child is not known to the police',
        }),
      ),
    ),
    age: wholeNumber('How old was the child?', {
      label: 'Age',
      max: 17,
      unit: 'years',
      missing: 'Enter how old the child was',
    }),
    sex: choice('Sex of the child', { female: 'Female', male: 'Male', unknown: 'Not known' }, { label: 'Sex' }),
    ethnicity: choice('Ethnic group of the child, as the child said it', ethnicGroups, {
      label: 'Ethnic group',
      long: true,
      missing: 'Select the ethnic group, or that it was not stated',
    }),
    earlierSearches: optional(
      wholeNumber('Searches of the same child in the twelve months before', { label: 'Earlier searches in 12 months' }),
    ),

    grounds: choice('On which grounds?', grounds, { label: 'Grounds', missing: 'Select the grounds' }),
    found: choice('What was found?', foundAnswers, { label: 'Found', missing: 'Select what was found, or nothing' }),
    result: choice('What followed?', results, { label: 'Result', missing: 'Select what followed' }),
    footage: choice('Was it recorded by body-worn video?', footageAnswers, {
      label: 'Body-worn video',
      missing: 'Select whether it was recorded',
    }),

    authorisedBy: sometimes(
      choice('Who authorised it?', authorisers, {
        label: 'Authorised by',
        hint: 'Needed if intimate parts were exposed',
      }),
    ),
    adult: sometimes(
      choice('Was an appropriate adult there?', adultAnswers, {
        label: 'Appropriate adult',
        hint: 'Needed if intimate parts were exposed: a parent, guardian, social worker or other adult who is not of the police',
      }),
    ),
    adultAbsentWhy: sensitive(
      sometimes(
        longText('If not, why not?', {
          label: 'Why no appropriate adult',
          rows: 3,
          hint: 'The urgent reason, or what the child said. No names',
        }),
      ),
    ),
    parentTold: choice('Has a parent been told?', parentAnswers, {
      label: 'Parent told',
      missing: 'Select whether a parent has been told',
    }),

    footageAskedOn: optional(date('Review of the footage asked for')),
    footageReviewedOn: date('When was the footage reviewed?', {
      label: 'Footage reviewed',
      past: true,
      missing: 'Enter when it was reviewed',
    }),
    footageSeenBy: choices('Who saw it?', viewers, { label: 'Seen by', missing: 'Select who saw it' }),
    footageFinding: choice('What does it show?', findings, { label: 'Finding', missing: 'Select what it shows' }),
    footageNote: sensitive(
      optional(longText('What is to be learned?', { label: 'To be learned', rows: 3, hint: 'No names' })),
    ),
    footageReviewedBy: optional(staff('Review recorded by')),

    complainedOn: date('When did the complaint arrive?', {
      label: 'Complaint',
      past: true,
      missing: 'Enter when it arrived',
    }),
    complaintFrom: choice('Whose complaint is it?', complainants, {
      label: 'Complaint by',
      missing: 'Select whose complaint it is',
    }),
    complaintOutcome: choice('How did the complaint end?', complaintOutcomes, {
      label: 'Complaint ended',
      missing: 'Select how it ended',
    }),
    complaintEndedOn: date('When was the answer given?', {
      label: 'Complaint answered',
      past: true,
      missing: 'Enter when the answer was given',
    }),

    givenName: sensitive(
      text('Given name of the child', { label: 'Given name', missing: 'Enter the given name of the child' }),
    ),
    familyName: sensitive(
      text('Family name of the child', { label: 'Family name', missing: 'Enter the family name of the child' }),
    ),
    bornOn: sensitive(optional(date('Date of birth', { past: true }))),
    worry: choice(
      'What is the main worry?',
      { ...worries, other: 'Something else' },
      { label: 'Worry', missing: 'Select the main worry' },
    ),
    whatHappened: sensitive(
      longText('What does the contact team need to know?', {
        label: 'What the contact team needs to know',
        rows: 5,
        hint: 'What happened, how the child was, and what the child said. The search itself stands beside it',
        missing: 'Enter what the contact team needs to know',
      }),
    ),
    safeNow: choice(
      'Is the child safe now?',
      { yes: 'Yes', no: 'No', notKnown: 'Not known' },
      { label: 'Safe now', missing: 'Select whether the child is safe now' },
    ),
    familyKnows: sensitive(
      longText('What does the family know about the referral?', {
        label: 'What the family knows',
        rows: 2,
        missing: 'Enter what the family knows, or that they know nothing',
      }),
    ),
    consent: choice('Does the family agree to information being shared?', consents, {
      label: 'Consent',
      hint: 'Agreement is not needed when a child may be at risk of significant harm',
      missing: 'Select whether the family agrees',
    }),
    whyNotSought: sometimes(choice('If not asked, why not?', whyNotSought, { label: 'Why not asked' })),
    referredAt: optional(moment('Referred to the contact team')),
    contact: optional(related('Contact that came of it', 'contact')),

    person: related('Which person on record is the child?', 'person', {
      about: true,
      label: 'Person',
      hint: 'Reference, for example PER-26-00042',
      missing: 'Enter the reference of the person',
    }),
    mistakenWhy: longText('Why is it wrong?', { label: 'Why wrong', rows: 2, missing: 'Enter why it is wrong' }),
  },
})
