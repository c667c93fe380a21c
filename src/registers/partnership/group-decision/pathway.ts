import { pathway } from '../../../declare/pathway.ts'
import { keepsStructure } from '../../../fields/lists/partnership.ts'
import { groupDecision } from './record.ts'
import {
  agreeProblems,
  endProblems,
  groupNameIn,
  namedBy,
  reviewDayProblems,
  reviewProblems,
  startProblems,
  toldProblems,
} from './rules.ts'

const by = keepsStructure
const from = ['stands'] as const
const words = {
  title: 'What was decided',
  fields: ['decision', 'why', 'notTaken', 'toBeTold', 'reviewOn'],
} as const

export const groupDecisionPathway = pathway(groupDecision, {
  starts: 'stands',
  states: {
    stands: { label: 'Stands' },
    superseded: { label: 'A later one has taken its place', closed: true },
    ended: { label: 'Stands no longer', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a decision',
    banner: 'The decision is recorded',
    by,
    asks: [
      { title: 'Who decided, and when', fields: ['inGroup', 'topic', 'decidedOn', 'meeting', 'supersedes'] },
      words,
    ],
    looks: namedBy,
    checks: (row, _context, _lines, found) => startProblems(row, found),
    sets: (row, _context, _lines, found) => ({ groupName: groupNameIn(row, found) }),
  },
  actions: {
    agreeAction: {
      label: 'Agree an action for it',
      banner: 'The action is with all actions now. Its owner is told',
      from,
      by,
      adds: 'actions',
      checks: (row, { today }) => agreeProblems(row, today),
    },
    sayTold: {
      label: 'Record that those concerned were told',
      banner: 'It is recorded',
      from,
      by,
      asks: [{ title: 'Told', fields: ['toldOn'] }],
      checks: toldProblems,
    },
    review: {
      label: 'Record a review',
      banner: 'The review is recorded',
      from,
      by,
      adds: 'reviews',
      checks: reviewProblems,
      sets: (_row, _context, { reviews }) => {
        const last = reviews.at(-1)
        return last?.reviewAgain
          ? { reviewOn: last.reviewAgain, reviewedOn: null }
          : { reviewedOn: last?.reviewOnDay ?? null }
      },
    },
    correct: {
      label: 'Correct its words',
      hint: 'What was decided otherwise is a decision of its own',
      from,
      by,
      asks: [words],
      checks: reviewDayProblems,
    },
    /** Done by the group when it is called otherwise. */
    noteGroupName: { label: 'Note the name of the group', from, by: [] },
    /** Done by the later decision. */
    giveWay: {
      label: 'A later decision takes its place',
      from,
      to: 'superseded',
      by: [],
    },
    end: {
      label: 'Say that it stands no longer',
      banner: 'It stands no longer, and stays on record',
      from,
      to: 'ended',
      by,
      asks: [{ title: 'Why it stands no longer', fields: ['endedOn', 'endedWhy'] }],
      checks: endProblems,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from,
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
