import { pathway } from '../../../declare/pathway.ts'
import { engagementEvent } from './record.ts'
import { answerProblems, eventProblems } from './rules.ts'

const by = ['youth_safety_lead', 'youth_justice_manager', 'partnership_manager'] as const

const pages = [
  { title: 'What was held', fields: ['kind', 'title', 'heldOn', 'area', 'whoCame'] },
  { title: 'What was said', fields: ['themes', 'came', 'said'] },
  { title: 'What follows', fields: ['provider', 'contract', 'answerOwed'] },
] as const

export const engagementEventPathway = pathway(engagementEvent, {
  starts: 'held',
  states: {
    held: { label: 'An answer is owed' },
    answered: { label: 'Answered', closed: true },
    nothingOwed: { label: 'No answer is owed', closed: true },
    notAnswered: { label: 'Ended without an answer', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a forum, an event or an outreach session',
    banner: 'It is recorded',
    by,
    asks: pages,
    checks: eventProblems,
    later: { states: ['nothingOwed'], of: row => (row.answerOwed === false ? 'nothingOwed' : null) },
  },
  actions: {
    answer: {
      label: 'Record what they were answered',
      banner: 'The answer is recorded',
      from: ['held', 'nothingOwed'],
      to: 'answered',
      by,
      asks: [{ title: 'You said, we did', fields: ['answeredOn', 'answered'] }],
      checks: answerProblems,
    },
    correct: {
      label: 'Correct it',
      from: ['held'],
      by,
      asks: [pages[0], pages[1], { title: 'Who provided it', fields: ['provider', 'contract'] }],
      checks: eventProblems,
    },
    endWithout: {
      label: 'End it without an answer',
      exceptional: true,
      from: ['held'],
      to: 'notAnswered',
      by,
      asks: [{ title: 'No answer', fields: ['noAnswerWhy'] }],
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['held', 'nothingOwed', 'answered'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
