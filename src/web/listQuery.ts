import type { Register } from '../declare/register.ts'
import type { ListQuery } from '../engine/store/list.ts'
import { listAddress as plainAddress, readListQuery as readPlain } from '../engine/store/listQuery.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Seal } from './security/seal.ts'
import type { Query, Visit } from './web.ts'

/** The words of the choice at the head of a list. */
export const showWords: Readonly<Record<ListQuery['show'], string>> = {
  open: 'Open',
  mine: 'Open and assigned to me',
  unassigned: 'Open and unassigned',
  overdue: 'Overdue',
  closed: 'Closed',
  all: 'All',
}

/** The state of a list on a page. What was typed freely, such as a name, stands sealed in its address. */
export interface PageQuery extends ListQuery {
  readonly seal: Seal
  /** What was searched for cannot be read any more: it was sealed in a session that has ended. */
  readonly lost: boolean
}

interface Typed {
  readonly search: string
  readonly filters: ListQuery['filters']
}

const isFree = (register: Register, name: string): boolean => {
  const field = register.record.fields[name]
  return field !== undefined && kindOf(field).filter === 'contains'
}

/** Apart: what a person typed freely, and the codes, days and numbers that may stand in an address. */
const apart = (register: Register, query: ListQuery): { readonly typed: Typed; readonly plain: ListQuery } => {
  const parted = (free: boolean) =>
    Object.fromEntries(
      Object.entries(query.filters)
        .filter(([name, chosen]) => isFree(register, name) === free && chosen.some(one => one !== ''))
        // Of a free text the first is looked for: more would only make the address longer.
        .map(([name, chosen]) => [name, free ? chosen.slice(0, 1) : chosen]),
    )
  return {
    typed: { search: query.search, filters: parted(true) },
    plain: { ...query, search: '', filters: parted(false) },
  }
}

const isNothing = ({ search, filters }: Typed): boolean => search === '' && Object.keys(filters).length === 0

/** Sealed by this server alone, so its shape is what was written. */
const read = (text: string): Typed => JSON.parse(text) as Typed

/** Reads the state of a list from its address. */
export const readListQuery = (register: Register, { query, seal }: Pick<Visit, 'query' | 'seal'>): PageQuery => {
  const { typed, plain } = apart(register, readPlain(register, query))
  const token = typeof query.found === 'string' ? query.found : ''
  const opened = token === '' ? null : seal.open(token, register.record.key)
  const found = opened === null ? typed : read(opened)
  return {
    ...plain,
    search: found.search,
    filters: { ...plain.filters, ...found.filters },
    seal,
    lost: token !== '' && opened === null,
  }
}

/** Whether a list is narrowed by what somebody typed freely, so that its addresses belong to one session. */
export const isTyped = (register: Register, query: ListQuery): boolean => !isNothing(apart(register, query).typed)

/** Whether an address holds what was typed freely: a link made by hand, or of an earlier version. */
export const tellsTyped = (register: Register, query: Query): boolean => isTyped(register, readPlain(register, query))

/** The opposite: the address of a list in this state. Without a seal what was typed freely is left out. */
export const listAddress = (path: string, query: ListQuery & { readonly seal?: Seal }, register: Register): string => {
  const { typed, plain } = apart(register, query)
  const address = plainAddress(path, plain, register)
  if (isNothing(typed) || query.seal === undefined) return address
  const token = query.seal.seal(JSON.stringify(typed), register.record.key)
  return `${address}${address.includes('?') ? '&' : '?'}found=${token}`
}
