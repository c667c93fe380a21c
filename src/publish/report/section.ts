import type { Statistic } from '../../engine/measures/profile.ts'

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
  /** Numbers that others publish, with their sources: those that describe the period of the report. */
  | { readonly statistics: readonly Statistic[] }

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
