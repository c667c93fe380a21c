import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import { recommendationProblems } from '../../../fields/lists/actions.ts'
import type { agencyReport } from './record.ts'

type Report = RowOf<typeof agencyReport>
type ReportLines = LinesOf<typeof agencyReport>
type LineOf<G extends keyof (typeof agencyReport)['lines']> = Answers<(typeof agencyReport)['lines'][G]['fields']>

export const settings = {
  scrutiny: setting({
    key: 'agency_report_scrutiny_days',
    label: 'A report of a partner is scrutinised within',
    unit: 'days of its coming',
    default: 62,
    source: 'Local policy (GOV-PARTNERREP)',
  }),
}

export const reportProblems = ({ coversFrom, coversTo }: Report): readonly Problem[] =>
  when(
    coversFrom !== null && coversTo !== null && coversTo < coversFrom,
    'coversTo-day',
    'The last day cannot be before the first',
  )

export const headlineProblems = (row: Report): readonly Problem[] => {
  const { value, hundredths, unit, direction, saidFrom, saidTo } = row as unknown as LineOf<'headlines'>
  return [
    ...when(value !== null && unit === null, 'unit', 'Select in which unit the number is'),
    ...when(value === null && hundredths !== null, 'value', 'Enter the whole number before the hundredths, or 0'),
    ...when(
      value === null && direction === 'notSaid',
      'direction',
      'It says neither a number nor a direction: then there is nothing to record',
    ),
    ...when(saidFrom !== null && saidTo === null, 'saidTo-day', 'Enter until which day'),
    ...when(
      saidFrom !== null && saidTo !== null && saidTo < saidFrom,
      'saidTo-day',
      'The last day cannot be before the first',
    ),
  ]
}

export const answerProblems = (row: Report, { questions }: ReportLines): readonly Problem[] => {
  const { answerTo } = row as unknown as LineOf<'answers'>
  return when(
    answerTo !== null && !questions.some(({ number }) => number === answerTo),
    'answerTo',
    `There is no question ${answerTo}`,
  )
}

export const recommendProblems = (row: Report, today: string): readonly Problem[] =>
  recommendationProblems(row as unknown as LineOf<'recommended'>, today)

/** The first question that has no answer yet. */
export const unanswered = (_row: Report, { questions, answers }: ReportLines): string | false => {
  const open = questions.find(({ number }) => !answers.some(({ answerTo }) => answerTo === number))
  return open !== undefined && `Question ${open.number} has no answer yet`
}

export const noQuestion = (_row: Report, { questions }: ReportLines): string | false =>
  questions.length === 0 && 'No question was raised'
