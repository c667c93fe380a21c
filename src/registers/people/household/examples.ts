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

/** A grandmother and her grandson, until he moves to his mother. */
export const examples: readonly (Example & { ends: 'current' })[] = [
  {
    name: 'a grandmother and her grandson',
    at: '2026-03-04T10:00:00.000Z',
    by: 'social_worker',
    before: [
      {
        name: 'grandmother',
        register: 'person',
        like: 'PER-26-00003',
        by: 'screener',
        start: {
          ...nobody,
          kind: 'adult',
          givenName: 'Philippa',
          familyName: 'Dunmarrow',
          knownOn: '2026-03-02',
          birthKnown: 'estimated',
          bornOn: '1957-07-01',
          sex: 'female',
        },
      },
      {
        name: 'grandson',
        register: 'person',
        like: 'PER-26-00004',
        by: 'screener',
        start: {
          ...nobody,
          kind: 'child',
          givenName: 'Barnaby',
          familyName: 'Dunmarrow',
          knownOn: '2026-03-02',
          birthKnown: 'exact',
          bornOn: '2017-09-12',
          sex: 'male',
        },
      },
    ],
    start: {
      address: '11 Larkspur Walk',
      postcode: 'n19zz',
      place: 'home',
      since: '2024-09-01',
      knownOn: '2026-03-03',
      note: 'The bell does not work: knock.',
    },
    deeds: [
      {
        action: 'addMember',
        afterHours: 1,
        by: 'social_worker',
        answers: { person: '{grandmother}', part: 'parent', since: '', until: '', toldBy: 'Seen at home' },
      },
      {
        action: 'addMember',
        afterHours: 2,
        by: 'social_worker',
        answers: { person: '{grandson}', part: 'child', since: '2024-09-01', until: '', toldBy: 'Seen at home' },
      },
      {
        action: 'addMember',
        afterHours: 80,
        by: 'social_worker',
        answers: {
          person: '{grandson}',
          part: 'child',
          since: '2024-09-01',
          until: '2026-03-06',
          toldBy: 'His mother, by telephone',
        },
      },
    ],
    ends: 'current',
  },
]
