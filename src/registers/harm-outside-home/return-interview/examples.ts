import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

/** As tests and other files type it. */
export const attempt: Typed = {
  attemptAt: '2026-11-03 15:00',
  attemptHow: 'phone',
  attemptBy: 'Interview worker',
  attemptResult: 'spoke',
}

export const interviewAnswers: Typed = {
  interviewAt: '2026-11-04 16:00',
  interviewHow: 'visit',
  interviewer: 'Interview worker',
  independent: 'yes',
  whyAcceptable: '',
  childWords: 'I needed to get out.',
  push: 'Shouting at home',
  pull: 'Friends at the park',
  harm: '',
  wouldHelp: 'Somebody to telephone in the evening',
  carerOfConcern: 'no',
  immediateWorry: 'no',
  worryWhat: '',
  worryReceiver: '',
}

/** A looked-after child of ours, missing in Kent: offered, agreed, held, with a place and a van named, and sent. */
export const examples: readonly (Example & { ends: 'sent' })[] = [
  {
    name: 'a child of ours who was missing in another area',
    at: '2026-11-03T12:00:00.000Z',
    by: 'missing_coordinator',
    start: {
      givenName: 'Rowan',
      familyName: 'Tidewater-Ames',
      bornOn: '2010-09-01',
      sex: 'male',
      child: '',
      missingFrom: 'care',
      responsible: 'ours',
      responsibleName: '',
      returnedAt: '2026-11-03 06:10',
      returnKnown: 'estimated',
    },
    deeds: [
      {
        action: 'give',
        afterHours: 0.5,
        by: 'missing_coordinator',
        answers: { worker: 'Interview worker', team: "Children's Services Contact Team" },
      },
      { action: 'addAttempt', afterHours: 4, by: 'interview_worker', answers: attempt },
      {
        action: 'agree',
        afterHours: 4.2,
        by: 'interview_worker',
        answers: { agreedFor: '2026-11-04 16:00', agreedWhere: 'At the youth club' },
      },
      { action: 'recordInterview', afterHours: 30, by: 'interview_worker', answers: interviewAnswers },
      {
        action: 'addNamed',
        afterHours: 30.5,
        by: 'interview_worker',
        answers: {
          namedKind: 'vehicle',
          namedWords: 'A grey van with a dent',
          knownPlace: '',
          noKnownPlace: '',
          sharePolice: 'yes',
        },
      },
      {
        action: 'send',
        afterHours: 31,
        by: 'interview_worker',
        answers: {
          sendTo: 'socialWorker;police',
          police: 'Metropolitan Police',
          summary: 'Leaves when there is shouting. Wants somebody to telephone.',
          placementPlan: '',
        },
      },
    ],
    ends: 'sent',
  },
]
