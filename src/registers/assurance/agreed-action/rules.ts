import { setting } from '../../../declare/clock.ts'
import type { Problem } from '../../../declare/input.ts'
import type { Found } from '../../../declare/pathway.ts'
import type { RowOf } from '../../../declare/record.ts'
import type { agreedAction } from './record.ts'

type Row = RowOf<typeof agreedAction>

export const settings = {
  silent: setting({
    key: 'action_update_days',
    label: 'An action without news is asked about after',
    unit: 'days',
    default: 30,
    source: 'Local policy',
  }),
}

/** What an action takes from the item and the meeting at which it was agreed. */
export const agreedAt = ({ item, meeting }: Pick<Row, 'item' | 'meeting'>) => ({
  sql: `select m.id as meeting, m.invited, m.team_id as "teamId", m.agency_id as "agencyId"
          from canopy.meeting m
         where m.id = coalesce($2::uuid, (select i.meeting from canopy.agenda_item i where i.id = $1::uuid))`,
  values: [item, meeting],
})

export const taken = (row: Row, found: Found) => {
  const [from] = found
  return from === undefined
    ? {}
    : {
        meeting: from.meeting as string,
        invited: from.invited as readonly string[],
        teamId: from.teamId as string | null,
        agencyId: from.agencyId as string | null,
        source: row.source ?? ('atMeeting' as const),
      }
}

export const isOwned = ({ ownerPerson, ownerAgency }: Pick<Row, 'ownerPerson' | 'ownerAgency'>): boolean =>
  ownerPerson !== null || ownerAgency !== null

const when = (condition: boolean, field: string, message: string): readonly Problem[] =>
  condition ? [{ field, message }] : []

/** An action of a plan has one accountable owner from the beginning; at a meeting it may be found before its end. */
export const ownerProblems = (row: Row): readonly Problem[] => [
  ...when(row.source !== 'atMeeting' && !isOwned(row), 'ownerPerson', 'Enter who does it: a colleague or an agency'),
  ...when(
    row.ownerPerson !== null && row.ownerAgency !== null,
    'ownerAgency',
    'Enter either a colleague or an agency, so that one answers for it',
  ),
]

/** From a meeting, whoever does it closes it; everywhere else somebody else agrees that it is done. */
export const closesAtOnce = ({ source }: Pick<Row, 'source'>): boolean => source === 'atMeeting'
