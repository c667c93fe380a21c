import type { Day, Instant } from '../kit/dates.ts'
import type { Fields } from './field.ts'
import type { Context, LineGroups, Lines, RecordDeclaration, Row } from './record.ts'

/** How long, in the unit the rule names; a setting is a number that local policy may change. */
export type Span =
  | ({
      readonly unit: 'workingDays' | 'workingDaysToTheHour' | 'workingHours' | 'hours' | 'days' | 'weeks' | 'months'
      readonly n: number
    } & Ends)
  | ({ readonly unit: 'workingHours' | 'workingDays' | 'hours' | 'days'; readonly setting: string } & Ends)
  /** Before the first session of the school that the `agency` field holds, by that school's own calendar (OE-01, OE-03). */
  | { readonly unit: 'nextSchoolDay'; readonly school: string }

interface Ends {
  /** Where the last day is no working day, the next working day is the last (rulebook SR-01). For spans of whole days. */
  readonly onWorkingDay?: true
}

const span = (unit: Exclude<Span['unit'], 'nextSchoolDay'>) => (n: number | Setting) =>
  (typeof n === 'number' ? { unit, n } : { unit, setting: n.key }) as Span
export const workingDays = span('workingDays')
/** The same time of day, so many working days later; what starts on no working day starts when the next one opens. */
export const workingDaysToTheHour = (n: number): Span => ({ unit: 'workingDaysToTheHour', n })
export const workingHours = span('workingHours')
export const hours = span('hours')
export const days = span('days')
export const weeks = span('weeks')
export const months = span('months')
/** A span of whole days that never ends on a weekend or bank holiday: the next working day is then its last. */
export const endingOnWorkingDay = (of: Span): Span => ('school' in of ? of : { ...of, onWorkingDay: true })
export const nextSchoolDay = (school: string): Span => ({ unit: 'nextSchoolDay', school })

/** A number that local policy sets; rulebook grades C and D are always settings. Shown to people as local policy. */
export interface Setting {
  readonly key: string
  readonly label: string
  readonly unit: string
  readonly default: number
  readonly source: string
}
export const setting = (declaration: Setting): Setting => declaration

interface ClockBase<F extends Fields> {
  readonly key: string
  readonly label: string
  /** Law with section, or "Local policy"; printed as the footnote. */
  readonly basis: string
  /** Rulebook id. */
  readonly rule: string
  /** The clock exists only for rows of which this is true. */
  readonly when?: (row: Row<F>) => boolean
  /** States in which the clock stands still; the time spent there is added to the due moment. */
  readonly pausedIn?: readonly string[]
  /** Events between these days fall under the rule. */
  readonly validFrom?: Day
  readonly validTo?: Day
}

export interface OnceClock<F extends Fields = Fields> extends ClockBase<F> {
  readonly shape: 'once'
  readonly starts: keyof F & string
  readonly meets: keyof F & string
  /** A function where the length depends on the row, such as the urgency given to it. */
  readonly due: Span | ((row: Row<F>, context: Pick<Context, 'setting'>) => Span | null)
}

export interface RecurringClock<F extends Fields = Fields, L extends LineGroups = LineGroups> extends ClockBase<F> {
  readonly shape: 'recurring'
  readonly starts: keyof F & string
  readonly ends: keyof F & string
  readonly met: { readonly line: keyof L & string; readonly on: string }
  /** The gap after the last one, or after the start. */
  readonly every: (row: Row<F>, last: Day) => Span
  /** Lines that do not count towards the clock are left out. */
  readonly counts?: (line: Lines<L>[keyof L][number]) => boolean
}

export type Clock<F extends Fields = Fields, L extends LineGroups = LineGroups> = OnceClock<F> | RecurringClock<F, L>

export const clock = <F extends Fields, L extends LineGroups>(
  _of: RecordDeclaration<string, F, L>,
  declaration: Omit<OnceClock<F>, 'shape'>,
): OnceClock<F> => ({ shape: 'once', ...declaration })

export const recurringClock = <F extends Fields, L extends LineGroups>(
  _of: RecordDeclaration<string, F, L>,
  declaration: Omit<RecurringClock<F, L>, 'shape'>,
): RecurringClock<F, L> => ({ shape: 'recurring', ...declaration })

/** A stored clock of one record, as the store keeps it. */
export interface ClockRow {
  readonly clock: string
  /** 1 for a single clock; the n-th occurrence of a recurring one. */
  readonly sequence: number
  readonly startedAt: Instant
  readonly dueAt: Instant
  /** Whole-day clocks are due by the end of the London day. */
  readonly dueOn: Day
  readonly metAt: Instant | null
  readonly pausedAt: Instant | null
  /** How long it stood still so far: working days or days for clocks of whole days, minutes for the others. */
  readonly pausedFor: number
  /** The due moment rests on an assumption, such as a missing school calendar. */
  readonly provisional: boolean
}
