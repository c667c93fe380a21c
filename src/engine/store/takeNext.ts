import type { Register } from '../../declare/register.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { notFound, Outcome } from '../outcome.ts'
import { dueOrderFor } from './columns.ts'
import { type Done, perform } from './perform.ts'
import { within } from './transaction.ts'

/**
 * Gives a person the most urgent record nobody works on, by the action the register names for it. Two people who ask
 * at the same moment get two records: whoever comes second finds the first one changed and tries the next.
 * @returns nothing when none is left
 */
export const takeNext = async (engine: Engine, actor: Actor, register: Register): Promise<Done | null> => {
  const { takes } = register.list
  const action = takes === undefined ? undefined : register.pathway.actions[takes]
  if (takes === undefined || !action) throw notFound()
  for (const { reference, version } of await waiting(engine, actor, register, action.from)) {
    try {
      return await perform(engine, actor, { register, action: takes, reference, version, typed: {} })
    } catch (error) {
      if (!(error instanceof Outcome && (error.kind === 'conflict' || error.kind === 'notFound'))) throw error
    }
  }
  return null
}

const waiting = (engine: Engine, actor: Actor, register: Register, states: readonly string[]) =>
  within(engine, actor, tx =>
    tx.query<{ reference: string; version: number }>(
      `select r.reference, r.version from canopy.${register.record.key} r
        where r.closed_at is null and r.allocated_to is null and r.state = any($1)
        order by ${dueOrderFor(register, actor.role)} limit 20`,
      [states],
    ),
  )
