import type { Day } from '../kit/dates.ts'
import { choice, type Field, longText, type Options, wholeNumber, yesNo } from './field.ts'

/**
 * A versioned list of questions that people of the partnership may edit: self-assessments, audit tools, surveys.
 * Five kinds of question, no conditions, no layout. A published version never changes; answers are rows.
 */
export interface SetQuestion {
  /** For ever: a code keeps its title and meaning in every version of its set. */
  readonly code: string
  readonly kind: 'rating' | 'yesNo' | 'choice' | 'number' | 'text'
  /** A few words for lists and tables. */
  readonly title: string
  /** The question as it is asked; a later version may ask it in other words. */
  readonly words: string
  readonly hint?: string
  /** Codes and labels of the answers, for a choice. */
  readonly options?: Readonly<Record<string, string>>
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

/** The version in force on a day; the first one for a day before any was published. */
export const versionOn = (versions: readonly QuestionSet[], day: Day): QuestionSet | undefined => {
  const inOrder = [...versions].sort((a, b) => a.version - b.version)
  return inOrder.filter(set => set.publishedOn <= day).at(-1) ?? inOrder[0]
}

/** Every question of any version as an option of a choice; the hint says the words, by version where they differ. */
export const questionOptions = (versions: readonly QuestionSet[]): Options => {
  const codes = new Set(versions.flatMap(set => set.questions.map(question => question.code)))
  const optionFor = (code: string) => {
    const asked = versions.flatMap(({ version, questions }) =>
      questions.filter(question => question.code === code).map(question => ({ version, ...question })),
    )
    const same = asked.every(question => question.words === asked[0]?.words)
    const hint = same
      ? asked[0]?.words
      : asked.map(({ version, words }) => `In version ${version}: “${words}”`).join(' ')
    return { label: `${code}. ${asked[0]?.title ?? code}`, hint: hint ?? '' }
  }
  return Object.fromEntries([...codes].map(code => [code, optionFor(code)]))
}

/** A question as a field, so that its answer is asked, read and shown as every other answer is. */
export const fieldOf = (set: QuestionSet, question: SetQuestion): Field => {
  const more = { label: question.title, ...(question.hint === undefined ? {} : { hint: question.hint }) }
  switch (question.kind) {
    case 'rating':
      return choice(question.words, set.scale, more)
    case 'choice':
      return choice(question.words, question.options ?? {}, more)
    case 'yesNo':
      return yesNo(question.words, more)
    case 'number':
      return wholeNumber(question.words, more)
    case 'text':
      return longText(question.words, more)
  }
}
