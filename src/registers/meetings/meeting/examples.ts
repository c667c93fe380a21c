import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

const daily: Typed = {
  kind: 'daily',
  name: '',
  startsAt: '2026-03-06 10:00',
  minutes: '45',
  place: 'Video meeting',
  chair: 'Meeting chair',
  invited: ['Metropolitan Police', 'Whittington Health', 'Islington Council'],
  needed: ['Metropolitan Police'],
  newSince: '2026-03-05 08:30',
  answersBy: '2026-03-06 09:45',
}

const at = '2026-03-05T15:00:00.000Z'
const attendance = (agency: string, came: string, who: string): Typed => ({ agency, came, who })

/** Invented meetings only. */
export const examples: readonly (Example & { ends: 'planned' | 'minuted' | 'calledOff' })[] = [
  { name: 'a daily meeting that is planned', at, by: 'meeting_officer', start: daily, ends: 'planned' },
  {
    name: 'a daily meeting from its plan to its minutes',
    at,
    by: 'meeting_officer',
    start: daily,
    deeds: [
      { action: 'prepare', afterHours: 17.5, by: 'meeting_officer' },
      { action: 'begin', afterHours: 19, by: 'meeting_chair' },
      {
        action: 'recordAttendance',
        afterHours: 19.1,
        by: 'meeting_officer',
        answers: attendance('Metropolitan Police', 'present', 'Detective sergeant'),
      },
      {
        action: 'recordAttendance',
        afterHours: 19.1,
        by: 'meeting_officer',
        answers: attendance('Whittington Health', 'apologies', ''),
      },
      {
        action: 'end',
        afterHours: 19.7,
        by: 'meeting_officer',
        answers: { quorumNote: '', withoutOwner: '', minutesNote: 'The room was changed.' },
      },
      { action: 'agreeMinutes', afterHours: 21, by: 'meeting_chair' },
    ],
    ends: 'minuted',
  },
  {
    name: 'a meeting moved and then called off',
    at,
    by: 'meeting_officer',
    start: { ...daily, needed: [] },
    deeds: [
      {
        action: 'move',
        afterHours: 1,
        by: 'meeting_officer',
        answers: {
          startsAt: '2026-03-06 14:00',
          minutes: '45',
          place: 'Video meeting',
          answersBy: '2026-03-06 13:00',
          movedWhy: 'The chair is in court in the morning',
        },
      },
      {
        action: 'callOff',
        afterHours: 2,
        by: 'meeting_officer',
        answers: { calledOffWhy: 'No case waits' },
      },
    ],
    ends: 'calledOff',
  },
]
