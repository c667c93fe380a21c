import { choice, date, longText, optional, sensitive, sometimes, text, wholeNumber } from '../../../declare/field.ts'
import { settingScale } from '../../../fields/lists/settingQuestions.ts'
import { statements } from './statements.ts'

const statement = () =>
  choice('Which statement?', statements, { label: 'Statement', missing: 'Select which statement it is' })

/** One current answer to each statement; a later one takes its place, and the earlier one stays with its time. */
export const answers = {
  title: 'Answers',
  one: 'answer',
  key: 'statement',
  fields: {
    statement: statement(),
    askedVersion: wholeNumber('In which version of the questions did you read it?', {
      label: 'Version asked',
      min: 1,
      hint: 'Stands over the questions. An answer keeps the words in which it was asked',
      missing: 'Enter in which version of the questions you read it',
    }),
    rating: optional(choice('How far is that so in your setting?', settingScale, { label: 'Own rating' })),
    evidence: sensitive(
      optional(
        longText('How do you know?', {
          rows: 4,
          label: 'Evidence',
          hint: 'What it rests on, and where it can be seen. Do not name children',
        }),
      ),
    ),
    whyNotApplicable: optional(longText('If it does not apply, why not?', { rows: 2, label: 'Why it does not apply' })),
    task: optional(
      text('What will you do?', {
        label: 'Action',
        maxLength: 500,
        hint: 'Needed for “partly” and “not yet”. It is kept with all actions, where it is followed until it is done',
      }),
    ),
    taskOwner: optional(text('Who will do it?', { label: 'Who', maxLength: 120, hint: 'Name and position' })),
    taskDueOn: optional(date('By when?', { label: 'Action due' })),
  },
} as const

/** An answer of the round before that somebody wants to use: shown to be confirmed, and no answer until it is. */
export const carried = {
  title: 'Carried forward, to be confirmed',
  one: 'statement carried forward',
  key: 'carriedStatement',
  fields: {
    carriedStatement: choice('For which statement do you use the answer of the round before?', statements, {
      label: 'Statement',
      missing: 'Select for which statement',
    }),
  },
} as const

export const comments = {
  title: 'Comments',
  one: 'comment',
  fields: {
    commentOn: optional(choice('On which statement?', statements, { label: 'Statement', long: true })),
    comment: sensitive(
      longText('What do you want to say?', {
        rows: 3,
        label: 'Comment',
        hint: 'Read by the setting and the partnership. Do not name children',
        missing: 'Enter what you want to say',
      }),
    ),
  },
} as const

export const moderations = {
  title: 'Moderated ratings',
  one: 'moderated rating',
  key: 'moderatedStatement',
  fields: {
    moderatedStatement: statement(),
    moderatedRating: choice('How does the partnership rate it?', settingScale, {
      label: 'Moderated rating',
      missing: 'Select how the partnership rates it',
    }),
    moderationWhy: sensitive(
      sometimes(longText("If it differs from the setting's own rating, why?", { rows: 3, label: 'Why it differs' })),
    ),
  },
} as const

export const support = {
  title: 'Support given',
  one: 'support',
  fields: {
    supportOn: date('On which day?', { label: 'Day', past: true, missing: 'Enter on which day' }),
    supportHow: choice(
      'How?',
      { telephone: 'By telephone', visit: 'With a visit', training: 'With training', written: 'In writing' },
      { label: 'How', missing: 'Select how' },
    ),
    supportNote: sensitive(longText('With what?', { rows: 2, label: 'With what', missing: 'Enter with what' })),
  },
} as const
