import type { Typed } from '../../../declare/input.ts'
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

const item: Before = {
  name: 'item',
  register: 'agenda_item',
  like: 'AGI-26-00004',
  by: 'meeting_officer',
  start: {
    meeting: '{meeting}',
    dailyCase: '',
    nomination: '',
    topic: 'Lock changes that are waiting',
    whyToday: 'forDecision',
    whyNote: '',
    children: '',
  },
}

const start: Typed = {
  item: '{item}',
  meeting: '{meeting}',
  agency: 'Whittington Health',
  askedAt: '2026-03-05 15:00',
}
const at = '2026-03-05T15:00:00.000Z'
const by = 'meeting_officer'

export const examples: readonly (Example & { ends: 'answered' | 'notNeeded' })[] = [
  {
    name: 'an answer in time',
    at,
    by,
    before: [meeting, item],
    start,
    deeds: [
      {
        action: 'answer',
        afterHours: 17,
        by: 'panel_member',
        answers: { knows: 'yes', said: 'Seen twice in February. A midwife visits weekly. We worry about the stairs.' },
      },
    ],
    ends: 'answered',
  },
  {
    name: 'an answer that is not needed any more',
    at,
    by,
    before: [meeting, item],
    start,
    deeds: [{ action: 'drop', afterHours: 1, by }],
    ends: 'notNeeded',
  },
]
