import { questionSet } from '../../../declare/questionSet.ts'

export const scale = { agree: 'Agree', partly: 'Agree in part', disagree: 'Do not agree' } as const

const source = 'Own words of the partnership'

/** What the partnership asks children, parents and colleagues. A changed set is a new version, never a change to an old one. */
export const surveySets = [
  questionSet({
    key: 'partnership_survey',
    version: 1,
    title: 'Being safe and being heard',
    publishedOn: '2021-09-01',
    source,
    scale,
    questions: [
      { code: 'S1', kind: 'rating', title: 'Listened to', words: 'People who work with my family listen to me' },
      { code: 'S2', kind: 'rating', title: 'Told what happens', words: 'I know what happens next and why' },
      { code: 'S3', kind: 'rating', title: 'Safer', words: 'Something has become safer' },
      { code: 'S4', kind: 'text', title: 'What helped', words: 'What helped?' },
      { code: 'S5', kind: 'text', title: 'What should change', words: 'What should be different?' },
    ],
  }),
] as const
