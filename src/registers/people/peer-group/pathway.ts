import { pathway } from '../../../declare/pathway.ts'
import { peerGroup } from './record.ts'
import { datesProblems, firstTasked, resultProblems, taskProblems } from './rules.ts'

const practice = [
  'screener',
  'screening_manager',
  'business_support',
  'early_help_practitioner',
  'social_worker',
  'team_manager',
  'private_fostering_coordinator',
  'exploitation_coordinator',
] as const

const open = ['noticed', 'tasked', 'watched'] as const

export const peerGroupPathway = pathway(peerGroup, {
  starts: 'noticed',
  states: {
    noticed: { label: 'Noticed' },
    tasked: { label: 'Tasked' },
    watched: { label: 'Watched' },
    closed: { label: 'Closed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a group',
    banner: 'The group is recorded. Add who belongs to it',
    by: practice,
    asks: [
      { title: 'Which group?', fields: ['name', 'kind', 'place', 'ward', 'since'] },
      { title: 'The worry', fields: ['concern', 'worry', 'toldBy', 'knownOn'] },
    ],
  },
  actions: {
    addMember: {
      label: 'Add a member, or say until when',
      banner: 'The member is recorded',
      from: open,
      by: practice,
      adds: 'members',
      checks: datesProblems,
    },
    addTask: {
      label: 'Add an action of daily tasking',
      banner: 'The action is recorded',
      from: open,
      to: 'tasked',
      by: practice,
      adds: 'tasking',
      sets: (row, { today }) => firstTasked(row, today),
      checks: taskProblems,
    },
    recordResult: {
      label: 'Record what came of an action',
      banner: 'The result is recorded',
      from: ['tasked', 'watched'],
      by: practice,
      adds: 'results',
      checks: (row, _context, lines) => resultProblems(row, lines),
    },
    correct: {
      label: 'Bring the group up to date',
      from: open,
      by: practice,
      asks: [
        { title: 'Which group?', fields: ['name', 'kind', 'place', 'ward', 'since'] },
        { title: 'The worry', fields: ['concern', 'worry', 'toldBy'] },
      ],
    },
    watch: {
      label: 'Watch the group without an action',
      banner: 'The group is watched',
      from: ['noticed', 'tasked'],
      to: 'watched',
      by: practice,
      asks: [{ title: 'Watched', fields: ['watchWhy'] }],
    },
    close: {
      label: 'Close the group',
      banner: 'The group is closed',
      from: open,
      to: 'closed',
      by: practice,
      asks: [{ title: 'The end', fields: ['until', 'closedWhy', 'closedNote'] }],
      checks: datesProblems,
    },
    reopen: {
      label: 'Open the group again',
      banner: 'The group is open again',
      exceptional: true,
      from: ['closed'],
      to: 'watched',
      by: practice,
      asks: [{ title: 'Watched', fields: ['watchWhy'] }],
      sets: () => ({ until: null, closedWhy: null }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: [...open, 'closed'],
      to: 'recordedInError',
      by: practice,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
