import { clock, days } from '../../../declare/clock.ts'
import { daysBetween } from '../../../kit/dates.ts'
import { survey } from './record.ts'

export const closeSurvey = clock(survey, {
  key: 'survey_close',
  label: 'Close the survey',
  basis: 'Local policy',
  rule: 'QA-02',
  starts: 'openedOn',
  meets: 'closedOn',
  due: row =>
    row.openedOn === null || row.closesOn === null ? null : days(Math.max(0, daysBetween(row.openedOn, row.closesOn))),
})

export const clocks = [closeSurvey]
