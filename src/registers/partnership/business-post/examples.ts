import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

const start: Typed = {
  postTitle: 'Workforce development officer',
  kind: 'workforceDevelopment',
  hundredths: '50',
  fundedFrom: '2024-04-01',
  fundedUntil: '',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'partnership_manager'

export const examples: readonly (Example & { ends: 'ended' | 'recordedInError' })[] = [
  {
    name: 'half a post that was vacant for a time',
    at,
    by,
    start,
    deeds: [
      { action: 'correct', afterHours: 1, by, answers: { ...start, hundredths: '60' } },
      { action: 'take', afterHours: 2, by, answers: { heldFrom: '2024-05-01', holder: 'Ludmila Farthing-Asante' } },
      { action: 'leave', afterHours: 3, by, answers: { lastDay: '2025-10-31', vacantWhy: 'Changed post' } },
      {
        action: 'sayUndone',
        afterHours: 4,
        by,
        answers: { undoneFrom: '2025-11-03', undone: 'No course on neglect was held in the winter.' },
      },
      { action: 'take', afterHours: 5, by, answers: { heldFrom: '2026-02-02', holder: 'Casimir Tollgate' } },
      { action: 'end', afterHours: 6, by, answers: { endedOn: '2026-03-31', endedWhy: 'The money has ended.' } },
    ],
    ends: 'ended',
  },
  {
    name: 'a post recorded in error',
    at,
    by,
    start,
    deeds: [{ action: 'markMistaken', afterHours: 1, by, answers: { mistakenWhy: 'It is a post of the council.' } }],
    ends: 'recordedInError',
  },
]
