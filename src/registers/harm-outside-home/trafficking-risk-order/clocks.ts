import { clock } from '../../../declare/clock.ts'
import { daysBetween } from '../../../kit/dates.ts'
import { traffickingRiskOrder } from './record.ts'
import { settings } from './rules.ts'

/** So many days before the last day of the order: later a court has no time to make another. */
export const renewal = clock(traffickingRiskOrder, {
  key: 'renewal',
  label: 'Decide what follows the order',
  basis: 'Modern Slavery Act 2015, sections 23 to 27; the time before its end is local policy',
  rule: 'STRO',
  starts: 'madeOn',
  meets: 'decidedOn',
  when: ({ state }) => state !== 'recordedInError',
  due: ({ madeOn, expiresOn }, { setting }) =>
    madeOn === null || expiresOn === null
      ? null
      : { unit: 'days', n: Math.max(0, daysBetween(madeOn, expiresOn) - setting(settings.renew.key)) },
})
