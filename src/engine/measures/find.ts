import type { Field } from '../../declare/field.ts'
import type { Measure } from '../../declare/measure.ts'
import type { Register } from '../../declare/register.ts'
import { now } from '../../kit/clock.ts'
import { type Instant, isInstant, toInstant } from '../../kit/dates.ts'
import { type Period, period as periodOf } from '../../kit/periods.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { invalid, Outcome } from '../outcome.ts'
import { hiddenFields } from '../store/columns.ts'
import { mayRead } from '../store/read.ts'

/** A measure with the register it counts in. */
export interface Found {
  readonly register: Register
  readonly measure: Measure
}

/** Every declared measure, in the order of the registers. */
export const allMeasures = (engine: Pick<Engine, 'registers'>): readonly Found[] =>
  engine.registers.flatMap(register => register.measures.map(measure => ({ register, measure })))

/** @throws Outcome notFound, naming no other */
export const measureByKey = (engine: Pick<Engine, 'registers'>, key: string): Found => {
  const found = allMeasures(engine).find(({ measure }) => measure.key === key)
  if (!found) throw unknown(key)
  return found
}

/** Whether this person sees the figures of a register: whoever reads records of it, and the roles that see all figures. */
export const seesFigures = (
  engine: Pick<Engine, 'roles'>,
  register: Register,
  { role }: Pick<Actor, 'role'>,
): boolean => role === 'system' || mayRead(register, role) || engine.roles[role]?.figures === true

/** As `measureByKey`, for somebody: a figure that is not theirs to see is absent. */
export const measureFor = (
  engine: Pick<Engine, 'registers' | 'roles'>,
  actor: Pick<Actor, 'role'>,
  key: string,
): Found => {
  const found = measureByKey(engine, key)
  if (!seesFigures(engine, found.register, actor)) throw unknown(key)
  return found
}

const unknown = (key: string) => new Outcome('notFound', `There is no figure “${key.slice(0, 60)}”`)

/** Of what time, and as known when. A period may be given as people type it; without an instant it is now. */
export interface Asked {
  readonly period: Period | string
  readonly asAt?: Instant | undefined
  /** Whether the figure is to carry the digest of its cases: to freeze it, or to verify one that was frozen. */
  readonly withDigest?: boolean
}

/** The same, understood. `tables` is null where the current tables answer. */
export interface Scope {
  readonly period: Period
  readonly asAt: Instant
  readonly tables: Instant | null
  readonly withDigest: boolean
}

/** @throws Outcome invalid, saying what would be right */
export const scopeOf = ({ period, asAt, withDigest = false }: Asked): Scope => {
  const present = now()
  const at = asAt === undefined ? present : readInstant(asAt)
  if (at > present)
    throw invalid([
      { field: 'asAt', message: 'Nobody knows yet what the figures will be: “as at” must be in the past' },
    ])
  return {
    period: typeof period === 'string' ? readPeriod(period) : period,
    asAt: at,
    tables: at < present ? at : null,
    withDigest,
  }
}

const readInstant = (text: string): Instant => {
  try {
    return isInstant(text) ? text : toInstant(text)
  } catch {
    throw invalid([{ field: 'asAt', message: `“${text.slice(0, 40)}” is not a moment such as 2022-04-15T09:00:00Z` }])
  }
}

const readPeriod = (text: string): Period => {
  try {
    return periodOf(text)
  } catch (error) {
    throw invalid([{ field: 'period', message: error instanceof Error ? error.message : String(error) }])
  }
}

/** Kinds of field whose values name rows of a breakdown, each case in exactly one. */
const dividing: readonly Field['kind'][] = ['choice', 'yesNo', 'agency', 'text', 'wholeNumber']

/** The fields by which this person may break the figure down. */
export const dimensionsOf = ({ register, measure }: Found, actor: Pick<Actor, 'role'>): readonly string[] => {
  const hidden = hiddenFields(register, actor.role)
  return measure.by.filter(name => {
    const field = register.record.fields[name]
    return field !== undefined && dividing.includes(field.kind) && !hidden.has(name)
  })
}

export const dimensionLabel = (register: Register, by: string): string => {
  const field = register.record.fields[by]
  return field?.label ?? field?.question ?? by
}

/** @throws Outcome invalid, with the fields there are */
export const dimensionOf = (found: Found, actor: Pick<Actor, 'role'>, by: string): Field => {
  const known = dimensionsOf(found, actor)
  const field = known.includes(by) ? found.register.record.fields[by] : undefined
  if (!field)
    throw invalid([
      {
        field: 'by',
        message: `“${found.measure.label}” cannot be broken down by “${by.slice(0, 60)}”. It can be by: ${known.join(', ')}`,
      },
    ])
  return field
}
