import type { Typed } from '../../../declare/input.ts'
import type { Before, Example } from '../../../declare/register.ts'

const child: Before = {
  name: 'child',
  register: 'person',
  like: 'PER-26-00008',
  by: 'screener',
  start: {
    kind: 'child',
    givenName: 'Ossian',
    familyName: 'Example-Tarn',
    knownOn: '2026-03-02',
    birthKnown: 'exact',
    bornOn: '2010-09-14',
    expectedOn: '',
    sex: 'male',
    address: '',
    postcode: '',
    nhsNumber: '',
    upn: '',
    whyNoUpn: '',
    gp: '',
    searchedFor: '',
  },
}

const nomination: Typed = {
  subject: 'child',
  person: '{child}',
  peerGroup: '',
  label: 'Ossian Example-Tarn',
  alsoCalled: 'Ozzy',
  nominatedOn: '2026-03-03',
  kinds: ['criminal'],
  criteria: ['missing', 'money'],
  risk: 'moderate',
  whyNow: 'Found twice at a station far from home with two telephones.',
  tried: 'Youth worker since January; a plan with the school.',
  plan: 'Weekly youth worker; curfew agreed with the mother.',
  childVoice: '“I only carry things for a friend.”',
  asks: 'A disruption action on the older boys, and a place away from the estate for the evenings.',
  policeOnly: 'A telephone is being looked at.',
  school: 'Caldmoor School',
  placedIn: '',
}

const place: Typed = {
  ...nomination,
  subject: 'place',
  person: '',
  label: 'Stairwell behind the station',
  alsoCalled: '',
  childVoice: '',
  policeOnly: '',
  school: '',
}

const at = '2026-03-03T10:00:00.000Z'

export const examples: readonly (Example & { ends: 'nominated' | 'moreNeeded' | 'elsewhere' | 'closed' })[] = [
  { name: 'a place that is nominated', at, by: 'exploitation_coordinator', start: place, ends: 'nominated' },
  {
    name: 'a child, accepted and closed with a lower risk',
    at,
    by: 'social_worker',
    before: [child],
    start: nomination,
    deeds: [
      {
        action: 'addTie',
        afterHours: 1,
        by: 'social_worker',
        answers: { tieKind: 'adult', tieName: 'Called Dex', tieIs: 'Gives him telephones', tieSure: 'likely' },
      },
      {
        action: 'accept',
        afterHours: 20,
        by: 'exploitation_coordinator',
        answers: { siftWhy: 'Two criteria and nothing tried has worked' },
      },
      {
        action: 'update',
        afterHours: 400,
        by: 'social_worker',
        answers: {
          kinds: ['criminal'],
          criteria: ['money'],
          risk: 'emerging',
          whyNow: 'No episode for a month.',
          alsoCalled: 'Ozzy',
          tried: 'Youth worker; a mentor; work experience.',
          plan: 'The mentor goes on.',
          childVoice: '“The garage is all right.”',
          asks: 'To close.',
          policeOnly: '',
          school: 'Caldmoor School',
          placedIn: '',
        },
      },
      {
        action: 'close',
        afterHours: 500,
        by: 'exploitation_coordinator',
        answers: { closedWhy: 'The risk is lower and the plan holds without the panel' },
      },
    ],
    ends: 'closed',
  },
  {
    name: 'a place of which more must be known',
    at,
    by: 'social_worker',
    start: place,
    deeds: [
      {
        action: 'askMore',
        afterHours: 2,
        by: 'exploitation_coordinator',
        answers: { siftWhy: 'Who was there, and when?' },
      },
    ],
    ends: 'moreNeeded',
  },
  {
    name: 'a place that the community safety team sees to',
    at,
    by: 'social_worker',
    start: place,
    deeds: [
      {
        action: 'referElsewhere',
        afterHours: 2,
        by: 'exploitation_coordinator',
        answers: { siftWhy: 'No child was named; lighting is a matter of estate services' },
      },
    ],
    ends: 'elsewhere',
  },
]
