import { columnOf } from '../../db/tables.ts'
import type { Fields } from '../../declare/field.ts'
import type { Typed } from '../../declare/input.ts'
import { betweenAbout } from '../../declare/record.ts'
import type { Register } from '../../declare/register.ts'
import type { Directory, FieldContext } from '../../fields/kind.ts'
import { now, today } from '../../kit/clock.ts'
import type { Day } from '../../kit/dates.ts'
import { isId } from '../../kit/ids.ts'
import { hiddenFields } from '../store/columns.ts'
import { wellFormed } from '../store/rows.ts'
import type { Tx } from '../store/transaction.ts'

interface Base {
  readonly accounts: Directory['accounts']
  readonly agencies: Directory['agencies']
  readonly teams: Directory['teams']
}

const cache = new WeakMap<object, { at: number; base: Base }>()
const freshFor = 15_000

/** Everybody with an account and every organisation, of today or of old. Names of colleagues are no secret among those signed in. */
const loadBase = async (tx: Tx): Promise<Base> => {
  const accounts = await tx.query<{ id: string; name: string; roles: string[] }>(
    `select a.id, a.name, coalesce(array_agg(distinct p.role) filter (where p.role is not null and not a.machine), '{}') as roles
       from canopy.account a left join canopy.post p
         on p.account_id = a.id and a.closed_at is null and p.valid_from <= $1 and (p.valid_to is null or p.valid_to >= $1)
      group by a.id, a.name order by a.name`,
    [today()],
  )
  const agencies = await tx.query<Base['agencies'][number] & Record<string, unknown>>(
    'select id, name, kind, code, valid_from as "from", valid_to as "to" from canopy.agency order by name, valid_from',
  )
  const teams = await tx.query<Base['teams'][number] & Record<string, unknown>>(
    'select id, name, valid_from as "from", valid_to as "to" from canopy.team order by name, valid_from',
  )
  return { accounts, agencies, teams }
}

/** Anything else names no record, and some of it (NUL) the database would refuse with an error. */
const namesRecord = (text: string): boolean => wellFormed(text.trim().toUpperCase()) !== undefined

/** Who or what a record is about, as SQL: the short texts that tell it from others, as far as the role is shown them. */
const nameSql = (registers: readonly Register[], key: string, role: string): string => {
  const register = registers.find(({ record }) => record.key === key)
  if (!register) return 'null'
  const hidden = hiddenFields(register, role)
  const columns = register.record.about
    .filter(name => register.record.fields[name]?.kind === 'text' && !hidden.has(name))
    .map(columnOf)
  return columns.length === 0
    ? 'null'
    : `nullif(concat_ws('${betweenAbout(register.record)}', ${columns.join(', ')}), '')`
}

/** The directory for these fields: people, agencies, and the records that rows or typed references point at. */
export const directoryFor = async (
  tx: Tx,
  owner: { readonly registers?: readonly Register[] },
  fields: Fields,
  rows: readonly Readonly<Record<string, unknown>>[],
  typed: readonly Typed[] = [],
): Promise<Directory> => {
  const held = cache.get(owner)
  const time = performance.now()
  const base = held && time - held.at < freshFor ? held.base : await loadBase(tx)
  if (base !== held?.base) cache.set(owner, { at: time, base })
  const references = new Map<string, string>()
  const names = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== 'related') continue
    const wantedIds = rows.map(row => row[name]).filter((id): id is string => typeof id === 'string')
    const wantedReferences = typed
      .map(one => one[name])
      .filter((text): text is string => typeof text === 'string' && (isId(text) || namesRecord(text)))
    if (wantedIds.length + wantedReferences.length === 0) continue
    const found = await tx.query<{ id: string; reference: string; name: string | null }>(
      `select id, reference, ${nameSql(owner.registers ?? [], field.register, tx.actor.role)} as name from canopy.${field.register} where id = any($1::uuid[]) or reference = any($2)`,
      [[...wantedIds, ...wantedReferences.filter(isId)], wantedReferences.map(text => text.trim().toUpperCase())],
    )
    for (const { id, reference, name } of found) {
      if (name) names.set(`${field.register} ${id}`, name)
      references.set(`${field.register} ${id}`, reference)
      ids.set(`${field.register} ${reference}`, id)
      ids.set(`${field.register} ${id}`, id)
    }
  }
  return {
    ...base,
    relatedReference: (register, id) => references.get(`${register} ${id}`),
    relatedName: (register, id) => names.get(`${register} ${id}`),
    relatedId: (register, reference) =>
      ids.get(`${register} ${reference.trim().toUpperCase()}`) ?? ids.get(`${register} ${reference.trim()}`),
  }
}

/** After an administrator changed people or agencies. */
export const forgetDirectory = (owner: object): void => {
  cache.delete(owner)
}

export const fieldContext = (directory: Directory, eventDay?: Day): FieldContext => ({
  now: now(),
  today: today(),
  eventDay: eventDay ?? today(),
  directory,
})
