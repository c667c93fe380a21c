import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, type Day, type Instant, instantOf, londonDay } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import type { Random } from '../kit/random.ts'
import { policeSearchRegister } from '../registers/assurance/police-search/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { type Life, loadedOn, tellLives } from './soFar.ts'
import { tell, type Values } from './telling.ts'

/**
 * Searches of children: the year of the briefing (2021-22), in which no child was searched with intimate parts exposed (F540), and
 * the recent weeks. How many there were is published nowhere; the numbers are invented.
 */

interface Plan {
  readonly key: string
  readonly searchedAt: Instant
  /** Police number of the child; of a small pool, so that some come twice. */
  readonly child: number | null
  readonly kind: 'stopAndSearch' | 'moreThorough' | 'custodyStrip'
  /** Hours after the search at which these are recorded; null where it is not. */
  readonly reviewed: number | null
  readonly complained: number | null
  readonly referred?: number
  readonly closed: number | null
}

const day = 24

const ofTheYear = (demo: DemoContext): readonly Plan[] =>
  Array.from({ length: 58 }, (_, n) => {
    const random = demo.random.fork(`search of 2021-22 ${n}`)
    const searchedAt = instantOf(
      addDays('2021-04-02', Math.floor(n * 6.2)),
      `${random.between(14, 21)}:${random.between(10, 59)}`,
    )
    const complained = n % 15 === 7 ? 5 * day : null
    const reviewed = n % 3 === 1 || complained !== null ? 12 * day : null
    const kind = n % 11 === 5 ? 'moreThorough' : 'stopAndSearch'
    return {
      key: `year ${n}`,
      searchedAt,
      child: n % 9 === 4 ? null : random.between(1, 36),
      kind,
      reviewed,
      complained,
      closed: 40 * day,
    }
  })

const ofRecentWeeks = (demo: DemoContext): readonly Plan[] => {
  const base = loadedOn(demo)
  return Array.from({ length: 16 }, (_, n) => {
    const random = demo.random.fork(`recent search ${n}`)
    const on: Day = addDays(base, -41 + Math.floor(n * 2.5))
    const searchedAt = instantOf(on, `${random.between(14, 21)}:${random.between(10, 59)}`)
    // One complaint is answered in time; of another the footage is overdue.
    const complained = n === 3 || n === 7 ? 3 * day : null
    const reviewed = n === 7 ? 30 * day : n % 2 === 1 ? 8 * day : null
    const kind = n === 9 ? 'moreThorough' : 'stopAndSearch'
    return {
      key: `recent ${n}`,
      searchedAt,
      child: n % 5 === 4 ? null : random.between(30, 48),
      kind,
      reviewed,
      complained,
      closed: 34 * day,
    }
  })
}

/** Of last night, in custody, with an appropriate adult: the contact team does not know of the child yet. */
const ofLastNight = (demo: DemoContext): readonly Plan[] => {
  const until = demo.segments[0]?.until ?? demo.now
  return [
    {
      ...{ key: 'last night', searchedAt: addHours(until, -17), child: 44, kind: 'custodyStrip' },
      ...{ reviewed: 6 * day, complained: null, referred: 20, closed: 8 * day },
    },
  ]
}

const startOf = (random: Random, { searchedAt, child, kind }: Plan, earlier: number): Values => {
  const exposed = kind === 'custodyStrip'
  return {
    policeReference: `INV-${searchedAt.slice(2, 4)}-S-${random.between(10_000, 99_999)}`,
    searchedAt,
    kind,
    place: exposed ? 'station' : random.weighted({ street: 70, transport: 12, vehicle: 10, other: 8 }),
    ward: null,
    childNumber: child === null ? null : `INV-N-${1000 + child}`,
    age: random.between(12, 17),
    sex: random.weighted({ male: 88, female: 12 }),
    ethnicity: random.weighted({ BAFR: 22, BCRB: 14, MWBC: 12, WBRI: 24, ABAN: 10, OARB: 6, WOTH: 8, NSTD: 4 }),
    grounds: exposed ? 'arrested' : random.weighted({ drugs: 55, weapons: 30, stolen: 12, noSuspicion: 3 }),
    found: random.weighted({ nothing: 72, drugs: 20, weapon: 4, stolen: 4 }),
    result: random.weighted({ noAction: 70, advice: 18, interview: 6, arrest: 6 }),
    footage: random.chance(0.9) || exposed ? 'recorded' : 'notRecorded',
    authorisedBy: exposed ? 'inspector' : null,
    adult: exposed ? 'present' : null,
    adultAbsentWhy: null,
    parentTold: exposed ? 'told' : random.weighted({ told: 60, notYet: 40 }),
    earlierSearches: child === null ? null : earlier,
  }
}

const tellReferral = (deeds: StoryDeed[], at: Instant, police: Actor): void => {
  tell({ deeds }, 'refer', at, police, {
    givenName: 'Remington',
    familyName: 'Wolstencroft-Ade',
    bornOn: addDays(londonDay(at), -5900),
    worry: 'harmOutsideHome',
    whatHappened: 'Searched in custody with his aunt there. He was quiet and said that he owes money to older boys.',
    safeNow: 'notKnown',
    familyKnows: 'His aunt was told on the evening of the search.',
    consent: 'agreed',
    whyNotSought: null,
  })
}

const lifeOf = (demo: DemoContext, plan: Plan, earlier: number): Life | null => {
  const { key, searchedAt, reviewed, complained, referred, closed } = plan
  const random = demo.random.fork(`police search ${key}`)
  const recordedAt = addHours(searchedAt, plan.kind === 'custodyStrip' ? 3 : 14 + random.next() * 20)
  const unit = demo.holders('police_unit', recordedAt)
  if (unit.length === 0) return null
  const police = random.pick(unit)
  const id = idFrom(key, 'police search')
  const deeds: StoryDeed[] = []
  const start = startOf(random, plan, earlier)
  const after = (hours: number): Instant => addHours(searchedAt, hours)
  tell({ deeds }, 'start', recordedAt, police, start, { id })
  if (complained !== null)
    tell({ deeds }, 'recordComplaint', after(complained), police, {
      complainedOn: londonDay(after(complained)),
      complaintFrom: random.pick(['child', 'parent', 'youthJustice']),
    })
  if (referred !== undefined) tellReferral(deeds, after(referred), police)
  if (reviewed !== null && start.footage === 'recorded')
    tell({ deeds }, 'reviewFootage', after(reviewed), random.pick(unit), {
      footageReviewedOn: londonDay(after(reviewed)),
      footageSeenBy: random.pick([['supervisor'], ['supervisor', 'youthJustice'], ['monitoringGroup']]),
      footageFinding: random.weighted({ proper: 66, learning: 28, notProper: 6 }),
      footageNote: null,
    })
  if (complained !== null)
    tell({ deeds }, 'answerComplaint', after((closed ?? 40 * day) - day), police, {
      complaintOutcome: random.weighted({ upheld: 20, partly: 30, notUpheld: 50 }),
      complaintEndedOn: londonDay(after((closed ?? 40 * day) - day)),
    })
  if (closed !== null) tell({ deeds }, 'close', after(closed), police)
  return { register: policeSearchRegister, id, deeds }
}

export const searchStories = (demo: DemoContext): Iterable<DemoStory> => {
  const plans = [...ofTheYear(demo), ...ofRecentWeeks(demo), ...ofLastNight(demo)].sort((a, b) =>
    a.searchedAt < b.searchedAt ? -1 : 1,
  )
  const yearBefore = (at: Instant): Instant => addHours(at, -365 * day)
  return tellLives(
    demo,
    plans.flatMap(plan => {
      const earlier = plans.filter(
        ({ child, searchedAt }) =>
          child !== null &&
          child === plan.child &&
          searchedAt < plan.searchedAt &&
          searchedAt >= yearBefore(plan.searchedAt),
      ).length
      return lifeOf(demo, plan, earlier) ?? []
    }),
  )
}
