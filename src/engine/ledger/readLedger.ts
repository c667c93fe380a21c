import { now } from '../../kit/clock.ts'
import { addDays, type Day, type Instant, instantOf, isDay } from '../../kit/dates.ts'
import { isId } from '../../kit/ids.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { invalid, notFound } from '../outcome.ts'
import { wellFormed } from '../store/rows.ts'
import { type Tx, within } from '../store/transaction.ts'
import type { LedgerEvent } from './writer.ts'

/** Who may read the whole ledger. Others see at most who looked at a record they may see (`whoLooked`). */
export const ledgerRoles = ['information_governance'] as const

/** Everything that can be in the ledger, in words. */
export const eventWords: Readonly<Record<LedgerEvent, string>> = {
  performed: 'Changed a record',
  looked: 'Opened a record',
  listed: 'Opened a list',
  exported: 'Exported',
  imported: 'Imported from a file',
  figure: 'Opened the cases of a figure',
  refused: 'Tried, and was refused',
  signedIn: 'Signed in',
  signInFailed: 'Failed to sign in',
  signedOut: 'Signed out',
  administered: 'Changed people or settings',
}

/** What is asked for: identifiers and codes only, because it stands in an address. Empty means all. */
export interface LedgerQuery {
  /** Identifier of an account, or `system` for what Canopy or its operator did. */
  readonly who: string
  readonly event: string
  readonly register: string
  readonly reference: string
  readonly from: string
  readonly to: string
  /** Entries before this number; empty for the newest. */
  readonly before: string
}

export const wholeLedger: LedgerQuery = {
  who: '',
  event: '',
  register: '',
  reference: '',
  from: '',
  to: '',
  before: '',
}

export interface LedgerLine {
  readonly seq: number
  readonly at: Instant
  readonly name: string | null
  readonly role: string | null
  readonly event: LedgerEvent
  readonly register: string | null
  readonly reference: string | null
  readonly action: string | null
  readonly detail: string | null
}

export interface LedgerPage {
  readonly lines: readonly LedgerLine[]
  /** The number before which the next, older page begins; null on the last. */
  readonly older: number | null
  /** Everybody who has or had an account, for the filter. */
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly username: string }[]
}

const perPage = 50

const problemsOf = (engine: Engine, query: LedgerQuery) => {
  const { who, event, register, reference, from, to, before } = query
  const day = (field: 'from' | 'to') =>
    query[field] === '' || isDay(query[field]) ? [] : [`The day “${field}” must be like 2026-03-31`]
  return [
    ...(who === '' || who === 'system' || isId(who) ? [] : ['“who” must be the identifier of an account']),
    ...(event === '' || Object.hasOwn(eventWords, event) ? [] : ['There is no such event']),
    ...(register === '' || engine.registers.some(one => one.record.key === register)
      ? []
      : ['There is no such register']),
    ...(reference === '' || wellFormed(reference) !== undefined ? [] : ['A reference is like ABC-26-00042']),
    ...day('from'),
    ...day('to'),
    ...(from !== '' && to !== '' && from > to ? ['The first day must not be after the last'] : []),
    ...(/^\d{0,15}$/.test(before) ? [] : ['“before” must be a number']),
  ].map(message => ({ field: 'ledger', message }))
}

const conditionsOf = (query: LedgerQuery) => {
  const values: unknown[] = []
  const conditions: string[] = []
  const when = (value: string, condition: (at: string) => string, bound: (text: string) => unknown = text => text) => {
    if (value === '') return
    values.push(bound(value))
    conditions.push(condition(`$${values.length}`))
  }
  when(query.who === 'system' ? '' : query.who, at => `l.account_id = ${at}`)
  if (query.who === 'system') conditions.push("l.role = 'system'")
  when(query.event, at => `l.event = ${at}`)
  when(query.register, at => `l.register = ${at}`)
  when(query.reference, at => `l.reference = ${at}`)
  when(query.from, at => `l.at >= ${at}`, midnight)
  when(
    query.to,
    at => `l.at < ${at}`,
    day => midnight(addDays(day, 1)),
  )
  when(query.before, at => `l.seq < ${at}`, Number)
  return { where: conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`, values }
}

const midnight = (day: Day): Instant => instantOf(day, '00:00')

const pageIn = async (tx: Tx, query: LedgerQuery): Promise<LedgerPage> => {
  const { where, values } = conditionsOf(query)
  const found = await tx.query<LedgerLine & Record<string, unknown>>(
    `select l.seq::float8 as seq, l.at, a.name, l.role, l.event, l.register, l.reference, l.action, l.detail
       from canopy.ledger l left join canopy.account a on a.id = l.account_id
       ${where} order by l.seq desc limit ${perPage + 1}`,
    values,
  )
  const accounts = await tx.query<{ id: string; name: string; username: string }>(
    'select id, name, username from canopy.account order by name, username',
  )
  const lines = found.slice(0, perPage)
  return { lines, older: found.length > perPage ? (lines.at(-1)?.seq ?? null) : null, accounts }
}

/**
 * A page of the ledger, newest first: who did, tried or looked at what, never the records themselves. The reading is an
 * entry of its own before the answer leaves. Pages are told by the number of an entry, so that entries made meanwhile move nothing.
 * @throws Outcome notFound for every other role; invalid, all problems at once
 */
export const readLedger = async (engine: Engine, actor: Actor, query: LedgerQuery): Promise<LedgerPage> => {
  if (!(ledgerRoles as readonly string[]).includes(actor.role)) {
    await engine.ledger.write({ at: now(), actor, event: 'refused', action: 'readLedger', detail: 'notFound' })
    throw notFound()
  }
  const problems = problemsOf(engine, query)
  if (problems.length > 0) throw invalid(problems)
  const page = await within(engine, actor, tx => pageIn(tx, query))
  const asked = Object.entries(query).flatMap(([name, value]) => (value === '' ? [] : [`${name} ${value}`]))
  await engine.ledger.write({
    at: now(),
    actor,
    event: 'looked',
    action: 'readLedger',
    detail: asked.length === 0 ? 'all' : asked.join(', '),
  })
  return page
}
