import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, RowOf } from '../../../declare/record.ts'
import type { learningProduct } from './record.ts'

export type Product = RowOf<typeof learningProduct>
type LineOf<G extends keyof (typeof learningProduct)['lines']> = Answers<(typeof learningProduct)['lines'][G]['fields']>

export const settings = {
  again: setting({
    key: 'learning_product_again_days',
    label: 'It is looked at whether practice changed within',
    unit: 'days of giving it out',
    default: 365,
    source: 'Local policy (audits are repeated after 12 months)',
  }),
}

export const reachProblems = (row: Product): readonly Problem[] => {
  const { reachedOn } = row as unknown as LineOf<'reach'>
  return when(
    reachedOn !== null && row.issuedOn !== null && reachedOn < row.issuedOn,
    'reachedOn-day',
    'It cannot have reached anybody before it was given out',
  )
}

export const evaluationProblems = (row: Product): readonly Problem[] => {
  const { answered, useful } = row as unknown as LineOf<'evaluations'>
  return when(
    answered !== null && useful !== null && useful > answered,
    'useful',
    'It cannot be more people than answered',
  )
}

export const againProblems = (row: Product): readonly Problem[] =>
  when(
    row.auditedOn !== null && row.issuedOn !== null && row.auditedOn < row.issuedOn,
    'auditedOn-day',
    'It cannot have been looked at again before it was given out',
  )
