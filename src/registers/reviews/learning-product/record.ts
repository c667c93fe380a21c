import { agency, choice, choices, date, longText, optional, staff, text, wholeNumber } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { audiences, channels, counts, found, kinds } from './codes.ts'

const reach = {
  title: 'Reach',
  one: 'count of people reached',
  fields: {
    reachedOn: date('On which day, or up to which day, were they counted?', {
      label: 'Counted on',
      past: true,
      missing: 'Enter the day',
    }),
    reached: wholeNumber('How many people were reached since the count before?', {
      label: 'People',
      max: 10_000,
      unit: 'people',
      hint: 'Counted, not guessed. Those counted before are left out',
      missing: 'Enter how many people were reached, or 0',
    }),
    counted: choice('What was counted?', counts, { label: 'What was counted', missing: 'Select what was counted' }),
  },
} as const

const evaluations = {
  title: 'What people said',
  one: 'evaluation',
  fields: {
    evaluatedOn: date('On which day?', { label: 'Evaluated on', past: true, missing: 'Enter the day' }),
    answered: wholeNumber('How many people answered?', {
      label: 'Answered',
      max: 10_000,
      missing: 'Enter how many people answered',
    }),
    useful: wholeNumber('How many of them will do something differently?', {
      label: 'Will do something differently',
      max: 10_000,
      missing: 'Enter how many of them will do something differently',
    }),
    said: optional(longText('What did they say?', { label: 'Said', rows: 3, hint: 'Without names' })),
  },
} as const

const opened = {
  title: 'Learning of single agencies',
  one: 'learning item',
  fields: {
    learner: agency('Which agency has to learn it?', { label: 'Agency', missing: 'Select the agency' }),
    lesson: longText('What is to be learned there?', {
      label: 'To be learned',
      rows: 3,
      hint: 'As it will be said to those who do the work. Without names',
      missing: 'Enter what is to be learned there',
    }),
    learningOwner: staff('Who sees to it?', {
      label: 'Owner',
      holding: ['police_unit', 'agency_lead', 'partnership_manager', 'audit_lead'],
      missing: 'Select who sees to it',
    }),
  },
} as const

/** Something made so that many learn from a review: whom it is for, whom it reached, and whether practice changed. */
export const learningProduct = record({
  key: 'learning_product',
  title: 'Learning product',
  plural: 'Learning products',
  reference: 'LPR',
  eventOn: 'issuedOn',
  about: ['title'],
  fields: {
    title: text('What is it called?', {
      label: 'Title',
      maxLength: 200,
      hint: 'Never the name of a child or a family',
      missing: 'Enter what it is called',
    }),
    kind: choice('What is it?', kinds, { label: 'Kind', missing: 'Select what it is' }),
    fromRef: optional(
      text('From which review or recommendation?', {
        label: 'Comes from',
        maxLength: 80,
        hint: 'References, for example PRR-26-00001. Leave empty if it is from none on record here',
      }),
    ),
    learning: longText('What is to be learned from it?', {
      label: 'What is to be learned',
      rows: 3,
      hint: 'Without names',
      missing: 'Enter what is to be learned from it',
    }),
    madeBy: agency('Which agency made it?', { label: 'Made by', missing: 'Select the agency' }),

    audience: choices('Whom is it for?', audiences, { label: 'For', missing: 'Select whom it is for' }),
    channel: choices('How does it get there?', channels, { label: 'How', missing: 'Select how it gets there' }),
    issuedOn: date('When was it given out first?', {
      label: 'Given out',
      past: true,
      hint: 'The time until somebody looks whether practice changed runs from here',
      missing: 'Enter when it was given out first',
    }),

    recordedFor: optional(staff('Recorded for the partnership by')),
    auditRef: optional(
      text('Which audit looked at it?', {
        label: 'Looked at by',
        maxLength: 80,
        hint: 'Its reference. Leave empty if it was no audit on record here',
      }),
    ),
    auditedOn: date('When was it looked at again?', {
      label: 'Looked at again',
      past: true,
      missing: 'Enter when it was looked at again',
    }),
    changed: choice('Has practice changed?', found, {
      label: 'Practice changed',
      missing: 'Select whether practice has changed',
    }),
    changedHow: longText('How do you know?', {
      label: 'How it is known',
      rows: 3,
      hint: 'Without names',
      missing: 'Enter how you know',
    }),
    withdrawnWhy: longText('Why is it not used any more?', {
      label: 'Why withdrawn',
      rows: 2,
      missing: 'Enter why it is not used any more',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { reach, evaluations, opened },
})
