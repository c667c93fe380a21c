import type { Typed } from '../../../declare/input.ts'

/** Invented people only. */
export const agreed: Typed = {
  startedOn: '2026-05-06',
  consent: 'agreed',
  agreedBy: 'Ronke Example-Bello, mother',
  agreedOn: '2026-05-11',
  goingWell: 'The boys are close. Their mother reads with them every evening.',
  ownWords: 'We are good when we are all home. It is the mornings.',
  mainNeed: 'learning',
  hardHealth: '',
  hardLearning: 'Tomi comes late two days a week and misses the start of lessons.',
  hardFeelings: 'Tomi worries about his mother when he is at school.',
  childVoice: 'I want Mum to sleep in the night.',
  hardFamily: 'Ronke works nights and nobody else can take the boys to school.',
  hardHome: '',
  hardMoney: 'Rent is in arrears.',
  wants: 'Mornings without shouting, and school on time.',
  scoreStart: '3',
  plannedOn: '',
  reviewOn: '',
  job: 'Designated safeguarding lead',
  telephone: '020 7946 0101',
}

export const notAgreed: Typed = { ...agreed, consent: 'notYet', agreedBy: '', agreedOn: '' }

export const child: Typed = {
  givenName: 'Tomi',
  familyName: 'Example-Bello',
  bornOn: '2020-05-14',
  sex: 'male',
  ethnicity: 'BAFR',
  school: 'Holly Lane Primary',
}
export const brother: Typed = { ...child, givenName: 'Ade', bornOn: '2022-08-02' }

export const action: Typed = {
  what: 'A place for both boys in the breakfast club',
  who: 'Miss Bell, teacher',
  byWhen: '2026-05-22',
}

export const review: Typed = {
  reviewedOn: '2026-06-17',
  metWith: 'Ronke, Tomi, Miss Bell',
  reviewNote: 'On time every day for three weeks. Rent is still hard.',
  reviewWords: 'Breakfast club saved us.',
  reviewScore: '6',
  nextOn: '2026-09-09',
}

export const ending: Typed = {
  endedOn: '2026-07-15',
  outcome: 'needsMet',
  scoreEnd: '8',
  familyView: 'Nobody judged us, and the boys love breakfast club.',
  endNote: '',
}

const deed = (name: string, afterHours: number, answers?: Typed) => ({
  action: name,
  afterHours,
  by: 'setting_lead',
  ...(answers === undefined ? {} : { answers }),
})

export const examples = [
  {
    name: 'two brothers, from agreement to the end',
    at: '2026-05-12T09:00:00.000Z',
    by: 'setting_lead',
    start: agreed,
    deeds: [
      deed('addChild', 0, child),
      deed('addChild', 0, brother),
      deed('addMember', 0, {
        memberName: 'Ronke Example-Bello',
        relationship: 'mother',
        memberTelephone: '020 7946 0155',
        safeContact: '',
      }),
      deed('addHelper', 0, {
        helperName: 'Dana Example-Reid',
        helperJob: 'Housing officer',
        helperAgency: 'Homes and Neighbourhoods',
        helperTelephone: '',
      }),
      deed('finish', 0),
      deed('addAction', 24, action),
      deed('recordPlan', 25, { plannedOn: '2026-05-13', reviewOn: '2026-06-17' }),
      deed('recordProgress', 868, { actionNumber: '1', progress: 'done', progressNote: 'Every morning' }),
      deed('review', 868, review),
      deed('close', 1544, ending),
    ],
    ends: 'closed' as const,
  },
  {
    name: 'a conversation to which the family has not agreed',
    at: '2026-05-12T09:00:00.000Z',
    by: 'referrer',
    start: notAgreed,
    deeds: [{ action: 'addChild', afterHours: 0, by: 'referrer', answers: child }],
    ends: 'conversation' as const,
  },
]
