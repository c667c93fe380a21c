import { type Dialect, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

/**
 * The four ways to be in the database. The owner makes and migrates tables and is never used to answer a request; the
 * other three see only what row-level security and their grants allow.
 */
export type Role = 'canopy_owner' | 'canopy_app' | 'canopy_figures' | 'canopy_reporting'

/** Opens a pool of connections that all work in one role, in UTC, in Canopy's schema, with one reading of each type. */
export function connect(url: string, role: Role, max = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: withOptions(url, optionsFor(role)),
    application_name: role,
    max,
    // Statements sent together travel together; the answers keep their order.
    pipeline: true,
    types: { getTypeParser },
  })
  // A connection that dies while idle is dropped by the pool itself; without a listener it would end the process.
  pool.on('error', () => {})
  // The same for one that dies between two statements of a transaction: the next statement says so to whoever waits.
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/**
 * Whether an error says that the database went away: refused or ended, starting, stopping or full (PostgreSQL classes 08,
 * 53 and 57P). What the driver itself says of a broken connection has no code.
 */
export const isDatabaseLost = (error: unknown): boolean => {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return (
    /^(ECONN|EPIPE|08|53|57P)/.test(String(code)) ||
    /^(Connection terminated|Client (has encountered a connection error|was closed))/.test(String(message))
  )
}

/** Typed SQL over a pool. Closing it closes the pool. */
export function query<Tables>(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: dialect(pool) })
}

function dialect(pool: pg.Pool): Dialect {
  return new PostgresDialect({ pool })
}

function optionsFor(role: Role): string {
  const settings = ['TimeZone=UTC', 'DateStyle=ISO', 'search_path=canopy,public']
  // The login itself owns the tables. As a startup option a role also survives RESET ROLE.
  if (role !== 'canopy_owner') settings.unshift(`role=${role}`)
  // Figures read many rows by index from pages that are in memory; PostgreSQL's defaults reckon with a turning disk and
  // little memory. Helpers take longer to start than a figure takes to compute.
  if (role === 'canopy_figures')
    settings.push('random_page_cost=1.1', 'work_mem=32MB', 'max_parallel_workers_per_gather=0')
  return settings.map(setting => `-c ${setting}`).join(' ')
}

function withOptions(url: string, options: string): string {
  const address = new URL(url)
  const given = address.searchParams.get('options')
  address.searchParams.set('options', given ? `${given} ${options}` : options)
  return address.href
}

const text = (value: string) => value

/** '2026-11-24 02:25:31.5+00' becomes '2026-11-24T02:25:31.500Z'. Anything else (infinity) stays as it is. */
function instant(value: string): string {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(value)
  if (!parts) return value
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}

function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`The database returned a number too large to hold: ${value}`)
  return number
}

const scalars: Record<number, (value: string) => unknown> = {
  [pg.types.builtins.DATE]: text,
  [pg.types.builtins.TIMESTAMP]: text,
  [pg.types.builtins.TIMESTAMPTZ]: instant,
  [pg.types.builtins.INT8]: wholeNumber,
  [pg.types.builtins.NUMERIC]: Number,
}

/** Array types by their element. Arrays of text are split by pg itself, then read element by element. */
const arrays: Record<number, number> = {
  1182: pg.types.builtins.DATE,
  1115: pg.types.builtins.TIMESTAMP,
  1185: pg.types.builtins.TIMESTAMPTZ,
  1016: pg.types.builtins.INT8,
  1231: pg.types.builtins.NUMERIC,
}
const TEXT_ARRAY = 1009

type Parser = (value: string) => unknown
type Nested = string | null | Nested[]

function getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
  if (format === 'binary') return pg.types.getTypeParser(oid, 'binary') as Parser
  const scalar = scalars[oid]
  if (scalar) return scalar
  const element = scalars[arrays[oid] ?? -1]
  if (!element) return pg.types.getTypeParser(oid, 'text') as Parser
  const split = pg.types.getTypeParser(TEXT_ARRAY as never, 'text') as (value: string) => Nested[]
  return value => split(value).map(item => each(item, element))
}

function each(item: Nested, parse: Parser): unknown {
  if (item === null) return null
  return Array.isArray(item) ? item.map(inner => each(inner, parse)) : parse(item)
}
