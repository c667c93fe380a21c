import type { Example } from '../../../declare/register.ts'

export const examples: readonly (Example & { ends: 'answered' })[] = [
  {
    name: 'a grey van',
    at: '2026-11-05T09:00:00.000Z',
    by: 'missing_coordinator',
    start: {
      police: 'Metropolitan Police',
      kind: 'vehicle',
      words: 'Grey van with a dent, behind the station',
      knownPlace: '',
    },
    deeds: [
      { action: 'receive', afterHours: 2, by: 'police_unit' },
      {
        action: 'answer',
        afterHours: 30,
        by: 'police_unit',
        answers: { usedFor: 'action', usedNote: 'Seen and stopped.' },
      },
    ],
    ends: 'answered',
  },
]
