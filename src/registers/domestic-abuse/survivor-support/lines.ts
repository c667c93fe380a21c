import {
  choice,
  date,
  longText,
  moment,
  optional,
  sensitive,
  text,
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { feedbackAbout, helpfulness, saferAnswers, ways } from './codes.ts'

const number = (question: string, hint: string) =>
  wholeNumber(question, { label: 'Number', min: 1, max: 999, hint, missing: 'Enter the number' })

export const lines = {
  tries: {
    title: 'Tries to reach the survivor',
    one: 'try',
    fields: {
      triedAt: moment('When was it?', { label: 'When', past: true, missing: 'Enter when it was' }),
      triedBy: choice('How?', ways, { label: 'How', missing: 'Select how' }),
      reached: yesNo('Did the advocate speak with the survivor?', {
        label: 'Spoken with',
        missing: 'Select whether the advocate spoke with the survivor',
      }),
      triedNote: sensitive(optional(longText('Anything the record should say?', { label: 'Note', rows: 2 }))),
    },
  },
  feedback: {
    title: 'What the survivor said',
    one: 'feedback',
    // Told again under its number, it takes the place of the earlier line: a word heard wrong, a consent given later.
    key: 'number',
    fields: {
      number: number(
        'Which number does the feedback have?',
        'The next free number. One that is taken changes that feedback',
      ),
      saidOn: date('When was it said?', { label: 'Said', past: true, missing: 'Enter when it was said' }),
      saidAbout: choice('What is it about?', feedbackAbout, { label: 'About', missing: 'Select what it is about' }),
      words: sensitive(
        longText('In the survivor’s own words', {
          label: 'Own words',
          rows: 4,
          hint: 'Without names and places',
          missing: 'Enter what the survivor said',
        }),
      ),
      useful: choice('Did it help?', helpfulness, { label: 'Helped', missing: 'Select whether it helped' }),
      safer: choice('How safe does the survivor feel now?', saferAnswers, {
        label: 'Feels',
        missing: 'Select how safe the survivor feels',
      }),
      mayQuote: yesNo('Does the survivor agree to be quoted?', {
        label: 'May be quoted',
        hint: 'Without a name. They can take it back at any time',
        missing: 'Select whether the survivor agrees to be quoted',
      }),
    },
  },
  quotes: {
    title: 'Words that may be quoted',
    one: 'quote',
    key: 'quoted',
    fields: {
      quoted: number('From which feedback?', 'Its number'),
      quote: sensitive(
        longText('Which words may be quoted?', {
          label: 'Quote',
          rows: 3,
          hint: 'Nothing by which the survivor, a child or the person causing harm could be known',
          missing: 'Enter the words',
        }),
      ),
    },
  },
  uses: {
    title: 'Where they were quoted',
    one: 'use of a quote',
    fields: {
      usedQuote: number('Which quote?', 'The number of its feedback'),
      usedOn: date('When was it quoted?', { label: 'Quoted', past: true, missing: 'Enter when it was quoted' }),
      usedIn: text('Where was it quoted?', {
        label: 'Where',
        hint: 'For example “Annual report 2025-26”',
        missing: 'Enter where it was quoted',
      }),
    },
  },
} as const
