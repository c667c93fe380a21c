import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'
import { exampleBoard } from '../../../fields/lists/partnership.ts'

const board = exampleBoard('Safeguarding Board')

const taskGroup: Typed = {
  ...board,
  name: 'Protocol on harm between children',
  kind: 'taskGroup',
  parent: '{board}',
  purpose: 'Writes one protocol for schools, health and the police.',
  establishedOn: '2026-01-12',
  rhythm: 'monthly',
  meetingKind: 'taskGroup',
  meetingName: 'Protocol on harm between children',
  endsBy: '2026-06-30',
  success: 'Every school has the protocol, and nine in ten leads say that they work by it.',
}
const ending: Typed = {
  ending: 'done',
  successMet: 'partly',
  cameOfIt: 'The protocol is there. Leads are asked about it in a year.',
  goesOnIn: '',
  endDecision: '',
}
const at = '2026-03-02T10:00:00.000Z'
const other = 'audit_lead'
const by = 'partnership_manager'
const before: Example['before'] = [
  { name: 'board', register: 'partnership_group', like: 'PGR-26-00001', by, start: board },
]

export const examples: readonly (Example & { ends: 'ended' | 'recordedInError' })[] = [
  {
    name: 'a task and finish group from its terms of reference to its end',
    before,
    at,
    by,
    start: taskGroup,
    deeds: [
      { action: 'agreeTerms', afterHours: 1, by, answers: { termsOn: '2026-02-27', termsNote: '' } },
      {
        action: 'addStream',
        afterHours: 2,
        by,
        answers: {
          stream: 'Words',
          streamAim: 'One set of words for all agencies.',
          streamFrom: '2026-02-02',
          streamLead: 'Designated nurse',
        },
      },
      { action: 'addArea', afterHours: 3, by, answers: { area: 'Audits', areaFrom: '2026-02-02', areaUntil: '' } },
      {
        action: 'addGap',
        afterHours: 4,
        by,
        answers: { gapOn: '2026-03-02', gapAgency: 'Metropolitan Police', gap: 'Nobody says who tells the school.' },
      },
      {
        action: 'recommend',
        afterHours: 5,
        by,
        answers: {
          recTitle: 'Who tells the school',
          recWords: 'Say in the protocol who tells the school, and by when.',
          recOutcome: '',
          recOwner: '',
          recAgency: 'Metropolitan Police',
          recDueOn: '2026-06-30',
        },
      },
      {
        action: 'extend',
        afterHours: 6,
        by,
        answers: { extendedTo: '2026-09-30', extendedWhy: 'Schools asked for time in the summer.' },
      },
      {
        action: 'addOutput',
        afterHours: 300,
        by,
        answers: { output: 'Protocol on harm between children', outputKind: 'protocol', outputOn: '2026-03-12' },
      },
      { action: 'proposeEnd', afterHours: 400, by, answers: ending },
      { action: 'goOn', afterHours: 401, by: other, answers: { goesOnWhy: 'One school has not answered yet.' } },
      { action: 'proposeEnd', afterHours: 420, by, answers: ending },
      { action: 'end', afterHours: 424, by: other, answers: { endedOn: '2026-03-18' } },
    ],
    ends: 'ended',
  },
  {
    name: 'a board recorded in error',
    at,
    by,
    start: board,
    deeds: [{ action: 'markMistaken', afterHours: 1, by, answers: { mistakenWhy: 'It is of another borough.' } }],
    ends: 'recordedInError',
  },
]
