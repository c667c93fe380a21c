import type { AnyRow, Context } from './record.ts'
import type { Register } from './register.ts'

/** What a link carries into the other register: answers by field, as typed values; `id` where it was chosen before. */
export type Carried = Readonly<Record<string, unknown>>

type Answered = Readonly<Record<string, unknown>>
/** `line` is the line the deed added, where it adds one; `lines` are all of the record after it. */
type Carries<C> = (
  row: AnyRow,
  context: Context,
  line: Answered,
  lines: Readonly<Record<string, readonly Answered[]>>,
) => C

/** An action in one register that opens records in another, in the same transaction. */
export interface OpeningLink {
  readonly from: Register
  readonly on: string
  readonly opens: Register
  readonly carries: Carries<readonly Carried[]>
}

/** An action in one register that does an action on the record it belongs to, or on all that belong to it. */
export interface ActingLink {
  readonly from: Register
  readonly on: string
  /** The `related` field that holds the other record; `back` is that field of the others, which hold this one. */
  readonly through: string | { readonly back: string }
  readonly performs: { readonly register: Register; readonly action: string }
  readonly when?: (row: AnyRow, other: AnyRow) => boolean
  readonly carries?: Carries<Carried>
}

export type Link = OpeningLink | ActingLink
