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
export const request: Typed = {
  direction: 'fromThem',
  authority: 'Another invented council',
  contactName: 'P. Invented-Hollis, exploitation lead',
  contactHow: 'exploitation@another-council.example',
  askedOn: '2026-03-02',
  asked: 'intelligence;risk',
  question: 'The child moved to their area in February. Which places and people should they know of?',
  livesThere: 'no',
  article6: '6.1.e',
  duty: 'ca2004.s10',
  article9: '9.2.g',
  schedule1: 'para18',
  article10: 's10.5',
}

export const examples: readonly (Example & { ends: 'closed' })[] = [
  {
    name: 'a question from another council',
    at: '2026-03-02T10:00:00.000Z',
    by: 'exploitation_coordinator',
    before: [
      {
        name: 'child',
        register: 'person',
        like: 'PER-26-00025',
        by: 'screener',
        start: {
          ...nobody,
          kind: 'child',
          givenName: 'Leopold',
          familyName: 'Quillfeather',
          knownOn: '2026-02-02',
          birthKnown: 'exact',
          bornOn: '2010-04-06',
          sex: 'male',
        },
      },
    ],
    start: { ...request, person: '{child}' },
    deeds: [
      {
        action: 'confirmReceipt',
        afterHours: 1,
        by: 'exploitation_coordinator',
        answers: { receivedOn: '2026-03-02' },
      },
      {
        action: 'answer',
        afterHours: 48,
        by: 'exploitation_coordinator',
        answers: {
          answer: 'given',
          answeredOn: '2026-03-04',
          told: 'Two stations and one group of older boys; the last assessment of risk.',
          whyNot: '',
        },
      },
      {
        action: 'giveUpdate',
        afterHours: 400,
        by: 'exploitation_coordinator',
        answers: {
          updatedOn: '2026-03-18',
          update: 'One of the boys is charged. Nobody has looked for the child here since.',
        },
      },
      { action: 'close', afterHours: 410, by: 'exploitation_coordinator', answers: { closedNote: '' } },
    ],
    ends: 'closed',
  },
]
