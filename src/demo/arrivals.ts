import { addDays, type Day, daysBetween, type Instant, instantOf, weekday } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { isWorkingDay } from '../kit/workingDays.ts'
import { isTermDay } from './schools.ts'

/** How a source's reports are spread over days and hours. */
export type Rhythm = 'school' | 'police' | 'hospital' | 'public' | 'office'

const rhythms: Readonly<Record<string, Rhythm>> = {
  '1A': 'public',
  '1B': 'public',
  '1C': 'public',
  '1D': 'public',
  '2A': 'school',
  '2B': 'school',
  '3C': 'school',
  '3E': 'hospital',
  '3F': 'hospital',
  '6': 'police',
  '9': 'public',
  '10': 'public',
}
export const rhythmOf = (source: string): Rhythm => rhythms[source] ?? 'office'

/** Schools were open to few children then; from 8 March 2021 to all again. */
const closedToMost = (day: Day): boolean => day < '2020-06-01' || ('2021-01-05' <= day && day < '2021-03-08')

/** Schools of 2020 before the calendars begin. */
const termDay = (day: Day): boolean =>
  day < '2020-09-01' ? day < '2020-07-22' && !('2020-04-03' <= day && day < '2020-04-20') : isTermDay(day)

const dayWeights: Readonly<Record<Rhythm, (day: Day) => number>> = {
  school: day =>
    !isWorkingDay(day) ? 0 : termDay(day) ? (closedToMost(day) ? 0.4 : weekday(day) === 5 ? 1.2 : 1) : 0.06,
  police: day => [0, 1.1, 1, 0.95, 0.95, 1, 0.85, 0.9][weekday(day)] as number,
  hospital: day => (isWorkingDay(day) ? 1 : 0.35),
  public: day => (isWorkingDay(day) ? 1 : 0.3),
  office: day => (isWorkingDay(day) ? 1 : 0.015),
}

const hours: Readonly<Record<Rhythm, Readonly<Record<string, number>>>> = {
  school: { 8: 4, 9: 12, 10: 13, 11: 12, 12: 10, 13: 11, 14: 14, 15: 17, 16: 6, 17: 1 },
  police: {
    0: 2,
    1: 1.5,
    2: 1.5,
    3: 1,
    4: 1,
    5: 1,
    6: 2,
    7: 4,
    8: 6,
    9: 7,
    10: 7,
    11: 7,
    12: 6,
    13: 6,
    14: 6,
    15: 6,
    16: 6,
    17: 6,
    18: 5,
    19: 5,
    20: 4,
    21: 4,
    22: 4,
    23: 3,
  },
  hospital: {
    0: 1,
    1: 1,
    2: 0.5,
    6: 0.5,
    7: 1,
    8: 4,
    9: 9,
    10: 10,
    11: 10,
    12: 8,
    13: 8,
    14: 9,
    15: 9,
    16: 8,
    17: 6,
    18: 4,
    19: 3,
    20: 3,
    21: 3,
    22: 2,
    23: 2,
  },
  public: { 8: 3, 9: 10, 10: 12, 11: 11, 12: 9, 13: 9, 14: 9, 15: 10, 16: 9, 17: 7, 18: 4, 19: 3, 20: 2, 21: 1 },
  office: { 8: 3, 9: 13, 10: 15, 11: 14, 12: 9, 13: 9, 14: 13, 15: 13, 16: 9, 17: 2 },
}

const two = (n: number): string => String(n).padStart(2, '0')

/** A moment of that day at which such a source reports. */
export const drawMoment = (random: Random, rhythm: Rhythm, day: Day): Instant =>
  instantOf(day, `${two(Number(random.weighted(hours[rhythm])))}:${two(random.between(0, 59))}`)

/** How likely a source reports on a day, against its usual working day. */
export const dayWeight = (rhythm: Rhythm, day: Day): number => dayWeights[rhythm](day)

/** Draws days of a period, each as likely as the rhythm says. */
export const dayDrawer = (from: Day, to: Day, rhythm: Rhythm): ((random: Random) => Day) => {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n))
  let sum = 0
  const sums = days.map(day => {
    sum += dayWeight(rhythm, day)
    return sum
  })
  return random => {
    const drawn = random.next() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) > drawn) high = middle
      else low = middle + 1
    }
    return days[low] as Day
  }
}
