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
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

const caredForIs = {
  mother: 'Mother',
  father: 'Father',
  sibling: 'Brother or sister',
  grandparent: 'Grandparent',
  otherRelative: 'Another relative',
  other: 'Somebody else',
} as const

const kindsOfCare = {
  practical: { label: 'Household', hint: 'Cooking, shopping, cleaning' },
  personal: { label: 'Personal care', hint: 'Washing, dressing, lifting' },
  medicine: 'Medicine or treatment',
  emotional: { label: 'Emotional', hint: 'Keeping company, keeping safe, calming' },
  siblings: 'Looking after brothers and sisters',
  interpreting: 'Interpreting or speaking for the family',
  money: 'Money, letters and appointments',
} as const

const work = {
  needBy: choice(
    'Why is an assessment due?',
    {
      appears: 'It appears that the child may have needs for support',
      child: 'The child has asked for it',
      parent: 'A parent has asked for it',
    },
    {
      label: 'Assessment because',
      hint: 'Children Act 1989, section 17ZA(1)',
      missing: 'Select why an assessment is due',
    },
  ),
  needOn: date('Since when does it appear, or when was it asked for?', {
    label: 'Assessment due from',
    past: true,
    missing: 'Enter since when it appears, or when it was asked for',
  }),
  assessedOn: date('When was the assessment finished?', {
    label: 'Assessed',
    past: true,
    missing: 'Enter when the assessment was finished',
  }),
  wholeFamily: choice(
    'Were the needs of the whole family looked at?',
    { yes: 'Yes', partly: 'In part', no: 'No' },
    {
      label: 'Whole family',
      hint: 'SI 2015/527',
      missing: 'Select whether the needs of the whole family were looked at',
    },
  ),
  careIsRight: choice(
    'Is it right that the child gives this care?',
    { yes: 'Yes', less: 'Yes, but less of it', no: 'No' },
    {
      label: 'Care is right',
      hint: 'Children Act 1989, section 17ZA(7)',
      missing: 'Select whether it is right that the child gives this care',
    },
  ),
  needsFound: choice(
    'Does the child need support?',
    { yes: 'Yes', no: 'No' },
    { label: 'Needs support', missing: 'Select whether the child needs support' },
  ),
  assessmentNote: sensitive(
    longText('What did the assessment find?', {
      rows: 6,
      label: 'Assessment',
      hint: 'In the words of the child where you can: what they do, what they want, what it does to them',
      missing: 'Enter what the assessment found',
    }),
  ),
  supportedOn: optional(date('Support accepted')),
  endedOn: date('When did it end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
  endedWhy: choice(
    'Why is it closed?',
    {
      noLongerCares: 'The child does not care for anybody any more',
      adult: 'The young carer is 18: passed on to adult services',
      changed: 'Circumstances changed: a new record with a new assessment follows',
      declined: 'The child and the family did not want an assessment or support',
      noNeed: 'No needs for support were found',
      moved: 'The child moved away',
      other: 'Another reason',
    },
    { label: 'Why closed', long: true, missing: 'Select why it is closed' },
  ),
  endedNote: sensitive(optional(longText('What should be known of it later?', { rows: 2, label: 'Note at the end' }))),
  mistakenWhy: sensitive(
    longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  ),
}

/** A child who cares for somebody: whom, how, what it does to the child, and what the council does about it. */
export const youngCarer = record({
  key: 'young_carer',
  title: 'Young carer',
  plural: 'Young carers',
  reference: 'YCR',
  eventOn: 'knownOn',
  about: ['person'],
  fields: {
    person: related('Which child?', 'person', {
      about: true,
      label: 'Child',
      hint: 'Reference of the child, for example PER-26-00042',
      missing: 'Enter the reference of the child',
    }),
    caredFor: optional(
      related('Whom do they care for, if on record?', 'person', {
        about: true,
        label: 'Cares for',
        hint: 'Reference of the person, for example PER-26-00043',
      }),
    ),
    caredForWords: sensitive(
      sometimes(text('If not on record, whom do they care for?', { label: 'Cares for, in words', maxLength: 160 })),
    ),
    caredForIs: choice('What is that person to the child?', caredForIs, {
      label: 'Is to the child',
      missing: 'Select what that person is to the child',
    }),
    knownOn: date('When did we learn of it?', {
      label: 'Known since',
      past: true,
      missing: 'Enter when we learned of it',
    }),
    noticedBy: choice(
      'Who noticed?',
      {
        child: 'The child',
        family: 'The family',
        school: 'School, college or nursery',
        health: 'Health',
        adultServices: 'A service for the adult',
        childrensServices: "Children's social care or early help",
        police: 'Police',
        charity: 'Charity or community group',
        other: 'Somebody else',
      },
      { label: 'Noticed by', long: true, missing: 'Select who noticed' },
    ),
    care: choices('What do they do?', kindsOfCare, { label: 'Care', missing: 'Select what they do' }),
    careWords: sensitive(
      optional(longText('What exactly?', { rows: 3, label: 'Care in words', hint: 'And why the person needs it' })),
    ),
    hoursAWeek: optional(
      wholeNumber('About how many hours a week?', { label: 'Hours a week', max: 168, unit: 'hours' }),
    ),
    schoolAffected: choice(
      'Does it affect school?',
      {
        no: 'No',
        some: 'Yes: late, tired or without homework',
        much: 'Yes: misses lessons or days',
        notAtSchool: 'The child does not go to school',
        notKnown: 'Not known',
      },
      { label: 'School affected', missing: 'Select whether it affects school' },
    ),
    ...work,
  },
  lines: {
    support: {
      title: 'Support',
      one: 'support',
      // Offered again, or answered: takes the place of the earlier line.
      key: 'support',
      fields: {
        support: choice(
          'Which support?',
          {
            group: "A young carers' group",
            keyWorker: 'Somebody to talk to',
            school: 'Support at school',
            breaks: 'Breaks and activities',
            adultCare: 'More care for the person cared for',
            money: 'Money or equipment',
            familySupport: 'Support for the whole family',
            other: 'Something else',
          },
          { label: 'Support', missing: 'Select which support' },
        ),
        offeredOn: date('When was it offered?', { label: 'Offered', past: true, missing: 'Enter when it was offered' }),
        answer: choice(
          'What did the child and the family say?',
          { accepted: 'Accepted', declined: 'Declined', waiting: 'No answer yet' },
          { label: 'Answer', missing: 'Select what they said' },
        ),
        answeredOn: sometimes(
          date('When did they say so?', { label: 'Answered', past: true, hint: 'Needed if they accepted or declined' }),
        ),
      },
    },
    reviews: {
      title: 'Reviews',
      one: 'review',
      fields: {
        reviewedOn: date('When was it reviewed?', {
          label: 'Reviewed',
          past: true,
          missing: 'Enter when it was reviewed',
        }),
        change: choice(
          'What has become of the care?',
          { less: 'Less', same: 'The same', more: 'More', stopped: 'It has stopped' },
          { label: 'Care since', missing: 'Select what has become of the care' },
        ),
        reviewNote: sensitive(
          longText('What does the child say, and what follows?', {
            rows: 3,
            label: 'Review',
            missing: 'Enter what the child says, and what follows',
          }),
        ),
      },
    },
  },
})
