import { canBeLocked } from '../../db/policies.ts'
import type { Register } from '../../declare/register.ts'
import type { Engine } from '../engine.ts'
import { wellFormed } from './rows.ts'
import type { Tx } from './transaction.ts'

/** A record about a restricted person of whom may be known that there is one: nothing but its reference and whom to ask. */
export interface Locked {
  readonly reference: string
  readonly restriction: string
  readonly ask: string | null
}

/** Such records of a register, open ones or the one asked for; told by a function of the database that gives away nothing else. */
export const lockedIn = async (
  engine: Engine,
  tx: Tx,
  register: Register,
  which: 'open' | { readonly reference: string },
): Promise<readonly Locked[]> => {
  if (!canBeLocked(engine.registers, register)) return []
  if (which !== 'open' && wellFormed(which.reference) === undefined) return []
  const from = `select reference, restriction, ask from canopy.locked_in_${register.record.key}()`
  return which === 'open'
    ? tx.query<Locked & Record<string, unknown>>(`${from} where open`)
    : tx.query<Locked & Record<string, unknown>>(`${from} where reference = $1`, [which.reference])
}

/** The register by which a locked record is opened in an emergency. */
export const emergencyOf = ({ registers }: Pick<Engine, 'registers'>): Register | undefined => {
  const key = registers.find(({ access }) => access.restricted?.emergency)?.access.restricted?.emergency
  return registers.find(({ record }) => record.key === key)
}
