import type { Before, Example } from '../../../declare/register.ts'

const mentoring: Before = {
  name: 'mentoring',
  register: 'programme',
  like: 'PRG-26-00001',
  by: 'youth_safety_lead',
  start: {
    name: 'Mentoring for young people at risk',
    kind: 'mentoring',
    objective: 'protection',
    provider: 'Whittington Health',
    audience: 'youngPeople',
    ageFrom: '11',
    ageTo: '18',
    inParticular: '',
    startsOn: '2026-02-02',
    monthsLong: '36',
    everyMonths: '',
    schoolsPlanned: '',
    schoolYears: '',
    circlesMost: '',
    circleLeast: '',
    circleMost: '',
    planLeast: '',
    planMost: '',
  },
}

/** A young person who is offered mentoring, begins, is seen twice, says what they think, and completes it. */
export const examples: readonly (Example & { ends: 'ended' })[] = [
  {
    name: 'six months of mentoring',
    at: '2026-03-03T10:00:00.000Z',
    by: 'programme_provider',
    before: [mentoring],
    start: {
      programme: '{mentoring}',
      participant: 'youngPerson',
      participantRef: 'M-114',
      ageBand: 'from14to17',
      sex: 'male',
      ethnicity: 'BCRB',
      school: '',
      offeredOn: '2026-03-02',
      startedOn: '',
      circle: '',
      whyOver: '',
    },
    deeds: [
      {
        action: 'begin',
        afterHours: 150,
        by: 'programme_provider',
        answers: { startedOn: '2026-03-09', circle: '', whyOver: '' },
      },
      {
        action: 'recordContact',
        afterHours: 151,
        by: 'programme_provider',
        answers: { contactOn: '2026-03-09', contactKind: 'mentoring', minutes: '60', contactNote: '' },
      },
      {
        action: 'recordContact',
        afterHours: 340,
        by: 'programme_provider',
        answers: { contactOn: '2026-03-17', contactKind: 'oneToOne', minutes: '30', contactNote: '' },
      },
      {
        action: 'recordFeedback',
        afterHours: 4000,
        by: 'programme_provider',
        answers: {
          askedOn: '2026-08-14',
          answeredBy: 'youngPerson',
          statement: 'feltHeard',
          answer: 'agree',
          inWords: '“My mentor lets me finish.”',
        },
      },
      {
        action: 'end',
        afterHours: 4001,
        by: 'programme_provider',
        answers: {
          endedOn: '2026-08-14',
          outcome: 'completed',
          sessionsOffered: '20',
          sessionsCame: '17',
          endNote: 'Back at college four days a week.',
        },
      },
    ],
    ends: 'ended',
  },
]
