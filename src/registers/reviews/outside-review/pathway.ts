import { pathway } from '../../../declare/pathway.ts'
import { endsReviews } from '../../../fields/lists/reviews.ts'
import { outsideReview } from './record.ts'
import {
  comparisonProblems,
  judgementProblems,
  noPoint,
  notCompared,
  recommendProblems,
  startProblems,
} from './rules.ts'

const by = endsReviews
const open = ['recorded', 'compared'] as const
const pages = [
  { title: 'Which review or inspection?', fields: ['kind', 'title', 'madeBy', 'area', 'takenUpOn'] },
  { title: 'Its days', fields: ['firstDay', 'madeOn', 'dayNote', 'foundAt'] },
  { title: 'Its grade', hint: 'Leave empty if it was no inspection', fields: ['scheme', 'grade'] },
] as const

export const outsideReviewPathway = pathway(outsideReview, {
  starts: 'recorded',
  states: {
    recorded: { label: 'To be compared' },
    compared: { label: 'Compared' },
    closed: { label: 'Closed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record an outside review or inspection',
    banner: 'It is recorded. Add its points',
    by,
    asks: pages,
    checks: startProblems,
  },
  actions: {
    correct: { label: 'Correct what was recorded', from: open, by, asks: pages, checks: startProblems },
    addJudgement: {
      label: 'Add the grade of a part',
      banner: 'The grade is recorded',
      from: open,
      by,
      adds: 'judgements',
      checks: judgementProblems,
      unless: row => row.scheme === null && 'It has no scheme of grades',
    },
    addPoint: {
      label: 'Add a point, or change one',
      banner: 'The point is recorded',
      from: open,
      by,
      adds: 'points',
    },
    compare: {
      label: 'Compare a point with this area',
      banner: 'The comparison is recorded',
      from: open,
      by,
      adds: 'comparisons',
      checks: (row, _context, lines) => comparisonProblems(row, lines),
      unless: noPoint,
    },
    recommend: {
      label: 'Record a recommendation for this area',
      banner: 'It stands with all recommendations. Its owner is told',
      from: open,
      by,
      adds: 'recommendations',
      checks: (row, { today }, lines) => recommendProblems(row, lines, today),
    },
    conclude: {
      label: 'Record the conclusion',
      banner: 'It is compared',
      from: ['recorded'],
      to: 'compared',
      by,
      asks: [{ title: 'The conclusion', fields: ['conclusion'] }],
      unless: notCompared,
      sets: (_row, { actor, today }) => ({ comparedBy: actor.accountId, comparedOn: today }),
    },
    close: {
      label: 'Close',
      banner: 'It is closed. Its recommendations are followed with all others',
      hint: 'Somebody other than who drew the conclusion closes it',
      from: ['compared'],
      to: 'closed',
      by,
      notOwnWork: 'comparedBy',
      asks: [{ title: 'The end', fields: ['closedNote'] }],
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: open,
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
