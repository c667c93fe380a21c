import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

/** Relevant agencies only: of statutory partners there are three, and no room for a fourth. */
const start: Typed = {
  nameInLaw: 'Lantern Street Health Trust',
  organisation: 'Whittington Health',
  partnerRole: 'relevant',
  sector: 'health',
  signatory: '',
  inForceFrom: '2024-04-01',
  succeeds: '',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'partnership_manager'

export const examples: readonly (Example & { ends: 'inForce' | 'ended' | 'recordedInError' })[] = [
  {
    name: 'a relevant agency that takes the place of another',
    before: [
      {
        name: 'before',
        register: 'arrangement_partner',
        like: 'PTN-26-00001',
        by,
        start: { ...start, nameInLaw: 'Lantern Street Community Services', inForceFrom: '2019-09-29' },
      },
    ],
    at,
    by,
    start: { ...start, succeeds: '{before}' },
    ends: 'inForce',
  },
  {
    name: 'a relevant agency that is one no longer',
    at,
    by,
    start,
    deeds: [
      {
        action: 'end',
        afterHours: 200,
        by,
        answers: { inForceUntil: '2026-03-31', endedWhy: 'It works in another borough now.' },
      },
    ],
    ends: 'ended',
  },
  {
    name: 'a partner recorded in error',
    at,
    by,
    start,
    deeds: [{ action: 'markMistaken', afterHours: 1, by, answers: { mistakenWhy: 'It is of another partnership.' } }],
    ends: 'recordedInError',
  },
]
