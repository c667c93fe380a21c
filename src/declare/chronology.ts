import type { Fields } from './field.ts'
import type { Line, LineGroups, RecordDeclaration, Row } from './record.ts'

/** A line of the group an entry is of; empty where it is of the record itself. */
type LineOf<L extends LineGroups, G> = G extends keyof L ? Line<L[G]['fields']> : Readonly<Record<string, never>>

/**
 * Something in a record that belongs in the chronology of the people it is about: a contact, a decision, each visit. It stands
 * under the day of the event, not under that of its entry; who entered it and when follows from history.
 */
export interface ChronologyEntry<
  F extends Fields = Fields,
  L extends LineGroups = LineGroups,
  G extends (keyof L & string) | undefined = (keyof L & string) | undefined,
> {
  readonly key: string
  /** What it is: "Contact", "Visit". */
  readonly title: string
  /** The group of which each line is an entry. */
  readonly line?: G
  /** The date or moment of the event: a field of the record, or of the line. */
  readonly on: string
  /** Records or lines that are an entry; all where absent. */
  readonly when?: (row: Row<F>, line: LineOf<L, G>) => boolean
  /** In words that stay the same for the same answers; nothing personal that a role may not see is passed in. */
  readonly text: (row: Row<F>, line: LineOf<L, G>) => string
  /** Whether it counts among what matters most for the child. */
  readonly significant: (row: Row<F>, line: LineOf<L, G>) => boolean
  /** The field that holds the agency it comes from; the agency that owns the record where absent. */
  readonly source?: string
  /** The same in words, where the source is no agency of the directory. */
  readonly sourceWords?: (row: Row<F>, line: LineOf<L, G>) => string | null
}

/** Of a record's declaration, so that fields are checked; the engine sees the general type. */
export const chronologyEntry = <F extends Fields, L extends LineGroups, const G extends (keyof L & string) | undefined>(
  _of: RecordDeclaration<string, F, L>,
  entry: ChronologyEntry<F, L, G>,
): ChronologyEntry => entry as unknown as ChronologyEntry
