import { pathway } from '../../../declare/pathway.ts'
import { parentSession } from './record.ts'
import { answerProblems, endProblems, firstOf, offerProblems } from './rules.ts'

const workers = ['interview_worker', 'missing_coordinator'] as const

export const parentSessionPathway = pathway(parentSession, {
  starts: 'offered',
  states: {
    offered: { label: 'Offered' },
    working: { label: 'Sessions under way' },
    ended: { label: 'Ended', closed: true },
    declined: { label: 'Declined, or no answer', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Offer sessions to a parent',
    banner: 'The offer is recorded',
    by: workers,
    asks: [{ title: 'The offer', fields: ['parentName', 'child', 'episode', 'notOpen', 'offeredOn'] }],
    checks: row => offerProblems(row),
  },
  actions: {
    accept: {
      label: 'Record that the parent wants sessions',
      from: ['offered'],
      to: 'working',
      by: workers,
      asks: [{ title: 'The answer', fields: ['answeredOn', 'worker', 'wants'] }],
      checks: answerProblems,
      sets: () => ({ answer: 'accepted' }),
    },
    decline: {
      label: 'Record that there will be no sessions',
      from: ['offered'],
      to: 'declined',
      by: workers,
      asks: [{ title: 'The answer', fields: ['answer', 'answeredOn'] }],
      checks: row => [
        ...answerProblems(row),
        ...(row.answer === 'accepted'
          ? [{ field: 'answer', message: 'The parent wants sessions: record that instead' }]
          : []),
      ],
    },
    addSession: {
      label: 'Record a session',
      banner: 'The session is recorded',
      from: ['working'],
      by: workers,
      adds: 'sessions',
      sets: (_row, _context, lines) => ({ firstOn: firstOf(lines) }),
    },
    end: {
      label: 'End the sessions',
      banner: 'The sessions have ended',
      from: ['working'],
      to: 'ended',
      by: workers,
      asks: [{ title: 'The end', fields: ['result', 'endedOn', 'parentView'] }],
      checks: endProblems,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['offered', 'working', 'ended', 'declined'],
      to: 'recordedInError',
      by: ['missing_coordinator'],
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
