import { pathway } from '../../../declare/pathway.ts'
import { endsReviews } from '../../../fields/lists/reviews.ts'
import { learningProduct } from './record.ts'
import { againProblems, evaluationProblems, reachProblems } from './rules.ts'

const by = endsReviews
const pages = [
  { title: 'What it is', fields: ['title', 'kind', 'fromRef', 'learning', 'madeBy'] },
  { title: 'Whom it is for', fields: ['audience', 'channel', 'issuedOn'] },
] as const

export const learningProductPathway = pathway(learningProduct, {
  starts: 'issued',
  states: {
    issued: { label: 'Given out' },
    looked: { label: 'Looked at again', closed: true },
    withdrawn: { label: 'Withdrawn', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a learning product',
    banner: 'It is recorded. Count whom it reaches',
    by,
    asks: pages,
    sets: (_row, { actor }) => ({ recordedFor: actor.accountId }),
  },
  actions: {
    correct: { label: 'Correct what was recorded', from: ['issued'], by, asks: pages },
    addReach: {
      label: 'Record how many people it reached',
      banner: 'The count is recorded',
      from: ['issued'],
      by,
      adds: 'reach',
      checks: reachProblems,
    },
    evaluate: {
      label: 'Record what people said',
      banner: 'The evaluation is recorded',
      from: ['issued'],
      by,
      adds: 'evaluations',
      checks: evaluationProblems,
    },
    openLearning: {
      label: 'Give it to one agency to learn',
      banner: 'A learning item is opened. It is checked later whether it has reached those who do the work',
      from: ['issued'],
      by,
      adds: 'opened',
    },
    lookAgain: {
      label: 'Record whether practice has changed',
      hint: 'Somebody other than who recorded it',
      from: ['issued'],
      to: 'looked',
      by,
      notOwnWork: 'recordedFor',
      asks: [{ title: 'Looked at again', fields: ['auditedOn', 'changed', 'changedHow', 'auditRef'] }],
      checks: againProblems,
    },
    withdraw: {
      label: 'Withdraw it',
      exceptional: true,
      from: ['issued'],
      to: 'withdrawn',
      by,
      asks: [{ title: 'Withdrawn', fields: ['withdrawnWhy'] }],
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['issued'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
