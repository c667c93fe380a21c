import { optionOf } from '../../../declare/field.ts'
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

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Finds words however the entry breaks its lines and whatever letters are capitals. */
const patternOf = (passage: string): RegExp => new RegExp(passage.trim().split(/\s+/).map(literal).join('\\s+'), 'giu')

interface Stretch {
  readonly from: number
  readonly to: number
  readonly marks: readonly string[]
}

const stretchesOf = (text: string, passages: readonly Redaction[]): readonly Stretch[] =>
  passages.flatMap(({ passage, exemption }) =>
    [...text.matchAll(patternOf(passage ?? ''))].map(found => ({
      from: found.index,
      to: found.index + found[0].length,
      marks: [mark(exemption)],
    })),
  )

/** Passages that overlap are one gap with the reasons of both, so that none of the words of either is left. */
const merged = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const gaps: Stretch[] = []
  for (const next of [...stretches].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = gaps.at(-1)
    if (!last || next.from >= last.to) gaps.push(next)
    else {
      const marks = [...new Set([...last.marks, ...next.marks])]
      gaps.splice(-1, 1, { from: last.from, to: Math.max(last.to, next.to), marks })
    }
  }
  return gaps
}

const withGaps = (text: string, gaps: readonly Stretch[]): string => {
  const parts = gaps.map(({ from, marks }, at) => text.slice(gaps[at - 1]?.to ?? 0, from) + marks.join(' '))
  return parts.join('') + text.slice(gaps.at(-1)?.to ?? 0)
}

const redacted = (entry: Entry, own: readonly Redaction[]): GivenEntry => {
  const codes = [...new Set(own.flatMap(({ exemption }) => exemption ?? []))]
  const whole = own.filter(({ extent }) => extent !== 'words')
  if (whole.length > 0) {
    const marks = [...new Set(whole.map(({ exemption }) => mark(exemption)))]
    return { reference: entry.reference, text: marks.join(' '), exemptions: codes, notFound: [] }
  }
  const passages = own.filter(({ passage }) => (passage ?? '').trim() !== '')
  const gaps = merged(stretchesOf(entry.text, passages))
  return {
    reference: entry.reference,
    text: withGaps(entry.text, gaps),
    exemptions: codes,
    notFound: own
      .map(({ passage }) => (passage ?? '').trim())
      .filter(passage => passage === '' || !patternOf(passage).test(entry.text)),
  }
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
