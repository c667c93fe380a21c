import type { Register } from '../../declare/register.ts'
import { emptyQuery, type ListQuery } from './list.ts'

/** Parameters of an address, as the web server hands them over. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** PostgreSQL refuses text with NUL in it; nobody can have meant one. */
const withoutNul = (text: string): string => text.replaceAll('\u0000', '')

const one = (query: Query, name: string): string => {
  const value = query[name]
  return withoutNul(typeof value === 'string' ? value : (value?.[0] ?? '')).slice(0, 200)
}
const many = (query: Query, name: string): readonly string[] => {
  const value = query[name]
  return (typeof value === 'string' ? [value] : (value ?? []))
    .map(item => withoutNul(item).slice(0, 200))
    .filter(item => item !== '')
}

/** What a list may show. */
export const shows = ['open', 'all', 'mine', 'unassigned', 'overdue', 'closed'] as const

/** What a list shows where nothing else is asked: what is open, or all of a register whose records are closed from the beginning. */
export const usualShow = ({ pathway }: Register): ListQuery['show'] =>
  Object.values(pathway.states).some(({ closed }) => closed !== true) ? emptyQuery.show : 'all'

const whole = (text: string, min: number, max: number, otherwise: number): number =>
  /^\d{1,6}$/.test(text) ? Math.min(max, Math.max(min, Number(text))) : otherwise

/** Reads the state of a list from its address, for pages and the API alike. Parameters of other things (a banner) are left alone. */
export const readListQuery = (register: Register, query: Query): ListQuery => {
  const filters: Record<string, readonly string[]> = {}
  const state = many(query, 'state')
  if (state.length > 0) filters.state = state
  for (const name of register.list.filters) {
    const field = register.record.fields[name]
    if (field?.kind === 'date' || field?.kind === 'moment' || field?.kind === 'wholeNumber') {
      const range = [one(query, `${name}-from`), one(query, `${name}-to`)]
      if (range.some(bound => bound !== '')) filters[name] = range
    } else {
      const chosen = many(query, name)
      if (chosen.length > 0) filters[name] = chosen
    }
  }
  const show = one(query, 'show')
  return {
    filters,
    search: one(query, 'search').trim(),
    show: (shows as readonly string[]).includes(show) ? (show as ListQuery['show']) : usualShow(register),
    sort: one(query, 'sort') || emptyQuery.sort,
    descending: one(query, 'order') === 'descending',
    page: whole(one(query, 'page'), 1, 100_000, 1),
    pageSize: whole(one(query, 'size'), 10, 200, emptyQuery.pageSize),
  }
}

/** The opposite: the address of a list in this state. */
export const listAddress = (path: string, query: ListQuery, register: Register): string => {
  const params = new URLSearchParams()
  if (query.show !== usualShow(register)) params.set('show', query.show)
  if (query.search !== '') params.set('search', query.search)
  for (const [name, chosen] of Object.entries(query.filters)) {
    const kind = register.record.fields[name]?.kind
    if (kind === 'date' || kind === 'moment' || kind === 'wholeNumber') {
      if (chosen[0]) params.set(`${name}-from`, chosen[0])
      if (chosen[1]) params.set(`${name}-to`, chosen[1])
    } else for (const code of chosen) params.append(name, code)
  }
  if (query.sort !== emptyQuery.sort) params.set('sort', query.sort)
  if (query.descending) params.set('order', 'descending')
  if (query.pageSize !== emptyQuery.pageSize) params.set('size', String(query.pageSize))
  if (query.page > 1) params.set('page', String(query.page))
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}
