import type { Day } from '../kit/dates.ts'
import { addWorkingDays } from '../kit/workingDays.ts'
import type { DemoContext } from './context.ts'
import {
  askAndAnswer,
  begun,
  decide,
  letter,
  notified,
  publish,
  type ReviewPlan,
  recommend,
  review,
  reviewWords,
} from './reviewsIncidentParts.ts'
import { auditorOf, managerOf, referenceOf } from './reviewsParts.ts'
import { ofChildK, ofChildL, ofChildM } from './reviewsWords.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'

/** In the shape of Child U: a young person of 17 dies; the Panel agrees that there is a review. */
const childK = (demo: DemoContext): Life => {
  const awareOn = '2021-10-11'
  const child = { letter: 'K', awareOn, harm: 'death', age: 17, ageIn: 'years', abuse: true } as const
  const story = notified(demo, child, 4, 'A young person died, and there are signs of neglect and of harm by an adult.')
  askAndAnswer(demo, story, '2021-10-18', ['council', 'adults', 'health', 'police', 'education'])
  story.on('2021-10-28', managerOf(demo), 'writeReview', reviewWords)
  decide(demo, story, {
    ...{ madeOn: '2021-10-28', decision: 'localReview' },
    equality: 'The young person cared for a parent, and was treated as older than 17 at the end of their life.',
    why: 'How two services planned apart from each other is to be understood.',
  })
  story.on('2021-10-29', managerOf(demo), 'send', { sentOn: '2021-10-29' })
  story.on(
    '2021-11-19',
    managerOf(demo),
    'recordAnswer',
    {},
    letter('2021-11-19', 'agrees', 'The Panel agrees with the decision.'),
  )
  const plan: ReviewPlan = {
    ...{ letter: 'K', reference: referenceOf('PRR', 2021, 1), openedOn: '2021-11-22' },
    enquiries: [
      'What was life like for a young carer of a parent?',
      'Who knew of harm outside the home?',
      'Was the young person seen as the age they were?',
      'Who spoke with the young person about relationships and drugs?',
      'What did the relation between the adults at home do to the young person?',
    ],
    agencies: ['council', 'adults', 'health', 'police'],
    ...{ recommendedOn: '2022-03-21', recommended: ofChildK },
  }
  const on = review(demo, story, plan)
  publish(demo, story, on, 'Child K', '2022-04-27')
  recommend(demo, story, plan, on)
  return story
    .on('2022-07-04', auditorOf(demo), 'close', {
      closedNote: 'The review is published and followed by its recommendations.',
    })
    .on('2023-05-15', auditorOf(demo), 'close', { embedded: 'Dip samples found two of three in the work.' }, { on })
}

/** In the shape of Child V: a baby of 11 weeks dies; the Panel asks to reconsider, and the review is an internal one. */
const childL = (demo: DemoContext): Life => {
  const awareOn = '2022-01-17'
  const child = { letter: 'L', awareOn, harm: 'death', age: 11, ageIn: 'weeks', abuse: true } as const
  const [manager, story] = [
    managerOf(demo),
    notified(demo, child, 4, 'A baby died; how the baby slept may point to neglect.'),
  ]
  story.on(
    '2022-01-31',
    manager,
    'recordLetter',
    {},
    letter(
      '2022-01-31',
      'asksToReconsider',
      'The Panel asks to reconsider the need for a rapid review: the criteria are not met in full.',
    ),
  )
  story.on('2022-02-02', manager, 'makeNoReview', {
    noReviewOn: '2022-02-02',
    noReviewWhy: 'The criteria are not met in full. An internal review gives the learning.',
  })
  decide(demo, story, {
    ...{ madeOn: '2022-02-03', decision: 'managementReview' },
    equality:
      'The parents were care leavers of mixed and Black heritage. What that meant for the offer to them was asked.',
    why: 'The learning is within the services, and an internal review gives it sooner.',
  })
  const plan: ReviewPlan = {
    ...{ letter: 'L', reference: referenceOf('PRR', 2022, 1), openedOn: '2022-02-04' },
    enquiries: ['What was known when the baby was discharged?', 'Who saw where the baby slept?'],
    agencies: ['council', 'health'],
    ...{ recommendedOn: '2022-05-09', recommended: ofChildL },
  }
  const on = review(demo, story, plan)
  recommend(demo, story, plan, on)
  return story
    .on(
      '2022-05-16',
      manager,
      'finish',
      {
        notPublishedWhy: 'It is internal.',
        improvements: 'The agencies and the partners were told what has to become better.',
      },
      { on },
    )
    .on('2022-05-20', auditorOf(demo), 'close', { closedNote: 'The internal review is finished.' })
    .on(
      '2023-06-12',
      auditorOf(demo),
      'close',
      { embedded: 'An audit and a dip sample found two of five in the work.' },
      { on },
    )
}

/** In the shape of Child W: the partnership sees no review, the Panel does; the review has to wait for a trial and is late. */
const childM = (demo: DemoContext): Life => {
  const awareOn = '2022-05-09'
  const child = { letter: 'M', awareOn, harm: 'seriousHarm', age: 16, ageIn: 'years', abuse: true } as const
  const [manager, story] = [managerOf(demo), notified(demo, child, 6, 'A stab wound leaves lasting damage to a limb.')]
  askAndAnswer(demo, story, '2022-05-18', ['council', 'health', 'police', 'education'])
  story.on('2022-05-27', manager, 'writeReview', reviewWords)
  decide(demo, story, {
    ...{ madeOn: '2022-05-27', decision: 'rapidReviewOnly' },
    equality: 'It was noted that the young person is of Black Caribbean descent, and not asked what that means.',
    why: 'The threshold for a review did not seem to be met.',
  })
  story.on('2022-05-30', manager, 'send', { sentOn: '2022-05-30' })
  story.on(
    '2022-06-20',
    manager,
    'recordAnswer',
    {},
    letter('2022-06-20', 'disagrees', 'The Panel believes that there are compelling reasons for a review.'),
  )
  decide(demo, story, {
    ...{ madeOn: '2022-06-23', decision: 'localReview', panelThinks: true },
    equality: 'How ethnicity and age shaped what adults saw, and the step to adult services.',
    why: 'The reasons of the Panel show what had not been weighed.',
    changedWhy: 'Equality, diversity and inclusion had not been weighed.',
  })
  const plan: ReviewPlan = {
    ...{ letter: 'M', reference: referenceOf('PRR', 2022, 2), openedOn: '2022-06-24' },
    enquiries: [
      'Was the young person seen as older than they were?',
      'Who stays when a young person becomes an adult?',
    ],
    agencies: ['council', 'police', 'education'],
    ...{ recommendedOn: '2022-12-12', recommended: ofChildM },
  }
  const on = review(demo, story, plan)
  story.on(
    '2022-09-12',
    manager,
    'addDelay',
    {},
    {
      on,
      line: {
        ...{ delayFrom: '2022-09-12', delayWhy: 'criminal' },
        delayNote: 'The trial of those accused is in January.',
        meanwhile: 'The form of the rapid review asks about equality already.',
      },
    },
  )
  story.on('2022-07-04', auditorOf(demo), 'close', { closedNote: 'The review that the Panel wanted is open.' })
  publish(demo, story, on, 'Child M', '2023-03-15')
  recommend(demo, story, plan, on)
  return story
}

/** Considered, with the reason why the Panel is not told. */
const childN = (demo: DemoContext): Life =>
  begun(demo, { letter: 'N', awareOn: '2022-03-07', harm: 'neither', age: 9, ageIn: 'years', abuse: false }).on(
    '2022-03-09',
    managerOf(demo),
    'decideNotToNotify',
    { notNotifiedWhy: 'The child fell, is well again, and nothing points to abuse or neglect.' },
  )

/** What is under way on the day of loading: one to be considered, one rapid review, one practice review. */
const underWay = (demo: DemoContext): readonly Life[] => {
  const before = (n: number): Day => addWorkingDays(workingDayBy(loadedOn(demo)), -n)
  const child = (letter: string, awareOn: Day, age: number) =>
    ({ letter, awareOn, harm: 'seriousHarm', age, ageIn: 'years', abuse: true }) as const
  const considered = begun(demo, child('P', before(3), 13))
  const rapid = notified(
    demo,
    child('R', before(9), 15),
    4,
    'A burn that leaves scars; how it came about is not explained.',
  )
  askAndAnswer(demo, rapid, before(5), ['council', 'health', 'education'], ['education'])
  const [manager, long] = [
    managerOf(demo),
    notified(demo, child('S', before(60), 14), 3, 'The child was found after days without food.'),
  ]
  askAndAnswer(demo, long, before(56), ['council', 'health', 'police'])
  long.on(before(48), manager, 'writeReview', reviewWords)
  decide(demo, long, {
    ...{ madeOn: before(48), decision: 'localReview' },
    equality: 'The child is disabled; what that did to how the neglect was read is to be asked.',
    why: 'Three agencies saw a part and none the whole.',
  })
  long.on(before(47), manager, 'send', { sentOn: before(47) })
  long.on(before(34), manager, 'recordAnswer', {}, letter(before(34), 'agrees', 'The Panel agrees.'))
  review(demo, long, {
    ...{ letter: 'S', reference: '', openedOn: before(32), recommendedOn: before(1), recommended: [] },
    enquiries: ['What did each agency see of how the child lived?', 'Who asked the child?'],
    agencies: ['council', 'health', 'police'],
    silent: ['police'],
  })
  return [considered, rapid, long]
}

export const incidentLives = (demo: DemoContext): readonly Life[] => [
  childK(demo),
  childL(demo),
  childM(demo),
  childN(demo),
  ...underWay(demo),
]
