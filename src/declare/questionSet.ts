import type { Day } from '../kit/dates.ts'

/**
 * A versioned list of questions that people of the partnership may edit: self-assessments, audit tools, surveys.
 * Five kinds of question, no conditions, no layout. A published version never changes; answers are rows.
 */
export interface SetQuestion {
  readonly code: string
  readonly kind: 'rating' | 'yesNo' | 'choice' | 'number' | 'text'
  readonly words: string
  readonly hint?: string
}

export interface QuestionSet {
  readonly key: string
  readonly version: number
  readonly title: string
  readonly publishedOn: Day
  readonly source: string
  /** Codes and labels of the rating scale. */
  readonly scale: Readonly<Record<string, string>>
  readonly questions: readonly SetQuestion[]
}

export const questionSet = (declaration: QuestionSet): QuestionSet => declaration
