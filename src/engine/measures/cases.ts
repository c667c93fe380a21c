import { sql } from 'kysely'
import { now } from '../../kit/clock.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { forbidden } from '../outcome.ts'
import { within } from '../store/transaction.ts'
import { seesCases } from './disclosure.ts'
import { type Asked, dimensionOf, type Found, measureByKey, type Scope, scopeOf } from './find.ts'
import { answerOf, caseColumns, casesQuery, tablesFor } from './tally.ts'

/** One case behind a figure, as this person may open it. */
export interface OpenCase {
  readonly id: string
  readonly reference: string
  readonly counted: boolean
  readonly open: boolean | null
  readonly overdue: boolean | null
  readonly value: number | null
}

/** Which cases of the figure, and which page of them. */
export interface CasesAsked extends Asked {
  /** Only one row of a breakdown: the field and the answer, null for "Not recorded". */
  readonly row?: { readonly by: string; readonly code: string | null }
  readonly only?: 'counted' | 'notCounted' | 'open' | 'overdue'
  readonly page?: number
  readonly pageSize?: number
}

export interface CasesPage {
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly cases: readonly OpenCase[]
}

type Row = Omit<OpenCase, 'reference'>

/**
 * The cases behind a figure, for those who may open them, through their own row-level security. It is in the ledger before
 * the answer leaves.
 * @throws Outcome forbidden for others, notFound and invalid as `figureOf`
 */
export const casesOf = async (engine: Engine, actor: Actor, key: string, asked: CasesAsked): Promise<CasesPage> => {
  const found = measureByKey(engine, key)
  const scope = scopeOf(asked)
  const note = (event: 'figure' | 'refused', detail: string) =>
    engine.ledger.write({ at: now(), actor, event, register: found.register.record.key, action: key, detail })
  if (!seesCases(found.register, actor)) {
    await note('refused', `cases of ${scope.period.id}`)
    throw forbidden('You may not open the cases behind this figure')
  }
  const rows = await rowsOf(engine, actor, found, scope, asked)
  const { page = 1, pageSize = 50 } = asked
  const result = await within(engine, actor, async tx => {
    const seen = await tx.query<{ id: string; reference: string; total: number }>(
      `select id, reference, count(*) over ()::int as total from canopy.${found.register.record.key}
        where id = any($1::uuid[]) order by reference limit $2 offset $3`,
      [rows.map(({ id }) => id), pageSize, (page - 1) * pageSize],
    )
    const byId = new Map(rows.map(row => [row.id, row]))
    const cases = seen.flatMap(({ id, reference }) => {
      const row = byId.get(id)
      return row ? [{ ...row, reference }] : []
    })
    return { total: seen[0]?.total ?? 0, page, pageSize, cases }
  })
  await note('figure', `${result.cases.length} of ${result.total} cases of ${scope.period.id}`)
  return result
}

const kept =
  (only: CasesAsked['only']) =>
  (row: Row): boolean =>
    only === undefined || (only === 'notCounted' ? !row.counted : row[only] === true)

/** Through the figures' own pool, where a measure sees the tables as they stood. */
const rowsOf = async (
  engine: Engine,
  actor: Actor,
  found: Found,
  scope: Scope,
  { row, only }: CasesAsked,
): Promise<readonly Row[]> => {
  const all = casesQuery(engine, found, scope.period, scope)
  const query = row ? all.where(answerIs(found, actor, row)) : all
  const { rows } = await sql<Partial<Row> & Pick<Row, 'id' | 'counted'>>`
    ${tablesFor(found, scope, query)}
    select ${caseColumns(found.measure)} from ${query} q`.execute(engine.pools.measures)
  return rows
    .map(({ id, counted, open = null, overdue = null, value = null }) => ({ id, counted, open, overdue, value }))
    .filter(kept(only))
}

const answerIs = (found: Found, actor: Actor, { by, code }: { by: string; code: string | null }) => {
  dimensionOf(found, actor, by)
  return sql<boolean>`${answerOf(found, by)} is not distinct from ${code}`
}
