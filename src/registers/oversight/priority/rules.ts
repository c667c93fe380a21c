import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, RowOf } from '../../../declare/record.ts'
import type { priority } from './record.ts'

type Priority = RowOf<typeof priority>
type LineOf<G extends keyof (typeof priority)['lines']> = Answers<(typeof priority)['lines'][G]['fields']>

export const settings = {
  judgement: setting({
    key: 'priority_judgement_days',
    label: 'Progress on a priority is judged at least every',
    unit: 'days',
    default: 366,
    source: 'Local policy (GOV-PRIORITIES)',
  }),
}

/** The words in force on a day: those of the last wording that had begun, or the first. */
export const wordsOn = (
  { words }: Pick<Priority, 'words'>,
  wordings: readonly { readonly wordingFrom: string | null; readonly wording: string | null }[],
  day: string,
): string | null => {
  const last = wordings
    .filter(({ wordingFrom }) => wordingFrom !== null && wordingFrom <= day)
    .sort((a, b) => String(a.wordingFrom).localeCompare(String(b.wordingFrom)))
    .at(-1)
  return last?.wording ?? words
}

export const wordingProblems = (row: Priority): readonly Problem[] => {
  const { wordingFrom } = row as unknown as LineOf<'wordings'>
  return when(
    wordingFrom !== null && row.fromDay !== null && wordingFrom <= row.fromDay,
    'wordingFrom-day',
    'Later words hold from a day after the priority began. To change the first words, correct it',
  )
}

const isYear = (year: string): boolean => {
  const [, first = '', second = ''] = /^(\d{4})-(\d{2})$/.exec(year) ?? []
  return first !== '' && (Number(first) + 1) % 100 === Number(second)
}

export const judgementProblems = (row: Priority): readonly Problem[] => {
  const { year, judgedOn } = row as unknown as LineOf<'judgements'>
  return [
    ...when(year !== null && !isYear(year), 'year', 'Enter a report year such as 2025-26'),
    ...when(
      year !== null && isYear(year) && judgedOn !== null && judgedOn < `${year.slice(0, 4)}-09-01`,
      'judgedOn-day',
      'It cannot be judged before the year began',
    ),
  ]
}

export const endProblems = ({ fromDay, endedOn }: Pick<Priority, 'fromDay' | 'endedOn'>): readonly Problem[] =>
  when(fromDay !== null && endedOn !== null && endedOn < fromDay, 'endedOn-day', 'It cannot end before it began')
