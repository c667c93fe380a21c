import { columnOf } from '../../db/tables.ts'
import type { Field } from '../../declare/field.ts'
import type { Register } from '../../declare/register.ts'
import type { Directory } from '../../fields/kind.ts'
import type { Instant } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import { type Draft, listDrafts } from '../drafts/drafts.ts'
import type { Engine } from '../engine.ts'
import { directoryFor } from '../people/directory.ts'
import { dueAtFor, dueClockFor, dueOrderFor, firstFor, hiddenFields } from './columns.ts'
import { mayRead } from './read.ts'
import { type Tx, within } from './transaction.ts'

/** One thing for this person to do, from any register. */
export interface Task {
  readonly register: Register
  readonly reference: string
  readonly state: string
  readonly dueAt: Instant | null
  readonly dueClock: string | null
  /** Whether it cannot wait for its turn. */
  readonly first: boolean
  readonly why: 'allocated' | 'agreement' | 'queue' | 'awaited'
  /** What tells a reader which record it is, as in its list: its own fields, as far as this person is shown them. */
  readonly about: Readonly<Record<string, unknown>>
  readonly directory: Directory
}

/** What a person began and has not sent; the record's reference, nothing for a new one. */
export interface WaitingDraft extends Draft {
  readonly reference: string | null
}

/** States in which this role can do something, apart into judging others' work and the rest, and in which it waits for others. */
const statesFor = (register: Register, role: string) => {
  const mine = Object.values(register.pathway.actions).filter(action => (action.by as readonly string[]).includes(role))
  const open = (state: string) => register.pathway.states[state]?.closed !== true
  const judging = mine.filter(action => action.notOwnWork !== undefined)
  return {
    judging: judging.map(action => ({ states: action.from.filter(open), field: action.notOwnWork as string })),
    any: [
      ...new Set(mine.filter(action => action.to !== undefined && !action.exceptional).flatMap(action => action.from)),
    ].filter(open),
    awaited: Object.entries(register.pathway.states).flatMap(([state, { awaitedBy }]) =>
      (awaitedBy as readonly string[] | undefined)?.includes(role) ? [state] : [],
    ),
  }
}

const aboutColumns = (register: Register, role: string): readonly string[] => {
  const hidden = hiddenFields(register, role)
  return register.record.about.filter(name => !hidden.has(name)).map(name => `r.${columnOf(name)} as "${name}"`)
}

const taskQuery = (register: Register, actor: Actor) => {
  const { judging, any, awaited } = statesFor(register, actor.role)
  const values: unknown[] = [actor.accountId, any, awaited]
  const agreement = judging.map(({ states, field }) => {
    values.push(states)
    return `(r.state = any($${values.length}) and r.${columnOf(field)} is distinct from $1)`
  })
  const key = register.record.key
  const due = dueAtFor(register, actor.role)
  const judged = agreement.length > 0 ? agreement.join(' or ') : 'false'
  return {
    values,
    text: `select ${['r.reference', 'r.state', ...aboutColumns(register, actor.role)].join(', ')}, ${due} as "dueAt",
        ${dueClockFor(register, actor.role)}, ${firstFor(register, actor.role) ?? 'false'} as first,
        case when ${judged} then 'agreement' when r.allocated_to = $1 then 'allocated'
             when r.state = any($3) then 'awaited' else 'queue' end as why
      from canopy.${key} r
     where r.closed_at is null and ((${judged}) or r.allocated_to = $1 or r.state = any($3) or (r.allocated_to is null and r.state = any($2)))
     order by ${dueOrderFor(register, actor.role)} limit 200`,
  }
}

type Found = Omit<Task, 'register' | 'about' | 'directory'>
const taskOf = ({ reference, state, dueAt, dueClock, first, why }: Found): Found => ({
  ...{ reference, state, dueAt, dueClock, first, why },
})

/** Everything that waits for this person, one order over all registers: the most urgent first. */
export const myWork = (
  engine: Engine,
  actor: Actor,
): Promise<{ tasks: readonly Task[]; drafts: readonly WaitingDraft[] }> =>
  within(engine, actor, async tx => {
    const tasks: Task[] = []
    for (const register of engine.registers) {
      if (!mayRead(register, actor.role)) continue
      const { text, values } = taskQuery(register, actor)
      const rows = await tx.query<Found & Record<string, unknown>>(text, values)
      if (rows.length === 0) continue
      const fields = Object.fromEntries(
        register.record.about.map(name => [name, register.record.fields[name] as Field]),
      )
      const directory = await directoryFor(tx, engine, fields, rows)
      tasks.push(...rows.map(row => ({ ...taskOf(row), register, about: row, directory })))
    }
    tasks.sort(
      (a, b) =>
        Number(b.first) - Number(a.first) ||
        (a.dueAt ?? '9999').localeCompare(b.dueAt ?? '9999') ||
        a.reference.localeCompare(b.reference),
    )
    const drafts: WaitingDraft[] = []
    for (const draft of await listDrafts(tx)) drafts.push({ ...draft, reference: await referenceOf(engine, tx, draft) })
    return { tasks, drafts }
  })

/** Of the record a draft is about, as far as this person may see it. */
const referenceOf = async (engine: Engine, tx: Tx, draft: Draft): Promise<string | null> => {
  const register = engine.registers.find(one => one.record.key === draft.register)
  if (!register || draft.recordId === null || !mayRead(register, tx.actor.role)) return null
  const rows = await tx.query<{ reference: string }>(
    `select reference from canopy.${register.record.key} where id = $1`,
    [draft.recordId],
  )
  return rows[0]?.reference ?? null
}
