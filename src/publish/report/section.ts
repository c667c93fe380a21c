import type { RawBuilder } from 'kysely'
import type { Register } from '../../declare/register.ts'
import type { Statistic } from '../../engine/measures/profile.ts'
import type { Period } from '../../kit/periods.ts'

/**
 * A part of the yearly report as it is written: words around figures. A text never holds a number; `{contacts}` is the
 * figure of that measure, and a part of it is named after a dot: see `parts`.
 */
export interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly heading: string }
  | { readonly text: string }
  /** Figures beside those of the period before. */
  | { readonly figures: readonly string[] }
  /** Month by month. */
  | { readonly trend: string }
  | { readonly breakdown: string; readonly by: string }
  /** What records say, one by one, as it stood at the moment of the figures. */
  | { readonly records: ToldRecords }
  /** Numbers that others publish, with their sources: those that describe the period of the report. */
  | { readonly statistics: readonly Statistic[] }

/** How records that a report tells are read. */
export interface RecordsRead {
  readonly period: Period
  /** Rows of a question to the tables of one register, by their own names, as they stood when the figures did. */
  readonly rows: <R>(register: Register, query: RawBuilder<R>) => Promise<readonly R[]>
  /** What an agency is called, and that of a colleague on a day: a report that is published names posts and agencies, not people. */
  readonly agencyOf: (who: { readonly agency: string | null; readonly person: string | null }) => string | null
}

/** Records that are told in the report itself, read by whoever knows their registers; nothing of it is typed. */
export interface ToldRecords {
  /** Tells its tables from others on the page. */
  readonly key: string
  /** For those alone who may open all records of these. */
  readonly of: readonly Register[]
  /** What stands where there are none. */
  readonly none: string
  readonly read: (read: RecordsRead) => Promise<readonly ToldRecord[]>
}

/** One record: what it is, sentences about it, and its table. */
export interface ToldRecord {
  readonly title: string
  readonly text: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What of a figure a text may name: `{contacts.before}` is the figure of the period before. */
export const parts = ['value', 'before', 'change', 'numerator', 'denominator', 'open', 'overdue', 'interval'] as const
export type Part = (typeof parts)[number]

/** A text in pieces: words, and figures between them. */
export type Piece = { readonly words: string } | { readonly measure: string; readonly part: Part }

const isPart = (text: string): text is Part => (parts as readonly string[]).includes(text)

/** @throws Error when the text has a number of its own, or a figure part that does not exist: a defect of the report */
export const piecesOf = (text: string): readonly Piece[] =>
  text.split(/(\{[^}]*\})/).map(piece => {
    const [, measure, part = 'value'] = /^\{(\w+)(?:\.(\w+))?\}$/.exec(piece) ?? []
    if (measure === undefined) {
      if (/[\d{}]/.test(piece)) throw new Error(`A number is never typed into the report: “${piece.trim()}”`)
      return { words: piece }
    }
    if (!isPart(part)) throw new Error(`A figure has no part “${part}”: ${parts.join(', ')}`)
    return { measure, part }
  })

const keysOf = (block: Block): readonly string[] => {
  if ('text' in block) return piecesOf(block.text).flatMap(piece => ('measure' in piece ? [piece.measure] : []))
  if ('figures' in block) return block.figures
  if ('trend' in block) return [block.trend]
  return 'breakdown' in block ? [block.breakdown] : []
}

/** The measures of these sections in the order in which they are first named: their definitions are numbered so. */
export const measuresIn = (sections: readonly Section[]): readonly string[] => [
  ...new Set(sections.flatMap(({ blocks }) => blocks.flatMap(keysOf))),
]
