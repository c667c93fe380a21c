import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

const nobody = {
  expectedOn: '',
  address: '',
  postcode: '',
  nhsNumber: '',
  upn: '',
  whyNoUpn: '',
  gp: '',
  searchedFor: '',
}

/** Invented. */
export const referral: Typed = {
  referredOn: '2026-02-09',
  planAtStart: 'childProtection',
  concern: 'CSE;CCE',
  situation: 'Goes missing, rarely goes to school, and argues with her father every day.',
}

export const examples: readonly (Example & { ends: 'ended' })[] = [
  {
    name: 'a girl and her father',
    at: '2026-02-09T11:00:00.000Z',
    by: 'social_worker',
    before: [
      {
        name: 'girl',
        register: 'person',
        like: 'PER-26-00022',
        by: 'screener',
        start: {
          ...nobody,
          kind: 'child',
          givenName: 'Ottilie',
          familyName: 'Marchbanks',
          knownOn: '2026-02-02',
          birthKnown: 'exact',
          bornOn: '2010-11-20',
          sex: 'female',
        },
      },
    ],
    start: { ...referral, person: '{girl}' },
    deeds: [
      {
        action: 'take',
        afterHours: 48,
        by: 'exploitation_coordinator',
        answers: {
          decidedOn: '2026-02-11',
          agreedBy: 'Her father and she herself, to one meeting a week.',
          worker: 'Interview worker',
        },
      },
      {
        action: 'begin',
        afterHours: 340,
        by: 'interview_worker',
        answers: { startedOn: '2026-02-23', aims: 'School four days a week, and one evening a week with her father.' },
      },
      {
        action: 'addIntervention',
        afterHours: 400,
        by: 'interview_worker',
        answers: { givenOn: '2026-02-25', intervention: 'parenting', forWhom: 'parent', note: '' },
      },
      {
        action: 'addIntervention',
        afterHours: 900,
        by: 'interview_worker',
        answers: { givenOn: '2026-03-18', intervention: 'respite', forWhom: 'family', note: 'Two days by the sea.' },
      },
      {
        action: 'end',
        afterHours: 3200,
        by: 'interview_worker',
        answers: {
          endedOn: '2026-06-22',
          planAtEnd: 'childInNeed',
          outcome: 'stepDown',
          childView: '“Dad listens now.”',
          endNote: 'She stayed at home, and is at school on most days.',
        },
      },
    ],
    ends: 'ended',
  },
]
