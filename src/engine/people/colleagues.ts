import { now, today } from '../../kit/clock.ts'
import { addDays, type Day } from '../../kit/dates.ts'
import { isId, newId } from '../../kit/ids.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { conflict, forbidden, notFound } from '../outcome.ts'
import { type Tx, within } from '../store/transaction.ts'
import { administer, administratorRole, givenBy, leadRole, looksAfter } from './administer.ts'
import { dropSecondFactor } from './secondFactor.ts'

/** A post that somebody holds today, as those see it who look after the people of its agency. */
export interface Colleague {
  readonly postId: string
  readonly accountId: string
  readonly name: string
  readonly username: string
  readonly role: string
  readonly deputy: boolean
  readonly team: string | null
  readonly from: Day
  /** Whether a second factor is set up. */
  readonly secondFactor: boolean
  /** Whether wrong passwords or codes have locked the account for the moment. */
  readonly locked: boolean
}

/** A role as it is given, with whether its holder stands in for another. */
export interface Given {
  readonly role: string
  readonly deputy: boolean
}

const colleagueQuery = `
select p.id as "postId", a.id as "accountId", a.name, a.username, p.role, p.deputy, t.name as team, p.valid_from as "from",
       f.confirmed_at is not null as "secondFactor", coalesce(greatest(c.locked_until, f.locked_until) > $3, false) as locked
  from canopy.post p join canopy.account a on a.id = p.account_id and a.closed_at is null and not a.machine
  left join canopy.team t on t.id = p.team_id
  left join canopy.credential c on c.account_id = a.id
  left join canopy.second_factor f on f.account_id = a.id
 where p.agency_id = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2)`

/**
 * Everybody who holds a post in an agency today, leads first.
 * @throws Outcome notFound for an agency that this person does not look after
 */
export const listColleagues = (engine: Engine, actor: Actor, agencyId: string): Promise<readonly Colleague[]> => {
  if (!isId(agencyId) || !looksAfter(actor, agencyId)) throw notFound()
  return within(engine, system(actor), tx =>
    tx.query<Colleague & Record<string, unknown>>(`${colleagueQuery} order by p.role <> $4, p.deputy, a.name, p.id`, [
      agencyId,
      today(),
      now(),
      leadRole,
    ]),
  )
}

const colleagueIn = async (tx: Tx, agencyId: string, postId: string): Promise<Colleague> => {
  const [found] = isId(postId)
    ? await tx.query<Colleague & Record<string, unknown>>(`${colleagueQuery} and p.id = $4`, [
        agencyId,
        today(),
        now(),
        postId,
      ])
    : []
  if (!found) throw notFound()
  return found
}

/** Leads who are no deputies, besides the holder of a post. */
const otherLeads = async (tx: Tx, agencyId: string, postId: string): Promise<number> => {
  const found = await tx.query(`${colleagueQuery} and p.role = $4 and not p.deputy and p.id <> $5`, [
    agencyId,
    today(),
    now(),
    leadRole,
    postId,
  ])
  return found.length
}

/** A setting is never left without a lead by its own people; an administrator may, and sees that it has none. */
const keepsALead = async (tx: Tx, actor: Actor, agencyId: string, post: Colleague): Promise<void> => {
  if (actor.role === administratorRole || post.role !== leadRole) return
  if ((await otherLeads(tx, agencyId, post.postId)) === 0)
    throw conflict('Your setting would have no designated safeguarding lead. Name another one first', [])
}

const mayTakeAway = (engine: Engine, actor: Actor, post: Colleague): void => {
  if (!givenBy(engine, actor).includes(post.role))
    throw forbidden('This post was given by the partnership. Ask its administrator to end it')
}

/** The person is out at once: in this post, and everywhere when it was their last. */
const finish = async (tx: Tx, { postId, accountId }: Colleague): Promise<void> => {
  await tx.query('update canopy.post set valid_to = $2 where id = $1', [postId, addDays(today(), -1)])
  await tx.query(
    `update canopy.session s set ended_at = $3
      where s.account_id = $1 and s.ended_at is null and (s.post_id = $2 or not exists (
        select 1 from canopy.post p where p.account_id = $1 and p.valid_from <= $4 and (p.valid_to is null or p.valid_to >= $4)))`,
    [accountId, postId, now(), today()],
  )
}

/** What was begun for an agency and not sent goes on with its lead; a draft the lead has of the same deed is left alone. */
const handOverDrafts = async (tx: Tx, actor: Actor, agencyId: string, post: Colleague): Promise<void> => {
  const rest = await tx.query<Colleague & Record<string, unknown>>(
    `${colleagueQuery} and p.id <> $5 order by p.account_id <> $6, p.role <> $4, p.deputy, p.id`,
    [agencyId, today(), now(), leadRole, post.postId, actor.accountId],
  )
  if (rest.some(one => one.accountId === post.accountId)) return
  const heir = rest.find(one => one.role === leadRole)
  if (!heir) return
  await tx.query(
    `update canopy.draft d set account_id = $2 where d.account_id = $1 and d.agency_id = $3 and d.performed_at is null
        and not exists (select 1 from canopy.draft o where o.account_id = $2 and o.register = d.register
          and o.record_id = d.record_id and o.action = d.action and o.performed_at is null)`,
    [post.accountId, heir.accountId, agencyId],
  )
}

/**
 * Ends a post from today: for somebody who leaves. Their sessions in it end at once, what they began and did not send goes on
 * with the lead, and invitations they gave that nobody has accepted are withdrawn.
 * @throws Outcome conflict for the last lead of a setting, who has to name another first
 */
export const endPost = (engine: Engine, actor: Actor, agencyId: string, postId: string): Promise<void> =>
  administer(engine, actor, agencyId, 'endPost', async tx => {
    const post = await colleagueIn(tx, agencyId, postId)
    mayTakeAway(engine, actor, post)
    await keepsALead(tx, actor, agencyId, post)
    await handOverDrafts(tx, actor, agencyId, post)
    await finish(tx, post)
    await tx.query(
      `update canopy.invitation set withdrawn_at = $3
        where agency_id = $1 and invited_by = $2 and accepted_at is null and withdrawn_at is null`,
      [agencyId, post.accountId, now()],
    )
    return { id: post.accountId, detail: post.role, answer: undefined }
  })

/**
 * Gives a colleague another part: lead, deputy, referrer. The old post ends and a new one begins, so that what they did keeps
 * the part they did it in; they sign in again.
 * @throws Outcome forbidden for one's own post: nobody gives themselves more
 */
export const changePost = (engine: Engine, actor: Actor, agencyId: string, postId: string, to: Given): Promise<void> =>
  administer(engine, actor, agencyId, 'changePost', async tx => {
    const post = await colleagueIn(tx, agencyId, postId)
    if (post.accountId === actor.accountId) throw forbidden('You cannot change your own post')
    mayTakeAway(engine, actor, post)
    if (!givenBy(engine, actor).includes(to.role)) throw forbidden('You cannot give this role')
    if (to.role !== leadRole || to.deputy) await keepsALead(tx, actor, agencyId, post)
    await finish(tx, post)
    await insertPost(tx, { ...to, accountId: post.accountId, agencyId, teamId: null })
    return { id: post.accountId, detail: detailOf(to), answer: undefined }
  })

/** A role as the ledger names it. */
export const detailOf = ({ role, deputy }: Given): string => (deputy ? `${role} deputy` : role)

/** Begins a post today. Only within `administer`, or on an invitation that was accepted. */
export const insertPost = (
  tx: Tx,
  post: Given & { readonly accountId: string; readonly agencyId: string; readonly teamId: string | null },
): Promise<unknown> =>
  tx.query(
    `insert into canopy.post (id, account_id, role, deputy, agency_id, team_id, valid_from) values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), post.accountId, post.role, post.deputy, post.agencyId, post.teamId, today()],
  )

const byAdministrator = (
  engine: Engine,
  actor: Actor,
  agencyId: string,
  postId: string,
  action: string,
  work: (tx: Tx, accountId: string) => Promise<unknown>,
): Promise<void> =>
  administer(engine, actor, agencyId, action, async tx => {
    if (actor.role !== administratorRole) throw notFound()
    const { accountId } = await colleagueIn(tx, agencyId, postId)
    if (accountId === actor.accountId)
      throw forbidden('You cannot do this for yourself. Ask another administrator, or whoever runs Canopy')
    await work(tx, accountId)
    return { id: accountId, answer: undefined }
  })

/**
 * For a lost telephone: takes the second factor off, with its recovery codes, and ends the person's sessions. They set up
 * another at their next sign-in. Administrators alone, and not for themselves.
 */
export const resetSecondFactor = (engine: Engine, actor: Actor, agencyId: string, postId: string): Promise<void> =>
  byAdministrator(engine, actor, agencyId, postId, 'resetSecondFactor', dropSecondFactor)

/** Opens a lock of wrong passwords or codes before its time. Administrators alone, and not for themselves. */
export const unlock = (engine: Engine, actor: Actor, agencyId: string, postId: string): Promise<void> =>
  byAdministrator(engine, actor, agencyId, postId, 'unlock', async (tx, accountId) => {
    for (const table of ['credential', 'second_factor'])
      await tx.query(`update canopy.${table} set failed_count = 0, locked_until = null where account_id = $1`, [
        accountId,
      ])
  })
