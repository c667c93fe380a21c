import type { Field, Fields } from '../../src/declare/field.ts'
import type { Register } from '../../src/declare/register.ts'
import type { Actor } from '../../src/engine/actor.ts'
import type { OpenEngine } from '../../src/engine/createEngine.ts'
import { now, today } from '../../src/kit/clock.ts'

/**
 * What the declarations allow, worked out a second time and without the engine: scopes in JavaScript by their words,
 * not by their SQL. Two readings of one declaration that disagree show a fault in one of them.
 */

export type RawRow = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly version: number
}

type Sees = (row: RawRow, actor: Actor) => boolean
const given = ['sharedInEmergency', 'shared', 'received']
const ownSharing: Sees = ({ sharedBy, sharedWith, state, expiresOn }, { agencyId }) =>
  agencyId !== null &&
  (sharedBy === agencyId ||
    (sharedWith === agencyId && given.includes(state) && (expiresOn === null || String(expiresOn) >= today())))
const givenToOwn: Sees = ({ offeredTo, sharedWith }, { agencyId }) =>
  agencyId !== null && (offeredTo === agencyId || (sharedWith as readonly string[] | null)?.includes(agencyId) === true)
const ownPlace: Sees = (row, { agencyId, teamId }) =>
  agencyId !== null && row.agencyId === agencyId && (teamId === null || row.teamId === teamId)
const ownProvider: Sees = ({ provider }, { agencyId }) => agencyId !== null && provider === agencyId
const told = ['sent', 'acknowledged', 'supported', 'returned']

const holds = (agencies: unknown, agencyId: string | null): boolean =>
  agencyId !== null && (agencies as readonly string[] | null)?.includes(agencyId) === true
const invited: Sees = (row, { agencyId }) => holds(row.invited, agencyId)
const toDo: Sees = (row, { accountId, agencyId }) =>
  row.ownerPerson === accountId || (agencyId !== null && row.ownerAgency === agencyId)
const ownTeams: Sees = (row, { teamId }) => teamId !== null && row.teamId === teamId

/** Every scope there is, by its words. A new scope written by hand is taught here, from its words. */
const scopes: Readonly<Record<string, Sees>> = {
  all: () => true,
  "own team's": (row, { teamId }) => teamId !== null && row.teamId === teamId,
  "own agency's": (row, { agencyId }) => agencyId !== null && row.agencyId === agencyId,
  "own agency's, once they are sent": (row, { agencyId }) =>
    agencyId !== null && row.agencyId === agencyId && !['planned', 'recordedInError'].includes(row.state),
  'allocated to them': (row, { accountId }) => row.allocatedTo === accountId,
  "own police force's": (row, { agencyId }) => agencyId !== null && row.police === agencyId,
  'told to their own school, while it is theirs': (row, { agencyId }) =>
    agencyId !== null && row.agencyId === agencyId && row.deliveredAt !== null && told.includes(row.state),
  'of children placed with their own agency': ({ placedWith }, { agencyId }) =>
    agencyId !== null && placedWith === agencyId,
  "own team's, those given to them, and those that no team has yet": (row, { teamId, accountId }) =>
    row.team === null || (teamId !== null && row.team === teamId) || row.allocatedTo === accountId,
  'of children of their own team': ({ childTeam }, { teamId }) => teamId !== null && childTeam === teamId,
  'those passed on from a contact': row => row.contact !== null,
  "their own agency's, and those addressed to it once shared, until they expire": ownSharing,
  "their own agency's, and those addressed to it once shared, until they expire, but none from a contact": (
    row,
    actor,
  ) => row.contact === null && ownSharing(row, actor),
  'those their agency is a party to': ({ parties }, { agencyId }) =>
    agencyId !== null && (parties as readonly string[] | null)?.includes(agencyId) === true,
  'those shared with their agency or that it is asked to lead': givenToOwn,
  "own team's, or own agency's where they have no team": ownPlace,
  "own team's, or own agency's where they have no team, and those shared with their agency or that it is asked to lead":
    (row, actor) => ownPlace(row, actor) || givenToOwn(row, actor),
  'those in their own school': ({ school }, { agencyId }) => agencyId !== null && school === agencyId,
  'those referred to the contact team': row => row.referredAt !== null,
  'those of exploitation, violence and trafficking that are open': ({ kind, closedAt }) =>
    ['CSE', 'CCE', 'SYV', 'GANG', 'MSHT', 'ONLINE'].includes(String(kind)) && closedAt === null,
  'those of trafficking': ({ kind }) => kind === 'MSHT',
  'those of meetings their agency is invited to': invited,
  'their own agency’s, and answered ones of meetings their agency is invited to': (row, actor) =>
    (actor.agencyId !== null && row.agency === actor.agencyId) || (row.state === 'answered' && invited(row, actor)),
  'those they or their agency have to do': toDo,
  "own agency's, and those they or their agency have to do": (row, actor) =>
    (actor.agencyId !== null && row.agencyId === actor.agencyId) || toDo(row, actor),
  "own team's, and those they or their agency have to do": (row, actor) => ownTeams(row, actor) || toDo(row, actor),
  'those of meetings their agency is invited to, and those they or their agency have to do': (row, actor) =>
    invited(row, actor) || toDo(row, actor),
  'all but those of meetings, and those they or their agency have to do': (row, actor) =>
    row.item === null || toDo(row, actor),
  'those their own agency referred, and those heard at meetings it is invited to': (row, { agencyId }) =>
    agencyId !== null && (row.referredBy === agencyId || row.agencyId === agencyId || holds(row.heardBy, agencyId)),
  'those they recorded, and those heard at meetings their agency is invited to': (row, { accountId, agencyId }) =>
    row.createdBy === accountId || holds(row.heardBy, agencyId),
  'those they recorded': (row, { accountId }) => row.createdBy === accountId,
  'locked ones without whose they are, and those they are named in': (row, { accountId }) =>
    (row.level === 'locked' && row.state === 'inForce') || row.ask === accountId || row.createdBy === accountId,
  'those their own organisation provides': ownProvider,
  'those in programmes of their own organisation': ownProvider,
  'strategies of youth safety': row => row.kind === 'youthSafety',
  'strategies of youth safety and youth justice': row =>
    row.kind === 'youthSafety' || row.kind === 'disproportionality',
  'strategies about violence against women and girls': row => row.kind === 'violenceAgainstWomen',
  'their own': (row, { accountId }) => row.openedBy === accountId,
  'their own, and those of restrictions whose contact they are': (row, { accountId }) =>
    row.openedBy === accountId || row.restrictionAsk === accountId,
}

const scopeOf = (register: Register, role: string): Sees | undefined => {
  const words = (register.access.read as Readonly<Record<string, { words: string } | undefined>>)[role]?.words
  if (words === undefined) return undefined
  const sees = scopes[words]
  if (!sees) throw new Error(`Teach the scope “${words}” of ${register.record.key} to test/support/oracle.ts`)
  return sees
}

/** For each row read, whom it is kept from because of whom it is about. */
const keptFrom = new WeakMap<RawRow, (actor: Actor) => boolean>()
/** How much of each row somebody may know because of the people it is about. */
const peopleOf = new WeakMap<RawRow, (actor: Actor) => readonly Known[]>()
type Known = 'open' | 'locked' | 'invisible'

export const sees = (register: Register, actor: Actor, row: RawRow): boolean =>
  (scopeOf(register, actor.role)?.(row, actor) ?? false) &&
  ((register.access.addressed as readonly string[] | undefined)?.includes(actor.role) === true ||
    keptFrom.get(row)?.(actor) !== true)

/** Whether somebody who may not see a row is told that there is one and whom to ask: every person withheld in it is locked, none invisible. */
export const toldLocked = (register: Register, actor: Actor, row: RawRow): boolean => {
  const known = peopleOf.get(row)?.(actor) ?? []
  return (
    (scopeOf(register, actor.role)?.(row, actor) ?? false) &&
    (register.access.pseudonymised as readonly string[] | undefined)?.includes(actor.role) !== true &&
    known.includes('locked') &&
    !known.includes('invisible')
  )
}

export const seesAll = (register: Register, role: string): boolean => scopeOf(register, role) === scopes.all

export const readsAny = (register: Register, role: string): boolean => scopeOf(register, role) !== undefined

const camel = (column: string): string => column.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())
const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
const byProperty = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value]))

const stored = async (engine: OpenEngine, table: string): Promise<readonly RawRow[]> =>
  (await engine.owner.query(`select * from canopy.${table}`)).rows.map(row => byProperty(row) as RawRow)

/** Who may know how much of whom: of everybody restricted, with all records merged with theirs, all only for those named, those to ask, and emergencies. */
const heldPeople = async (engine: OpenEngine): Promise<(actor: Actor, person: unknown) => Known> => {
  const [restrictions, named, openings, people] = await Promise.all(
    ['restriction', 'restriction_named', 'break_glass', 'person'].map(table => stored(engine, table)),
  )
  const same = new Map<unknown, unknown>(people?.map(({ id, mergedInto }) => [id, mergedInto]))
  const last = (id: unknown): unknown => (same.get(id) ? last(same.get(id)) : id)
  const mayKnow = ({ id, ask }: RawRow, { accountId, role }: Actor): boolean =>
    role === 'information_governance' ||
    ask === accountId ||
    named?.some(
      one =>
        one.recordId === id &&
        one.supersededAt === null &&
        one.colleague === accountId &&
        (one.namedUntil === null || String(one.namedUntil) >= today()),
    ) === true ||
    openings?.some(
      one =>
        one.restriction === id &&
        one.openedBy === accountId &&
        one.closedEarlyAt === null &&
        String(one.expiresAt) > now(),
    ) === true
  return (actor, person) => {
    const levels = restrictions
      ?.filter(one => one.state === 'inForce' && last(one.person) === last(person) && !mayKnow(one, actor))
      .map(({ level }) => level)
    if (levels === undefined || levels.length === 0) return 'open'
    return levels.every(level => level === 'locked') ? 'locked' : 'invisible'
  }
}

/** Fields by which a record is about somebody. */
const aboutNames = ({ record }: Register): readonly [string, string][] =>
  Object.entries(record.fields).flatMap(([name, field]) =>
    field.kind === 'related' && field.about === true ? [[name, field.register]] : [],
  )

interface Read {
  /** The last deed when it was read: without another one nothing is read again. */
  readonly deeds: number
  readonly rows: Map<string, Promise<readonly RawRow[]>>
}
const reads = new WeakMap<OpenEngine, Read>()

const indexed = new WeakMap<OpenEngine, Promise<unknown>>()

/** The ledger is asked before each try, and grows with each page that is looked at: the tests have indexes that a product does not need. */
const indexLedger = (engine: OpenEngine): Promise<unknown> => {
  const known = indexed.get(engine)
  if (known) return known
  const made = engine.owner.query(
    `create index if not exists ledger_performed on canopy.ledger (seq) where event = 'performed';
     create index if not exists ledger_refused on canopy.ledger (account_id, role) where event = 'refused'`,
  )
  indexed.set(engine, made)
  return made
}

/** Every record of a register as it is stored, read by the owner past all access. */
export const rowsOf = async (engine: OpenEngine, register: Register): Promise<readonly RawRow[]> => {
  await indexLedger(engine)
  const { rows: counted } = await engine.owner.query<{ deeds: number }>(
    "select coalesce((select seq from canopy.ledger where event = 'performed' order by seq desc limit 1), 0)::int as deeds",
  )
  const deeds = counted[0]?.deeds ?? 0
  const before = reads.get(engine)
  const read = before?.deeds === deeds ? before : { deeds, rows: new Map() }
  reads.set(engine, read)
  const { key } = register.record
  const known = read.rows.get(key) ?? readRows(engine, register)
  read.rows.set(key, known)
  return known
}

const readRows = async (engine: OpenEngine, register: Register): Promise<readonly RawRow[]> => {
  const { key } = register.record
  const rows = [...(await stored(engine, key))].sort((a, b) => a.reference.localeCompare(b.reference, 'en'))
  if (key === 'break_glass') await tellWhomToAsk(engine, rows)
  const about = aboutNames(register)
  const ofChildren = key === 'worry_report' ? await peopleOfReports(engine) : undefined
  const inConflict = await conflictsOf(engine, key)
  if (key !== 'person' && about.length === 0 && !ofChildren && !inConflict) return rows
  const held = await heldPeople(engine)
  const kept = await Promise.all(
    about.map(async ([name, target]) => {
      if (target === 'person') return (row: RawRow, actor: Actor) => held(actor, row[name]) !== 'open'
      const of = engine.registers.find(({ record }) => record.key === target) as Register
      const others = new Map((await rowsOf(engine, of)).map(other => [other.id, other]))
      return (row: RawRow, actor: Actor) => {
        const other = others.get(String(row[name]))
        return other !== undefined && keptFrom.has(other) && readsAny(of, actor.role) && !sees(of, actor, other)
      }
    }),
  )
  for (const row of rows) {
    const children = ofChildren?.get(row.id) ?? []
    keptFrom.set(
      row,
      actor =>
        (key === 'person' && held(actor, row.id) !== 'open') ||
        inConflict?.get(row.id)?.has(actor.accountId) === true ||
        children.some(child => held(actor, child) !== 'open') ||
        kept.some(one => one(row, actor)),
    )
    const people = [
      ...(key === 'person' ? [row.id] : []),
      ...about.flatMap(([name, of]) => (of === 'person' ? [row[name]] : [])),
    ]
    peopleOf.set(row, actor => people.map(one => held(actor, one)))
  }
  return rows
}

/** Who has a conflict of interest with an agenda item, or with a case that stands on an agenda. */
const conflictsOf = async (engine: OpenEngine, key: string) => {
  const through = { agenda_item: 'id', daily_case: 'dailyCase', panel_nomination: 'nomination' }[key]
  if (through === undefined) return undefined
  const items = new Map((await stored(engine, 'agenda_item')).map(one => [one.id, one[through]]))
  const found = new Map<unknown, Set<unknown>>()
  for (const { recordId, colleague, supersededAt } of await stored(engine, 'agenda_item_conflicts')) {
    const of = items.get(String(recordId))
    if (supersededAt === null && of) found.set(of, (found.get(of) ?? new Set()).add(colleague))
  }
  return found
}

/** The people that the contacts of each report are about: its text names them all. */
const peopleOfReports = async (engine: OpenEngine): Promise<ReadonlyMap<unknown, readonly unknown[]>> => {
  const found = new Map<unknown, unknown[]>()
  for (const { report, person } of await stored(engine, 'contact'))
    if (report !== null && person !== null) found.set(report, [...(found.get(report) ?? []), person])
  return found
}

/** Emergency access is shown to whom the restriction tells to ask. */
const tellWhomToAsk = async (engine: OpenEngine, rows: RawRow[]): Promise<void> => {
  const asked = new Map((await stored(engine, 'restriction')).map(one => [one.id, one.ask]))
  rows.forEach((row, index) => {
    rows[index] = { ...row, restrictionAsk: asked.get(String(row.restriction)) }
  })
}

const linesOf = async (engine: OpenEngine, register: Register, id: string) => {
  const lines: Record<string, unknown[]> = {}
  for (const group of Object.keys(register.record.lines)) {
    const table = `${register.record.key}_${snake(group)}`
    const { rows } = await engine.owner.query(
      `select * from canopy.${table} where record_id = $1 and superseded_at is null`,
      [id],
    )
    lines[group] = rows.map(byProperty)
  }
  return lines
}

/** What the API must answer: the deed may be done (its answers may still be wrong), or one of three refusals. */
export type Verdict = 'allowed' | 403 | 404 | 409

export const mayStart = (register: Register, actor: Actor): Verdict =>
  (register.pathway.start.by as readonly string[]).includes(actor.role) ? 'allowed' : 403

export const mayAct = async (
  engine: OpenEngine,
  register: Register,
  actor: Actor,
  row: RawRow,
  key: string,
  version: number,
): Promise<Verdict> => {
  if (!sees(register, actor, row)) return 404
  const action = register.pathway.actions[key as never] as Register['pathway']['actions'][string] | undefined
  if (!action) return 404
  if (!(action.by as readonly string[]).includes(actor.role)) return 403
  if (!action.from.includes(row.state)) return 409
  if (action.notOwnWork !== undefined && row[action.notOwnWork] === actor.accountId) return 403
  const setting = (name: string) => register.settings.find(one => one.key === name)?.default ?? Number.NaN
  const context = { now: now(), today: today(), actor, setting }
  const because = action.unless?.(row as never, (await linesOf(engine, register, row.id)) as never, context)
  return because || version !== row.version ? 409 : 'allowed'
}

const isSensitive = ([, field]: [string, Field]): boolean => field.sensitive === true

/** Fields of the record this role is shown. */
export const shownFields = (
  register: Register,
  role: string,
  fields: Fields = register.record.fields,
): readonly string[] => {
  const { pseudonymised = [], hide = {} } = register.access
  const nameless = (pseudonymised as readonly string[]).includes(role)
  return Object.entries(fields)
    .filter(one => !(nameless && isSensitive(one)))
    .map(([name]) => name)
    .filter(name => !((hide as Readonly<Record<string, readonly string[] | undefined>>)[name] ?? []).includes(role))
}
