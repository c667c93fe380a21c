import type { Measure } from '../../declare/measure.ts'
import type { Register } from '../../declare/register.ts'
import { addDays, type Instant, londonDay, londonTime } from '../../kit/dates.ts'
import { monthsOf, type Period, periodHolding } from '../../kit/periods.ts'
import {
  confidential,
  isSuppressed,
  type PublishedCount,
  suppressBreakdown,
  suppressCounts,
  suppressShare,
  suppressTable,
} from '../../kit/suppression.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { invalid } from '../outcome.ts'
import { mayOpenCases } from '../store/read.ts'
import type { Scope } from './find.ts'
import { isYear } from './rate.ts'
import { isTimed, nothing, type Tally } from './tally.ts'

/** A number as it may leave the engine: itself, "[c]" where it is hidden, "[z]" where there is none (rulebook DC-06). */
export type Published = number | typeof confidential | typeof notApplicable
export const notApplicable = '[z]'

/** What may be told of one tally. `whole` is whether anything of it may be. */
export interface Told {
  readonly whole: boolean
  readonly counted: Published
  readonly cases: Published
  readonly open: Published
  readonly overdue: Published
}

/** Whether this person may open every case of the register, so that nothing has to be hidden from them. */
export const seesCases = (register: Register, { role }: Pick<Actor, 'role'>): boolean =>
  role === 'system' || mayOpenCases(register, role)

const hiddenTold: Told = {
  whole: false,
  counted: confidential,
  cases: confidential,
  open: confidential,
  overdue: confidential,
}
const exact = ({ counted, cases, open, overdue }: Tally): Told => ({ whole: true, counted, cases, open, overdue })

/**
 * What people who may not open the cases may ask. Every further period or instant they could choose would let them take
 * one figure from another (rulebook DC-02, DC-05), so periods are whole months and instants the ends of months.
 * @throws Outcome invalid
 */
export const checkAsked = ({ period, tables }: Scope): void => {
  const wholeMonths = monthsOf(period)
  if (wholeMonths[0]?.from !== period.from || wholeMonths.at(-1)?.to !== period.to)
    throw invalid([
      {
        field: 'period',
        message: 'Without leave to open the cases, figures are shown for whole months, quarters and years',
      },
    ])
  if (tables !== null && !isMonthEnd(tables))
    throw invalid([
      {
        field: 'asAt',
        message: 'Without leave to open the cases, figures are shown as known now or as at the end of a month',
      },
    ])
}

/** The last moment of a month in London, or the first of the next. */
const isMonthEnd = (instant: Instant): boolean => {
  const [day, time] = [londonDay(instant), londonTime(instant)]
  return time === '00:00' ? day.endsWith('-01') : time === '23:59' && addDays(day, 1).endsWith('-01')
}

/** Whether a figure may be shown taken by itself (DC-01, DC-03). */
const showable = (measure: Measure, { counted, cases }: Tally, threshold: number): boolean => {
  if (measure.unit === 'percent') return !isSuppressed(suppressShare(counted, cases, threshold))
  const small = counted >= 1 && counted <= threshold
  return !small
}

/** The financial years that a period touches: the months of each are hidden together. */
const yearsOf = (period: Period): readonly Period[] => {
  const first = periodHolding('financial_year', period.from)
  const last = periodHolding('financial_year', period.to)
  return first.id === last.id ? [first] : [first, last]
}

/** The periods whose tallies have to be known to say what may be shown of these. */
export const contextOf = (periods: readonly Period[]): readonly Period[] =>
  periods.flatMap(one => yearsOf(one).flatMap(year => [year, ...monthsOf(year)]))

interface YearGrid {
  readonly hidden: ReadonlySet<string>
  readonly shown: boolean
}

/**
 * The months of a financial year that are hidden: the small ones, and others so that none is found by taking the rest from
 * the year, which is published when it is not small itself.
 */
const gridOf = (measure: Measure, year: Period, tallies: ReadonlyMap<string, Tally>, threshold: number): YearGrid => {
  const months = monthsOf(year)
  const ofMonth = months.map(month => tallies.get(month.id) ?? nothing)
  const whole = tallies.get(year.id) ?? nothing
  const shown = showable(measure, whole, threshold)
  const hiddenRows = hiddenOf(measure, ofMonth, shown, threshold)
  return { shown, hidden: new Set(months.filter((_, n) => hiddenRows[n]).map(month => month.id)) }
}

const hides = (one: PublishedCount | undefined): boolean => one === undefined || isSuppressed(one)

/** Which of the parts of a published or hidden whole are hidden. Used for months of a year and for rows of a breakdown. */
export const hiddenOf = (
  measure: Measure,
  parts: readonly Tally[],
  wholeShown: boolean,
  threshold: number,
): readonly boolean[] => {
  if (measure.unit !== 'percent') {
    const counts = parts.map(({ counted }) => counted)
    const cells = wholeShown ? suppressCounts(counts, threshold) : suppressBreakdown(counts, threshold).cells
    return parts.map((tally, n) => hides(cells[n]) || !showable(measure, tally, threshold))
  }
  const rows = parts.map(({ counted, cases }) => [counted, cases - counted])
  const table = suppressTable({ rows, withTotals: true }, threshold)
  const givesTotalAway = wholeShown && [table.total, ...table.columnTotals].some(hides)
  const hidden = parts.map(
    (tally, n) =>
      givesTotalAway ||
      hides(table.rowTotals[n]) ||
      (table.rows[n] ?? []).some(hides) ||
      !showable(measure, tally, threshold),
  )
  return withCompany(parts, hidden)
}

/** A share hidden alone is found by subtraction: the next smallest is hidden with it. */
const withCompany = (parts: readonly Tally[], hidden: readonly boolean[]): readonly boolean[] => {
  if (hidden.filter(one => one).length !== 1) return hidden
  const others = parts.map(({ cases }, n) => ({ cases, n })).filter(({ cases, n }) => !hidden[n] && cases > 0)
  const next = others.sort((a, b) => a.cases - b.cases)[0]
  return hidden.map((one, n) => one || n === next?.n)
}

/** Open and overdue are parts of the cases not counted: all four parts may be told, or neither of the two. */
const openTold = (
  { cases, counted, open, overdue }: Tally,
  allowed: boolean,
  threshold: number,
): Pick<Told, 'open' | 'overdue'> => {
  const parts = suppressCounts([counted, cases - counted - open, open - overdue, overdue], threshold)
  return allowed && !parts.some(hides) ? { open, overdue } : { open: confidential, overdue: confidential }
}

const toldOf = (measure: Measure, tally: Tally, withOpen: boolean, threshold: number): Told => ({
  whole: true,
  counted: tally.counted,
  // Beside a count or a median, the cases not counted would be a further number to hide.
  cases: measure.unit === 'count' ? tally.counted : isTimed(measure) ? confidential : tally.cases,
  ...openTold(tally, withOpen, threshold),
})

/**
 * What this person may be told of each period. A period is shown to those who may not open the cases when it can be worked
 * out from what is shown anyway: it holds none of a year's hidden months, or all of them and the year is shown.
 */
export const publisher = (
  engine: Pick<Engine, 'smallNumber'>,
  measure: Measure,
  sees: boolean,
  tallies: ReadonlyMap<string, Tally>,
): ((period: Period) => Told) => {
  const threshold = engine.smallNumber
  const grids = new Map<string, YearGrid>()
  const gridFor = (year: Period): YearGrid => {
    const grid = grids.get(year.id) ?? gridOf(measure, year, tallies, threshold)
    grids.set(year.id, grid)
    return grid
  }
  const derivable = (period: Period): boolean => {
    const within = new Set(monthsOf(period).map(month => month.id))
    return yearsOf(period).every(year => {
      const { hidden, shown } = gridFor(year)
      const touched = [...hidden].filter(id => within.has(id)).length
      return touched === 0 || (touched === hidden.size && shown)
    })
  }
  return period => {
    const tally = tallies.get(period.id) ?? nothing
    if (sees) return exact(tally)
    return showable(measure, tally, threshold) && derivable(period)
      ? toldOf(measure, tally, isYear(period), threshold)
      : hiddenTold
  }
}

/** What may be told of the rows of a breakdown, in their order, with the whole told as it is; `groups` names that of each row. */
export const publishRows = (
  engine: Pick<Engine, 'smallNumber'>,
  measure: Measure,
  sees: boolean,
  rows: readonly Tally[],
  whole: Told,
  groups?: readonly string[],
): readonly Told[] => {
  if (sees) return rows.map(exact)
  const threshold = engine.smallNumber
  const hidden = groups
    ? hiddenInGroups(measure, rows, groups, whole.whole, threshold)
    : hiddenOf(measure, rows, whole.whole, threshold)
  return rows.map((tally, n) => (hidden[n] ? hiddenTold : { ...toldOf(measure, tally, false, threshold) }))
}

const together = (tallies: readonly Tally[]): Tally => ({
  ...nothing,
  cases: tallies.reduce((sum, { cases }) => sum + cases, 0),
  counted: tallies.reduce((sum, { counted }) => sum + counted, 0),
})

/**
 * The same rows may be asked by group and one by one, so one answer must not give away what the other hides: groups are
 * hidden first, always the same ones; the rows of a hidden group are all hidden, those of a shown one as parts of it.
 */
const hiddenInGroups = (
  measure: Measure,
  rows: readonly Tally[],
  groups: readonly string[],
  wholeShown: boolean,
  threshold: number,
): readonly boolean[] => {
  // In the order of their names, which no period and no way of asking changes: of equals, the first is hidden.
  const names = [...new Set(groups)].sort()
  const members = names.map(name => rows.flatMap((tally, n) => (groups[n] === name ? [{ tally, n }] : [])))
  const sums = members.map(of => together(of.map(({ tally }) => tally)))
  const hiddenGroups = hiddenOf(measure, sums, wholeShown, threshold)
  const hidden = new Set(
    members.flatMap((of, g) => {
      const tallies = of.map(({ tally }) => tally)
      const parts = hiddenGroups[g]
        ? tallies.map(({ cases }) => cases > 0)
        : hiddenOf(measure, tallies, true, threshold)
      return of.filter((_, at) => parts[at]).map(({ n }) => n)
    }),
  )
  return rows.map((_, n) => hidden.has(n))
}

/** Whether a figure of this period may be broken down: for others than whole years, rows could be taken from each other. */
export const mayBreakDown = (sees: boolean, period: Period): boolean =>
  sees || (isYear(period) && period.kind !== 'rolling_12_months')

/** @throws Outcome invalid */
export const checkBreakdown = ({ period }: Scope): void => {
  if (!mayBreakDown(false, period))
    throw invalid([
      { field: 'period', message: 'Without leave to open the cases, breakdowns are shown for whole years only' },
    ])
}
