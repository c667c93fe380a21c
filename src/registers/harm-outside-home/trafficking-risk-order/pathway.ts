import { pathway } from '../../../declare/pathway.ts'
import { traffickingRiskOrder } from './record.ts'
import { orderProblems } from './rules.ts'

const by = ['police_unit', 'exploitation_coordinator'] as const
const subjectPage = {
  title: 'Against whom?',
  hint: 'An adult. No child is recorded here',
  fields: ['subject', 'subjectBornOn', 'person'],
} as const
const orderPage = { title: 'The order', fields: ['kind', 'countyLines', 'court', 'madeOn', 'expiresOn'] } as const
const conditionPage = { title: 'Its conditions', fields: ['conditionKinds', 'conditions'] } as const

export const traffickingRiskOrderPathway = pathway(traffickingRiskOrder, {
  starts: 'inForce',
  states: {
    inForce: { label: 'In force' },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record an order',
    banner: 'The order is recorded',
    by,
    asks: [subjectPage, orderPage, conditionPage],
    checks: orderProblems,
  },
  actions: {
    decideRenewal: {
      label: 'Decide what follows the order',
      banner: 'It is recorded what follows',
      from: ['inForce'],
      by,
      asks: [{ title: 'At the end of the order', fields: ['decidedOn', 'renewal', 'renewalWhy'] }],
    },
    recordBreach: {
      label: 'Record that it was broken',
      from: ['inForce'],
      by,
      asks: [{ title: 'A condition was broken', fields: ['breachedOn', 'breach'] }],
    },
    end: {
      label: 'End the order',
      banner: 'The order has ended',
      from: ['inForce'],
      to: 'ended',
      by,
      asks: [{ title: 'The end', fields: ['endedOn', 'endedWhy'] }],
      checks: row =>
        row.endedOn !== null && row.madeOn !== null && row.endedOn < row.madeOn
          ? [{ field: 'endedOn-day', message: 'It cannot have ended before it was made' }]
          : [],
    },
    correct: {
      label: 'Correct the order',
      from: ['inForce'],
      by,
      asks: [subjectPage, orderPage, conditionPage],
      checks: orderProblems,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['inForce', 'ended'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
