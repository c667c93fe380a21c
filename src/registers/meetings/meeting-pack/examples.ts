import type { Before, Example } from '../../../declare/register.ts'

const meeting: Before = {
  name: 'meeting',
  register: 'meeting',
  like: 'MTG-26-00004',
  by: 'meeting_officer',
  start: {
    kind: 'daily',
    name: '',
    startsAt: '2026-03-06 10:00',
    minutes: '45',
    place: 'Video meeting',
    chair: 'Meeting chair',
    invited: ['Metropolitan Police', 'Whittington Health'],
    needed: [],
    newSince: '',
    answersBy: '2026-03-06 09:45',
  },
}

export const examples: readonly (Example & { ends: 'frozen' | 'replaced' })[] = [
  {
    name: 'a pack of which a copy was taken, then replaced',
    at: '2026-03-05T15:00:00.000Z',
    by: 'meeting_officer',
    before: [meeting],
    start: { meeting: '{meeting}' },
    deeds: [
      {
        action: 'takeCopy',
        afterHours: 1,
        by: 'meeting_officer',
        answers: { audience: 'partner', school: '', form: 'word', copy: '', forWhom: 'Housing', takenBy: '' },
      },
      { action: 'replace', afterHours: 2, by: 'meeting_officer' },
    ],
    ends: 'replaced',
  },
]
