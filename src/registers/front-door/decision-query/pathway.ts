import { pathway } from '../../../declare/pathway.ts'
import { decisionQuery } from './record.ts'
import { lastStage } from './rules.ts'

const setting = ['referrer', 'setting_lead'] as const
const managers = { holders: ['screening_manager'] } as const

/** Goes to and fro between the setting and the contact team until the setting accepts, or the stages are used up. */
export const decisionQueryPathway = pathway(decisionQuery, {
  starts: 'raised',
  states: {
    raised: { label: 'With the contact team', awaitedBy: setting },
    answered: { label: 'Answer to be read' },
    settled: { label: 'Settled', closed: true },
    withdrawn: { label: 'Taken back', closed: true },
  },
  start: {
    label: 'Record a question or disagreement',
    // Both come from the page of the report, by a link.
    by: [],
    asks: [
      { title: 'What it is about', fields: ['report', 'kind', 'child', 'raisedAt', 'stage'] },
      { title: 'What they say', fields: ['words', 'wanted'] },
    ],
    sets: row => ({ stageAt: row.raisedAt }),
    tells: [{ key: 'raised', words: 'A partner asks about a decision, or disagrees with it', to: [managers] }],
  },
  actions: {
    answer: {
      label: 'Answer',
      banner: 'Your answer is with whoever reported',
      from: ['raised'],
      to: 'answered',
      by: ['screening_manager'],
      notOwnWork: 'decidedBy',
      asks: [{ title: 'Your answer', fields: ['answer', 'result'] }],
      sets: (_row, { actor, now }) => ({ answeredBy: actor.accountId, answeredAt: now }),
      tells: [{ key: 'answered', words: 'Your question or disagreement is answered', to: [{ person: 'createdBy' }] }],
    },
    accept: {
      label: 'I accept the answer',
      banner: 'Thank you. It is settled',
      from: ['answered'],
      to: 'settled',
      by: setting,
      sets: (_row, { now }) => ({ settledAt: now }),
    },
    takeFurther: {
      label: 'I still disagree: take it to the next stage',
      banner: 'It goes to the next stage',
      from: ['answered'],
      to: 'raised',
      by: setting,
      asks: [{ title: 'What is still not right', fields: ['whyNotAccepted'] }],
      tells: [{ key: 'further', words: 'A disagreement goes to the next stage', to: [managers] }],
      sets: (row, { now }) => ({
        kind: 'disagreement',
        stage: (row.stage ?? 0) + 1,
        stageAt: now,
        answeredAt: null,
        answeredBy: null,
        result: null,
        answer: null,
      }),
      unless: row =>
        (row.stage ?? 0) >= lastStage &&
        'This was the last stage. Write to the independent scrutineer of the partnership',
    },
    withdraw: {
      label: 'Take it back',
      exceptional: true,
      from: ['raised', 'answered'],
      to: 'withdrawn',
      by: setting,
      asks: [{ title: 'Why?', fields: ['withdrawnWhy'] }],
      sets: (_row, { now }) => ({ settledAt: now }),
    },
  },
})
