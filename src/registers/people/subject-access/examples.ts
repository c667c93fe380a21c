import type { Before, Example } from '../../../declare/register.ts'

const girl = (givenName: string, familyName: string): Before => ({
  name: 'girl',
  register: 'person',
  like: 'PER-26-00001',
  by: 'screener',
  start: {
    kind: 'child',
    givenName,
    familyName,
    knownOn: '2026-03-02',
    birthKnown: 'exact',
    bornOn: '2010-07-19',
    expectedOn: '',
    sex: 'female',
    address: '',
    postcode: '',
    nhsNumber: '',
    upn: '',
    whyNoUpn: '',
    gp: '',
    searchedFor: '',
  },
})

export const request = {
  receivedOn: '2026-09-03',
  person: '{girl}',
  subjectName: '',
  requester: 'child',
  requesterName: 'Wilhelmina Ravenscourt',
  requesterContact: 'Through her advocate, Ms Clementine Farthing',
  wanted: 'Everything you have about me since I was ten.',
} as const

export const verified = {
  identityOn: '2026-09-03',
  verification: 'known',
  competence: 'competent',
  competenceWhy: 'She is 16, and explained to her advocate what she wants it for.',
  childAgrees: '',
} as const

/** A girl who asks for her own record, and a parent who asks for a child who does not agree. */
export const examples: readonly (Example & { ends: 'sent' | 'refused' })[] = [
  {
    name: 'a girl of sixteen who asks for her own record',
    at: '2026-09-03T14:00:00.000Z',
    by: 'social_worker',
    before: [girl('Wilhelmina', 'Ravenscourt')],
    start: request,
    deeds: [
      { action: 'verify', afterHours: 2, by: 'information_governance', answers: verified },
      {
        action: 'askClarification',
        afterHours: 24,
        by: 'information_governance',
        answers: { clarifyQuestion: 'Does she want the record of her sister, too, as far as it tells of her?' },
      },
      {
        action: 'recordClarification',
        afterHours: 96,
        by: 'information_governance',
        answers: { clarifyAnswer: 'No, only her own.' },
      },
      {
        action: 'recordSearch',
        afterHours: 200,
        by: 'information_governance',
        answers: { searchNote: 'Her record, its contacts and documents. Not looked: post of colleagues before 2019.' },
      },
      {
        action: 'takeOut',
        afterHours: 210,
        by: 'information_governance',
        answers: {
          entry: 'CON-26-00042',
          extent: 'words',
          passage: 'her neighbour Mr Ambrose Lilley',
          exemption: 'thirdParty',
          because: 'He reported in confidence and has not agreed to be named.',
        },
      },
      {
        action: 'takeOut',
        afterHours: 211,
        by: 'information_governance',
        answers: {
          entry: 'Letter of 4 May 2024',
          extent: 'whole',
          passage: '',
          exemption: 'privilege',
          because: 'Advice of the council’s solicitor.',
        },
      },
      {
        action: 'send',
        afterHours: 700,
        by: 'information_governance',
        answers: {
          answeredOn: '2026-10-02',
          sentHow: 'inPerson',
          sentNote: '212 pages in two folders, given to her with her advocate present.',
          toldOfRights: 'yes',
        },
      },
    ],
    ends: 'sent',
  },
  {
    name: 'a parent who asks for a child who could ask and does not agree',
    at: '2026-09-10T10:00:00.000Z',
    by: 'business_support',
    before: [girl('Isadora', 'Penrose')],
    start: {
      ...request,
      receivedOn: '2026-09-10',
      requester: 'parent',
      requesterName: 'Mr Crispin Penrose',
      requesterContact: 'By letter to his address on record',
      wanted: 'My daughter’s file.',
    },
    deeds: [
      {
        action: 'verify',
        afterHours: 24,
        by: 'information_governance',
        answers: { ...verified, identityOn: '2026-09-11', verification: 'documents', childAgrees: 'no' },
      },
      {
        action: 'refuse',
        afterHours: 48,
        by: 'information_governance',
        answers: {
          answeredOn: '2026-09-12',
          refusedWhy: 'notEntitled',
          refusedWords: 'He was told that his daughter can ask herself, and that he can complain.',
          toldOfRights: 'yes',
        },
      },
    ],
    ends: 'refused',
  },
]
