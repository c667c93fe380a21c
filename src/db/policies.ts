import { me } from '../declare/access.ts'
import type { Register } from '../declare/register.ts'
import { type Table, tablesOf } from './tables.ts'

/**
 * Row-level security and grants, compiled from the declarations. Applied by the owner at start when they changed.
 * `system` is the role of the application itself between two people's deeds: sign-in, links, jobs. It is set only by
 * the engine, never from a request.
 */
const roleIs = (...roles: readonly string[]) => `${me.role} in (${roles.map(role => `'${role}'`).join(', ')})`
const signedIn = `coalesce(${me.role}, '') <> ''`
const isSystem = roleIs('system')

/** The condition under which a person sees a row of the record. */
export const readCondition = (register: Register): string => {
  const byScope = new Map<string, string[]>()
  for (const [role, scope] of Object.entries(register.access.read))
    if (scope) byScope.set(scope.sql, [...(byScope.get(scope.sql) ?? []), role])
  return [
    isSystem,
    ...[...byScope].map(([sql, roles]) => (sql === 'true' ? roleIs(...roles) : `(${roleIs(...roles)} and (${sql}))`)),
  ].join(' or ')
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

const recordPolicies = (register: Register, table: Table): readonly string[] => {
  const { name } = table
  const read = readCondition(register)
  const mayWrite = roleIs('system', ...writers(register))
  const mayInsert = roleIs('system', ...starters(register))
  const belongs = `exists (select 1 from canopy.${register.record.key} r where r.id = ${name}.${table.belongsBy})`
  const grants = [
    `grant select, insert on canopy.${name} to canopy_app;`,
    table.updates === 'all'
      ? `grant update on canopy.${name} to canopy_app;`
      : table.updates.length > 0
        ? `grant update (${table.updates.join(', ')}) on canopy.${name} to canopy_app;`
        : '',
    `grant select on canopy.${name} to canopy_figures;`,
  ]
  const figures = policy(name, 'figures', 'select', 'true', undefined, 'canopy_figures')
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

/** The engine's own tables. A table that is not named here is not reachable by the application at all. */
/** Roles that may read who did and looked at what. */
export const ledgerReaders: readonly string[] = ['information_governance', 'screening_manager']

const engineTables: Readonly<Record<string, { grant: string; policies: readonly string[] }>> = {
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
  draft: { grant: 'select, insert, update, delete', policies: [`all|account_id = ${me.account}`] },
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
  ledger: {
    grant: 'select, insert',
    policies: [`select|${roleIs('system', ...ledgerReaders)}`, `insert|${signedIn}`],
  },
}

const enginePolicies = ([table, { grant, policies }]: [string, { grant: string; policies: readonly string[] }]) => [
  enable(table),
  `grant ${grant} on canopy.${table} to canopy_app;`,
  ...policies.map((text, index) => {
    const [command = '', condition = ''] = text.split('|')
    const checks = command === 'select' ? undefined : condition
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
    ...Object.entries(engineTables).flatMap(enginePolicies),
    ...registers.flatMap(register => tablesOf(register).flatMap(table => recordPolicies(register, table))),
    'grant usage on all sequences in schema canopy to canopy_app;',
    ...['agency', 'team', 'wording', 'school_calendar', 'question_set', 'question'].map(
      table =>
        `grant select on canopy.${table} to canopy_figures; create policy figures on canopy.${table} for select to canopy_figures using (true);`,
    ),
  ]
    .filter(line => line !== '')
    .join('\n')
