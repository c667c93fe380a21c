import type { Day } from '../kit/dates.ts'
import { addWorkingDays } from '../kit/workingDays.ts'
import { outsideReviewRegister } from '../registers/reviews/outside-review/index.ts'
import type { DemoContext } from './context.ts'
import {
  auditorOf,
  managerOf,
  type RecommendationPlan,
  referenceOf,
  reviewsId,
  type Told,
  tellRecommendation,
  told,
} from './reviewsParts.ts'
import {
  childQPoints,
  lostWords,
  ofChildQ,
  ofSolihull,
  type PointPlan,
  sendPoints,
  solihullPoints,
} from './reviewsWords.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'
import type { Values } from './telling.ts'

type Here = readonly [here: string, evidence: string, assured?: readonly [agency: string, on: Day]]

interface OutsidePlan {
  readonly key: string
  readonly start: Values & { readonly takenUpOn: Day }
  readonly points: readonly PointPlan[]
  readonly comparedOn: Day
  /** By the number of the point. */
  readonly here: Readonly<Record<number, Here>>
  readonly recommended: readonly RecommendationPlan[]
  readonly reference: string
  readonly conclusion: string | null
}

const nothing = { dayNote: null, foundAt: null, firstDay: null, scheme: null, grade: null }

const outsideLife = (demo: DemoContext, plan: OutsidePlan): Told => {
  const [manager, on] = [managerOf(demo), reviewsId(`outside ${plan.key}`)]
  const story = told(outsideReviewRegister, on).on(plan.start.takenUpOn, manager, 'start', {
    ...nothing,
    ...plan.start,
  })
  for (const [n, [pointKind, words]] of plan.points.entries())
    story.on(
      plan.start.takenUpOn,
      manager,
      'addPoint',
      {},
      {
        line: { point: n + 1, pointKind, printed: words !== null, pointText: words ?? lostWords },
      },
    )
  for (const [number, [here, evidence, assured]] of Object.entries(plan.here))
    story.on(
      plan.comparedOn,
      manager,
      'compare',
      {},
      {
        line: {
          ...{ compared: Number(number), here, evidence },
          ...{ assuredBy: assured ? demo.agency(assured[0]).id : null, assuredOn: assured?.[1] ?? null },
        },
      },
    )
  if (plan.conclusion !== null) {
    // While it is open; what becomes of a recommendation later is followed where all recommendations are.
    story.on(plan.comparedOn, manager, 'conclude', { conclusion: plan.conclusion })
    for (const [n, one] of plan.recommended.entries())
      tellRecommendation(
        demo,
        story,
        { on: 'first', reference: plan.reference, madeOn: plan.comparedOn, points: true },
        n + 1,
        one,
      )
    story.on(addWorkingDays(plan.comparedOn, 20), auditorOf(demo), 'close', {
      closedNote: 'What is to be done is followed with all recommendations.',
    })
  }
  return story
}

const ofsted: OutsidePlan = {
  key: 'ofsted 2020',
  start: {
    ...{ kind: 'inspectionOfUs', title: 'Inspection of children’s services, March 2020', madeBy: ['ofsted'] },
    ...{ area: 'Islington', takenUpOn: '2020-04-06', firstDay: '2020-03-01', madeOn: '2020-03-31' },
    ...{ dayNote: 'The published report prints the month alone', scheme: 'ilacs', grade: 'ilacs.outstanding' },
  },
  points: [
    ['strength', 'Communication with police and others in the hub is timely, and children are helped promptly.'],
  ],
  ...{ comparedOn: '2020-04-20', here: {}, recommended: [], reference: '' },
  conclusion: 'Nothing was found that has to be done. The standard is to be held.',
}

const send: OutsidePlan = {
  key: 'send 2021',
  start: {
    ...{
      kind: 'inspectionOfUs',
      title: 'Joint area inspection of special educational needs',
      madeBy: ['ofsted', 'cqc'],
    },
    ...{ area: 'Islington', takenUpOn: '2021-11-22', firstDay: '2021-11-08', madeOn: '2021-11-12' },
    ...{ scheme: 'areaSend2016', grade: 'areaSend2016.narrative' },
  },
  points: sendPoints,
  comparedOn: '2022-01-24',
  here: Object.fromEntries(
    sendPoints.flatMap(([kind], n): [number, Here][] =>
      kind === 'development'
        ? [[n + 1, ['yes', 'The inspection found it in this area. The strategy from 2022 answers it.']]]
        : [],
    ),
  ),
  ...{ recommended: [], reference: '' },
  conclusion: 'Strengths outweigh; six areas for development are part of the strategy for special needs.',
}

const childQ: OutsidePlan = {
  key: 'child q',
  start: {
    ...{
      kind: 'reviewOfOthers',
      title: 'Child Q (City and Hackney)',
      madeBy: ['partnership'],
      area: 'City and Hackney',
    },
    ...{ takenUpOn: '2022-04-04', madeOn: '2022-03-14' },
    dayNote: 'The published report prints no day',
  },
  points: childQPoints,
  comparedOn: '2022-06-13',
  here: {
    1: ['partly', 'What it means to stand up for a child is part of the refresher training since.'],
    2: [
      'no',
      'No child was searched with intimate parts exposed in the figures of the briefing.',
      ['police', '2022-05-18'],
    ],
    3: ['partly', 'Officers in schools hold workshops on rights, and cards are given out.', ['police', '2022-05-18']],
    4: ['yes', 'Training has begun in health and not elsewhere.'],
  },
  ...{ recommended: ofChildQ, reference: referenceOf('OUT', 2022, 1) },
  conclusion: 'Assurances were given. Training about adultification has only started.',
}

const lost: Here = [
  'notKnown',
  'What it says is lost in the published report. The letter of the inspectors would tell.',
]

const solihull: OutsidePlan = {
  key: 'solihull',
  start: {
    ...{ kind: 'inspectionOfOthers', title: 'Joint targeted area inspection of Solihull', area: 'Solihull' },
    ...{ madeBy: ['ofsted', 'cqc', 'hmicfrs', 'hmiProbation'], takenUpOn: '2022-05-03', madeOn: '2022-02-21' },
    ...{ dayNote: 'The published report prints no day', scheme: 'jtai', grade: 'jtai.narrative' },
  },
  points: solihullPoints,
  comparedOn: '2022-07-11',
  here: {
    1: ['no', 'Decisions are made in time here, and the hub has its staff.'],
    2: ['no', 'Agencies come to meetings here.'],
    ...Object.fromEntries([3, 4, 5, 6, 7, 8].map((n): [number, Here] => [n, lost])),
  },
  ...{ recommended: ofSolihull, reference: referenceOf('OUT', 2022, 2) },
  conclusion: 'The findings that are legible would not pose the same problems here. Three things are to be looked at.',
}

const current = (demo: DemoContext): OutsidePlan => {
  const before = (n: number): Day => addWorkingDays(workingDayBy(loadedOn(demo)), -n)
  return {
    key: 'northgate',
    start: {
      ...{ kind: 'inspectionOfOthers', title: 'Joint targeted area inspection of Northgate', area: 'Northgate' },
      ...{ madeBy: ['ofsted', 'cqc', 'hmicfrs'], takenUpOn: before(22), firstDay: before(80), madeOn: before(70) },
      ...{ scheme: 'jtai', grade: 'jtai.narrative' },
    },
    points: [
      ['development', 'Neglect of older children is recognised late.'],
      ['development', 'Health visitors do not hear of domestic abuse reported to the police.'],
      ['strength', 'Schools have one person to ask.'],
    ],
    comparedOn: before(6),
    here: { 1: ['partly', 'An audit of last year found the same of children over 12.'] },
    ...{ recommended: [], reference: '', conclusion: null },
  }
}

export const outsideLives = (demo: DemoContext): readonly Life[] =>
  [ofsted, send, childQ, solihull, current(demo)].map(plan => outsideLife(demo, plan))
