import { pathway } from '../../../declare/pathway.ts'
import { agreement } from './record.ts'
import { draftProblems, lastReview, reviewProblems } from './rules.ts'

const keepers = ['information_governance', 'partnership_manager'] as const

/** From a draft to its end, reviewed in between. */
export const agreementPathway = pathway(agreement, {
  starts: 'draft',
  states: {
    draft: { label: 'Draft' },
    inForce: { label: 'In force' },
    underReview: { label: 'Under review' },
    ended: { label: 'Ended', closed: true },
  },
  start: {
    label: 'Record an agreement',
    banner: 'The agreement is recorded as a draft',
    by: keepers,
    asks: [
      { title: 'The agreement', fields: ['title', 'parties', 'otherParties', 'purpose'] },
      { title: 'Ground in law', fields: ['article6', 'article9', 'duty'] },
      { title: 'Information', fields: ['items', 'covers', 'gap'] },
      { title: 'Owner', fields: ['owner'] },
    ],
    checks: draftProblems,
  },
  actions: {
    sign: {
      label: 'Record that it is signed',
      banner: 'The agreement is in force',
      from: ['draft'],
      to: 'inForce',
      by: keepers,
      asks: [{ title: 'Signed', fields: ['signedOn', 'reviewMonths'] }],
    },
    change: {
      label: 'Change what it says',
      from: ['draft', 'underReview'],
      by: keepers,
      asks: [
        { title: 'The agreement', fields: ['title', 'parties', 'otherParties', 'purpose'] },
        { title: 'Ground in law', fields: ['article6', 'article9', 'duty'] },
        { title: 'Information', fields: ['items', 'covers', 'gap'] },
        { title: 'Owner', fields: ['owner'] },
      ],
      checks: draftProblems,
    },
    noteGap: {
      label: 'Say what is missing or out of date',
      banner: 'It is recorded what the agreement lacks',
      from: ['inForce'],
      by: keepers,
      asks: [{ title: 'What is missing', fields: ['gap'] }],
    },
    beginReview: {
      label: 'Begin the review',
      banner: 'The agreement is under review, and stays in force until it ends',
      from: ['inForce'],
      to: 'underReview',
      by: keepers,
    },
    finishReview: {
      label: 'Finish the review',
      banner: 'The review is recorded, and the next one is due',
      from: ['underReview'],
      to: 'inForce',
      by: keepers,
      adds: 'reviews',
      sets: (_row, _context, lines) => ({ lastReviewedOn: lastReview(lines) }),
      checks: reviewProblems,
    },
    end: {
      label: 'End the agreement',
      banner: 'The agreement has ended',
      exceptional: true,
      from: ['draft', 'inForce', 'underReview'],
      to: 'ended',
      by: keepers,
      asks: [{ title: 'End', fields: ['endedOn', 'endedWhy'] }],
      checks: row =>
        row.endedOn !== null && row.signedOn !== null && row.endedOn < row.signedOn
          ? [{ field: 'endedOn-day', message: 'It cannot end before it was signed' }]
          : [],
    },
  },
})
