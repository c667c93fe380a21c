import { columnOf, onePerName } from '../../db/tables.ts'
import type { Problem } from '../../declare/input.ts'
import type { Register } from '../../declare/register.ts'
import { conflict, type Outcome } from '../outcome.ts'
import { recordColumns } from './columns.ts'
import type { Tx } from './transaction.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * Records of which there may be one only for the same answers, and there is one already. Looks through the person's own
 * scope, so that the sentence may name the other record; what they may not see is left to the database to refuse.
 * @returns for each of the rows, the problems found with it
 */
export const onePerProblems = async (
  tx: Tx,
  register: Register,
  rows: readonly Values[],
): Promise<readonly (readonly Problem[])[]> => {
  const { onePer } = register.pathway
  if (onePer === undefined || rows.length === 0) return rows.map(() => [])
  const key = register.record.key
  const same = onePer.fields.map(name => {
    const column = columnOf(name)
    return register.record.fields[name]?.kind === 'text'
      ? `lower(o.${column}) = lower(n.${column})`
      : `o.${column} = n.${column}`
  })
  const asked = recordColumns(register).filter(
    ({ property }) => property === 'id' || (onePer.fields as readonly string[]).includes(property),
  )
  const sought = rows.map(row =>
    Object.fromEntries(asked.map(({ property, column }) => [column, row[property] ?? null])),
  )
  const found = await tx.query<{ at: number; reference: string }>(
    `select n.ordinality::int - 1 as at, min(o.reference) as reference
       from json_populate_recordset(null::canopy.${key}, $1::json) with ordinality n
       join canopy.${key} o on ${same.join(' and ')} and o.id is distinct from n.id and o.state <> all ($2::text[])
      group by 1`,
    [JSON.stringify(sought), onePer.except ?? []],
  )
  const others = new Map(found.map(({ at, reference }) => [at, reference]))
  return rows.map((_, at) => {
    const other = others.get(at)
    return other === undefined ? [] : [secondOf(register, other)]
  })
}

/** What a person is told, with the one that is there already: a reference, or a line of the same file. */
export const secondOf = (register: Register, other: string): Problem => ({
  field: controlIn(register),
  message: `${register.pathway.onePer?.told}: ${other}`,
})

/** The last of the fields: it is the one a person would change. */
const controlIn = (register: Register): string => {
  const name = register.pathway.onePer?.fields.at(-1) ?? ''
  return register.record.fields[name]?.kind === 'date' ? `${name}-day` : name
}

/** Rows of one file that would be second records of each other: the position of the earlier one, by position. */
export const secondInFile = (register: Register, rows: readonly Values[]): ReadonlyMap<number, number> => {
  const { onePer } = register.pathway
  if (onePer === undefined) return new Map()
  const first = new Map<string, number>()
  const second = new Map<number, number>()
  for (const [at, row] of rows.entries()) {
    const values = onePer.fields.map(name => row[name])
    if (values.some(value => value === null || value === undefined)) continue
    const same = JSON.stringify(values).toLowerCase()
    const earlier = first.get(same)
    if (earlier === undefined) first.set(same, at)
    else second.set(at, earlier)
  }
  return second
}

/** What PostgreSQL refused as a second record, in the words of its register; nothing for any other error. */
export const refusedAsSecond = (registers: readonly Register[], error: unknown): Outcome | null => {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  if (code !== '23505') return null
  const register = registers.find(({ record }) => onePerName(record.key) === constraint)
  return register?.pathway.onePer ? conflict(register.pathway.onePer.told, []) : null
}
