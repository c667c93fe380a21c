import type { Fields } from './field.ts'
import type { Problem } from './input.ts'
import type { Context, LineGroups, Lines, RecordDeclaration, Row } from './record.ts'
import type { Role } from './roles.ts'
import type { Telling } from './telling.ts'

export interface State {
  readonly label: string
  /** A closed state runs no clock and leaves the worklist. */
  readonly closed?: true
  /** Roles that can do nothing now and wait for what others do: they keep it among their work, with its time limit. */
  readonly awaitedBy?: readonly Role[]
}

/** One question page: at most five questions that belong together. */
export interface AskPage<F extends Fields> {
  readonly title: string
  readonly hint?: string
  readonly fields: readonly (keyof F & string)[]
}

/** A question to other records, put as the person who acts: an answer never tells of a record they may not see. */
export interface Look {
  readonly sql: string
  readonly values: readonly unknown[]
}
/** Rows that a look found. */
export type Found = readonly Readonly<Record<string, unknown>>[]

interface Deed<F extends Fields, L extends LineGroups> {
  /** The verb on the button: "Agree the decision". */
  readonly label: string
  /** The banner afterwards, where "<label>: done" would read badly. */
  readonly banner?: string
  readonly hint?: string
  readonly by: readonly Role[]
  readonly asks?: readonly AskPage<F>[]
  /** The group to which the deed adds a line, whose questions are then asked. */
  readonly adds?: keyof L & string
  /**
   * What the deed sets besides the answers; a plain function of row (with the answers in it), context, lines as
   * they stand after the deed, and what the look found.
   */
  readonly sets?: (
    row: Row<F>,
    context: Context,
    lines: Lines<L>,
    found: Found,
  ) => Partial<{ [K in keyof Row<F>]: Row<F>[K] }>
  /** What checks and sets need to know of other records; asked with the answers in the row. */
  readonly looks?: (row: Row<F>) => Look | null
  /** What is wrong with the answers taken together; lines as they stand before the deed, and what the look found. */
  readonly checks?: (row: Row<F>, context: Context, lines: Lines<L>, found: Found) => readonly Problem[]
  /** Who learns that it was done. */
  readonly tells?: readonly Telling<F, L>[]
}

/** One part of a long form: question pages of the start, a list of lines, or both. */
export interface FormTask {
  readonly title: string
  readonly hint?: string
  /** Titles of the start's pages that belong to it. */
  readonly pages?: readonly string[]
  /** The action that adds one line of its list: "add a child". */
  readonly adds?: string
  /** What a person is told who sends the form without a line in this list; absent where the list may stay empty. */
  readonly missing?: string
}

/** How other systems send a long form. */
export interface Feed {
  /** In the address of the feed and in its scope: "reports". */
  readonly key: string
  /** The list of which a row of a CSV file holds one entry; the rest of the row is of the whole form. */
  readonly each: string
  /** Lists that have one entry at most, whose answers stand in the row beside the others. */
  readonly once?: readonly string[]
}

/**
 * A form that people fill in over days, in any order, alone or with colleagues of the same place, and send once. Nothing but
 * sending demands an answer. What is sent is done as one: the start, each line, and the deed that ends it.
 */
export interface LongForm {
  /** Over the list of its parts: "Report about". */
  readonly title: string
  readonly tasks: readonly FormTask[]
  readonly sends: string
  /** Other systems send it as well, as JSON and CSV. */
  readonly feed?: Feed
}

export interface Start<F extends Fields = Fields, L extends LineGroups = LineGroups, S extends string = string>
  extends Deed<F, L> {
  /** For what has happened already when it is recorded: the states it may begin in besides the first, and which of them. */
  readonly later?: { readonly states: readonly S[]; readonly of: (row: Row<F>) => S | null }
  /** Asked as a long form, whose draft the colleagues of one place share. */
  readonly form?: LongForm
}

export interface Action<S extends string = string, F extends Fields = Fields, L extends LineGroups = LineGroups>
  extends Deed<F, L> {
  readonly from: readonly S[]
  /** Absent: the state stays. */
  readonly to?: S
  /** A way out that no record waits for, such as withdrawing it: offered last, and nobody's task. */
  readonly exceptional?: true
  /** A reason why the deed cannot be done now, in a sentence for the person; nothing when it can. */
  readonly unless?: (row: Row<F>, lines: Lines<L>, context: Context) => string | false | null | undefined
  /** Ids of lines that this deed takes out of force: they stay stored, with the moment, and count no longer. */
  readonly supersedes?: (row: Row<F>, lines: Lines<L>) => readonly string[]
  /** The field that holds the person whose work this deed judges: that person may not do it. */
  readonly notOwnWork?: keyof F & string
}

/** Answers that only one record may have at a time: one return for each agency and round. Upper and lower case are the same. */
export interface OnePer<S extends string = string, F extends Fields = Fields> {
  readonly fields: readonly (keyof F & string)[]
  /** States whose records do not stand in the way of another, such as withdrawn ones. */
  readonly except?: readonly S[]
  /** What a person is told who would make a second one; a sentence without a full stop. */
  readonly told: string
}

/** States and deeds of a record: who may do what, from where to where, asking and adding what. */
export interface Pathway<
  S extends string = string,
  A extends string = string,
  F extends Fields = Fields,
  L extends LineGroups = LineGroups,
> {
  readonly starts: S
  readonly start: Start<F, L, S>
  readonly states: Readonly<Record<S, State>>
  readonly actions: Readonly<Record<A, Action<S, F, L>>>
  readonly onePer?: OnePer<S, F>
}

export const pathway = <S extends string, A extends string, F extends Fields, L extends LineGroups>(
  _of: RecordDeclaration<string, F, L>,
  declaration: Pathway<S, A, F, L>,
): Pathway<S, A, F, L> => declaration
