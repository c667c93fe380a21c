import {
  choice,
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
import { ethnicGroups } from '../../../fields/lists/ethnicity.ts'
import { offenceGroups, sexes } from '../../../fields/lists/youth.ts'

/** Ways that keep a young person out of court stand together, so that a figure can count them. */
const decisions = {
  supportOnly: { label: 'Support by agreement, no further police action', group: 'Diverted' },
  communityResolution: { label: 'Community resolution with support', group: 'Diverted' },
  deferred: { label: 'Decision put off while support goes on', group: 'Diverted' },
  caution: { label: 'Youth caution or youth conditional caution', group: 'Not diverted' },
  charge: { label: 'Charge, or court', group: 'Not diverted' },
} as const

/** A young person whom the police, the youth justice service and targeted youth support look at together: diverted, or not. */
export const diversion = record({
  key: 'diversion',
  title: 'Triage',
  plural: 'Triages',
  reference: 'DIV',
  eventOn: 'receivedOn',
  about: ['youngPersonRef'],
  fields: {
    youngPersonRef: sensitive(
      text('Under which reference is the young person known?', {
        label: 'Own reference',
        maxLength: 40,
        hint: 'A reference of your own files, never a name',
        missing: 'Enter the reference of your own files',
      }),
    ),
    person: related('Which person on record is it?', 'person', {
      about: true,
      label: 'Person',
      hint: 'Reference, for example PER-26-00042',
      missing: 'Enter the reference of the person',
    }),
    ageAtTriage: wholeNumber('How old is the young person?', {
      label: 'Age',
      min: 10,
      max: 17,
      unit: 'years',
      hint: 'From 10, the age of criminal responsibility, to 17',
      missing: 'Enter how old the young person is',
    }),
    sex: choice('Sex', sexes, { label: 'Sex', missing: 'Select the sex' }),
    ethnicity: choice('Ethnic group', ethnicGroups, {
      label: 'Ethnic group',
      long: true,
      missing: 'Select the ethnic group, or why it is not known',
    }),

    receivedOn: date('When did it come to triage?', {
      label: 'Received',
      past: true,
      missing: 'Enter when it came to triage',
    }),
    referredBy: choice(
      'Who brought it?',
      { police: 'Police', youthJustice: 'Youth justice service', school: 'School or college', other: 'Somebody else' },
      { label: 'Brought by', missing: 'Select who brought it' },
    ),
    offence: choice('What is the young person accused of?', offenceGroups, {
      label: 'Offence',
      long: true,
      missing: 'Select what the young person is accused of',
    }),
    incidentOn: optional(date('When did it happen?', { label: 'Incident', past: true })),
    firstTime: choice(
      'Has the young person had a caution or conviction before?',
      { none: 'No', some: 'Yes', notKnown: { label: 'Not known', notKnown: true } },
      { label: 'Earlier outcome', missing: 'Select whether there was one before' },
    ),

    decision: choice('What did triage decide?', decisions, { label: 'Decision', missing: 'Select what was decided' }),
    decidedOn: date('When was it decided?', { label: 'Decided', past: true, missing: 'Enter when it was decided' }),
    decisionNote: sensitive(
      longText('Why, and what did the young person and the family say?', {
        rows: 3,
        label: 'Why',
        missing: 'Enter why, and what the young person and the family said',
      }),
    ),
    supportIn: optional(
      related('In which programme is the young person supported?', 'programme', {
        label: 'Support in',
        hint: 'Reference of the programme. The organisation that provides it is then told of the place that is offered',
      }),
    ),
    /** Twelve months after the decision, from when a further offence is looked for. */
    followUpFrom: optional(date('Look for a further offence from')),

    completion: choice(
      'How did the support go?',
      { completed: 'Completed', partly: 'Partly', notTakenUp: 'Not taken up' },
      { label: 'Support', missing: 'Select how the support went' },
    ),
    completedOn: date('When did it end?', { label: 'Support ended', past: true, missing: 'Enter when it ended' }),

    checkedOn: date('When was it looked up?', {
      label: 'Looked up',
      past: true,
      missing: 'Enter when it was looked up',
    }),
    furtherOffence: choice(
      'Was there a further offence with an outcome within 12 months of the decision?',
      { none: 'No', some: 'Yes', notKnown: { label: 'Cannot be told', notKnown: true } },
      { label: 'Further offence', missing: 'Select whether there was one' },
    ),
    furtherOffenceOn: sometimes(date('When was the first one?', { label: 'First further offence', past: true })),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
})
