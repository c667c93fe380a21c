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
} as const

export const everyone: Scope = { sql: 'true', words: 'all' }
export const ownTeam: Scope = { sql: `team_id = ${me.team}`, words: "own team's" }
export const ownAgency: Scope = { sql: `agency_id = ${me.agency}`, words: "own agency's" }
/** A scope written by hand; the matrix shows its words, so that a reviewer sees the exception. */
export const scope = (words: string, sql: string): Scope => ({ words, sql })

/** Who sees which rows, and which fields they do not. Everything that is not named is denied. */
export interface Access<F extends Fields = Fields, L extends LineGroups = LineGroups> {
  readonly read: Partial<Readonly<Record<Role, Scope>>>
  /** Roles that see rows without any field marked sensitive, of the record and of its lines. */
  readonly pseudonymised?: readonly Role[]
  /** Fields of the record, or of a line as `group.field`, that a role is not shown besides. */
  readonly hide?: Partial<Readonly<Record<HideKey<F, L>, readonly Role[]>>>
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
