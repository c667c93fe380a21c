import { sql } from 'kysely'
import { type ChoiceField, type Field, groupOf, optionOf } from '../../declare/field.ts'
import type { Period } from '../../kit/periods.ts'
import { percentage } from '../../kit/statistics.ts'
import { confidential } from '../../kit/suppression.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { checkBreakdown, notApplicable, type Published, publishRows, seesCases, type Told } from './disclosure.ts'
import { type Amount, amountOf, type Figure, figureIn } from './figure.ts'
import { type Asked, type Dimension, dimensionLabel, dimensionOf, hasGroups, measureFor, scopeOf } from './find.ts'
import { countedFor, nothing, type Tally, talliesBy } from './tally.ts'

export interface BreakdownRow extends Amount {
  /** The answer as it is stored, or the group; null for the row "Not recorded". */
  readonly code: string | null
  readonly label: string
  /** No answer, or one that says that the fact is not known: refused, not stated, not asked. */
  readonly notKnown: boolean
  /** Percent of all cases of the figure (of those counted, for a count). */
  readonly share: Published
}

/** A figure with the rows it is made of: every case is in exactly one of them. */
export interface Breakdown {
  readonly figure: Figure
  readonly by: string
  readonly byLabel: string
  /** The cases of all rows that are not known, of all cases; null where the answers do not say what is not known. */
  readonly notKnown: { readonly cases: Published; readonly of: Published; readonly share: Published } | null
  readonly rows: readonly BreakdownRow[]
}

/**
 * A figure broken down by a declared field of its record, or by the groups of its options ("ethnicity.group"). Rows add up to the figure, with "Not recorded" always among them.
 * @throws Outcome notFound or invalid, as `figureOf`, and invalid for a field it cannot be broken down by
 */
export const breakdownOf = async (
  engine: Engine,
  actor: Actor,
  key: string,
  asked: Asked & { readonly by: string },
): Promise<Breakdown> => {
  const found = measureFor(engine, actor, key)
  const dimension = dimensionOf(found, actor, asked.by)
  const scope = scopeOf(asked)
  if (!seesCases(found.register, actor)) checkBreakdown(scope)
  const { figure, whole, tallies } = await countedFor(engine, actor, async within => {
    const { figure, tally: whole } = await figureIn(within, actor, found, scope)
    return { figure, whole, tallies: await talliesBy(within, found, scope.period, dimension, scope) }
  })
  const names = await namesOf(engine, dimension, scope.period, [...tallies.keys()])
  const rows = names.map(name => ({ ...name, tally: tallies.get(name.code) ?? nothing }))
  checkSum(
    key,
    whole,
    rows.map(({ tally }) => tally),
  )
  const told = publishRows(
    engine,
    found.measure,
    figure.opens,
    rows.map(({ tally }) => tally),
    asTold(figure),
    hasGroups(dimension.field) ? rows.map(({ group }) => group) : undefined,
  )
  const shown = rows.map(({ code, label, notKnown, tally }, n) => {
    const amount = amountOf(found.measure, tally, told[n] as Told)
    return { code, label, notKnown, ...amount, share: shareOf(figure, amount) }
  })
  return {
    figure,
    by: asked.by,
    byLabel: dimensionLabel(found, asked.by),
    notKnown: saysNotKnown(dimension.field) ? notKnownOf(figure, shown) : null,
    rows: shown,
  }
}

/** Whether some options of a field say that the fact is not known: without them nobody can tell how much is. */
const saysNotKnown = (field: Field): boolean =>
  field.kind === 'choice' && Object.keys(field.options).some(code => optionOf(field.options, code)?.notKnown)

/** Added up from what may be told of the rows, so that it tells no more than they do. */
const notKnownOf = (figure: Figure, rows: readonly BreakdownRow[]): Breakdown['notKnown'] => {
  const cases = rows.filter(row => row.notKnown).map(row => casesOf(figure.unit, row))
  const sum = cases.reduce<Published>(
    (all, one) => (typeof all === 'number' && typeof one === 'number' ? all + one : confidential),
    0,
  )
  const of = casesOf(figure.unit, figure)
  return { cases: sum, of, share: percentOf(sum, of) }
}

const asTold = ({ value, numerator, denominator }: Figure): Told => ({
  whole: value !== confidential,
  counted: numerator,
  cases: denominator,
  open: confidential,
  overdue: confidential,
})

/** A remainder is never silent: rows that do not add up to the figure are a defect, and no figure leaves. */
const checkSum = (key: string, whole: Tally, rows: readonly Tally[]): void => {
  const sum = rows.reduce((all, { cases }) => all + cases, 0)
  if (whole.cases !== sum) throw new Error(`${key}: the rows hold ${sum} cases and the figure ${whole.cases}`)
}

/** All cases of a row or a figure; those counted, for a count. */
const casesOf = (unit: Figure['unit'], { numerator, denominator }: Pick<Amount, 'numerator' | 'denominator'>) =>
  unit === 'count' ? numerator : denominator

const shareOf = (figure: Figure, row: Amount): Published =>
  percentOf(casesOf(figure.unit, row), casesOf(figure.unit, figure))

const percentOf = (part: Published, whole: Published): Published => {
  if (part === confidential || whole === confidential) return confidential
  return typeof part === 'number' && typeof whole === 'number'
    ? (percentage(part, whole) ?? notApplicable)
    : notApplicable
}

interface Name {
  readonly code: string | null
  readonly label: string
  readonly notKnown: boolean
  /** The group it rolls up into; itself where it has none. */
  readonly group: string
}

const notRecorded: Name = { code: null, label: 'Not recorded', notKnown: true, group: 'Not recorded' }

const named = ({ code, label }: { readonly code: string; readonly label: string }): Name => ({
  ...{ code, label },
  ...{ notKnown: false, group: code },
})

/** The rows of a breakdown in their order: the declared options, else the answers there are, and "Not recorded" last. */
const namesOf = async (
  engine: Engine,
  { field, grouped }: Dimension,
  period: Period,
  found: readonly (string | null)[],
): Promise<readonly Name[]> => {
  const answers = found.filter((one): one is string => one !== null)
  const names =
    field.kind !== 'choice'
      ? (await answerNames(engine, field, answers)).map(named)
      : grouped
        ? groupNames(field, period, answers)
        : optionNames(field, period, answers)
  return [...names, notRecorded]
}

const isValidIn = ({ options }: ChoiceField, code: string, period: Period): boolean => {
  const { from = '', to = '9999' } = optionOf(options, code) ?? {}
  return from <= period.to && period.from <= to
}

const optionNames = (field: ChoiceField, period: Period, answers: readonly string[]): readonly Name[] =>
  Object.keys(field.options)
    .filter(code => isValidIn(field, code, period) || answers.includes(code))
    .map(code => {
      const { label = code, notKnown = false } = optionOf(field.options, code) ?? {}
      return { code, label, notKnown, group: groupOf(field.options, code) }
    })

/** Groups in the order in which the options name them first. */
const groupNames = (field: ChoiceField, period: Period, answers: readonly string[]): readonly Name[] => {
  const options = Object.keys(field.options)
    .map(code => ({ code, group: groupOf(field.options, code) }))
    .filter(({ code, group }) => isValidIn(field, code, period) || answers.includes(group))
  return [...new Set(options.map(({ group }) => group))].map(group => {
    const { code = group } = options.find(one => one.group === group) ?? {}
    const { label, notKnown = false, group: declared } = optionOf(field.options, code) ?? {}
    return { code: group, label: declared ?? label ?? group, notKnown, group }
  })
}

const answerNames = async (
  engine: Engine,
  field: Field,
  answers: readonly string[],
): Promise<readonly { readonly code: string; readonly label: string }[]> => {
  if (field.kind === 'yesNo')
    return [
      { code: 'true', label: 'Yes' },
      { code: 'false', label: 'No' },
    ]
  if (field.kind === 'agency') return agencyNames(engine, answers)
  const sorted = field.kind === 'wholeNumber' ? answers.toSorted((a, b) => Number(a) - Number(b)) : answers.toSorted()
  return sorted.map(code => ({ code, label: code }))
}

const agencyNames = async (engine: Engine, ids: readonly string[]) => {
  const { rows } = await sql<{ code: string; label: string }>`
    select id as code, name as label from canopy.agency where id = any(${ids}::uuid[]) order by name`.execute(
    engine.pools.measures,
  )
  return rows
}
