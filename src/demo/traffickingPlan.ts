import type { Day } from '../kit/dates.ts'

/**
 * The 35 cases of the pilot panel (figures.csv F144, F145, F223 to F230): 23 of Islington and 12 of Camden, 20 decided at their first
 * hearing, 13 after a second, and 2 heard before they were referred. By the end of March 2022 that is 39 hearings.
 */
export interface Case {
  readonly authority: 'islington' | 'camden'
  /** Age when brought, from 12 to 17. */
  readonly age: number
  readonly heard: readonly Day[]
  /** Days from being brought to the first hearing. */
  readonly before: number
  readonly how: 'first' | 'second' | 'notReferred'
  readonly abroad: boolean
}

/** Meetings of the panel; the last two lie after the year. */
const [july, august, september, october, november, december, january, february, march, lateMarch, april, may] = [
  ...['2021-07-08', '2021-08-05', '2021-09-09', '2021-10-07', '2021-11-04', '2021-12-02'],
  ...['2022-01-06', '2022-02-03', '2022-03-03', '2022-03-24', '2022-04-21', '2022-05-12'],
] as [Day, Day, Day, Day, Day, Day, Day, Day, Day, Day, Day, Day]

const ages = [15, 16, 14, 16, 13, 15, 16, 17, 15, 14, 16, 12]
/** Five were exploited abroad only. */
const abroad = new Set([2, 9, 17, 24, 31])
/** One decision came after 45 days. */
const late = 11

type Told = Pick<Case, 'heard' | 'how'>
const first = (day: Day, n: number): readonly Told[] =>
  Array.from({ length: n }, () => ({ heard: [day], how: 'first' as const }))
const second = (one: Day, other: Day, n: number): readonly Told[] =>
  Array.from({ length: n }, () => ({ heard: [one, other], how: 'second' as const }))

const told: readonly Told[] = [
  ...first(july, 2),
  ...first(august, 2),
  ...second(august, september, 1),
  ...first(september, 2),
  ...first(october, 3),
  ...second(october, november, 1),
  ...first(november, 2),
  ...first(december, 3),
  ...second(december, january, 1),
  ...first(january, 2),
  ...first(february, 2),
  ...second(february, march, 1),
  ...first(march, 2),
  { heard: [march, may], how: 'notReferred' },
  ...second(lateMarch, april, 9),
  { heard: [lateMarch, may], how: 'notReferred' },
]

export const pilotCases: readonly Case[] = told.map((one, n) => ({
  ...one,
  authority: n % 3 === 1 ? 'camden' : 'islington',
  age: ages[n % ages.length] ?? 15,
  before: n === late ? 60 : 9 + ((n * 7) % 27),
  abroad: abroad.has(n),
}))
