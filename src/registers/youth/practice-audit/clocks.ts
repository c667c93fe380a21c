import { clock, days } from '../../../declare/clock.ts'
import { practiceAudit } from './record.ts'
import { settings } from './rules.ts'

export const audit = clock(practiceAudit, {
  key: 'audit',
  label: 'Read the work again',
  basis: 'Local policy',
  rule: 'YJ-DISP',
  starts: 'writtenOn',
  meets: 'auditedOn',
  when: ({ state }) => state !== 'recordedInError',
  due: days(settings.audit),
})

export const clocks = [audit]
