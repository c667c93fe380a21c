import { pathway } from '../../../declare/pathway.ts'
import { personMatch } from './record.ts'
import { both, pairProblems } from './rules.ts'

/** Knows of restricted people: some pairs nobody else may decide. */
const custodian = 'information_governance'

export const practice = [
  'screener',
  'screening_manager',
  'business_support',
  'early_help_practitioner',
  'social_worker',
  'team_manager',
  custodian,
] as const
const managers = ['screening_manager', 'team_manager', custodian] as const

/** One person says that two records are the same person, a second confirms it, and it can always be taken apart again. */
export const personMatchPathway = pathway(personMatch, {
  starts: 'suggested',
  states: {
    suggested: { label: 'Waiting for a person to decide' },
    same: { label: 'Same person: waiting to be confirmed' },
    merged: { label: 'Same person', closed: true },
    different: { label: 'Two different people', closed: true },
    takenApart: { label: 'Taken apart again', closed: true },
  },
  start: {
    label: 'Say that two records may be one person',
    banner: 'The match waits for a decision',
    by: practice,
    asks: [{ title: 'Two records', fields: ['person', 'other', 'foundBy', 'foundAt'] }],
    looks: both,
    checks: (row, _context, _lines, found) => pairProblems(row, found),
  },
  actions: {
    saySame: {
      label: 'Same person',
      banner: 'A manager has to confirm that they are the same person',
      from: ['suggested'],
      to: 'same',
      by: practice,
      asks: [{ title: 'Same person', fields: ['why'] }],
      sets: (_row, { actor, now }) => ({ decidedBy: actor.accountId, decidedAt: now }),
    },
    sayDifferent: {
      label: 'Two different people',
      from: ['suggested', 'same'],
      to: 'different',
      by: practice,
      asks: [{ title: 'Two different people', fields: ['why'] }],
      sets: (_row, { actor, now }) => ({ decidedBy: actor.accountId, decidedAt: now }),
    },
    confirm: {
      label: 'Confirm that they are the same person',
      banner: 'The two records are one person now. Nothing of either is lost',
      from: ['same'],
      to: 'merged',
      by: managers,
      notOwnWork: 'decidedBy',
      looks: both,
      checks: (row, _context, _lines, found) => pairProblems(row, found),
      sets: (_row, { actor, now }) => ({ confirmedBy: actor.accountId, confirmedAt: now }),
    },
    takeApart: {
      label: 'Take apart again',
      banner: 'They are two people again, each with all its records',
      exceptional: true,
      from: ['merged'],
      to: 'takenApart',
      by: managers,
      asks: [{ title: 'Two people after all', fields: ['undoneWhy'] }],
      sets: (_row, { now }) => ({ undoneAt: now }),
    },
    lookAgain: {
      label: 'Look at it again',
      exceptional: true,
      from: ['different', 'takenApart'],
      to: 'suggested',
      by: managers,
    },
  },
})
