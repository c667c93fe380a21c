import type { Day, Instant } from '../kit/dates.ts'

/**
 * The published figures of the front door that the calibrated years reproduce (figures.csv F022 to F035 and F497), and
 * what was chosen where nothing is published or the printed figures contradict each other: docs/figures-that-disagree.md.
 */

/**
 * The moment at which the annual report counted: the end of 30 April 2022, a month after the year, by when a year's
 * contacts are normally all typed in. The report prints 12,199.
 */
export const reportAsAt: Instant = '2022-04-30T23:00:00.000Z'

/**
 * The moment at which the threshold audit counted: the end of 30 September 2022. The audit was written after the report's
 * figures and prints 12,214 for the same year: 15 contacts were recorded in between.
 */
export const auditAsAt: Instant = '2022-09-30T23:00:00.000Z'

export type Outcome =
  | 'earlyHelp'
  | 'statutory'
  | 'noFurtherAction'
  | 'informationAdvice'
  | 'alreadyOpen'
  | 'otherAuthority'

type Counts<K extends string> = Readonly<Record<K, number>>

/**
 * With how many deeds contacts are told. Nothing is left out that a time limit looks at. `briefly`: the year that is only
 * compared with has no offers, no adults and no matches but those of children who came before. `plainly`: fewer adults and
 * matches than today's weeks, which are told `fully`.
 */
export type Detail = 'briefly' | 'plainly' | 'fully'

export interface CalibratedYear {
  readonly name: string
  readonly from: Day
  readonly to: Day
  /** Contacts by source code, and by outcome as at the report. */
  readonly sources: Counts<string>
  readonly outcomes: Counts<Outcome>
  /** Decided anew after the report was counted: still open then, by what was decided in the end. */
  readonly stillOpen: Partial<Counts<Outcome>>
  /** Received in the year, recorded between the report and the audit: by source and by outcome. */
  readonly late: { readonly sources: Counts<string>; readonly outcomes: Partial<Counts<Outcome>> }
  /** Share of contacts for which agencies were asked. */
  readonly checked: number
  readonly told: Detail
}

/** Adds to 11,147, a public committee figure: 12,199 is 9.4% more. Its breakdowns are invented in proportion. */
const before: CalibratedYear = {
  name: '2020-21',
  from: '2020-04-01',
  to: '2021-03-31',
  sources: {
    '6': 3520,
    '2A': 1290,
    '3F': 820,
    '1A': 690,
    '5A': 640,
    '3E': 560,
    '5B': 560,
    '3A': 450,
    '3B': 440,
    '8': 390,
    '4': 330,
    '7': 310,
    '3D': 300,
    '5C': 250,
    '2B': 150,
    '1C': 110,
    '1B': 105,
    '9': 90,
    '1D': 75,
    '3C': 45,
    '10': 22,
  },
  outcomes: {
    earlyHelp: 4180,
    statutory: 2240,
    noFurtherAction: 3690,
    informationAdvice: 965,
    alreadyOpen: 45,
    otherAuthority: 27,
  },
  stillOpen: {},
  late: { sources: {}, outcomes: {} },
  checked: 0.04,
  told: 'briefly',
}

/** Police 30%, schools 15.0%, hospitals 7%, family 6% of 12,199 as printed; no other source reaches 6%. */
const reported: CalibratedYear = {
  name: '2021-22',
  from: '2021-04-01',
  to: '2022-03-31',
  sources: {
    '6': 3660,
    '2A': 1830,
    '3F': 854,
    '1A': 732,
    '5A': 690,
    '3E': 640,
    '5B': 610,
    '3A': 520,
    '3B': 470,
    '8': 420,
    '3D': 330,
    '7': 330,
    '4': 310,
    '5C': 260,
    '2B': 190,
    '1C': 110,
    '1B': 70,
    '1D': 60,
    '3C': 60,
    '9': 40,
    '10': 13,
  },
  outcomes: {
    earlyHelp: 4724,
    statutory: 2325,
    noFurtherAction: 3997,
    informationAdvice: 1073,
    // The report gives no outcome for the remaining 80: these 68 and the 12 still open below.
    alreadyOpen: 41,
    otherAuthority: 27,
  },
  stillOpen: { earlyHelp: 4, statutory: 3, noFurtherAction: 3, informationAdvice: 2 },
  late: {
    sources: { '6': 3, '2A': 4, '3F': 2, '8': 3, '5B': 3 },
    outcomes: { noFurtherAction: 7, informationAdvice: 4, earlyHelp: 3, statutory: 1 },
  },
  checked: 0.22,
  told: 'plainly',
}

export const calibratedYears: readonly CalibratedYear[] = [before, reported]

const total = (counts: Readonly<Record<string, number | undefined>>): number =>
  Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0)

export const sumOf = total

/** Counts in proportion, whole numbers that add to the wanted total (largest remainders first). */
export const scaled = <K extends string>(counts: Counts<K>, wanted: number): Counts<K> => {
  const all = total(counts)
  if (all === 0 || wanted === all) return counts
  const exact = (Object.entries(counts) as [K, number][]).map(([key, n]) => ({ key, share: (n * wanted) / all }))
  const whole = exact.map(({ key, share }) => ({ key, n: Math.floor(share), rest: share - Math.floor(share) }))
  let missing = wanted - whole.reduce((sum, { n }) => sum + n, 0)
  for (const one of [...whole].sort((a, b) => b.rest - a.rest)) {
    if (missing <= 0) break
    one.n += 1
    missing -= 1
  }
  return Object.fromEntries(whole.map(({ key, n }) => [key, n])) as Counts<K>
}

/** The year at a smaller size: each total in proportion, at least one of what there is at all. */
export const scaledYear = (year: CalibratedYear, scale: number): CalibratedYear => {
  if (scale === 1) return year
  const size = (counts: Readonly<Record<string, number | undefined>>) =>
    total(counts) === 0 ? 0 : Math.max(1, Math.round(total(counts) * scale))
  const [open, late] = [size(year.stillOpen), size(year.late.sources)]
  const contacts = Math.max(1, Math.round(total(year.sources) * scale))
  return {
    ...year,
    sources: scaled(year.sources, contacts),
    outcomes: scaled(year.outcomes, contacts - open),
    stillOpen: scaled(year.stillOpen as Counts<Outcome>, open),
    late: {
      sources: scaled(year.late.sources, late),
      outcomes: scaled(year.late.outcomes as Counts<Outcome>, late),
    },
  }
}
