import { pathway } from '../../../declare/pathway.ts'
import { chronologyEvent } from './record.ts'

const practice = [
  'screener',
  'screening_manager',
  'business_support',
  'early_help_practitioner',
  'social_worker',
  'team_manager',
  'private_fostering_coordinator',
  'exploitation_coordinator',
] as const

export const chronologyEventPathway = pathway(chronologyEvent, {
  starts: 'recorded',
  states: {
    recorded: { label: 'In the chronology' },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Add an event to a chronology',
    banner: 'The event stands in the chronology',
    by: practice,
    asks: [
      { title: 'When, and to whom', fields: ['person', 'happenedOn', 'approximate'] },
      { title: 'What happened', fields: ['what', 'happened', 'significance'] },
      { title: 'Where it comes from', fields: ['source', 'sourceName'] },
    ],
    checks: row =>
      row.source === null && row.sourceName === null
        ? [{ field: 'source', message: 'Select the agency it comes from, or say who says so' }]
        : [],
  },
  actions: {
    addOther: {
      label: 'Add another person it happened to',
      from: ['recorded'],
      by: practice,
      adds: 'others',
    },
    rateAgain: {
      label: 'Say again how much it matters',
      from: ['recorded'],
      by: practice,
      asks: [{ title: 'Significance', fields: ['significance'] }],
    },
    correct: {
      label: 'Correct what happened',
      hint: 'What was said before stays in the history',
      from: ['recorded'],
      by: practice,
      asks: [{ title: 'What happened', fields: ['happenedOn', 'approximate', 'happened'] }],
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['recorded'],
      to: 'recordedInError',
      by: practice,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
