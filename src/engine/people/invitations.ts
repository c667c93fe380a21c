import { createHash, randomBytes } from 'node:crypto'
import type { Problem } from '../../declare/input.ts'
import { now, today } from '../../kit/clock.ts'
import { addHours, type Instant } from '../../kit/dates.ts'
import { isId, newId } from '../../kit/ids.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { conflict, invalid, notFound } from '../outcome.ts'
import { type Tx, within } from '../store/transaction.ts'
import { invitationDays } from './accountSettings.ts'
import { administer, givenBy, looksAfter } from './administer.ts'
import { detailOf, type Given } from './colleagues.ts'
import { sendLink } from './invitationMail.ts'
import { emailProblem } from './ownName.ts'

/** An invitation that nobody has accepted or withdrawn, as those see it who look after the people of its agency. */
export interface OpenInvitation {
  readonly id: string
  readonly email: string
  readonly role: string
  readonly deputy: boolean
  readonly expiresAt: Instant
  readonly expired: boolean
}

export interface NewInvitation extends Given {
  readonly email: string
  /** Team of the agency, where the role works in one. */
  readonly teamId?: string | undefined
}

/** The one time at which the token of an invitation is told; only its hash is kept. */
export interface GivenInvitation {
  readonly id: string
  readonly token: string
  readonly expiresAt: Instant
}

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')
const newToken = (): string => randomBytes(32).toString('base64url')

const expiry = (engine: Engine): Instant => addHours(now(), 24 * engine.calendars.setting(invitationDays.key, today()))

/** @throws Outcome notFound for an agency that this person does not look after */
export const listInvitations = (engine: Engine, actor: Actor, agencyId: string): Promise<readonly OpenInvitation[]> => {
  if (!isId(agencyId) || !looksAfter(actor, agencyId)) throw notFound()
  return within(engine, system(actor), tx =>
    tx.query<OpenInvitation & Record<string, unknown>>(
      `select id, email, role, deputy, expires_at as "expiresAt", expires_at <= $2 as expired from canopy.invitation
        where agency_id = $1 and accepted_at is null and withdrawn_at is null order by invited_at desc, id`,
      [agencyId, now()],
    ),
  )
}

const open = 'agency_id = $1 and accepted_at is null and withdrawn_at is null'

/**
 * What is against an invitation besides the address itself. Of accounts elsewhere nothing is told: whoever invites must not
 * learn from the answer who has one.
 */
const addressProblem = async (
  tx: Tx,
  actor: Actor,
  agencyId: string,
  { email, role, deputy }: NewInvitation,
): Promise<string | undefined> => {
  const [found] = await tx.query<{ invited: boolean; self: boolean; held: boolean }>(
    `select exists (select 1 from canopy.invitation where ${open} and lower(email) = $2) as invited,
            exists (select 1 from canopy.account where id = $3 and lower(email) = $2) as self,
            exists (select 1 from canopy.post p join canopy.account a on a.id = p.account_id and a.closed_at is null
                     where p.agency_id = $1 and p.role = $4 and p.deputy = $5 and lower(a.email) = $2
                       and p.valid_from <= $6 and (p.valid_to is null or p.valid_to >= $6)) as held`,
    [agencyId, email, actor.accountId, role, deputy, today()],
  )
  if (found?.self) return 'You cannot invite yourself'
  if (found?.held) return 'A colleague with this address does this already'
  return found?.invited
    ? 'There is an invitation to this address. Withdraw it, or send a new link from the list'
    : undefined
}

const insertInvitation = (tx: Tx, actor: Actor, agencyId: string, given: GivenInvitation, asked: NewInvitation) =>
  tx.query(
    `insert into canopy.invitation (id, token_hash, agency_id, team_id, role, deputy, email, invited_by, invited_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      given.id,
      hashOfToken(given.token),
      agencyId,
      asked.teamId ?? null,
      asked.role,
      asked.deputy,
      asked.email,
      actor.accountId,
      now(),
      given.expiresAt,
    ],
  )

const teamProblem = async (tx: Tx, agencyId: string, teamId: string | undefined): Promise<string | undefined> => {
  if (teamId === undefined) return undefined
  const found = isId(teamId)
    ? await tx.query('select 1 from canopy.team where id = $1 and agency_id = $2', [teamId, agencyId])
    : []
  return found.length > 0 ? undefined : 'Select a team from the list'
}

const problem = (field: string, message: string | undefined): readonly Problem[] =>
  message === undefined ? [] : [{ field, message }]

/**
 * Offers a post to one address. The link holds a token that is told this once.
 * @param secret of this installation: with it the link also goes to the address by e-mail
 * @throws Outcome invalid, all problems at once; notFound for another's agency
 */
export const invite = (
  engine: Engine,
  actor: Actor,
  agencyId: string,
  asked: NewInvitation,
  secret?: string,
): Promise<GivenInvitation> =>
  administer(engine, actor, agencyId, 'invite', async tx => {
    const email = asked.email.trim().toLowerCase()
    const wrong = emailProblem(email) ?? (await addressProblem(tx, actor, agencyId, { ...asked, email }))
    const problems = [
      ...problem('email', wrong),
      ...problem('role', givenBy(engine, actor).includes(asked.role) ? undefined : 'Select what they will do'),
      ...problem('team', await teamProblem(tx, agencyId, asked.teamId)),
    ]
    if (problems.length > 0) throw invalid(problems)
    const given = { id: newId(), token: newToken(), expiresAt: expiry(engine) }
    await insertInvitation(tx, actor, agencyId, given, { ...asked, email })
    if (secret !== undefined) await sendLink(tx, secret, given)
    return { id: given.id, detail: detailOf(asked), answer: given }
  })

const findOpen = async (tx: Tx, agencyId: string, id: string): Promise<Given> => {
  const [found] = isId(id)
    ? await tx.query<Given & Record<string, unknown>>(
        `select role, deputy from canopy.invitation where ${open} and id = $2`,
        [agencyId, id],
      )
    : []
  if (!found) throw notFound()
  return found
}

/** Makes a new link with a new end; the old link opens nothing more. */
export const inviteAgain = (
  engine: Engine,
  actor: Actor,
  agencyId: string,
  id: string,
  secret?: string,
): Promise<GivenInvitation> =>
  administer(engine, actor, agencyId, 'inviteAgain', async tx => {
    const { role } = await findOpen(tx, agencyId, id)
    if (!givenBy(engine, actor).includes(role))
      throw conflict('This invitation was given by the partnership. Ask its administrator', [])
    const given = { id, token: newToken(), expiresAt: expiry(engine) }
    await tx.query(
      'update canopy.invitation set token_hash = $2, expires_at = $3, invited_by = $4, invited_at = $5 where id = $1',
      [id, hashOfToken(given.token), given.expiresAt, actor.accountId, now()],
    )
    if (secret !== undefined) await sendLink(tx, secret, given)
    return { id, answer: given }
  })

/** Takes an invitation back: its link opens nothing more. */
export const withdrawInvitation = (engine: Engine, actor: Actor, agencyId: string, id: string): Promise<void> =>
  administer(engine, actor, agencyId, 'withdrawInvitation', async tx => {
    await findOpen(tx, agencyId, id)
    await tx.query('update canopy.invitation set withdrawn_at = $2, sealed_token = null where id = $1', [id, now()])
    return { id, answer: undefined }
  })
