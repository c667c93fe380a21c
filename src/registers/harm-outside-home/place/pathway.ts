import { when } from '../../../declare/input.ts'
import { pathway } from '../../../declare/pathway.ts'
import { place } from './record.ts'
import { firstIntervention, resultProblems } from './rules.ts'

const leads = ['exploitation_coordinator', 'missing_coordinator', 'youth_safety_lead'] as const
const tellers = [
  ...leads,
  'interview_worker',
  'social_worker',
  'team_manager',
  'police_unit',
  'early_help_practitioner',
  'youth_justice_manager',
] as const
const open = ['named', 'assessed', 'working'] as const

export const placePathway = pathway(place, {
  starts: 'named',
  states: {
    named: { label: 'Named, to be assessed' },
    assessed: { label: 'Assessed' },
    working: { label: 'Worked on' },
    closed: { label: 'Work has ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a place or event',
    banner: 'The place is recorded',
    by: tellers,
    asks: [
      { title: 'The place', fields: ['name', 'alsoCalled', 'kind', 'ward', 'peerGroup'] },
      { title: 'The worry', fields: ['worries', 'told', 'toldBy', 'knownOn'] },
    ],
  },
  actions: {
    addConcern: {
      label: 'Add what was told of it',
      banner: 'It is added',
      from: [...open, 'closed'],
      by: tellers,
      adds: 'concerns',
    },
    correct: {
      label: 'Bring the place up to date',
      from: open,
      by: leads,
      asks: [
        { title: 'The place', fields: ['name', 'alsoCalled', 'kind', 'ward', 'peerGroup'] },
        { title: 'The worry', fields: ['worries'] },
      ],
    },
    assess: {
      label: 'Assess the place',
      from: ['named', 'assessed', 'working'],
      to: 'assessed',
      by: leads,
      asks: [{ title: 'Assessment of the place', fields: ['assessment', 'owner'] }],
      sets: (row, { today }) => ({ assessedOn: row.assessedOn ?? today }),
    },
    addIntervention: {
      label: 'Plan or change an intervention',
      banner: 'The intervention is recorded',
      from: ['assessed', 'working'],
      to: 'working',
      by: leads,
      adds: 'interventions',
      sets: (_row, _context, lines) => ({ firstInterventionOn: firstIntervention(lines) }),
    },
    recordResult: {
      label: 'Record that an intervention was done',
      banner: 'It is recorded',
      from: ['working'],
      by: [...leads, 'police_unit'],
      adds: 'results',
      checks: (row, _context, lines) => resultProblems(row, lines),
    },
    review: {
      label: 'Review the work on the place',
      banner: 'The review is recorded',
      from: ['assessed', 'working'],
      by: leads,
      adds: 'reviews',
    },
    close: {
      label: 'End the work on the place',
      from: ['assessed', 'working'],
      to: 'closed',
      by: leads,
      asks: [{ title: 'The end', fields: ['closedOn', 'closedImpact'] }],
      checks: row =>
        when(
          row.closedOn !== null && row.knownOn !== null && row.closedOn < row.knownOn,
          'closedOn-day',
          'It cannot end before the place was known',
        ),
      unless: (_row, lines) => lines.reviews.length === 0 && 'Review the work first, so that its impact is known',
    },
    reopen: {
      label: 'Take the place up again',
      from: ['closed'],
      to: 'working',
      by: leads,
      asks: [{ title: 'Why again?', fields: ['reopenedWhy'] }],
      sets: () => ({ closedOn: null, closedImpact: null }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: [...open, 'closed'],
      to: 'recordedInError',
      by: leads,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
