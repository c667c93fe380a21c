import { addDays, type Day, formatDay } from '../../kit/dates.ts'

/** The rule of the three statutory safeguarding partners (Children Act 2004, section 16E(3)), for whoever records and shows them. */

export const threeSectors = {
  localAuthority: 'the local authority',
  health: 'health',
  police: 'the police',
} as const
type ThreeSector = keyof typeof threeSectors

/** A statutory partner as the rule needs to know it. */
export interface Statutory {
  readonly id: string
  readonly name: string
  readonly sector: string
  readonly from: Day
  readonly until: Day | null
}

/** From which day until which there is not exactly one for a sector, and who there is. */
export interface DayFault {
  readonly from: Day
  /** Null where nothing changes it. */
  readonly until: Day | null
  readonly sector: ThreeSector
  readonly names: readonly string[]
}

const isThere = ({ from, until }: Statutory, day: Day): boolean => from <= day && (until === null || day <= until)

/** Days on which the answer may change, from a day on. */
const turnsFrom = (partners: readonly Statutory[], since: Day): readonly Day[] =>
  [
    ...new Set([
      since,
      ...partners.flatMap(({ from, until }) => [from, ...(until === null ? [] : [addDays(until, 1)])]),
    ]),
  ]
    .filter(day => day >= since)
    .sort()

const faultsOf = (sector: ThreeSector, partners: readonly Statutory[], turns: readonly Day[]): readonly DayFault[] => {
  const namesOn = (day: Day) =>
    partners
      .filter(one => one.sector === sector && isThere(one, day))
      .map(({ name }) => name)
      .sort()
  // Days on which somebody else joins or leaves change nothing here.
  const changes = turns.filter(
    (day, at) => at === 0 || namesOn(day).join('\n') !== namesOn(turns[at - 1] ?? day).join('\n'),
  )
  return changes.flatMap((from, at) => {
    const names = namesOn(from)
    const next = changes[at + 1]
    return names.length === 1 ? [] : [{ from, until: next === undefined ? null : addDays(next, -1), sector, names }]
  })
}

/** Every stretch of days, from the first on which anybody is a statutory partner, that has not exactly the three. */
export const dayFaults = (partners: readonly Statutory[]): readonly DayFault[] => {
  const since = partners.map(({ from }) => from).sort()[0]
  if (since === undefined) return []
  const turns = turnsFrom(partners, since)
  return (Object.keys(threeSectors) as ThreeSector[])
    .flatMap(sector => faultsOf(sector, partners, turns))
    .sort((a, b) => a.from.localeCompare(b.from))
}

const daysWords = ({ from, until }: DayFault): string =>
  until === null
    ? `From ${formatDay(from)}`
    : until === from
      ? `On ${formatDay(from)}`
      : `From ${formatDay(from)} to ${formatDay(until)}`

/** "From 1 July 2022 there would be no statutory partner for health". */
export const faultWords = (fault: DayFault, verb: { readonly one: string; readonly many: string }): string => {
  const { names, sector } = fault
  return names.length === 0
    ? `${daysWords(fault)} there ${verb.one} no statutory partner for ${threeSectors[sector]}`
    : `${daysWords(fault)} there ${verb.many} ${names.length} statutory partners for ${threeSectors[sector]}: ${names.join(' and ')}`
}
