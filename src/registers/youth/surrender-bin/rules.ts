import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import type { surrenderBin } from './record.ts'

type Bin = RowOf<typeof surrenderBin>
type BinLines = LinesOf<typeof surrenderBin>
type Emptying = Answers<(typeof surrenderBin)['lines']['emptied']['fields']>

export const settings = {
  empty: setting({
    key: 'surrender_bin_empty_days',
    label: 'A knife surrender bin is emptied every',
    unit: 'days',
    default: 92,
    source: 'Local policy (YS-KNIFE)',
  }),
}

/** A bin is emptied once a day at most: the same emptying recorded twice would double its knives. */
export const emptyingProblems = (row: Bin, { emptied }: BinLines): readonly Problem[] => {
  const { emptiedOn } = row as Bin & Emptying
  return [
    ...when(
      emptiedOn !== null && row.placedOn !== null && emptiedOn < row.placedOn,
      'emptiedOn-day',
      'It cannot be emptied before it was in place',
    ),
    ...when(
      emptiedOn !== null && emptied.some(one => one.emptiedOn === emptiedOn),
      'emptiedOn-day',
      'It is recorded already that it was emptied on this day',
    ),
  ]
}

export const removalProblems = (row: Bin, { emptied }: BinLines): readonly Problem[] =>
  when(
    row.removedOn !== null &&
      [row.placedOn, ...emptied.map(one => one.emptiedOn)].some(day => day !== null && day > `${row.removedOn}`),
    'removedOn-day',
    'It cannot be removed before it was in place or last emptied',
  )
