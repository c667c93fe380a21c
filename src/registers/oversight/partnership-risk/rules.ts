import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, Context, LinesOf, RowOf } from '../../../declare/record.ts'
import { actionProblems } from '../../../fields/lists/actions.ts'
import type { partnershipRisk } from './record.ts'

type Risk = RowOf<typeof partnershipRisk>
type RiskLines = LinesOf<typeof partnershipRisk>
type LineOf<G extends keyof (typeof partnershipRisk)['lines']> = Answers<(typeof partnershipRisk)['lines'][G]['fields']>

export const settings = {
  review: setting({
    key: 'risk_review_days',
    label: 'A risk of the partnership is reviewed at least every',
    unit: 'days',
    default: 92,
    source: 'Local policy (GOV-SCRUT)',
  }),
  high: setting({
    key: 'risk_high_score',
    label: 'A risk is high from a score of',
    unit: 'of 25',
    default: 15,
    source: 'Local policy (GOV-SCRUT)',
  }),
}

/** Likelihood times impact: never typed. */
export const scoreOf = (likelihood: number | null, impact: number | null): number | null =>
  likelihood === null || impact === null ? null : likelihood * impact

export const ownerProblems = ({ ownerPerson, ownerAgency }: Pick<Risk, 'ownerPerson' | 'ownerAgency'>) =>
  when(
    (ownerPerson === null) === (ownerAgency === null),
    'ownerAgency',
    'Enter either a colleague or an agency, so that one answers for it',
  )

/** The first score, that of the last rating, and from when on it is high. */
export const scored = (row: Risk, { ratings }: RiskLines, { setting: of }: Context) => {
  const last = [...ratings].sort((a, b) => String(a.ratedOn).localeCompare(String(b.ratedOn))).at(-1)
  const firstScore = scoreOf(row.firstLikelihood, row.firstImpact)
  return {
    firstScore,
    score: last === undefined ? firstScore : scoreOf(last.likelihood, last.impact),
    highFrom: of(settings.high.key),
  }
}

export const ratingProblems = (row: Risk): readonly Problem[] => {
  const { ratedOn } = row as unknown as LineOf<'ratings'>
  return when(
    ratedOn !== null && row.raisedOn !== null && ratedOn < row.raisedOn,
    'ratedOn-day',
    'It cannot be rated before it was raised',
  )
}

export const agreeProblems = (row: Risk, today: string): readonly Problem[] =>
  actionProblems(row as unknown as LineOf<'actions'>, today)
