import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'
import { exampleBoard } from '../../../fields/lists/partnership.ts'

/** The group that leads it. */
const before: Example['before'] = [
  {
    name: 'group',
    register: 'partnership_group',
    like: 'PGR-26-00001',
    by: 'partnership_manager',
    start: exampleBoard('Board that leads'),
  },
]
const start: Typed = {
  scheme: 'partnership',
  number: '2',
  title: 'Neglect',
  words: 'Address the impact of neglect on children.',
  writtenIn: 'Yearly report',
  fromDay: '2025-03-03',
  leadGroup: '{group}',
  leadPerson: '',
  asked: ['Metropolitan Police', 'Whittington Health'],
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'partnership_manager'

export const examples: readonly (Example & { ends: 'inForce' | 'ended' | 'recordedInError' })[] = [
  {
    name: 'a priority with what would show progress, later words and a judgement',
    before,
    at,
    by,
    start,
    deeds: [
      {
        action: 'addFigure',
        afterHours: 2,
        by,
        answers: { figure: 'early_help_needs_met', figureWhy: 'More of them each year' },
      },
      {
        action: 'addProgramme',
        afterHours: 3,
        by,
        answers: { programme: 'Training on neglect', milestone: 'Every team has had it', milestoneOn: '2026-12-31' },
      },
      {
        action: 'newWords',
        afterHours: 4,
        by,
        answers: {
          wordingFrom: '2026-03-01',
          wording: 'Address the impact of neglect on children and help them to become more resilient.',
          wordingIn: '',
        },
      },
      {
        action: 'judge',
        afterHours: 5,
        by,
        answers: { year: '2025-26', judgedOn: '2026-03-02', progress: 'little', judgedWhy: 'No audit was made.' },
      },
    ],
    ends: 'inForce',
  },
  {
    name: 'a priority that has ended',
    before,
    at,
    by,
    start: { ...start, title: 'Neglect, before' },
    deeds: [
      {
        action: 'end',
        afterHours: 3,
        by,
        answers: { endedOn: '2026-03-02', endedNote: 'It is part of the next one.' },
      },
    ],
    ends: 'ended',
  },
  {
    name: 'a priority recorded in error',
    before,
    at,
    by,
    start: { ...start, title: 'Neglect, twice' },
    deeds: [{ action: 'markMistaken', afterHours: 3, by, answers: { mistakenWhy: 'It is recorded twice' } }],
    ends: 'recordedInError',
  },
]
