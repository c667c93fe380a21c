/** Codes of this register: for ever, while the words may change. */

export const kinds = {
  overview: {
    label: 'Overview presented to the Prevent board',
    hint: 'An agency tells the board how it deals with its Prevent duty',
  },
  training: 'Training on Prevent',
  lesson: 'Lesson or workshop with young people',
  counts: {
    label: 'Counts of referrals',
    hint: 'How many an agency made in a time, and no names',
  },
} as const
