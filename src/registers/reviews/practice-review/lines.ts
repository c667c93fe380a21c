import { agency, choice, date, longText, optional, text } from '../../../declare/field.ts'
import { numbered, numberedRecommendationFields } from '../../../fields/lists/reviews.ts'
import { delays, independence } from './codes.ts'

const reviewers = {
  title: 'Reviewers',
  one: 'reviewer',
  fields: {
    reviewer: text('Who reviews?', {
      label: 'Reviewer',
      maxLength: 120,
      hint: 'The name of a professional, never of somebody of the family',
      missing: 'Enter who reviews',
    }),
    reviewerFrom: text('From where?', {
      label: 'From',
      maxLength: 160,
      hint: 'Their organisation, or “independent”',
      missing: 'Enter where the reviewer is from',
    }),
    independent: choice('Are they independent of the case?', independence, {
      label: 'Independent',
      missing: 'Select whether they are independent of the case',
    }),
    declaredOn: date('When did they declare it?', {
      label: 'Declared',
      past: true,
      missing: 'Enter when they declared it',
    }),
  },
} as const

const enquiries = {
  title: 'Key lines of enquiry',
  one: 'key line of enquiry',
  key: 'enquiryNumber',
  about: ['enquiry'],
  fields: {
    enquiryNumber: numbered(
      'Which number does the line of enquiry have?',
      'Line',
      'The next free number. One that is taken changes that line',
    ),
    enquiry: longText('What is to be found out?', {
      label: 'Line of enquiry',
      rows: 3,
      hint: 'Without names',
      missing: 'Enter what is to be found out',
    }),
  },
} as const

const asked = {
  title: 'Chronologies asked for',
  one: 'agency to ask',
  key: 'askedAgency',
  about: ['askedAgency'],
  fields: {
    askedAgency: agency('Which agency is asked for its chronology?', {
      label: 'Agency asked',
      missing: 'Select the agency',
    }),
    askedOn: date('When was it asked?', { label: 'Asked', past: true, missing: 'Enter when it was asked' }),
  },
} as const

const received = {
  title: 'Chronologies received',
  one: 'chronology',
  key: 'receivedAgency',
  about: ['receivedAgency'],
  fields: {
    receivedAgency: agency('Whose chronology is it?', { label: 'Chronology of', missing: 'Select the agency' }),
    receivedOn: date('When was it sent?', { label: 'Sent', past: true, missing: 'Enter when it was sent' }),
    receivedNote: optional(
      text('Where can it be read?', { label: 'Where it is', maxLength: 200, hint: 'Without names' }),
    ),
  },
} as const

/** A delay is said and pauses nothing: the time limit stays, so that nobody has to guess why it was missed. */
const delayed = {
  title: 'Delays',
  one: 'delay',
  fields: {
    delayFrom: date('From when on?', { label: 'From', past: true, missing: 'Enter from when on' }),
    delayWhy: choice('Why is it delayed?', delays, { label: 'Why', missing: 'Select why it is delayed' }),
    delayNote: longText('What waits for what?', {
      label: 'What waits',
      rows: 3,
      hint: 'Without names',
      missing: 'Enter what waits for what',
    }),
    meanwhile: longText('What is put right already?', {
      label: 'Put right already',
      rows: 3,
      hint: 'Improvements do not wait for the publication',
      missing: 'Enter what is put right already, or “nothing yet”',
    }),
  },
} as const

const recommendations = {
  title: 'Recommendations',
  one: 'recommendation',
  about: ['recTitle'],
  fields: numberedRecommendationFields,
} as const

export const lines = { reviewers, enquiries, asked, received, delayed, recommendations } as const
