import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Context, RowOf } from '../../../declare/record.ts'
import type { preventActivity } from './record.ts'

export const settings = {
  report: setting({
    key: 'prevent_activity_report_days',
    label: 'It is recorded whether a planned Prevent activity took place within',
    unit: 'working days of the day planned',
    default: 5,
    source: 'Local policy',
  }),
}

type Activity = RowOf<typeof preventActivity>

/** An agency's lead writes for their own agency. */
export const ownAgencyOnly = (row: Activity, { actor }: Context): readonly Problem[] =>
  when(actor.role === 'agency_lead' && row.agency !== actor.agencyId, 'agency', 'Select your own agency')

/** Counts are of a time and say how many; an event says how many came. */
export const doneProblems = (row: Activity): readonly Problem[] => {
  const counts = row.kind === 'counts'
  return [
    ...when(counts && row.countsFrom === null, 'countsFrom-day', 'Enter the first day of the time counted'),
    ...when(counts && row.referrals === null, 'referrals', 'Enter how many referrals were made, or 0'),
    ...when(!counts && row.referrals !== null, 'referrals', 'Leave the counts of referrals empty: this is an event'),
    ...when(
      row.countsFrom !== null && row.doneOn !== null && row.countsFrom > row.doneOn,
      'countsFrom-day',
      'The time counted cannot begin after its last day',
    ),
    ...when(
      row.adopted !== null && row.referrals !== null && row.adopted > row.referrals,
      'adopted',
      'No more can be taken up than were made',
    ),
    ...when(!counts && row.attended === null, 'attended', 'Enter how many people took part'),
  ]
}
