import type { Actor } from '../engine/actor.ts'
import { formatDay, type Instant } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import type { ContactPlan } from './contactPlan.ts'
import { type Worry, words } from './contactWords.ts'
import type { DemoAgency, DemoContext } from './context.ts'
import { hoursFrom, later, latest, type Telling, tell } from './telling.ts'

/** One agency asked about a contact: when it answers, or never. */
export interface CheckPlan {
  readonly name: string
  readonly agency: DemoAgency
  readonly answeredAt: Instant | null
}

/** Working hours to answer by urgency; the defaults of the agency check's settings. */
const limits: Readonly<Record<string, number>> = { red: 4, amber: 8, green: 24 }

const likely: Readonly<Partial<Record<Worry, readonly string[]>>> = {
  domesticAbuse: ['police', 'health', 'housing', 'probation'],
  harmOutsideHome: ['police', 'education', 'health'],
  missing: ['police', 'education'],
  parentalNeed: ['adult_services', 'health', 'education'],
  housingMoney: ['housing', 'education'],
  mentalHealth: ['health', 'education'],
}

const drawAgencies = (
  { demo, random }: Pick<Telling, 'demo' | 'random'>,
  at: Instant,
  worry: Worry,
): readonly DemoAgency[] => {
  const wanted = likely[worry] ?? ['health', 'education', 'police', 'adult_services']
  const kinds = random.shuffle(wanted).slice(0, random.between(2, Math.min(4, wanted.length)))
  return kinds.flatMap(kind =>
    demo
      .agenciesOf(kind, at)
      .filter(({ id }) => answerersOf(demo, id, at).length > 0)
      .slice(0, 1),
  )
}

const answerersOf = (demo: DemoContext, agencyId: string, at: Instant): readonly Actor[] =>
  demo.holders('check_answerer', at).filter(one => one.agencyId === agencyId)

/** Nine in ten answer in time, some late, a few never. */
const drawAnswer = (random: Random, urgency: string, asked: Instant): Instant | null => {
  const limit = limits[urgency] ?? 24
  const fate = random.weighted({ inTime: 88, late: 9, never: 3 })
  if (fate === 'never') return null
  return later(
    asked,
    fate === 'inTime' ? hoursFrom(random, 0.3, Math.min(limit, 9) * 0.9) : limit * hoursFrom(random, 1.05, 1.9),
  )
}

export const planChecks = (telling: Telling, urgency: string, asked: Instant, worry: Worry): readonly CheckPlan[] =>
  drawAgencies(telling, asked, worry).map((agency, n) => ({
    name: `check ${n}`,
    agency,
    answeredAt: drawAnswer(telling.random, urgency, asked),
  }))

const answerValues = (random: Random, kind: string) => {
  const answer = random.weighted({ notKnown: 38, knownNothing: 25, information: 34, cannotShare: 3 })
  return {
    answer,
    information: answer === 'information' ? words.information(random, kind) : null,
    whyCannotShare: answer === 'cannotShare' ? 'Information about another family; ask our legal team.' : null,
    referrerMayKnow: answer === 'information' ? random.chance(0.6) : null,
    familyMayKnow: answer === 'information' ? random.chance(0.7) : null,
    whyFamilyMayNot: null,
  }
}

interface Asking {
  readonly checks: readonly CheckPlan[]
  readonly asked: Instant
  readonly screener: Actor
  readonly decision: string
  /** When the screener wants to decide. */
  readonly wanted: Instant
  readonly severe: boolean
}

/** What would have been decided without answers: for one in six something else. */
const decisionBefore = (random: Random, decision: string): string =>
  random.chance(0.84)
    ? decision
    : random.pick(['noFurtherAction', 'earlyHelp', 'childInNeed'].filter(one => one !== decision))

/** Asks, answers and gives up; tells when the decision is written, which does not always wait for the last answer. */
export const checkDeeds = (
  telling: Telling,
  { checks, asked, screener, decision, wanted, severe }: Asking,
): Instant => {
  const { plan, random } = telling
  const opened = checks.map(({ name }) => name)
  tell(
    telling,
    'askAgencies',
    asked,
    screener,
    {
      decisionBefore: decisionBefore(random, decision),
      agenciesAsked: checks.map(({ agency }) => agency.id),
      checkBasis: severe ? 'significantHarm' : random.weighted({ agreed: 45, publicTask: 35, significantHarm: 20 }),
      checkPeople: peopleOf(plan),
      checkQuestion: words.question(checks.map(({ agency }) => agency.kind)),
    },
    { opens: opened },
  )
  const answers = checks.flatMap(({ answeredAt }) => (answeredAt === null ? [] : [answeredAt])).sort()
  const limit = later(plan.recordedAt ?? plan.receivedAt, hoursFrom(random, 7.2, 11))
  const patient = random.chance(0.06)
  const inTime = answers.filter(at => patient || at <= limit)
  const decideAt = latest(
    later(asked, 0.5),
    patient ? wanted : asked,
    ...(inTime.length === answers.length ? [] : [limit]),
    ...inTime.map(at => later(at, 0.2)),
  )
  for (const check of checks) answerOrWithdraw(telling, check, decideAt, screener)
  return decideAt
}

const answerOrWithdraw = (
  telling: Telling,
  { name, agency, answeredAt }: CheckPlan,
  decideAt: Instant,
  screener: Actor,
): void => {
  const { demo, random } = telling
  if (answeredAt === null) {
    const gaveUp = later(decideAt, hoursFrom(random, 1, 14))
    tell(
      telling,
      'withdraw',
      gaveUp,
      screener,
      { withdrawnWhy: 'Decided without it; no answer after two reminders.' },
      { on: name },
    )
    return
  }
  tell(
    telling,
    'answer',
    answeredAt,
    random.pick(answerersOf(demo, agency.id, answeredAt)),
    answerValues(random, agency.kind),
    { on: name },
  )
}

/** People asked about, as the agencies need them to look them up. */
const peopleOf = ({ household, child }: ContactPlan): string => {
  const it = household.children[child]
  const born = it?.bornOn ? `born ${formatDay(it.bornOn)}` : 'not yet born'
  return [
    `${it?.givenName ?? 'Unborn child'} ${household.familyName}, ${born}`,
    ...household.adults.map(({ name, relationship }) => `${name}, ${relationship}`),
    household.address,
  ].join('; ')
}
