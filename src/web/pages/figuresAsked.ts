import type { Register } from '../../declare/register.ts'
import type { Actor } from '../../engine/actor.ts'
import type { Engine } from '../../engine/engine.ts'
import { seesCases } from '../../engine/measures/disclosure.ts'
import { type Scope, scopeOf, seesFigures } from '../../engine/measures/find.ts'
import { countedFor } from '../../engine/measures/tally.ts'
import { usualPeriod } from '../../engine/measures/usualPeriod.ts'
import { invalid, notFound } from '../../engine/outcome.ts'
import { today } from '../../kit/clock.ts'
import { addDays, addMonths, type Day, formatDay, type Instant, instantOf, isDay } from '../../kit/dates.ts'
import { type Period, type PeriodKind, periodHolding, periodKinds, previousPeriod } from '../../kit/periods.ts'
import type { Query, Visit, Web } from '../web.ts'

/** Of what time figures are asked, and as known when: all of it stands in the address. */
export interface Chosen {
  readonly period: Period
  /** Absent for now. */
  readonly asAt: Instant | undefined
  /** As it stands in the address: a day, whose end is meant; empty for now. */
  readonly asAtDay: string
  /** Whether this person may open the cases of the first register on the page, so that every period and day is theirs to ask. */
  readonly free: boolean
}

/** The registers whose figures this person sees. @throws Outcome notFound where there are none */
export const registersFor = (web: Web, visit: Visit): readonly Register[] => {
  const seen = web.engine.registers.filter(one => one.measures.length > 0 && seesFigures(web.engine, one, visit.actor))
  if (seen.length === 0) throw notFound()
  return seen
}

/**
 * All figures of a page of one state of the records, whatever is recorded while it is made. It holds one of the few connections for
 * figures: the work asks through the engine it is given, for pages that each waited for a second one would wait for ever.
 */
export const countedTogether = <T>(web: Web, visit: Visit, work: (web: Web) => Promise<T>): Promise<T> =>
  countedFor(web.engine, visit.actor, engine => work({ ...web, engine }))

/** One value of the address, never longer than a period or a day can be. @throws Outcome invalid when it is given twice */
export const oneOf = (query: Query, name: string): string | undefined => {
  const value = query[name]
  if (value === undefined || typeof value === 'string') return value?.trim().slice(0, 100)
  throw invalid([{ field: name, message: `The address gives “${name}” more than once` }])
}

/** The present day is not over, so its end is now. */
const readAsAt = (text: string): Instant | undefined => {
  if (text === '' || text === today()) return undefined
  if (!isDay(text))
    throw invalid([{ field: 'asAt', message: `“${text}” is not a day. Write “as known on” like 2026-03-31` }])
  return instantOf(addDays(text, 1), '00:00')
}

/** @throws Outcome invalid, in words, for a period or day that makes no sense */
export const readChosen = async (
  engine: Engine,
  actor: Actor,
  query: Query,
  registers: readonly Register[],
): Promise<Chosen> => {
  const asAtDay = oneOf(query, 'asAt') ?? ''
  const asAt = readAsAt(asAtDay)
  const text = oneOf(query, 'period')
  const period = text ? text : await usualPeriod(engine, registers)
  const scope: Scope = scopeOf({ period, asAt })
  const [first] = registers
  return { period: scope.period, asAt, asAtDay, free: first !== undefined && seesCases(first, actor) }
}

/** The same time at another page. */
export const addressOf = (
  path: string,
  { period, asAtDay }: Pick<Chosen, 'period' | 'asAtDay'>,
  more: Readonly<Record<string, string>> = {},
): string => {
  const query = new URLSearchParams({ period: period.id, ...(asAtDay === '' ? {} : { asAt: asAtDay }), ...more })
  return `${path}?${query.toString().replaceAll('%3A', ':')}`
}

/** The last day of the month before that of a day. */
const monthEndBefore = (day: Day): Day => addDays(`${day.slice(0, 7)}-01`, -1)

const howMany: Readonly<Record<PeriodKind, number>> = {
  financial_year: 8,
  report_year: 8,
  school_year: 8,
  calendar_year: 8,
  rolling_12_months: 24,
  quarter: 16,
  month: 36,
  week: 53,
}

/** The period of a kind that holds a day; of rolling ones, the last that had ended by then with a month. */
const holding = (kind: PeriodKind, day: Day): Period =>
  periodHolding(kind, kind === 'rolling_12_months' ? monthEndBefore(addDays(day, 1)) : day)

const before = (period: Period): Period =>
  period.kind === 'rolling_12_months'
    ? holding(period.kind, addDays(`${period.to.slice(0, 7)}-01`, -1))
    : previousPeriod(period)

/** The kinds of period this person may ask, each with its period nearest to the one chosen. */
export const kindsFor = ({ period, free }: Chosen): readonly { label: string; period: Period }[] => {
  const [day = period.to] = [period.to, today()].sort()
  return periodKinds
    .filter(({ kind }) => free || kind !== 'week')
    .map(({ kind, label }) => ({ label, period: kind === period.kind ? period : holding(kind, day) }))
}

/** The periods of the kind chosen, newest first; the one chosen is always among them. */
export const periodsFor = ({ period }: Chosen): readonly Period[] => {
  const recent: Period[] = []
  for (let one = holding(period.kind, today()); recent.length < howMany[period.kind]; one = before(one))
    recent.push(one)
  const all = recent.some(one => one.id === period.id) ? recent : [...recent, period]
  return all.toSorted((a, b) => (a.from < b.from ? 1 : -1))
}

/** The ends of months of the last three years, for those who may not choose every day. */
export const monthEnds = (chosen: Day | ''): readonly { value: string; text: string }[] => {
  const last = monthEndBefore(today())
  const ends = Array.from({ length: 36 }, (_, n) => addDays(addMonths(addDays(last, 1), -n), -1))
  const all = chosen === '' || ends.includes(chosen) ? ends : [chosen, ...ends]
  return all.map(value => ({ value, text: `the end of ${formatDay(value)}` }))
}
