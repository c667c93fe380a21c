import { type RawBuilder, sql } from 'kysely'
import type { Register } from '../../declare/register.ts'
import type { Actor } from '../../engine/actor.ts'
import type { Engine } from '../../engine/engine.ts'
import { seesCases } from '../../engine/measures/disclosure.ts'
import { type Asked, scopeOf } from '../../engine/measures/find.ts'
import { tablesAt } from '../../engine/measures/tablesAt.ts'
import { within } from '../../engine/store/transaction.ts'
import type { Day } from '../../kit/dates.ts'
import type { RecordsRead, ToldRecord, ToldRecords } from './section.ts'

const agenciesFor = async (engine: Engine, actor: Actor, day: Day): Promise<RecordsRead['agencyOf']> => {
  const found = await within(engine, actor, tx =>
    tx.query<{ id: string; name: string }>(
      `select g.id, g.name from canopy.agency g
       union all
       (select distinct on (p.account_id) p.account_id, g.name from canopy.post p join canopy.agency g on g.id = p.agency_id
         where p.valid_from <= $1 order by p.account_id, p.valid_to desc nulls first, p.valid_from desc)`,
      [day],
    ),
  )
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return ({ agency, person }) => names.get(agency ?? person ?? '') ?? null
}

/** The records of one block, or nothing for somebody who may not open all of them. */
export const tellRecords = async (
  engine: Engine,
  actor: Actor,
  told: ToldRecords,
  asked: Asked,
): Promise<readonly ToldRecord[] | null> => {
  if (!told.of.every(register => seesCases(register, actor))) return null
  const { period, tables } = scopeOf(asked)
  return told.read({
    period,
    agencyOf: await agenciesFor(engine, actor, period.to),
    rows: async <R>(register: Register, query: RawBuilder<R>) => {
      const text = query.compile(engine.pools.measures).sql
      const { rows } = await sql<R>`${tablesAt(register, tables, text)} ${query}`.execute(engine.pools.measures)
      return rows
    },
  })
}
