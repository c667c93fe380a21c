import { pathOf } from '../../declare/register.ts'
import { now, today } from '../../kit/clock.ts'
import { addHours, type Instant } from '../../kit/dates.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { claimedForMinutes, minutesAfter, mostTries } from '../outbox/queue.ts'
import { actorsOf } from '../people/posts.ts'
import { reaches } from '../people/scopes.ts'
import { bindAs, type Tx, within } from '../store/transaction.ts'
import type { WebhookEvent } from './send.ts'

/** A subscription that this server serves at the moment, and no other. */
export interface Claimed {
  readonly id: string
  readonly accountId: string
  readonly address: string
  readonly sealed: string
  readonly claimedAt: Instant
}

/** An event to be sent next. */
export interface Next {
  readonly event: WebhookEvent
  readonly attempts: number
}

type Row = {
  noted: string
  id: string
  sequence: string | null
  register: string
  record_id: string
  reference: string
  action: string
  record_state: string
  version: number
  at: Instant
  attempts: number
}

const tokenWorks = 't.account_id = w.account_id and t.revoked_at is null and t.expires_at > $1'

/**
 * Takes on a subscription that has something to be sent now. One of a service account without a token that works waits: who was
 * shut out is told nothing, and nothing is lost if that is put right.
 */
export const claimWebhook = (engine: Engine): Promise<Claimed | null> =>
  within(engine, system(), async tx => {
    const [claimed] = await tx.query<Claimed & Record<string, unknown>>(
      `update canopy.webhook h set claimed_at = $1
        where h.id = (select w.id from canopy.webhook w
                       where w.ended_at is null and w.paused_at is null and w.next_try_at <= $1
                         and (w.claimed_at is null or w.claimed_at <= $2)
                         and exists (select 1 from canopy.webhook_event e where e.webhook_id = w.id and e.state = 'waiting')
                         and exists (select 1 from canopy.api_token t where ${tokenWorks})
                       order by w.next_try_at, w.id limit 1 for update skip locked)
        returning h.id, h.account_id as "accountId", h.address, h.secret as sealed, h.claimed_at as "claimedAt"`,
      [now(), addHours(now(), -claimedForMinutes / 60)],
    )
    return claimed ?? null
  })

/** The service account, with all that its tokens reach together. */
const consumerOf = async (tx: Tx, accountId: string): Promise<Actor | null> => {
  const [actor] = await actorsOf(tx, accountId, today())
  const scopes = await tx.query<{ scope: string }>(
    `select distinct unnest(t.scopes) as scope from canopy.api_token t
      where t.account_id = $2 and t.revoked_at is null and t.expires_at > $1`,
    [now(), accountId],
  )
  return actor && scopes.length > 0 ? { ...actor, scopes: scopes.map(({ scope }) => scope) } : null
}

/** Which of these events are of records that the consumer may read now: asked as the consumer. */
const seenBy = async (
  engine: Engine,
  tx: Tx,
  consumer: Actor,
  events: readonly Row[],
): Promise<ReadonlySet<string>> => {
  const seen = new Set<string>()
  await bindAs(tx, consumer)
  for (const register of engine.registers) {
    const { key } = register.record
    const ids = events.filter(one => one.register === key).map(one => one.record_id)
    if (ids.length === 0 || !reaches(consumer, register, 'read')) continue
    const rows = await tx.query<{ id: string }>(`select id from canopy.${key} where id = any($1::uuid[])`, [ids])
    for (const { id } of rows) seen.add(`${key} ${id}`)
  }
  await bindAs(tx, tx.actor)
  return new Set(events.filter(one => seen.has(`${one.register} ${one.record_id}`)).map(one => one.noted))
}

const putAside = (tx: Tx, noted: readonly string[]) =>
  tx.query("update canopy.webhook_event set state = 'unseen', settled_at = $2 where noted = any($1::bigint[])", [
    noted,
    now(),
  ])

/** Numbers what was noted since, in its order; what the consumer may not see gets no number, so that no gap tells of it. */
const number = async (engine: Engine, tx: Tx, { id }: Claimed, consumer: Actor): Promise<void> => {
  const fresh = await tx.query<Row>(
    `select * from canopy.webhook_event where webhook_id = $1 and state = 'waiting' and sequence is null
      order by noted limit 500`,
    [id],
  )
  if (fresh.length === 0) return
  const seen = await seenBy(engine, tx, consumer, fresh)
  const [shown, hidden] = [true, false].map(is => fresh.map(one => one.noted).filter(noted => seen.has(noted) === is))
  if (hidden && hidden.length > 0) await putAside(tx, hidden)
  await tx.query(
    `update canopy.webhook_event e set sequence = w.last_sequence + n.place
       from canopy.webhook w, unnest($2::bigint[]) with ordinality as n (noted, place)
      where w.id = $1 and e.noted = n.noted`,
    [id, shown],
  )
  await tx.query('update canopy.webhook set last_sequence = last_sequence + $2 where id = $1', [id, shown?.length ?? 0])
}

const head = (tx: Tx, { id }: Claimed) =>
  tx.query<Row>(
    `select * from canopy.webhook_event where webhook_id = $1 and state = 'waiting' and sequence is not null
      order by sequence limit 1`,
    [id],
  )

/** Whether the subscription is still this server's and may be served; if so, from this moment anew. */
const keep = async (tx: Tx, { id, claimedAt }: Claimed, at: Instant): Promise<boolean> => {
  const kept = await tx.query(
    `update canopy.webhook set claimed_at = $3
      where id = $1 and claimed_at = $2 and ended_at is null and paused_at is null returning id`,
    [id, claimedAt, at],
  )
  return kept.length > 0
}

/**
 * What is to be sent next, once it is certain that the consumer may still see it, with the claim made new; without it when
 * nothing waits. Nothing when another server has taken over, or somebody has paused or ended the subscription.
 */
export const nextEvent = (
  engine: Engine,
  claimed: Claimed,
): Promise<{ readonly claimed: Claimed; readonly next?: Next } | null> =>
  within(engine, system(), async tx => {
    const at = now()
    if (!(await keep(tx, claimed, at))) return null
    const renewed = { ...claimed, claimedAt: at }
    const consumer = await consumerOf(tx, claimed.accountId)
    if (!consumer) return { claimed: renewed }
    for (;;) {
      const [first] = await head(tx, claimed)
      if (first === undefined) {
        await number(engine, tx, claimed, consumer)
        if ((await head(tx, claimed)).length === 0) return { claimed: renewed }
        continue
      }
      if ((await seenBy(engine, tx, consumer, [first])).size === 0) {
        await putAside(tx, [first.noted])
        continue
      }
      return { claimed: renewed, next: { event: eventOf(engine, first), attempts: first.attempts } }
    }
  })

const eventOf = (engine: Engine, row: Row): WebhookEvent => {
  const register = engine.registers.find(({ record }) => record.key === row.register)
  return {
    id: row.id,
    sequence: Number(row.sequence),
    register: register ? pathOf(register) : row.register,
    reference: row.reference,
    action: row.action,
    state: row.record_state,
    version: row.version,
    at: row.at,
  }
}

/** Only while the subscription is still this server's: one that took too long has been taken over, and says nothing more. */
const settle = (engine: Engine, claimed: Claimed, work: (tx: Tx) => Promise<unknown>) =>
  within(engine, system(), async tx => {
    const mine = await tx.query('select 1 from canopy.webhook where id = $1 and claimed_at = $2 for update', [
      claimed.id,
      claimed.claimedAt,
    ])
    if (mine.length > 0) await work(tx)
  })

export const settleDelivered = (engine: Engine, claimed: Claimed, { event }: Next) =>
  settle(engine, claimed, tx =>
    tx.query(
      `update canopy.webhook_event set state = 'delivered', attempts = attempts + 1, failure = null, settled_at = $2
        where id = $1`,
      [event.id, now()],
    ),
  )

/** It is tried again later, and all behind it waits; after the last try it is dead, and somebody has to look. */
export const settleFailed = (engine: Engine, claimed: Claimed, { event, attempts }: Next, code: string) =>
  settle(engine, claimed, async tx => {
    const dead = attempts + 1 >= mostTries
    await tx.query(
      `update canopy.webhook_event set attempts = attempts + 1, failure = $2, state = $3, settled_at = $4 where id = $1`,
      [event.id, code.slice(0, 40), dead ? 'dead' : 'waiting', dead ? now() : null],
    )
    await tx.query('update canopy.webhook set next_try_at = $2, paused_at = $3 where id = $1', [
      claimed.id,
      dead ? now() : addHours(now(), minutesAfter(attempts + 1) / 60),
      dead ? now() : null,
    ])
  })

/** Lets go of a subscription that is still this server's. */
export const release = (engine: Engine, { id, claimedAt }: Claimed) =>
  within(engine, system(), tx =>
    tx.query('update canopy.webhook set claimed_at = null where id = $1 and claimed_at = $2', [id, claimedAt]),
  )
