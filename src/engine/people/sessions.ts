import { createHash, randomBytes } from 'node:crypto'
import { now, today } from '../../kit/clock.ts'
import { addHours, type Instant, millisOf } from '../../kit/dates.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { within } from '../store/transaction.ts'
import { lockedMinutes, tries } from './lock.ts'
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
  /**
   * False when it ended, stood idle too long or grew too old, or waits for a second factor: it opens nothing. A form that an
   * ended one posts is still kept.
   */
  readonly alive: boolean
  /** What the person still has to do to be signed in: give a code, or set up the second factor that they must have. */
  readonly waitsFor: 'code' | 'setUp' | null
}

/** Who must have a second factor. Whoever has set one up is asked for it in any case. */
export interface FactorPolicy {
  /** `partners` are those with a post outside the council. */
  readonly secondFactor: 'everybody' | 'partners' | 'optional'
  /** Whether the database is a demonstration, whose people sign in with one press. */
  readonly demo: boolean
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
  factor_set: boolean
  factor_given: boolean
  partner: boolean
  demonstration: boolean
}

const mustHave = ({ secondFactor, demo }: FactorPolicy, { partner, demonstration }: Found): boolean =>
  !(demo && demonstration) && (secondFactor === 'everybody' || (secondFactor === 'partners' && partner))

const waitsFor = (policy: FactorPolicy, found: Found): Session['waitsFor'] => {
  if (!found.alive) return null
  if (found.factor_set) return found.factor_given ? null : 'code'
  return mustHave(policy, found) ? 'setUp' : null
}

/** The session of a token; nothing when there never was one, or the person holds that post no more. */
export const findSession = async (
  engine: Pick<Engine, 'pools'>,
  token: string,
  idleMinutes: number,
  policy: FactorPolicy,
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
  const waiting = waitsFor(policy, found)
  return {
    tokenHash,
    actor,
    posts: found.posts ?? [],
    csrf: found.csrf,
    seenAt: found.seen_at,
    alive: found.alive && waiting === null,
    waitsFor: waiting,
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

/**
 * Makes a session for a person who has shown who they are; the token is told once and kept only as a hash. Of somebody with a
 * second factor it waits for the code, unless that was given already or is not asked for (one press in a demonstration).
 */
export const openSession = async (engine: Engine, actor: Actor, factorGiven = false): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  const waits = await within(engine, system(), async tx => {
    await tx.query(
      `insert into canopy.session (token_hash, account_id, post_id, csrf, created_at, seen_at, factor_at)
       values ($1, $2, $3, $4, $5, $5, $6)`,
      [
        hashOf(token),
        actor.accountId,
        actor.postId,
        randomBytes(32).toString('base64url'),
        now(),
        factorGiven ? now() : null,
      ],
    )
    if (factorGiven) return false
    const found = await tx.query(
      'select 1 from canopy.second_factor where account_id = $1 and confirmed_at is not null',
      [actor.accountId],
    )
    return found.length > 0
  })
  if (!waits) await engine.ledger.write({ at: now(), actor, event: 'signedIn' })
  return token
}

type Credential = { account_id: string; password_hash: string; locked_until: Instant | null }

let nobody: Promise<string> | undefined
/** A hash that fits nothing, of the same cost, so that an unknown name takes as long as a wrong password. */
const hashOfNobody = (): Promise<string> => {
  nobody ??= hashPassword(randomBytes(24).toString('base64'))
  return nobody
}

/**
 * The account of a name and password. Nothing when they do not fit, the account is closed, or five wrong passwords have
 * locked it for a quarter of an hour: the answer is always the same.
 */
export const provePassword = async (engine: Engine, username: string, password: string): Promise<string | null> => {
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
  await asSystem(engine, 'update canopy.credential set failed_count = 0, locked_until = null where account_id = $1', [
    credential.account_id,
  ])
  return credential.account_id
}

/** The person of a name and password, in the post that began first; nothing also when they hold none today. */
export const signIn = async (engine: Engine, username: string, password: string): Promise<Actor | null> => {
  const accountId = await provePassword(engine, username, password)
  if (accountId === null) return null
  return within(engine, system(), async tx => (await actorsOf(tx, accountId, today()))[0] ?? null)
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
