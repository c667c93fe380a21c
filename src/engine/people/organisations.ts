import type { Field } from '../../declare/field.ts'
import { type Problem, when } from '../../declare/input.ts'
import type { Register } from '../../declare/register.ts'
import { now, today } from '../../kit/clock.ts'
import { addDays, type Day, isDay } from '../../kit/dates.ts'
import { newId } from '../../kit/ids.ts'
import type { Actor } from '../actor.ts'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { invalid } from '../outcome.ts'
import { type Tx, within } from '../store/transaction.ts'
import { forgetDirectory } from './directory.ts'
import { addAgencies } from './posts.ts'

/** What an administrator says of a new agency; `from` is its first day and today where it is not said. */
export interface GivenAgency {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly from?: string | undefined
}

/** That an agency goes on under another name, or is taken up by another: "a CCG becomes an ICB" (X-ORG). */
export interface GivenSuccession {
  readonly code: string
  /** First day of what follows; the agency itself ends on the day before. */
  readonly on: string
  /** Code of the agency that follows. */
  readonly by: string
  /** Its name, where it begins with this: teams and posts go on in it. */
  readonly name?: string | undefined
}

export interface GivenTeam {
  readonly code: string
  readonly name: string
  /** Code or name of the agency. */
  readonly agency: string
  readonly from?: string | undefined
}

/** An agency of today with its teams. */
export interface AgencyLine {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly from: Day
  readonly to: Day | null
  readonly teams: readonly { readonly code: string; readonly name: string }[]
}

/** Kinds of agency that some question asks for: an agency of another kind is offered only where all are. */
export const kindsAskedFor = (registers: readonly Register[]): readonly string[] => {
  const fields: readonly Field[] = registers.flatMap(({ record }) => [
    ...Object.values(record.fields),
    ...Object.values(record.lines).flatMap(group => Object.values(group.fields)),
  ])
  return [...new Set(fields.flatMap(field => ('kinds' in field ? (field.kinds ?? []) : [])))].sort()
}

/** What is wrong with a code, a name and a first day, whatever they are of. */
const namingProblems = (
  what: string,
  { code, name, from }: { readonly code: string; readonly name: string; readonly from?: string | undefined },
): readonly Problem[] => [
  ...when(
    !/^[a-z0-9][a-z0-9_-]{0,39}$/i.test(code),
    'code',
    `The code of ${what} is 1 to 40 letters, digits, hyphens and underscores`,
  ),
  ...when(name.trim() === '', 'name', `Enter the name of ${what}`),
  ...when(name.trim().length > 200, 'name', `The name of ${what} must be 200 characters or fewer`),
  ...when(from !== undefined && !isDay(from), 'from', 'The first day must be a date like 2026-12-01'),
]

/** Code or name that another of the same table has already: people and files name them by either. */
const takenProblems = async (
  tx: Tx,
  table: 'agency' | 'team',
  { code, name }: { readonly code: string; readonly name: string },
  agencyId: string | null,
): Promise<readonly Problem[]> => {
  const found = await tx.query<{ code: string; name: string; sameCode: boolean }>(
    `select code, name, lower(code) = lower($1) as "sameCode" from canopy.${table}
      where lower(code) = lower($1) or (lower(name) = lower($2) ${table === 'team' ? 'and agency_id = $3' : 'and $3::uuid is null'})
      order by code`,
    [code, name.trim(), agencyId],
  )
  return found.map(one =>
    one.sameCode
      ? { field: 'code', message: `The code “${code}” is taken by ${one.name}` }
      : { field: 'name', message: `${one.name} is there already, with the code “${one.code}”` },
  )
}

const administered = (tx: Tx, actor: Actor, action: string, id: string, detail: string) =>
  appendLedger(tx, [{ at: now(), actor, event: 'administered', action, recordId: id, detail }])

/** @throws Outcome invalid, all problems at once */
export const addAgency = async (engine: Engine, actor: Actor, given: GivenAgency): Promise<void> => {
  const { code, name, kind, from = today() } = given
  const problems = [
    ...namingProblems('an agency', given),
    ...when(
      !/^[a-z][a-z_]{1,39}$/.test(kind),
      'kind',
      `The kind of an agency is a word in small letters: ${kindsAskedFor(engine.registers).join(', ')}, or another`,
    ),
    ...when(
      kind === 'school' && !/^[a-z]{0,2}\d{5,8}$/i.test(code),
      'code',
      'The code of a school is its unique reference number, like 100425: its calendar is kept under it',
    ),
  ]
  await within(engine, actor, async tx => {
    const found = [...problems, ...(await takenProblems(tx, 'agency', given, null))]
    if (found.length > 0) throw invalid(found)
    await addAgencies(tx, [{ code, name: name.trim(), kind }], from)
    const [added] = await tx.query<{ id: string }>('select id from canopy.agency where code = $1', [code])
    await administered(tx, actor, 'addAgency', added?.id ?? '', `${code} ${kind}`)
  })
  forgetDirectory(engine)
}

/** @throws Outcome invalid, all problems at once */
export const addTeam = async (engine: Engine, actor: Actor, given: GivenTeam): Promise<void> => {
  const { code, name, from = today() } = given
  await within(engine, actor, async tx => {
    const agencies = await tx.query<{ id: string; code: string; name: string }>(
      'select id, code, name from canopy.agency where valid_to is null or valid_to >= $1 order by code',
      [today()],
    )
    const agency = agencies.find(one =>
      [one.code, one.name].some(text => text.toLowerCase() === given.agency.toLowerCase()),
    )
    const known = agencies.map(one => one.code).join(', ') || 'none yet. Add one: canopy agency add'
    const found = [
      ...namingProblems('a team', given),
      ...when(agency === undefined, 'agency', `There is no agency “${given.agency}”. Agencies: ${known}`),
      ...(await takenProblems(tx, 'team', given, agency?.id ?? null)),
    ]
    if (found.length > 0 || agency === undefined) throw invalid(found)
    const id = newId()
    await tx.query('insert into canopy.team (id, agency_id, code, name, valid_from) values ($1, $2, $3, $4, $5)', [
      id,
      agency.id,
      code,
      name.trim(),
      from,
    ])
    await administered(tx, actor, 'addTeam', id, `${code} ${agency.code}`)
  })
  forgetDirectory(engine)
}

interface StoredAgency {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly from: Day
  readonly to: Day | null
}

const agencyByCode = async (tx: Tx, code: string): Promise<StoredAgency | undefined> => {
  const rows = await tx.query<StoredAgency & Record<string, unknown>>(
    'select id, code, name, kind, valid_from as "from", valid_to as "to" from canopy.agency where lower(code) = lower($1)',
    [code],
  )
  return rows[0]
}

const successionProblems = (
  { code, on, by, name }: GivenSuccession,
  old: StoredAgency | undefined,
  next: StoredAgency | undefined,
): readonly Problem[] => [
  ...when(!isDay(on), 'on', 'The first day of what follows must be a date like 2026-12-01'),
  ...when(old === undefined, 'code', `There is no agency with the code “${code}”`),
  ...when(old?.to != null, 'code', `${old?.name} has ended already, on ${old?.to}`),
  ...when(isDay(on) && old !== undefined && on <= old.from, 'on', `${old?.name} began on ${old?.from}`),
  ...when(
    code.toLowerCase() === by.toLowerCase(),
    'by',
    'What follows needs a code of its own: the old one stays with the old name',
  ),
  ...when(
    next === undefined && name === undefined,
    'by',
    `There is no agency with the code “${by}”. Say its name, to begin it`,
  ),
  ...when(next !== undefined && name !== undefined, 'by', `${next?.name} has the code “${by}” already`),
]

/**
 * Ends an agency, and what follows takes up its teams and the posts held in it. Records keep the old name, because they keep
 * pointing at the old agency; whoever works in what follows sees them as those of their own agency.
 * @throws Outcome invalid, all problems at once
 */
export const succeedAgency = async (engine: Engine, actor: Actor, given: GivenSuccession): Promise<void> => {
  await within(engine, actor, async tx => {
    const [old, next] = [await agencyByCode(tx, given.code), await agencyByCode(tx, given.by)]
    const found = successionProblems(given, old, next)
    if (found.length > 0 || old === undefined) throw invalid(found)
    if (next === undefined)
      await addAgencies(tx, [{ code: given.by, name: (given.name ?? '').trim(), kind: old.kind }], given.on)
    const follows = next ?? (await agencyByCode(tx, given.by))
    const last = addDays(given.on, -1)
    await tx.query('update canopy.agency set valid_to = $2, succeeded_by = $3 where id = $1', [
      old.id,
      last,
      follows?.id,
    ])
    await carryOn(tx, old.id, follows?.id ?? '', given.on, last)
    await administered(tx, actor, 'succeedAgency', old.id, `${old.code} ${given.by} ${given.on}`)
  })
  forgetDirectory(engine)
}

interface Held extends Record<string, unknown> {
  readonly id: string
  readonly accountId: string
  readonly role: string
  readonly deputy: boolean
  readonly teamId: string | null
  readonly to: Day | null
}

/** Teams begin anew under the same names in the agency that follows, and posts of that day go on in it. */
const carryOn = async (tx: Tx, old: string, follows: string, on: Day, last: Day): Promise<void> => {
  const teams = await tx.query<{ id: string; code: string; name: string }>(
    'select id, code, name from canopy.team where agency_id = $1 and (valid_to is null or valid_to >= $2)',
    [old, on],
  )
  const anew = new Map<string, string>()
  for (const { id, code, name } of teams) {
    anew.set(id, newId())
    await tx.query('update canopy.team set valid_to = $2 where id = $1', [id, last])
    await tx.query(
      `insert into canopy.team (id, agency_id, code, name, valid_from, succeeds) values ($1, $2, $3, $4, $5, $6)`,
      [anew.get(id), follows, `${code}-${on}`, name, on, id],
    )
  }
  const posts = await tx.query<Held>(
    `select id, account_id as "accountId", role, deputy, team_id as "teamId", valid_to as "to" from canopy.post
      where agency_id = $1 and (valid_to is null or valid_to >= $2)`,
    [old, on],
  )
  for (const { id, accountId, role, deputy, teamId, to } of posts) {
    await tx.query('update canopy.post set valid_to = $2 where id = $1', [id, last])
    await tx.query(
      `insert into canopy.post (id, account_id, role, deputy, agency_id, team_id, valid_from, valid_to)
       values ($1, $2, $3, $8, $4, $5, $6, $7)`,
      [newId(), accountId, role, follows, teamId === null ? null : (anew.get(teamId) ?? null), on, to, deputy],
    )
  }
}

/** Every agency with its teams, by code. */
export const listAgencies = (engine: Pick<Engine, 'pools'>): Promise<readonly AgencyLine[]> =>
  within(engine, system(), tx =>
    tx.query<AgencyLine & Record<string, unknown>>(
      `select a.code, a.name, a.kind, a.valid_from as "from", a.valid_to as "to",
              coalesce(json_agg(json_build_object('code', t.code, 'name', t.name) order by t.code)
                filter (where t.id is not null), '[]') as teams
         from canopy.agency a left join canopy.team t on t.agency_id = a.id group by a.id order by a.code`,
    ),
  )
