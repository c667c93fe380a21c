import { columnOf } from '../../db/tables.ts'
import type { Field } from '../../declare/field.ts'
import type { Register } from '../../declare/register.ts'
import type { Directory } from '../../fields/kind.ts'
import { now } from '../../kit/clock.ts'
import type { Instant } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import { type Draft, listDrafts } from '../drafts/drafts.ts'
import type { Engine } from '../engine.ts'
import { directoryFor } from '../people/directory.ts'
import { dueAtFor, dueClockFor, dueOrderFor, firstFor, readableColumns } from './columns.ts'
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
  /** What it is about, as far as this person is shown it. */
  readonly about: Readonly<Record<string, unknown>>
  /** The names that `about` points at. */
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
  const judging = mine.filter(action => action.notOwnWork !== undefined && !action.exceptional)
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

const aboutColumns = (register: Register, role: string) =>
  readableColumns(register, role).filter(({ property }) => register.record.about.includes(property))

const taskQuery = (register: Register, actor: Actor) => {
  const { judging, any, awaited } = statesFor(register, actor.role)
  const values: unknown[] = [actor.accountId, any, awaited]
  const { owner } = register
  const isMine = ['r.allocated_to = $1', ...(owner ? [`r.${columnOf(owner.person)} = $1`] : [])].join(' or ')
  const isNobodys = [
    'r.allocated_to is null',
    // Who has left sees to nothing any more: what was theirs is anybody's again.
    ...(owner ? [`not canopy.works_here(r.${columnOf(owner.person)})`] : []),
    ...(owner?.agency ? [`(r.${columnOf(owner.agency)} is null or r.${columnOf(owner.agency)} = $4)`] : []),
  ].join(' and ')
  if (owner?.agency) values.push(actor.agencyId)
  const agreement = judging.map(({ states, field }) => {
    values.push(states)
    // Where nobody has done it yet there is nothing to agree to.
    return `(r.state = any($${values.length}) and r.${columnOf(field)} <> $1)`
  })
  const key = register.record.key
  const due = dueAtFor(register, actor.role)
  const judged = agreement.length > 0 ? agreement.join(' or ') : 'false'
  // No field of a register has a name with a space in it.
  const about = aboutColumns(register, actor.role).map(({ property, column }) => `, r.${column} as "about ${property}"`)
  return {
    values,
    text: `select r.reference, r.state, ${due} as "dueAt",
        ${dueClockFor(register, actor.role)}, ${firstFor(register, actor.role) ?? 'false'} as first,
        case when ${judged} then 'agreement' when ${isMine} then 'allocated'
             when r.state = any($3) then 'awaited' else 'queue' end as why${about.join('')}
      from canopy.${key} r
     where r.closed_at is null and ((${judged}) or ${isMine} or r.state = any($3) or (${isNobodys} and r.state = any($2)))
     order by ${dueOrderFor(register, actor.role)} limit 200`,
  }
}

type Found = Omit<Task, 'register' | 'about' | 'directory'> & Record<string, unknown>

const aboutIn = (row: Found) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => name.startsWith('about '))
      .map(([name, value]) => [name.slice('about '.length), value]),
  )

const tasksOf = async (engine: Engine, tx: Tx, register: Register): Promise<readonly Task[]> => {
  const { text, values } = taskQuery(register, tx.actor)
  const rows = await tx.query<Found>(text, values)
  if (rows.length === 0) return []
  const about = rows.map(aboutIn)
  const fields = Object.fromEntries(register.record.about.map(name => [name, register.record.fields[name] as Field]))
  const directory = await directoryFor(tx, engine, fields, about)
  return rows.map((row, at) => ({ ...row, register, about: about[at] ?? {}, directory }))
}

export interface MyWork {
  readonly tasks: readonly Task[]
  readonly drafts: readonly WaitingDraft[]
}

/** Everything that waits for this person, one order over all registers: the most urgent first. Where it names somebody, that is in the ledger. */
export const myWork = async (engine: Engine, actor: Actor): Promise<MyWork> => {
  const work = await within(engine, actor, async tx => {
    const tasks: Task[] = []
    for (const register of engine.registers)
      if (mayRead(register, actor.role)) tasks.push(...(await tasksOf(engine, tx, register)))
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
  const naming = work.tasks.filter(isNaming).length
  if (naming > 0) await engine.ledger.write({ at: now(), actor, event: 'listed', detail: `my work: ${naming}` })
  return work
}

const isNaming = ({ register, about }: Task): boolean =>
  Object.entries(about).some(([name, value]) => value !== null && register.record.fields[name]?.sensitive === true)

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
