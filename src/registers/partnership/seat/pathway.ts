import { pathway } from '../../../declare/pathway.ts'
import { endProblems, leaveProblems, takeProblems, vacantFrom } from '../../../fields/lists/holding.ts'
import { keepsStructure } from '../../../fields/lists/partnership.ts'
import { seat } from './record.ts'
import { groupNameIn, heldFromIn, lastDayIn, sameSeats, seatProblems } from './rules.ts'

const by = keepsStructure
const open = ['vacant', 'filled'] as const
const pages = [
  { title: 'The seat', fields: ['inGroup', 'postTitle', 'organisationName', 'organisation', 'sector'] },
  { title: 'Its role', fields: ['statutoryRole', 'substitute', 'seatFrom'] },
] as const

export const seatPathway = pathway(seat, {
  starts: 'vacant',
  states: {
    vacant: { label: 'Vacant' },
    filled: { label: 'Held' },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  onePer: {
    fields: ['inGroup', 'organisationName', 'postTitle'],
    except: ['ended', 'recordedInError'],
    told: 'Two seats of one organisation in a group need two different posts. This one is there already',
  },
  start: {
    label: 'Record a seat',
    banner: 'The seat is recorded. Record who holds it next',
    by,
    asks: pages,
    looks: sameSeats,
    checks: (_row, _context, _lines, found) => seatProblems(found),
    sets: (row, _context, _lines, found) => ({ vacantSince: row.seatFrom, groupName: groupNameIn(row, found) }),
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
      checks: (row, _context, lines) => takeProblems(row.seatFrom, heldFromIn(row), lines),
      // Where one takes over from another, nothing was vacant.
      sets: (row, _context, { holders }) =>
        row.state === 'vacant' ? { filledOn: holders.at(-1)?.heldFrom ?? null } : {},
    },
    leave: {
      label: 'Record that it is vacant',
      banner: 'The seat is vacant',
      from: ['filled'],
      to: 'vacant',
      by,
      adds: 'vacancies',
      checks: (row, _context, lines) => leaveProblems(lastDayIn(row), lines),
      sets: (_row, _context, lines) => ({ vacantSince: vacantFrom(lines), filledOn: null }),
    },
    correct: {
      label: 'Correct what was recorded',
      from: open,
      by,
      asks: pages,
      looks: sameSeats,
      checks: (_row, _context, _lines, found) => seatProblems(found),
      sets: (row, _context, _lines, found) => ({ groupName: groupNameIn(row, found) }),
    },
    /** Done by the group when it is called otherwise. */
    noteGroupName: {
      label: 'Note the name of the group',
      from: open,
      by: [],
    },
    end: {
      label: 'End the seat',
      banner: 'The seat has ended. Who held it stays on record',
      from: open,
      to: 'ended',
      by,
      asks: [{ title: 'The end', fields: ['seatUntil', 'endedWhy'] }],
      checks: (row, _context, lines) => endProblems('seatUntil', row.seatUntil, row.seatFrom, lines),
    },
    /** Done by the group when it ends. */
    endWithGroup: {
      label: 'End with the group',
      from: open,
      to: 'ended',
      by: [],
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
