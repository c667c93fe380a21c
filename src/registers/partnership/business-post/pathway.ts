import { pathway } from '../../../declare/pathway.ts'
import { endProblems, leaveProblems, takeProblems, vacantFrom } from '../../../fields/lists/holding.ts'
import { keepsStructure } from '../../../fields/lists/partnership.ts'
import { businessPost } from './record.ts'
import { fundingProblems, heldFromIn, lastDayIn } from './rules.ts'

const by = keepsStructure
const open = ['vacant', 'filled'] as const
const pages = [{ title: 'The post', fields: ['postTitle', 'kind', 'hundredths', 'fundedFrom', 'fundedUntil'] }] as const

export const businessPostPathway = pathway(businessPost, {
  starts: 'vacant',
  states: {
    vacant: { label: 'Vacant' },
    filled: { label: 'Filled' },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a post',
    banner: 'The post is recorded. Record who holds it next',
    by,
    asks: pages,
    checks: fundingProblems,
    sets: row => ({ vacantSince: row.fundedFrom }),
  },
  actions: {
    take: {
      label: 'Record who holds it',
      banner: 'The holder is recorded',
      hint: 'Whoever held it before did so until the day before',
      from: open,
      to: 'filled',
      by,
      adds: 'holders',
      checks: (row, _context, lines) => takeProblems(row.fundedFrom, heldFromIn(row), lines),
      // Where one takes over from another, nothing was vacant.
      sets: (row, _context, { holders }) =>
        row.state === 'vacant' ? { filledOn: holders.at(-1)?.heldFrom ?? null } : {},
    },
    leave: {
      label: 'Record that it is vacant',
      banner: 'The post is vacant. Say what is not done because of it',
      from: ['filled'],
      to: 'vacant',
      by,
      adds: 'vacancies',
      checks: (row, _context, lines) => leaveProblems(lastDayIn(row), lines),
      sets: (_row, _context, lines) => ({ vacantSince: vacantFrom(lines), filledOn: null }),
    },
    sayUndone: {
      label: 'Say what was not done while it was vacant',
      banner: 'It is recorded',
      from: open,
      by,
      adds: 'undone',
    },
    correct: {
      label: 'Correct what was recorded',
      from: open,
      by,
      asks: pages,
      checks: fundingProblems,
    },
    end: {
      label: 'End the post',
      banner: 'The post has ended. Who held it stays on record',
      from: open,
      to: 'ended',
      by,
      asks: [{ title: 'The end', fields: ['endedOn', 'endedWhy'] }],
      checks: (row, _context, lines) => endProblems('endedOn', row.endedOn, row.fundedFrom, lines),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: open,
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
