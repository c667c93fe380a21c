import { optionOf } from '../declare/field.ts'
import type { Problem } from '../declare/input.ts'
import type { Register } from '../declare/register.ts'
import { invalid } from '../engine/outcome.ts'
import type { ListQuery } from '../engine/store/list.ts'
import { type Query, readListQuery, shows } from '../engine/store/listQuery.ts'

const ranged = ['date', 'moment', 'wholeNumber']

/** Parameters that filter by a field. */
export const filterParameters = (register: Register, name: string): readonly string[] =>
  ranged.includes(register.record.fields[name]?.kind ?? '') ? [`${name}-from`, `${name}-to`] : [name]

/** The one value of a parameter. */
export const first = (query: Query, name: string): string | undefined => {
  const value = query[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** What is wrong with a parameter that must be a whole number; nothing when it is absent. */
export const whole = (query: Query, name: string, min: number, max: number): readonly Problem[] => {
  const text = first(query, name)
  const good = text === undefined || (/^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max)
  return good
    ? []
    : [{ field: name, message: `${name} must be a whole number from ${min} to ${max.toLocaleString('en-GB')}` }]
}

const among = (query: Query, name: string, known: readonly string[]): readonly Problem[] => {
  const value = query[name]
  const given = typeof value === 'string' ? [value] : (value ?? [])
  return given
    .filter(one => !known.includes(one))
    .map(one => ({
      field: name,
      message: `“${one.slice(0, 40)}” is not known. It must be one of: ${known.join(', ')}`,
    }))
}

const unknownCodes = (register: Register, query: Query): readonly Problem[] =>
  register.list.filters.flatMap(name => {
    const field = register.record.fields[name]
    return field && 'options' in field
      ? among(
          query,
          name,
          Object.keys(field.options).filter(code => optionOf(field.options, code) !== undefined),
        )
      : []
  })

/** Parameters that are not known. */
export const surplus = (query: Query, known: ReadonlySet<string>, of: string): readonly Problem[] =>
  Object.keys(query)
    .filter(name => !known.has(name))
    .map(name => ({ field: name.slice(0, 60), message: `“${name.slice(0, 60)}” is not a parameter of ${of}` }))

/**
 * The state of a list from its address. A page forgives a parameter it does not know; another system is told, because
 * a filter that is silently left out gives it more rows than it asked for.
 */
export const readStrictQuery = (register: Register, query: Query): ListQuery => {
  const known = new Set([
    ...['state', 'search', 'show', 'sort', 'order', 'page', 'size'],
    ...register.list.filters.flatMap(name => filterParameters(register, name)),
  ])
  const problems = [
    ...surplus(query, known, 'this list'),
    ...among(query, 'show', shows),
    ...among(query, 'order', ['ascending', 'descending']),
    ...among(query, 'state', Object.keys(register.pathway.states)),
    ...unknownCodes(register, query),
    ...whole(query, 'page', 1, 100_000),
    ...whole(query, 'size', 10, 200),
  ]
  if (problems.length > 0) throw invalid(problems)
  return readListQuery(register, query)
}
