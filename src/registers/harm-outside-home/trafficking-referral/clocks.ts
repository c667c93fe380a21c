import { clock, days, hours, workingDays } from '../../../declare/clock.ts'
import { traffickingReferral } from './record.ts'
import { authorityLimitDays, panelLimitDays, settings } from './rules.ts'

const real = ({ state }: { readonly state: string }): boolean => state !== 'recordedInError'

export const refer = clock(traffickingReferral, {
  key: 'refer',
  label: 'Send the referral',
  basis: 'Modern Slavery Act 2015, section 52; the time is local policy',
  rule: 'NR-01',
  starts: 'broughtOn',
  meets: 'referredOn',
  when: real,
  due: workingDays(settings.refer),
})

export const panelReasonable = clock(traffickingReferral, {
  key: 'panel_reasonable',
  label: 'Panel decides on reasonable grounds',
  basis: 'Home Office, Devolving child decision making: guidance',
  rule: 'NR-04',
  starts: 'referredOn',
  meets: 'reasonableOn',
  when: row => real(row) && row.route === 'panel',
  due: days(panelLimitDays),
})

export const authorityReasonable = clock(traffickingReferral, {
  key: 'authority_reasonable',
  label: 'Authority decides on reasonable grounds',
  basis: 'Modern Slavery Act 2015, section 49, statutory guidance: an aim, not a limit',
  rule: 'NR-02',
  starts: 'authorityFrom',
  meets: 'reasonableOn',
  when: row => real(row) && row.route === 'authority',
  due: workingDays(authorityLimitDays),
})

export const guardian = clock(traffickingReferral, {
  key: 'guardian',
  label: 'Ask for a guardian',
  basis: 'Modern Slavery Act 2015, section 48; the time is local policy',
  rule: 'NR-05',
  starts: 'identifiedAt',
  meets: 'guardianReferredAt',
  when: row => real(row) && row.guardianNot === null,
  due: hours(settings.guardian),
})

export const clocks = [refer, panelReasonable, authorityReasonable, guardian]
