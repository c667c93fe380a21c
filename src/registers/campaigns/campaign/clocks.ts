import { clock, days, workingDays } from '../../../declare/clock.ts'
import { daysBetween } from '../../../kit/dates.ts'
import { campaign } from './record.ts'
import { settings } from './rules.ts'

/** A round that stays open for ever is never reported. */
export const closeRound = clock(campaign, {
  key: 'campaign_close',
  label: 'Close the campaign',
  basis: 'Local policy',
  rule: 'QA-02',
  starts: 'openedOn',
  meets: 'closedOn',
  due: row =>
    row.openedOn === null || row.closesOn === null ? null : days(Math.max(0, daysBetween(row.openedOn, row.closesOn))),
})

export const reportRound = clock(campaign, {
  key: 'campaign_report',
  label: 'Report what came of the campaign',
  basis: 'Local policy',
  rule: 'QA-02',
  starts: 'closedOn',
  meets: 'reportedOn',
  due: workingDays(settings.report),
})

export const clocks = [closeRound, reportRound]
