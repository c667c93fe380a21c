import { me } from '../../declare/access.ts'
import { now, today } from '../../kit/clock.ts'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { type NoticeRow, noticeColumns } from '../notices/notices.ts'
import { actorsOf } from '../people/posts.ts'
import { within } from '../store/transaction.ts'
import { compose, type Sender } from './compose.ts'
import { type Claimed, claim, gatherDigests, mostTries, settleFailed, settleHeldBack, settleSent } from './queue.ts'
import { isQuiet, quietOn } from './quiet.ts'
import { MailFailure, type Transport } from './transport.ts'

export interface Outbox extends Sender {
  readonly engine: Engine
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

const deliverOne = async ({ engine, transport, ...sender }: Outbox, claimed: Claimed): Promise<void> => {
  if (claimed.attempts > mostTries)
    return void (await settleFailed(engine, claimed, { code: 'interrupted', final: true }))
  const { email, posts } = await reachOf(engine, claimed.accountId)
  if (transport === null) return void (await settleHeldBack(engine, claimed, 'mail_off'))
  if (email === null) return void (await settleHeldBack(engine, claimed, 'no_address'))
  const notices = await toTell(engine, claimed.id, posts)
  if (notices.length === 0) return void (await settleHeldBack(engine, claimed, 'nothing_to_send'))
  try {
    const message = compose(sender, engine.registers, notices)
    await transport.send({ id: claimed.id, to: email, at: now(), ...message })
  } catch (error) {
    await settleFailed(engine, claimed, error instanceof MailFailure ? error : { code: 'error', final: false })
    return
  }
  await settleSent(engine, claimed)
}

/** Sends what is to be sent now, until it is told to stop. Where several servers run it, each delivery is sent by one. */
export const deliver = async (outbox: Outbox, stop?: AbortSignal): Promise<void> => {
  const { engine } = outbox
  await gatherDigests(engine)
  while (!stop?.aborted) {
    const claimed = await claim(engine, isQuiet(quietOn(engine.calendars, now()), now()))
    if (claimed === null) return
    await deliverOne(outbox, claimed)
  }
}
