import type pg from 'pg'
import type { Register } from '../declare/register.ts'
import { createTable, type Table, tablesOf } from './tables.ts'

/**
 * The drift check: builds the declared tables in a scratch schema, inside a transaction that is rolled back, and
 * compares what PostgreSQL says of both. No parser of our own decides whether two definitions are the same.
 */
const catalogue = `
select c.relname as table, 'column' as what, a.attname as name,
       format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end as definition
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
 where n.nspname = $1 and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
union all
select c.relname, 'constraint', k.conname, pg_get_constraintdef(k.oid)
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = $1 and k.contype <> 'n'
union all
select t.relname, 'index', i.relname, pg_get_indexdef(x.indexrelid)
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
  join pg_namespace n on n.oid = t.relnamespace
 where n.nspname = $1
   -- An index only makes things faster; one that a migration adds by hand says why in its comment.
   and (x.indisunique or obj_description(x.indexrelid, 'pg_class') is null)`

interface Part {
  readonly table: string
  readonly what: 'column' | 'constraint' | 'index'
  readonly name: string
  readonly definition: string
}

const scratch = 'canopy_declared'
const plain = (definition: string) => definition.replaceAll(`${scratch}.`, 'canopy.')

export interface Drift {
  readonly missing: readonly Part[]
  readonly different: readonly (Part & { readonly actual: string })[]
  readonly extra: readonly Part[]
  readonly missingTables: readonly Table[]
}

/** Compares the declared tables with the database; the client is left as it was. */
export const findDrift = async (client: pg.ClientBase, registers: readonly Register[]): Promise<Drift> => {
  const tables = registers.flatMap(tablesOf)
  await client.query('begin')
  try {
    await client.query(`create schema ${scratch}`)
    for (const table of tables) await client.query(createTable(scratch, table))
    const wanted = (await client.query<Part>(catalogue, [scratch])).rows
    const actual = (await client.query<Part>(catalogue, ['canopy'])).rows
    const declared = new Set(tables.map(table => table.name))
    const here = new Set(actual.map(part => part.table))
    const key = (part: Part) => `${part.table} ${part.what} ${part.name}`
    const byKey = new Map(actual.map(part => [key(part), part]))
    const wantedKeys = new Set(wanted.map(key))
    const known = wanted.filter(part => here.has(part.table))
    return {
      missingTables: tables.filter(table => !here.has(table.name)),
      missing: known.filter(part => !byKey.has(key(part))),
      different: known.flatMap(part => {
        const found = byKey.get(key(part))
        return found && plain(found.definition) !== plain(part.definition)
          ? [{ ...part, actual: found.definition, definition: plain(part.definition) }]
          : []
      }),
      extra: actual.filter(part => declared.has(part.table) && !wantedKeys.has(key(part))),
    }
  } finally {
    await client.query('rollback')
  }
}

/** SQL that would bring the database to the declarations, for a person to read, amend and commit as a migration. */
export const draftMigration = (drift: Drift): string =>
  [
    ...drift.missingTables.map(table => createTable('canopy', table)),
    ...drift.missing.map(part =>
      part.what === 'column'
        ? `alter table canopy.${part.table} add column ${part.name} ${part.definition};`
        : part.what === 'constraint'
          ? `alter table canopy.${part.table} add constraint ${part.name} ${plain(part.definition)};`
          : `${plain(part.definition)};`,
    ),
    ...drift.different.map(part =>
      part.what === 'column'
        ? `-- ${part.table}.${part.name} is ${part.actual}\nalter table canopy.${part.table} alter column ${part.name} type ${part.definition};`
        : part.what === 'constraint'
          ? `alter table canopy.${part.table} drop constraint ${part.name};\nalter table canopy.${part.table} add constraint ${part.name} ${part.definition};`
          : `drop index canopy.${part.name};\n${part.definition};`,
    ),
    ...drift.extra.map(
      part => `-- in the database, not declared: ${part.table} ${part.what} ${part.name} ${part.definition}`,
    ),
  ].join('\n\n')

export const isDrift = (drift: Drift): boolean =>
  drift.missing.length + drift.different.length + drift.extra.length + drift.missingTables.length > 0
