import type { Example } from '../../../declare/register.ts'

/** A strategy with one objective, the figure by which it is judged, and an update. */
export const examples: readonly (Example & { ends: 'running' })[] = [
  {
    name: 'a youth safety strategy',
    at: '2026-03-02T10:00:00.000Z',
    by: 'youth_safety_lead',
    start: {
      kind: 'youthSafety',
      name: 'Youth safety strategy 2026 to 2031',
      publishedOn: '2026-03-02',
      fromDay: '2026-04-01',
      toDay: '2031-03-31',
      ambition: 'Fewer young people are harmed, and more are kept out of court.',
    },
    deeds: [
      {
        action: 'addObjective',
        afterHours: 1,
        by: 'youth_safety_lead',
        answers: { number: '1', objective: 'diversion', words: 'Diversion from the youth justice system' },
      },
      {
        action: 'addFigure',
        afterHours: 2,
        by: 'youth_safety_lead',
        answers: { figure: 'triage_diverted', figureFor: '1' },
      },
      {
        action: 'addUpdate',
        afterHours: 1500,
        by: 'youth_safety_lead',
        answers: {
          writtenOn: '2026-05-03',
          updateFor: '1',
          progress: 'onTrack',
          update: 'Triage meets twice a week now.',
        },
      },
    ],
    ends: 'running',
  },
]
