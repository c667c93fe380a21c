import { pathway } from '../../../declare/pathway.ts'
import { immediateWorry, receivers } from './record.ts'

const raisers = ['missing_coordinator', 'interview_worker'] as const

export const immediateWorryPathway = pathway(immediateWorry, {
  starts: 'raised',
  states: {
    raised: { label: 'Waits to be taken' },
    taken: { label: 'Somebody acts' },
    done: { label: 'Done', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Raise an immediate worry',
    banner: 'The worry is raised. It stands in the work of whoever acts on it',
    by: raisers,
    asks: [{ title: 'The worry', fields: ['child', 'what', 'raisedAt', 'receiver'] }],
    sets: (row, { actor }) => ({ allocatedTo: row.receiver, raisedBy: row.raisedBy ?? actor.accountId }),
    tells: [
      {
        key: 'immediate_worry',
        words: 'An immediate worry about a child waits for you',
        to: [{ person: 'receiver' }],
        urgent: true,
      },
    ],
  },
  actions: {
    take: {
      label: 'I act on it',
      banner: 'It is recorded that you act',
      from: ['raised'],
      to: 'taken',
      by: receivers,
      sets: (row, { now }) => ({ takenAt: row.takenAt ?? now }),
      unless: (row, _lines, { actor }) => row.receiver !== actor.accountId && 'It waits for somebody else',
      tells: [
        { key: 'immediate_worry_taken', words: 'Somebody acts on an immediate worry', to: [{ person: 'raisedBy' }] },
      ],
    },
    handOn: {
      label: 'Hand it on',
      hint: 'The time limit goes on',
      banner: 'It waits for the other person now',
      from: ['raised', 'taken'],
      to: 'raised',
      by: ['missing_coordinator', 'team_manager', 'screening_manager'],
      asks: [{ title: 'Who acts on it?', fields: ['receiver', 'handedOnWhy'] }],
      sets: row => ({ allocatedTo: row.receiver, takenAt: null }),
      tells: [
        {
          key: 'immediate_worry',
          words: 'An immediate worry about a child waits for you',
          to: [{ person: 'receiver' }],
          urgent: true,
        },
      ],
    },
    finish: {
      label: 'Record what was done',
      banner: 'It is done',
      from: ['taken'],
      to: 'done',
      by: receivers,
      asks: [{ title: 'What was done', fields: ['doneAt', 'result', 'done'] }],
      unless: (row, _lines, { actor }) => row.receiver !== actor.accountId && 'Somebody else acts on it',
      tells: [{ key: 'immediate_worry_done', words: 'An immediate worry was acted on', to: [{ person: 'raisedBy' }] }],
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['raised', 'taken', 'done'],
      to: 'recordedInError',
      by: ['missing_coordinator'],
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
