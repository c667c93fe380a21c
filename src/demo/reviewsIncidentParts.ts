import { addDays, addMonths, type Day, instantOf } from '../kit/dates.ts'
import { addWorkingDays } from '../kit/workingDays.ts'
import { seriousIncidentRegister } from '../registers/reviews/serious-incident/index.ts'
import type { DemoContext } from './context.ts'
import {
  auditorOf,
  leadOf,
  managerOf,
  type RecommendationPlan,
  reviewsId,
  screeningOf,
  type Told,
  tellRecommendation,
  told,
} from './reviewsParts.ts'
import type { Values } from './telling.ts'

interface Child {
  readonly letter: string
  readonly awareOn: Day
  readonly harm: 'death' | 'seriousHarm' | 'neither'
  readonly age: number
  readonly ageIn: 'weeks' | 'months' | 'years'
  readonly abuse: boolean
}

export const begun = (demo: DemoContext, { letter, awareOn, harm, age, ageIn, abuse }: Child): Told => {
  const happenedOn = addDays(awareOn, -1)
  const story = told(seriousIncidentRegister, reviewsId(`incident ${letter}`)).on(awareOn, screeningOf(demo), 'start', {
    ...{ pseudonym: `Child ${letter}`, awareOn, happenedOn, harm, abuse, age, ageIn, care: 'neither' },
    ...{ place: 'ownArea', deathKnownAt: harm === 'death' ? instantOf(happenedOn, '18:40') : null },
  })
  return harm === 'death'
    ? story.on(awareOn, screeningOf(demo), 'tellChildDeath', { childDeathToldAt: instantOf(awareOn, '11:10') })
    : story
}

/** Notified after so many working days, and the partners told a day after awareness. */
export const notified = (demo: DemoContext, child: Child, after: number, notifyWhy: string): Told => {
  const [manager, day] = [managerOf(demo), (n: number) => addWorkingDays(child.awareOn, n)]
  const notifiedOn = day(after)
  return begun(demo, child)
    .on(day(1), manager, 'decideToNotify', { notifyWhy })
    .on(day(1), manager, 'tellPartners', { partnersToldOn: day(1) })
    .on(notifiedOn, manager, 'notify', { notifiedOn })
}

export const askAndAnswer = (
  demo: DemoContext,
  story: Told,
  askedOn: Day,
  agencies: readonly string[],
  silent: readonly string[] = [],
): void => {
  const answerBy = addWorkingDays(askedOn, 5)
  for (const agency of agencies)
    story.on(
      askedOn,
      managerOf(demo),
      'askAgency',
      {},
      {
        line: { askedAgency: demo.agency(agency).id, askedOn, answerBy },
      },
    )
  const answeredOn = addWorkingDays(askedOn, 4)
  for (const agency of agencies.filter(one => !silent.includes(one)))
    story.on(
      answeredOn,
      leadOf(demo, agency),
      'answer',
      {},
      {
        line: {
          ...{ answeredAgency: demo.agency(agency).id, answeredOn, known: 'yes' },
          answerNote: 'Chronology and analysis, by secure e-mail',
        },
      },
    )
}

export const reviewWords: Values = {
  facts: 'What happened, and who had met the child in the two years before, as the agencies told.',
  immediateAction: 'Brothers and sisters and friends were seen at once, and a worker named for the family.',
  potential: 'How services that each knew a part could have put it together.',
  familyView: 'The family was told of the review and asked what they want it to look at.',
  dissent: null,
}

interface Decision {
  readonly madeOn: Day
  readonly decision: string
  readonly equality: string
  readonly why: string
  readonly changedWhy?: string
  readonly panelThinks?: boolean
}

export const decide = (demo: DemoContext, story: Told, one: Decision): Told =>
  story.on(
    one.madeOn,
    managerOf(demo),
    'decide',
    {},
    {
      line: {
        ...{ madeOn: one.madeOn, decision: one.decision, improvements: true, themes: true, together: true },
        ...{ panelThinks: one.panelThinks ?? false, equality: one.equality, decisionWhy: one.why },
        changedWhy: one.changedWhy ?? null,
      },
    },
  )

export const letter = (letterOn: Day, letterKind: string, letterWords: string) => ({
  line: { letterOn, direction: 'fromPanel', letterKind, letterWords },
})

export interface ReviewPlan {
  readonly letter: string
  readonly reference: string
  readonly openedOn: Day
  readonly enquiries: readonly string[]
  readonly agencies: readonly string[]
  /** Those whose chronology has not come. */
  readonly silent?: readonly string[]
  readonly recommendedOn: Day
  readonly recommended: readonly RecommendationPlan[]
}

/** Opened from its incident, set up, with what agencies sent and what was recommended; how it ends is told apart. */
export const review = (demo: DemoContext, story: Told, plan: ReviewPlan): string => {
  const [manager, on] = [managerOf(demo), reviewsId(`review ${plan.letter}`)]
  const day = (n: number): Day => addWorkingDays(plan.openedOn, n)
  story.on(plan.openedOn, manager, 'openReview', {}, { opens: [on] })
  story.on(
    day(5),
    manager,
    'addReviewer',
    {},
    {
      on,
      line: {
        ...{ reviewer: 'Independent reviewer', reviewerFrom: 'Independent', independent: 'independent' },
        declaredOn: day(5),
      },
    },
  )
  for (const [n, enquiry] of plan.enquiries.entries())
    story.on(day(6), manager, 'addEnquiry', {}, { on, line: { enquiryNumber: n + 1, enquiry } })
  story.on(
    day(7),
    manager,
    'setTerms',
    {
      terms: 'The two years before, and the work of all who knew the family. The family is asked to take part.',
      chronologiesDueOn: day(30),
    },
    { on },
  )
  for (const agency of plan.agencies)
    story.on(day(8), manager, 'askAgency', {}, { on, line: { askedAgency: demo.agency(agency).id, askedOn: day(8) } })
  for (const agency of plan.agencies.filter(one => !plan.silent?.includes(one)))
    story.on(
      day(26),
      leadOf(demo, agency),
      'receive',
      {},
      {
        on,
        line: { receivedAgency: demo.agency(agency).id, receivedOn: day(26), receivedNote: 'By secure e-mail' },
      },
    )
  return on
}

export const recommend = (demo: DemoContext, story: Told, plan: ReviewPlan, on: string): void => {
  for (const [n, one] of plan.recommended.entries())
    tellRecommendation(
      demo,
      story,
      { on, reference: plan.reference, madeOn: plan.recommendedOn, points: false },
      n + 1,
      one,
    )
}

export const publish = (demo: DemoContext, story: Told, on: string, name: string, publishedOn: Day): void => {
  const [manager, day] = [managerOf(demo), (n: number) => addWorkingDays(publishedOn, n)]
  const reportText = `${name} was known to several services. This summary says what they learned, and names nobody.`
  story.on(day(-20), manager, 'writeText', { reportText }, { on })
  story.on(day(-17), auditorOf(demo), 'confirmText', { confirmWhy: null }, { on })
  story.on(day(-15), manager, 'planPublication', { plannedOn: publishedOn }, { on })
  story.on(day(-9), manager, 'sendCopy', { copySentOn: day(-9) }, { on })
  const availableUntil = addMonths(publishedOn, 24)
  const publishedAt = `https://partnership.example/reviews/${name.toLowerCase().replace(' ', '-')}`
  story.on(publishedOn, manager, 'publish', { publishedOn, publishedAt, availableUntil }, { on })
}
