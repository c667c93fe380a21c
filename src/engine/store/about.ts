import { columnOf } from '../../db/tables.ts'
import type { Fields } from '../../declare/field.ts'
import type { AnyRow } from '../../declare/record.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import type { Instant } from '../../kit/dates.ts'
import type { Engine } from '../engine.ts'
import { dueAtFor, dueClockFor, hiddenFields } from './columns.ts'
import { mayRead } from './read.ts'
import { lineTable } from './rows.ts'
import type { Tx } from './transaction.ts'

/** Fields by which a row is about a record of another register, with that register. */
const aboutFields = (engine: Engine, fields: Fields, without: ReadonlySet<string>, before = '') =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind !== 'related' || field.about !== true || without.has(`${before}${name}`)) return []
    const of = engine.registers.find(({ record }) => record.key === field.register)
    return of ? [{ name, column: columnOf(name), of }] : []
  })

/** Where the records of a register are to be looked for: the tables as they are, or as they stood. */
export interface Places {
  readonly record: (register: Register) => string
  readonly line: (register: Register, group: string) => string
}

export const asTheyAre: Places = {
  record: register => `canopy.${register.record.key}`,
  line: (register, group) => `(select * from canopy.${lineTable(register, group)} where superseded_at is null)`,
}

/**
 * Conditions under which a row `r` of a register is about one of these records of a subject register, given as a parameter that
 * holds identifiers: by a field of its own, by one of its lines, or by a record it is about in turn. Fields a role is not
 * shown lead nowhere for it.
 */
export const aboutConditions = (
  engine: Engine,
  register: Register,
  subject: Register,
  role: string,
  ids: string,
  places: Places = asTheyAre,
): readonly string[] => {
  const hidden = hiddenFields(register, role)
  const own = aboutFields(engine, register.record.fields, hidden).flatMap(({ column, of }) => {
    if (of === subject) return [`r.${column} = any(${ids})`]
    if (of === register || !mayRead(of, role)) return []
    const through = aboutConditions(engine, of, subject, role, ids, places)
    return through.length === 0
      ? []
      : [`r.${column} in (select r.id from ${places.record(of)} r where ${through.join(' or ')})`]
  })
  const byLine = Object.entries(register.record.lines).flatMap(([group, { fields }]) =>
    aboutFields(engine, fields, hidden, `${group}.`)
      .filter(({ of }) => of === subject)
      .map(
        ({ column }) =>
          `r.id in (select l.record_id from ${places.line(register, group)} l where l.${column} = any(${ids}))`,
      ),
  )
  return [...own, ...byLine]
}

/**
 * How much is on record of each of these, as far as the person asking may see it: answers, lines in force, and records and
 * lines of other registers about them, but for those left out.
 */
export const amountsOnRecord = async (
  engine: Engine,
  tx: Tx,
  subject: Register,
  ids: readonly string[],
  without: readonly Register[] = [],
): Promise<ReadonlyMap<string, number>> => {
  const { fields, lines } = subject.record
  const columns = Object.keys(fields).map(name => `r.${columnOf(name)}`)
  const own = [
    `select r.id, num_nonnulls(${columns.join(', ')}) as n from canopy.${subject.record.key} r where r.id = any($1)`,
    ...Object.keys(lines).map(group => countsBy('record_id', asTheyAre.line(subject, group))),
  ]
  const others = engine.registers
    .filter(register => !without.includes(register) && mayRead(register, tx.actor.role))
    .flatMap(register => countsAbout(engine, register, subject, hiddenFields(register, tx.actor.role)))
  const rows = await tx.query<{ id: string; n: number }>(
    `select id, sum(n)::integer as n from (${[...own, ...others].join(' union all ')}) a group by id`,
    [ids],
  )
  return new Map(rows.map(({ id, n }) => [id, n]))
}

const countsBy = (column: string, place: string): string =>
  `select r.${column} as id, count(*) as n from ${place} r where r.${column} = any($1) group by r.${column}`

const countsAbout = (
  engine: Engine,
  register: Register,
  subject: Register,
  hidden: ReadonlySet<string>,
): readonly string[] => [
  ...aboutFields(engine, register.record.fields, hidden)
    .filter(({ of }) => of === subject)
    .map(({ column }) => countsBy(column, asTheyAre.record(register))),
  ...Object.entries(register.record.lines).flatMap(([group, { fields }]) =>
    aboutFields(engine, fields, hidden, `${group}.`)
      .filter(({ of }) => of === subject)
      .map(({ column }) => countsBy(column, asTheyAre.line(register, group))),
  ),
]

/** A record about somebody, as a list of their records tells it. */
export interface AboutRecord {
  readonly register: Register
  readonly href: string
  readonly row: AnyRow
  readonly dueClock: string | null
}

/** Records of all registers that are about these people, as far as the person asking may see them; open ones by what is due first. */
export const recordsAbout = async (
  engine: Engine,
  tx: Tx,
  subject: Register,
  ids: readonly string[],
): Promise<readonly AboutRecord[]> => {
  const { role } = tx.actor
  const asked = engine.registers.flatMap(register => {
    if (register === subject || !mayRead(register, role)) return []
    const conditions = aboutConditions(engine, register, subject, role, '$1')
    if (conditions.length === 0) return []
    return [
      tx
        .query<{ row: AnyRow }>(
          `select r.id, r.reference, r.state, r.allocated_to as "allocatedTo", r.closed_at as "closedAt", r.created_at as "createdAt",
                  r.agency_id as "agencyId", r.team_id as "teamId", ${dueAtFor(register, role)} as "nextDueAt", ${dueClockFor(register, role)}
             from canopy.${register.record.key} r where ${conditions.join(' or ')} order by r.created_at desc limit 500`,
          [ids],
        )
        .then(rows =>
          rows.map(found => {
            const row = found as unknown as AnyRow & { readonly dueClock: string | null }
            return { register, row, dueClock: row.dueClock, href: `/${pathOf(register)}/${row.reference}` }
          }),
        ),
    ]
  })
  return (await Promise.all(asked)).flat().sort(byDue)
}

const due = ({ row }: AboutRecord): Instant => row.nextDueAt ?? '9999'

const byDue = (a: AboutRecord, b: AboutRecord): number =>
  due(a).localeCompare(due(b)) || b.row.createdAt.localeCompare(a.row.createdAt)
