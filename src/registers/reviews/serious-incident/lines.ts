import { agency, choice, date, longText, sometimes, text, yesNo } from '../../../declare/field.ts'
import { reviewOutcomes } from '../../../fields/lists/reviews.ts'
import { directions, letterKinds } from './codes.ts'

const asked = {
  title: 'Agencies asked for their part',
  one: 'agency to ask',
  key: 'askedAgency',
  about: ['askedAgency'],
  fields: {
    askedAgency: agency('Which agency is asked for its part of the rapid review?', {
      label: 'Agency asked',
      missing: 'Select the agency',
    }),
    askedOn: date('When was it asked?', { label: 'Asked', past: true, missing: 'Enter when it was asked' }),
    answerBy: date('By when is its part needed?', { label: 'Needed by', missing: 'Enter by when it is needed' }),
  },
} as const

/** Only that a part came, and when: what an agency knows of a family is sent to the partnership, and is not kept here. */
const answered = {
  title: 'Parts received',
  one: 'part of an agency',
  key: 'answeredAgency',
  about: ['answeredAgency'],
  fields: {
    answeredAgency: agency('Whose part is it?', { label: 'Part of', missing: 'Select the agency' }),
    answeredOn: date('When was it sent?', { label: 'Sent', past: true, missing: 'Enter when it was sent' }),
    known: choice(
      'Did the agency know the child or the family?',
      { yes: 'Yes', no: 'No' },
      { label: 'Known to it', missing: 'Select whether the agency knew them' },
    ),
    answerNote: text('Where can it be read?', {
      label: 'Where it is',
      maxLength: 200,
      hint: 'Without names: for example “chronology and analysis, by secure e-mail”',
      missing: 'Enter where it can be read',
    }),
  },
} as const

/** Each decision is kept: the Panel can overturn one in either direction. */
const decisions = {
  title: 'Decisions, in their order',
  one: 'decision',
  fields: {
    madeOn: date('When was it decided?', { label: 'Decided on', past: true, missing: 'Enter when it was decided' }),
    decision: choice('What is decided?', reviewOutcomes, { label: 'Decided', missing: 'Select what is decided' }),
    improvements: yesNo(
      'Does the case show, or may it show, what must become better to keep children safe, also where that was found before?',
      { label: '1. Improvements needed', missing: 'Select whether it shows what must become better' },
    ),
    themes: yesNo('Does it show themes that come again and again?', {
      label: '2. Recurring themes',
      missing: 'Select whether it shows themes that come again',
    }),
    together: yesNo('Does it raise concerns about how two or more agencies worked together?', {
      label: '3. How agencies worked together',
      missing: 'Select whether it raises concerns about agencies working together',
    }),
    panelThinks: yesNo('Has the Panel considered it and concluded that a local review may be more fitting?', {
      label: '4. The Panel suggests a local review',
      missing: 'Select whether the Panel suggests a local review',
    }),
    equality: longText('What was weighed about ethnicity, sex, disability, age and how adults saw the child?', {
      label: 'Equality, diversity and inclusion',
      rows: 4,
      hint: 'Also whether the child was seen as older than they were, and how close they were to becoming an adult',
      missing: 'Enter what was weighed',
    }),
    decisionWhy: longText('Why was it decided so?', {
      label: 'Why',
      rows: 4,
      hint: 'Without names',
      missing: 'Enter why it was decided so',
    }),
    changedWhy: sometimes(
      longText('If there was a decision before, why is it changed?', {
        label: 'Why changed',
        rows: 3,
        hint: 'The decision before stays on record',
      }),
    ),
  },
} as const

const letters = {
  title: 'Letters to and from the Panel',
  one: 'letter',
  fields: {
    letterOn: date('Of which day is it?', { label: 'Day', past: true, missing: 'Enter of which day it is' }),
    direction: choice('To or from the Panel?', directions, {
      label: 'Direction',
      missing: 'Select whether it went to the Panel or came from it',
    }),
    letterKind: choice('What does it say?', letterKinds, { label: 'Says', missing: 'Select what it says' }),
    letterWords: longText('In which words?', {
      label: 'Words',
      rows: 4,
      hint: 'The sentences that matter, without names',
      missing: 'Enter the words that matter',
    }),
  },
} as const

export const lines = { asked, answered, decisions, letters } as const
