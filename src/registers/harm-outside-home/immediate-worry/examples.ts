import type { Example } from '../../../declare/register.ts'

export const examples: readonly (Example & { ends: 'done' })[] = [
  {
    name: 'an older man who waits outside school',
    at: '2026-11-04T16:40:00.000Z',
    by: 'missing_coordinator',
    start: {
      child: '',
      what: 'He waits for her after school and has her address.',
      raisedAt: '2026-11-04 16:40',
      receiver: 'Social worker',
    },
    deeds: [
      { action: 'take', afterHours: 0.5, by: 'social_worker' },
      {
        action: 'finish',
        afterHours: 20,
        by: 'social_worker',
        answers: {
          doneAt: '2026-11-04 18:00',
          result: 'police',
          done: 'The police spoke with him. She was taken home.',
        },
      },
    ],
    ends: 'done',
  },
]
