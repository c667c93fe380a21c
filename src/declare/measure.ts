import { type Expression, type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { Day, Instant } from '../kit/dates.ts'
import type { Period } from '../kit/periods.ts'
import type { ClockRow } from './clock.ts'
import type { Fields, TextField } from './field.ts'
import type { Line, LineGroups, RecordDeclaration, Row } from './record.ts'

/** The tables a measure may ask: its record, the record's clocks, and its line groups, as they stood at the instant. */
export type MeasureTables<K extends string, F extends Fields, L extends LineGroups> = {
  [T in K]: Row<F>
} & { [T in `${K}_clock`]: ClockRow & { recordId: string } } & {
  [G in keyof L & string as `${K}_${G}`]: Line<L[G]['fields']>
}

/** A period as a question knows it: many are asked in one question, so its days stand in the database alone. */
export interface PeriodAsked {
  /** First day. */
  readonly from: Expression<Day>
  /** Last day, included. */
  readonly to: Expression<Day>
  /** London midnight at which it begins. */
  readonly fromInstant: Expression<Instant>
  /** London midnight at which the next begins; not in the period. */
  readonly toInstant: Expression<Instant>
}

/** One period, asked alone. */
export const alone = ({ from, to, fromInstant, toInstant }: Period): PeriodAsked => ({
  from: sql.val(from),
  to: sql.val(to),
  fromInstant: sql.val(fromInstant),
  toInstant: sql.val(toInstant),
})

export interface MeasureScope {
  readonly period: PeriodAsked
  readonly asAt: Instant
}

/** One case behind a figure. */
export interface Case {
  readonly id: string
  /** Where a case is a line of a record: that record, which is opened for it. */
  readonly recordId?: string
  /** Whether it is in the numerator. */
  readonly counted: boolean
  /** For hours and working days: how long it took. The figure is the median of the cases counted. */
  readonly value?: number | null
  /** For a measure of timeliness: not done yet, and past its time (rulebook TC-08). */
  readonly open?: boolean
  readonly overdue?: boolean
}

/**
 * The cases of a measure, one row each. The query reads its record from the table of the record's own name, so that the
 * engine can break the figure down by the record's fields.
 */
// biome-ignore lint/suspicious/noExplicitAny: the tables of a query differ from measure to measure; its result does not
export type CasesQuery = SelectQueryBuilder<any, any, Case>

/** A question with cases behind it. The engine turns it into figure, trend, breakdowns, drill-down and definition page. */
export interface Measure {
  readonly key: string
  readonly register: string
  readonly label: string
  readonly definition: string
  readonly unit: 'count' | 'percent' | 'hours' | 'workingDays'
  /** What one case is: "contact (one child, one event)". */
  readonly of: string
  readonly numerator: string
  readonly denominator?: string
  readonly source: string
  /** Fields of the record by which the figure may be broken down. */
  readonly by: readonly string[]
  /**
   * By what else it may be broken down: a text that the cases query itself puts together, under `column`, where no field of the record
   * has it, such as the question that a line answers and the audit it belongs to. Whoever sees the figure sees these words.
   */
  readonly also?: Readonly<Record<string, { readonly field: TextField; readonly column: string }>>
  readonly version: number
  /** The cases also tell `open` and `overdue`; the figure is never shown without them (rulebook TC-08). */
  readonly timeliness?: true
  /** The population of which a count is given as a rate per 10,000, by its age band: "0 to 17" (rulebook ST-01). */
  readonly ratePer?: string
  /** Whether more is good, bad or neither; a chart never says so by colour alone. */
  readonly direction?: 'more' | 'fewer'
  // biome-ignore lint/suspicious/noExplicitAny: see CasesQuery
  readonly cases: (db: Kysely<any>, scope: MeasureScope) => CasesQuery
}

export const measure = <K extends string, F extends Fields, L extends LineGroups>(
  of: RecordDeclaration<K, F, L>,
  declaration: Omit<Measure, 'register' | 'cases' | 'by'> & {
    readonly by: readonly (keyof F & string)[]
    readonly cases: (db: Kysely<MeasureTables<K, F, L>>, scope: MeasureScope) => CasesQuery
  },
): Measure => ({ ...declaration, register: of.key, cases: declaration.cases as Measure['cases'] })
