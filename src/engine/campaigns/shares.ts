import { confidential, isSuppressed, type PublishedShare } from '../../kit/suppression.ts'

/** A share in words, or the mark for what is hidden ("[c]") and for what is not there ("[z]"). */
export type PublishedWords = string

/** "82%": without its parts, for whoever may not know them. */
export const shareWords = (share: PublishedShare): PublishedWords =>
  isSuppressed(share) ? confidential : 'shown' in share ? `${Math.round(share.shown)}%` : '[z]'

export interface Parts {
  readonly counted: number
  readonly cases: number
}

/**
 * The shares of groups in one row, each with its parts: "82% (37 of 45)". A group of fewer than the smallest is hidden, and with one
 * hidden alone the next smallest, because it could be taken from the whole.
 */
export const shareRow = (groups: readonly Parts[], smallest: number): readonly PublishedWords[] => {
  const small = groups.map(({ cases }) => cases > 0 && cases < smallest)
  const alone = small.filter(Boolean).length === 1
  const next = groups
    .map(({ cases }, at) => ({ cases, at }))
    .filter(({ cases, at }) => alone && !small[at] && cases > 0)
    .sort((a, b) => a.cases - b.cases)[0]
  return groups.map((one, at) => (small[at] || at === next?.at ? confidential : partsOf(one)))
}

/** One share with its parts. */
export const partsOf = ({ counted, cases }: Parts): PublishedWords =>
  cases === 0 ? '[z]' : `${Math.round((100 * counted) / cases)}% (${counted} of ${cases})`
