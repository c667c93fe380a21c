import { now, today } from '../../kit/clock.ts'
import { addDays, type Instant, instantOf } from '../../kit/dates.ts'
import { newId } from '../../kit/ids.ts'
import type { Calendars } from '../clocks/due.ts'
import type { Tx } from '../store/transaction.ts'
import { outboxSettings } from './settings.ts'

/** One person to be told of one record. */
export interface NewNotice {
  readonly accountId: string
  readonly register: string
  readonly recordId: string
  readonly reference: string
  readonly kind: string
  readonly urgent: boolean
  readonly counted?: number | null
  /** Of a reminder: the time limit it is about. Told once. */
  readonly limit?: { readonly clock: string; readonly sequence: number; readonly dueAt: Instant }
}

export type Choice = 'at_once' | 'daily' | 'canopy_only'

/** The next time at which digests go out. */
const nextDigest = (calendars: Calendars): Instant => {
  const hour = String(calendars.setting(outboxSettings.digestHour.key, today())).padStart(2, '0')
  const here = instantOf(today(), `${hour}:00`)
  return here > now() ? here : instantOf(addDays(today(), 1), `${hour}:00`)
}

interface Reached {
  readonly id: string
  readonly email: string | null
  readonly choice: Choice
}

/**
 * Writes notices and, for those that go out at once, their deliveries, in a transaction bound to `system`: they are told
 * if what they tell of is committed, and only then. Closed accounts are told nothing.
 */
export const writeNotices = async (tx: Tx, calendars: Calendars, notices: readonly NewNotice[]): Promise<void> => {
  if (notices.length === 0) return
  const people = await tx.query<Reached & Record<string, unknown>>(
    `select a.id, a.email, coalesce(p.choice, 'at_once') as choice
       from canopy.account a left join canopy.notice_preference p on p.account_id = a.id
      where a.id = any($1::uuid[]) and a.closed_at is null and not a.machine`,
    [notices.map(({ accountId }) => accountId)],
  )
  const byId = new Map(people.map(one => [one.id, one]))
  const drafted = notices.flatMap(notice => {
    const person = byId.get(notice.accountId)
    return person ? [draftOf(calendars, notice, person)] : []
  })
  if (drafted.length > 0) await writeAll(tx, drafted)
}

/** A notice as it will stand, and whether an e-mail goes with it at once. */
const draftOf = (calendars: Calendars, notice: NewNotice, { email, choice }: Reached) => {
  const mailed = email !== null && choice !== 'canopy_only'
  const atOnce = mailed && (choice === 'at_once' || notice.urgent)
  const { accountId, register, recordId, reference, kind, urgent, counted = null, limit } = notice
  return {
    atOnce,
    accountId,
    urgent,
    row: {
      ...{ id: newId(), account_id: accountId, register, record_id: recordId, reference, kind, urgent },
      ...{ clock: limit?.clock ?? null, sequence: limit?.sequence ?? null, due_at: limit?.dueAt ?? null },
      counted,
      created_at: now(),
      digest_at: mailed && !atOnce ? nextDigest(calendars) : null,
    },
  }
}

/** A reminder that was given before is not written again, and nothing is sent for it. */
const writeAll = async (tx: Tx, drafted: readonly ReturnType<typeof draftOf>[]): Promise<void> => {
  const columns =
    'id, account_id, register, record_id, reference, kind, clock, sequence, due_at, urgent, counted, created_at, digest_at'
  const written = await tx.query<{ id: string }>(
    `insert into canopy.notice (${columns})
     select ${columns} from json_populate_recordset(null::canopy.notice, $1::json) on conflict do nothing returning id`,
    [JSON.stringify(drafted.map(({ row }) => row))],
  )
  const ids = new Set(written.map(({ id }) => id))
  const sent = drafted
    .filter(({ atOnce, row }) => atOnce && ids.has(row.id))
    .map(one => ({ ...one, delivery: newId() }))
  if (sent.length === 0) return
  await tx.query(
    `insert into canopy.delivery (id, account_id, state, digest, urgent, created_at, next_try_at)
     select d.id, d.account_id, 'waiting', false, d.urgent, $4, $4 from unnest($1::uuid[], $2::uuid[], $3::boolean[]) d(id, account_id, urgent)`,
    [
      sent.map(({ delivery }) => delivery),
      sent.map(({ accountId }) => accountId),
      sent.map(({ urgent }) => urgent),
      now(),
    ],
  )
  await tx.query(
    'update canopy.notice n set delivery_id = d.delivery from unnest($1::uuid[], $2::uuid[]) d(id, delivery) where n.id = d.id',
    [sent.map(({ row }) => row.id), sent.map(({ delivery }) => delivery)],
  )
}
