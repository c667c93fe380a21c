import { randomInt } from 'node:crypto'
import { now, today } from '../../kit/clock.ts'
import type { Instant } from '../../kit/dates.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { invalid, Outcome } from '../outcome.ts'
import { type Tx, within } from '../store/transaction.ts'
import { forgetDirectory } from './directory.ts'
import { usernameProblem } from './ownName.ts'
import { hashPassword } from './passwords.ts'
import { addAccount } from './posts.ts'
import { dropSecondFactor } from './secondFactor.ts'

/** Whether text may be an e-mail address, and nothing that would make a second one of it. */
const isEmail = (text: string): boolean => /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(text)
const noEmail = { field: 'email', message: 'Enter an e-mail address, like name@example.org' }

const refuseShared = async (tx: Tx, email: string | undefined): Promise<void> => {
  const shared = await tx.query('select 1 from canopy.account where lower(email) = lower($1)', [email ?? null])
  if (shared.length > 0) throw new Outcome('conflict', 'An account has this e-mail address already')
}

/** An account with what it is today, for the list of accounts. */
export interface AccountLine {
  readonly username: string
  readonly name: string
  readonly closedAt: Instant | null
  readonly posts: readonly { readonly role: string; readonly agency: string; readonly team: string | null }[]
}

export interface NewPerson {
  readonly username: string
  readonly name: string
  readonly role: string
  /** Code or name. */
  readonly agency: string
  readonly team?: string | undefined
  /** Where notices go. Without it the person is told in Canopy alone. */
  readonly email?: string | undefined
}

/** Without letters and digits that look alike on paper or are mistaken on the telephone. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password for one telephone call or one slip of paper: 20 signs, about 98 bits. */
const newPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')).join('-')

const administered = (tx: Tx, actor: Actor, action: string, accountId: string, detail = '') =>
  appendLedger(tx, [{ at: now(), actor, event: 'administered', action, recordId: accountId, detail }])

const openAccount = async (tx: Tx, username: string): Promise<string> => {
  const [found] = await tx.query<{ id: string; closed: boolean }>(
    'select id, closed_at is not null as closed from canopy.account where username = $1 and not machine',
    [username.toLowerCase()],
  )
  if (!found) throw new Outcome('notFound', `There is no account “${username}”`)
  if (found.closed) throw new Outcome('conflict', `The account “${username}” is closed`)
  return found.id
}

/** Agencies and teams of today by code or name. */
export const placeOf = async (tx: Tx, { agency, team }: Pick<NewPerson, 'agency' | 'team'>) => {
  const valid = 'valid_from <= $1 and (valid_to is null or valid_to >= $1)'
  const agencies = await tx.query<{ id: string; code: string; name: string }>(
    `select id, code, name from canopy.agency where ${valid} order by code`,
    [today()],
  )
  const same = (text: string) => (one: { code: string; name: string }) =>
    [one.code, one.name].some(known => known.toLowerCase() === text.toLowerCase())
  const found = agencies.find(same(agency))
  const codes = (among: readonly { code: string }[]) => among.map(one => one.code).join(', ') || 'none'
  if (!found)
    throw invalid([{ field: 'agency', message: `There is no agency “${agency}”. Agencies: ${codes(agencies)}` }])
  if (team === undefined) return { agency: found.code }
  const teams = await tx.query<{ code: string; name: string }>(
    `select code, name from canopy.team where agency_id = $2 and ${valid} order by code`,
    [today(), found.id],
  )
  const place = teams.find(same(team))
  if (!place)
    throw invalid([{ field: 'team', message: `There is no team “${team}” in ${found.name}. Teams: ${codes(teams)}` }])
  return { agency: found.code, team: place.code }
}

/**
 * Adds an account with one post from today and answers its first password, which is kept nowhere else.
 * @throws Outcome invalid, all problems at once; conflict when the username or the e-mail address is taken
 */
export const addPerson = async (engine: Engine, actor: Actor, person: NewPerson): Promise<string> => {
  const wrongName = usernameProblem(person.username)
  const problems = [
    ...(wrongName === undefined ? [] : [{ field: 'username', message: wrongName }]),
    ...(person.email === undefined || isEmail(person.email) ? [] : [noEmail]),
    ...(person.name.trim() === '' ? [{ field: 'name', message: 'Enter the name of the person' }] : []),
    ...(engine.roles[person.role]
      ? []
      : [
          {
            field: 'role',
            message: `There is no role “${person.role}”. Roles: ${Object.keys(engine.roles).join(', ')}`,
          },
        ]),
  ]
  if (problems.length > 0) throw invalid(problems)
  const password = newPassword()
  const hashed = await hashPassword(password)
  await within(engine, actor, async tx => {
    const place = await placeOf(tx, person)
    const taken = await tx.query('select 1 from canopy.account where username = $1', [person.username.toLowerCase()])
    if (taken.length > 0) throw new Outcome('conflict', `There is an account “${person.username}” already`)
    await refuseShared(tx, person.email)
    const posts = [{ role: person.role, ...place }]
    const account = { username: person.username, name: person.name.trim(), email: person.email, posts }
    const id = await addAccount(tx, account, hashed, today())
    await administered(tx, actor, 'addAccount', id, person.role)
  })
  forgetDirectory(engine)
  return password
}

const endSessions = (tx: Tx, accountId: string) =>
  tx.query('update canopy.session set ended_at = $2 where account_id = $1 and ended_at is null', [accountId, now()])

/** Gives the account a new password, opens a lock, ends its sessions and answers the password. */
export const resetPassword = async (engine: Engine, username: string): Promise<string> => {
  const password = newPassword()
  const hashed = await hashPassword(password)
  await within(engine, system(), async tx => {
    const id = await openAccount(tx, username)
    await tx.query(
      `insert into canopy.credential as c (account_id, password_hash, changed_at) values ($1, $2, $3)
       on conflict (account_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at,
         failed_count = 0, locked_until = null`,
      [id, hashed, now()],
    )
    await endSessions(tx, id)
    await administered(tx, tx.actor, 'resetPassword', id)
  })
  return password
}

/**
 * Says where notices of an account go from now on.
 * @throws Outcome invalid; notFound; conflict when an account has the address already
 */
export const setEmail = async (engine: Engine, username: string, email: string): Promise<void> => {
  if (!isEmail(email)) throw invalid([noEmail])
  await within(engine, system(), async tx => {
    const id = await openAccount(tx, username)
    await refuseShared(tx, email)
    await tx.query('update canopy.account set email = $2 where id = $1', [id, email.toLowerCase()])
    await administered(tx, tx.actor, 'setEmail', id)
  })
}

/** For a lost telephone, where no administrator can do it: the operator takes the second factor off an account. */
export const operatorResetsSecondFactor = async (engine: Engine, username: string): Promise<void> => {
  await within(engine, system(), async tx => {
    const id = await openAccount(tx, username)
    await dropSecondFactor(tx, id)
    await administered(tx, tx.actor, 'resetSecondFactor', id)
  })
}

/** Closes an account: it signs in no more and its sessions end. What it has done stays under its name. */
export const closeAccount = async (engine: Engine, username: string): Promise<void> => {
  await within(engine, system(), async tx => {
    const id = await openAccount(tx, username)
    await tx.query('update canopy.account set closed_at = $2 where id = $1', [id, now()])
    await endSessions(tx, id)
    await administered(tx, tx.actor, 'closeAccount', id)
  })
  forgetDirectory(engine)
}

/** Every account with the posts it holds today, by username. */
export const listAccounts = (engine: Engine): Promise<readonly AccountLine[]> =>
  within(engine, system(), tx =>
    tx.query<AccountLine & Record<string, unknown>>(
      `select a.username, a.name, a.closed_at as "closedAt",
              coalesce(json_agg(json_build_object('role', p.role, 'agency', g.code, 'team', t.code) order by p.valid_from, p.role)
                filter (where p.id is not null), '[]') as posts
         from canopy.account a
         left join canopy.post p on p.account_id = a.id and p.valid_from <= $1 and (p.valid_to is null or p.valid_to >= $1)
         left join canopy.agency g on g.id = p.agency_id left join canopy.team t on t.id = p.team_id
        where not a.machine group by a.id order by a.username`,
      [today()],
    ),
  )
