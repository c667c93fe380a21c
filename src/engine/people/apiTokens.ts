import { createHash, randomBytes } from 'node:crypto'
import { now, today } from '../../kit/clock.ts'
import { addHours, type Instant, millisOf } from '../../kit/dates.ts'
import { isId, newId } from '../../kit/ids.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { invalid, notFound } from '../outcome.ts'
import { type Tx, within } from '../store/transaction.ts'
import { placeOf } from './accounts.ts'
import { administerMachines, looksAfterAll } from './administer.ts'
import { machineSettings } from './machineSettings.ts'
import { addAccount } from './posts.ts'
import { scopesOf } from './scopes.ts'

/** A token for another system of an agency. */
export interface NewToken {
  /** Code or name. */
  readonly agency: string
  readonly team?: string | undefined
  /** What the other system is: with the agency, the name of the service account. */
  readonly purpose: string
  readonly role: string
  readonly scopes: readonly string[]
  /** For how long it works; as long as local policy lets it where this is absent. */
  readonly days?: number | undefined
}

/** Shown once: only a hash of the token is kept. */
export interface GivenToken {
  readonly id: string
  readonly token: string
  readonly expiresAt: Instant
}

export interface TokenLine {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly role: string
  readonly agency: string
  readonly team: string | null
  readonly scopes: readonly string[]
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly lastUsedAt: Instant | null
  readonly revokedAt: Instant | null
}

/** Begins every token, so that one that stands where it should not is found by whoever looks for secrets. */
const mark = 'canopy_'
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export const mostTokenDays = (engine: Engine): number =>
  Math.min(365, engine.calendars.setting(machineSettings.tokenDays.key, today()))

const problemsOf = (engine: Engine, { purpose, role, scopes, days }: NewToken) => {
  const possible = new Set(scopesOf(engine, role).map(one => one.scope))
  const surplus = scopes.filter(scope => !possible.has(scope))
  const most = mostTokenDays(engine)
  const when = (wrong: boolean, field: string, message: string) => (wrong ? [{ field, message }] : [])
  return [
    ...when(purpose.trim() === '', 'purpose', 'Enter what the other system is'),
    ...when(purpose.length > 60, 'purpose', 'What the other system is must be 60 characters or fewer'),
    ...when(possible.size === 0, 'role', 'Select a role that reads or does something in a register'),
    ...when(
      possible.size > 0 && (scopes.length === 0 || surplus.length > 0),
      'scopes',
      scopes.length === 0
        ? 'Select what the token reaches'
        : `The role does not reach ${surplus.join(', ').slice(0, 200)}. It could reach ${[...possible].join(', ')}`,
    ),
    ...when(
      days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= most),
      'days',
      `Enter a number of days from 1 to ${most}`,
    ),
  ]
}

const writeToken = async (
  tx: Tx,
  actor: Actor,
  accountId: string,
  scopes: readonly string[],
  days: number,
): Promise<GivenToken> => {
  const given = {
    id: newId(),
    token: `${mark}${randomBytes(32).toString('base64url')}`,
    expiresAt: addHours(now(), 24 * days),
  }
  await tx.query(
    `insert into canopy.api_token (id, token_hash, account_id, scopes, created_at, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [given.id, hashOf(given.token), accountId, [...new Set(scopes)].sort(), now(), actor.accountId, given.expiresAt],
  )
  return given
}

/**
 * Makes a service account for another system of an agency, and its token.
 * @throws Outcome invalid, all problems at once; notFound for whoever is no administrator
 */
export const addToken = (engine: Engine, actor: Actor, token: NewToken): Promise<GivenToken> =>
  administerMachines(engine, actor, 'addToken', async tx => {
    const problems = problemsOf(engine, token)
    if (problems.length > 0) throw invalid(problems)
    const place = await placeOf(tx, token)
    const [agency] = await tx.query<{ name: string }>('select name from canopy.agency where code = $1', [place.agency])
    const name = `${agency?.name ?? place.agency}: ${token.purpose.trim()}`
    const posts = [{ role: token.role, ...place }]
    const accountId = await addAccount(
      tx,
      { username: `machine-${newId()}`, name, machine: true, posts },
      null,
      today(),
    )
    const given = await writeToken(tx, actor, accountId, token.scopes, token.days ?? mostTokenDays(engine))
    return { id: given.id, detail: token.role, answer: given }
  })

/**
 * Another token for the same service account, with the same scopes. The old one works until it is revoked, so that the other
 * system can change over.
 * @throws Outcome notFound also for a token whose service account has ended
 */
export const renewToken = (engine: Engine, actor: Actor, id: string): Promise<GivenToken> =>
  administerMachines(engine, actor, 'renewToken', async tx => {
    const [old] = isId(id)
      ? await tx.query<{ account: string; scopes: string[] }>(
          `select t.account_id as account, t.scopes from canopy.api_token t join canopy.account a on a.id = t.account_id
            where t.id = $1 and a.closed_at is null`,
          [id],
        )
      : []
    if (!old) throw notFound()
    const given = await writeToken(tx, actor, old.account, old.scopes, mostTokenDays(engine))
    return { id: given.id, answer: given }
  })

/** Ends a token at once. One that has ended stays as it is. */
export const revokeToken = (engine: Engine, actor: Actor, id: string): Promise<void> =>
  administerMachines(engine, actor, 'revokeToken', async tx => {
    const changed = isId(id)
      ? await tx.query('update canopy.api_token set revoked_at = coalesce(revoked_at, $2) where id = $1 returning id', [
          id,
          now(),
        ])
      : []
    if (changed.length === 0) throw notFound()
    return { id, answer: undefined }
  })

/** Every token, those that still work first. For administrators and the operator. */
export const listTokens = (engine: Engine, actor: Actor): Promise<readonly TokenLine[]> => {
  if (!looksAfterAll(actor)) throw notFound()
  return within(engine, system(actor), tx =>
    tx.query<TokenLine & Record<string, unknown>>(
      `select t.id, t.account_id as "accountId", a.name, p.role, g.name as agency, m.name as team, t.scopes,
              t.created_at as "createdAt", t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt"
         from canopy.api_token t join canopy.account a on a.id = t.account_id
         join lateral (select * from canopy.post p where p.account_id = a.id order by p.valid_from desc, p.id limit 1) p on true
         join canopy.agency g on g.id = p.agency_id left join canopy.team m on m.id = p.team_id
        order by t.revoked_at is not null or t.expires_at <= $1, a.name, t.created_at desc, t.id`,
      [now()],
    ),
  )
}

/** Once a minute is enough for who wonders whether a token is still used. */
const touch = async (engine: Pick<Engine, 'pools'>, id: string, usedAt: Instant | null): Promise<void> => {
  if (usedAt !== null && millisOf(now()) - millisOf(usedAt) < 60_000) return
  await within(engine, system(), tx =>
    tx.query('update canopy.api_token set last_used_at = $2 where id = $1', [id, now()]),
  )
}

/** Who sent a token. */
export interface TokenHolder {
  readonly tokenId: string
  readonly actor: Actor
}

/**
 * The service account of a token, with its scopes; the account alone where the token has expired or was revoked, for the
 * ledger; nothing where there never was such a token.
 */
export const findToken = async (
  engine: Pick<Engine, 'pools'>,
  token: string,
): Promise<TokenHolder | { readonly ended: string } | null> => {
  if (!token.startsWith(mark)) return null
  const { rows } = await engine.pools.app.query<{
    id: string
    account_id: string
    last_used_at: Instant | null
    scopes: string[]
    actor: Actor | null
  }>({ name: 'find-token', text: 'select * from canopy.find_token($1, $2)', values: [hashOf(token), now()] })
  const [found] = rows
  if (!found) return null
  if (found.actor === null) return { ended: found.account_id }
  await touch(engine, found.id, found.last_used_at)
  return { tokenId: found.id, actor: { ...found.actor, scopes: found.scopes } }
}
