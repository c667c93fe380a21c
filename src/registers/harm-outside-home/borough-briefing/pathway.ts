import { pathway } from '../../../declare/pathway.ts'
import { boroughBriefing } from './record.ts'
import { audienceProblems, evaluationProblems, notYet } from './rules.ts'

const by = ['exploitation_coordinator'] as const
const kept = ['planned', 'held', 'evaluated'] as const

export const boroughBriefingPathway = pathway(boroughBriefing, {
  starts: 'planned',
  states: {
    planned: { label: 'Planned' },
    held: { label: 'Held, not evaluated' },
    evaluated: { label: 'Evaluated', closed: true },
    calledOff: { label: 'Called off', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Plan a briefing',
    banner: 'The briefing is planned. Add its content and who is invited',
    by,
    asks: [{ title: 'The briefing', fields: ['heldOn', 'topic', 'how'] }],
  },
  actions: {
    addContent: {
      label: 'Add content from a source',
      from: ['planned', 'held'],
      by: ['exploitation_coordinator', 'police_unit'],
      adds: 'content',
    },
    addAudience: {
      label: 'Add who was invited and came',
      hint: 'One line for each agency and job',
      from: ['planned', 'held'],
      by,
      adds: 'audience',
      checks: audienceProblems,
    },
    recordHeld: {
      label: 'Record that it was held',
      banner: 'The briefing is recorded as held. Ask its audience for feedback',
      from: ['planned'],
      to: 'held',
      by,
      sets: () => ({ heldAsPlanned: true }),
      unless: (row, _lines, { today }) => notYet(row, today),
    },
    addFeedback: { label: 'Add feedback', from: ['held', 'evaluated'], by, adds: 'feedback' },
    evaluate: {
      label: 'Evaluate',
      banner: 'The briefing is evaluated',
      from: ['held'],
      to: 'evaluated',
      by,
      asks: [{ title: 'Evaluation', fields: ['feedbackAskedOn', 'evaluatedOn', 'evaluation', 'goesOn'] }],
      checks: evaluationProblems,
    },
    move: {
      label: 'Change the day or the topic',
      from: ['planned'],
      by,
      asks: [{ title: 'The briefing', fields: ['heldOn', 'topic', 'how'] }],
    },
    callOff: {
      label: 'Call off',
      banner: 'The briefing is called off',
      exceptional: true,
      from: ['planned'],
      to: 'calledOff',
      by,
      asks: [{ title: 'Called off', fields: ['calledOffWhy'] }],
      sets: () => ({ heldAsPlanned: false }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: [...kept],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
