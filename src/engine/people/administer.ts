import { now, today } from '../../kit/clock.ts'
import { isId } from '../../kit/ids.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { notFound, Outcome } from '../outcome.ts'
import { type Tx, within } from '../store/transaction.ts'
import { forgetDirectory } from './directory.ts'

/** The role of the designated safeguarding lead, who looks after the people of their own setting. Deputies hold it too. */
export const leadRole = 'setting_lead'
/** The role that looks after the people of every agency. */
export const administratorRole = 'administrator'

/** Roles that a lead may give: no more than they have themselves. */
const givenByLeads: readonly string[] = ['referrer', leadRole]

/** The roles that this person may give and take away. */
export const givenBy = (engine: Pick<Engine, 'roles'>, actor: Actor): readonly string[] => {
  if (actor.role === administratorRole) return Object.keys(engine.roles)
  return actor.role === leadRole ? givenByLeads : []
}

/** Whether this person looks after the people of this agency: an administrator of every one, a lead of their own. */
export const looksAfter = (actor: Actor, agencyId: string): boolean =>
  actor.role === administratorRole || (actor.role === leadRole && actor.agencyId === agencyId)

/** What was done, for the ledger: of which account, post or invitation, and a code; never a name or an address. */
export interface Administered<T> {
  readonly id: string
  readonly detail?: string
  readonly answer: T
}

/** Somebody whose own post has been ended meanwhile does nothing more in it. */
const stillThere = async (tx: Tx, { postId }: Actor): Promise<boolean> => {
  const found = await tx.query(
    'select 1 from canopy.post where id = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)',
    [postId, today()],
  )
  return found.length > 0
}

/** Does the work as Canopy in one transaction and writes the ledger; refusals are in it as well. */
const carry = async <T>(
  engine: Engine,
  actor: Actor,
  action: string,
  allowed: boolean,
  work: (tx: Tx) => Promise<Administered<T>>,
): Promise<T> => {
  try {
    if (!allowed) throw notFound()
    const answer = await within(engine, system(actor), async tx => {
      const { id, detail, answer: done } = await work(tx)
      await appendLedger(tx, [
        { at: now(), actor, event: 'administered', action, recordId: id, ...(detail === undefined ? {} : { detail }) },
      ])
      return done
    })
    forgetDirectory(engine)
    return answer
  } catch (error) {
    if (error instanceof Outcome && error.kind !== 'invalid')
      await engine.ledger.write({ at: now(), actor, event: 'refused', action, detail: error.kind })
    throw error
  }
}

/** Whether somebody looks after all of Canopy: an administrator, or the operator at the command line. */
export const looksAfterAll = ({ role }: Actor): boolean => role === administratorRole || role === 'system'

/**
 * The one way to change what other systems may do. For administrators and the operator.
 * @throws Outcome notFound for everybody else
 */
export const administerMachines = <T>(
  engine: Engine,
  actor: Actor,
  action: string,
  work: (tx: Tx) => Promise<Administered<T>>,
): Promise<T> =>
  carry(engine, actor, action, looksAfterAll(actor), async tx => {
    if (actor.role !== 'system' && !(await stillThere(tx, actor))) throw notFound()
    return work(tx)
  })

/**
 * The one way to change who works for an agency. Checks that the person looks after it, does the work as Canopy in one
 * transaction, one at a time for each agency, and writes the ledger; refusals are in it as well.
 * @throws Outcome notFound also where the agency exists and is another's
 */
export const administer = <T>(
  engine: Engine,
  actor: Actor,
  agencyId: string,
  action: string,
  work: (tx: Tx) => Promise<Administered<T>>,
): Promise<T> =>
  carry(engine, actor, action, isId(agencyId) && looksAfter(actor, agencyId), async tx => {
    // Two who end each other's post at one moment would leave nobody.
    const [agency] = await tx.query(
      'select 1 from canopy.agency where id = $1 and (valid_to is null or valid_to >= $2) for update',
      [agencyId, today()],
    )
    if (!agency || !(await stillThere(tx, actor))) throw notFound()
    return work(tx)
  })
