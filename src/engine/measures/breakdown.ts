import { type Field, optionOf } from '../../declare/field.ts'
import type { Period } from '../../kit/periods.ts'
import { percentage } from '../../kit/statistics.ts'
import { confidential } from '../../kit/suppression.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { checkBreakdown, notApplicable, type Published, publishRows, seesCases, type Told } from './disclosure.ts'
import { type Amount, amountOf, type Figure, figureIn } from './figure.ts'
import { type Asked, dimensionLabel, dimensionOf, measureFor, scopeOf } from './find.ts'
import { inSnapshot, nothing, type Tally, talliesBy } from './tally.ts'

export interface BreakdownRow extends Amount {
  /** The answer as it is stored; null for the row "Not recorded". */
  readonly code: string | null
  readonly label: string
  /** Percent of all cases of the figure (of those counted, for a count). */
  readonly share: Published
}

/** A figure with the rows it is made of: every case is in exactly one of them. */
export interface Breakdown {
  readonly figure: Figure
  readonly by: string
  readonly byLabel: string
  readonly rows: readonly BreakdownRow[]
}

/**
 * A figure broken down by a declared field of its record. Rows add up to the figure, with "Not recorded" always among them.
 * @throws Outcome notFound or invalid, as `figureOf`, and invalid for a field it cannot be broken down by
 */
export const breakdownOf = async (
  engine: Engine,
  actor: Actor,
  key: string,
  asked: Asked & { readonly by: string },
): Promise<Breakdown> => {
  const found = measureFor(engine, actor, key)
  const field = dimensionOf(found, actor, asked.by)
  const scope = scopeOf(asked)
  if (!seesCases(found.register, actor)) checkBreakdown(scope)
  const { figure, whole, tallies } = await inSnapshot(engine, async within => {
    const { figure, tally: whole } = await figureIn(within, actor, found, scope)
    return { figure, whole, tallies: await talliesBy(within, found, scope.period, asked.by, scope) }
  })
  const names = await namesOf(engine, field, scope.period, [...tallies.keys()])
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
  )
  return {
    figure,
    by: asked.by,
    byLabel: dimensionLabel(found.register, asked.by),
    rows: rows.map(({ code, label, tally }, n) => {
      const amount = amountOf(found.measure, tally, told[n] as Told)
      return { code, label, ...amount, share: shareOf(figure, amount) }
    }),
  }
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

const shareOf = (figure: Figure, row: Amount): Published => {
  const [part, whole] =
    figure.unit === 'count' ? [row.numerator, figure.numerator] : [row.denominator, figure.denominator]
  if (part === confidential || whole === confidential) return confidential
  return typeof part === 'number' && typeof whole === 'number'
    ? (percentage(part, whole) ?? notApplicable)
    : notApplicable
}

interface Name {
  readonly code: string | null
  readonly label: string
}

/** The rows of a breakdown in their order: the declared options, else the answers there are, and "Not recorded" last. */
const namesOf = async (
  engine: Engine,
  field: Field,
  period: Period,
  found: readonly (string | null)[],
): Promise<readonly Name[]> => {
  const answers = found.filter((one): one is string => one !== null)
  return [...(await answerNames(engine, field, period, answers)), { code: null, label: 'Not recorded' }]
}

const answerNames = async (
  engine: Engine,
  field: Field,
  period: Period,
  answers: readonly string[],
): Promise<readonly Name[]> => {
  if (field.kind === 'choice') {
    const declared = Object.keys(field.options).filter(code => {
      const { from = '', to = '9999' } = optionOf(field.options, code) ?? {}
      return (from <= period.to && period.from <= to) || answers.includes(code)
    })
    return declared.map(code => ({ code, label: optionOf(field.options, code)?.label ?? code }))
  }
  if (field.kind === 'yesNo')
    return [
      { code: 'true', label: 'Yes' },
      { code: 'false', label: 'No' },
    ]
  if (field.kind === 'agency') return agencyNames(engine, answers)
  const sorted = field.kind === 'wholeNumber' ? answers.toSorted((a, b) => Number(a) - Number(b)) : answers.toSorted()
  return sorted.map(code => ({ code, label: code }))
}

const agencyNames = async (engine: Engine, ids: readonly string[]): Promise<readonly Name[]> => {
  const { rows } = await engine.pools.figures.query<{ code: string; label: string }>(
    'select id as code, name as label from canopy.agency where id = any($1::uuid[]) order by name',
    [ids],
  )
  return rows
}
