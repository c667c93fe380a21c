import {
  agency,
  choice,
  date,
  longText,
  optional,
  related,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { recommendationFields } from '../../../fields/lists/actions.ts'
import { figureChoices } from '../../../fields/lists/oversight.ts'
import { directions, fates, reportKinds, topics, units } from './codes.ts'

const headlines = {
  title: 'What it says',
  one: 'figure or statement',
  fields: {
    topic: choice('What is it about?', topics, { label: 'About', long: true, missing: 'Select what it is about' }),
    counts: text('What does it count or say, in its own words?', {
      label: 'What it counts',
      maxLength: 300,
      hint: 'For example “cases heard by the end of March”',
      missing: 'Enter what it counts or says',
    }),
    value: optional(
      wholeNumber('Which number does it give?', {
        label: 'Number',
        hint: 'The whole number. Leave empty if it gives none',
      }),
    ),
    hundredths: optional(
      wholeNumber('And how many hundredths?', {
        label: 'Hundredths',
        max: 99,
        hint: 'Of 4.5 that is 50. Leave empty for a whole number',
      }),
    ),
    unit: sometimes(choice('In which unit?', units, { label: 'Unit' })),
    direction: choice('Does it say more, fewer or the same as before?', directions, {
      label: 'Compared with before',
      missing: 'Select what it says of before',
    }),
    saidFrom: optional(
      date('From which day is that?', { label: 'Of the days from', hint: 'Leave empty if it is of the whole report' }),
    ),
    saidTo: sometimes(date('Until which day?', { label: 'To' })),
    ours: optional(
      choice('With which figure of ours can it be compared?', figureChoices, { label: 'Figure of ours', long: true }),
    ),
  },
} as const

const lastYear = {
  title: 'Actions of the year before',
  one: 'action of the year before',
  fields: {
    lastAction: text('What was to be done?', { label: 'Action', maxLength: 300, missing: 'Enter what was to be done' }),
    fate: choice('What became of it?', fates, { label: 'What became of it', missing: 'Select what became of it' }),
    fateNote: optional(longText('How is that known?', { rows: 2, label: 'How that is known' })),
  },
} as const

const questions = {
  title: 'Questions raised',
  one: 'question',
  key: 'number',
  fields: {
    number: wholeNumber('Which number does it have?', {
      label: 'Number',
      min: 1,
      max: 99,
      hint: 'The next free number. One that is taken changes that question',
      missing: 'Enter the number',
    }),
    question: longText('What is asked?', { rows: 3, label: 'Question', missing: 'Enter what is asked' }),
  },
} as const

const answers = {
  title: 'Answers to questions',
  one: 'answer',
  key: 'answerTo',
  fields: {
    answerTo: wholeNumber('To which question?', {
      label: 'Question',
      min: 1,
      max: 99,
      hint: 'Its number. Answered again, the later answer stands',
      missing: 'Enter the number of the question',
    }),
    answer: longText('What is the answer?', { rows: 3, label: 'Answer', missing: 'Enter the answer' }),
  },
} as const

const recommended = {
  title: 'Recommendations in it',
  one: 'recommendation',
  fields: recommendationFields,
} as const

/** A report that a partner owes the partnership or has sent. */
export const agencyReport = record({
  key: 'agency_report',
  title: 'Report of a partner',
  plural: 'Reports of partners',
  reference: 'PRT',
  eventOn: 'dueOn',
  about: ['title'],
  fields: {
    partner: agency('Which agency owes it?', { label: 'Agency', missing: 'Select the agency' }),
    title: text('What is it called?', { label: 'Title', maxLength: 200, missing: 'Enter what it is called' }),
    kind: choice('What kind of report is it?', reportKinds, { label: 'Kind', missing: 'Select what kind it is' }),
    coversFrom: date('From which day is it about?', { label: 'Covers from', missing: 'Enter the first day' }),
    coversTo: date('Until which day is it about?', { label: 'Covers to', missing: 'Enter the last day' }),
    dueOn: date('By which day is it due?', { label: 'Report due', missing: 'Enter by which day it is due' }),
    scrutinyGroup: related('Which group looks at it?', 'partnership_group', {
      label: 'Group that looks at it',
      hint: 'The reference of a group of the partnership',
      missing: 'Enter the reference of the group that looks at it',
    }),
    /** As it was typed before groups were on record; asked no more. */
    scrutinisedBy: optional(text('Group, as typed before', { label: 'Group, as typed before', maxLength: 160 })),
    receivedOn: date('When was it received?', { label: 'Received', past: true, missing: 'Enter when it was received' }),
    receivedAs: optional(
      text('Where can it be read?', { label: 'Where it can be read', maxLength: 200, hint: 'A place, not the report' }),
    ),
    sentBy: optional(staff('Sent in by')),
    scrutinisedOn: date('When was it looked at?', {
      label: 'Scrutinised',
      past: true,
      missing: 'Enter when it was looked at',
    }),
    scrutinyNote: longText('What did the group find?', {
      rows: 4,
      label: 'What the group found',
      missing: 'Enter what the group found',
    }),
    notComingWhy: longText('Why will it not come?', {
      rows: 2,
      label: 'Why it does not come',
      missing: 'Enter why it will not come',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { headlines, lastYear, questions, answers, recommended },
})
