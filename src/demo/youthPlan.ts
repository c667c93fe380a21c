import { addDays, type Day, daysBetween } from '../kit/dates.ts'
import { workingDayBy } from './soFar.ts'

/**
 * The published figures of youth safety that the stories reproduce (figures.csv F338 to F397), and what was chosen where a base
 * is not published: docs/figures-that-disagree.md. The report year is September 2021 to August 2022; triage is counted by
 * financial year, as the report says “2021 to 2022”.
 */
export const published = {
  /** F385 to F387: young people, one-to-one contacts, and hours, here in mentoring contacts of an hour each. */
  mentoring: { people: 408, contacts: 1888, hours: 1346 },
  /** F379 to F384. Of 74 young people; who answered is not published, so 50 and 30 are invented. */
  transitions: {
    people: 74,
    sessions: 10,
    came: 629,
    behaviour: { agree: 40, answers: 50 },
    engagement: { agree: 28, answers: 30 },
    communication: { agree: 24, answers: 30 },
  },
  /** F370 to F372. Of 500 offered, 75 answered: invented, as no base is published. */
  training: { offered: 500, answers: 75, knowledge: 72, support: 50 },
  /** F373 to F375, from July 2021. */
  champions: { trained: 67, reached: 170 },
  /** F369 prints “over 900”. */
  summer: { summer: 612, launchPad: 292 },
  /** F338 and F339. */
  design: 46,
  /** F378 with an invented base: 100 of 110 are 90.9%. */
  triage: { decided: 110, diverted: 100 },
  /** F388 and F389. */
  havens: { open: 168, views: 197 },
  /** F391 and F392. */
  bins: { bins: 6, items: 2288 },
} as const

export const reportYear = { from: '2021-09-01', to: '2022-08-31' } as const

/** The n-th part of a whole that is shared out as evenly as whole numbers can be; all parts add up to it. */
export const shareOf = (whole: number, parts: number, n: number): number =>
  Math.floor(((n + 1) * whole) / parts) - Math.floor((n * whole) / parts)

/** The n-th of so many days spread over a stretch of time, moved back to a working day that is not before it. */
export const dayIn = (from: Day, to: Day, parts: number, n: number): Day => {
  const day = addDays(from, Math.floor((n * (daysBetween(from, to) + 1)) / parts))
  const working = workingDayBy(day)
  return working < from ? day : working
}

/** In proportion to the size of the demonstration, and at least one. */
export const sized = (n: number, scale: number): number => Math.max(1, Math.round(n * scale))

/** Days from the first at equal steps, up to and with the last that lies before the end. */
export const everyDays = (first: Day, step: number, until: Day): readonly Day[] =>
  Array.from({ length: Math.max(0, Math.floor(daysBetween(first, until) / step) + 1) }, (_, n) =>
    workingDayBy(addDays(first, n * step)),
  )
