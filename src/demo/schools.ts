import { addDays, type Day, weekday } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'

/** Invented schools of an inner London borough. Unique reference numbers begin with 9, which no real one does. */
export interface SchoolPlan {
  /** Unique reference number; also the code of the agency. */
  readonly urn: string
  readonly name: string
  readonly phase: 'nursery' | 'primary' | 'secondary' | 'special'
}

const primaries =
  "Holly Lane|Lantern Street|Plumtree|Kingfisher Yard|Copperbeech|Windmill Rise|Sparrowfield|Old Orchard|Bellfounders|Tollgate Green|Ropewalk|Foxglove|Brickmakers|Larkhall Mews|Millstream|Saddlers|St Brannoc's|St Idony's|Holy Lantern|Our Lady of the Well|Weavers Row|Drovers|Skylark|Acorn Hill|Juniper Grove|Candlemaker|Marigold|Nightingale Walk|Pepperfield|Quince Court|Rushlight|Silver Birch|Thistledown|Clockmakers|Underhill Court|Violet Bank|Waterbearer|Yarrow|Barley Mow|Cornerstone Lane|Dovecote|Elderberry"
const secondaries =
  "Caldmoor School|Highwell Academy|St Osmund's College|Northgate Park School|Arundel Cross Girls' School|Beacon Hill School|City Meridian Academy|Tidewell School|Kestrel Park Sixth Form|Finchley Bridge Boys' School"
const others: readonly [string, SchoolPlan['phase']][] = [
  ['Little Acorns Nursery School', 'nursery'],
  ['Rosemary Yard Nursery School', 'nursery'],
  ['Sunflower Court Nursery School', 'nursery'],
  ['Harbour House Special School', 'special'],
  ['The Willow Special School', 'special'],
  ['Bridgeway Pupil Referral Unit', 'special'],
  ['New Compass College', 'special'],
  ['Riverside Hospital School', 'special'],
]

const named: readonly [string, SchoolPlan['phase']][] = [
  ...primaries.split('|').map((name): [string, SchoolPlan['phase']] => [`${name} Primary`, 'primary']),
  ...secondaries.split('|').map((name): [string, SchoolPlan['phase']] => [name, 'secondary']),
  ...others,
]

export const schoolPlans: readonly SchoolPlan[] = named.map(([name, phase], at) => ({
  urn: String(900_101 + at),
  name,
  phase,
}))

/** Schools whose calendar nobody has sent yet: clocks that count to the next school day are provisional for them. */
export const withoutCalendar: ReadonlySet<string> = new Set([
  'Yarrow Primary',
  'Tidewell School',
  'New Compass College',
])

interface YearPlan {
  /** First and last day of each term, and of the half-term inside it. */
  readonly terms: readonly (readonly [Day, Day, Day, Day])[]
}

/** Terms in the pattern of the London boroughs; the half-term after the comma of each term's own dates. */
const years: readonly YearPlan[] = [
  {
    terms: [
      ['2020-09-02', '2020-12-18', '2020-10-26', '2020-10-30'],
      ['2021-01-04', '2021-03-31', '2021-02-15', '2021-02-19'],
      ['2021-04-19', '2021-07-21', '2021-05-31', '2021-06-04'],
    ],
  },
  {
    terms: [
      ['2021-09-01', '2021-12-17', '2021-10-25', '2021-10-29'],
      ['2022-01-04', '2022-04-01', '2022-02-14', '2022-02-18'],
      ['2022-04-19', '2022-07-21', '2022-05-30', '2022-06-03'],
    ],
  },
  {
    terms: [
      ['2022-09-01', '2022-12-16', '2022-10-24', '2022-10-28'],
      ['2023-01-03', '2023-03-31', '2023-02-13', '2023-02-17'],
      ['2023-04-17', '2023-07-21', '2023-05-29', '2023-06-02'],
    ],
  },
  {
    terms: [
      ['2023-09-04', '2023-12-21', '2023-10-23', '2023-10-27'],
      ['2024-01-08', '2024-03-28', '2024-02-12', '2024-02-16'],
      ['2024-04-15', '2024-07-23', '2024-05-27', '2024-05-31'],
    ],
  },
  {
    terms: [
      ['2024-09-02', '2024-12-20', '2024-10-28', '2024-11-01'],
      ['2025-01-06', '2025-04-04', '2025-02-17', '2025-02-21'],
      ['2025-04-22', '2025-07-22', '2025-05-26', '2025-05-30'],
    ],
  },
  {
    terms: [
      ['2025-09-01', '2025-12-19', '2025-10-27', '2025-10-31'],
      ['2026-01-05', '2026-03-27', '2026-02-16', '2026-02-20'],
      ['2026-04-13', '2026-07-20', '2026-05-25', '2026-05-29'],
    ],
  },
  {
    terms: [
      ['2026-09-01', '2026-12-18', '2026-10-26', '2026-10-30'],
      ['2027-01-04', '2027-03-25', '2027-02-15', '2027-02-19'],
      ['2027-04-12', '2027-07-20', '2027-05-31', '2027-06-04'],
    ],
  },
]

const inTerm = (day: Day): boolean =>
  years.some(({ terms }) => terms.some(([from, to, off, on]) => from <= day && day <= to && !(off <= day && day <= on)))

/** Whether most schools of the borough meet on a weekday: for how many contacts come from schools. */
export const isTermDay = (day: Day): boolean => inTerm(day)

export interface CalendarDay {
  readonly urn: string
  readonly kind: 'term' | 'closure'
  readonly from_day: Day
  readonly to_day: Day
  readonly day_start: string
  readonly source: string
}

/** Five training days a year, of which each school chooses its own: the first day of a term, or a Monday or Friday in it. */
const trainingDays = (random: Random, { terms }: YearPlan): readonly Day[] => {
  const days = new Set<Day>()
  for (const [at, [from]] of terms.entries()) if (at === 0 || random.chance(0.6)) days.add(from)
  while (days.size < 5) {
    const [from, to, off, on] = random.pick(terms)
    const day = addDays(from, random.between(7, 80))
    if (day < to && !(off <= day && day <= on) && [1, 5].includes(weekday(day))) days.add(day)
  }
  return [...days].sort()
}

/** Terms and closures of one school, 2020-21 to 2026-27. */
export const calendarOf = (random: Random, { urn, phase }: SchoolPlan): readonly CalendarDay[] => {
  const day_start = random.pick(phase === 'secondary' ? ['08:30', '08:40'] : ['08:50', '09:00', '09:00', '09:10'])
  const row = (kind: CalendarDay['kind'], from_day: Day, to_day: Day): CalendarDay => ({
    urn,
    kind,
    from_day,
    to_day,
    day_start,
    source: 'Invented for the demonstration',
  })
  return years.flatMap(year => [
    ...year.terms.flatMap(([from, to, off, on]) => [row('term', from, to), row('closure', off, on)]),
    ...trainingDays(random, year).map(day => row('closure', day, day)),
  ])
}
