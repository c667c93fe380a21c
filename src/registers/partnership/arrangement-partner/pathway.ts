import { pathway } from '../../../declare/pathway.ts'
import { keepsStructure } from '../../../fields/lists/partnership.ts'
import { arrangementPartner } from './record.ts'
import { correctProblems, endProblems, othersOf, startProblems } from './rules.ts'

const about = {
  title: 'The organisation',
  fields: ['nameInLaw', 'organisation', 'partnerRole', 'sector', 'signatory'],
} as const

export const arrangementPartnerPathway = pathway(arrangementPartner, {
  starts: 'inForce',
  states: {
    inForce: { label: 'In force' },
    succeeded: { label: 'Another has taken its place', closed: true },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a partner',
    banner: 'The partner is recorded',
    by: keepsStructure,
    asks: [about, { title: 'Since when, and in whose place', fields: ['inForceFrom', 'succeeds'] }],
    looks: othersOf,
    checks: (row, _context, _lines, found) => startProblems(row, found),
  },
  actions: {
    correct: {
      label: 'Correct what was recorded',
      from: ['inForce'],
      by: keepsStructure,
      asks: [about, { title: 'Since when', fields: ['inForceFrom'] }],
      looks: othersOf,
      checks: (row, _context, _lines, found) => correctProblems(row, found),
    },
    /** Done by the record of whoever takes its place. */
    giveWay: {
      label: 'Another takes its place',
      from: ['inForce'],
      to: 'succeeded',
      by: [],
    },
    end: {
      label: 'End its part in the arrangements',
      banner: 'It is no longer a partner. Its days stay on record',
      from: ['inForce'],
      to: 'ended',
      by: keepsStructure,
      asks: [{ title: 'The end', fields: ['inForceUntil', 'endedWhy'] }],
      looks: othersOf,
      checks: (row, _context, _lines, found) => endProblems(row, found),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['inForce'],
      to: 'recordedInError',
      by: keepsStructure,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
