import type { EthnicGroupCode } from '../fields/lists/ethnicity.ts'
import { addDays, addHours, type Day, daysBetween, type Instant, instantOf, londonDay } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'

/**
 * The published figures of missing children that the calibrated years reproduce (figures.csv F162 to F201), and what was chosen
 * where nothing is published or the printed figures contradict each other: docs/figures-that-disagree.md.
 */

export type From = 'home' | 'care' | 'otherAuthority' | 'notKnown'
type Band = 'under24' | 'nextDay' | 'longer'
/** As it stood when the report was written: of 719 offers, 275 had no outcome; of 280 episodes nothing was recorded. */
export type Course = 'inTime' | 'late' | 'declined' | 'noContact' | 'inProgress' | 'notRecorded'

type Group = 'whiteBritish' | 'black' | 'other'

/** Children of one group with how often each went missing in the year. */
interface Band3 {
  readonly under24: number
  readonly nextDay: number
  readonly longer: number
}
interface Setting {
  readonly from: From
  /** Episodes of each child, by group; the first ones of `other` are those missing most often. */
  readonly times: Partial<Readonly<Record<Group, readonly number[]>>>
  readonly bands: Band3
}
export interface MissingYear {
  readonly name: string
  readonly from: Day
  readonly to: Day
  readonly settings: readonly Setting[]
  /** Null where the report prints nothing about interviews: then nothing was recorded. */
  readonly courses: Readonly<Record<Course, number>> | null
}

const many = (...parts: readonly (readonly [children: number, times: number])[]): readonly number[] =>
  parts.flatMap(([children, times]) => Array.from({ length: children }, () => times))

/** 103 children, 257 episodes from home; 91 and 648 from care; 94 in neither table (I-16): 60 of other councils, 34 not known. */
const reported: MissingYear = {
  name: '2021-22',
  from: '2021-04-01',
  to: '2022-03-31',
  settings: [
    {
      from: 'home',
      // Ten children with 126 episodes (F166), the others with 131.
      times: {
        other: [24, 23, 22, 9, 9, 8, 8, 8, 8, 7, ...many([4, 4], [6, 3], [14, 2], [69, 1])],
      },
      bands: { under24: 139, nextDay: 62, longer: 56 },
    },
    {
      from: 'care',
      times: {
        // Ten children with 304 episodes (F177): all in this group.
        other: [40, 38, 36, 34, 33, 32, 31, 20, 20, 20, ...many([5, 12], [4, 7], [9, 3], [10, 2], [5, 1])],
        // A third of the children is Black (F182): 30 of 91.
        black: many([4, 7], [10, 3], [10, 2], [6, 1]),
        // 18 White British children with 120 episodes: half more children, 118% more episodes than the year before (F186, F187).
        whiteBritish: many([5, 12], [6, 7], [4, 3], [3, 2]),
      },
      bands: { under24: 343, nextDay: 156, longer: 149 },
    },
    {
      from: 'otherAuthority',
      times: { other: many([12, 3], [12, 2]) },
      bands: { under24: 32, nextDay: 15, longer: 13 },
    },
    { from: 'notKnown', times: { other: many([12, 2], [10, 1]) }, bands: { under24: 18, nextDay: 9, longer: 7 } },
  ],
  courses: { inTime: 84, late: 47, declined: 105, noContact: 208, inProgress: 275, notRecorded: 280 },
}

/** 74 children and 151 episodes from home, 86 and 649 from care (F169, F170, F180, F181); three quarters back by the next day. */
const before: MissingYear = {
  name: '2020-21',
  from: '2020-04-01',
  to: '2021-03-31',
  settings: [
    {
      from: 'home',
      times: { other: many([5, 8], [9, 4], [15, 2], [45, 1]) },
      bands: { under24: 82, nextDay: 36, longer: 33 },
    },
    {
      from: 'care',
      times: {
        other: [40, 36, 34, 30, 28, 24, 22, 20, ...many([12, 10], [11, 5], [4, 4], [5, 2], [8, 1])],
        black: many([8, 10], [9, 5], [4, 4], [5, 2]),
        whiteBritish: many([5, 7], [6, 3], [1, 2]),
      },
      bands: { under24: 341, nextDay: 146, longer: 162 },
    },
  ],
  courses: null,
}

export const missingYears: readonly MissingYear[] = [before, reported]

export interface PlannedChild {
  /** The same child in both years. */
  readonly key: string
  readonly group: Group
  readonly girl: boolean
  readonly knownOn: Day
}
export interface PlannedEpisode {
  readonly key: string
  readonly child: PlannedChild
  readonly from: From
  readonly since: Instant
  readonly until: Instant
  readonly course: Course
  /** Episodes of the child in the 90 days up to this one. */
  readonly inWindow: number
}

/** Of the ten missing most often, seven are boys, and seven are in care (F189, F191): these three are girls. */
const girlsMostOften: ReadonlySet<string> = new Set(['care other 1', 'care other 4', 'home other 2'])
const boysMostOften: ReadonlySet<string> = new Set(
  [0, 2, 3, 5, 6].map(n => `care other ${n}`).concat([0, 1].map(n => `home other ${n}`)),
)

const codes: Readonly<Record<Group, readonly EthnicGroupCode[]>> = {
  whiteBritish: ['WBRI'],
  black: ['BCRB', 'BAFR', 'BAFR', 'BOTH'],
  other: ['MWBC', 'WOTH', 'ABAN', 'OOTH', 'MOTH', 'AOTH'],
}
export const ethnicityOfChild = ({ group, key }: PlannedChild): EthnicGroupCode => {
  const list = codes[group]
  return list[Number(key.split(' ').at(-1)) % list.length] ?? 'NOBT'
}

const childOf = (random: Random, from: From, group: Group, n: number, day: Day): PlannedChild => {
  const key = `${from} ${group} ${n}`
  const drawn = random.fork(`missing child ${key}`).chance(0.45)
  return { key, group, girl: girlsMostOften.has(key) || (drawn && !boysMostOften.has(key)), knownOn: day }
}

const listed = (counts: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(counts).flatMap(([one, n]) => Array.from({ length: n }, () => one))

/** When it ends, by its band; local times, so that the night of the clocks is a night like any other. */
const endOf = (random: Random, since: Instant, band: Band): Instant => {
  if (band === 'under24') return addHours(since, random.between(1, 22) + random.next() / 2)
  const day = addDays(londonDay(since), band === 'nextDay' ? 1 : random.between(2, 5))
  return instantOf(
    day,
    `${band === 'nextDay' ? random.between(18, 22) : random.between(10, 20)}:${random.between(10, 59)}`,
  )
}

/** Who is away over the next day has left in the morning: 24 hours later the next day has not ended. */
const beginsAt = (random: Random, day: Day, band: Band): Instant =>
  instantOf(day, `${band === 'nextDay' ? random.between(10, 15) : random.between(10, 23)}:${random.between(10, 59)}`)

const inWindowOf = (earlier: readonly Instant[], since: Instant): number =>
  1 + earlier.filter(one => daysBetween(londonDay(one), londonDay(since)) < 90).length

/** Episodes of one child, one in each of as many equal parts of the year, so that none overlaps another. */
const episodesOf = (
  random: Random,
  year: MissingYear,
  child: PlannedChild,
  from: From,
  bands: readonly Band[],
): readonly Omit<PlannedEpisode, 'course'>[] => {
  const length = (daysBetween(year.from, year.to) + 1) / bands.length
  const begun: Instant[] = []
  return bands.map((band, n) => {
    // The longest lasts five days more than the one on which it begins.
    const room = Math.max(0, Math.floor(length) - 7)
    const day = addDays(year.from, Math.ceil(n * length) + random.between(0, room))
    const since = beginsAt(random, day, band)
    const inWindow = inWindowOf(begun, since)
    begun.push(since)
    return { key: `${year.name} ${child.key} ${n}`, child, from, since, until: endOf(random, since, band), inWindow }
  })
}

const ofSetting = (random: Random, year: MissingYear, { from, times, bands }: Setting) => {
  let left = random.fork(`bands ${from}`).shuffle(listed({ ...bands })) as readonly Band[]
  return (Object.entries(times) as [Group, readonly number[]][]).flatMap(([group, counts]) =>
    counts.flatMap((count, n) => {
      const own = left.slice(0, count)
      left = left.slice(count)
      const child = childOf(random, from, group, n, addDays(year.from, -30))
      return episodesOf(random.fork(`episodes ${from} ${group} ${n}`), year, child, from, own)
    }),
  )
}

/** Every episode of a year in the order in which it ended, with what came of its interview. */
const planYear = (root: Random, year: MissingYear): readonly PlannedEpisode[] => {
  const random = root.fork(`missing ${year.name}`)
  const episodes = year.settings.flatMap(setting => ofSetting(random, year, setting))
  const courses = year.courses === null ? [] : random.fork('courses').shuffle(listed(year.courses))
  return episodes
    .map((one, n) => ({ ...one, course: (courses[n] ?? 'notRecorded') as Course }))
    .sort((a, b) => (a.until < b.until ? -1 : 1))
}

/** The calibrated years; a smaller size takes its share of the children, so that each keeps all of its episodes. */
export const planMissing = (random: Random, scale: number): readonly PlannedEpisode[] => {
  const all = missingYears.flatMap(year => planYear(random, year))
  if (scale >= 1) return all
  const keys = [...new Set(all.map(({ child }) => child.key))]
  const taken = new Set(
    keys.filter((_, n) => Math.floor((n + 1) * scale) > Math.floor(n * scale) || n === keys.length - 1),
  )
  return all.filter(({ child }) => taken.has(child.key))
}
