import { pathway } from '../../../declare/pathway.ts'
import { intelligenceItem } from './record.ts'

const senders = ['missing_coordinator', 'exploitation_coordinator'] as const

export const intelligenceItemPathway = pathway(intelligenceItem, {
  starts: 'shared',
  states: {
    shared: { label: 'Shared' },
    received: { label: 'Received by the police' },
    answered: { label: 'Answered', closed: true },
    withdrawn: { label: 'Withdrawn', closed: true },
  },
  start: {
    label: 'Share intelligence with the police',
    banner: 'The police have it',
    by: senders,
    asks: [{ title: 'The intelligence', fields: ['police', 'kind', 'words', 'knownPlace'] }],
    sets: (row, { now }) => ({ sharedAt: row.sharedAt ?? now }),
    tells: [
      {
        key: 'intelligence_shared',
        words: 'Intelligence about a missing child was shared with you',
        to: [{ holders: ['police_unit'], agency: 'police' }],
      },
    ],
  },
  actions: {
    receive: {
      label: 'We have it',
      banner: 'It is recorded that you have it',
      from: ['shared'],
      to: 'received',
      by: ['police_unit'],
      sets: (_row, { now }) => ({ receivedAt: now }),
    },
    answer: {
      label: 'Say what was done with it',
      banner: 'The missing team can read it',
      from: ['shared', 'received'],
      to: 'answered',
      by: ['police_unit'],
      asks: [{ title: 'What was done', fields: ['usedFor', 'usedNote'] }],
      sets: (row, { now }) => ({ receivedAt: row.receivedAt ?? now }),
    },
    withdraw: {
      label: 'Withdraw it',
      exceptional: true,
      from: ['shared', 'received'],
      to: 'withdrawn',
      by: senders,
      asks: [{ title: 'Withdrawn', fields: ['withdrawnWhy'] }],
    },
  },
})
