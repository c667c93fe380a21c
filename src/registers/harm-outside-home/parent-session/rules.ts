import { setting } from '../../../declare/clock.ts'
import type { Problem } from '../../../declare/input.ts'
import type { LinesOf, RowOf } from '../../../declare/record.ts'
import type { parentSession } from './record.ts'

export type Sessions = RowOf<typeof parentSession>
export type SessionLines = LinesOf<typeof parentSession>

export const settings = {
  first: setting({
    key: 'parent_session_first_days',
    label: 'The first session for a parent who accepts is held within',
    unit: 'working days of the answer',
    default: 10,
    source: 'Local policy',
  }),
} as const

/** Sessions are for whom nobody else works with. */
export const offerProblems = ({ notOpen }: Sessions): readonly Problem[] =>
  notOpen === 'yes'
    ? [
        {
          field: 'notOpen',
          message:
            'A service works with this family already. Tell that service; these sessions are for families who have none',
        },
      ]
    : []

const tooEarly = (earlier: string | null, later: string | null): boolean =>
  earlier !== null && later !== null && later < earlier

export const answerProblems = (row: Sessions): readonly Problem[] =>
  tooEarly(row.offeredOn, row.answeredOn)
    ? [{ field: 'answeredOn-day', message: 'The parent cannot have answered before sessions were offered' }]
    : []

export const endProblems = (row: Sessions): readonly Problem[] =>
  tooEarly(row.offeredOn, row.endedOn)
    ? [{ field: 'endedOn-day', message: 'It cannot have ended before sessions were offered' }]
    : []

export const firstOf = ({ sessions }: SessionLines): string | null =>
  sessions.flatMap(one => one.sessionOn ?? []).sort()[0] ?? null
