import type { Before, Example } from '../../../declare/register.ts'

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

const members: readonly Before[] = [
  {
    name: 'first',
    register: 'person',
    like: 'PER-26-00008',
    by: 'screener',
    start: {
      ...nobody,
      kind: 'child',
      givenName: 'Zebedee',
      familyName: 'Wolstenholme',
      knownOn: '2026-03-02',
      birthKnown: 'exact',
      bornOn: '2012-02-11',
      sex: 'male',
    },
  },
  {
    name: 'second',
    register: 'person',
    like: 'PER-26-00009',
    by: 'screener',
    start: {
      ...nobody,
      kind: 'child',
      givenName: 'Peregrine',
      familyName: 'Oduya-Marsh',
      knownOn: '2026-03-02',
      birthKnown: 'estimated',
      bornOn: '2013-01-01',
      sex: 'male',
    },
  },
]

/** Children who meet in a stairwell after school: two actions, watched, and closed when the youth club has opened. */
export const examples: readonly (Example & { ends: 'closed' })[] = [
  {
    name: 'children in a stairwell',
    at: '2026-03-09T16:00:00.000Z',
    by: 'social_worker',
    before: members,
    start: {
      name: 'Stairwell group, Larkspur Walk',
      kind: 'place',
      place: 'Stairwell of 20 to 38 Larkspur Walk',
      ward: '',
      since: '',
      concern: 'criminalExploitation;drugs',
      worry: 'On five days of the last two weeks, an older boy gave parcels to younger ones. Told by two residents.',
      toldBy: 'community',
      knownOn: '2026-03-09',
    },
    deeds: [
      {
        action: 'addMember',
        afterHours: 1,
        by: 'social_worker',
        answers: { person: '{first}', part: 'atRisk', strength: 'likely', toldBy: 'school', since: '', until: '' },
      },
      {
        action: 'addMember',
        afterHours: 2,
        by: 'social_worker',
        answers: {
          person: '{second}',
          part: 'notKnown',
          strength: 'possible',
          toldBy: 'community',
          since: '',
          until: '',
        },
      },
      {
        action: 'addTask',
        afterHours: 16,
        by: 'team_manager',
        answers: {
          number: '1',
          task: 'Youth workers are there from three to six for a week.',
          doneBy: 'Team manager',
          doneByAgency: '',
          dueOn: '2026-03-17',
        },
      },
      {
        action: 'recordResult',
        afterHours: 200,
        by: 'team_manager',
        answers: { number: '1', doneOn: '2026-03-17', result: 'Spoke with nine children; four came to the club.' },
      },
      {
        action: 'watch',
        afterHours: 300,
        by: 'social_worker',
        answers: { watchWhy: 'Nobody has been seen there since. We watch whether they come back after the holidays.' },
      },
      {
        action: 'close',
        afterHours: 1500,
        by: 'social_worker',
        answers: {
          until: '2026-05-08',
          closedWhy: 'less',
          closedNote: 'The stairwell is lit and locked, and the club opens every day.',
        },
      },
    ],
    ends: 'closed',
  },
]
