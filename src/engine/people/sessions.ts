import { createHash, randomBytes } from 'node:crypto'
import { now, today } from '../../kit/clock.ts'
import { addHours, type Instant, millisOf } from '../../kit/dates.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { within } from '../store/transaction.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { actorsOf } from './posts.ts'

/** A session as the request that carries its token finds it. */
export interface Session {
  readonly tokenHash: string
  /** The post the person acts in. */
  readonly actor: Actor
  /** Every post they hold today. */
  readonly posts: readonly Actor[]
  readonly csrf: string
  readonly seenAt: Instant
  /** False when it ended, stood idle too long or grew too old: it opens nothing, but a form it posts is still kept. */
  readonly alive: boolean
}

/** No session lasts longer than a working day, however busy. */
const longestHours = 12

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

type Found = {
  account_id: string
  post_id: string
  csrf: string
  seen_at: Instant
  alive: boolean
  posts: readonly Actor[] | null
}

/** The session of a token; nothing when there never was one, or the person holds that post no more. */
export const findSession = async (
  engine: Pick<Engine, 'pools'>,
  token: string,
  idleMinutes: number,
): Promise<Session | null> => {
  const tokenHash = hashOf(token)
  const at = now()
  const { rows } = await engine.pools.app.query<Found>({
    name: 'find-session',
    text: 'select * from canopy.find_session($1, $2, $3, $4)',
    values: [tokenHash, at, addHours(at, -idleMinutes / 60), addHours(at, -longestHours)],
  })
  const [found] = rows
  const actor = found?.posts?.find(post => post.postId === found.post_id)
  if (!found || !actor) return null
  return {
    tokenHash,
    actor,
    posts: found.posts ?? [],
    csrf: found.csrf,
    seenAt: found.seen_at,
    alive: found.alive,
  }
}

/** Once a minute is enough: the idle limit counts in minutes. */
export const touchSession = async (engine: Pick<Engine, 'pools'>, session: Session): Promise<void> => {
  if (millisOf(now()) - millisOf(session.seenAt) < 60_000) return
  await asSystem(engine, 'update canopy.session set seen_at = $2 where token_hash = $1', [session.tokenHash, now()])
}

export const endSession = (engine: Pick<Engine, 'pools'>, session: Session): Promise<unknown> =>
  asSystem(engine, 'update canopy.session set ended_at = $2 where token_hash = $1 and ended_at is null', [
    session.tokenHash,
    now(),
  ])

/** Goes on in another post of the same person. */
export const switchPost = (engine: Pick<Engine, 'pools'>, session: Session, postId: string): Promise<unknown> =>
  asSystem(engine, 'update canopy.session set post_id = $2 where token_hash = $1', [session.tokenHash, postId])

const asSystem = (engine: Pick<Engine, 'pools'>, text: string, values: readonly unknown[]): Promise<unknown> =>
  within(engine, system(), tx => tx.query(text, values))

/** Makes a session for a person who has shown who they are; the token is told once and kept only as a hash. */
export const openSession = async (engine: Engine, actor: Actor): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await asSystem(
    engine,
    'insert into canopy.session (token_hash, account_id, post_id, csrf, created_at, seen_at) values ($1, $2, $3, $4, $5, $5)',
    [hashOf(token), actor.accountId, actor.postId, randomBytes(32).toString('base64url'), now()],
  )
  await engine.ledger.write({ at: now(), actor, event: 'signedIn' })
  return token
}

const tries = 5
const lockedMinutes = 15

type Credential = { account_id: string; password_hash: string; locked_until: Instant | null }

let nobody: Promise<string> | undefined
/** A hash that fits nothing, of the same cost, so that an unknown name takes as long as a wrong password. */
const hashOfNobody = (): Promise<string> => {
  nobody ??= hashPassword(randomBytes(24).toString('base64'))
  return nobody
}

/**
 * The person of a name and password, in the post that began first. Nothing when they do not fit, the account is closed
 * or holds no post, or five wrong passwords have locked it for a quarter of an hour: the answer is always the same.
 */
export const signIn = async (engine: Engine, username: string, password: string): Promise<Actor | null> => {
  const found = await within(engine, system(), tx =>
    tx.query<Credential>(
      `select c.account_id, c.password_hash, c.locked_until from canopy.credential c
         join canopy.account a on a.id = c.account_id where a.username = $1 and a.closed_at is null`,
      [username.trim().toLowerCase().slice(0, 200)],
    ),
  )
  const [credential] = found
  const fits = await verifyPassword(credential?.password_hash ?? (await hashOfNobody()), password.slice(0, 1000))
  const locked = credential?.locked_until != null && credential.locked_until > now()
  if (!credential || locked || !fits) {
    if (credential && !locked) await countFailure(engine, credential.account_id)
    await engine.ledger.write({ at: now(), actor: failed(credential?.account_id), event: 'signInFailed' })
    return null
  }
  return within(engine, system(), async tx => {
    await tx.query('update canopy.credential set failed_count = 0, locked_until = null where account_id = $1', [
      credential.account_id,
    ])
    return (await actorsOf(tx, credential.account_id, today()))[0] ?? null
  })
}

const failed = (accountId: string | undefined): Actor => ({
  ...system(),
  ...(accountId === undefined ? {} : { accountId }),
})

const countFailure = (engine: Engine, accountId: string): Promise<unknown> =>
  asSystem(
    engine,
    `update canopy.credential set failed_count = case when failed_count + 1 >= $2 then 0 else failed_count + 1 end,
       locked_until = case when failed_count + 1 >= $2 then $3::timestamptz else locked_until end where account_id = $1`,
    [accountId, tries, addHours(now(), lockedMinutes / 60)],
  )

/** An account of a demonstration, signed in with one click; nothing for any other account. */
export const demonstrationActor = (engine: Engine, accountId: string): Promise<Actor | null> =>
  within(engine, system(), async tx => {
    const [known] = await tx.query<{ id: string }>(
      'select id from canopy.account where id = $1 and demonstration is not null and closed_at is null',
      [accountId],
    )
    return known ? ((await actorsOf(tx, known.id, today()))[0] ?? null) : null
  })

/** The accounts a demonstration offers, in order of their label. */
export const demonstrationAccounts = (engine: Engine): Promise<{ id: string; name: string; label: string }[]> =>
  within(engine, system(), tx =>
    tx.query(
      'select id, name, demonstration as label from canopy.account where demonstration is not null and closed_at is null order by demonstration, name',
    ),
  )
