import type { Measure } from '../declare/measure.ts'
import { pathOf, type Register } from '../declare/register.ts'
import { dimensionsOf } from '../engine/measures/find.ts'
import { invalid } from '../engine/outcome.ts'
import type { Query } from '../engine/store/listQuery.ts'
import type { FigureAsked } from './api.ts'
import { first, surplus, whole } from './query.ts'

const definition = (register: Register, measure: Measure) => ({
  key: measure.key,
  label: measure.label,
  definition: measure.definition,
  unit: measure.unit,
  of: measure.of,
  numerator: measure.numerator,
  denominator: measure.denominator ?? null,
  source: measure.source,
  by: dimensionsOf({ register, measure }, { role: 'system' }),
  version: measure.version,
  direction: measure.direction ?? null,
  register: pathOf(register),
  href: `/api/figures/${measure.key}`,
})

/** What every figure means: definitions, no numbers. */
export const definitionsJson = (registers: readonly Register[]) => ({
  items: registers.flatMap(register => register.measures.map(measure => definition(register, measure))),
})

const readAsked = (query: Query, more: readonly string[], problems: ReturnType<typeof whole> = []): FigureAsked => {
  const period = first(query, 'period')
  const asAt = first(query, 'asAt')
  const all = [
    ...surplus(query, new Set(['period', 'asAt', ...more]), 'a figure'),
    ...(period === undefined || period === ''
      ? [{ field: 'period', message: 'Give the period, such as 2025-26' }]
      : []),
    ...problems,
  ]
  if (all.length > 0) throw invalid(all)
  return { period: (period ?? '').slice(0, 100), ...(asAt === undefined ? {} : { asAt: asAt.slice(0, 100) }) }
}

/** Of what time, as known when, and broken down by what. */
export const readFigureQuery = (query: Query): FigureAsked & { readonly by?: string } => {
  const by = first(query, 'by')
  return { ...readAsked(query, ['by']), ...(by === undefined ? {} : { by: by.slice(0, 100) }) }
}

/** Which page of the cases behind a figure. */
export const readCasesQuery = (query: Query): FigureAsked & { readonly page: number; readonly pageSize: number } => {
  const paging = [...whole(query, 'page', 1, 100_000), ...whole(query, 'size', 10, 200)]
  return {
    ...readAsked(query, ['page', 'size'], paging),
    page: Number(first(query, 'page') ?? 1),
    pageSize: Number(first(query, 'size') ?? 50),
  }
}
