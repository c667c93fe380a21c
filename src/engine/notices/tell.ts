import { columnOf } from '../../db/tables.ts'
import type { AnyRow } from '../../declare/record.ts'
import type { Register } from '../../declare/register.ts'
import type { Recipients, Telling } from '../../declare/telling.ts'
import { today } from '../../kit/clock.ts'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { actionOf, type Step } from '../store/step.ts'
import { bindAs, type Tx } from '../store/transaction.ts'
import { writeNotices } from './write.ts'

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

/**
 * Tells those whom a deed tells, in its transaction. Never the person whose deed it is. Whether each may see the record is
 * asked when the notice is shown and sent, because it may change until then.
 */
export const tell = async (engine: Engine, tx: Tx, register: Register, done: Step): Promise<void> => {
  const tells = actionOf(register, done.action).tells ?? []
  if (tells.length === 0) return
  const { row } = done
  // Whom a restriction names, and what others have chosen, is not for the person who acts to read.
  await bindAs(tx, system(tx.actor))
  for (const telling of tells) {
    const found: unknown[] = []
    for (const to of telling.to)
      found.push(...('holders' in to ? await holding(tx, row, to) : await inField(tx, register, row, to)))
    const others = [...new Set(found)].filter((id): id is string => typeof id === 'string' && id !== tx.actor.accountId)
    const of = { register: register.record.key, recordId: row.id, reference: row.reference, kind: telling.key }
    const urgent = isUrgent(telling, row)
    await writeNotices(
      tx,
      engine.calendars,
      others.map(accountId => ({ ...of, accountId, urgent })),
    )
  }
  await bindAs(tx, tx.actor)
}
