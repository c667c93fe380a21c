import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, type Day, type Instant, instantOf, londonDay } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { addWorkingDays } from '../kit/workingDays.ts'
import { awarenessCampaignRegister } from '../registers/domestic-abuse/awareness-campaign/index.ts'
import { survivorSupportRegister } from '../registers/domestic-abuse/survivor-support/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { communities, drawCommunity } from './names.ts'
import { type Life, loadedOn, tellLives, workingDayBy } from './soFar.ts'
import { tell, type Values } from './telling.ts'

/** Survivors supported by advocates of two services, what they said, and the campaigns through which people speak of abuse. */

type Course = 'supported' | 'late' | 'declined' | 'notReached' | 'ongoing' | 'planned'

interface Plan {
  readonly key: string
  readonly referredOn: Day
  readonly course: Course
}

const courses: readonly Course[] = [
  'supported',
  'supported',
  'declined',
  'supported',
  'late',
  'supported',
  'notReached',
  'supported',
]

const words = [
  'Somebody listened first, and asked questions afterwards.',
  'I knew whom to ring and what would happen next.',
  'I did not have to tell it all again.',
  'The lock was changed on the same day. I slept.',
  'It took long until somebody rang me.',
  'My children have a word now that we all know.',
]

const ofTheYear = (): readonly Plan[] =>
  Array.from({ length: 24 }, (_, n) => ({
    key: `2021-22 ${n}`,
    referredOn: workingDayBy(addDays('2021-04-06', n * 15)),
    course: courses[n % courses.length] ?? 'supported',
  }))

/** The last six weeks: supported, not taken, and two whom nobody has spoken with yet, one of them overdue. */
const ofRecentWeeks = (base: Day): readonly Plan[] => [
  ...Array.from({ length: 14 }, (_, n): Plan => {
    const recent =
      (['ongoing', 'planned', 'ongoing', 'declined', 'ongoing', 'late', 'ongoing'] as const)[n % 7] ?? 'ongoing'
    return { key: `recent ${n}`, referredOn: workingDayBy(addDays(base, -42 + n * 3)), course: recent }
  }),
  { key: 'overdue', referredOn: workingDayBy(addDays(base, -5)), course: 'late' },
  { key: 'new', referredOn: workingDayBy(addDays(base, -1)), course: 'ongoing' },
]

const parts: readonly (readonly string[])[] = [
  ['home', 'phone', 'school'],
  ['order', 'code', 'children'],
  ['home', 'code'],
]

interface Telling {
  readonly deeds: StoryDeed[]
  readonly advocate: Actor
  readonly random: DemoContext['random']
}

const tellTry = ({ deeds, advocate }: Telling, at: Instant, reached: boolean): Instant =>
  tell(
    { deeds },
    'addTry',
    at,
    advocate,
    {},
    { line: { triedAt: addHours(at, -0.2), triedBy: 'phone', reached, triedNote: null } },
  )

const tellPlan = ({ deeds, advocate, random }: Telling, at: Instant): void => {
  tell({ deeds }, 'plan', at, advocate, {
    plannedOn: londonDay(at),
    planParts: random.pick(parts),
    plan: 'New locks, a second telephone, and a word that means danger. The school knows whom to let in.',
  })
}

const tellFeedback = (of: Telling, at: Instant, number: number): void => {
  const { deeds, advocate, random } = of
  const said = random.pick(words)
  const mayQuote = random.chance(0.6)
  const line = {
    number,
    saidOn: londonDay(at),
    saidAbout: random.weighted({ advocate: 60, meeting: 15, police: 15, housing: 10 }),
    words: said,
    useful: random.weighted({ helpful: 70, partly: 20, notHelpful: 5, notSaid: 5 }),
    safer: random.weighted({ safer: 66, same: 20, lessSafe: 4, notSaid: 10 }),
    mayQuote,
  }
  tell({ deeds }, 'addFeedback', at, advocate, {}, { line })
  if (mayQuote)
    tell({ deeds }, 'offerQuote', addHours(at, 0.2), advocate, {}, { line: { quoted: number, quote: said } })
}

const startOf = ({ random }: Telling, referredOn: Day): Values => {
  const community = communities[drawCommunity(random)]
  const dashScore = random.chance(0.8) ? random.between(5, 22) : null
  const scored = dashScore === null ? 'medium' : dashScore >= 14 ? 'high' : dashScore >= 10 ? 'medium' : 'standard'
  return {
    name: random.pick(community.women),
    referredOn,
    referredBy: random.weighted({ dailyMeeting: 40, police: 24, contactTeam: 12, health: 10, housing: 6, self: 8 }),
    dailyCase: null,
    dashScore,
    // Judgement raises some.
    level: scored === 'medium' && random.chance(0.3) ? 'high' : scored,
    childrenCount: random.between(0, 3),
    ethnicity: null,
    safeWays: random.pick([['phone'], ['message'], ['phone', 'message']]),
    safeContact: 'Weekdays from 10am to 1pm. If somebody else answers, ask for the library and ring off.',
  }
}

const tellCourse = (of: Telling, { course }: Plan, first: Instant): void => {
  const { deeds, advocate, random } = of
  const after = (days: number): Instant => addHours(first, days * 24)
  if (course === 'notReached') {
    for (const days of [0, 1, 3]) tellTry(of, after(days), false)
    tell({ deeds }, 'closeNotReached', after(4), advocate)
    return
  }
  tellTry(of, first, true)
  if (course === 'declined') {
    const notEngagedWhy = random.weighted({ notNow: 40, otherSupport: 30, afraidOfServices: 20, notSaid: 10 })
    tell({ deeds }, 'decline', addHours(first, 0.3), advocate, { notEngagedWhy, saferWhy: null })
    return
  }
  const needs = random.pick([
    ['safety', 'court'],
    ['safety', 'housing'],
    ['safety', 'children', 'money'],
  ])
  tell({ deeds }, 'engage', addHours(first, 0.3), advocate, { needs })
  if (course !== 'late') tellPlan(of, after(2))
  if (course !== 'planned') tellFeedback(of, after(20), 1)
  if (random.chance(0.5)) tellFeedback(of, after(55), 2)
  const outcome = random.weighted({ safer: 70, passedOn: 12, stopped: 10, moved: 8 })
  tell({ deeds }, 'end', after(80), advocate, { endedOn: londonDay(after(80)), outcome, endNote: null })
}

const survivorLife = (demo: DemoContext, plan: Plan, at: number): Life | null => {
  const recordedAt = instantOf(plan.referredOn, '12:20')
  const advocates = demo.holders('domestic_abuse_advocate', recordedAt)
  const advocate = advocates[at % 3 === 2 ? advocates.length - 1 : 0]
  if (!advocate) return null
  const random = demo.random.fork(`survivor ${plan.key}`)
  const telling = { deeds: [] as StoryDeed[], advocate, random }
  const id = idFrom(plan.key, 'survivor support')
  tell(telling, 'start', recordedAt, advocate, startOf(telling, plan.referredOn), { id })
  const days = plan.course === 'late' ? 5 : random.between(1, 2)
  tellCourse(telling, plan, instantOf(addWorkingDays(plan.referredOn, days), '10:40'))
  return { register: survivorSupportRegister, id, deeds: telling.deeds }
}

interface Campaign {
  readonly key: string
  readonly agency: string
  readonly start: Values & { readonly startedOn: Day; readonly reviewMonths: number }
  /** Disclosures and those offered help, quarter by quarter from the beginning. */
  readonly counts: readonly (readonly [number, number])[]
  readonly unit: string
  readonly reviews: readonly Day[]
  readonly ended?: Day
}

const campaigns = (base: Day): readonly Campaign[] => [
  {
    ...{
      key: 'ask for ani',
      agency: 'health',
      unit: 'usedCode',
      reviews: ['2022-05-16', '2023-05-15', '2024-05-13', '2025-05-19', '2026-05-11'],
    },
    start: {
      ...{
        title: 'Ask for ANI',
        kind: 'codeWord',
        audience: ['patients', 'staff'],
        channels: ['intranet', 'noticeBoards'],
      },
      ...{ materialVersion: '2021', builtOn: null, startedOn: '2021-05-17', reviewMonths: 13, reach: null },
    },
    counts: [
      [2, 2],
      [4, 3],
      [3, 3],
      [5, 5],
    ],
  },
  {
    ...{
      key: 'video',
      agency: 'health',
      unit: 'saidInConsultation',
      reviews: ['2022-06-13', '2023-06-12'],
      ended: '2024-03-29',
    },
    start: {
      ...{
        title: 'Guide for consultations by video',
        kind: 'virtualConsultation',
        audience: ['staff'],
        channels: ['intranet', 'training'],
      },
      ...{
        materialVersion: 'First',
        builtOn: 'The procedure of 2020',
        startedOn: '2021-06-14',
        reviewMonths: 12,
        reach: null,
      },
    },
    counts: [
      [1, 1],
      [2, 2],
      [2, 1],
    ],
  },
  {
    ...{ key: 'posters', agency: 'council', unit: 'contacted', reviews: [] },
    start: {
      ...{
        title: 'You are not alone: posters in libraries and laundrettes',
        kind: 'poster',
        audience: ['public'],
        channels: ['noticeBoards', 'website'],
      },
      ...{ materialVersion: 'Third', builtOn: null, startedOn: addDays(base, -200), reviewMonths: 6, reach: 9000 },
    },
    counts: [
      [9, 8],
      [12, 11],
    ],
  },
]

const campaignLife = (
  demo: DemoContext,
  { key, agency, start, counts, unit, reviews, ended }: Campaign,
): Life | null => {
  const recordedAt = instantOf(addDays(start.startedOn, 3), '15:00')
  const [lead] = demo.holders('domestic_abuse_lead', recordedAt)
  if (!lead) return null
  const deeds: StoryDeed[] = []
  const id = idFrom(key, 'awareness campaign')
  tell({ deeds }, 'start', recordedAt, lead, { ...start, agency: demo.agency(agency).id }, { id })
  for (const [n, [disclosures, helped]] of counts.entries()) {
    const countedFrom = addDays(start.startedOn, n * 91)
    const countedTo = addDays(countedFrom, 90)
    const line = { countedFrom, countedTo, disclosureUnit: unit, disclosures, helped }
    tell({ deeds }, 'countDisclosures', instantOf(addDays(countedTo, 6), '15:10'), lead, {}, { line })
  }
  for (const reviewedOn of reviews)
    tell(
      { deeds },
      'review',
      instantOf(reviewedOn, '15:20'),
      lead,
      {},
      { line: { reviewedOn, reviewOutcome: 'goesOn', reviewNote: null } },
    )
  if (ended !== undefined)
    tell({ deeds }, 'end', instantOf(ended, '15:30'), lead, {
      endedOn: ended,
      endedWhy: 'A guide of all trusts takes its place.',
    })
  return { register: awarenessCampaignRegister, id, deeds }
}

export const survivorStories = (demo: DemoContext): Iterable<DemoStory> => {
  const base = loadedOn(demo)
  return tellLives(demo, [
    ...[...ofTheYear(), ...ofRecentWeeks(base)].flatMap((plan, at) => survivorLife(demo, plan, at) ?? []),
    ...campaigns(base).flatMap(one => campaignLife(demo, one) ?? []),
  ])
}
