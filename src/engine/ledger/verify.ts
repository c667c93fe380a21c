import type pg from 'pg'
import { fileDeeds } from '../../declare/files.ts'
import type { Register } from '../../declare/register.ts'
import type { Instant } from '../../kit/dates.ts'
import { groupColumns, recordColumns, selectList } from '../store/columns.ts'
import { type AddedLine, deedDigest, lineTable } from '../store/rows.ts'

/** One place where the chain or a record's history is not as it was written; `seq` is null outside the ledger. */
export interface LedgerFault {
  readonly seq: number | null
  readonly register: string | null
  readonly reference: string | null
  readonly what: string
}

export interface LedgerReport {
  readonly entries: number
  /** Deeds whose digest was computed anew from what they wrote: a version of the record, a line, or both. */
  readonly deeds: number
  readonly faults: readonly LedgerFault[]
  /** More was found than is listed. */
  readonly more: boolean
  /** Hash of the last entry: kept elsewhere, it shows later that nothing was cut off the end. */
  readonly head: string
}

const mostFaults = 100
const batchSize = 5000

/** Walks the chain in the database itself, in order, reading each row once. */
const chainFaults = `
select seq, register, reference, what from (
  select l.seq, l.register, l.reference, case
      when l.seq <> row_number() over w then 'a row is missing before this one'
      when l.prev_hash <> coalesce(lag(l.hash) over w, repeat('0', 64)) then 'the row before this one was changed or removed'
      when l.hash <> encode(sha256(convert_to(canopy.ledger_text(l), 'UTF8')), 'hex') then 'this row was changed'
    end as what
  from canopy.ledger l
  window w as (order by l.seq)
) walked where what is not null order by seq limit ${mostFaults}`

interface Entry {
  readonly seq: number
  readonly register: string
  readonly at: Instant
  readonly recordId: string
  readonly reference: string
  readonly action: string
  readonly version: number
  readonly digest: string | null
}

/** The version of a record that an entry stands for, as `performed` writes it into the detail. */
const versionOf = (entry: string) => `substring(${entry}.detail from ' v([0-9]+)')::int`

const nextEntries = async (client: pg.ClientBase, after: number): Promise<readonly Entry[]> => {
  const { rows } = await client.query<Entry>(
    `select l.seq, l.at, l.register, l.record_id as "recordId", l.reference, l.action, ${versionOf('l')} as version, l.digest
       from canopy.ledger l where l.seq > $1 and l.event = 'performed' and l.action <> all ($2) order by l.seq limit ${batchSize}`,
    [after, Object.keys(fileDeeds)],
  )
  return rows
}

const at = (entry: Entry, what: string): LedgerFault => ({
  seq: entry.seq,
  register: entry.register,
  reference: entry.reference,
  what,
})

type Kept = Readonly<Record<string, unknown>>
const isKnown = ({ pathway }: Register, action: string): boolean =>
  action === 'start' || Object.hasOwn(pathway.actions, action)

/** Groups to which a deed may have added its line: of one that this release does not have any more, all. */
const groupsOf = (register: Register, action: string): readonly string[] => {
  if (!isKnown(register, action)) return Object.keys(register.record.lines)
  const { start, actions } = register.pathway
  const { adds } = action === 'start' ? start : (actions[action] ?? {})
  return adds === undefined ? [] : [adds]
}

/** Lines by the record they belong to and the moment they were written: of the deeds that add one, in one query a group. */
const linesAdded = async (client: pg.ClientBase, register: Register, entries: readonly Entry[]) => {
  const found = new Map<string, AddedLine[]>()
  for (const group of Object.keys(register.record.lines)) {
    const adding = entries.filter(({ action }) => groupsOf(register, action).includes(group))
    if (adding.length === 0) continue
    const { rows } = await client.query<Kept>(
      `select ${selectList(groupColumns(register, group), 'l')} from canopy.${lineTable(register, group)} l
         join (select distinct * from unnest($1::uuid[], $2::timestamptz[])) w(id, at) on l.record_id = w.id and l.recorded_at = w.at`,
      [adding.map(({ recordId }) => recordId), adding.map(({ at }) => at)],
    )
    for (const row of rows) {
      const key = `${group} ${row.recordId} ${row.recordedAt}`
      found.set(key, [...(found.get(key) ?? []), { group, row }])
    }
  }
  return ({ action, recordId, at }: Entry): readonly (AddedLine | null)[] => {
    const groups = groupsOf(register, action)
    const lines = groups.flatMap(group => found.get(`${group} ${recordId} ${at}`) ?? [])
    return groups.length === 0 || !isKnown(register, action) ? [null, ...lines] : lines
  }
}

/** Compares the digests of some entries with what their deeds wrote, computed anew. */
const historyFaults = async (
  client: pg.ClientBase,
  register: Register,
  entries: readonly Entry[],
): Promise<readonly LedgerFault[]> => {
  const { rows } = await client.query<Kept>(
    `select ${selectList(recordColumns(register), 'h')} from canopy.${register.record.key}_history h
       join (select distinct * from unnest($1::uuid[], $2::int[])) w(id, version) on h.id = w.id and h.version = w.version`,
    [entries.map(({ recordId }) => recordId), entries.map(({ version }) => version)],
  )
  const kept = new Map(rows.map(row => [`${row.id} ${row.version}`, row]))
  const linesOf = await linesAdded(client, register, entries)
  return entries.flatMap(entry => {
    const row = kept.get(`${entry.recordId} ${entry.version}`)
    if (!row) return [at(entry, `version ${entry.version} was removed from history`)]
    const fits = linesOf(entry).some(line => deedDigest(register, row, line) === entry.digest)
    const added = groupsOf(register, entry.action).length === 0 ? '' : ', or the line it added,'
    return fits ? [] : [at(entry, `version ${entry.version}${added} was changed in history`)]
  })
}

/** Files of records and what the ledger says of them, from both sides: each was added, and removed, by somebody, with this content. */
const fileFaults = async (client: pg.ClientBase): Promise<readonly LedgerFault[]> => {
  const entry = (action: string, of: string) =>
    `select from canopy.ledger l where l.record_id = ${of}.record_id and l.event = 'performed' and l.action = '${action}' and l.detail = ${of}.id::text and l.digest = ${of}.content`
  const { rows } = await client.query<LedgerFault>(
    `(select null::bigint as seq, f.register, null::text as reference, 'the file ' || f.id || ' was added by nobody, or is another now' as what
        from canopy.file f where f.record_id is not null and not exists (${entry('addFile', 'f')}) order by f.id limit ${mostFaults})
     union all
     (select null, f.register, null, 'the file ' || f.id || ' was removed by nobody'
        from canopy.file f where f.removed_at is not null and not exists (${entry('removeFile', 'f')}) order by f.id limit ${mostFaults})
     union all
     (select l.seq, l.register, l.reference, 'the file that was added is not there'
        from canopy.ledger l where l.event = 'performed' and l.action = 'addFile'
         and not exists (select from canopy.file f where f.id::text = l.detail and f.record_id = l.record_id) order by l.seq limit ${mostFaults})
     union all
     (select l.seq, l.register, l.reference, 'the file that was removed is there again'
        from canopy.ledger l join canopy.file f on f.id::text = l.detail
       where l.event = 'performed' and l.action = 'removeFile' and f.removed_at is null order by l.seq limit ${mostFaults})`,
  )
  return rows
}

/** What cannot be found from the ledger's side: versions nobody performed, and records that differ from their last version. */
const recordFaults = async (client: pg.ClientBase, register: Register): Promise<readonly LedgerFault[]> => {
  const { key } = register.record
  const differs = recordColumns(register)
    .map(({ column }) => `r.${column} is distinct from h.${column}`)
    .join(' or ')
  const { rows } = await client.query<{ reference: string; what: string }>(
    `(select h.reference, 'version ' || h.version || ' is in history and not in the ledger' as what
        from canopy.${key}_history h
        left join canopy.ledger l
          on l.record_id = h.id and l.event = 'performed' and l.register = $1 and l.action = h.action and ${versionOf('l')} = h.version
       where l.seq is null order by 1 limit ${mostFaults})
     union all
     (select r.reference, 'the record differs from its last version in history'
        from canopy.${key} r left join canopy.${key}_history h on h.id = r.id and h.version = r.version
       where h.id is null or ${differs} order by 1 limit ${mostFaults})
     union all
     ${Object.keys(register.record.lines)
       .map(
         group => `(select h.reference, 'a line of ${group} was added by nobody'
        from canopy.${lineTable(register, group)} l join canopy.${key} h on h.id = l.record_id
       where not exists (select from canopy.ledger e where e.record_id = l.record_id and e.event = 'performed' and e.at = l.recorded_at)
       order by 1 limit ${mostFaults})
     union all`,
       )
       .join('\n     ')}
     (select distinct h.reference, 'the record was removed; its history is kept'
        from canopy.${key}_history h where not exists (select from canopy.${key} r where r.id = h.id) limit ${mostFaults})`,
    [key],
  )
  return rows.map(({ reference, what }) => ({ seq: null, register: key, reference, what }))
}

/** The same inside a transaction that already runs. */
export const verifyLedgerIn = async (
  client: pg.ClientBase,
  registers: readonly Register[],
  progress: (entries: number) => void = () => {},
): Promise<LedgerReport> => {
  const head = await client.query<{ entries: number; hash: string }>(
    `select count(*)::int as entries, coalesce((select hash from canopy.ledger order by seq desc limit 1), '') as hash from canopy.ledger`,
  )
  const faults: LedgerFault[] = [...(await client.query<LedgerFault>(chainFaults)).rows]
  let deeds = 0
  for (
    let batch = await nextEntries(client, 0);
    batch.length > 0;
    batch = await nextEntries(client, batch.at(-1)?.seq ?? 0)
  ) {
    for (const register of registers) {
      const own = batch.filter(entry => entry.register === register.record.key)
      deeds += own.length
      if (own.length > 0 && faults.length < mostFaults) faults.push(...(await historyFaults(client, register, own)))
    }
    progress(batch.at(-1)?.seq ?? 0)
  }
  for (const register of registers) faults.push(...(await recordFaults(client, register)))
  faults.push(...(await fileFaults(client)))
  return {
    entries: head.rows[0]?.entries ?? 0,
    deeds,
    faults: faults.slice(0, mostFaults),
    more: faults.length >= mostFaults,
    head: head.rows[0]?.hash ?? '',
  }
}

/**
 * Checks the whole chain, every version in history against the digest its deed left in the ledger, and every record
 * against its last version, all as they stood at one moment. Run as the owner; changes nothing, and reads in batches.
 * @param progress is told the number of the entry reached
 */
export const verifyLedger = async (
  owner: pg.Pool,
  registers: readonly Register[],
  progress: (entries: number) => void = () => {},
): Promise<LedgerReport> => {
  const client = await owner.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await verifyLedgerIn(client, registers, progress)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
