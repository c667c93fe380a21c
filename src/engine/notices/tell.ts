import { columnOf } from '../../db/tables.ts'
import type { AnyRow } from '../../declare/record.ts'
import type { Register } from '../../declare/register.ts'
import type { Recipients, Telling } from '../../declare/telling.ts'
import { today } from '../../kit/clock.ts'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { actionOf, type Step } from '../store/step.ts'
import { bindAs, type Tx } from '../store/transaction.ts'
import { type NewNotice, writeNotices } from './write.ts'

type Person = Extract<Recipients, { person: string }>
type Holders = Extract<Recipients, { holders: unknown }>

const inField = async (tx: Tx, register: Register, row: AnyRow, to: Person): Promise<readonly unknown[]> => {
  if (!('through' in to)) return [row[to.person]]
  const field = register.record.fields[to.through]
  if (field?.kind !== 'related') return []
  const rows = await tx.query<{ account: string | null }>(
    `select ${columnOf(to.person)} as account from canopy.${field.register} where id = $1`,
    [row[to.through]],
  )
  return rows.map(({ account }) => account)
}

/** Holders of today, in the agency or team of the row; their own may have taken that one up. */
const holding = async (tx: Tx, row: AnyRow, to: Holders): Promise<readonly unknown[]> => {
  const [agency, team] = [to.agency, to.team].map(name => (name === undefined ? undefined : (row[name] ?? null)))
  if (agency === null || team === null) return []
  const rows = await tx.query<{ account: string }>(
    `select distinct p.account_id as account from canopy.post p
      where p.role = any($1) and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2)
        and ($3::uuid is null or $3 in (select canopy.agencies_of(p.agency_id)))
        and ($4::uuid is null or $4 in (select canopy.teams_of(p.team_id)))`,
    [to.holders, today(), agency ?? null, team ?? null],
  )
  return rows.map(({ account }) => account)
}

const isUrgent = ({ urgent }: Telling, row: AnyRow): boolean =>
  typeof urgent === 'function' ? urgent(row as never) : urgent === true

/** A whole number, or nothing: whatever else a register might give, such as a text, is not told. */
const countedBy = ({ counts }: Telling, { row, held }: Step): number | null => {
  const n: unknown = counts?.of(row as never, held.lines as never)
  return typeof n === 'number' && Number.isInteger(n) && n >= 0 && n <= mostCounted ? n : null
}
const mostCounted = 100_000

/** Of many rows, who holds a role today in the agency of each, or in what that one has become; by the place of the row. */
const holdingInEach = async (
  tx: Tx,
  rows: readonly AnyRow[],
  to: Holders,
): Promise<readonly (readonly unknown[])[]> => {
  const { agency } = to
  if (agency === undefined || to.team !== undefined) {
    const each: (readonly unknown[])[] = []
    for (const row of rows) each.push(await holding(tx, row, to))
    return each
  }
  const found = await tx.query<{ at: number; account: string }>(
    `with recursive line (at, id) as (
       select w.at::int, w.agency from unnest($3::uuid[]) with ordinality w(agency, at)
       union select l.at, a.succeeded_by from line l join canopy.agency a on a.id = l.id where a.succeeded_by is not null),
     holding as materialized (
       select p.account_id, p.agency_id from canopy.post p
        where p.role = any($1) and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2))
     select distinct l.at, h.account_id as account from line l join holding h on h.agency_id = l.id`,
    [to.holders, today(), rows.map(row => row[agency] ?? null)],
  )
  const each: unknown[][] = rows.map(() => [])
  for (const { at, account } of found) each[at - 1]?.push(account)
  return each
}

const toldBy = async (
  tx: Tx,
  register: Register,
  rows: readonly AnyRow[],
  to: Recipients,
): Promise<readonly (readonly unknown[])[]> => {
  if ('holders' in to) return rows.length > 1 ? holdingInEach(tx, rows, to) : [await holding(tx, rows[0] as AnyRow, to)]
  const each: (readonly unknown[])[] = []
  for (const row of rows) each.push(await inField(tx, register, row, to))
  return each
}

/**
 * Tells those whom a deed tells, in its transaction. Never the person whose deed it is. Whether each may see the record is
 * asked when the notice is shown and sent, because it may change until then.
 */
export const tell = (engine: Engine, tx: Tx, register: Register, done: Step): Promise<void> =>
  tellMany(engine, tx, register, [done])

/** The same of one deed that was done on many records. */
export const tellMany = async (engine: Engine, tx: Tx, register: Register, steps: readonly Step[]): Promise<void> => {
  const tells = steps[0] === undefined ? [] : (actionOf(register, steps[0].action).tells ?? [])
  if (tells.length === 0) return
  const rows = steps.map(({ row }) => row)
  // Whom a restriction names, and what others have chosen, is not for the person who acts to read.
  await bindAs(tx, system(tx.actor))
  for (const telling of tells) {
    const found: (readonly (readonly unknown[])[])[] = []
    for (const to of telling.to) found.push(await toldBy(tx, register, rows, to))
    const notices = steps.flatMap((step, at): readonly NewNotice[] => {
      const { row } = step
      const all = found.flatMap(each => each[at] ?? [])
      const others = [...new Set(all)].filter((id): id is string => typeof id === 'string' && id !== tx.actor.accountId)
      const of = { register: register.record.key, recordId: row.id, reference: row.reference, kind: telling.key }
      const counted = countedBy(telling, step)
      return others.map(accountId => ({ ...of, accountId, counted, urgent: isUrgent(telling, row) }))
    })
    await writeNotices(tx, engine.calendars, notices)
  }
  await bindAs(tx, tx.actor)
}
