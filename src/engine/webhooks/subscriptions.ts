import { randomBytes } from 'node:crypto'
import { pathOf, type Register } from '../../declare/register.ts'
import { now } from '../../kit/clock.ts'
import type { Instant } from '../../kit/dates.ts'
import { isId, newId } from '../../kit/ids.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { invalid, notFound } from '../outcome.ts'
import { administerMachines, looksAfterAll } from '../people/administer.ts'
import { listTokens, type TokenLine } from '../people/apiTokens.ts'
import { sealSecret } from '../people/keptSecret.ts'
import { reaches } from '../people/scopes.ts'
import { mayRead } from '../store/read.ts'
import { type Tx, within } from '../store/transaction.ts'
import { ownerOf, type Webhooks } from './deliver.ts'
import { addressProblem } from './destination.ts'

/** Where another system of an agency wants to be told. */
export interface NewWebhook {
  /** The token whose service account it is for: it is told of records that this may read. */
  readonly token: string
  readonly address: string
  /** A register as in addresses, and an action, `start` or `*`: "contact:agree". */
  readonly events: readonly string[]
}

export interface WebhookLine {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly events: readonly string[]
  readonly createdAt: Instant
  readonly pausedAt: Instant | null
  readonly endedAt: Instant | null
  readonly waiting: number
  readonly dead: number
  readonly lastSequence: number
}

export interface EventLine {
  readonly id: string
  readonly sequence: number
  readonly register: string
  readonly reference: string
  readonly action: string
  readonly at: Instant
  readonly state: 'waiting' | 'delivered' | 'dead'
  readonly attempts: number
  readonly failure: string | null
}

/** What a service account can be told of: a word for the machine, and words. */
export const eventsFor = (engine: Engine, { role, scopes }: Pick<TokenLine, 'role' | 'scopes'>) =>
  engine.registers
    .filter(register => mayRead(register, role) && reaches({ scopes }, register, 'read'))
    .map(register => ({ event: `${pathOf(register)}:*`, words: register.record.plural }))

const isDeed = ({ pathway }: Register, action: string): boolean =>
  action === '*' || action === 'start' || Object.hasOwn(pathway.actions, action)

/** Events as they are stored, by key of the register; those that are none, or that the account may not see, are left out. */
const stored = (engine: Engine, token: TokenLine, events: readonly string[]): readonly string[] => {
  const possible = eventsFor(engine, token).map(({ event }) => event)
  return events.flatMap(event => {
    const [path = '', action = ''] = event.split(':')
    const register = engine.registers.find(one => pathOf(one) === path)
    return register && possible.includes(`${path}:*`) && isDeed(register, action)
      ? [`${register.record.key}:${action}`]
      : []
  })
}

const problemsOf = (
  engine: Engine,
  token: TokenLine | undefined,
  { address, events }: NewWebhook,
  privateToo: boolean,
) => {
  const wrong = addressProblem(address, privateToo)
  const known = token ? stored(engine, token, events) : []
  return [
    ...(token ? [] : [{ field: 'token', message: 'Select the system that is told' }]),
    ...(wrong === undefined ? [] : [{ field: 'address', message: wrong }]),
    ...(token && (events.length === 0 || known.length < events.length)
      ? [{ field: 'events', message: 'Select what it is told of, out of what its token reads' }]
      : []),
  ]
}

/**
 * Subscribes a service account and answers the secret with which what it is told is signed: it is shown once.
 * @throws Outcome invalid, all problems at once; notFound for whoever is no administrator
 */
export const addWebhook = async (
  { engine, secret, privateToo }: Webhooks,
  actor: Actor,
  wanted: NewWebhook,
): Promise<{ readonly id: string; readonly secret: string }> => {
  const tokens = await listTokens(engine, actor)
  return administerMachines(engine, actor, 'addWebhook', async tx => {
    const token = tokens.find(one => one.id === wanted.token && one.revokedAt === null && one.expiresAt > now())
    const problems = problemsOf(engine, token, wanted, privateToo)
    if (problems.length > 0 || !token) throw invalid(problems)
    const given = { id: newId(), secret: `whsec_${randomBytes(32).toString('base64url')}` }
    await tx.query(
      `insert into canopy.webhook (id, account_id, address, secret, events, created_at, created_by, next_try_at)
       values ($1, $2, $3, $4, $5, $6, $7, $6)`,
      [
        given.id,
        token.accountId,
        wanted.address,
        sealSecret(secret, ownerOf(given.id), given.secret),
        stored(engine, token, wanted.events),
        now(),
        actor.accountId,
      ],
    )
    return { id: given.id, answer: given }
  })
}

/** Every subscription, those that still run first. For administrators and the operator. */
export const listWebhooks = (engine: Engine, actor: Actor): Promise<readonly WebhookLine[]> => {
  if (!looksAfterAll(actor)) throw notFound()
  return within(engine, system(actor), tx =>
    tx.query<WebhookLine & Record<string, unknown>>(
      `select w.id, a.name, w.address, w.events, w.created_at as "createdAt", w.paused_at as "pausedAt",
              w.ended_at as "endedAt", w.last_sequence::int as "lastSequence",
              count(e.noted) filter (where e.state = 'waiting')::int as waiting,
              count(e.noted) filter (where e.state = 'dead')::int as dead
         from canopy.webhook w join canopy.account a on a.id = w.account_id
         left join canopy.webhook_event e on e.webhook_id = w.id and e.state in ('waiting', 'dead')
        group by w.id, a.name order by w.ended_at is not null, a.name, w.created_at, w.id`,
      [],
    ),
  )
}

/** Events of a subscription: the dead ones first, then the newest, of all those that have a number. */
export const listEvents = (engine: Engine, actor: Actor, id: string): Promise<readonly EventLine[]> => {
  if (!looksAfterAll(actor) || !isId(id)) throw notFound()
  return within(engine, system(actor), tx =>
    tx.query<EventLine & Record<string, unknown>>(
      `select id, sequence::int, register, reference, action, at, state, attempts, failure from canopy.webhook_event
        where webhook_id = $1 and sequence is not null and state <> 'unseen'
        order by state <> 'dead', sequence desc limit 100`,
      [id],
    ),
  )
}

const change = (engine: Engine, actor: Actor, action: string, id: string, work: (tx: Tx) => Promise<unknown[]>) =>
  administerMachines(engine, actor, action, async tx => {
    if (!isId(id) || (await work(tx)).length === 0) throw notFound()
    return { id, answer: undefined }
  })

/** Goes on with what waits, at once. Dead events stay on their list until somebody replays them. */
export const resumeWebhook = (engine: Engine, actor: Actor, id: string): Promise<void> =>
  change(engine, actor, 'resumeWebhook', id, tx =>
    tx.query(
      'update canopy.webhook set paused_at = null, next_try_at = $2 where id = $1 and ended_at is null returning id',
      [id, now()],
    ),
  )

/** Tells the consumer nothing until somebody resumes it; what happens meanwhile waits. */
export const pauseWebhook = (engine: Engine, actor: Actor, id: string): Promise<void> =>
  change(engine, actor, 'pauseWebhook', id, tx =>
    tx.query(
      'update canopy.webhook set paused_at = coalesce(paused_at, $2) where id = $1 and ended_at is null returning id',
      [id, now()],
    ),
  )

/** Ends a subscription for good. What was sent stays in its list. */
export const endWebhook = (engine: Engine, actor: Actor, id: string): Promise<void> =>
  change(engine, actor, 'endWebhook', id, tx =>
    tx.query('update canopy.webhook set ended_at = coalesce(ended_at, $2) where id = $1 returning id', [id, now()]),
  )

const again = "update canopy.webhook_event set state = 'waiting', attempts = 0, failure = null, settled_at = null"
const sent = "state in ('delivered', 'dead') and sequence is not null"

/** Sends one event again, before all with a higher number that wait. */
export const replayEvent = (engine: Engine, actor: Actor, id: string, event: string): Promise<void> =>
  change(engine, actor, 'replayEvent', id, async tx =>
    isId(event) ? tx.query(`${again} where webhook_id = $1 and id = $2 and ${sent} returning id`, [id, event]) : [],
  )

/**
 * Sends every event from this number on again, in their order.
 * @throws Outcome invalid where the number is none
 */
export const replayFrom = async (engine: Engine, actor: Actor, id: string, sequence: number): Promise<void> => {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 2 ** 31)
    throw invalid([{ field: 'sequence', message: 'Enter the number of the first event, like 42' }])
  await change(engine, actor, 'replayFrom', id, async tx => {
    await tx.query(`${again} where webhook_id = $1 and sequence >= $2 and ${sent}`, [id, sequence])
    return tx.query('select id from canopy.webhook where id = $1 and ended_at is null', [id])
  })
}
