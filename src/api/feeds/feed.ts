import type { Fields } from '../../declare/field.ts'
import type { Problem, Typed } from '../../declare/input.ts'
import type { Feed, LongForm } from '../../declare/pathway.ts'
import type { Register } from '../../declare/register.ts'
import { entriesIn, formOf, groupOf, prefixOf } from '../../engine/store/longForm.ts'
import { controlOf } from '../../engine/store/perform.ts'
import { askedOf } from '../body.ts'

/** The feed of a register's long form, put together from its declaration. */
export interface FeedForm {
  readonly feed: Feed
  readonly register: Register
  readonly form: LongForm
  /** What is asked of the whole report. */
  readonly start: Fields
  /** Its lists, in the order of the form. */
  readonly groups: readonly { readonly name: string; readonly once: boolean; readonly fields: Fields }[]
}

/** A report as it was sent: what is said in it as if typed into the form, and what cannot be read. */
export interface Sent {
  /** The sender's own, and the key by which a second sending is known. */
  readonly reference: string
  readonly typed: Typed
  readonly problems: readonly Problem[]
  /** Where in what was sent a control of the form is. */
  readonly placeOf: (problem: Problem) => FeedProblem
}

/** What is wrong: in JSON by a pointer, in CSV by row and column. */
export type FeedProblem = ({ readonly pointer: string } | { readonly row: number; readonly column: string | null }) & {
  readonly message: string
}

export const feedOf = (register: Register): FeedForm | undefined => {
  const feed = register.pathway.start.form?.feed
  if (feed === undefined) return undefined
  const form = formOf(register)
  const groups = form.tasks.flatMap(({ adds }) => {
    if (adds === undefined) return []
    const name = groupOf(register, adds)
    const fields = register.record.lines[name]?.fields ?? {}
    return [{ name, once: feed.once?.includes(name) ?? false, fields }]
  })
  return { feed, register, form, start: askedOf(register, 'start'), groups }
}

export const feedsOf = (registers: readonly Register[]): readonly FeedForm[] =>
  registers.flatMap(register => feedOf(register) ?? [])

/** Reports in one request: so many are answered well within a minute. */
export const mostReports = 200

/** What is wrong with a sender's reference; nothing when it may be a key. */
export const referenceProblem = (reference: unknown): string | undefined =>
  typeof reference === 'string' && /^[\x21-\x7e][\x20-\x7e]{0,99}$/.test(reference)
    ? undefined
    : 'Give your own reference of the report: 1 to 100 letters, digits or signs, and nobody’s name'

/** Entries of a list as the form holds them. */
export const typedEntries = (name: string, entries: readonly Typed[]): Typed =>
  Object.assign(
    entries.length === 0 ? {} : { [name]: entries.map((_entry, at) => String(at + 1)) },
    ...entries.map((entry, at) =>
      Object.fromEntries(
        Object.entries(entry).map(([field, value]) => [prefixOf(name, String(at + 1)) + field, value] as const),
      ),
    ),
  ) as Typed

/** Of which list, which entry of it, counted from 0, and which question a control is. */
export const partOf = ({ groups }: FeedForm, typed: Typed, field: string) => {
  const [group = '', entry, ...rest] = field.split('.')
  const at = entry === undefined ? -1 : entriesIn(typed, group).indexOf(entry)
  if (at >= 0) return { group, at, name: controlOf(rest.join('.')) }
  return groups.some(one => one.name === group) ? { group } : { name: controlOf(field) }
}
