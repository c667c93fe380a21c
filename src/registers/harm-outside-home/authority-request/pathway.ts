import { pathway } from '../../../declare/pathway.ts'
import { childAsKnown, lookAtChild } from '../../../fields/lists/childOnRecord.ts'
import { authorityRequest } from './record.ts'
import { answerProblems, groundProblems, receiptProblems, updateProblems } from './rules.ts'

const by = ['exploitation_coordinator', 'social_worker', 'team_manager'] as const
const open = ['asked', 'received', 'answered'] as const

export const authorityRequestPathway = pathway(authorityRequest, {
  starts: 'asked',
  states: {
    asked: { label: 'Asked' },
    received: { label: 'Receipt confirmed' },
    answered: { label: 'Answered, update to give' },
    closed: { label: 'Closed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a request',
    banner: 'The request is recorded',
    hint: 'One child and one authority',
    by,
    asks: [
      { title: 'Who asks whom?', fields: ['direction', 'authority', 'contactName', 'contactHow', 'askedOn'] },
      { title: 'About whom, and what?', fields: ['person', 'asked', 'question', 'livesThere'] },
      { title: 'Ground in law', fields: ['article6', 'duty', 'article9', 'schedule1', 'article10'] },
    ],
    looks: row => lookAtChild(row.person),
    sets: (row, _context, _lines, found) => childAsKnown(row, found, row.askedOn),
    checks: groundProblems,
  },
  actions: {
    confirmReceipt: {
      label: 'Record the receipt',
      banner: 'The receipt is recorded',
      from: ['asked'],
      to: 'received',
      by,
      asks: [{ title: 'Receipt', fields: ['receivedOn'] }],
      checks: receiptProblems,
    },
    changeContact: {
      label: 'Record another contact there',
      from: open,
      by,
      asks: [{ title: 'Contact there', fields: ['contactName', 'contactHow'] }],
    },
    answer: {
      label: 'Record the answer',
      banner: 'The answer is recorded',
      from: ['asked', 'received'],
      to: 'answered',
      by,
      asks: [{ title: 'The answer', fields: ['answer', 'answeredOn', 'told', 'whyNot'] }],
      checks: answerProblems,
    },
    giveUpdate: {
      label: 'Record the update in return',
      banner: 'The update is recorded',
      from: ['answered'],
      by,
      asks: [{ title: 'The update', fields: ['updatedOn', 'update'] }],
      checks: updateProblems,
    },
    tellHealth: {
      label: 'Record that health is told',
      banner: 'It is recorded that health is told',
      from: open,
      by,
      asks: [{ title: 'Health where the child lives', fields: ['healthToldOn', 'healthTold'] }],
    },
    close: {
      label: 'Close',
      banner: 'The request is closed',
      from: ['answered'],
      to: 'closed',
      by,
      asks: [{ title: 'The end', fields: ['closedNote'] }],
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: [...open, 'closed'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
