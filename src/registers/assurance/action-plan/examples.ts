import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

const start: Typed = {
  name: 'Plan against disproportionality 2026',
  kind: 'disproportionality',
  compiledOn: '2026-03-02',
  lead: '',
  ownedBy: 'Director of Youth and Community',
  serviceArea: 'Youth and Community',
  about: 'What an evaluation by a university recommended.',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'partnership_manager'

export const examples: readonly (Example & { ends: 'ended' | 'recordedInError' })[] = [
  {
    name: 'a plan that has ended',
    at,
    by,
    start,
    deeds: [
      {
        action: 'end',
        afterHours: 400,
        by,
        answers: { endedOn: '2026-03-18', endedNote: 'Everything in it is part of the new strategy.' },
      },
    ],
    ends: 'ended',
  },
  {
    name: 'a plan recorded in error',
    at,
    by,
    start: { ...start, name: 'Plan of another partnership' },
    deeds: [
      { action: 'markMistaken', afterHours: 1, by, answers: { mistakenWhy: 'It is of the neighbouring council' } },
    ],
    ends: 'recordedInError',
  },
]
