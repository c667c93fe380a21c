import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import { addMonths, ageOn } from '../../../kit/dates.ts'
import type { traffickingRiskOrder } from './record.ts'

export type Order = RowOf<typeof traffickingRiskOrder>

export const settings = {
  renew: setting({
    key: 'trafficking_order_renew_days',
    label: 'What follows an order is decided before its last day by',
    unit: 'days',
    default: 56,
    source: 'Local policy',
  }),
} as const

/** Shortest time of an order: two years for a risk order (section 24), five for a prevention order (section 17); interim ones have none. */
const shortestYears = { risk: 2, prevention: 5, interimRisk: 0 } as const

export const orderProblems = ({ subjectBornOn, madeOn, expiresOn, kind }: Order): readonly Problem[] => {
  const years = kind === null ? 0 : shortestYears[kind]
  return [
    ...when(
      subjectBornOn !== null && madeOn !== null && ageOn(subjectBornOn, madeOn) < 18,
      'subjectBornOn-day',
      'The subject was under 18. Children are not listed here: record a concern for the child',
    ),
    ...when(
      madeOn !== null && expiresOn !== null && expiresOn <= madeOn,
      'expiresOn-day',
      'The order must end after it was made',
    ),
    ...when(
      madeOn !== null && expiresOn !== null && expiresOn > madeOn && expiresOn < addMonths(madeOn, 12 * years),
      'expiresOn-day',
      `Such an order lasts at least ${years} years`,
    ),
  ]
}
