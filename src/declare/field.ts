import type { Day } from '../kit/dates.ts'

/** Codes of a choice are for ever; their words may change; a code may be valid only for events between two days. */
export interface Option {
  readonly label: string
  readonly hint?: string
  /** First and last day of an event to which the code may be given. */
  readonly from?: Day
  readonly to?: Day
  /** Roll-up: what the option is part of where answers are counted by group. Options of one list have it all, or none. */
  readonly group?: string
  /** The answer says that the fact is not known (refused, not stated): told beside every breakdown. */
  readonly notKnown?: true
}
export type Options<C extends string = string> = Readonly<Record<C, string | Option>>

/** What any field may say besides its question. */
export interface FieldOptions {
  /** Short words for a column head; the question where absent. */
  readonly label?: string
  readonly hint?: string
  /** What a person is told who gives no answer to a question that needs one: "Select whether we know this child". */
  readonly missing?: string
  /** Facts about a person that lists, exports and logs leave out unless they are opened. */
  readonly sensitive?: boolean
  /** For an import: what a person who fills in the spreadsheet should write. */
  readonly example?: string
}

interface Base<K extends string> extends FieldOptions {
  readonly kind: K
  readonly question: string
  /** Whether an answer must be given when the question is asked. */
  readonly required: boolean
  /** Not required by itself, but demanded by the checks of a deed with some answers to others: never called optional. */
  readonly sometimes?: true
}

export interface TextField extends Base<'text'> {
  readonly maxLength: number
}
export interface LongTextField extends Base<'longText'> {
  readonly maxLength: number
  readonly rows: number
}
export interface DateField extends Base<'date'> {
  /** The day may not be later than today. */
  readonly past?: boolean
}
export interface MomentField extends Base<'moment'> {
  /** The moment may not be later than now. */
  readonly past?: boolean
}
export interface WholeNumberField extends Base<'wholeNumber'> {
  readonly min: number
  readonly max: number
  /** Unit after the number: "hours", "children". */
  readonly unit?: string
}
export interface YesNoField extends Base<'yesNo'> {}
export interface ChoiceField<C extends string = string> extends Base<'choice'> {
  readonly options: Options<C>
  /** Long lists are shown as a select instead of radios. */
  readonly long?: boolean
}
export interface ChoicesField<C extends string = string> extends Base<'choices'> {
  readonly options: Options<C>
}
/** A person who signs in, chosen among those who hold one of the roles today. */
export interface StaffField extends Base<'staff'> {
  readonly holding?: readonly string[]
}
/** An agency of today, of one of the kinds where kinds are named ("police", "health", "school"). */
export interface AgencyField extends Base<'agency'> {
  readonly kinds?: readonly string[]
}
export interface AgenciesField extends Base<'agencies'> {
  readonly kinds?: readonly string[]
}
/** A team of today, of any agency: where a record is passed on to. */
export interface TeamField extends Base<'team'> {}
/** Another record, by its reference. */
export interface RelatedField extends Base<'related'> {
  readonly register: string
  /** The record is about the other one: whoever may not know of that one is shown neither. */
  readonly about?: true
}

export type Field =
  | TextField
  | LongTextField
  | DateField
  | MomentField
  | WholeNumberField
  | YesNoField
  | ChoiceField
  | ChoicesField
  | StaffField
  | AgencyField
  | AgenciesField
  | TeamField
  | RelatedField

export type FieldKindName = Field['kind']
export type Fields = Readonly<Record<string, Field>>

/** The TypeScript value a field holds when it is answered. */
export type ValueOf<F extends Field> =
  F extends ChoiceField<infer C>
    ? C
    : F extends ChoicesField<infer C>
      ? readonly C[]
      : F extends { kind: 'agencies' }
        ? readonly string[]
        : F extends { kind: 'yesNo' }
          ? boolean
          : F extends { kind: 'wholeNumber' }
            ? number
            : string

/** Any stored value: the union over the field kinds. */
export type Value = string | number | boolean | readonly string[]

type With<T> = FieldOptions & Partial<T>

export const text = (question: string, options: With<{ maxLength: number }> = {}): TextField => ({
  kind: 'text',
  question,
  required: true,
  maxLength: 200,
  ...options,
})

/** Narrative. Nothing is ever cut: longer text is refused with its length, and stays in the draft. */
export const longText = (question: string, options: With<{ maxLength: number; rows: number }> = {}): LongTextField => ({
  kind: 'longText',
  question,
  required: true,
  maxLength: 20_000,
  rows: 5,
  ...options,
})

export const date = (question: string, options: With<{ past: boolean }> = {}): DateField => ({
  kind: 'date',
  question,
  required: true,
  ...options,
})

export const moment = (question: string, options: With<{ past: boolean }> = {}): MomentField => ({
  kind: 'moment',
  question,
  required: true,
  ...options,
})

export const wholeNumber = (
  question: string,
  options: With<{ min: number; max: number; unit: string }> = {},
): WholeNumberField => ({ kind: 'wholeNumber', question, required: true, min: 0, max: 1_000_000, ...options })

export const yesNo = (question: string, options: FieldOptions = {}): YesNoField => ({
  kind: 'yesNo',
  question,
  required: true,
  ...options,
})

export const choice = <const C extends string>(
  question: string,
  options: Options<C>,
  more: With<{ long: boolean }> = {},
): ChoiceField<C> => ({ kind: 'choice', question, required: true, options, ...more })

export const choices = <const C extends string>(
  question: string,
  options: Options<C>,
  more: FieldOptions = {},
): ChoicesField<C> => ({ kind: 'choices', question, required: true, options, ...more })

export const staff = (question: string, options: With<{ holding: readonly string[] }> = {}): StaffField => ({
  kind: 'staff',
  question,
  required: true,
  ...options,
})

export const agency = (question: string, options: With<{ kinds: readonly string[] }> = {}): AgencyField => ({
  kind: 'agency',
  question,
  required: true,
  ...options,
})

export const agencies = (question: string, options: With<{ kinds: readonly string[] }> = {}): AgenciesField => ({
  kind: 'agencies',
  question,
  required: true,
  ...options,
})

export const team = (question: string, options: FieldOptions = {}): TeamField => ({
  kind: 'team',
  question,
  required: true,
  ...options,
})

export const related = (question: string, register: string, options: With<{ about: true }> = {}): RelatedField => ({
  kind: 'related',
  question,
  required: true,
  register,
  ...options,
})

/** The answer may be left out. */
export const optional = <F extends Field>(field: F): F => ({ ...field, required: false })

/** The answer may be left out, unless an answer to another question demands it: the checks of the deed say when. */
export const sometimes = <F extends Field>(field: F): F => ({ ...field, required: false, sometimes: true })

/** Personal facts that lists, exports and logs leave out unless they are opened. */
export const sensitive = <F extends Field>(field: F): F => ({ ...field, sensitive: true })

/** A field as a heading names it: its label, or else its question. */
export const labelOf = ({ label, question }: Pick<Field, 'label' | 'question'>): string => label ?? question

/** The same in the middle of a sentence, where it asks nothing. */
export const plainLabelOf = (field: Pick<Field, 'label' | 'question'>): string => labelOf(field).replace(/\?$/, '')

/** The label and validity of one option of a choice. */
export const optionOf = (options: Options, code: string): Option | undefined => {
  // Its own codes only: an object also answers to words such as "constructor".
  const option = Object.hasOwn(options, code) ? options[code] : undefined
  return typeof option === 'string' ? { label: option } : option
}

/** The group that an option rolls up into; an option without one stands for itself. */
export const groupOf = (options: Options, code: string): string => optionOf(options, code)?.group ?? code
