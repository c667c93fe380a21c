import type { Typed } from '../../declare/input.ts'
import { now } from '../../kit/clock.ts'
import type { Instant } from '../../kit/dates.ts'
import { isId, newId } from '../../kit/ids.ts'
import { notFound } from '../outcome.ts'
import type { Tx } from '../store/transaction.ts'

/** What a person has typed and not yet carried out, valid or not. */
export interface Draft {
  readonly id: string
  readonly register: string
  readonly recordId: string | null
  readonly action: string
  readonly typed: Typed
  readonly revision: number
  readonly baseVersion: number | null
  readonly savedAt: Instant
  readonly performedReference: string | null
  /** Whose draft it is: of a shared one, who looks after it. */
  readonly accountId: string
  readonly createdAt: Instant
  /** Whether the colleagues of one place share it. */
  readonly shared: boolean
}

export const draftColumns =
  'id, register, record_id as "recordId", action, typed, revision, base_version as "baseVersion", saved_at as "savedAt", performed_reference as "performedReference", account_id as "accountId", created_at as "createdAt", shared'
const columns = draftColumns

export const findDraft = async (tx: Tx, id: string): Promise<Draft | null> => {
  if (!isId(id)) return null
  const rows = await tx.query<Draft & Record<string, unknown>>(`select ${columns} from canopy.draft where id = $1`, [
    id,
  ])
  return rows[0] ?? null
}

/** The person's open draft of an action on a record, made when there is none. */
export const draftFor = async (
  tx: Tx,
  register: string,
  recordId: string,
  action: string,
  version: number,
): Promise<Draft> => {
  const find = () =>
    tx.query<Draft & Record<string, unknown>>(
      `select ${columns} from canopy.draft where account_id = $1 and register = $2 and record_id = $3 and action = $4 and performed_at is null`,
      [tx.actor.accountId, register, recordId, action],
    )
  const found = (await find())[0]
  if (found) return found
  await insertDraft(tx, register, recordId, action, version)
  return (await find())[0] as Draft
}

const insertDraft = (
  tx: Tx,
  register: string,
  recordId: string | null,
  action: string,
  version: number | null,
  id = newId(),
) =>
  tx.query(
    `insert into canopy.draft (id, account_id, agency_id, register, record_id, action, base_version, created_at, saved_at)
     values ($1, $2, $8, $3, $4, $5, $6, $7, $7) on conflict do nothing`,
    [id, tx.actor.accountId, register, recordId, action, version, now(), tx.actor.agencyId],
  )

export const newDraft = async (tx: Tx, register: string): Promise<string> => {
  const id = newId()
  await insertDraft(tx, register, null, 'start', null, id)
  return id
}

/** Saves what was typed over what was there, field by field; nothing is checked and nothing is cut. */
export const saveDraft = async (tx: Tx, id: string, typed: Typed): Promise<Draft> => {
  if (!isId(id)) throw notFound()
  const rows = await tx.query<Draft & Record<string, unknown>>(
    `update canopy.draft set typed = typed || $2::jsonb, revision = revision + 1, saved_at = $3
      where id = $1 and performed_at is null returning ${columns}`,
    [id, JSON.stringify(storable(typed)), now()],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** jsonb cannot hold NUL or half a character; each is kept as a visible sign, so that the person sees what to delete. */
const visible = (text: string): string => text.replaceAll('\0', '\u2400').replace(/\p{Surrogate}/gu, '\uFFFD')

export const storable = (typed: Typed): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      value === undefined ? [] : [[visible(name), typeof value === 'string' ? visible(value) : value.map(visible)]],
    ),
  )

/** Takes out of a draft what was carried out in part: the answers to one question of many that share the draft. */
export const clearTyped = (tx: Tx, id: string, names: readonly string[]) =>
  tx.query(
    'update canopy.draft set typed = typed - $2::text[], revision = revision + 1 where id = $1 and performed_at is null',
    [id, names],
  )

/** A person's own deed is no change by somebody else: their other drafts on the record go on from the version it made. */
export const moveDrafts = (tx: Tx, register: string, recordId: string, version: number) =>
  tx.query(
    `update canopy.draft set base_version = $4
      where account_id = $1 and register = $2 and record_id = $3 and base_version = $4 - 1 and performed_at is null`,
    [tx.actor.accountId, register, recordId, version],
  )

export const deleteDraft = (tx: Tx, id: string) =>
  tx.query('delete from canopy.draft where id = $1 and performed_at is null', [id])

/** After a conflict the person has read both texts and goes on from the newer version. */
export const rebaseDraft = (tx: Tx, id: string, version: number) =>
  tx.query('update canopy.draft set base_version = $2 where id = $1 and performed_at is null', [id, version])

export const listDrafts = (tx: Tx): Promise<(Draft & Record<string, unknown>)[]> =>
  tx.query(
    `select ${columns} from canopy.draft where account_id = $1 and performed_at is null and typed <> '{}' order by saved_at desc limit 50`,
    [tx.actor.accountId],
  )

/** Locks the draft for carrying out; the reference when it was carried out before. */
export const takeDraft = async (tx: Tx, id: string): Promise<string | null> => {
  if (!isId(id)) throw notFound()
  const rows = await tx.query<{ performed: string | null }>(
    'select performed_reference as performed from canopy.draft where id = $1 for update',
    [id],
  )
  if (!rows[0]) throw notFound()
  return rows[0].performed
}
