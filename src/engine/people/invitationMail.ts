import { now } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { type Tx, within } from '../store/transaction.ts'
import { openSecret, sealSecret } from './keptSecret.ts'

/** What a sealed link belongs to: never to be taken for another secret. */
const ownerOf = (invitationId: string): string => `invitation ${invitationId}`

/**
 * Puts the link of an invitation into the queue of e-mails, in the transaction that makes it. It goes at once: whoever invites and
 * whoever is invited are at work together. Where a link of the same invitation still waits, the new one goes in its place.
 */
export const sendLink = async (
  tx: Tx,
  secret: string,
  { id, token }: { readonly id: string; readonly token: string },
): Promise<void> => {
  await tx.query('update canopy.invitation set sealed_token = $2 where id = $1', [
    id,
    sealSecret(secret, ownerOf(id), token),
  ])
  await tx.query(
    `insert into canopy.delivery (id, invitation_id, state, digest, urgent, created_at, next_try_at)
     select $1, $2, 'waiting', false, true, $3, $3
      where not exists (select 1 from canopy.delivery where invitation_id = $2 and state = 'waiting')`,
    [newId(), id, now()],
  )
}

/**
 * The link to send; null once it is sent, accepted, withdrawn or too old.
 * @throws Outcome unavailable when Canopy runs with another secret than when it was made
 */
export const linkToSend = async (
  engine: Pick<Engine, 'pools'>,
  secret: string,
  id: string,
): Promise<{ readonly email: string; readonly token: string; readonly sealed: string } | null> => {
  const [found] = await within(engine, system(), tx =>
    tx.query<{ email: string; sealed: string }>(
      `select email, sealed_token as sealed from canopy.invitation
        where id = $1 and sealed_token is not null and accepted_at is null and withdrawn_at is null and expires_at > $2`,
      [id, now()],
    ),
  )
  return found ? { ...found, token: openSecret(secret, ownerOf(id), found.sealed) } : null
}

/** Once a link is sent, nobody can read it here any more. A newer one, made while it was being sent, still waits. */
export const forgetLink = (engine: Pick<Engine, 'pools'>, id: string, sealed: string): Promise<unknown> =>
  within(engine, system(), tx =>
    tx.query('update canopy.invitation set sealed_token = null where id = $1 and sealed_token = $2', [id, sealed]),
  )

/** A mail that passes an invitation on: the partnership's name and the link, and nothing about anybody. */
export const invitationMail = (
  { partnership, address }: { readonly partnership: string; readonly address: string },
  token: string,
): { readonly subject: string; readonly body: string } => ({
  subject: `An invitation from ${partnership}`,
  body: [
    `You are invited to work in Canopy, the system of ${partnership}.`,
    `Open this link to accept. It is for you alone and works once:\n${address}/invitation/${token}`,
    'If you did not expect this, do nothing and tell whoever looks after safeguarding where you work.',
    '',
  ].join('\n\n'),
})
