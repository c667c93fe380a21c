import { clock, workingDays } from '../../../declare/clock.ts'
import { adolescentSupport } from './record.ts'
import { settings } from './rules.ts'

const real = ({ state }: { readonly state: string }): boolean => state !== 'recordedInError'

export const decide = clock(adolescentSupport, {
  key: 'decide',
  label: 'Decide on the referral',
  basis: 'Local policy',
  rule: 'EXP-ASIP',
  starts: 'referredOn',
  meets: 'decidedOn',
  when: real,
  due: workingDays(settings.decide),
})

export const begin = clock(adolescentSupport, {
  key: 'begin',
  label: 'Begin the work',
  basis: 'Local policy',
  rule: 'EXP-ASIP',
  starts: 'decidedOn',
  meets: 'startedOn',
  when: row => real(row) && row.state !== 'notTaken',
  due: workingDays(settings.begin),
})

export const clocks = [decide, begin]
