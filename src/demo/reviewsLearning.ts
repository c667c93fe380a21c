import { addDays, type Day } from '../kit/dates.ts'
import { learningProductRegister } from '../registers/reviews/learning-product/index.ts'
import type { DemoContext } from './context.ts'
import { auditorOf, leadOf, managerOf, referenceOf, reviewsId, type Told, told } from './reviewsParts.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'

interface ProductPlan {
  readonly key: string
  readonly title: string
  readonly kind: string
  readonly fromRef: string | null
  readonly learning: string
  readonly agency: string
  readonly audience: readonly string[]
  readonly channel: readonly string[]
  readonly issuedOn: Day
  readonly reach: readonly (readonly [on: Day, people: number, counted: string])[]
  readonly again: Day | null
}

const productLife = (demo: DemoContext, plan: ProductPlan): Told => {
  const { title, kind, fromRef, learning, audience, channel, issuedOn } = plan
  const story = told(learningProductRegister, reviewsId(`product ${plan.key}`)).on(issuedOn, managerOf(demo), 'start', {
    ...{ title, kind, fromRef, learning, madeBy: demo.agency(plan.agency).id, audience, channel, issuedOn },
  })
  if (plan.key === 'refresher') learnedByPolice(demo, story)
  for (const [reachedOn, reached, counted] of plan.reach)
    story.on(reachedOn, managerOf(demo), 'addReach', {}, { line: { reachedOn, reached, counted } })
  if (plan.again !== null)
    story.on(plan.again, auditorOf(demo), 'lookAgain', {
      ...{ auditedOn: plan.again, changed: 'partly', auditRef: null },
      changedHow: 'A dip sample of records: most of them show it.',
    })
  return story
}

const past: readonly ProductPlan[] = [
  {
    ...{ key: 'information sharing', title: 'Sharing information, in all training programmes', kind: 'course' },
    ...{ fromRef: referenceOf('PRR', 2022, 1), learning: 'Share what others need to keep a baby safe, and say so.' },
    ...{ agency: 'council', audience: ['allAgencies'], channel: ['training'], issuedOn: '2022-03-07' },
    ...{ reach: [['2022-05-31', 61, 'register']], again: '2023-03-01' },
  },
  {
    ...{ key: 'refresher', title: 'Standing up for a child, in the refresher training', kind: 'course' },
    ...{
      fromRef: referenceOf('OUT', 2022, 1),
      learning: 'A child’s safety comes first, also against other professionals.',
    },
    ...{ agency: 'council', audience: ['allAgencies'], channel: ['training'], issuedOn: '2022-05-09' },
    ...{ reach: [['2022-07-29', 47, 'register']], again: '2023-06-20' },
  },
  {
    ...{ key: 'primary care', title: 'De-registration and discharge from hospital', kind: 'sevenMinute' },
    ...{
      fromRef: referenceOf('PRR', 2022, 1),
      learning: 'Ask who looks after a family before it leaves a practice or a ward.',
    },
    ...{ agency: 'ccg', audience: ['primaryCare'], channel: ['meeting', 'web'], issuedOn: '2022-05-16' },
    reach: [
      ['2022-06-10', 38, 'signedIn'],
      ['2022-07-15', 24, 'signedIn'],
    ],
    again: '2023-05-02',
  },
  {
    ...{ key: 'adultification', title: 'Adultification, for health', kind: 'session' },
    ...{ fromRef: referenceOf('OUT', 2022, 1), learning: 'See a Black child as the age they are.' },
    ...{ agency: 'icb', audience: ['primaryCare', 'hospitals'], channel: ['training'], issuedOn: '2022-07-11' },
    ...{ reach: [], again: '2023-07-03' },
  },
]

/** What the police have to learn from the review of Child Q, passed on and checked by somebody else. */
const learnedByPolice = (demo: DemoContext, story: Told): void => {
  const [manager, lead, learning] = [managerOf(demo), leadOf(demo, 'police'), 'learning of the police']
  const line = {
    learner: demo.agency('police').id,
    lesson: 'Ask for an appropriate adult before any search of a child, and write down who it was.',
    learningOwner: lead.accountId,
  }
  story.on('2022-05-10', manager, 'openLearning', {}, { line, opens: [learning] })
  story.on(
    '2022-05-24',
    lead,
    'passOn',
    {},
    {
      on: learning,
      line: { passedOn: '2022-05-24', audience: ['schoolsOfficers', 'supervisors'], way: 'briefing', people: 31 },
    },
  )
  story.on(
    '2022-08-08',
    manager,
    'check',
    {},
    {
      on: learning,
      line: {
        ...{ checkOn: '2022-08-08', how: 'asked', checkReached: 'reached' },
        seen: 'Officers of four schools knew what to do.',
      },
    },
  )
}

export const learningLives = (demo: DemoContext): readonly Life[] => {
  const day = (before: number): Day => workingDayBy(addDays(loadedOn(demo), -before))
  const current: ProductPlan = {
    ...{ key: 'current', title: 'How old is this child?', kind: 'sevenMinute', fromRef: referenceOf('PRR', 2022, 2) },
    ...{ learning: 'Write down how old a child is before you write what the child did.', agency: 'health' },
    ...{ audience: ['hospitals', 'police', 'schools'], channel: ['meeting', 'email'], issuedOn: day(24) },
    ...{ reach: [[day(8), 26, 'signedIn']], again: null },
  }
  return [...past, current].map(plan => productLife(demo, plan))
}
