import { plural } from '../../../kit/names.ts'
import { applyRedactions, type Entry, type GivenEntry, type Redaction, strayRedactions } from './redact.ts'

/** One entry of a copy: when, what, and its text as it is given. */
export interface CopyEntry extends Entry {
  readonly when: string
  readonly title: string
}

/** The copy as it would be given now, with what is wrong with its redactions. */
export interface Copy {
  readonly entries: readonly (CopyEntry & Pick<GivenEntry, 'exemptions'>)[]
  readonly redactions: number
  /** Passages that stand in none of the entries they are to be taken out of, and lines about entries that are not in the copy. */
  readonly faults: readonly string[]
}

const nameOf = (entry: string | null): string => entry ?? 'an entry without a name'

/** A record may have several entries of one reference: a passage has to stand in one of them. */
const notFound = (given: readonly GivenEntry[]): readonly string[] =>
  [...new Set(given.map(({ reference }) => reference))].flatMap(reference => {
    const own = given.filter(one => one.reference === reference)
    return [...new Set(own[0]?.notFound ?? [])]
      .filter(passage => own.every(one => one.notFound.includes(passage)))
      .map(passage => `“${passage}” does not stand in ${reference}`)
  })

export const copyOf = (entries: readonly CopyEntry[], redactions: readonly Redaction[]): Copy => {
  const given = applyRedactions(entries, redactions)
  return {
    entries: entries.map((entry, at) => {
      const { text = '', exemptions = [] } = given[at] ?? {}
      return { ...entry, text, exemptions }
    }),
    redactions: redactions.length,
    faults: [
      ...notFound(given),
      ...strayRedactions(entries, redactions).map(({ entry }) => `${nameOf(entry)} is not in this copy`),
    ],
  }
}

/** What whoever receives the copy has to know of it. */
export const copyNotes = (copy: Copy): readonly string[] => [
  `${plural(copy.entries.length, 'entry', 'entries')}, by the day on which it happened.`,
  copy.redactions === 0
    ? 'Nothing is taken out.'
    : `Where something is taken out, the reason stands in its place (${plural(copy.redactions, 'decision')}). You may ask us to look at that again, and complain to the Information Commissioner.`,
  'Documents outside Canopy that belong to the answer are given beside this copy.',
]

export const copyText = (title: string, notes: readonly string[], { entries }: Copy): string =>
  [
    title,
    ...notes,
    '',
    ...entries.flatMap(entry => [`${entry.when}: ${entry.title} (${entry.reference})`, entry.text, '']),
  ].join('\n')
