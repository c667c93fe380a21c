import {
  choice,
  choices,
  date,
  longText,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  team,
  text,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { ethnicOrBroadGroups } from '../../../fields/lists/ethnicity.ts'
import { lines } from './lines.ts'
import { definitions, relations, whyNot } from './rules.ts'

/** The arrangement as notified: who told us, the child, the carer and the stay. */
const notification = {
  contact: optional(related('From which contact?', 'contact', { label: 'Contact', about: true })),
  person: related('Which person on record is the child?', 'person', {
    about: true,
    label: 'Person',
    hint: 'Reference, for example PER-26-00042. Search for people, or record the child there first',
    missing: 'Enter the reference of the person',
  }),
  notifiedBy: choice(
    'Who told us about the arrangement?',
    {
      carer: 'The carer',
      parent: 'A parent or person with parental responsibility',
      child: 'The child',
      school: 'School or college',
      languageSchool: 'Language school or guardianship agency',
      health: 'Health service',
      council: 'Another service of the council',
      otherCouncil: 'Another council',
      police: 'Police',
      border: 'Border Force or Home Office',
      public: 'A member of the public',
      other: 'Someone else',
      notKnown: 'Not known',
    },
    { label: 'Told by', long: true },
  ),
  notifierName: sensitive(optional(text('Name and job of the person who told us', { label: 'Name of who told us' }))),
  notifierContact: sensitive(
    optional(
      text('How can we reach them?', { hint: 'Telephone number or e-mail address', label: 'How to reach them' }),
    ),
  ),
  notifiedOn: date('When was the council notified?', {
    label: 'Notified',
    past: true,
    hint: 'The first visit is counted from this date',
  }),
  awareOn: date('When did the council first know of the arrangement?', {
    label: 'Council aware',
    past: true,
    hint: 'Later visits are counted from this date',
  }),
  toldUs: sensitive(optional(longText('What were we told?', { rows: 6 }))),

  givenName: sensitive(optional(text('Given name of the child', { label: 'Given name' }))),
  familyName: sensitive(text('Family name of the child', { label: 'Family name' })),
  bornOn: sensitive(optional(date('Date of birth of the child', { label: 'Date of birth', past: true }))),
  sex: sometimes(
    choice('Sex of the child', { female: 'Female', male: 'Male', unknown: 'Not known yet' }, { label: 'Sex' }),
  ),
  disabled: sometimes(
    choice(
      'Is the child disabled?',
      { yes: 'Yes', no: 'No', notKnown: 'Not known yet' },
      { label: 'Disabled', hint: 'A disabled child is privately fostered until 18, others until 16' },
    ),
  ),
  ethnicity: sometimes(choice('Ethnic group of the child', ethnicOrBroadGroups, { label: 'Ethnic group', long: true })),
  language: optional(text('Which language does the child speak at home?', { label: 'Language', maxLength: 60 })),
  school: optional(text('School or nursery', { maxLength: 120 })),
  ward: optional(text('Ward', { maxLength: 60 })),
  homesForUkraine: sometimes(
    choice(
      'Did the child come under Homes for Ukraine?',
      { yes: 'Yes', no: 'No', notKnown: 'Not known yet' },
      { label: 'Homes for Ukraine' },
    ),
  ),

  carerName: sensitive(optional(text('Name of the carer', { label: 'Carer' }))),
  carerRelation: sometimes(
    choice('What is the carer to the child?', relations, {
      label: 'Carer is',
      hint: 'The first six in the list are never private foster carers',
      long: true,
    }),
  ),
  carerAddress: sensitive(
    optional(text('Where does the carer live?', { label: 'Address of the carer', maxLength: 300 })),
  ),
  carerContact: sensitive(
    optional(
      text('How can we reach the carer?', { hint: 'Telephone number or e-mail address', label: 'Reach the carer' }),
    ),
  ),
  livesThere: sometimes(
    choice(
      'Does the child live there already?',
      { yes: 'Yes', notYet: 'Not yet', notKnown: 'Not known' },
      { label: 'Lives there' },
    ),
  ),
  startsOn: sometimes(
    date('When did the child move in, or when is the move planned?', { label: 'Moved in, or will move in' }),
  ),
  length: sometimes(
    choice(
      'How long is the stay, or is it meant to be?',
      {
        days28OrMore: '28 days or more',
        under28Days: 'Less than 28 days',
        notKnown: 'Not known yet',
      },
      { label: 'Length of stay', hint: 'What counts is the actual stay or the intention, whichever is longer' },
    ),
  ),
  expectedEndOn: optional(date('When is the stay expected to end?', { label: 'Expected end' })),
  why: sometimes(
    choices(
      'Why does the child live there?',
      {
        parentsAbroad: 'The parents live or work abroad',
        study: 'School, language course or training in this country',
        parentUnwell: 'A parent is unwell or in hospital',
        parentInPrison: 'A parent is in prison',
        familyBreakdown: 'The child and family fell out',
        bereavement: 'A parent died',
        fledWar: 'The family fled war or persecution',
        other: 'Another reason',
      },
      { label: 'Reason' },
    ),
  ),
  definition: optional(
    choice('Is this private fostering, by what is recorded?', definitions, { label: 'By definition' }),
  ),
}

/** Who works on it, and what the law asks to be told and done before a decision. */
const work = {
  team: team('Which team will visit?', { label: 'Team', missing: 'Select which team will visit' }),
  transferredOn: optional(date('When was it passed to the team?', { label: 'Passed to the team', past: true })),
  worker: staff('Which social worker will visit?', {
    label: 'Social worker',
    holding: ['social_worker'],
    missing: 'Select which social worker will visit',
  }),
  allocatedOn: optional(date('Allocated')),
  toldMovedInOn: date('When were we told that the child has moved in?', {
    label: 'Told of the move',
    past: true,
    missing: 'Enter when we were told',
  }),
  visitsFrom: optional(date('Visits are counted from')),
  firstVisitOn: optional(date('First visit')),
  arrivalVisitOn: optional(date('First visit after the child moved in')),
  lastVisitOn: optional(date('Last visit')),
  wrongVisitOn: date('Date of the visit as it is recorded now', {
    label: 'Visit corrected',
    past: true,
    missing: 'Enter the date of the visit as it is recorded now',
  }),
  correctionWhy: sensitive(
    longText('Why is it changed?', { rows: 2, label: 'Why the visit was changed', missing: 'Enter why it is changed' }),
  ),
  adviceToCarerOn: optional(
    date('When was the carer given advice and support?', { label: 'Advice to the carer', past: true }),
  ),
  adviceToParentOn: optional(date('When was a parent given advice?', { label: 'Advice to a parent', past: true })),
  whyParentNotAdvised: sensitive(
    optional(longText('If no parent was given advice, why not?', { rows: 2, label: 'Why no parent was advised' })),
  ),
  informationToChildOn: optional(
    date('When was the child given information they understand?', {
      label: 'Information for the child',
      past: true,
      hint: 'Who visits, why, and how to ask for help',
    }),
  ),
}

/** The assessment by one person and the decision by another. */
const decision = {
  finding: choice(
    'What do you recommend?',
    {
      suitable: 'Suitable',
      suitableWithRequirements: 'Suitable if the carer meets requirements',
      unsuitable: 'Not suitable',
    },
    { label: 'Recommendation', missing: 'Select what you recommend' },
  ),
  childWishes: sensitive(
    longText('What are the wishes and feelings of the child?', {
      rows: 5,
      label: 'Wishes of the child',
      missing: 'Enter the wishes and feelings of the child',
    }),
  ),
  assessmentReport: sensitive(
    longText('What did the assessment find?', {
      rows: 10,
      label: 'Assessment',
      hint: 'Carer, household, home, health, school, contact with the family, money, and who decides what',
      missing: 'Enter what the assessment found',
    }),
  ),
  assessedOn: date('When was the assessment finished?', {
    label: 'Assessment finished',
    past: true,
    missing: 'Enter when the assessment was finished',
  }),
  assessedBy: optional(staff('Assessed by')),
  panelOn: date('When did the panel look at it?', {
    label: 'Panel',
    past: true,
    missing: 'Enter when the panel looked at it',
  }),
  panelOutcome: choice(
    'What did the panel say?',
    { signedOff: 'Signed off', notSignedOff: 'Not signed off', moreWork: 'More work needed' },
    { label: 'Panel outcome', hint: 'Access to Care and Resources Panel', missing: 'Select what the panel said' },
  ),
  panelSignedOffBy: sometimes(
    choice(
      'If it was signed off, by whom?',
      { assistantDirector: 'Assistant director', director: 'Director of safeguarding' },
      { label: 'Signed off by' },
    ),
  ),
  decisionNote: sensitive(
    longText('Why do you decide so?', {
      rows: 5,
      label: 'Reasons for the decision',
      missing: 'Enter why you decide so',
    }),
  ),
  sentBackWhy: sensitive(
    longText('What has to change before you can agree?', {
      rows: 3,
      label: 'Why sent back',
      missing: 'Enter what has to change',
    }),
  ),
  decidedBy: optional(staff('Decided by')),
  authorisedOn: optional(date('First decided to be private fostering')),
  concludedOn: optional(date('Assessment concluded')),
  requirement: choice(
    'What has the council imposed on the carer?',
    {
      requirements: { label: 'Requirements', hint: 'Children Act 1989, schedule 8, paragraph 6' },
      prohibition: { label: 'A prohibition', hint: 'Children Act 1989, section 69' },
      lifted: 'Requirements or prohibition lifted',
    },
    { label: 'Requirement or prohibition', missing: 'Select what the council has imposed' },
  ),
  requirementOn: date('From which day?', { label: 'Requirement from', missing: 'Enter from which day' }),
  requirementText: sensitive(
    longText('What does the notice say?', {
      rows: 4,
      label: 'Notice',
      hint: 'Include what was said about the right to appeal',
      missing: 'Enter what the notice says',
    }),
  ),
}

const ending = {
  endedOn: date('When did the arrangement end?', {
    label: 'Ended',
    past: true,
    missing: 'Enter when the arrangement ended',
  }),
  endReason: choice(
    'Why did it end?',
    {
      returned: 'The child returned to a parent as planned',
      age: 'The child is too old: 16, or 18 if disabled',
      carerEnded: 'The carer ended it',
      parentEnded: 'A parent ended it',
      childLeft: 'The child left',
      movedAway: 'The carer and child moved to another area',
      unsuitable: 'The council found it unsuitable',
      lookedAfter: 'The child became looked after',
      order: 'The carer now has parental responsibility or an order',
      other: 'Another reason',
    },
    { label: 'Reason for the end', long: true, missing: 'Select why it ended' },
  ),
  destination: choice(
    'Where does the child live now?',
    {
      parent: 'With a parent or person with parental responsibility',
      relative: 'With a close relative',
      sameCarer: 'With the same carer',
      otherCarer: 'With another private foster carer',
      lookedAfter: 'In the care of a council',
      abroad: 'Abroad',
      independent: 'On their own',
      notKnown: 'Not known',
    },
    {
      label: 'Lives now',
      hint: 'If nobody knows where the child is, make a contact at once',
      missing: 'Select where the child lives now',
    },
  ),
  endNote: sensitive(
    optional(
      longText('Who has the care of the child now?', {
        rows: 3,
        label: 'Care after the end',
        hint: 'Name and address',
      }),
    ),
  ),
  whyNot: choice('Why is this not private fostering?', whyNot, {
    label: 'Why not private fostering',
    missing: 'Select why this is not private fostering',
  }),
  whyNotText: sensitive(
    longText('How do you know?', {
      rows: 3,
      label: 'Reasons why not private fostering',
      missing: 'Enter how you know',
    }),
  ),
  reopenWhy: sensitive(
    longText('Why is it opened again?', { rows: 2, label: 'Why reopened', missing: 'Enter why it is opened again' }),
  ),
  voidWhy: sensitive(
    longText('Why was it recorded in error?', {
      rows: 3,
      label: 'Why recorded in error',
      missing: 'Enter why it was recorded in error',
    }),
  ),
}

/** A child cared for by someone who is not a parent or close relative, by private agreement, for 28 days or more. */
export const arrangement = record({
  key: 'private_fostering',
  title: 'Private fostering arrangement',
  plural: 'Private fostering arrangements',
  reference: 'PF',
  eventOn: 'notifiedOn',
  about: ['givenName', 'familyName'],
  fields: { ...notification, ...work, ...decision, ...ending },
  lines,
})
