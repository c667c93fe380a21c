import { now } from '../../kit/clock.ts'
import type { Day } from '../../kit/dates.ts'
import { newId } from '../../kit/ids.ts'
import type { Actor } from '../actor.ts'
import type { Tx } from '../store/transaction.ts'

export interface NewAgency {
  readonly code: string
  readonly name: string
  readonly kind: string
  /** First and last day, where they are not those of the whole list. */
  readonly from?: Day
  readonly to?: Day
  readonly telephone?: string
  readonly teams?: readonly { readonly code: string; readonly name: string }[]
}
export interface NewAccount {
  readonly username: string
  readonly name: string
  /** Where notices go; no two accounts have the same. */
  readonly email?: string | undefined
  /** The label of the one-click sign-in; only demonstrations have it. */
  readonly demonstration?: string
  /** Another system of an agency, which has no password. */
  readonly machine?: true
  readonly posts: readonly {
    readonly role: string
    readonly agency: string
    readonly team?: string
    /** Stands in for the designated safeguarding lead. */
    readonly deputy?: boolean
    /** The last day, where the post has ended. */
    readonly to?: Day
  }[]
}

/** Agencies with their teams, valid from a day. Bound to `system` or an administrator. */
export const addAgencies = async (tx: Tx, agencies: readonly NewAgency[], from: Day): Promise<void> => {
  for (const { code, name, kind, from: first = from, to = null, telephone = null, teams = [] } of agencies) {
    const id = newId()
    await tx.query(
      'insert into canopy.agency (id, code, name, kind, valid_from, valid_to, telephone) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, code, name, kind, first, to, telephone],
    )
    for (const team of teams)
      await tx.query('insert into canopy.team (id, agency_id, code, name, valid_from) values ($1, $2, $3, $4, $5)', [
        newId(),
        id,
        team.code,
        team.name,
        first,
      ])
  }
}

/** An account with its posts and a password that is already hashed; without one nobody signs in with it. */
export const addAccount = async (
  tx: Tx,
  account: NewAccount,
  passwordHash: string | null,
  from: Day,
): Promise<string> => {
  const id = newId()
  await tx.query(
    'insert into canopy.account (id, username, name, demonstration, created_at, email, machine) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      id,
      account.username.toLowerCase(),
      account.name,
      account.demonstration ?? null,
      now(),
      account.email?.toLowerCase() ?? null,
      account.machine ?? false,
    ],
  )
  if (passwordHash !== null)
    await tx.query('insert into canopy.credential (account_id, password_hash, changed_at) values ($1, $2, $3)', [
      id,
      passwordHash,
      now(),
    ])
  for (const { role, agency, team, deputy = false, to } of account.posts)
    await tx.query(
      `insert into canopy.post (id, account_id, role, agency_id, team_id, valid_from, valid_to, deputy)
       select $1, $2, $3, a.id, t.id, $6, $7, $8 from canopy.agency a left join canopy.team t on t.agency_id = a.id and t.code = $5 where a.code = $4`,
      [newId(), id, role, agency, team ?? null, from, to ?? null, deputy],
    )
  return id
}

const actorQuery = `
select a.id as "accountId", a.name, p.id as "postId", p.role, p.agency_id as "agencyId", g.name as "agencyName",
       p.team_id as "teamId", coalesce(t.name, '') as "teamName"
  from canopy.post p join canopy.account a on a.id = p.account_id
  join canopy.agency g on g.id = p.agency_id left join canopy.team t on t.id = p.team_id
 where a.closed_at is null and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2)`

/** The posts an account holds on a day, as the actors it may be. */
export const actorsOf = (tx: Tx, accountId: string, on: Day): Promise<(Actor & Record<string, unknown>)[]> =>
  tx.query(`${actorQuery} and a.id = $1 order by p.valid_from, p.id`, [accountId, on])

export const actorByUsername = async (
  tx: Tx,
  username: string,
  role: string | undefined,
  on: Day,
): Promise<Actor | null> => {
  const rows = await tx.query<Actor & Record<string, unknown>>(
    `${actorQuery} and not a.machine and a.username = $1 and ($3::text is null or p.role = $3) order by p.valid_from, p.id limit 1`,
    [username.toLowerCase(), on, role ?? null],
  )
  return rows[0] ?? null
}
