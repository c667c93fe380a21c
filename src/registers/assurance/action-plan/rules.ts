import type { Problem } from '../../../declare/input.ts'
import type { Found } from '../../../declare/pathway.ts'
import type { RowOf } from '../../../declare/record.ts'
import type { actionPlan } from './record.ts'

type Plan = RowOf<typeof actionPlan>

/** Recommendations of the plan that nobody has brought to an end. */
export const openOf = ({ id }: Plan) => ({
  sql: `select r.reference from canopy.recommendation r where r.plan = $1 and r.closed_at is null order by r.reference`,
  values: [id],
})

/** A plan does not end over the head of what it recommends. */
export const endProblems = (row: Plan, found: Found): readonly Problem[] => [
  ...(row.endedOn !== null && row.compiledOn !== null && row.endedOn < row.compiledOn
    ? [{ field: 'endedOn-day', message: 'It cannot have ended before it was compiled' }]
    : []),
  ...(found.length > 0
    ? [
        {
          field: 'endedOn-day',
          message: `Recommendations are still open: ${found.map(({ reference }) => reference).join(', ')}. Each comes to an end by itself first`,
        },
      ]
    : []),
]
