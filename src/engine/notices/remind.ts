import type { Register } from '../../declare/register.ts'
import { now, today } from '../../kit/clock.ts'
import { addDays, addHours, type Day, type Instant, instantOf } from '../../kit/dates.ts'
import { addWorkingDays } from '../../kit/workingDays.ts'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { hiddenClocks } from '../store/columns.ts'
import { type Tx, within } from '../store/transaction.ts'
import { type NewNotice, writeNotices } from './write.ts'

interface Running {
  readonly id: string
  readonly reference: string
  readonly accountId: string
  readonly roles: readonly string[]
  readonly clock: string
  readonly sequence: number
  readonly dueAt: Instant
  readonly dueOn: Day
}

/** What became overdue longer ago is known by now; a server that stood still over Easter still tells of all it missed. */
const lookBackDays = 5
/** Beyond this no next working day can be. */
const lookAheadDays = 7

/** Clocks that run, are about due, and belong to somebody. */
const aboutDue = (tx: Tx, { record: { key } }: Register) =>
  tx.query<Running & Record<string, unknown>>(
    `select r.id, r.reference, r.allocated_to as "accountId", c.clock, c.sequence, c.due_at as "dueAt", c.due_on as "dueOn",
            array(select p.role from canopy.post p where p.account_id = r.allocated_to and p.valid_from <= $3
                     and (p.valid_to is null or p.valid_to >= $3)) as roles
       from canopy.${key} r join canopy.${key}_clock c on c.record_id = r.id
      where r.closed_at is null and r.allocated_to is not null and c.superseded_at is null and c.met_at is null
        and c.paused_at is null and c.due_at >= r.next_due_at and c.due_at between $1 and $2`,
    [addHours(now(), -24 * lookBackDays), instantOf(addDays(today(), lookAheadDays), '23:59'), today()],
  )

const kindOf = ({ dueAt, dueOn }: Running): 'overdue' | 'due_soon' | null => {
  if (dueAt < now()) return 'overdue'
  return today() < dueOn && today() >= addWorkingDays(dueOn, -1) ? 'due_soon' : null
}

/** A clock that one of the person's roles is not shown would tell what is hidden from it. */
const isHidden = (register: Register, { clock, roles }: Running): boolean =>
  roles.some(role => hiddenClocks(register, role).has(clock))

/**
 * Tells whoever a record is assigned to, once the working day before a time limit ends and once when it has ended; nobody where it is
 * assigned to nobody. A limit that moves is another one.
 */
export const remind = async (engine: Engine): Promise<void> => {
  for (const register of engine.registers.filter(({ clocks }) => clocks.length > 0))
    await within(engine, system(), async tx => {
      const notices = (await aboutDue(tx, register)).flatMap((one): NewNotice[] => {
        const kind = isHidden(register, one) ? null : kindOf(one)
        const { id: recordId, reference, accountId, clock, sequence, dueAt } = one
        const of = { register: register.record.key, recordId, reference, accountId, urgent: false }
        return kind === null ? [] : [{ ...of, kind, limit: { clock, sequence, dueAt } }]
      })
      await writeNotices(tx, engine.calendars, notices)
    })
}
