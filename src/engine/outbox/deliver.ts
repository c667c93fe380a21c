import { me } from '../../declare/access.ts'
import { now, today } from '../../kit/clock.ts'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { type NoticeRow, noticeColumns } from '../notices/notices.ts'
import { Outcome } from '../outcome.ts'
import { forgetLink, invitationMail, linkToSend } from '../people/invitationMail.ts'
import { actorsOf } from '../people/posts.ts'
import { within } from '../store/transaction.ts'
import { compose, type Sender } from './compose.ts'
import { type Claimed, claim, gatherDigests, mostTries, settleFailed, settleHeldBack, settleSent } from './queue.ts'
import { isQuiet, quietOn } from './quiet.ts'
import { MailFailure, type Message, type Transport } from './transport.ts'

export interface Outbox extends Sender {
  readonly engine: Engine
  /** Of this installation: opens the sealed links of invitations. */
  readonly secret: string
  /** Nothing where no e-mails are sent: notices are then read in Canopy alone. */
  readonly transport: Transport | null
}

const reachOf = (engine: Engine, accountId: string) =>
  within(engine, system(), async tx => {
    const [account] = await tx.query<{ email: string | null }>(
      'select email from canopy.account where id = $1 and closed_at is null',
      [accountId],
    )
    return { email: account?.email ?? null, posts: await actorsOf(tx, accountId, today()) }
  })

/** What of a delivery the person has not read and may still see, in any of their posts: asked as that person. */
const toTell = async (
  engine: Engine,
  delivery: string,
  posts: Awaited<ReturnType<typeof reachOf>>['posts'],
): Promise<readonly NoticeRow[]> => {
  const found = new Map<string, NoticeRow>()
  for (const actor of posts) {
    const rows = await within(engine, actor, tx =>
      tx.query<NoticeRow & Record<string, unknown>>(
        `select ${noticeColumns} from canopy.notice
          where account_id = ${me.account} and delivery_id = $1 and read_at is null order by created_at, id`,
        [delivery],
      ),
    )
    for (const row of rows) found.set(row.id, row)
  }
  return [...found.values()]
}

interface Letter extends Pick<Message, 'to' | 'subject' | 'body'> {
  /** Done once it is sent. */
  readonly after?: () => Promise<unknown>
}
/** Why there is nothing to send, as a code. */
type Withheld = 'no_address' | 'nothing_to_send'

const letterToAccount = async (
  { engine, ...sender }: Outbox,
  id: string,
  account: string,
): Promise<Letter | Withheld> => {
  const { email, posts } = await reachOf(engine, account)
  if (email === null) return 'no_address'
  const notices = await toTell(engine, id, posts)
  return notices.length === 0 ? 'nothing_to_send' : { to: email, ...compose(sender, engine.registers, notices) }
}

const letterToInvited = async ({ engine, secret, ...sender }: Outbox, id: string): Promise<Letter | Withheld> => {
  const invited = await linkToSend(engine, secret, id)
  if (invited === null) return 'nothing_to_send'
  const { email, token, sealed } = invited
  return { to: email, ...invitationMail(sender, token), after: () => forgetLink(engine, id, sealed) }
}

const letterOf = (outbox: Outbox, { id, accountId, invitationId }: Claimed): Promise<Letter | Withheld> =>
  accountId === null ? letterToInvited(outbox, invitationId ?? '') : letterToAccount(outbox, id, accountId)

const failureOf = (error: unknown): Pick<MailFailure, 'code' | 'final'> => {
  if (error instanceof MailFailure) return error
  return error instanceof Outcome ? { code: 'secret', final: true } : { code: 'error', final: false }
}

const deliverOne = async (outbox: Outbox, claimed: Claimed): Promise<void> => {
  const { engine, transport } = outbox
  if (claimed.attempts > mostTries)
    return void (await settleFailed(engine, claimed, { code: 'interrupted', final: true }))
  if (transport === null) return void (await settleHeldBack(engine, claimed, 'mail_off'))
  let after: Letter['after']
  try {
    const letter = await letterOf(outbox, claimed)
    if (typeof letter === 'string') return void (await settleHeldBack(engine, claimed, letter))
    const { to, subject, body } = letter
    await transport.send({ id: claimed.id, at: now(), to, subject, body })
    after = letter.after
  } catch (error) {
    return void (await settleFailed(engine, claimed, failureOf(error)))
  }
  await settleSent(engine, claimed)
  await after?.()
}

/** Sends what is to be sent now, until it is told to stop. Where several servers run it, each delivery is sent by one. */
export const deliver = async (outbox: Outbox, stop?: AbortSignal): Promise<void> => {
  const { engine } = outbox
  await gatherDigests(engine)
  try {
    while (!stop?.aborted) {
      const claimed = await claim(engine, isQuiet(quietOn(engine.calendars, now()), now()))
      if (claimed === null) return
      await deliverOne(outbox, claimed)
    }
  } finally {
    outbox.transport?.rest?.()
  }
}
