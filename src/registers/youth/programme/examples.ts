import type { Example } from '../../../declare/register.ts'

/** Circles in schools: planned as published, started, one circle, one session; the next promised month is still open. */
export const examples: readonly (Example & { ends: 'running' })[] = [
  {
    name: 'circles in schools',
    at: '2026-03-02T10:00:00.000Z',
    by: 'youth_safety_lead',
    start: {
      name: 'Circles for year 8 to year 10',
      kind: 'circles',
      objective: 'support',
      provider: 'Whittington Health',
      audience: 'youngPeople',
      ageFrom: '12',
      ageTo: '15',
      inParticular: 'Boys in secondary schools',
      startsOn: '2026-03-02',
      monthsLong: '24',
      everyMonths: '1',
      schoolsPlanned: '4',
      schoolYears: 'year8;year9;year10',
      circlesMost: '5',
      circleLeast: '8',
      circleMost: '16',
      planLeast: '24',
      planMost: '36',
    },
    deeds: [
      { action: 'begin', afterHours: 24, by: 'programme_provider', answers: { startedOn: '2026-03-03' } },
      {
        action: 'addCircle',
        afterHours: 25,
        by: 'programme_provider',
        answers: {
          circle: 'C-1',
          circleSchool: 'Canal Street School',
          schoolYear: 'year8',
          circleFrom: '2026-03-09',
          counsellor: 'Invented counsellor',
        },
      },
      {
        action: 'recordOffer',
        afterHours: 26,
        by: 'youth_safety_lead',
        answers: { offeredOn: '2026-03-03', offeredHow: 'school', offered: '40' },
      },
      {
        action: 'recordSession',
        afterHours: 200,
        by: 'programme_provider',
        answers: { heldOn: '2026-03-09', place: 'School library', came: '9', firstTime: '9' },
      },
    ],
    ends: 'running',
  },
]
