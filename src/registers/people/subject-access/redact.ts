import { optionOf } from '../../../declare/field.ts'
import { withoutPassages } from '../../../kit/redact.ts'
import { exemptions } from './codes.ts'

/** One text of the copy, before anything is taken out. */
export interface Entry {
  /** What redactions name it by: the reference of a record, or another name that only this entry has. */
  readonly reference: string
  readonly text: string
}

/** One passage that is to be taken out: a line of the request. */
export interface Redaction {
  readonly entry: string | null
  readonly extent: 'whole' | 'words' | null
  readonly passage: string | null
  readonly exemption: keyof typeof exemptions | null
}

/** A text as it is given, with the codes of what is missing from it, and passages that were not found in it. */
export interface GivenEntry {
  readonly reference: string
  readonly text: string
  readonly exemptions: readonly string[]
  readonly notFound: readonly string[]
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/** What stands where something was taken out: always with its reason, never with its length. */
const mark = (exemption: Redaction['exemption']): string =>
  `[Taken out: ${optionOf(exemptions, exemption ?? '')?.label ?? 'no reason recorded'}]`

const redacted = (entry: Entry, own: readonly Redaction[]): GivenEntry => {
  const codes = [...new Set(own.flatMap(({ exemption }) => exemption ?? []))]
  const whole = own.filter(({ extent }) => extent !== 'words')
  if (whole.length > 0) {
    const marks = [...new Set(whole.map(({ exemption }) => mark(exemption)))]
    return { reference: entry.reference, text: marks.join(' '), exemptions: codes, notFound: [] }
  }
  const gaps = own.map(({ passage, exemption }) => ({ passage: passage ?? '', mark: mark(exemption) }))
  return { reference: entry.reference, exemptions: codes, ...withoutPassages(entry.text, gaps) }
}

/**
 * The texts of a copy with everything taken out that has to be. Pure: the same lines and texts give the same copy. A line
 * that says neither how much nor which words takes out all of its entry, and passages that are not found are told, so that
 * nobody sends a copy believing them gone.
 */
export const applyRedactions = (entries: readonly Entry[], redactions: readonly Redaction[]): readonly GivenEntry[] =>
  entries.map(entry =>
    redacted(
      entry,
      redactions.filter(one => one.entry !== null && same(one.entry, entry.reference)),
    ),
  )

/** Redactions of entries that are not in the copy: misspelt, or of something that is not given at all. */
export const strayRedactions = (entries: readonly Entry[], redactions: readonly Redaction[]): readonly Redaction[] =>
  redactions.filter(one => !entries.some(({ reference }) => one.entry !== null && same(one.entry, reference)))
