import type { AnyRow, Context } from './record.ts'
import type { Register } from './register.ts'

/** What a link carries into the other register: answers by field, as typed values; `id` where it was chosen before. */
export type Carried = Readonly<Record<string, unknown>>

/** An action in one register that opens records in another, in the same transaction. */
export interface OpeningLink {
  readonly from: Register
  readonly on: string
  readonly opens: Register
  /** `line` is the line the deed added, where it adds one. */
  readonly carries: (row: AnyRow, context: Context, line: Readonly<Record<string, unknown>>) => readonly Carried[]
}

/** An action in one register that does an action on the record it belongs to. */
export interface ActingLink {
  readonly from: Register
  readonly on: string
  /** The `related` field that holds the other record. */
  readonly through: string
  readonly performs: { readonly register: Register; readonly action: string }
  readonly when?: (row: AnyRow, other: AnyRow) => boolean
  readonly carries?: (row: AnyRow, context: Context, line: Readonly<Record<string, unknown>>) => Carried
}

export type Link = OpeningLink | ActingLink
