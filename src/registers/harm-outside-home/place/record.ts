import {
  agency,
  choice,
  choices,
  date,
  longText,
  optional,
  related,
  sensitive,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { impacts, interventions, placeKinds, placeWorries, sources } from './codes.ts'

const numbered = (hint: string) =>
  wholeNumber('Which number does the intervention have?', {
    label: 'Intervention',
    min: 1,
    max: 999,
    hint,
    missing: 'Enter the number of the intervention',
  })

const lines = {
  concerns: {
    title: 'What was told of it',
    one: 'thing that was told of it',
    fields: {
      concernOn: date('When was it told?', { label: 'Told', past: true, missing: 'Enter when it was told' }),
      concernSource: choice('Who told it?', sources, { label: 'Source', missing: 'Select who told it' }),
      concernKinds: optional(choices('What is the worry?', placeWorries, { label: 'Worry' })),
      concernWords: sensitive(
        longText('What was seen or said?', {
          label: 'What was seen or said',
          rows: 3,
          hint: 'Never the name of a child',
          missing: 'Enter what was seen or said',
        }),
      ),
      concernInterview: optional(related('From which interview?', 'return_interview', { label: 'Interview' })),
    },
  },
  interventions: {
    title: 'Interventions',
    one: 'intervention',
    // The same number told again changes it.
    key: 'number',
    fields: {
      number: numbered('The next free number. One that is taken changes that intervention'),
      what: choice('What is done?', interventions, { label: 'What', missing: 'Select what is done' }),
      whatNote: sensitive(optional(text('In a few words', { label: 'In words', maxLength: 200 }))),
      doneBy: optional(agency('Which agency does it?', { label: 'Agency' })),
      fromOn: date('From when?', { label: 'From', missing: 'Enter from when' }),
    },
  },
  results: {
    title: 'Interventions done',
    one: 'intervention that was done',
    key: 'number',
    fields: {
      number: numbered('The number under which it was planned'),
      doneOn: date('When was it done, or did it end?', {
        label: 'Done',
        past: true,
        missing: 'Enter when it was done',
      }),
      peopleSeen: optional(
        wholeNumber('How many young people were seen or spoken with?', { label: 'Young people seen', max: 9999 }),
      ),
      resultNote: sensitive(optional(longText('What came of it?', { label: 'Result', rows: 2 }))),
    },
  },
  reviews: {
    title: 'Reviews',
    one: 'review',
    fields: {
      reviewedOn: date('When was it reviewed?', { label: 'Reviewed', past: true, missing: 'Enter when' }),
      impact: choice('What is different?', impacts, { label: 'Impact', missing: 'Select what is different' }),
      reviewNote: sensitive(
        longText('How do you know?', {
          label: 'How we know',
          rows: 3,
          hint: 'What children, residents and workers say; what was counted',
          missing: 'Enter how you know',
        }),
      ),
    },
  },
} as const

/** A place or event that is unsafe for children: the place itself is what is assessed, changed and reviewed. */
export const place = record({
  key: 'place',
  title: 'Place',
  plural: 'Places',
  reference: 'PLC',
  eventOn: 'knownOn',
  about: ['name', 'kind'],
  fields: {
    name: text('What is the place called?', {
      label: 'Name',
      maxLength: 120,
      hint: 'Never the name of a child or the address of a family',
      missing: 'Enter what the place is called',
    }),
    alsoCalled: optional(
      text('What else is it called?', {
        label: 'Also called',
        maxLength: 300,
        hint: 'As children and residents call it, with commas between',
      }),
    ),
    kind: choice('What kind of place is it?', placeKinds, {
      label: 'Kind',
      long: true,
      missing: 'Select what kind of place it is',
    }),
    ward: optional(text('Which ward?', { label: 'Ward', maxLength: 80 })),
    worries: choices('What is the worry?', placeWorries, { label: 'Worry', missing: 'Select what the worry is' }),
    told: sensitive(
      longText('What has been seen or said?', {
        label: 'What was seen or said first',
        rows: 4,
        hint: 'Facts with their dates. Never the name of a child',
        missing: 'Enter what has been seen or said',
      }),
    ),
    toldBy: choice('Who told it first?', sources, { label: 'Source', missing: 'Select who told it first' }),
    knownOn: date('When did we learn of it?', {
      label: 'Known since',
      past: true,
      missing: 'Enter when we learned of it',
    }),
    peerGroup: optional(
      related('Which group meets there?', 'peer_group', {
        label: 'Group',
        hint: 'Reference, for example GRP-26-00007',
      }),
    ),
    assessedOn: optional(date('Assessed')),
    assessment: sensitive(
      longText('What makes the place unsafe, and what would make it safe?', {
        label: 'Assessment',
        rows: 6,
        hint: 'Who is there and when, who could look out for children, what the place itself allows',
        missing: 'Enter what makes the place unsafe, and what would make it safe',
      }),
    ),
    owner: staff('Who leads the work on it?', {
      label: 'Led by',
      holding: ['exploitation_coordinator', 'missing_coordinator', 'youth_safety_lead'],
      missing: 'Select who leads the work on it',
    }),
    firstInterventionOn: optional(date('First intervention')),
    closedOn: date('When did the work end?', { label: 'Ended', past: true, missing: 'Enter when the work ended' }),
    closedImpact: choice('What is different at the end?', impacts, {
      label: 'Impact at the end',
      missing: 'Select what is different at the end',
    }),
    reopenedWhy: sensitive(
      longText('Why again?', { label: 'Why again', rows: 2, missing: 'Enter why it is taken up again' }),
    ),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
  lines,
})
