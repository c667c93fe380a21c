import { clock, months } from '../../../declare/clock.ts'
import { audit } from './record.ts'
import { settings } from './rules.ts'

/** Whether what was learned has changed anything is seen when the audit is made again. Without that it does not close silently. */
export const repeat = clock(audit, {
  key: 'audit_repeat',
  label: 'Repeat the audit',
  basis: 'Local policy',
  rule: 'QA-03',
  starts: 'reportedOn',
  meets: 'reAuditedOn',
  when: ({ state, noRepeatWhy, elsewhereNote }) =>
    state !== 'recordedInError' && state !== 'abandoned' && noRepeatWhy === null && elsewhereNote === null,
  due: (row, { setting }) => months(row.reAuditAfter ?? setting(settings.repeat.key)),
})

export const clocks = [repeat]
