import { columnOf } from '../../db/tables.ts'
import type { ChronologyEntry } from '../../declare/chronology.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { type Day, daysBetween, formatDay, formatInstant, type Instant, londonDay } from '../../kit/dates.ts'
import type { Engine } from '../engine.ts'
import { aboutConditions, asTheyAre, type Places } from '../store/about.ts'
import { groupColumns, hiddenFields, recordColumns, selectList } from '../store/columns.ts'
import { mayRead } from '../store/read.ts'
import { lineTable } from '../store/rows.ts'
import type { Tx } from '../store/transaction.ts'

/** One row of a chronology. */
export interface ChronologyRow {
  /** The same for the same event at every reading: what a redaction points at. */
  readonly key: string
  readonly register: string
  readonly href: string
  readonly reference: string
  readonly title: string
  readonly text: string
  /** The day or moment of the event. */
  readonly on: Day | Instant
  readonly significant: boolean
  /** The agency it comes from, in words; null where it is not known. */
  readonly source: string | null
  readonly enteredBy: string | null
  readonly enteredAt: Instant
  /** Days from the event to its entry; 0 where it was entered on the same day. */
  readonly lateBy: number
}

type Row = Readonly<Record<string, unknown>>
/** Who entered a date, and when: the version that first held it. */
type Entered = { readonly id: string; readonly value: string; readonly at: Instant; readonly by: string | null }

/** The tables as they stood at `$2`: the last version by then, and the lines in force then. */
const asTheyStood: Places = {
  record: register =>
    `(select distinct on (h.id) h.* from canopy.${register.record.key}_history h where h.updated_at <= $2 order by h.id, h.version desc)`,
  line: (register, group) =>
    `(select * from canopy.${lineTable(register, group)} where recorded_at <= $2 and (superseded_at is null or superseded_at > $2))`,
}

/**
 * The chronology of somebody over all registers, by the day of the event, as far as the person asking may see it; with an
 * instant, as it was known then. `ids` are all records of the one person.
 */
export const readChronology = async (
  engine: Engine,
  tx: Tx,
  subject: Register,
  ids: readonly string[],
  asAt: Instant | null = null,
): Promise<readonly ChronologyRow[]> => {
  const registers = engine.registers.filter(one => one.chronology.length > 0 && mayRead(one, tx.actor.role))
  const found = await Promise.all(registers.map(register => entriesOf(engine, tx, register, subject, ids, asAt)))
  return found.flat().sort(byEvent)
}

/** By day, then by moment where there is one, then in a fixed order. */
const byEvent = (a: ChronologyRow, b: ChronologyRow): number =>
  dayOf(a.on).localeCompare(dayOf(b.on)) || a.on.localeCompare(b.on) || a.key.localeCompare(b.key)

export const dayOf = (on: Day | Instant): Day => (on.length === 10 ? on : londonDay(on))

/** When the event was, in words: a day where only the day is known. */
export const whenOf = ({ on }: Pick<ChronologyRow, 'on'>): string =>
  on.length === 10 ? formatDay(on) : formatInstant(on)

const entriesOf = async (
  engine: Engine,
  tx: Tx,
  register: Register,
  subject: Register,
  ids: readonly string[],
  asAt: Instant | null,
): Promise<readonly ChronologyRow[]> => {
  const { role } = tx.actor
  const hidden = hiddenFields(register, role)
  const places = asAt === null ? asTheyAre : asTheyStood
  const about = aboutConditions(engine, register, subject, role, '$1::uuid[]', places)
  if (about.length === 0) return []
  const values = asAt === null ? [ids] : [ids, asAt]
  const columns = recordColumns(register).filter(({ property }) => !hidden.has(property))
  const rows = await tx.query<Row & { id: string }>(
    `select ${selectList(columns, 'r')} from ${places.record(register)} r where ${about.join(' or ')}`,
    values,
  )
  if (rows.length === 0) return []
  const read = { tx, register, hidden, places, ids: rows.map(({ id }) => id), asAt }
  const parts = await Promise.all(
    register.chronology.map(entry =>
      entry.line === undefined ? ofRecords(read, entry, rows) : ofLines(read, entry, entry.line, rows),
    ),
  )
  return parts.flat()
}

interface Reading {
  readonly tx: Tx
  readonly register: Register
  readonly hidden: ReadonlySet<string>
  readonly places: Places
  readonly ids: readonly string[]
  readonly asAt: Instant | null
}

const ofRecords = async (
  reading: Reading,
  entry: ChronologyEntry,
  rows: readonly Row[],
): Promise<readonly ChronologyRow[]> => {
  const { hidden } = reading
  if (hidden.has(entry.on)) return []
  const dated = rows.filter(row => typeof row[entry.on] === 'string' && isEntry(entry, row, {}))
  if (dated.length === 0) return []
  const [entered, names] = await Promise.all([enteredIn(reading, entry.on), namesFor(reading, dated, entry)])
  const first = new Map(entered.map(one => [`${one.id} ${one.value}`, one]))
  return dated.map(row => {
    const by = first.get(`${row.id} ${row[entry.on]}`)
    return rowOf(
      reading,
      entry,
      row,
      {},
      {
        on: String(row[entry.on]),
        at: by?.at ?? String(row.createdAt),
        by: by?.by ?? null,
        source: names.get(String(row[entry.source ?? 'agencyId'])) ?? null,
        id: String(row.id),
      },
    )
  })
}

const ofLines = async (
  reading: Reading,
  entry: ChronologyEntry,
  group: string,
  rows: readonly Row[],
): Promise<readonly ChronologyRow[]> => {
  const { tx, register, hidden, places, ids, asAt } = reading
  if (hidden.has(`${group}.${entry.on}`)) return []
  const columns = groupColumns(register, group).filter(({ property }) => !hidden.has(`${group}.${property}`))
  const lines = await tx.query<Row & { recordId: string; byName: string | null }>(
    `select ${selectList(columns, 'l')}, a.name as "byName" from ${places.line(register, group)} l
       left join canopy.account a on a.id = l.recorded_by
      where l.record_id = any($1::uuid[])${asAt === null ? '' : ' and $2::timestamptz is not null'}`,
    asAt === null ? [ids] : [ids, asAt],
  )
  const names = await namesFor(reading, rows, entry)
  const byId = new Map(rows.map(row => [row.id, row]))
  return lines.flatMap(line => {
    const row = byId.get(line.recordId)
    const on = line[entry.on]
    if (!row || typeof on !== 'string' || !isEntry(entry, row, line)) return []
    const source = names.get(String(row[entry.source ?? 'agencyId'])) ?? null
    return [
      rowOf(reading, entry, row, line, {
        on,
        at: String(line.recordedAt),
        by: line.byName,
        source,
        id: String(line.id),
      }),
    ]
  })
}

const isEntry = (entry: ChronologyEntry, row: Row, line: Row): boolean =>
  entry.when?.(row as never, line as never) ?? true

const rowOf = (
  { register }: Reading,
  entry: ChronologyEntry,
  row: Row,
  line: Row,
  given: { on: string; at: Instant; by: string | null; source: string | null; id: string },
): ChronologyRow => ({
  key: `${register.record.key} ${entry.key} ${given.id}`,
  register: register.record.key,
  href: `/${pathOf(register)}/${String(row.reference)}`,
  reference: String(row.reference),
  title: entry.title,
  text: entry.text(row as never, line as never),
  on: given.on,
  significant: entry.significant(row as never, line as never),
  source: entry.sourceWords?.(row as never, line as never) ?? given.source,
  enteredBy: given.by,
  enteredAt: given.at,
  lateBy: Math.max(0, daysBetween(dayOf(given.on), londonDay(given.at))),
})

/** Who first entered each value of a date: history knows. */
const enteredIn = ({ tx, register, ids, asAt }: Reading, field: string): Promise<readonly Entered[]> => {
  const column = columnOf(field)
  return tx.query<Entered>(
    `select f.id, f.value, f.at, a.name as by
       from (select distinct on (h.id, h.${column}) h.id, h.${column} as value, h.updated_at as at, h.updated_by
               from canopy.${register.record.key}_history h
              where h.id = any($1::uuid[]) and h.${column} is not null${asAt === null ? '' : ' and h.updated_at <= $2'}
              order by h.id, h.${column}, h.version) f
       left join canopy.account a on a.id = f.updated_by`,
    asAt === null ? [ids] : [ids, asAt],
  )
}

/** Names of the agencies entries come from, as they were called: an agency that ended keeps its name. */
const namesFor = async (
  { tx }: Reading,
  rows: readonly Row[],
  { source = 'agencyId' }: ChronologyEntry,
): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(rows.map(row => row[source]).filter(id => typeof id === 'string'))]
  if (wanted.length === 0) return new Map()
  const found = await tx.query<{ id: string; name: string }>(
    'select id, name from canopy.agency where id = any($1::uuid[])',
    [wanted],
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}
