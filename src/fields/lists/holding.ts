import { date, optional, sensitive, text } from '../../declare/field.ts'
import type { Problem } from '../../declare/input.ts'
import { addDays, type Day, daysBetween, formatDay } from '../../kit/dates.ts'

/**
 * Who holds a seat or a post over time. Each holder has a first day. A holder's last day is the one recorded when they left, or the
 * day before the next one took over; what lies between is a vacancy.
 */

/** Lines of a record that somebody holds. */
export const holders = {
  title: 'Holders',
  one: 'holder',
  fields: {
    heldFrom: date('From which day do they hold it?', { label: 'From', missing: 'Enter from which day they hold it' }),
    holder: sensitive(
      text('Who holds it?', {
        label: 'Holder',
        maxLength: 120,
        hint: 'The name of a colleague. Lists and exports leave it out',
        missing: 'Enter who holds it',
      }),
    ),
  },
} as const

export const vacancies = {
  title: 'Vacancies',
  one: 'vacancy',
  fields: {
    lastDay: date('Which was the last day of whoever held it?', {
      label: 'Held until',
      past: true,
      hint: 'It counts as vacant from the day after',
      missing: 'Enter the last day of whoever held it',
    }),
    vacantWhy: optional(
      text('Why is it vacant?', { label: 'Why vacant', maxLength: 200, hint: 'For example “Changed post”' }),
    ),
  },
} as const

interface Taking {
  readonly heldFrom: Day | null
  readonly holder?: string | null
}
interface Leaving {
  readonly lastDay: Day | null
}

/** A time for which somebody held it, or nobody did. */
export interface Held {
  readonly from: Day
  /** Null while it lasts. */
  readonly until: Day | null
  /** Null where nobody held it; the name may be withheld from whoever reads. */
  readonly by: { readonly name: string | null } | null
  /** Up to the day asked about where it lasts, both days counted. */
  readonly days: number
}

interface Life {
  readonly from: Day
  readonly until: Day | null
  readonly holders: readonly Taking[]
  readonly vacancies: readonly Leaving[]
}

const inOrder = <T>(all: readonly T[], dayOf: (one: T) => Day | null): readonly (T & { readonly day: Day })[] =>
  all
    .flatMap(one => {
      const day = dayOf(one)
      return day === null ? [] : [{ ...one, day }]
    })
    .sort((a, b) => a.day.localeCompare(b.day))

/** Times held and vacancies in their order, without a day between them. */
export const heldTimes = (life: Life, today: Day): readonly Held[] => {
  const end = life.until ?? today
  const takings = inOrder(life.holders, ({ heldFrom }) => heldFrom)
  const leavings = inOrder(life.vacancies, ({ lastDay }) => lastDay)
  const times: { from: Day; until: Day; by: Held['by'] }[] = []
  let next = life.from
  const add = (from: Day, until: Day, by: Held['by']) => {
    if (from <= until) times.push({ from, until, by })
  }
  for (const [at, { day, holder }] of takings.entries()) {
    add(next, addDays(day, -1), null)
    const following = takings[at + 1]?.day
    const left = leavings.find(one => one.day >= day && (following === undefined || one.day < following))?.day
    const until = left ?? (following === undefined ? end : addDays(following, -1))
    add(day, until, { name: holder ?? null })
    next = addDays(until, 1)
  }
  add(next, end, null)
  return times.map((one, at) => ({
    ...one,
    until: at === times.length - 1 && life.until === null ? null : one.until,
    days: daysBetween(one.from, one.until) + 1,
  }))
}

const last = (days: readonly (Day | null)[]): Day | null =>
  days
    .flatMap(day => (day === null ? [] : [day]))
    .sort()
    .at(-1) ?? null

const lastOf = ({ holders, vacancies }: Pick<Life, 'holders' | 'vacancies'>) => ({
  taken: last(holders.map(({ heldFrom }) => heldFrom)),
  left: last(vacancies.map(({ lastDay }) => lastDay)),
})

/** What is wrong with the first day of a holder; periods follow one another. */
export const takeProblems = (
  since: Day | null,
  heldFrom: Day | null,
  lines: Pick<Life, 'holders' | 'vacancies'>,
): readonly Problem[] => {
  if (heldFrom === null) return []
  const { taken, left } = lastOf(lines)
  const wrong = (message: string) => [{ field: 'heldFrom-day', message }]
  if (since !== null && heldFrom < since) return wrong(`It has been there since ${formatDay(since)}`)
  if (taken !== null && heldFrom <= taken)
    return wrong(`Somebody has held it from ${formatDay(taken)}. Enter a later day`)
  return left !== null && heldFrom <= left
    ? wrong(`Whoever held it before did so until ${formatDay(left)}. Enter a later day`)
    : []
}

/** What is wrong with the last day of whoever holds it. */
export const leaveProblems = (lastDay: Day | null, lines: Pick<Life, 'holders' | 'vacancies'>): readonly Problem[] => {
  const { taken } = lastOf(lines)
  return lastDay !== null && taken !== null && lastDay < taken
    ? [
        {
          field: 'lastDay-day',
          message: `Whoever holds it took it on ${formatDay(taken)}. Enter that day or a later one`,
        },
      ]
    : []
}

/** What is wrong with the end of a seat or post itself. */
export const endProblems = (
  field: string,
  until: Day | null,
  since: Day | null,
  lines: Pick<Life, 'holders' | 'vacancies'>,
): readonly Problem[] => {
  const { taken, left } = lastOf(lines)
  const latest = last([since, taken, left])
  return until !== null && latest !== null && until < latest
    ? [
        {
          field: `${field}-day`,
          message: `Something is recorded for ${formatDay(latest)}. It cannot end before that day`,
        },
      ]
    : []
}

/** The day after the last one of whoever left: the first without anybody. */
export const vacantFrom = (lines: Pick<Life, 'vacancies'>): Day | null => {
  const left = lines.vacancies.at(-1)?.lastDay ?? null
  return left === null ? null : addDays(left, 1)
}

/** Whether nobody holds a record of the table on a day, as SQL over its lines of holders and vacancies. */
export const vacantOn = (table: string, day: string): string => `not coalesce((
  select not exists (
    select from ${table}_vacancies v where v.record_id = ${table}.id and v.last_day >= h.held_from and v.last_day < ${day})
    from ${table}_holders h where h.record_id = ${table}.id and h.held_from <= ${day} order by h.held_from desc limit 1), false)`
