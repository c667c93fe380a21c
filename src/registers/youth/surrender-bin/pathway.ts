import { pathway } from '../../../declare/pathway.ts'
import { surrenderBin } from './record.ts'
import { emptyingProblems, removalProblems } from './rules.ts'

const by = ['youth_safety_lead'] as const

export const surrenderBinPathway = pathway(surrenderBin, {
  starts: 'inPlace',
  states: {
    inPlace: { label: 'In place' },
    removed: { label: 'Removed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a bin',
    banner: 'The bin is recorded',
    by,
    asks: [{ title: 'The bin', fields: ['site', 'ward', 'placedOn'] }],
  },
  actions: {
    recordEmptying: {
      label: 'Record that it was emptied',
      banner: 'It is recorded that it was emptied',
      from: ['inPlace'],
      by,
      adds: 'emptied',
      checks: (row, _context, lines) => emptyingProblems(row, lines),
    },
    correct: {
      label: 'Correct the site',
      from: ['inPlace'],
      by,
      asks: [{ title: 'The bin', fields: ['site', 'ward'] }],
    },
    remove: {
      label: 'Say that it was removed',
      banner: 'It is recorded that it was removed',
      from: ['inPlace'],
      to: 'removed',
      by,
      asks: [{ title: 'Removed', fields: ['removedOn', 'removedWhy'] }],
      checks: (row, _context, lines) => removalProblems(row, lines),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['inPlace', 'removed'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
