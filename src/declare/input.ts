/**
 * What one question looks like on a page. A field kind says which of these it is; the web layer turns each into the
 * GOV.UK component of the same name. Nothing is ever pre-selected: `value` is what the person typed or what is stored.
 */
interface InputBase {
  /** Name of the form control; parts of a date are `name-day`, `name-month`, `name-year`, a time of day `name-time`. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** Shown after the label when the answer may be left out. */
  readonly optional?: boolean
}

export interface InputItem {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

export type InputSpec =
  | (InputBase & {
      readonly as: 'text'
      readonly value: string
      /** Width in characters; absent means the full width. */
      readonly width?: 2 | 4 | 5 | 10 | 20
      readonly inputMode?: 'numeric' | 'email' | 'tel'
      readonly autocomplete?: string
    })
  | (InputBase & { readonly as: 'textarea'; readonly value: string; readonly rows: number; readonly maxLength: number })
  | (InputBase & { readonly as: 'date'; readonly value: { day: string; month: string; year: string } })
  | (InputBase & { readonly as: 'moment'; readonly value: { day: string; month: string; year: string; time: string } })
  | (InputBase & { readonly as: 'radios'; readonly items: readonly InputItem[]; readonly value: string })
  | (InputBase & { readonly as: 'checkboxes'; readonly items: readonly InputItem[]; readonly value: readonly string[] })
  | (InputBase & { readonly as: 'select'; readonly items: readonly InputItem[]; readonly value: string })

/** One thing wrong with what was typed. `field` is the form control (`name` or `name-day`) the message belongs to. */
export interface Problem {
  readonly field: string
  /** GOV.UK wording: "Enter …", "Select …", "… must be in the past". */
  readonly message: string
}

/** A posted form or a row of an import, exactly as typed. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

/** One problem where something is wrong, and none where it is not: checks are lists of these. */
export const when = (wrong: boolean, field: string, message: string): readonly Problem[] =>
  wrong ? [{ field, message }] : []
