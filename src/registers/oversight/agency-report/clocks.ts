import { clock, days } from '../../../declare/clock.ts'
import { agencyReport } from './record.ts'
import { settings } from './rules.ts'

/** By the day that was agreed with the agency. */
export const receive = clock(agencyReport, {
  key: 'agency_report_due',
  label: 'Send the report',
  basis: 'The day agreed with the agency',
  rule: 'GOV-PARTNERREP',
  starts: 'dueOn',
  meets: 'receivedOn',
  when: ({ state }) => state !== 'recordedInError',
  due: days(0),
})

export const scrutiny = clock(agencyReport, {
  key: 'agency_report_scrutiny',
  label: 'Look at the report in the group',
  basis: 'Local policy',
  rule: 'GOV-PARTNERREP',
  starts: 'receivedOn',
  meets: 'scrutinisedOn',
  when: ({ state }) => state !== 'recordedInError',
  due: days(settings.scrutiny),
})

export const clocks = [receive, scrutiny]
