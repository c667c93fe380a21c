import { columnOf } from '../../db/tables.ts'
import type { Register } from '../../declare/register.ts'
import { now, today } from '../../kit/clock.ts'
import { addDays, type Instant, instantOf } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { hiddenClocks, hiddenFields } from '../store/columns.ts'
import { mayRead } from '../store/read.ts'
import { type Tx, within } from '../store/transaction.ts'

/** A time limit that has run out or ends today or tomorrow. */
export interface UrgentTask {
  readonly register: Register
  readonly reference: string
  /** What has to be done: the label of the clock. */
  readonly what: string
  readonly dueAt: Instant
  readonly overdue: boolean
  /** To whom the record is assigned; null where it is nobody's yet. */
  readonly worker: string | null
  /** Whom it is about, and how to reach who told of it: of registers of which it was asked for, else empty. */
  readonly about: string
  readonly reach: string
}

/** Fields of one register that are needed with its tasks. */
export interface TaskFields {
  /** Together a name. */
  readonly about: readonly string[]
  readonly reach: string
}

type Row = { reference: string; clock: string; dueAt: Instant; worker: string | null; about: string; reach: string }

const running = (tx: Tx, register: Register, wanted: TaskFields | undefined): Promise<Row[]> => {
  const { key } = register.record
  const hidden = hiddenFields(register, tx.actor.role)
  const joined = (fields: readonly string[]) =>
    `concat_ws(' ', ${["''", ...fields.filter(field => !hidden.has(field)).map(field => `r.${columnOf(field)}`)].join(', ')})`
  return tx.query<Row>(
    `select r.reference, c.clock, c.due_at as "dueAt", w.name as worker,
            trim(${joined(wanted?.about ?? [])}) as about, trim(${joined(wanted ? [wanted.reach] : [])}) as reach
       from canopy.${key} r join canopy.${key}_clock c on c.record_id = r.id left join canopy.account w on w.id = r.allocated_to
      where r.closed_at is null and c.superseded_at is null and c.met_at is null and c.paused_at is null
        and c.due_at < $1 and c.clock <> all($2)`,
    [instantOf(addDays(today(), 2), '00:00'), [...hiddenClocks(register, tx.actor.role)]],
  )
}

/**
 * Every running clock that this person may know of and that is overdue or due today or tomorrow, the most urgent first.
 * @param wanted by key of a register, what else is needed with its tasks
 */
export const urgentTasks = (
  engine: Engine,
  actor: Actor,
  wanted: Readonly<Record<string, TaskFields>> = {},
): Promise<readonly UrgentTask[]> =>
  within(engine, actor, async tx => {
    const tasks: UrgentTask[] = []
    for (const register of engine.registers) {
      if (register.clocks.length === 0 || !mayRead(register, actor.role)) continue
      const rows = await running(tx, register, wanted[register.record.key])
      tasks.push(
        ...rows.map(({ clock, ...row }) => ({
          ...row,
          register,
          what: register.clocks.find(({ key }) => key === clock)?.label ?? clock,
          overdue: row.dueAt < now(),
        })),
      )
    }
    return tasks.sort((a, b) => a.dueAt.localeCompare(b.dueAt) || a.reference.localeCompare(b.reference))
  })
