import type { Fields } from '../../declare/field.ts'
import type { Typed } from '../../declare/input.ts'
import type { Directory, FieldContext } from '../../fields/kind.ts'
import { now, today } from '../../kit/clock.ts'
import type { Day } from '../../kit/dates.ts'
import { isId } from '../../kit/ids.ts'
import { wellFormed } from '../store/rows.ts'
import type { Tx } from '../store/transaction.ts'

interface Base {
  readonly accounts: Directory['accounts']
  readonly agencies: Directory['agencies']
  readonly teams: Directory['teams']
}

const cache = new WeakMap<object, { at: number; base: Base }>()
const freshFor = 15_000

/** People who hold a post today, and agencies and teams of today. Names of colleagues are no secret among those signed in. */
const loadBase = async (tx: Tx): Promise<Base> => {
  const accounts = await tx.query<{ id: string; name: string; roles: string[] }>(
    `select a.id, a.name, array_agg(distinct p.role) as roles
       from canopy.account a join canopy.post p on p.account_id = a.id
      where a.closed_at is null and p.valid_from <= $1 and (p.valid_to is null or p.valid_to >= $1)
      group by a.id, a.name order by a.name`,
    [today()],
  )
  const agencies = await tx.query<{ id: string; name: string; kind: string; code: string }>(
    'select id, name, kind, code from canopy.agency where valid_from <= $1 and (valid_to is null or valid_to >= $1) order by name',
    [today()],
  )
  const teams = await tx.query<{ id: string; name: string }>(
    'select id, name from canopy.team where valid_from <= $1 and (valid_to is null or valid_to >= $1) order by name',
    [today()],
  )
  return { accounts, agencies, teams }
}

/** Anything else names no record, and some of it (NUL) the database would refuse with an error. */
const namesRecord = (text: string): boolean => wellFormed(text.trim().toUpperCase()) !== undefined

/** The directory for these fields: people, agencies, and the records that rows or typed references point at. */
export const directoryFor = async (
  tx: Tx,
  owner: object,
  fields: Fields,
  rows: readonly Readonly<Record<string, unknown>>[],
  typed: readonly Typed[] = [],
): Promise<Directory> => {
  const held = cache.get(owner)
  const time = performance.now()
  const base = held && time - held.at < freshFor ? held.base : await loadBase(tx)
  if (base !== held?.base) cache.set(owner, { at: time, base })
  const references = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== 'related') continue
    const wantedIds = rows.map(row => row[name]).filter((id): id is string => typeof id === 'string')
    const wantedReferences = typed
      .map(one => one[name])
      .filter((text): text is string => typeof text === 'string' && (isId(text) || namesRecord(text)))
    if (wantedIds.length + wantedReferences.length === 0) continue
    const found = await tx.query<{ id: string; reference: string }>(
      `select id, reference from canopy.${field.register} where id = any($1::uuid[]) or reference = any($2)`,
      [[...wantedIds, ...wantedReferences.filter(isId)], wantedReferences.map(text => text.trim().toUpperCase())],
    )
    for (const { id, reference } of found) {
      references.set(`${field.register} ${id}`, reference)
      ids.set(`${field.register} ${reference}`, id)
      ids.set(`${field.register} ${id}`, id)
    }
  }
  return {
    ...base,
    relatedReference: (register, id) => references.get(`${register} ${id}`),
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
