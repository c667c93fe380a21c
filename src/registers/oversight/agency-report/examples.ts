import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'
import { exampleBoard } from '../../../fields/lists/partnership.ts'

/** The group that looks at it. */
const before: Example['before'] = [
  {
    name: 'group',
    register: 'partnership_group',
    like: 'PGR-26-00001',
    by: 'partnership_manager',
    start: exampleBoard('Board that scrutinises'),
  },
]
const start: Typed = {
  partner: 'Metropolitan Police',
  title: 'Yearly safeguarding report',
  kind: 'annual',
  coversFrom: '2025-01-01',
  coversTo: '2025-12-31',
  dueOn: '2026-03-31',
  scrutinyGroup: '{group}',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'partnership_manager'
const lead = 'agency_lead'
const received = {
  action: 'receive',
  afterHours: 48,
  by: lead,
  answers: { receivedOn: '2026-03-04', receivedAs: 'Papers of the sub-group, March' },
} as const
const headline = {
  topic: 'referralMechanism',
  counts: 'Cases heard by the end of the year',
  value: '39',
  hundredths: '',
  unit: 'number',
  direction: 'notSaid',
  saidFrom: '',
  saidTo: '',
  ours: 'trafficking_hearings',
}

export const examples: readonly (Example & {
  ends: 'received' | 'scrutinised' | 'notComing' | 'recordedInError'
})[] = [
  {
    name: 'a report that is received, asked about and scrutinised',
    before,
    at,
    by,
    start,
    deeds: [
      received,
      { action: 'addHeadline', afterHours: 50, by: lead, answers: headline },
      {
        action: 'addLastYear',
        afterHours: 51,
        by: lead,
        answers: { lastAction: 'Brief every team on neglect', fate: 'ongoing', fateNote: 'Two teams are left' },
      },
      {
        action: 'ask',
        afterHours: 60,
        by: 'scrutineer',
        answers: { number: '1', question: 'Does 39 count children or hearings?' },
      },
      { action: 'answer', afterHours: 80, by: lead, answers: { answerTo: '1', answer: 'Hearings.' } },
      {
        action: 'recommend',
        afterHours: 90,
        by,
        answers: {
          recTitle: 'Say what is counted',
          recWords: 'Every figure of a report says what it counts.',
          recOutcome: '',
          recOwner: '',
          recAgency: 'Metropolitan Police',
          recDueOn: '2026-09-30',
        },
      },
      {
        action: 'scrutinise',
        afterHours: 600,
        by,
        answers: { scrutinisedOn: '2026-03-26', scrutinyNote: 'The group was assured.' },
      },
    ],
    ends: 'scrutinised',
  },
  {
    name: 'a report that does not come',
    before,
    at,
    by,
    start: { ...start, title: 'Report of a service that closed' },
    deeds: [{ action: 'endWithout', afterHours: 900, by, answers: { notComingWhy: 'The service has closed.' } }],
    ends: 'notComing',
  },
  {
    name: 'a report recorded in error',
    before,
    at,
    by,
    start: { ...start, title: 'Report recorded twice' },
    deeds: [{ action: 'markMistaken', afterHours: 3, by, answers: { mistakenWhy: 'It is recorded twice' } }],
    ends: 'recordedInError',
  },
]
