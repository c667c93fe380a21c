import {
  choice,
  date,
  longText,
  optional,
  sensitive,
  sometimes,
  text,
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { questionOptions } from '../../../declare/questionSet.ts'
import { record } from '../../../declare/record.ts'
import { scale, surveySets } from './questions.ts'

/** One answer of one response. A response has a number and no name. */
const answers = {
  title: 'Answers',
  one: 'answer',
  fields: {
    respondent: wholeNumber('Which response is it?', {
      label: 'Response',
      min: 1,
      max: 100_000,
      hint: 'A number of your own. Nobody is named',
      missing: 'Enter the number of the response',
    }),
    question: choice('Which question?', questionOptions(surveySets), {
      label: 'Question',
      missing: 'Select the question',
    }),
    rating: sometimes(choice('What was the answer?', scale, { label: 'Answer' })),
    said: sensitive(
      sometimes(
        longText('What was said?', { rows: 3, label: 'In their words', hint: 'Without names of children or families' }),
      ),
    ),
    mayQuote: sometimes(
      yesNo('May these words be quoted?', { label: 'May be quoted', hint: 'Needed where words are given' }),
    ),
  },
} as const

/** What children, parents or colleagues say when they are asked the same questions. */
export const survey = record({
  key: 'survey',
  title: 'Survey',
  plural: 'Surveys',
  reference: 'SVY',
  eventOn: 'opensOn',
  about: ['title'],
  fields: {
    title: text('What is it called?', { label: 'Title', maxLength: 120, missing: 'Enter what it is called' }),
    audience: choice(
      'Who is asked?',
      {
        children: 'Children and young people',
        parents: 'Parents and carers',
        staff: 'Colleagues',
        settings: 'Settings',
      },
      { label: 'Who is asked', missing: 'Select who is asked' },
    ),
    opensOn: date('On which day does it open?', { label: 'Opens', missing: 'Enter on which day it opens' }),
    closesOn: date('On which day does it close?', { label: 'Closes', missing: 'Enter on which day it closes' }),
    setVersion: optional(wholeNumber('Version of the questions', { min: 1 })),
    openedOn: optional(date('Opened')),
    closedOn: optional(date('Closed')),
    findings: longText('What did people say, and what follows?', {
      rows: 5,
      label: 'What people said',
      hint: 'Quote only what may be quoted',
      missing: 'Enter what people said and what follows',
    }),
    reportedOn: optional(date('Reported')),
    cancelledWhy: longText('Why does it not take place?', {
      rows: 2,
      label: 'Why cancelled',
      missing: 'Enter why it does not take place',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { answers },
})
