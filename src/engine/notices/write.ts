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
  for (const notice of notices) {
    const person = byId.get(notice.accountId)
    if (person) await writeOne(tx, calendars, notice, person)
  }
}

const writeOne = async (tx: Tx, calendars: Calendars, notice: NewNotice, { email, choice }: Reached) => {
  const mailed = email !== null && choice !== 'canopy_only'
  const atOnce = mailed && (choice === 'at_once' || notice.urgent)
  const written = await tx.query<{ id: string }>(
    `insert into canopy.notice (id, account_id, register, record_id, reference, kind, clock, sequence, due_at, urgent, created_at, digest_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning id`,
    [
      newId(),
      notice.accountId,
      notice.register,
      notice.recordId,
      notice.reference,
      notice.kind,
      notice.limit?.clock ?? null,
      notice.limit?.sequence ?? null,
      notice.limit?.dueAt ?? null,
      notice.urgent,
      now(),
      mailed && !atOnce ? nextDigest(calendars) : null,
    ],
  )
  const [{ id } = { id: null }] = written
  if (id === null || !atOnce) return
  const delivery = newId()
  await tx.query(
    `insert into canopy.delivery (id, account_id, state, digest, urgent, created_at, next_try_at)
     values ($1, $2, 'waiting', false, $3, $4, $4)`,
    [delivery, notice.accountId, notice.urgent, now()],
  )
  await tx.query('update canopy.notice set delivery_id = $2 where id = $1', [id, delivery])
}
