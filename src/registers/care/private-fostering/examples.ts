import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'
import { type Day, type Instant, instantOf, millisOf } from '../../../kit/dates.ts'
import type { ArrangementState } from './pathway.ts'

/** Invented people only. Four arrangements of 2023, as the worked figures of the register's test count them. */
type Life = Example & { readonly ends: ArrangementState }
type Told = readonly [day: Day, action: string, by: string, answers?: Typed]

/** Deeds by the day on which they are written down, at three in the afternoon, as hours after the start. */
const life = (name: string, on: Day, by: string, start: Typed, told: readonly Told[], ends: ArrangementState): Life => {
  const at: Instant = instantOf(on, '10:00')
  const hours = (day: Day, n: number) => (millisOf(instantOf(day, '15:00')) - millisOf(at)) / 3_600_000 + n / 100
  return {
    name,
    at,
    by,
    start,
    deeds: told.map(([day, action, who, answers], n) => ({
      action,
      afterHours: hours(day, n),
      by: who,
      ...(answers === undefined ? {} : { answers }),
    })),
    ends,
  }
}

const worker = 'social_worker'
const manager = 'team_manager'
const coordinator = 'private_fostering_coordinator'

const visit = (visitedOn: Day, more: Typed = {}): Typed => ({
  visitedOn,
  visitedBy: 'Social worker',
  visitReason: 'planned',
  childSeen: 'alone',
  whyNotAlone: '',
  carerSpoken: 'yes',
  householdSpoken: 'all',
  parentSpoken: 'no',
  premisesSeen: 'yes',
  visitReport: 'Well and settled. Goes to school every day and speaks to the family on Sundays.',
  ...more,
})
const visits = (...days: readonly Day[]): readonly Told[] => days.map(day => [day, 'recordVisit', worker, visit(day)])

const carer = (memberName: string): Typed => ({
  memberName,
  memberIs: 'carer',
  memberBornOn: '1978-11-02',
  memberCheck: 'clear',
  memberNote: '',
})
const assessed = (assessedOn: Day, finding = 'suitable'): Typed => ({
  childWishes: 'Wants to stay until the end of the school year, and to see the parents in the holidays.',
  assessmentReport: 'The home is safe, the carer knows the child well, and money and school are settled.',
  finding,
  assessedOn,
})
const agreed: Typed = { decisionNote: 'The child is safe and well cared for, and the parents agree.' }

/** The start answers of the first example, for tests and the import template. */
export const notification: Typed = {
  notifiedBy: 'school',
  notifierName: 'J. Invented-Moore, head of year',
  notifierContact: '020 7946 0144',
  notifiedOn: '2023-04-28',
  awareOn: '2023-04-28',
  toldUs: 'Lives with a friend of the mother since Easter. The mother works abroad until next summer.',
  givenName: 'Amara',
  familyName: 'Example-Nwosu',
  bornOn: '2011-03-19',
  sex: 'female',
  disabled: 'no',
  ethnicity: 'BAFR',
  language: 'English',
  school: 'Maple Road School',
  ward: 'Canonbury',
  homesForUkraine: 'no',
  carerName: 'Grace Sample-Adu',
  carerRelation: 'familyFriend',
  carerAddress: '4 Invented Street, N1',
  carerContact: '020 7946 0177',
  livesThere: 'yes',
  startsOn: '2023-04-10',
  length: 'days28OrMore',
  expectedEndOn: '',
  why: 'parentsAbroad',
}

const kept = life(
  'an arrangement kept for fifteen months, every visit in time',
  '2023-04-28',
  worker,
  notification,
  [
    ['2023-05-02', 'take', worker],
    ['2023-05-10', 'recordVisit', worker, visit('2023-05-10', { parentSpoken: 'spoken' })],
    ['2023-05-10', 'addMember', worker, carer('Grace Sample-Adu')],
    [
      '2023-05-10',
      'addParent',
      worker,
      {
        parentName: 'Ngozi Example-Nwosu',
        parentIs: 'mother',
        parentResponsible: 'yes',
        parentContact: '',
        parentAgrees: 'yes',
      },
    ],
    [
      '2023-05-11',
      'recordAdvice',
      worker,
      {
        adviceToCarerOn: '2023-05-10',
        adviceToParentOn: '2023-05-11',
        whyParentNotAdvised: '',
        informationToChildOn: '2023-05-10',
      },
    ],
    ['2023-06-19', 'writeAssessment', worker, assessed('2023-06-19')],
    [
      '2023-06-20',
      'recordPanel',
      manager,
      { panelOn: '2023-06-20', panelOutcome: 'signedOff', panelSignedOffBy: 'assistantDirector' },
    ],
    ['2023-06-21', 'agreeSuitable', manager, agreed],
    ...visits('2023-06-20', '2023-08-01', '2023-09-12', '2023-10-24', '2023-12-05', '2024-01-16', '2024-02-27'),
    ...visits('2024-04-09', '2024-05-20', '2024-07-23'),
  ],
  'suitable',
)

const grandmother = life(
  'a notification that is not private fostering',
  '2023-06-05',
  coordinator,
  {
    ...notification,
    notifiedBy: 'health',
    notifiedOn: '2023-06-05',
    awareOn: '2023-06-05',
    toldUs: 'The child came to the surgery with a woman who is not a parent.',
    givenName: 'Louis',
    familyName: 'Sample-Archer',
    bornOn: '2016-09-30',
    sex: 'male',
    ethnicity: 'MWAS',
    school: '',
    carerName: 'Ruth Invented-Archer',
    carerRelation: 'notKnown',
    startsOn: '2023-06-01',
    length: 'notKnown',
    why: 'parentUnwell',
  },
  [
    ['2023-06-06', 'transfer', coordinator, { team: 'Children in need, team East' }],
    ['2023-06-07', 'allocate', manager, { worker: 'Social worker' }],
    ['2023-06-09', 'recordVisit', worker, visit('2023-06-09', { parentSpoken: 'visited' })],
    [
      '2023-06-12',
      'completeStay',
      worker,
      {
        carerName: 'Ruth Invented-Archer',
        carerRelation: 'grandparent',
        livesThere: 'yes',
        startsOn: '2023-06-01',
        length: 'days28OrMore',
        why: 'parentUnwell',
      },
    ],
    [
      '2023-06-13',
      'closeOther',
      manager,
      { whyNot: 'closeRelative', whyNotText: 'The birth certificates show that she is the mother of the mother.' },
    ],
  ],
  'notPrivateFostering',
)

const inAdvance = life(
  'an arrangement notified in advance that ended as planned',
  '2023-07-03',
  worker,
  {
    ...notification,
    notifiedBy: 'carer',
    notifiedOn: '2023-07-03',
    awareOn: '2023-07-03',
    toldUs: 'A cousin will come from September to improve his English.',
    givenName: 'Mateo',
    familyName: 'Invented-Ruiz',
    bornOn: '2009-12-11',
    sex: 'male',
    ethnicity: 'WOTH',
    language: 'Spanish',
    carerName: 'Elena Sample-Ruiz',
    carerRelation: 'cousin',
    livesThere: 'notYet',
    startsOn: '2023-09-04',
    expectedEndOn: '2023-11-30',
    why: 'study',
  },
  [
    ['2023-07-04', 'take', worker],
    ['2023-07-11', 'recordVisit', worker, visit('2023-07-11', { childSeen: 'notThereYet', parentSpoken: 'spoken' })],
    ['2023-07-12', 'addMember', worker, carer('Elena Sample-Ruiz')],
    ['2023-08-18', 'writeAssessment', worker, assessed('2023-08-18')],
    ['2023-08-21', 'agreeSuitable', manager, agreed],
    ['2023-09-05', 'recordMove', worker, { startsOn: '2023-09-04', toldMovedInOn: '2023-09-05' }],
    ...visits('2023-09-12', '2023-10-20'),
    [
      '2023-12-01',
      'end',
      worker,
      {
        endedOn: '2023-11-30',
        endReason: 'returned',
        destination: 'abroad',
        endNote: 'With his parents, as planned.',
      },
    ],
  ],
  'ended',
)

const late = life(
  'an arrangement with a late first visit, two missed limits and a corrected visit',
  '2023-10-02',
  worker,
  {
    ...notification,
    notifiedBy: 'council',
    notifiedOn: '2023-10-02',
    awareOn: '2023-09-25',
    toldUs: 'The housing office knew since 25 September that a girl lives with the family of a friend.',
    givenName: 'Daria',
    familyName: 'Example-Koval',
    bornOn: '2010-06-08',
    ethnicity: 'WOTH',
    language: 'Ukrainian',
    homesForUkraine: 'yes',
    carerName: 'Helen Invented-Price',
    carerRelation: 'sponsor',
    startsOn: '2023-09-20',
    why: 'fledWar',
  },
  [
    ['2023-10-09', 'take', worker],
    [
      '2023-10-10',
      'recordVisit',
      worker,
      visit('2023-10-10', {
        childSeen: 'notSeen',
        whyNotAlone: 'Nobody was at home.',
        carerSpoken: 'no',
        premisesSeen: 'no',
      }),
    ],
    ['2023-10-17', 'recordVisit', worker, visit('2023-10-17')],
    ['2023-10-18', 'addMember', worker, carer('Helen Invented-Price')],
    ['2023-12-04', 'writeAssessment', worker, assessed('2023-12-04', 'suitableWithRequirements')],
    ['2023-12-05', 'agreeSuitable', manager, agreed],
    [
      '2023-12-06',
      'noteRequirement',
      manager,
      {
        requirement: 'requirements',
        requirementOn: '2023-12-06',
        requirementText: 'A room of her own by January. The carer was told how to appeal.',
      },
    ],
    [
      '2024-01-25',
      'recordVisit',
      worker,
      visit('2024-01-25', { childSeen: 'notAlone', whyNotAlone: 'She asked for her friend to stay.' }),
    ],
    ['2024-03-06', 'recordVisit', worker, visit('2024-03-06')],
    [
      '2024-03-07',
      'correctVisit',
      worker,
      { ...visit('2024-03-05'), wrongVisitOn: '2024-03-06', correctionWhy: 'The visit was on the Tuesday.' },
    ],
  ],
  'suitable',
)

export const examples: readonly Life[] = [kept, grandmother, inAdvance, late]
