import type { Register } from '../../declare/register.ts'
import { now, today } from '../../kit/clock.ts'
import type { Engine } from '../engine.ts'
import type { LedgerEntry } from '../ledger/writer.ts'
import { noteEvent } from '../webhooks/note.ts'
import { answersFrom, performed } from './perform.ts'
import { takeReferences, writeSteps } from './rows.ts'
import { type Step, step } from './step.ts'
import type { Tx } from './transaction.ts'

/**
 * Starts many records of one register with few statements, on the strength of a deed that was just allowed: the questions to agencies
 * before a meeting, the pages of a pack. Only for registers whose start moves no other record; nobody is told, the caller may.
 */
export const startMany = async (
  engine: Engine,
  tx: Tx,
  register: Register,
  many: readonly Readonly<Record<string, unknown>>[],
): Promise<{ readonly steps: readonly Step[]; readonly entries: readonly LedgerEntry[] }> => {
  const { key, reference } = register.record
  if (engine.links.some(({ from, on }) => from.record.key === key && on === 'start'))
    throw new Error(`Starting ${key} moves other records: start them one by one`)
  if (many.length === 0) return { steps: [], entries: [] }
  const given = { actor: tx.actor, now: now(), today: today(), calendars: engine.calendars }
  const references = await takeReferences(tx, reference, Number(given.now.slice(0, 4)), many.length)
  const steps = many.map((values, at) =>
    step(
      register,
      null,
      references[at] ?? '',
      { action: 'start', values: answersFrom(values).values, line: {} },
      given,
    ),
  )
  await writeSteps(tx, register, engine.wordings.get(key) ?? '', steps, 'insert')
  await Promise.all(steps.map(one => noteEvent(tx, register, one)))
  return { steps, entries: steps.map(one => performed(register, one, tx.actor, given.now)) }
}
