import { pathway } from '../../../declare/pathway.ts'
import { safeHaven } from './record.ts'
import { checkProblems, closeProblems, openProblems, viewsProblems } from './rules.ts'

const by = ['youth_safety_lead'] as const
const business = [{ title: 'The business', fields: ['name', 'kind', 'street', 'ward', 'opens'] }] as const

export const safeHavenPathway = pathway(safeHaven, {
  starts: 'proposed',
  states: {
    proposed: { label: 'Proposed' },
    open: { label: 'Safe haven' },
    closed: { label: 'Closed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  onePer: {
    fields: ['name', 'street'],
    except: ['closed', 'recordedInError'],
    told: 'This business is on the list already',
  },
  start: {
    label: 'Propose a safe haven',
    banner: 'The business is proposed. Say when it has become a safe haven',
    by,
    asks: [...business, { title: 'Proposed', fields: ['proposedOn'] }],
  },
  actions: {
    open: {
      label: 'Say that it is a safe haven',
      banner: 'It is a safe haven',
      from: ['proposed'],
      to: 'open',
      by,
      asks: [{ title: 'Safe haven', fields: ['openedOn'] }],
      checks: openProblems,
    },
    recordCheck: {
      label: 'Record a check',
      banner: 'The check is recorded',
      from: ['open'],
      by,
      adds: 'checks',
      checks: checkProblems,
    },
    recordViews: {
      label: 'Record views or visits counted',
      banner: 'The count is recorded',
      from: ['open', 'closed'],
      by,
      adds: 'views',
      checks: (row, _context, lines) => viewsProblems(row, lines),
    },
    correct: { label: 'Correct the business', from: ['proposed', 'open'], by, asks: business },
    close: {
      label: 'Say that it is no safe haven any more',
      banner: 'It is no safe haven any more',
      from: ['proposed', 'open'],
      to: 'closed',
      by,
      asks: [{ title: 'The end', fields: ['closedOn', 'closedWhy'] }],
      checks: closeProblems,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['proposed', 'open', 'closed'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
