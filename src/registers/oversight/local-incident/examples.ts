import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

const start: Typed = {
  happenedAt: '2026-03-01 19:30',
  area: 'In front of the leisure centre',
  kinds: ['disorder', 'knife'],
  what: 'Two groups met after football. A knife was seen. Nobody was hurt.',
  affected: '12',
  reporterAgency: 'Whittington Health',
  reporterJob: 'Youth worker',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'programme_provider'
const lead = 'youth_safety_lead'
const meeting = {
  action: 'holdMeeting',
  afterHours: 75,
  by: lead,
  answers: { metOn: '2026-03-05', metWith: 'Youth services, police', agreed: 'Youth workers are there on Sundays.' },
} as const

export const examples: readonly (Example & { ends: 'met' | 'closed' | 'noMeeting' | 'recordedInError' })[] = [
  {
    name: 'an incident with a meeting and an action',
    at,
    by,
    start,
    deeds: [
      { action: 'correct', afterHours: 1, by, answers: { ...start, affected: '14' } },
      meeting,
      {
        action: 'agreeAction',
        afterHours: 76,
        by: lead,
        answers: {
          task: 'Two youth workers in front of the leisure centre on Sundays',
          doneBy: '',
          doneByAgency: 'Whittington Health',
          doneUntil: '2026-04-30',
        },
      },
      { action: 'close', afterHours: 300, by: lead },
    ],
    ends: 'closed',
  },
  {
    name: 'an incident without a meeting',
    at,
    by,
    start,
    deeds: [
      {
        action: 'sayNoMeeting',
        afterHours: 200,
        by: lead,
        answers: { noMeetingWhy: 'It was found that nothing had happened.' },
      },
    ],
    ends: 'noMeeting',
  },
  {
    name: 'an incident recorded in error',
    at,
    by,
    start,
    deeds: [{ action: 'markMistaken', afterHours: 3, by: lead, answers: { mistakenWhy: 'It is reported twice' } }],
    ends: 'recordedInError',
  },
]
