import type { Fields } from './field.ts'
import type { LineGroups, Lines, Row } from './record.ts'
import type { Role } from './roles.ts'

type Column<F extends Fields> = keyof Row<F> & string

/**
 * Who is told: the person in a field of the row, or of the record that a field of the row points at; or everybody who
 * holds one of the roles today, where fields are named in the agency and the team that these hold. Where such a field is
 * empty, nobody.
 */
export type Recipients<F extends Fields = Fields> =
  | { readonly person: Column<F> }
  | { readonly person: string; readonly through: keyof F & string }
  | { readonly holders: readonly Role[]; readonly agency?: Column<F>; readonly team?: Column<F> }

/**
 * How much of something there is: "3 statements left". The engine keeps the whole number and nothing else, and makes the sentence of
 * it when it is read, so that nothing that somebody typed can be in one.
 */
export interface Counting<F extends Fields = Fields, L extends LineGroups = LineGroups> {
  readonly of: (row: Row<F>, lines: Lines<L>) => number
  readonly words: (n: number) => string
}

/** That a deed tells somebody. Nobody is told of their own deed, or of a record they may not see. */
export interface Telling<F extends Fields = Fields, L extends LineGroups = LineGroups> {
  /** Stored with each notice: a code for ever, while the words may change. */
  readonly key: string
  /** The same for every record, so that nothing about anybody can be in them: "A check waits for your answer". */
  readonly words: string
  /** Says it with a number instead, where there is one. */
  readonly counts?: Counting<F, L>
  readonly to: readonly Recipients<F>[]
  /** Is sent in quiet hours too, and never waits for a digest. */
  readonly urgent?: true | ((row: Row<F>) => boolean)
}

/** Kinds of notice that the engine itself gives, about time limits. */
export const reminderKinds = ['overdue', 'due_soon'] as const
