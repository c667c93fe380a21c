import {
  agencies,
  agency,
  choice,
  date,
  longText,
  optional,
  related,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { figureChoices } from '../../../fields/lists/oversight.ts'
import { progresses, schemes } from './codes.ts'

const wordings = {
  title: 'Later words',
  one: 'wording',
  key: 'wordingFrom',
  fields: {
    wordingFrom: date('From which day do these words hold?', {
      label: 'From',
      missing: 'Enter from which day they hold',
    }),
    wording: longText('What does it say now?', { rows: 4, label: 'Words', missing: 'Enter what it says now' }),
    wordingIn: optional(text('Where is that written?', { label: 'Written in', maxLength: 200 })),
  },
} as const

const figures = {
  title: 'What would show progress',
  one: 'figure',
  key: 'figure',
  about: ['figure'],
  fields: {
    figure: choice('Which figure would show progress?', figureChoices, {
      label: 'Figure',
      long: true,
      missing: 'Select the figure',
    }),
    figureWhy: text('What would it have to do?', {
      label: 'What it would have to do',
      maxLength: 300,
      hint: 'For example “more of them, each year”',
      missing: 'Enter what it would have to do',
    }),
  },
} as const

const programmes = {
  title: 'What is done for it',
  one: 'programme or milestone',
  key: 'programme',
  fields: {
    programme: text('What is done?', { label: 'Programme', maxLength: 300, missing: 'Enter what is done' }),
    milestone: optional(text('What shall be reached?', { label: 'Milestone', maxLength: 300 })),
    milestoneOn: optional(date('By when?', { label: 'Reached by' })),
  },
} as const

const judgements = {
  title: 'Progress, year by year',
  one: 'judgement of a year',
  key: 'year',
  fields: {
    year: text('Of which report year?', {
      label: 'Report year',
      maxLength: 7,
      hint: 'September to August, such as 2025-26. A year that is there already is changed',
      missing: 'Enter the report year',
    }),
    judgedOn: date('When was it judged?', { label: 'Judged', past: true, missing: 'Enter when it was judged' }),
    progress: choice('Was there progress?', progresses, {
      label: 'Progress',
      missing: 'Select whether there was progress',
    }),
    judgedWhy: longText('What shows that, and what is still to be done?', {
      rows: 4,
      label: 'Why',
      missing: 'Enter what shows that',
    }),
  },
} as const

/** Brought by the evidence itself when the partnership accepts it. */
const evidenced = {
  title: 'Evidence accepted',
  one: 'piece of evidence',
  key: 'evidence',
  fields: {
    evidence: related('Which evidence?', 'priority_evidence', { label: 'Evidence' }),
    evidencedBy: agency('From which agency?', { label: 'Agency' }),
    evidencedOn: date('Of which day?', { label: 'Of' }),
  },
} as const

/** A priority, in the words in which it was agreed. */
export const priority = record({
  key: 'priority',
  title: 'Priority',
  plural: 'Priorities',
  reference: 'PRI',
  eventOn: 'fromDay',
  about: ['title'],
  fields: {
    scheme: choice('Whose priority is it?', schemes, { label: 'Of', missing: 'Select whose priority it is' }),
    number: wholeNumber('Which number does it have?', {
      label: 'Number',
      min: 1,
      max: 99,
      missing: 'Enter its number',
    }),
    title: text('What is it about, in a few words?', {
      label: 'Title',
      maxLength: 120,
      hint: 'As people call it',
      missing: 'Enter what it is about',
    }),
    words: longText('What does it say?', {
      rows: 4,
      label: 'First words',
      hint: 'As agreed, word for word',
      missing: 'Enter what it says',
    }),
    writtenIn: optional(text('Where is that written?', { label: 'Written in', maxLength: 200 })),
    fromDay: date('From which day does it hold?', { label: 'Since', missing: 'Enter from which day it holds' }),
    leadGroup: optional(
      related('Which group leads it?', 'partnership_group', {
        label: 'Lead group',
        hint: 'The reference of a group of the partnership',
      }),
    ),
    /** As it was typed before groups were on record; asked no more. */
    ledBy: optional(text('Led by, as typed before', { label: 'Led by, as typed before', maxLength: 160 })),
    leadPerson: optional(staff('Who answers for it?', { label: 'Accountable owner' })),
    asked: optional(
      agencies('Which agencies are asked for evidence?', {
        label: 'Agencies asked',
        hint: 'Only of these is it a gap to have given nothing',
      }),
    ),
    wordsNow: optional(longText('Words now', { label: 'Words now' })),
    endedOn: date('When did it end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
    endedNote: longText('What came of it, and what follows?', {
      rows: 3,
      label: 'What came of it',
      missing: 'Enter what came of it',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { wordings, figures, programmes, judgements, evidenced },
})
