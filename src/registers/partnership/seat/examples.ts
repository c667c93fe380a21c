import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'
import { exampleBoard } from '../../../fields/lists/partnership.ts'

const group = exampleBoard('Board of the seats')
const start: Typed = {
  inGroup: '{group}',
  postTitle: 'Named nurse',
  organisationName: 'Whittington Health',
  organisation: 'Whittington Health',
  sector: 'health',
  statutoryRole: 'named',
  substitute: 'Deputy named nurse',
  seatFrom: '2024-04-01',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'partnership_manager'
const before: Example['before'] = [
  { name: 'group', register: 'partnership_group', like: 'PGR-26-00001', by, start: group },
]

export const examples: readonly (Example & { ends: 'ended' | 'recordedInError' })[] = [
  {
    name: 'a seat with two holders and a vacancy between them',
    before,
    at,
    by,
    start,
    deeds: [
      { action: 'take', afterHours: 1, by, answers: { heldFrom: '2024-05-01', holder: 'Ottilie Marchbanks' } },
      { action: 'leave', afterHours: 2, by, answers: { lastDay: '2025-12-31', vacantWhy: 'Changed post' } },
      { action: 'take', afterHours: 3, by, answers: { heldFrom: '2026-02-02', holder: 'Bertrand Okonjo-Vale' } },
      {
        action: 'end',
        afterHours: 4,
        by,
        answers: { seatUntil: '2026-03-31', endedWhy: 'The trust has one seat now.' },
      },
    ],
    ends: 'ended',
  },
  {
    name: 'a seat recorded in error',
    before,
    at,
    by,
    start,
    deeds: [{ action: 'markMistaken', afterHours: 1, by, answers: { mistakenWhy: 'It is a seat of another group.' } }],
    ends: 'recordedInError',
  },
]
