import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import type { safeHaven } from './record.ts'

type Haven = RowOf<typeof safeHaven>
type HavenLines = LinesOf<typeof safeHaven>
type LineOf<G extends keyof (typeof safeHaven)['lines']> = Answers<(typeof safeHaven)['lines'][G]['fields']>

export const settings = {
  check: setting({
    key: 'safe_haven_check_days',
    label: 'A safe haven is checked every',
    unit: 'days',
    default: 365,
    source: 'Local policy (YS-HAVEN)',
  }),
}

export const openProblems = ({ proposedOn, openedOn }: Pick<Haven, 'proposedOn' | 'openedOn'>): readonly Problem[] =>
  when(
    proposedOn !== null && openedOn !== null && openedOn < proposedOn,
    'openedOn-day',
    'It cannot become a safe haven before it was proposed',
  )

export const checkProblems = (row: Haven): readonly Problem[] => {
  const { checkedOn } = row as Haven & LineOf<'checks'>
  return when(
    checkedOn !== null && row.openedOn !== null && checkedOn < row.openedOn,
    'checkedOn-day',
    'It cannot be checked before it became a safe haven',
  )
}

/** Counts of one unit may not overlap, or the same view would be counted twice. */
export const viewsProblems = (row: Haven, { views }: HavenLines): readonly Problem[] => {
  const { viewsUnit, viewsFrom, viewsTo } = row as Haven & LineOf<'views'>
  if (viewsFrom === null || viewsTo === null) return []
  const overlaps = views.some(
    one => one.viewsUnit === viewsUnit && (one.viewsFrom ?? '') <= viewsTo && viewsFrom <= (one.viewsTo ?? ''),
  )
  return [
    ...when(viewsTo < viewsFrom, 'viewsTo-day', 'The last day cannot be before the first'),
    ...when(overlaps, 'viewsFrom-day', 'Some of these days are counted already. Enter the days after them'),
  ]
}

export const closeProblems = ({ openedOn, closedOn }: Pick<Haven, 'openedOn' | 'closedOn'>): readonly Problem[] =>
  when(
    openedOn !== null && closedOn !== null && closedOn < openedOn,
    'closedOn-day',
    'It cannot stop before it became a safe haven',
  )
