import { type Access, me, ownPlace, type Restricted } from '../declare/access.ts'
import type { Fields } from '../declare/field.ts'
import type { Register } from '../declare/register.ts'
import { fileTables } from './filePolicies.ts'
import { columnOf, lineTableName, type Table, tablesOf } from './tables.ts'
import { isSystem, roleIs, signedIn } from './whoAsks.ts'

/** Row-level security and grants, compiled from the declarations. Applied by the owner at start when they changed. */

type Registers = readonly Register[]

/** Columns of a table that hold the record it is about, with the register of that one. */
const aboutColumns = (registers: Registers, fields: Fields): readonly { column: string; of: Register }[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind !== 'related' || field.about !== true) return []
    const of = registers.find(({ record }) => record.key === field.register)
    return of ? [{ column: columnOf(name), of }] : []
  })

/** Whether rows of this register can be kept from somebody because of whom they are about. */
const canBeWithheld = (registers: Registers, { access, record }: Register): boolean =>
  access.restricted !== undefined || aboutColumns(registers, record.fields).length > 0

const notWithheld = (column: string, { withheld }: Restricted): string =>
  `(${column} is null or ${column} not in (select ${withheld}()))`

/**
 * True of rows that are about nobody who is withheld from the person. What is about a restricted row asks for its identifier;
 * what is about another record is seen by those who may read that register only where they see that record.
 */
const aboutCondition = (registers: Registers, fields: Fields, table: string, byRole: boolean): readonly string[] =>
  aboutColumns(registers, fields).flatMap(({ column, of }) => {
    const { restricted, read } = of.access
    if (restricted) return [notWithheld(`${table}.${column}`, restricted)]
    if (!canBeWithheld(registers, of)) return []
    const seen = `exists (select 1 from canopy.${of.record.key} o where o.id = ${table}.${column})`
    const others = byRole ? `not (${roleIs(...Object.keys(read))}) or ` : ''
    return [`(${others}${table}.${column} is null or ${seen})`]
  })

const keptBack = (registers: Registers, { record, access }: Register, byRole = true): readonly string[] => [
  ...orAddressed(
    access,
    [
      ...(access.restricted ? [notWithheld(`${record.key}.id`, access.restricted)] : []),
      ...aboutCondition(registers, record.fields, record.key, byRole),
    ],
    byRole,
  ),
]

/** These conditions together, or that the row was given to the agency of the person who asks: their own rows are then enough. */
const orAddressed = ({ addressed = [] }: Access, conditions: readonly string[], byRole: boolean): readonly string[] =>
  addressed.length === 0 || conditions.length === 0 || !byRole
    ? conditions
    : [`${roleIs(...addressed)} or (${allOf(conditions)})`]

const allOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'true' : conditions.map(one => `(${one})`).join(' and ')

/** The condition under which a person sees a row of the record. */
export const readCondition = (register: Register, registers: Registers): string =>
  `${isSystem} or (${allOf([byRole(register), ...keptBack(registers, register)])})`

const byRole = (register: Register): string => {
  const byScope = new Map<string, string[]>()
  for (const [role, scope] of Object.entries(register.access.read))
    if (scope) byScope.set(scope.sql, [...(byScope.get(scope.sql) ?? []), role])
  return [...byScope]
    .map(([sql, roles]) => (sql === 'true' ? roleIs(...roles) : `(${roleIs(...roles)} and (${sql}))`))
    .join(' or ')
}

const writers = (register: Register): readonly string[] => [
  ...new Set(Object.values(register.pathway.actions).flatMap(action => action.by)),
]
const starters = (register: Register): readonly string[] => [
  ...new Set([...register.pathway.start.by, ...(register.access.imports ?? [])]),
]

const enable = (table: string) =>
  `alter table canopy.${table} enable row level security; alter table canopy.${table} force row level security;
create policy owner_all on canopy.${table} to current_user using (true) with check (true);`

const policy = (
  table: string,
  name: string,
  command: string,
  using: string | null,
  check?: string,
  to = 'canopy_app',
) =>
  `create policy ${name} on canopy.${table} for ${command} to ${to}${using === null ? '' : ` using (${using})`}${check === undefined ? '' : ` with check (${check})`};`

const recordPolicies = (registers: Registers, register: Register, table: Table): readonly string[] => {
  const { name } = table
  const read = readCondition(register, registers)
  const mayWrite = roleIs('system', ...writers(register))
  const mayInsert = roleIs('system', ...starters(register))
  const group = Object.entries(register.record.lines).find(([key]) => lineTableName(register, key) === name)?.[1]
  const named = group ? aboutCondition(registers, group.fields, name, true) : []
  const seen = `exists (select 1 from canopy.${register.record.key} r where r.id = ${name}.${table.belongsBy})`
  const belongs = named.length === 0 ? seen : `${seen} and (${isSystem} or (${allOf(named)}))`
  const grants = [
    `grant select, insert on canopy.${name} to canopy_app;`,
    table.updates === 'all'
      ? `grant update on canopy.${name} to canopy_app;`
      : table.updates.length > 0
        ? `grant update (${table.updates.join(', ')}) on canopy.${name} to canopy_app;`
        : '',
    `grant select on canopy.${name} to canopy_figures;`,
  ]
  const figures = policy(name, 'figures', 'select', countedFor(registers, register, table), undefined, 'canopy_figures')
  if (table.belongsBy === null)
    return [
      enable(name),
      ...grants,
      policy(name, 'reading', 'select', read),
      policy(name, 'starting', 'insert', null, mayInsert),
      policy(name, 'acting', 'update', `(${mayWrite}) and (${read})`, mayWrite),
      figures,
    ]
  return [
    enable(name),
    ...grants,
    policy(name, 'reading', 'select', belongs),
    policy(name, 'writing', 'insert', null, `(${mayWrite}) or (${mayInsert})`),
    table.updates.length > 0 ? policy(name, 'superseding', 'update', belongs, belongs) : '',
    figures,
  ]
}

/** What a person's figures count: everything but what is withheld from them, so that no total tells of it. */
const countedFor = (registers: Registers, register: Register, { name, belongsBy }: Table): string => {
  const { record } = register
  if (!canBeWithheld(registers, register)) return 'true'
  return belongsBy === null
    ? allOf(keptBack(registers, register, false))
    : `exists (select 1 from canopy.${record.key} r where r.id = ${name}.${belongsBy})`
}

interface EngineTable {
  readonly grant: string
  /** Each `command|condition`. */
  readonly policies: readonly string[]
}

/** Roles that may read who did and looked at what. */
export const ledgerReaders: readonly string[] = ['information_governance', 'screening_manager']

/** The engine's own tables. A table that is not named here, and no part of files, is not reachable by the application at all. */
const engineTables: Readonly<Record<string, EngineTable>> = {
  agency: {
    grant: 'select, insert, update',
    policies: [`select|${signedIn}`, `all|${roleIs('system', 'administrator')}`],
  },
  team: {
    grant: 'select, insert, update',
    policies: [`select|${signedIn}`, `all|${roleIs('system', 'administrator')}`],
  },
  account: {
    grant: 'select, insert, update',
    policies: [`select|${signedIn}`, `all|${roleIs('system', 'administrator')}`],
  },
  credential: { grant: 'select, insert, update', policies: [`all|${isSystem}`] },
  post: {
    grant: 'select, insert, update',
    policies: [`select|${signedIn}`, `all|${roleIs('system', 'administrator')}`],
  },
  session: { grant: 'select, insert, update', policies: [`all|${isSystem}`] },
  invitation: { grant: 'select, insert, update', policies: [`all|${isSystem}`] },
  second_factor: { grant: 'select, insert, update, delete', policies: [`all|${isSystem}`] },
  recovery_code: { grant: 'select, insert, update, delete', policies: [`all|${isSystem}`] },
  pack_request: {
    grant: 'select, insert, update, delete',
    policies: [`all|${isSystem}`, `select|account_id = ${me.account}`],
  },
  pack: { grant: 'select, insert, delete', policies: [`all|${isSystem}`, `select|account_id = ${me.account}`] },
  pack_part: { grant: 'select, insert', policies: [`all|${isSystem}`, `select|account_id = ${me.account}`] },
  draft_text: {
    grant: 'select, insert, update, delete',
    policies: ['all|exists (select 1 from canopy.draft d where d.id = draft_id)'],
  },
  draft_visit: {
    grant: 'select, insert, update',
    policies: ['all|exists (select 1 from canopy.draft d where d.id = draft_id)'],
  },
  submission: { grant: 'select, insert', policies: [`all|account_id = ${me.account}`] },
  imported_row: { grant: 'select, insert', policies: [`all|${isSystem}`] },
  setting: { grant: 'select, insert', policies: [`select|${signedIn}`, `insert|${roleIs('system', 'administrator')}`] },
  wording: { grant: 'select, insert', policies: [`select|${signedIn}`, `insert|${signedIn}`] },
  question_set: { grant: 'select', policies: [`select|${signedIn}`] },
  question: { grant: 'select', policies: [`select|${signedIn}`] },
  reference_counter: { grant: 'select, insert, update', policies: [`all|${signedIn}`] },
  school_calendar: {
    grant: 'select, insert, delete',
    policies: [`select|${signedIn}`, `all|${roleIs('system', 'administrator')}`],
  },
  delivery: {
    grant: 'select, insert, update',
    policies: [`all|${isSystem}`, `select|${roleIs('administrator')}`, `update|${roleIs('administrator')}`],
  },
  api_token: { grant: 'select, insert, update', policies: [`all|${isSystem}`] },
  webhook: { grant: 'select, insert, update', policies: [`all|${isSystem}`] },
  webhook_event: { grant: 'select, insert, update', policies: [`all|${isSystem}`] },
  notice_preference: {
    grant: 'select, insert, update',
    policies: [`all|account_id = ${me.account}`, `select|${isSystem}`],
  },
  ledger: {
    grant: 'select, insert',
    policies: [`select|${roleIs('system', ...ledgerReaders)}`, `insert|${signedIn}`],
  },
}

/** What a notice can be about that is no record: of these everybody sees their own. */
const aboutNoRecord = ['offline_pack'] as const
export type AboutNoRecord = (typeof aboutNoRecord)[number]

/**
 * Whether a person sees the record that a notice is about, by the policies of its register. In PL/pgSQL, because that plans the question
 * to one register when it is first asked and keeps it: written into the policy, those to all registers were planned on every page. Its arguments have no names: a register may have a field of any.
 */
const seesNoted = (registers: Registers): string => {
  const seen = registers.map(
    ({ record: { key } }) => `when '${key}' then return exists (select 1 from canopy.${key} r where r.id = $2);`,
  )
  const others = aboutNoRecord.map(about => `when '${about}' then return true;`)
  return `drop function if exists canopy.sees_noted cascade;
create function canopy.sees_noted(text, uuid) returns boolean
language plpgsql stable as $$ begin case $1 ${[...seen, ...others].join(' ')} else return false; end case; end $$;
revoke execute on function canopy.sees_noted from public;
grant execute on function canopy.sees_noted to canopy_app;`
}

/** Of their notices a person sees those of records they see now, in the post they act in: what is withheld later goes with it. */
const ownNotices = `account_id = ${me.account} and canopy.sees_noted(register, record_id)`
const noticePolicies: readonly string[] = [`all|${isSystem}`, `select|${ownNotices}`, `update|${ownNotices}`]

/**
 * Of the rows withheld from a person, those whose existence is no secret: their reference, that of the restriction, and whom to
 * ask. Nothing else of them leaves the function.
 */
const lockedRows = (registers: Registers, register: Register): string => {
  const { key } = register.record
  const columns = [
    ...(register.access.restricted ? [{ column: 'id', of: register }] : []),
    ...aboutColumns(registers, register.record.fields),
  ].filter(({ of }) => of.access.restricted?.locked)
  if (columns.length === 0) return ''
  // Only of rows the person would see, and only to those who see whom a row is about.
  const theirs = allOf([
    byRole(register),
    ...(register.access.pseudonymised ?? []).map(role => `not (${roleIs(role)})`),
  ])
  // A row that is about an invisible person too is as invisible.
  const knowable = columns.map(({ column, of: { access } }) => {
    const { withheld, locked } = access.restricted ?? {}
    return `(r.${column} is null or r.${column} not in (select ${withheld}()) or r.${column} in (select k.id from ${locked}() k))`
  })
  const parts = columns.map(
    ({ column, of }) =>
      `select r.reference, l.reference, l.ask, r.closed_at is null from (select * from canopy.${key} where ${theirs}) r join ${of.access.restricted?.locked}() l on l.id = r.${column} where ${knowable.join(' and ')}`,
  )
  return `drop function if exists canopy.locked_in_${key};
create function canopy.locked_in_${key}() returns table (reference text, restriction text, ask text, open boolean)
language sql stable security definer set search_path = canopy, pg_catalog as $$ ${parts.join(' union ')} order by 1 $$;
revoke execute on function canopy.locked_in_${key} from public;
grant execute on function canopy.locked_in_${key} to canopy_app;`
}

/** Whether the register has such a function. */
export const canBeLocked = (registers: Registers, register: Register): boolean => lockedRows(registers, register) !== ''

/** A draft is its owner's; that of a long form is shared by those of its place who may send such a form. */
const drafts = (registers: Registers) => {
  const shared = registers
    .filter(({ pathway }) => pathway.start.form !== undefined)
    .map(({ record, pathway }) => `(register = '${record.key}' and ${roleIs(...pathway.start.by)})`)
  const condition = [
    `account_id = ${me.account}`,
    ...(shared.length === 0 ? [] : [`shared and (${ownPlace.sql}) and (${shared.join(' or ')})`]),
  ].join(' or ')
  // Of somebody who leaves, drafts are handed over.
  const policies = [`all|${condition}`, `select|${isSystem}`, `update|${isSystem}`, `delete|${isSystem}`]
  return { draft: { grant: 'select, insert, update, delete', policies } }
}

const enginePolicies = ([table, { grant, policies }]: [string, EngineTable]) => [
  enable(table),
  `grant ${grant} on canopy.${table} to canopy_app;`,
  ...policies.map((text, index) => {
    const [command = '', condition = ''] = text.split('|')
    const checks = command === 'select' || command === 'delete' ? undefined : condition
    return policy(table, `app_${index + 1}`, command, command === 'insert' ? null : condition, checks)
  }),
]

const dropAll = `do $$
declare found record;
begin
  for found in select policyname, tablename from pg_policies where schemaname = 'canopy' loop
    execute format('drop policy %I on canopy.%I', found.policyname, found.tablename);
  end loop;
  for found in select tablename from pg_tables where schemaname = 'canopy' loop
    execute format('revoke all on canopy.%I from canopy_app, canopy_figures, canopy_reporting', found.tablename);
  end loop;
end $$;`

/** The whole access layer as one script, the same for the same declarations. */
export const compilePolicies = (registers: readonly Register[]): string =>
  [
    dropAll,
    seesNoted(registers),
    ...enginePolicies(['notice', { grant: 'select, insert, update', policies: noticePolicies }]),
    ...Object.entries({ ...engineTables, ...drafts(registers), ...fileTables(registers) }).flatMap(enginePolicies),
    ...registers.flatMap(register => tablesOf(register).flatMap(table => recordPolicies(registers, register, table))),
    ...registers.map(register => lockedRows(registers, register)),
    'grant usage on all sequences in schema canopy to canopy_app;',
    ...['agency', 'team', 'wording', 'school_calendar', 'question_set', 'question'].map(
      table =>
        `grant select on canopy.${table} to canopy_figures; create policy figures on canopy.${table} for select to canopy_figures using (true);`,
    ),
  ]
    .filter(line => line !== '')
    .join('\n')
