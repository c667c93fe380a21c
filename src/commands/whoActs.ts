import { type Actor, system } from '../engine/actor.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { Outcome } from '../engine/outcome.ts'
import { actorByUsername } from '../engine/people/posts.ts'
import { within } from '../engine/store/transaction.ts'
import { today } from '../kit/clock.ts'
import { type Options, optionText, WrongUse } from './command.ts'

/** The option of every verb that acts on records. */
export const personOption = { as: { type: 'string' }, role: { type: 'string' } } as const

/** @throws WrongUse for a role without a person */
export const checkPerson = (options: Options): void => {
  if (options.role !== undefined && options.as === undefined) throw new WrongUse('--role goes with --as USERNAME')
}

/**
 * Who a verb acts as. With `--as` the post of that account (`--role` where it holds several), with its rights and limits.
 * Without it the operator: whoever can start this command owns the machine and its data, so nothing is hidden from them;
 * the ledger says `system`.
 * @throws Outcome notFound when the account holds no post today
 */
export const personOf = async (engine: OpenEngine, options: Options): Promise<Actor> => {
  const username = optionText(options, 'as')
  if (username === undefined) return system()
  const actor = await within(engine, system(), tx =>
    actorByUsername(tx, username, optionText(options, 'role'), today()),
  )
  if (!actor) throw new Outcome('notFound', `“${username}” is no account with a post today. See: canopy user list`)
  return actor
}
