import { sql } from 'kysely'
import { alone } from '../../declare/measure.ts'
import { now } from '../../kit/clock.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { forbidden } from '../outcome.ts'
import { within } from '../store/transaction.ts'
import { seesCases } from './disclosure.ts'
import { type Asked, dimensionOf, type Found, measureByKey, type Scope, scopeOf } from './find.ts'
import { answerOf, caseColumns, casesQuery, countedFor, tablesFor } from './tally.ts'

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
  /** Only one row of a breakdown: by what, and the answer or group, null for "Not recorded". */
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

type Row = Omit<OpenCase, 'reference'> & { readonly recordId: string }

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
    const seen = await tx.query<{ id: string; reference: string }>(
      `select id, reference from canopy.${found.register.record.key} where id = any($1::uuid[])`,
      [[...new Set(rows.map(({ recordId }) => recordId))]],
    )
    const references = new Map(seen.map(({ id, reference }) => [id, reference]))
    const cases = rows
      .flatMap(({ recordId, ...row }) => {
        const reference = references.get(recordId)
        return reference === undefined ? [] : [{ ...row, reference }]
      })
      .sort(byReference)
    const from = (page - 1) * pageSize
    return { total: cases.length, page, pageSize, cases: cases.slice(from, from + pageSize) }
  })
  await note('figure', `${result.cases.length} of ${result.total} cases of ${scope.period.id}`)
  return result
}

/** Several cases of one record stand together, in an order that holds from page to page. */
const byReference = (a: OpenCase, b: OpenCase): number => {
  const [one, other] = a.reference === b.reference ? [a.id, b.id] : [a.reference, b.reference]
  return one < other ? -1 : one > other ? 1 : 0
}

const kept =
  (only: CasesAsked['only']) =>
  (row: Row): boolean =>
    only === undefined || (only === 'notCounted' ? !row.counted : row[only] === true)

/** The record to open: where the case is a line, the one it belongs to. Measures of records do not select it. */
const recordOf = sql`coalesce(to_jsonb(q) ->> 'record_id', q.id::text)`

/** Through the figures' own pool, where a measure sees the tables as they stood. */
const rowsOf = async (
  engine: Engine,
  actor: Actor,
  found: Found,
  scope: Scope,
  { row, only }: CasesAsked,
): Promise<readonly Row[]> => {
  const all = casesQuery(engine, found, alone(scope.period), scope)
  const query = row ? all.where(answerIs(found, actor, row)) : all
  const { rows } = await countedFor(engine, actor, within =>
    sql<Partial<Row> & Pick<Row, 'id' | 'recordId' | 'counted'>>`
    ${tablesFor(found, scope, query)}
    select ${caseColumns(found.measure)}, ${recordOf} as record_id from ${query} q`.execute(within.pools.measures),
  )
  return rows
    .map(({ id, recordId, counted, open = null, overdue = null, value = null }) => ({
      ...{ id, recordId, counted },
      ...{ open, overdue, value },
    }))
    .filter(kept(only))
}

const answerIs = (found: Found, actor: Actor, { by, code }: { by: string; code: string | null }) => {
  return sql<boolean>`${answerOf(found, dimensionOf(found, actor, by))} is not distinct from ${code}`
}
