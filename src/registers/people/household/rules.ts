import type { Problem } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import type { household } from './record.ts'

type Household = RowOf<typeof household>

/** "N1 2AB", however it was typed. */
export const postcodeOf = (text: string | null): string | null => {
  const letters = (text ?? '').replace(/[\s-]/g, '').toUpperCase()
  return letters === '' ? null : `${letters.slice(0, -3)} ${letters.slice(-3)}`.trim()
}

/**
 * Nothing ends before it began: neither the household, nor somebody's time in it, whose dates stand in the row while the
 * line is checked.
 */
export const datesProblems = ({ since, until }: Pick<Household, 'since' | 'until'>): readonly Problem[] =>
  since !== null && until !== null && until < since
    ? [{ field: 'until-day', message: 'It cannot end before it began' }]
    : []
