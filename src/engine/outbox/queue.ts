import { now } from '../../kit/clock.ts'
import { addHours, type Instant } from '../../kit/dates.ts'
import { newId } from '../../kit/ids.ts'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { within } from '../store/transaction.ts'
import type { MailFailure } from './transport.ts'

/** A delivery that this server has taken on, and nobody else has. */
export interface Claimed {
  readonly id: string
  /** Whom it tells of notices; null where it passes an invitation on. */
  readonly accountId: string | null
  readonly invitationId: string | null
  readonly attempts: number
  readonly claimedAt: Instant
}

/** Tries over about a day; then people have to look. */
export const mostTries = 8
/** Minutes until the second try, growing fourfold with each, and never more than four hours. */
export const minutesAfter = (attempts: number): number => Math.min(4 ** (attempts - 1), 240)
/** A server that has sent nothing of what it claimed for this long is dead. */
export const claimedForMinutes = 10

/** Puts what waits for the digest of each person together into one delivery. */
export const gatherDigests = (engine: Engine): Promise<void> =>
  within(engine, system(), async tx => {
    const waiting = await tx.query<{ id: string; account: string }>(
      `select id, account_id as account from canopy.notice where delivery_id is null and digest_at <= $1
        order by account_id, id for update skip locked`,
      [now()],
    )
    for (const account of new Set(waiting.map(one => one.account))) {
      const delivery = newId()
      await tx.query(
        `insert into canopy.delivery (id, account_id, state, digest, urgent, created_at, next_try_at)
         values ($1, $2, 'waiting', true, false, $3, $3)`,
        [delivery, account, now()],
      )
      await tx.query('update canopy.notice set delivery_id = $1 where id = any($2::uuid[])', [
        delivery,
        waiting.filter(one => one.account === account).map(({ id }) => id),
      ])
    }
  })

/**
 * Takes on the next to be sent now, urgent ones first; what another server is taking on is passed over. It is committed before
 * anything is sent, so that nothing is sent by two. Nothing when none is left.
 */
export const claim = (engine: Engine, quiet: boolean): Promise<Claimed | null> =>
  within(engine, system(), async tx => {
    const [claimed] = await tx.query<Claimed & Record<string, unknown>>(
      `update canopy.delivery d set state = 'sending', claimed_at = $1, attempts = attempts + 1
        where d.id = (select id from canopy.delivery
                        where ((state = 'waiting' and next_try_at <= $1) or (state = 'sending' and claimed_at <= $2))
                          and (urgent or not $3)
                        order by urgent desc, next_try_at, id limit 1 for update skip locked)
        returning d.id, d.account_id as "accountId", d.invitation_id as "invitationId", d.attempts, d.claimed_at as "claimedAt"`,
      [now(), addHours(now(), -claimedForMinutes / 60), quiet],
    )
    return claimed ?? null
  })

/** Only while it is still this server's: one that took too long has been taken over, and says nothing more. */
const settle = (engine: Engine, { id, claimedAt }: Claimed, set: string, values: readonly unknown[]) =>
  within(engine, system(), tx =>
    tx.query(`update canopy.delivery set ${set} where id = $1 and state = 'sending' and claimed_at = $2`, [
      id,
      claimedAt,
      ...values,
    ]),
  )

export const settleSent = (engine: Engine, claimed: Claimed) =>
  settle(engine, claimed, "state = 'sent', sent_at = $3, failure = null", [now()])

/** Not sent, and not for a failure: there is nothing, or nowhere, to send. */
export const settleHeldBack = (engine: Engine, claimed: Claimed, why: string) =>
  settle(engine, claimed, "state = 'held_back', failure = $3", [why])

export const settleFailed = (
  engine: Engine,
  claimed: Claimed,
  { code, final }: Pick<MailFailure, 'code' | 'final'>,
) => {
  const short = code.replace(/[^A-Za-z0-9 _-]/g, '').slice(0, 40)
  return final || claimed.attempts >= mostTries
    ? settle(engine, claimed, "state = 'failed', failure = $3", [short])
    : settle(engine, claimed, "state = 'waiting', failure = $3, next_try_at = $4", [
        short,
        addHours(now(), minutesAfter(claimed.attempts) / 60),
      ])
}
