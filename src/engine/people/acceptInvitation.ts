import type { Problem } from '../../declare/input.ts'
import { now, today } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { invalid } from '../outcome.ts'
import { type Tx, within } from '../store/transaction.ts'
import { detailOf, type Given, insertPost } from './colleagues.ts'
import { forgetDirectory } from './directory.ts'
import { hashOfToken } from './invitations.ts'
import { nameProblem, usernameProblem } from './ownName.ts'
import { hashPassword, passwordProblems } from './passwords.ts'
import { actorsOf } from './posts.ts'
import { fitsSecondFactor } from './secondFactor.ts'
import { provePassword } from './sessions.ts'

/** What somebody who holds the link is told of their invitation. */
export interface Invitation extends Given {
  readonly agencyName: string
  /** Whether an account has this address: its person signs in instead of making another. */
  readonly hasAccount: boolean
}

type Found = Invitation & {
  readonly id: string
  readonly agencyId: string
  readonly teamId: string | null
  readonly email: string
}

const find = async (tx: Tx, token: string, lock = ''): Promise<Found | null> => {
  const [found] = await tx.query<Found & Record<string, unknown>>(
    `select i.id, i.agency_id as "agencyId", i.team_id as "teamId", i.role, i.deputy, i.email, g.name as "agencyName",
            exists (select 1 from canopy.account a where lower(a.email) = lower(i.email) and a.closed_at is null) as "hasAccount"
       from canopy.invitation i join canopy.agency g on g.id = i.agency_id and (g.valid_to is null or g.valid_to >= $3)
      where i.token_hash = $1 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $2 ${lock}`,
    [hashOfToken(token.slice(0, 200)), now(), today()],
  )
  return found ?? null
}

/** The invitation of a link; null alike for one that was used, withdrawn or has expired, and for one that never was. */
export const findInvitation = (engine: Pick<Engine, 'pools'>, token: string): Promise<Invitation | null> =>
  within(engine, system(), tx => find(tx, token))

/** Begins the post and uses the link up; the row is locked, so that of two who use it at one moment one finds it used. */
const takeUp = async (engine: Engine, tx: Tx, found: Found, accountId: string): Promise<Actor> => {
  await tx.query('update canopy.invitation set accepted_at = $2, accepted_by = $3, sealed_token = null where id = $1', [
    found.id,
    now(),
    accountId,
  ])
  await insertPost(tx, { ...found, accountId })
  const posts = await actorsOf(tx, accountId, today())
  const actor = posts.findLast(post => post.agencyId === found.agencyId && post.role === found.role)
  if (!actor) throw new Error('The post of an invitation did not begin')
  await appendLedger(tx, [
    {
      at: now(),
      actor,
      event: 'administered',
      action: 'acceptInvitation',
      recordId: found.id,
      detail: detailOf(found),
    },
  ])
  forgetDirectory(engine)
  return actor
}

export interface NewAccountTyped {
  readonly name: string
  readonly username: string
  readonly password: string
}

const typedProblems = ({ name, username, password }: NewAccountTyped): readonly Problem[] => {
  const said: readonly (readonly [string, string | undefined])[] = [
    ['name', nameProblem(name)],
    ['username', username.trim() === '' ? 'Enter a user name' : usernameProblem(username.trim())],
    ['password', password === '' ? 'Enter a password' : passwordProblems(password, [username, name])[0]],
  ]
  return said.flatMap(([field, message]) => (message === undefined ? [] : [{ field, message }]))
}

/**
 * Accepts as somebody without an account: makes it, with the post.
 * @returns null when the link opens nothing (more)
 * @throws Outcome invalid, all problems at once
 */
export const acceptAsNew = async (engine: Engine, token: string, typed: NewAccountTyped): Promise<Actor | null> => {
  const problems = typedProblems(typed)
  const hashed = problems.length === 0 ? await hashPassword(typed.password) : ''
  return within(engine, system(), async tx => {
    const found = await find(tx, token, 'for update of i')
    if (!found) return null
    if (found.hasAccount) throw invalid([{ field: 'username', message: haveOne }])
    const username = typed.username.trim().toLowerCase()
    const taken = await tx.query('select 1 from canopy.account where username = $1', [username])
    const all = [
      ...problems,
      ...(taken.length > 0 ? [{ field: 'username', message: 'This user name is taken. Enter another' }] : []),
    ]
    if (all.length > 0) throw invalid(all)
    const id = newId()
    // A closed account gives its address free: somebody who comes back is one person still.
    await tx.query('update canopy.account set email = null where lower(email) = $1 and closed_at is not null', [
      found.email,
    ])
    await tx.query('insert into canopy.account (id, username, name, email, created_at) values ($1, $2, $3, $4, $5)', [
      id,
      username,
      typed.name.trim(),
      found.email,
      now(),
    ])
    await tx.query('insert into canopy.credential (account_id, password_hash, changed_at) values ($1, $2, $3)', [
      id,
      hashed,
      now(),
    ])
    return takeUp(engine, tx, found, id)
  })
}

const haveOne = 'You have an account with this address. Sign in with it to accept'
const doNotFit = 'The user name, password or code do not fit. After five wrong ones an account is locked for 15 minutes'
const otherAddress =
  'This invitation was made for another address than that of your account. Ask for one to your own address'

export interface KnownPersonTyped {
  readonly username: string
  readonly password: string
  /** Of the second factor, where there is one. */
  readonly code: string
}

/** An account without an address takes that of the invitation; one with another address is another person's. */
const sameAddress = async (tx: Tx, found: Found, accountId: string): Promise<boolean> => {
  const rows = await tx.query(
    `update canopy.account a set email = $2 where a.id = $1 and (lower(a.email) = $2 or (a.email is null and not exists (
       select 1 from canopy.account o where lower(o.email) = $2))) returning 1`,
    [accountId, found.email],
  )
  return rows.length > 0
}

const alreadyThere = async (tx: Tx, found: Found, accountId: string): Promise<boolean> => {
  const rows = await tx.query(
    `select 1 from canopy.post where account_id = $1 and agency_id = $2 and role = $3 and deputy = $4
        and valid_from <= $5 and (valid_to is null or valid_to >= $5)`,
    [accountId, found.agencyId, found.role, found.deputy, today()],
  )
  return rows.length > 0
}

/**
 * Accepts as a person who has an account, who shows who they are with everything that signing in asks for: adds the post. Also
 * for somebody who holds no post today and so could not sign in.
 * @returns null when the link opens nothing (more)
 * @throws Outcome invalid
 */
export const acceptAsKnown = async (
  engine: Engine,
  key: string,
  token: string,
  typed: KnownPersonTyped,
): Promise<Actor | null> => {
  if ((await findInvitation(engine, token)) === null) return null
  const accountId = await provePassword(engine, typed.username, typed.password)
  if (accountId === null || !(await fitsSecondFactor(engine, key, accountId, typed.code)))
    throw invalid([{ field: 'username', message: doNotFit }])
  return within(engine, system(), async tx => {
    const found = await find(tx, token, 'for update of i')
    if (!found) return null
    if (!(await sameAddress(tx, found, accountId))) throw invalid([{ field: 'username', message: otherAddress }])
    if (await alreadyThere(tx, found, accountId))
      throw invalid([{ field: 'username', message: 'You hold this post already. Sign in as usual' }])
    return takeUp(engine, tx, found, accountId)
  })
}
