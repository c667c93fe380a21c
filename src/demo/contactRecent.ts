import { addDays, type Day, londonDay } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { dayWeight, drawMoment, rhythmOf } from './arrivals.ts'
import { calibratedYears, type Outcome, sumOf } from './calibration.ts'
import { affinityOf, byMoment, type ContactPlan, type Event, earlierOf, memory, withReturns } from './contactPlan.ts'
import type { DemoSchool, Segment } from './context.ts'

/** As busy as the last calibrated year: about 1,400 contacts in six weeks. */
const busy = calibratedYears.at(-1) as (typeof calibratedYears)[number]

/** Codes that came after the calibrated years: early help as a source of its own, 5D, from April 2022. */
const sources: Readonly<Record<string, number>> = { ...busy.sources, '5B': 410, '5D': 200 }

/** The weights of the days of a year add up to about this many, by rhythm. */
const daysOf: Readonly<Record<string, number>> = { school: 205, police: 352, hospital: 293, public: 287, office: 255 }

const eventsOn = (random: Random, day: Day, scale: number): readonly Event[] => {
  const events: Event[] = []
  for (const [source, count] of Object.entries(sources)) {
    const rhythm = rhythmOf(source)
    const expected = (count * scale * dayWeight(rhythm, day)) / (daysOf[rhythm] ?? 255)
    const own = random.fork(source)
    let left = Math.floor(expected * (0.75 + 0.5 * own.next()) + own.next())
    while (left > 0) {
      const size = Math.min(left, Number(own.weighted({ 1: 80, 2: 14, 3: 6 })))
      events.push({ at: drawMoment(own, rhythm, day), source, size })
      left -= size
    }
  }
  return events.sort(byMoment)
}

const outcomeOf = (random: Random, source: string, known: boolean): Outcome => {
  const all = sumOf(busy.outcomes)
  const affinity = affinityOf(source)
  return random.weighted(
    Object.fromEntries(
      Object.entries(busy.outcomes).map(([key, n]) => [
        key,
        (n / all) * (affinity[key as Outcome] ?? 1) * (known && key === 'alreadyOpen' ? 6 : 1),
      ]),
    ) as Record<Outcome, number>,
  )
}

/** Some reports about several children are typed in once, some events are reported twice, and now and then one by mistake. */
const withOthers = (random: Random, event: readonly ContactPlan[]): readonly ContactPlan[] => {
  const [first, next, ...more] = event
  if (first === undefined) return []
  if (next !== undefined)
    return random.chance(0.3)
      ? [{ ...first, sibling: { ...next, outcome: first.outcome, checked: false } }, ...more]
      : event
  if (first.source !== '9' && random.chance(0.012))
    return [{ ...first, second: { id: random.id(), source: first.source === '2A' ? '6' : '2A' } }]
  return random.chance(0.005) ? [{ ...first, mistaken: true }] : event
}

/** Contacts of the stretches, in order. A further stretch never changes those before it. */
export const planSegments = (
  random: Random,
  scale: number,
  schools: readonly DemoSchool[],
  segments: readonly Segment[],
): readonly ContactPlan[] => {
  const remember = memory(random.fork('families'), schools)
  const plans: ContactPlan[] = []
  let counted = -1
  for (const { from, until, variant } of segments) {
    for (let day = londonDay(from); day <= londonDay(until); day = addDays(day, 1)) {
      const own = random.fork(`${variant} ${day}`)
      for (const { at, source, size } of eventsOn(own, day, scale)) {
        if (at > until) continue
        if (at <= from) {
          // Told by the stretch before, perhaps of the same throw: its identifiers are taken.
          for (let taken = 0; taken < size; taken += 1) own.id()
          continue
        }
        const known = remember(at, size, 0.18)
        const start = own.between(0, known.household.children.length - size)
        const event: ContactPlan[] = []
        for (let child = start; child < start + size; child += 1) {
          const id = own.id()
          const earlier = earlierOf(known, child)
          const person = known.contacts[child]?.person ?? id
          known.contacts[child] = { id, day: known.day, person }
          counted += 1
          event.push({
            id,
            key: `recent ${counted}`,
            receivedAt: at,
            source,
            household: known.household,
            child,
            earlier,
            person,
            outcome: outcomeOf(own, source, earlier !== null),
            checked: own.chance(busy.checked),
            told: 'fully',
          })
        }
        plans.push(...withOthers(own.fork(`others ${event[0]?.id}`), event))
      }
    }
  }
  return withReturns(plans)
}
