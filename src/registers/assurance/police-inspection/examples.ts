import type { Example } from '../../../declare/register.ts'

const at = '2026-02-20T10:00:00.000Z'

export const audit = {
  title: 'Snapshot of missing children reports',
  kind: 'snapshot',
  team: 'aegis',
  level: 'level2',
  inspectedOn: '2026-02-19',
  themes: 'missingChildren; childExploitation',
  scope: 'unit',
  unit: 'Central North',
  attachedFrom: '2026-01-12',
  attachedTo: '2026-03-29',
  statement: '',
  coversFrom: '',
  coversTo: '',
  validUntil: '',
}

export const briefing = {
  ...audit,
  title: 'Briefing on strip searches of children',
  kind: 'briefing',
  team: 'ownUnit',
  level: '',
  themes: 'search',
  attachedFrom: '',
  attachedTo: '',
  statement: 'No child was searched with intimate parts exposed in the time looked at.',
  coversFrom: '2025-04-01',
  coversTo: '2026-01-31',
  validUntil: '2026-08-19',
}

const shared = { sharedOn: '2026-03-02', sharedWith: 'unitLeads; learningBoard; partnership' }

export const examples: readonly (Example & { ends: 'recorded' | 'closed' | 'recordedInError' })[] = [
  {
    name: 'a snapshot audit with a finding that is passed on',
    at,
    by: 'police_unit',
    start: audit,
    deeds: [
      { action: 'correct', afterHours: 1, by: 'police_unit', answers: { ...audit, scope: 'both' } },
      { action: 'addResult', afterHours: 2, by: 'police_unit', answers: { part: 'unit', grade: 'good', cases: '18' } },
      {
        action: 'addFinding',
        afterHours: 3,
        by: 'police_unit',
        answers: {
          number: '1',
          findingKind: 'learning',
          findingPart: 'unit',
          finding: 'In six of twenty reports nobody asked where the child had been before.',
        },
      },
      {
        action: 'passOn',
        afterHours: 24,
        by: 'police_unit',
        answers: {
          passed: '1',
          lesson: 'Ask in each report where the child has been found before, and say so.',
          learner: 'Metropolitan Police',
          learningOwner: 'Police unit',
        },
      },
      {
        action: 'agreeAction',
        afterHours: 25,
        by: 'police_unit',
        answers: {
          acted: '1',
          task: 'Put the question into the form for missing children.',
          actionOwner: 'Police unit',
          actionDueAt: '2026-04-10 17:00',
        },
      },
      { action: 'share', afterHours: 250, by: 'police_unit', answers: shared },
      { action: 'close', afterHours: 251, by: 'police_unit' },
    ],
    ends: 'closed',
  },
  {
    name: 'an assurance given in a briefing, given anew later',
    at,
    by: 'police_unit',
    start: briefing,
    deeds: [
      { action: 'share', afterHours: 250, by: 'police_unit', answers: shared },
      { action: 'renew', afterHours: 4200, by: 'police_unit', answers: { renewedOn: '2026-08-12' } },
      { action: 'close', afterHours: 4201, by: 'police_unit' },
    ],
    ends: 'closed',
  },
  {
    name: 'an audit of another unit, recorded in error',
    at,
    by: 'police_unit',
    start: audit,
    deeds: [
      {
        action: 'markMistaken',
        afterHours: 5,
        by: 'police_unit',
        answers: { mistakenWhy: 'It was about another Basic Command Unit.' },
      },
    ],
    ends: 'recordedInError',
  },
]
