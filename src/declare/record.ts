import type { Day, Instant } from '../kit/dates.ts'
import type { Field, Fields, ValueOf } from './field.ts'

/** A group of lines below a record: visits, adults in the household, attempts to reach a family. */
export interface LineGroup<F extends Fields = Fields> {
  readonly title: string
  /** One line, as in "Add a visit". */
  readonly one: string
  readonly fields: F
  /** Fields that together tell a reader of a list which line it is; the number of the line where they are empty. */
  readonly about?: readonly (keyof F & string)[]
  /** The field that identifies a line. A line added with the same value supersedes the one before, which is kept. */
  readonly key?: keyof F & string
}
export type LineGroups = Readonly<Record<string, LineGroup>>

/** The thing a register keeps: its key, words, reference prefix, fields and line groups. */
export interface RecordDeclaration<
  K extends string = string,
  F extends Fields = Fields,
  L extends LineGroups = LineGroups,
> {
  /** Table name and name in addresses (`private_fostering` is `/private-fostering`). */
  readonly key: K
  readonly title: string
  readonly plural: string
  /** Prefix of the reference: `CON` gives CON-26-00042. */
  readonly reference: string
  readonly fields: F
  readonly lines: L
  /** The field that says when the event happened; codes and rules valid on that day apply. */
  readonly eventOn: keyof F & string
  /** Fields that together tell a reader in a list who or what the record is about. Personal: never in a title or address. */
  readonly about: readonly (keyof F & string)[]
  /** Where they are two facts and not parts of one name: a comma stands between them. */
  readonly aboutIs?: 'facts'
}

/** What stands between the words of `about`. */
export const betweenAbout = ({ aboutIs }: Pick<RecordDeclaration, 'aboutIs'>): string =>
  aboutIs === 'facts' ? ', ' : ' '

/** Columns the engine keeps on every record. */
export interface EngineColumns {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly version: number
  /** The team and agency that own the record: those of the post that started it, until it is passed on. */
  readonly teamId: string | null
  readonly agencyId: string | null
  /** Who is working on it. */
  readonly allocatedTo: string | null
  /** The earliest due moment of its running clocks. */
  readonly nextDueAt: Instant | null
  readonly createdAt: Instant
  readonly createdBy: string
  readonly updatedAt: Instant
  readonly updatedBy: string
  readonly closedAt: Instant | null
}

export type Answers<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> | null }
/** A stored record: engine columns and every field, null where it has no answer yet. */
export type Row<F extends Fields = Fields> = EngineColumns & Answers<F>
/** One line of a group. */
export type Line<F extends Fields = Fields> = Answers<F> & {
  readonly id: string
  readonly recordId: string
  readonly recordedAt: Instant
  readonly recordedBy: string
}
export type Lines<L extends LineGroups = LineGroups> = { readonly [G in keyof L]: readonly Line<L[G]['fields']>[] }
export type RowOf<R> = R extends RecordDeclaration<string, infer F, LineGroups> ? Row<F> : never
export type LinesOf<R> = R extends { readonly lines: infer L extends LineGroups } ? Lines<L> : never

/** A record whose fields the reader does not need to know: what the engine works with. */
export type AnyRow = EngineColumns & { readonly [field: string]: Field | unknown }

export const record = <const K extends string, F extends Fields, L extends LineGroups = Record<never, never>>(
  declaration: Omit<RecordDeclaration<K, F, L>, 'lines'> & { readonly lines?: L },
): RecordDeclaration<K, F, L> => ({ ...declaration, lines: declaration.lines ?? ({} as L) })

/** What rules may ask besides the row: who acts, when, and the local settings. */
export interface Context {
  readonly now: Instant
  readonly today: Day
  readonly actor: ActorFacts
  readonly setting: (key: string) => number
}
export interface ActorFacts {
  readonly accountId: string
  readonly role: string
  readonly agencyId: string | null
  readonly teamId: string | null
}
