import { createHash } from 'node:crypto'
import { now, today } from '../../kit/clock.ts'
import { addDays, addHours, type Day, type Instant, instantOf } from '../../kit/dates.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { writeNotices } from '../notices/write.ts'
import { Outcome } from '../outcome.ts'
import { openSecret } from '../people/keptSecret.ts'
import { actorsOf } from '../people/posts.ts'
import { within } from '../store/transaction.ts'
import { ownerOf } from './request.ts'
import { sealPack } from './seal.ts'
import { gatherPack, lineCount, type PackContents, type PackMaker } from './section.ts'
import { packSettings } from './settings.ts'

/** How many days' packs are kept: today's and those of the days before. */
const keptDays = 3
/** A pack that is made later than this after its hour is late, and the person is told. */
export const lateAfterHours = 1
/** Minutes until what failed is tried again. */
const triedAgainAfter = 10

export interface PackPress extends PackMaker {
  readonly engine: Engine
  readonly partnership: string
  /** Of this installation: opens the sealed keys. */
  readonly secret: string
}

interface Waiting {
  readonly accountId: string
  readonly sealedKey: string
  readonly salt: string
  readonly rounds: number
  readonly askedAt: Instant
}

/** The moment at which the packs of a day are made. */
export const packDueAt = ({ calendars }: Pick<Engine, 'calendars'>, day: Day): Instant =>
  instantOf(day, `${String(calendars.setting(packSettings.hour.key, day)).padStart(2, '0')}:00`)

/** Deletes packs of earlier days, and everything of accounts that are closed. */
const dropOld = (engine: Engine): Promise<unknown> =>
  within(engine, system(), async tx => {
    await tx.query('delete from canopy.pack where day <= $1', [addDays(today(), -keptDays)])
    await tx.query(
      'delete from canopy.pack_request r using canopy.account a where a.id = r.account_id and a.closed_at is not null',
      [],
    )
  })

const waitingFor = (engine: Engine, day: Day): Promise<Waiting[]> =>
  within(engine, system(), tx =>
    tx.query<Waiting & Record<string, unknown>>(
      `select account_id as "accountId", sealed_key as "sealedKey", salt, rounds, asked_at as "askedAt" from canopy.pack_request r
        where (failed_at is null or failed_at <= $2)
          and not exists (select 1 from canopy.pack p where p.account_id = r.account_id and p.day = $1)
        order by asked_at`,
      [day, addHours(now(), -triedAgainAfter / 60)],
    ),
  )

/** Keeps a pack, unless another server was quicker or the passphrase has changed meanwhile. */
const keep = (
  { engine }: PackPress,
  actor: Actor,
  { accountId, sealedKey, askedAt }: Waiting,
  day: Day,
  contents: PackContents,
  { head, bytes }: { readonly head: string; readonly bytes: Buffer },
): Promise<void> =>
  within(engine, system(actor), async tx => {
    const digest = createHash('sha256').update(bytes).digest('hex')
    const held = await tx.query(
      'select 1 from canopy.pack_request where account_id = $1 and sealed_key = $2 for update',
      [accountId, sealedKey],
    )
    if (held.length === 0) return
    const kept = await tx.query(
      `insert into canopy.pack (account_id, day, made_at, head, bytes, digest) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning 1`,
      [accountId, day, contents.at, head, bytes, digest],
    )
    if (kept.length === 0) return
    await tx.query(
      'insert into canopy.pack_part (account_id, day, section, line_count) select $1, $2, * from unnest($3::text[], $4::int[])',
      [accountId, day, contents.parts.map(({ key }) => key), contents.parts.map(lineCount)],
    )
    await tx.query('update canopy.pack_request set failed_at = null, failure = null where account_id = $1', [accountId])
    const dueAt = packDueAt(engine, day)
    if (askedAt < dueAt && contents.at > addHours(dueAt, lateAfterHours)) await tell(engine, tx, accountId, day, 'late')
    const lines = contents.parts.reduce((sum, part) => sum + lineCount(part), 0)
    await appendLedger(tx, [
      {
        at: now(),
        actor: system(actor),
        event: 'exported',
        action: 'makePack',
        recordId: accountId,
        detail: `${day}, ${lines} lines`,
        digest,
      },
    ])
  })

/** Once a day for each kind. */
const tell = (
  engine: Engine,
  tx: Parameters<typeof writeNotices>[0],
  accountId: string,
  day: Day,
  kind: 'failed' | 'late',
) => {
  const limit = { clock: 'offline_pack', sequence: 1, dueAt: packDueAt(engine, day) }
  const of = { register: 'offline_pack', recordId: accountId, reference: day, urgent: false }
  return writeNotices(tx, engine.calendars, [{ accountId, kind, limit, ...of }])
}

/** What went wrong stands on the page and in a notice as a code; the error itself goes to the log of defects. */
const noteFailure = ({ engine }: PackPress, { accountId }: Waiting, day: Day, error: unknown): Promise<void> =>
  within(engine, system(), async tx => {
    await tx.query('update canopy.pack_request set failed_at = $2, failure = $3 where account_id = $1', [
      accountId,
      now(),
      error instanceof Outcome && error.kind === 'unavailable' ? 'secret' : 'error',
    ])
    await tell(engine, tx, accountId, day, 'failed')
  })

const makeOne = async (press: PackPress, waiting: Waiting, day: Day): Promise<void> => {
  const { engine, roles, secret, partnership } = press
  const { accountId, sealedKey, salt, rounds } = waiting
  const posts = await within(engine, system(), tx => actorsOf(tx, accountId, day))
  const actor = posts.find(({ role }) => roles.includes(role))
  if (!actor) return
  const key = Buffer.from(openSecret(secret, ownerOf(accountId), sealedKey), 'base64')
  const contents = await gatherPack(engine, actor, press, partnership)
  await keep(press, actor, waiting, day, contents, sealPack({ key, salt, rounds }, contents.at, press.render(contents)))
}

/**
 * Makes the packs of today that are not made yet, once their hour has come: for each person who asked and holds a role that has packs
 * today. Bears being broken off, done again, and done by two servers at once.
 * @throws the first error, after the packs of all others are made
 */
export const makePacks = async (press: PackPress, stop?: AbortSignal): Promise<void> => {
  const { engine } = press
  const day = today()
  await dropOld(engine)
  if (now() < packDueAt(engine, day)) return
  const errors: unknown[] = []
  for (const waiting of await waitingFor(engine, day)) {
    if (stop?.aborted) break
    try {
      await makeOne(press, waiting, day)
    } catch (error) {
      errors.push(error)
      await noteFailure(press, waiting, day, error)
    }
  }
  if (errors.length > 0) throw errors[0]
}
