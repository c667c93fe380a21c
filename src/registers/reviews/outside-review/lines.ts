import {
  agency,
  choice,
  date,
  longText,
  optional,
  sometimes,
  text,
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { inspectionGrades } from '../../../fields/lists/inspectionGrades.ts'
import { numbered, numberedRecommendationFields } from '../../../fields/lists/reviews.ts'
import { applies, pointKinds } from './codes.ts'

const judgements = {
  title: 'Further judgements',
  one: 'judgement',
  about: ['judgement'],
  fields: {
    judgement: text('What was judged?', {
      label: 'Judgement on',
      maxLength: 160,
      hint: 'As the scheme calls it, for example “impact of leaders”',
      missing: 'Enter what was judged',
    }),
    judged: choice('Which grade was given?', inspectionGrades, {
      label: 'Grade given',
      long: true,
      missing: 'Select the grade',
    }),
  },
} as const

const points = {
  title: 'Points',
  one: 'point',
  key: 'point',
  about: ['pointText'],
  fields: {
    point: numbered(
      'Which number does the point have?',
      'Point',
      'The next free number. One that is taken changes that point',
    ),
    pointKind: choice('What is it?', pointKinds, { label: 'Kind', missing: 'Select what it is' }),
    printed: yesNo('Is it printed in the source that we have?', {
      label: 'Printed',
      missing: 'Select whether it is printed in the source',
    }),
    pointText: longText('What does it say?', {
      label: 'Words',
      rows: 3,
      hint: 'Without names. If it is not printed, say so and do not guess: “not recorded in the published report”',
      missing: 'Enter what it says, or that it is not recorded',
    }),
  },
} as const

/** Told again for a point, a comparison takes the place of the one before, which is kept. */
const comparisons = {
  title: 'How it is here',
  one: 'comparison',
  key: 'compared',
  fields: {
    compared: numbered('Which point is compared?', 'Point', 'Its number. Compared again, a point is changed'),
    here: choice('Does it apply here?', applies, { label: 'Applies here', missing: 'Select whether it applies here' }),
    evidence: longText('How do you know?', {
      label: 'Evidence',
      rows: 3,
      hint: 'Without names. If it is not known, say what would tell',
      missing: 'Enter how you know, or what would tell',
    }),
    assuredBy: sometimes(
      agency('If somebody gave an assurance, which agency?', {
        label: 'Assurance of',
        hint: 'Leave empty if there is none',
      }),
    ),
    assuredOn: sometimes(date('On which day was it given?', { label: 'Assurance given', past: true })),
  },
} as const

const recommendations = {
  title: 'Recommendations made here',
  one: 'recommendation',
  about: ['recTitle'],
  fields: {
    ...numberedRecommendationFields,
    recPoint: optional(
      wholeNumber('From which point does it come?', {
        label: 'Point',
        min: 1,
        max: 99,
        hint: 'Its number. Leave empty if it is about the whole',
      }),
    ),
  },
} as const

export const lines = { judgements, points, comparisons, recommendations } as const
