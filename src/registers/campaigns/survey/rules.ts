import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import { surveySets } from './questions.ts'
import type { survey } from './record.ts'

type Row = RowOf<typeof survey>
export type SurveyLines = LinesOf<typeof survey>
type Line = Answers<(typeof survey)['lines']['answers']['fields']>

/** The questions as this survey asks them. */
export const questionsOf = ({ setVersion }: Pick<Row, 'setVersion'>) =>
  surveySets.find(({ version }) => version === setVersion)?.questions ?? []

export const startProblems = (row: Row): readonly Problem[] =>
  when(
    row.opensOn !== null && row.closesOn !== null && row.closesOn <= row.opensOn,
    'closesOn-day',
    'The day it closes must be after the day it opens',
  )

/** A rating for what is rated, words for what is told, and leave to quote for words. */
export const answerProblems = (row: Row, lines: SurveyLines): readonly Problem[] => {
  const { respondent, question, rating, said, mayQuote } = row as unknown as Line
  const kind = surveySets.flatMap(({ questions }) => questions).find(({ code }) => code === question)?.kind
  return [
    ...when(
      lines.answers.some(one => one.respondent === respondent && one.question === question),
      'question',
      'This response has an answer to this question already',
    ),
    ...when(kind === 'rating' && rating === null, 'rating', 'Select what the answer was'),
    ...when(kind === 'text' && said === null, 'said', 'Enter what was said'),
    ...when(kind === 'text' && rating !== null, 'rating', 'A rating does not fit: this question is answered in words'),
    ...when(said !== null && mayQuote === null, 'mayQuote', 'Select whether these words may be quoted'),
  ]
}

/** Words that may be read by others: those with leave, and no others. */
export const quotesFor = ({ answers }: SurveyLines, code: string): readonly string[] =>
  answers.flatMap(({ question, said, mayQuote }) =>
    question === code && typeof said === 'string' && mayQuote === true ? [said] : [],
  )
