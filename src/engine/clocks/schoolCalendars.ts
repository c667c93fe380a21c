import { createHash } from 'node:crypto'
import { agency, choice, date, optional, text } from '../../declare/field.ts'
import type { Problem } from '../../declare/input.ts'
import { parseAnswers } from '../../fields/kinds.ts'
import { now } from '../../kit/clock.ts'
import { CsvFault } from '../../kit/csv.ts'
import { type Day, daysBetween, formatDay } from '../../kit/dates.ts'
import { plural } from '../../kit/names.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { type GivenFile, readTable } from '../import/readTable.ts'
import { appendLedger } from '../ledger/writer.ts'
import { invalid, Outcome } from '../outcome.ts'
import { directoryFor, fieldContext, forgetDirectory } from '../people/directory.ts'
import { type Tx, within } from '../store/transaction.ts'

/** The columns of a file of school days, as questions: the same kinds of answer, the same messages. */
const columns = {
  school: agency('Which school?', { label: 'School', kinds: ['school'], missing: 'Enter the school' }),
  kind: choice(
    'Term or closure?',
    { term: 'Term', closure: 'Closure' },
    { label: 'Kind', missing: 'Enter term or closure' },
  ),
  from: date('First day?', { label: 'First day', missing: 'Enter the first day' }),
  to: optional(date('Last day?', { label: 'Last day' })),
  start: optional(text('When does the school day begin?', { label: 'Start of the school day', maxLength: 5 })),
}
const names = Object.keys(columns)
const needed = ['school', 'kind', 'from']

/** The longest term and the longest closure inside one; a longer one is a slip in the year. */
const longest = { term: 26 * 7, closure: 8 * 7 } as const

type Kind = keyof typeof longest

/** A range of days of one school, both ends included. */
export interface SchoolDays {
  readonly school: string
  readonly urn: string
  readonly kind: Kind
  readonly from: Day
  readonly to: Day
  readonly start: string
}

interface Line extends SchoolDays {
  readonly line: number
}

interface Read {
  readonly lines: readonly Line[]
  readonly problems: readonly string[]
}

export interface Added {
  readonly rows: number
  readonly schools: number
  /** Rows that were recorded already, word for word. */
  readonly before: number
}

const usualStart = '09:00'

const recorded = (tx: Tx): Promise<SchoolDays[]> =>
  tx.query<SchoolDays & Record<string, unknown>>(
    `select a.name as school, c.urn, c.kind, c.from_day as "from", c.to_day as "to", c.day_start as start
       from canopy.school_calendar c join canopy.agency a on a.code = c.urn order by a.name, c.from_day, c.kind desc`,
  )

const rangeWords = ({ from, to }: Pick<SchoolDays, 'from' | 'to'>): string =>
  from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`

/** Reads the rows as answers; every cell that is wrong is named with its line. */
const readLines = async (engine: Engine, tx: Tx, file: GivenFile): Promise<Read> => {
  const table = await readTable(file)
  const header = table.header.map(one => one.toLowerCase())
  const faults = [
    ...needed.filter(name => !header.includes(name)).map(name => `The column “${name}” is missing`),
    ...header.filter(name => !names.includes(name)).map(name => `There is no column “${name.slice(0, 60)}”`),
    ...names
      .filter(name => header.indexOf(name) !== header.lastIndexOf(name))
      .map(name => `Two columns have the heading “${name}”`),
    ...(table.rows.length === 0 ? ['The file has headings and no rows'] : []),
  ]
  if (faults.length > 0) return { lines: [], problems: [...faults, `Columns: ${names.join(', ')}`] }
  const directory = await directoryFor(tx, engine, columns, [])
  const schools = new Map(
    (await tx.query<{ id: string; code: string; name: string }>('select id, code, name from canopy.agency')).map(
      one => [one.id, one],
    ),
  )
  const lines: Line[] = []
  const problems: string[] = []
  for (const { line, cells } of table.rows) {
    const typed = Object.fromEntries(header.map((name, at) => [name, (cells[at] ?? '').trim()]))
    const { values, problems: found } = parseAnswers(columns, names, typed, fieldContext(directory))
    const more: readonly Problem[] =
      cells.length > header.length ? [{ field: '', message: 'The row has more cells than there are headings' }] : []
    problems.push(...[...found, ...more].map(({ message }) => `Line ${line}: ${message}`))
    if (found.length + more.length > 0) continue
    const school = schools.get(String(values.school))
    const from = String(values.from)
    lines.push({
      line,
      school: school?.name ?? '',
      urn: school?.code ?? '',
      kind: values.kind as Kind,
      from,
      to: values.to === null ? from : String(values.to),
      start: values.start === null ? '' : String(values.start).padStart(5, '0'),
    })
  }
  return { lines, problems }
}

const sameDays = (a: SchoolDays, b: SchoolDays): boolean =>
  a.urn === b.urn && a.kind === b.kind && a.from === b.from && a.to === b.to

const overlap = (a: SchoolDays, b: SchoolDays): boolean =>
  a.urn === b.urn && a.kind === b.kind && a.from <= b.to && b.from <= a.to

/** What is wrong with one range by itself and beside those that stand before it. */
const rangeProblems = (one: Line, earlier: readonly Line[], before: readonly SchoolDays[]): readonly string[] => {
  const length = daysBetween(one.from, one.to) + 1
  const clash = before.find(other => overlap(one, other) && !sameDays(one, other))
  const twice = earlier.find(other => overlap(one, other))
  const start = [...before, ...earlier].find(other => other.urn === one.urn && other.start !== '')?.start
  return [
    ...(length < 1 ? ['The last day is before the first'] : []),
    ...(length > longest[one.kind] ? [`A ${one.kind} of ${length} days is too long. Check the years`] : []),
    ...(one.start !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(one.start)
      ? ['The start of the school day must be a time like 08:50']
      : []),
    ...(one.start !== '' && start !== undefined && start !== one.start
      ? [`The day of ${one.school} begins at ${start} elsewhere. Give one time for a school`]
      : []),
    ...(clash ? [`${one.school} has a ${one.kind} from ${rangeWords(clash)} already. Remove it first`] : []),
    ...(twice ? [`${one.school}: the same ${one.kind} days as in line ${twice.line}`] : []),
  ].map(message => `Line ${one.line}: ${message}`)
}

const told = (problems: readonly string[]): Outcome => invalid(problems.map(message => ({ field: 'file', message })))

/**
 * Adds terms and closures of schools from a CSV file or Excel workbook: all rows or none. Rows that are recorded already are
 * passed over, so that a longer file may be loaded again.
 * @throws Outcome invalid, all problems at once, each with its line
 */
export const addSchoolDays = async (engine: Engine, actor: Actor, file: GivenFile, source: string): Promise<Added> => {
  forgetDirectory(engine)
  const added = await within(engine, actor, async tx => {
    const { lines, problems } = await readLines(engine, tx, file).catch((error: unknown) => {
      throw error instanceof CsvFault ? told([error.message]) : error
    })
    const before = await recorded(tx)
    const all = [...problems, ...lines.flatMap((one, at) => rangeProblems(one, lines.slice(0, at), before))]
    if (all.length > 0) throw told(all)
    const fresh = lines.filter(one => !before.some(other => sameDays(one, other)))
    if (fresh.length > 0) await write(tx, actor, fresh, before, file, source)
    const schools = new Set(fresh.map(one => one.urn)).size
    return { rows: fresh.length, schools, before: lines.length - fresh.length }
  })
  await engine.calendars.reload()
  return added
}

const write = async (
  tx: Tx,
  actor: Actor,
  fresh: readonly Line[],
  before: readonly SchoolDays[],
  file: GivenFile,
  source: string,
): Promise<void> => {
  const startOf = (urn: string): string =>
    [...fresh, ...before].find(other => other.urn === urn && other.start !== '')?.start ?? usualStart
  const rows = fresh.map(({ urn, kind, from, to }) => ({
    ...{ urn, kind, from_day: from, to_day: to, day_start: startOf(urn) },
    source,
  }))
  await tx.query(
    `insert into canopy.school_calendar (urn, kind, from_day, to_day, day_start, source)
     select urn, kind, from_day, to_day, day_start, source from json_populate_recordset(null::canopy.school_calendar, $1::json)`,
    [JSON.stringify(rows)],
  )
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  const schools = new Set(fresh.map(one => one.urn)).size
  const detail = `${plural(rows.length, 'row')} of ${plural(schools, 'school')}`
  await appendLedger(tx, [{ at: now(), actor, event: 'administered', action: 'addSchoolDays', detail, digest }])
}

/**
 * Removes one range of a school that was entered wrongly.
 * @throws Outcome notFound when none begins on that day
 */
export const removeSchoolDays = async (
  engine: Engine,
  actor: Actor,
  { urn, kind, from }: Pick<SchoolDays, 'urn' | 'kind' | 'from'>,
): Promise<void> => {
  await within(engine, actor, async tx => {
    const gone = await tx.query(
      'delete from canopy.school_calendar where urn = $1 and kind = $2 and from_day = $3 returning urn',
      [urn, kind, from],
    )
    if (gone.length === 0)
      throw new Outcome(
        'notFound',
        `${urn} has no ${kind} that begins on ${formatDay(from)}. See: canopy calendar list ${urn}`,
      )
    const detail = `${urn} ${kind} ${from}`
    await appendLedger(tx, [{ at: now(), actor, event: 'administered', action: 'removeSchoolDays', detail }])
  })
  await engine.calendars.reload()
}

/** Every range of every school, or of the one with this number. */
export const listSchoolDays = (engine: Pick<Engine, 'pools'>, urn?: string): Promise<readonly SchoolDays[]> =>
  within(engine, system(), async tx => (await recorded(tx)).filter(one => urn === undefined || one.urn === urn))
