import {
  agency,
  choice,
  date,
  longText,
  optional,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { recommendationFields } from '../../../fields/lists/actions.ts'
import { figureChoices } from '../../../fields/lists/oversight.ts'
import { bases, challengeKinds, challengeThemes, judgements, outcomes } from './codes.ts'

const responses = {
  title: 'Answers',
  one: 'answer',
  fields: {
    response: longText('What do you answer?', {
      rows: 5,
      label: 'Answer',
      hint: 'Without names of children or families',
      missing: 'Enter what you answer',
    }),
    willDo: optional(longText('What will you do, and by when?', { rows: 3, label: 'What will be done' })),
  },
} as const

const promises = {
  title: 'What the scrutineer will look at again',
  one: 'promise',
  key: 'number',
  fields: {
    number: wholeNumber('Which number does it have?', {
      label: 'Number',
      min: 1,
      max: 99,
      hint: 'The next free number. One that is taken changes that promise',
      missing: 'Enter the number',
    }),
    promised: text('What will you look at again?', {
      label: 'Promise',
      maxLength: 300,
      missing: 'Enter what you will look at again',
    }),
    promisedFor: date('By when?', { label: 'By', missing: 'Enter by when' }),
  },
} as const

const followUps = {
  title: 'What was found then',
  one: 'look at a promise',
  fields: {
    ofPromise: wholeNumber('Of which promise?', {
      label: 'Promise',
      min: 1,
      max: 99,
      hint: 'Its number',
      missing: 'Enter the number of the promise',
    }),
    followedOn: date('When did you look?', { label: 'Day', past: true, missing: 'Enter when you looked' }),
    found: longText('What did you find?', { rows: 3, label: 'Found', missing: 'Enter what you found' }),
  },
} as const

const recommended = {
  title: 'Recommendations made',
  one: 'recommendation',
  fields: recommendationFields,
} as const

/** A challenge or an assessment of the independent scrutineer, and what came of it. */
export const scrutinyChallenge = record({
  key: 'scrutiny_challenge',
  title: 'Challenge',
  plural: 'Scrutiny',
  reference: 'CHL',
  eventOn: 'madeOn',
  about: ['title'],
  fields: {
    kind: choice('What is it?', challengeKinds, { label: 'Kind', missing: 'Select what it is' }),
    title: text('What is it about, in a few words?', {
      label: 'About',
      maxLength: 200,
      hint: 'Never the name of a child or a family',
      missing: 'Enter what it is about',
    }),
    theme: choice('Which theme is it of?', challengeThemes, { label: 'Theme', missing: 'Select the theme' }),
    madeOn: date('When was it made?', { label: 'Made', past: true, missing: 'Enter when it was made' }),
    judgement: choice('How do you judge it?', judgements, { label: 'Judgement', missing: 'Select how you judge it' }),

    words: longText('What do you say?', { rows: 5, label: 'In words', missing: 'Enter what you say' }),
    quoted: optional(
      text('How was the figure said, where you quote one?', {
        label: 'As it was said',
        maxLength: 300,
        hint: 'Word for word, from the report in which it stands',
      }),
    ),

    figure: optional(
      choice('On which figure does it rest?', figureChoices, {
        label: 'Figure',
        long: true,
        hint: 'It is counted anew on the page of the record',
      }),
    ),
    figureFrom: sometimes(date('From which day is it counted?', { label: 'Counted from' })),
    figureTo: sometimes(date('Until which day?', { label: 'Counted to' })),
    base: sometimes(choice('On which base?', bases, { label: 'Base' })),
    otherFigure: optional(
      choice('Which figure has another base?', figureChoices, {
        label: 'Figure with another base',
        long: true,
        hint: 'It stands beside the first',
      }),
    ),

    toAgency: sometimes(
      agency('Which agency is to answer?', { label: 'Agency', hint: 'A challenge has one that answers' }),
    ),
    toPerson: optional(
      staff('Or which colleague?', {
        label: 'Colleague',
        holding: ['partnership_manager', 'audit_lead', 'agency_lead'],
      }),
    ),
    answeredOn: optional(date('First answered')),
    answeredBy: optional(staff('Last answered by')),
    notEnoughWhy: longText('What is missing in the answer?', {
      rows: 3,
      label: 'Missing in the answer',
      missing: 'Enter what is missing in the answer',
    }),
    followUpDueOn: optional(date('To be looked at again by')),
    followedUpOn: optional(date('Looked at again')),
    outcome: choice('What came of it?', outcomes, { label: 'What came of it', missing: 'Select what came of it' }),
    outcomeNote: longText('How do you know?', { rows: 3, label: 'How that is known', missing: 'Enter how you know' }),
    closedOn: optional(date('Closed')),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { responses, promises, followUps, recommended },
})
