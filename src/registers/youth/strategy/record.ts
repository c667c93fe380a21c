import { choice, date, longText, optional, text, wholeNumber } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { actionFields } from '../../../fields/lists/actions.ts'
import { objectives as youthObjectives } from '../../../fields/lists/youth.ts'
import { judgedBy, progresses, strategyKinds } from './codes.ts'

const objectives = {
  title: 'Objectives and aims',
  one: 'objective',
  // Told again under its number, an objective is changed.
  key: 'number',
  about: ['number', 'words'],
  fields: {
    number: wholeNumber('Which number does it have?', {
      label: 'Number',
      min: 1,
      max: 99,
      hint: 'The next free number. One that is taken changes that objective',
      missing: 'Enter the number of the objective',
    }),
    objective: optional(
      choice('Is it one of the objectives of youth safety?', youthObjectives, {
        label: 'Objective of youth safety',
        hint: 'Programmes that serve this objective are then listed with it',
      }),
    ),
    words: text('What does it say?', {
      label: 'Words',
      maxLength: 300,
      hint: 'As published. If the words are lost, say so',
      missing: 'Enter what it says',
    }),
  },
} as const

const numbered = (hint: string) =>
  wholeNumber('Of which objective?', {
    label: 'Objective',
    min: 1,
    max: 99,
    hint,
    missing: 'Enter the number of the objective',
  })

const figures = {
  title: 'Figures by which it is judged',
  one: 'figure',
  key: 'figure',
  about: ['figure'],
  fields: {
    figure: choice('By which figure?', judgedBy, { label: 'Figure', long: true, missing: 'Select the figure' }),
    figureFor: numbered('A figure belongs to one objective. Chosen again, it moves'),
  },
} as const

const updates = {
  title: 'Updates',
  one: 'update',
  fields: {
    writtenOn: date('On which day?', { label: 'Day', past: true, missing: 'Enter the day' }),
    updateFor: optional(
      wholeNumber('Of which objective?', {
        label: 'Objective',
        min: 1,
        max: 99,
        hint: 'Leave empty for the whole strategy',
      }),
    ),
    progress: choice('How is it going?', progresses, { label: 'Progress', missing: 'Select how it is going' }),
    update: longText('What was done, and what came of it?', {
      rows: 4,
      label: 'Update',
      hint: 'No names of children or families. Figures are shown beside it from the records',
      missing: 'Enter what was done and what came of it',
    }),
  },
} as const

const actions = {
  title: 'Actions agreed',
  one: 'action',
  fields: {
    actionFor: numbered('The objective it serves'),
    task: actionFields.task,
    doneBy: actionFields.doneBy,
    doneByAgency: actionFields.doneByAgency,
    dueOn: date('Until when?', { label: 'Due', missing: 'Enter until when' }),
  },
} as const

/** A strategy of the partnership: its objectives, the figures by which each is judged, and what was done. */
export const strategy = record({
  key: 'strategy',
  title: 'Strategy',
  plural: 'Strategies',
  reference: 'STG',
  eventOn: 'fromDay',
  about: ['name'],
  fields: {
    kind: choice('What is it about?', strategyKinds, { label: 'About', missing: 'Select what it is about' }),
    name: text('What is it called?', { label: 'Name', maxLength: 160, missing: 'Enter what it is called' }),
    publishedOn: date('When was it published?', {
      label: 'Published',
      past: true,
      missing: 'Enter when it was published',
    }),
    fromDay: date('From which day does it run?', { label: 'From', missing: 'Enter the first day' }),
    toDay: date('Until which day?', { label: 'Until', missing: 'Enter the last day' }),
    ambition: longText('What does it want to reach?', {
      rows: 4,
      label: 'Ambition',
      missing: 'Enter what it wants to reach',
    }),
    endedOn: date('When did it end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
    endedNote: longText('What came of it, and what follows?', {
      rows: 4,
      label: 'What came of it',
      missing: 'Enter what came of it and what follows',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { objectives, figures, updates, actions },
})
