import type { Fields } from './field.ts'
import type { LineGroups, RecordDeclaration } from './record.ts'
import type { Role } from './roles.ts'

/** A piece of SQL that is true for the rows a person may see; compiled into a row-level security policy. */
export interface Scope {
  readonly sql: string
  /** In words, for the matrix. */
  readonly words: string
}

/** Who is signed in, as SQL. Read through a sub-select so that PostgreSQL evaluates it once for a query. */
export const me = {
  account: "(select nullif(current_setting('canopy.account', true), '')::uuid)",
  role: "(select current_setting('canopy.role', true))",
  agency: "(select nullif(current_setting('canopy.agency', true), '')::uuid)",
  team: "(select nullif(current_setting('canopy.team', true), '')::uuid)",
  /** The day in London by Canopy's clock: what is given until a day ends with it. */
  today:
    "(select (coalesce(nullif(current_setting('canopy.now', true), '')::timestamptz, now()) at time zone 'Europe/London')::date)",
} as const

export const everyone: Scope = { sql: 'true', words: 'all' }
/** With what the team or agency was called before, and what it has taken up. */
export const ownTeam: Scope = { sql: `team_id in (select canopy.teams_of(${me.team}))`, words: "own team's" }
export const ownAgency: Scope = { sql: `agency_id in (select canopy.agencies_of(${me.agency}))`, words: "own agency's" }
/**
 * Of a small place, such as a school, all that is the place's; of a large agency, such as a police force, what is the team's of
 * whoever has a team.
 */
export const ownPlace: Scope = {
  sql: `agency_id in (select canopy.agencies_of(${me.agency})) and (${me.team} is null or team_id in (select canopy.teams_of(${me.team})))`,
  words: "own team's, or own agency's where they have no team",
}
/** A scope written by hand; the matrix shows its words, so that a reviewer sees the exception. */
export const scope = (words: string, sql: string): Scope => ({ words, sql })

/**
 * Rows of a register that are kept from people who would see them by their role: restricted people. Records that are
 * `about` such a row are kept from them too. Both are names of functions in the database.
 */
export interface Restricted {
  /** Gives the identifiers of the rows withheld from the signed-in person. */
  readonly withheld: string
  /** Of these, the rows whose existence is no secret: `(id, restriction, ask)`, under which reference and whom to ask. */
  readonly locked?: string
  /** Key of the register by which such a row is opened in an emergency. */
  readonly emergency?: string
}

/** Who sees which rows, and which fields they do not. Everything that is not named is denied. */
export interface Access<F extends Fields = Fields, L extends LineGroups = LineGroups> {
  readonly read: Partial<Readonly<Record<Role, Scope>>>
  /** Roles that see rows without any field marked sensitive, of the record and of its lines. */
  readonly pseudonymised?: readonly Role[]
  /** Fields of the record, or of a line as `group.field`, that a role is not shown besides. */
  readonly hide?: Partial<Readonly<Record<HideKey<F, L>, readonly Role[]>>>
  readonly restricted?: Restricted
  /**
   * Roles for whom their own rows are enough, whoever these are about: what was given to their agency on purpose, or by it.
   * Only for roles that do not see the people themselves; everybody else is kept from rows about restricted people. Lines
   * that name somebody else stay kept from them.
   */
  readonly addressed?: readonly Role[]
  /** Who may open exports of the rows they see. */
  readonly exports?: readonly Role[]
  /** Who may bring rows in from a file. */
  readonly imports?: readonly Role[]
}

type HideKey<F extends Fields, L extends LineGroups> =
  | (keyof F & string)
  | { [G in keyof L & string]: `${G}.${keyof L[G]['fields'] & string}` }[keyof L & string]

export const access = <F extends Fields, L extends LineGroups>(
  _of: RecordDeclaration<string, F, L>,
  declaration: Access<F, L>,
): Access<F, L> => declaration
