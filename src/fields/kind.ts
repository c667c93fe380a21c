import type { Field, Value } from '../declare/field.ts'
import type { InputSpec, Problem, Typed } from '../declare/input.ts'
import type { Day, Instant } from '../kit/dates.ts'
import { midSentence } from '../kit/names.ts'

/** Something that has an id and a name people know it by. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** First and last day of an organisation; without them it is there always. */
interface Lasting {
  readonly from?: Day
  readonly to?: Day | null
}

/**
 * The people, agencies and records a field may point at, as the asking person may know them. Those who have left and
 * organisations that have ended are among them, so that old records keep their names; they are not offered.
 */
export interface Directory {
  /** The roles somebody holds today: none for those who have left. */
  readonly accounts: readonly (Named & { readonly roles: readonly string[] })[]
  readonly agencies: readonly (Named & Lasting & { readonly kind: string; readonly code?: string })[]
  readonly teams: readonly (Named & Lasting)[]
  readonly relatedReference: (register: string, id: string) => string | undefined
  /** Who or what the other record is about, where it is about somebody with a name that the reader may see. */
  readonly relatedName?: (register: string, id: string) => string | undefined
  readonly relatedId: (register: string, reference: string) => string | undefined
}

/** Whether an organisation was there on a day. */
export const wasThere = ({ from, to }: Lasting, day: Day): boolean =>
  (from === undefined || from <= day) && (to === undefined || to === null || day <= to)

/** What parsing and showing may know besides the field. */
export interface FieldContext {
  readonly now: Instant
  readonly today: Day
  /** The day whose codes apply. */
  readonly eventDay: Day
  readonly directory: Directory
}

/** What stands where there is nothing to show. */
export const nothing = '–'

export type Parsed<V extends Value = Value> =
  | { readonly ok: true; readonly value: V | null }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export const answered = <V extends Value>(value: V | null): Parsed<V> => ({ ok: true, value })
export const wrong = (field: string, message: string): Parsed<never> => ({ ok: false, problems: [{ field, message }] })

/** All facets of one kind of field. Every kind passes the same contract test (`kinds.test.ts`). */
export interface FieldKind<F extends Field = Field, V extends Value = Value> {
  readonly kind: F['kind']
  /** SQL type of the column. */
  readonly column: string
  /** SQL condition the column must meet. */
  readonly check?: (field: F, column: string) => string | undefined
  /** Reads what was typed: parts of a form, one cell of a file, or one value of an API body, all under `name`. */
  readonly parse: (field: F, typed: Typed, name: string, context: FieldContext) => Parsed<V>
  /** The opposite of `parse`: what would have been typed to give the value. */
  readonly typed: (field: F, value: V, name: string, context: FieldContext) => Typed
  readonly input: (field: F, name: string, typed: Typed, context: FieldContext) => InputSpec
  /** For people, on pages. */
  readonly show: (field: F, value: V, context: FieldContext) => string
  /** For files: codes and ISO dates, so that an export can be imported. */
  readonly cell: (field: F, value: V, context: FieldContext) => string
  /** JSON Schema (2020-12, as in OpenAPI 3.1). */
  readonly schema: (field: F) => Readonly<Record<string, unknown>>
  /** How a list may be filtered by it. */
  readonly filter?: 'equals' | 'has' | 'range' | 'contains'
  /** An invented value for tests and examples. */
  readonly sample: (field: F, n: number, context: FieldContext) => V
}

/** The one string typed under a name, trimmed; empty where nothing was typed. */
export const typedText = (typed: Typed, name: string): string => {
  const value = typed[name]
  return (typeof value === 'string' ? value : Array.isArray(value) ? (value[0] ?? '') : '').trim()
}

/** All strings typed under a name. */
export const typedList = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name]
  return (typeof value === 'string' ? [value] : (value ?? [])).filter(item => item !== '')
}

/** The message where a question that needs an answer has none. */
export const unanswered = (field: Field, verb: string, control: string): Parsed<never> =>
  wrong(control, field.missing ?? missingWords(field, verb))

/** "Enter the family name of the child"; a question is quoted, because nobody can enter "when was it asked". */
const missingWords = ({ question }: Field, verb: string): string => {
  const several = verb === 'Select at least one'
  if (question.endsWith('?')) return `${verb}${several ? '' : ' an'} answer to “${question}”`
  return `${verb}${several ? ' of' : ''} the ${midSentence(question)}`
}

export const base = (field: Field, name: string) => ({
  name,
  label: field.question,
  ...(field.hint === undefined ? {} : { hint: field.hint }),
  ...(field.required || field.sometimes ? {} : { optional: true }),
})
