import { pathway } from '../../../declare/pathway.ts'
import { policeInspection } from './record.ts'
import { actProblems, noFindingYet, openEnds, passProblems, statementProblems } from './rules.ts'

const police = ['police_unit'] as const

const pages = [
  { title: 'The inspection', fields: ['title', 'kind', 'team', 'level', 'inspectedOn'] },
  { title: 'What it covers', fields: ['themes', 'scope', 'unit', 'attachedFrom', 'attachedTo'] },
  {
    title: 'An assurance',
    hint: 'Leave empty unless it is an assurance given in a briefing',
    fields: ['statement', 'coversFrom', 'coversTo', 'validUntil'],
  },
] as const

/** What was found is shared, and each finding passed on; then it is closed. */
export const policeInspectionPathway = pathway(policeInspection, {
  starts: 'recorded',
  states: {
    recorded: { label: 'Recorded' },
    shared: { label: 'Shared' },
    closed: { label: 'Closed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record an inspection or an assurance',
    banner: 'It is recorded. Add the grades and what was found',
    by: police,
    asks: pages,
    checks: statementProblems,
  },
  actions: {
    correct: {
      label: 'Correct what was recorded',
      from: ['recorded', 'shared'],
      by: police,
      asks: pages,
      checks: statementProblems,
    },
    addResult: {
      label: 'Add how many cases have a grade',
      banner: 'The grade is recorded',
      from: ['recorded', 'shared'],
      by: police,
      adds: 'results',
    },
    addFinding: {
      label: 'Add a finding, or change one',
      banner: 'The finding is recorded',
      from: ['recorded', 'shared'],
      by: police,
      adds: 'findings',
    },
    passOn: {
      label: 'Pass a finding on to be learned from',
      banner: 'A learning item is opened for it',
      from: ['recorded', 'shared'],
      by: police,
      adds: 'passed',
      checks: (row, _context, lines) => passProblems(row, lines),
      unless: noFindingYet,
    },
    agreeAction: {
      label: 'Agree an action for a finding',
      banner: 'The action is agreed. Its owner is told',
      from: ['recorded', 'shared'],
      by: police,
      adds: 'actions',
      checks: (row, _context, lines) => actProblems(row, lines),
      unless: noFindingYet,
    },
    share: {
      label: 'Record that it was shared',
      from: ['recorded', 'shared'],
      to: 'shared',
      by: police,
      asks: [{ title: 'Shared', fields: ['sharedOn', 'sharedWith'] }],
      checks: row =>
        row.sharedOn !== null && row.inspectedOn !== null && row.sharedOn < row.inspectedOn
          ? [{ field: 'sharedOn-day', message: 'It cannot have been shared before it was made' }]
          : [],
    },
    renew: {
      label: 'Record that the statement was given anew or taken back',
      banner: 'The statement is no longer relied on',
      hint: 'Record the new statement by itself',
      from: ['recorded', 'shared'],
      by: police,
      asks: [{ title: 'The statement', fields: ['renewedOn'] }],
      unless: row => row.kind !== 'briefing' && 'This is no assurance given in a briefing',
    },
    close: {
      label: 'Close',
      banner: 'It is closed',
      from: ['shared'],
      to: 'closed',
      by: police,
      unless: openEnds,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['recorded', 'shared', 'closed'],
      to: 'recordedInError',
      by: police,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
