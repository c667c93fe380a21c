import { pathway } from '../../../declare/pathway.ts'
import { involvement } from './record.ts'
import { endProblems, involvementProblems, openAlready, servesOf } from './rules.ts'

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

export const involvementPathway = pathway(involvement, {
  starts: 'open',
  states: {
    open: { label: 'Involved' },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record who is involved',
    banner: 'It is recorded who is involved',
    by: practice,
    asks: [
      { title: 'Which service?', fields: ['person', 'service', 'serves', 'agency', 'agencyName'] },
      { title: 'Who, and how to reach them', fields: ['professional', 'role', 'reach'] },
      { title: 'Since when, and what they do', fields: ['since', 'does'] },
    ],
    sets: row => ({ serves: servesOf(row) }),
    looks: openAlready,
    checks: (row, _context, _lines, found) => involvementProblems(row, found),
  },
  actions: {
    changeProfessional: {
      label: 'Record a new professional, or how to reach them',
      banner: 'The professional is recorded',
      from: ['open'],
      by: practice,
      asks: [{ title: 'Who, and how to reach them', fields: ['professional', 'role', 'reach', 'does'] }],
    },
    end: {
      label: 'Record that they are not involved any more',
      banner: 'It is recorded that the involvement ended',
      from: ['open'],
      to: 'ended',
      by: practice,
      asks: [{ title: 'The end', fields: ['until', 'endedWhy'] }],
      checks: endProblems,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['open', 'ended'],
      to: 'recordedInError',
      by: practice,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
