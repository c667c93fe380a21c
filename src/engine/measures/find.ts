import { type ChoiceField, type Field, optionOf } from '../../declare/field.ts'
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

/** Ends the name of a breakdown by the groups of a field's options: "ethnicity.group". */
const byGroup = '.group'

/** What a figure is broken down by: a field of its record, or the groups into which its options are declared to roll up. */
export interface Dimension {
  /** As it is asked for: "ethnicity", "ethnicity.group". */
  readonly by: string
  readonly name: string
  readonly field: Field
  readonly grouped: boolean
  /** Where the cases query puts it together itself: under which name. */
  readonly column?: string
}

/** Whether the options of a field roll up into groups. */
export const hasGroups = (field: Field): field is ChoiceField =>
  field.kind === 'choice' && Object.keys(field.options).some(code => optionOf(field.options, code)?.group !== undefined)

const dimensionsFor = ({ register, measure }: Found, actor: Pick<Actor, 'role'>): readonly Dimension[] => {
  const hidden = hiddenFields(register, actor.role)
  const own = Object.entries(measure.also ?? {}).map(([by, { field, column }]) => ({
    ...{ by, name: by, field, column },
    grouped: false,
  }))
  const declared = measure.by.flatMap(name => {
    const field = register.record.fields[name]
    if (field === undefined || !dividing.includes(field.kind) || hidden.has(name)) return []
    const fine = { by: name, name, field, grouped: false }
    return hasGroups(field) ? [{ ...fine, by: `${name}${byGroup}`, grouped: true }, fine] : [fine]
  })
  return [...declared, ...own]
}

/** By what this person may break the figure down; where the options of a field have groups, by group before option by option. */
export const dimensionsOf = (found: Found, actor: Pick<Actor, 'role'>): readonly string[] =>
  dimensionsFor(found, actor).map(({ by }) => by)

/** The same with each field once: by group where its options have groups. */
export const mainDimensionsOf = (found: Found, actor: Pick<Actor, 'role'>): readonly string[] => {
  const all = dimensionsFor(found, actor)
  return all.filter((one, n) => all[n - 1]?.name !== one.name).map(({ by }) => by)
}

/** The other way to break down by the same field, where there is one: its options for its groups, its groups for its options. */
export const otherDimension = (found: Found, actor: Pick<Actor, 'role'>, by: string): string | undefined => {
  const all = dimensionsFor(found, actor)
  const name = all.find(one => one.by === by)?.name
  return all.find(one => one.name === name && one.by !== by)?.by
}

/** Ends the label of a breakdown option by option where there is one by group. */
export const inDetail = ', in detail'

/** Two breakdowns by one field have its label: the one by options says so. */
export const dimensionLabel = ({ register, measure }: Found, by: string): string => {
  const name = by.endsWith(byGroup) ? by.slice(0, -byGroup.length) : by
  const field = register.record.fields[name] ?? measure.also?.[name]?.field
  const label = field?.label ?? field?.question ?? name
  return field !== undefined && hasGroups(field) && name === by ? `${label}${inDetail}` : label
}

/** @throws Outcome invalid, with the dimensions there are */
export const dimensionOf = (found: Found, actor: Pick<Actor, 'role'>, by: string): Dimension => {
  const dimension = dimensionsFor(found, actor).find(one => one.by === by)
  if (!dimension)
    throw invalid([
      {
        field: 'by',
        message: `“${found.measure.label}” cannot be broken down by “${by.slice(0, 60)}”. It can be by: ${dimensionsOf(found, actor).join(', ')}`,
      },
    ])
  return dimension
}
