import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { Answers, RowOf } from '../../../declare/record.ts'
import { actionProblems } from '../../../fields/lists/actions.ts'
import type { recommendation } from './record.ts'

type Row = RowOf<typeof recommendation>
type LineOf<G extends keyof (typeof recommendation)['lines']> = Answers<(typeof recommendation)['lines'][G]['fields']>

export const settings = {
  answer: setting({
    key: 'recommendation_answer_days',
    label: 'A recommendation is answered within',
    unit: 'days',
    default: 28,
    source: 'Local policy (X-ACTION)',
  }),
}

export const startProblems = (row: Row): readonly Problem[] => [
  ...when(
    row.ownerPerson !== null && row.ownerAgency !== null,
    'ownerAgency',
    'Enter either a colleague or an agency, so that one answers for it',
  ),
]

export const answerProblems = (row: Row): readonly Problem[] =>
  when(
    row.answer === 'partly' && row.answerWhy === null,
    'answerWhy',
    'Enter which part is accepted, and why not the rest',
  )

export const agreeProblems = (row: Row, today: string): readonly Problem[] =>
  actionProblems(row as unknown as LineOf<'actions'>, today)

export const likeProblems = (row: Row): readonly Problem[] => {
  const { alikeTo } = row as unknown as LineOf<'alike'>
  return when(alikeTo === row.id, 'alikeTo', 'A recommendation is not the same as itself from elsewhere')
}

/** What its actions say together, of this plan or another: how many there are, which are open, which are not shown to work. */
export const actionsOf = ({ id }: Row): Look => ({
  sql: `select count(*)::int as many,
               string_agg(a.reference, ', ' order by a.reference) filter (where a.state not in ('done', 'embedded')) as open,
               string_agg(a.reference, ', ' order by a.reference) filter (where a.state <> 'embedded') as unshown
          from canopy.agreed_action a
         where (a.recommendation = $1 or exists (
                 select from canopy.agreed_action_serves s where s.record_id = a.id and s.superseded_at is null and s.serves = $1))
           and a.state not in ('cancelled', 'duplicate')`,
  values: [id],
})

/** Done is what its own actions did: pointing at something else closes nothing. */
export const doneProblems = ([actions]: Found): readonly Problem[] => [
  ...when(
    actions?.many === 0,
    'result',
    'No action was agreed for it. Agree one first, or answer that it is not accepted',
  ),
  ...when(typeof actions?.open === 'string', 'result', `Actions are still open: ${actions?.open}`),
]

export const embeddedProblems = ([actions]: Found): readonly Problem[] =>
  when(
    typeof actions?.unshown === 'string',
    'effect',
    `For these actions nobody has shown yet that they work: ${actions?.unshown}`,
  )

export const supersededProblems = (row: Row): readonly Problem[] =>
  when(row.supersededBy === row.id, 'supersededBy', 'A recommendation cannot supersede itself')
