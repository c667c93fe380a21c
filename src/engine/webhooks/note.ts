import { isQuiet } from '../../declare/quiet.ts'
import type { Register } from '../../declare/register.ts'
import type { Step } from '../store/step.ts'
import type { Tx } from '../store/transaction.ts'

/** Notes a deed for those who subscribe to such, in its transaction: they are told if it is committed, and only then. */
export const noteEvent = async (tx: Tx, register: Register, { action, at, row }: Step): Promise<void> => {
  if (isQuiet(register, action)) return
  await tx.query('select canopy.note_event($1, $2, $3, $4, $5, $6, $7)', [
    register.record.key,
    row.id,
    row.reference,
    action,
    row.state,
    row.version,
    at,
  ])
}
