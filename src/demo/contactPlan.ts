import { addDays, type Day, type Instant, instantOf, londonDay } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { isWorkingDay } from '../kit/workingDays.ts'
import { dayDrawer, drawMoment, rhythmOf } from './arrivals.ts'
import { type CalibratedYear, calibratedYears, type Detail, type Outcome, scaledYear } from './calibration.ts'
import type { DemoSchool } from './context.ts'
import { drawHousehold, type Household } from './households.ts'

/** One contact as it will be: who, when, from whom, and what is decided in the end. Pure; nothing is stored yet. */
export interface ContactPlan {
  readonly id: string
  /** Name of the chance from which its deeds are drawn. */
  readonly key: string
  readonly receivedAt: Instant
  /** Where it is recorded long after it arrived. */
  readonly recordedAt?: Instant
  readonly source: string
  readonly outcome: Outcome
  readonly household: Household
  /** Which of the household's children. */
  readonly child: number
  /** The earlier contact about the same child, where there was one in the twelve months before. */
  readonly earlier: string | null
  /** The first contact that told of the child: the person was recorded from it. */
  readonly person: string
  /** Whether later contacts are about the same child, so that the person has to be recorded. */
  readonly comesAgain?: true
  /** Whether agencies are asked. */
  readonly checked: boolean
  readonly told: Detail
  /** Closed once, reopened before the report was counted and decided anew after it. */
  readonly reopened?: true
  /** A brother or sister of whom the same report tells, added from this contact. */
  readonly sibling?: ContactPlan
  /** The same event as a second source reported it: joined to this one. */
  readonly second?: { readonly id: string; readonly source: string }
  /** Recorded by mistake: marked so, and nothing else comes of it. */
  readonly mistaken?: true
}

/** One report of one event about one or more children of a household. */
export interface Event {
  readonly at: Instant
  readonly source: string
  readonly size: number
  readonly recordedAt?: Instant
}

const eventsOf = (random: Random, year: CalibratedYear): readonly Event[] => {
  const events: Event[] = []
  for (const [source, count] of Object.entries(year.sources)) {
    const rhythm = rhythmOf(source)
    const drawDay = dayDrawer(year.from, year.to, rhythm)
    for (let left = count; left > 0; ) {
      const size = Math.min(left, Number(random.weighted({ 1: 80, 2: 14, 3: 6 })))
      events.push({ at: drawMoment(random, rhythm, drawDay(random)), source, size })
      left -= size
    }
  }
  return events
}

/** Received in the last months of the year, found and typed in between the report and the audit. */
const lateEventsOf = (random: Random, year: CalibratedYear): readonly Event[] =>
  Object.entries(year.late.sources).flatMap(([source, count]) =>
    Array.from({ length: count }, () => {
      const rhythm = rhythmOf(source)
      const at = drawMoment(random, rhythm, dayDrawer(addDays(year.to, -100), year.to, rhythm)(random))
      let day = addDays(addDays(year.to, 35), random.between(0, 120))
      while (!isWorkingDay(day)) day = addDays(day, 1)
      return { at, source, size: 1, recordedAt: instantOf(day, `1${random.between(0, 5)}:${random.between(10, 59)}`) }
    }),
  )

/** How much likelier an outcome is for a source than for all. */
const affinities: Readonly<Record<string, Partial<Record<Outcome, number>>>> = {
  police: { noFurtherAction: 1.5, earlyHelp: 0.9, statutory: 0.9, informationAdvice: 0.6 },
  school: { earlyHelp: 1.5, noFurtherAction: 0.7, statutory: 1.1 },
  hospital: { statutory: 1.4, earlyHelp: 1, noFurtherAction: 0.8 },
  public: { informationAdvice: 2.2, noFurtherAction: 1.1, statutory: 0.7 },
  office: { earlyHelp: 1.1, otherAuthority: 2, alreadyOpen: 1.5 },
}

export const affinityOf = (source: string): Partial<Record<Outcome, number>> => affinities[rhythmOf(source)] ?? {}

/** Hands out exactly the counts given, one by one, likelier where they fit better. */
const dealer = (random: Random, counts: Readonly<Record<string, number | undefined>>) => {
  const left: Record<string, number> = {}
  for (const [key, n] of Object.entries(counts)) left[key] = n ?? 0
  return (source: string, known: boolean): Outcome => {
    const affinity = affinityOf(source)
    const weights = Object.fromEntries(
      Object.entries(left)
        .filter(([, n]) => n > 0)
        .map(([key, n]) => [key, n * (affinity[key as Outcome] ?? 1) * (known && key === 'alreadyOpen' ? 6 : 1)]),
    )
    const dealt = random.weighted(weights) as Outcome
    left[dealt] = (left[dealt] ?? 0) - 1
    return dealt
  }
}

interface Known {
  readonly household: Household
  readonly day: Day
  /** The last contact about each child. */
  readonly contacts: { readonly id: string; readonly day: Day; readonly person: string }[]
}

/** The last contact about that child, where it lies in the twelve months before. */
export const earlierOf = ({ contacts, day }: Known, child: number): string | null => {
  const last = contacts[child]
  return last && last.day >= addDays(day, -365) ? last.id : null
}

/** Families that have come to notice, so that some come again within twelve months. */
export const memory = (random: Random, schools: readonly DemoSchool[]) => {
  const events: Known[] = []
  let oldest = 0
  return (at: Instant, size: number, again: number): Known => {
    const day = londonDay(at)
    const yearAgo = addDays(day, -365)
    while (oldest < events.length && (events[oldest] as Known).day < yearAgo) oldest += 1
    if (oldest < events.length && random.chance(again)) {
      const before = events[random.between(oldest, events.length - 1)] as Known
      // A birth that was expected is past, or a child has turned 18: such families are left alone.
      const same = before.household.children.every(({ bornOn }) => bornOn !== null && bornOn > addDays(day, -6500))
      if (same && before.household.children.length >= size) {
        const next = { ...before, day }
        events.push(next)
        return next
      }
    }
    const household = drawHousehold(random, at, size, schools)
    const known = { household, day, contacts: [] }
    events.push(known)
    return known
  }
}

export const byMoment = (a: Event, b: Event): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)

/** Marks the first contacts of children of whom others tell later. */
export const withReturns = (plans: readonly ContactPlan[]): readonly ContactPlan[] => {
  const again = new Set(plans.filter(({ id, person }) => person !== id).map(({ person }) => person))
  return plans.map(plan => (again.has(plan.id) ? { ...plan, comesAgain: true } : plan))
}

/** All contacts of the calibrated years in the order in which they arrived. */
export const planYears = (random: Random, scale: number, schools: readonly DemoSchool[]): readonly ContactPlan[] => {
  const ids = random.fork('contact')
  const remember = memory(random.fork('families'), schools)
  const years = calibratedYears.flatMap(full => {
    const year = scaledYear(full, scale)
    const own = random.fork(year.name)
    const events = [...eventsOf(own.fork('events'), year), ...lateEventsOf(own.fork('late'), year)].sort(byMoment)
    const deal = dealer(own.fork('outcomes'), year.outcomes)
    const dealLate = dealer(own.fork('late outcomes'), year.late.outcomes)
    const plans: ContactPlan[] = []
    for (const { at, source, size, recordedAt } of events) {
      const known = remember(at, size, recordedAt ? 0 : 0.24)
      const start = random.fork(`${at} ${plans.length}`).between(0, known.household.children.length - size)
      for (let child = start; child < start + size; child += 1) {
        const id = ids.id()
        const earlier = earlierOf(known, child)
        const person = known.contacts[child]?.person ?? id
        if (!recordedAt) known.contacts[child] = { id, day: known.day, person }
        plans.push({
          id,
          key: `${year.name} ${plans.length}`,
          receivedAt: at,
          source,
          household: known.household,
          child,
          earlier,
          person,
          outcome: recordedAt ? dealLate(source, false) : 'noFurtherAction',
          checked: own.chance(year.checked),
          told: year.told,
          ...(recordedAt === undefined ? {} : { recordedAt }),
        })
      }
    }
    return withOutcomes(own.fork('order'), plans, deal, year)
  })
  return withReturns(years)
}

/** Deals the outcomes in a random order, so that the last days of the year do not get what is left. */
const withOutcomes = (
  random: Random,
  plans: readonly ContactPlan[],
  deal: (source: string, known: boolean) => Outcome,
  year: CalibratedYear,
): readonly ContactPlan[] => {
  const timely = plans.flatMap((plan, at) => (plan.recordedAt ? [] : [at]))
  const anew = reopenedOf(random, plans, year)
  const dealt = new Map<number, Outcome>()
  for (const at of random.shuffle(timely)) {
    const plan = plans[at] as ContactPlan
    if (!anew.has(at)) dealt.set(at, deal(plan.source, plan.earlier !== null))
  }
  return plans.map((plan, at) => {
    const again = anew.get(at)
    if (again) return { ...plan, outcome: again, checked: false, reopened: true }
    return { ...plan, outcome: dealt.get(at) ?? plan.outcome }
  })
}

/** Contacts of the last month that were reopened before the report was counted. */
const reopenedOf = (
  random: Random,
  plans: readonly ContactPlan[],
  year: CalibratedYear,
): ReadonlyMap<number, Outcome> => {
  const outcomes = Object.entries(year.stillOpen).flatMap(([key, n]) => Array.from({ length: n }, () => key as Outcome))
  const lastMonth = addDays(year.to, -30)
  const fit = plans.flatMap((plan, at) =>
    !plan.recordedAt &&
    plan.source !== '9' &&
    londonDay(plan.receivedAt) > lastMonth &&
    londonDay(plan.receivedAt) < addDays(year.to, -3)
      ? [at]
      : [],
  )
  const chosen = random.shuffle(fit).slice(0, outcomes.length)
  if (chosen.length < outcomes.length) throw new Error('The last month of the year has too few contacts to reopen')
  return new Map(chosen.map((at, n) => [at, outcomes[n] as Outcome]))
}
