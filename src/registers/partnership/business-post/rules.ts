import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, RowOf } from '../../../declare/record.ts'
import type { businessPost } from './record.ts'

type Row = RowOf<typeof businessPost>
type LineOf<G extends keyof (typeof businessPost)['lines']> = Answers<(typeof businessPost)['lines'][G]['fields']>

export const settings = {
  vacancy: setting({
    key: 'business_post_vacancy_days',
    label: 'A vacant post of the business unit is filled within',
    unit: 'days',
    default: 90,
    source: 'Local policy (GOV-BIZUNIT)',
  }),
}

export const heldFromIn = (row: Row) => (row as unknown as LineOf<'holders'>).heldFrom
export const lastDayIn = (row: Row) => (row as unknown as LineOf<'vacancies'>).lastDay

export const fundingProblems = (row: Row): readonly Problem[] =>
  when(
    row.fundedFrom !== null && row.fundedUntil !== null && row.fundedUntil < row.fundedFrom,
    'fundedUntil-day',
    'It cannot end before it begins',
  )
