import { columnOf } from '../../db/tables.ts'
import type { Field } from '../../declare/field.ts'
import type { AnyRow } from '../../declare/record.ts'
import type { Register } from '../../declare/register.ts'
import type { Directory } from '../../fields/kind.ts'
import { kindOf } from '../../fields/kinds.ts'
import { now } from '../../kit/clock.ts'
import { isDay } from '../../kit/dates.ts'
import { isId } from '../../kit/ids.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { invalid, notFound } from '../outcome.ts'
import { directoryFor } from '../people/directory.ts'
import { dueAtFor, dueClockFor, dueOrderFor, firstFor, hiddenFields, readableColumns, selectFor } from './columns.ts'
import { type Locked, lockedIn } from './locked.ts'
import { mayRead } from './read.ts'
import { type Tx, within } from './transaction.ts'

/** The state of a list, all of it in the address. */
export interface ListQuery {
  /** Field or `state` to the codes chosen; a range as `[from, to]`. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly search: string
  readonly show: 'open' | 'all' | 'mine' | 'unassigned' | 'overdue' | 'closed'
  readonly sort: string
  readonly descending: boolean
  readonly page: number
  readonly pageSize: number
}

export const emptyQuery: ListQuery = {
  filters: {},
  search: '',
  show: 'open',
  sort: 'due',
  descending: false,
  page: 1,
  pageSize: 50,
}

/** A row of a list with the clock that is due first, and whether it stands before all others. */
export type Listed = AnyRow & { readonly dueClock: string | null; readonly first: boolean }

export interface Listing {
  readonly rows: readonly Listed[]
  readonly total: number
  readonly directory: Directory
  /** Empty unless they were asked for. */
  readonly counts: Readonly<Record<string, number>>
  /** Open records about restricted people of whom may be known that there are some, and whom to ask; with the counts. */
  readonly locked: readonly Locked[]
}

/** PostgreSQL cannot hold NUL, so nothing that is stored is found by it. */
const storable = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\0', '\u2400') : value)

class Where {
  readonly values: unknown[] = []
  readonly parts: string[] = []
  value(value: unknown): string {
    this.values.push(Array.isArray(value) ? value.map(storable) : storable(value))
    return `$${this.values.length}`
  }
  add(part: string): void {
    this.parts.push(part)
  }
  toString(): string {
    return this.parts.length === 0 ? '' : `where ${this.parts.join(' and ')}`
  }
}

const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** A field by a name from an address: own names only. */
const fieldOf = (register: Register, name: string): Field | undefined =>
  Object.hasOwn(register.record.fields, name) ? register.record.fields[name] : undefined

const addFilter = (where: Where, register: Register, name: string, chosen: readonly string[]): void => {
  if (name === 'state') {
    where.add(`r.state = any(${where.value(chosen)})`)
    return
  }
  const field = fieldOf(register, name)
  const kind = field && kindOf(field)
  const column = `r.${columnOf(name)}`
  if (!kind?.filter)
    throw invalid([{ field: name.slice(0, 60), message: `The list cannot be filtered by “${name.slice(0, 60)}”` }])
  if (field?.kind === 'related') {
    // People and other systems know the reference; the sub-select sees only what they may see.
    const references = where.value(chosen.map(text => text.trim().toUpperCase()))
    where.add(`${column} in (select o.id from canopy.${field.register} o where o.reference = any(${references}))`)
    return
  }
  if (kind.column === 'uuid' && !chosen.every(isId))
    throw invalid([{ field: name, message: 'Choose one from the list' }])
  if (kind.filter === 'equals') {
    const values = kind.column === 'boolean' ? chosen.map(one => one === 'yes' || one === 'true') : chosen
    where.add(`${column} = any(${where.value(values)}${kind.column === 'uuid' ? '::uuid[]' : ''})`)
  } else if (kind.filter === 'has') where.add(`${column} && ${where.value(chosen)}::text[]`)
  else if (kind.filter === 'contains') where.add(`${column} ilike ${where.value(likeText(chosen[0] ?? ''))}`)
  else addRange(where, column, kind.column, name, chosen)
}

const addRange = (
  where: Where,
  column: string,
  type: string,
  name: string,
  [from = '', to = '']: readonly string[],
): void => {
  for (const [bound, operator] of [
    [from, '>='],
    [to, '<='],
  ] as const) {
    if (bound === '') continue
    const good = type === 'integer' ? /^-?\d{1,9}$/.test(bound) : isDay(bound)
    if (!good)
      throw invalid([
        {
          field: name,
          message: `“${bound.slice(0, 40)}” is not ${type === 'integer' ? 'a whole number' : 'a date like 2026-03-27'}`,
        },
      ])
    const value = where.value(bound)
    where.add(
      type === 'timestamptz'
        ? `${column} ${operator === '>=' ? '>=' : '<'} ((${value}::date ${operator === '<=' ? '+ 1' : ''})::timestamp at time zone 'Europe/London')`
        : `${column} ${operator} ${value}`,
    )
  }
}

const addShow = (where: Where, register: Register, show: ListQuery['show'], actor: Actor): void => {
  if (show === 'closed') where.add('r.closed_at is not null')
  else if (show !== 'all') where.add('r.closed_at is null')
  if (show === 'mine') where.add(`r.allocated_to = ${where.value(actor.accountId)}`)
  if (show === 'unassigned') where.add('r.allocated_to is null')
  if (show === 'overdue') where.add(`${dueAtFor(register, actor.role)} < ${where.value(now())}`)
}

const whereFor = (register: Register, actor: Actor, query: ListQuery): Where => {
  const where = new Where()
  const hidden = hiddenFields(register, actor.role)
  addShow(where, register, query.show, actor)
  for (const [name, chosen] of Object.entries(query.filters)) {
    if (hidden.has(name)) throw invalid([{ field: name, message: `The list cannot be filtered by “${name}”` }])
    if (chosen.some(one => one !== '')) addFilter(where, register, name, chosen)
  }
  if (query.search !== '') {
    const like = where.value(likeText(query.search))
    const about = register.record.about
      .filter(name => !hidden.has(name))
      .map(name => `r.${columnOf(name)}::text ilike ${like}`)
    where.add(`(${[`r.reference ilike ${like}`, ...about].join(' or ')})`)
  }
  return where
}

const orderFor = (register: Register, actor: Actor, query: ListQuery): string => {
  const direction = query.descending ? 'desc nulls last' : 'asc nulls last'
  if (query.sort === 'due') return dueOrderFor(register, actor.role, query.descending)
  if (query.sort === 'reference') return `r.reference ${query.descending ? 'desc' : 'asc'}`
  if (query.sort === 'state') return `r.state ${direction}, r.reference`
  if (!fieldOf(register, query.sort) || hiddenFields(register, actor.role).has(query.sort))
    throw invalid([{ field: 'sort', message: `The list cannot be sorted by “${query.sort.slice(0, 60)}”` }])
  return `r.${columnOf(query.sort)} ${direction}, r.reference`
}

/** What only those need who ask for it. */
export interface ListOptions {
  /** Properties to read besides the engine's own; all where absent. */
  readonly wanted?: ReadonlySet<string>
  /** Also counts the whole worklist, for its head. */
  readonly counts?: boolean
}

/** Rows of a page, all of one order over all pages, with the number in all. */
export const listRecords = async (
  engine: Engine,
  actor: Actor,
  register: Register,
  query: ListQuery,
  options: ListOptions = {},
): Promise<Listing> => {
  if (!mayRead(register, actor.role)) throw notFound()
  const where = whereFor(register, actor, query)
  const order = orderFor(register, actor, query)
  const key = register.record.key
  const columns = readableColumns(register, actor.role).filter(({ property }) => isWanted(register, options, property))
  const listing = await within(engine, actor, async tx => {
    const limit = `limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`
    // Sent together: one journey to the database and back for all three.
    const none: Readonly<Record<string, number>> = {}
    const text = `select ${selectFor(register, actor.role, columns)}, ${dueClockFor(register, actor.role)}, ${firstFor(register, actor.role) ?? 'false'} as first from canopy.${key} r ${where} order by ${order} ${limit}`
    const [rows, total, counts, locked] = await Promise.all([
      tx.query(text, where.values),
      options.counts && isCounted(query) ? null : countRows(tx, key, where),
      options.counts ? countWorklist(tx, register) : none,
      options.counts ? lockedIn(engine, tx, register, 'open') : [],
    ])
    const listed = rows as unknown as Listed[]
    const directory = await directoryFor(tx, engine, register.record.fields, listed)
    return { rows: listed, total: total ?? counts[query.show] ?? 0, directory, counts, locked }
  })
  await engine.ledger.write({
    at: now(),
    actor,
    event: 'listed',
    register: key,
    detail: `${listing.rows.length} of ${listing.total}`,
  })
  return listing
}

const isWanted = (register: Register, { wanted }: ListOptions, property: string): boolean =>
  wanted === undefined || wanted.has(property) || !Object.hasOwn(register.record.fields, property)

/**
 * All rows of a list in its order, over all pages, in parts, of one moment: for exports. Only the properties wanted are
 * read, and of these only what this person may see.
 */
export const scanRecords = async (
  tx: Tx,
  register: Register,
  query: ListQuery,
  wanted: ReadonlySet<string>,
  take: (rows: readonly Listed[]) => Promise<void>,
): Promise<void> => {
  const where = whereFor(register, tx.actor, query)
  const key = register.record.key
  const columns = readableColumns(register, tx.actor.role).filter(({ property }) => wanted.has(property))
  const { role } = tx.actor
  const selected = [
    selectFor(register, role, columns),
    ...(wanted.has('dueClock') ? [dueClockFor(register, role)] : []),
  ]
  await tx.query(
    `declare scan no scroll cursor for select ${selected.join(', ')} from canopy.${key} r ${where} order by ${orderFor(register, tx.actor, query)}`,
    where.values,
  )
  for (;;) {
    const rows = (await tx.query('fetch 1000 from scan')) as unknown as Listed[]
    if (rows.length > 0) await take(rows)
    if (rows.length < 1000) break
  }
  await tx.query('close scan')
}

/** Whether the number of rows is one of those in the worklist's head already. */
const isCounted = (query: ListQuery): boolean => query.show !== 'all' && query.show !== 'closed' && isUnfiltered(query)

const isUnfiltered = ({ search, filters }: ListQuery): boolean => search === '' && Object.keys(filters).length === 0

const countRows = async (tx: Tx, key: string, where: Where): Promise<number> => {
  const rows = await tx.query<{ n: number }>(`select count(*)::int as n from canopy.${key} r ${where}`, where.values)
  return rows[0]?.n ?? 0
}

/** Counts for the head of a worklist, each a link to the list it counts. */
const countWorklist = async (tx: Tx, register: Register): Promise<Readonly<Record<string, number>>> => {
  const due = dueAtFor(register, tx.actor.role)
  const text = `select count(*) filter (where ${due} < $1)::int as overdue,
            count(*) filter (where ${due} >= $1 and ${due} < $1::timestamptz + interval '2 hours')::int as soon,
            count(*) filter (where allocated_to is null)::int as unassigned,
            count(*) filter (where allocated_to = $2)::int as mine, count(*)::int as open
       from canopy.${register.record.key} r where closed_at is null`
  const rows = await tx.query<Record<string, number>>(text, [now(), tx.actor.accountId])
  return rows[0] ?? {}
}
