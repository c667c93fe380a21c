import { clock, days } from '../../../declare/clock.ts'
import { auditCase } from './record.ts'
import { settings } from './rules.ts'

/** From the day it was chosen: a sample audited over half a year is of two different times. */
export const audited = clock(auditCase, {
  key: 'audit_case_audited',
  label: 'Audit the case',
  basis: 'Local policy',
  rule: 'QA-03',
  starts: 'drawnOn',
  meets: 'auditedOn',
  when: ({ state }) => state !== 'recordedInError' && state !== 'notAudited',
  due: days(settings.audit),
})

export const clocks = [audited]
