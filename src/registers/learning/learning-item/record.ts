import {
  agency,
  choice,
  choices,
  date,
  longText,
  optional,
  related,
  staff,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { audiences, checks, origins, reach, ways } from './codes.ts'

/** One thing to be learned by one agency: passed to those who do the work, and checked later whether it has reached them. */
export const learningItem = record({
  key: 'learning_item',
  title: 'Learning item',
  plural: 'Learning',
  reference: 'LRN',
  eventOn: 'identifiedOn',
  about: ['lesson'],
  fields: {
    origin: choice('What does it come from?', origins, { label: 'From', missing: 'Select what it comes from' }),
    inspection: optional(
      related('From which inspection?', 'police_inspection', {
        label: 'Inspection',
        hint: 'Reference, for example INS-26-00042. Leave empty if there is none',
      }),
    ),
    identifiedOn: date('When was it found?', { label: 'Found', past: true, missing: 'Enter when it was found' }),
    finding: longText('What was found?', {
      label: 'What was found',
      rows: 3,
      hint: 'Without names of children, families or staff',
      missing: 'Enter what was found',
    }),
    lesson: longText('What is to be learned?', {
      label: 'To be learned',
      rows: 3,
      hint: 'As it will be said to those who do the work',
      missing: 'Enter what is to be learned',
    }),
    learner: agency('Which agency has to learn it?', { label: 'Agency', missing: 'Select the agency' }),
    owner: staff('Who sees to it?', {
      label: 'Owner',
      holding: ['police_unit', 'agency_lead', 'partnership_manager', 'audit_lead'],
      missing: 'Select who sees to it',
    }),
    dueFrom: optional(date('To be passed on since')),
    passedOnOn: optional(date('Passed on')),
    checkedOn: optional(date('Checked')),
    reached: optional(choice('Has it reached those who do the work?', reach, { label: 'Reached' })),
    droppedWhy: longText('Why is it not to be passed on any more?', {
      label: 'Why dropped',
      rows: 2,
      missing: 'Enter why',
    }),
  },
  lines: {
    passes: {
      title: 'Passed on to',
      one: 'way in which it was passed on',
      fields: {
        passedOn: date('When was it passed on?', { label: 'On', past: true, missing: 'Enter when it was passed on' }),
        audience: choices('To whom?', audiences, { label: 'To', missing: 'Select to whom' }),
        way: choice('How?', ways, { label: 'How', missing: 'Select how' }),
        people: optional(wholeNumber('How many people were there?', { label: 'People', max: 100_000, unit: 'people' })),
      },
    },
    checked: {
      title: 'Checks',
      one: 'check',
      fields: {
        checkOn: date('When was it checked?', { label: 'On', past: true, missing: 'Enter when it was checked' }),
        how: choice('How was it checked?', checks, { label: 'How', missing: 'Select how it was checked' }),
        checkReached: choice('Has it reached those who do the work?', reach, {
          label: 'Reached',
          missing: 'Select whether it has reached them',
        }),
        seen: longText('What was seen?', {
          label: 'What was seen',
          rows: 3,
          hint: 'Without names',
          missing: 'Enter what was seen',
        }),
      },
    },
  },
})
