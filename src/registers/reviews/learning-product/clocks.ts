import { clock, days } from '../../../declare/clock.ts'
import { learningProduct } from './record.ts'
import { settings } from './rules.ts'

/** Learning that nobody looks for again cannot be shown to have changed anything. */
export const again = clock(learningProduct, {
  key: 'again',
  label: 'Look whether practice has changed',
  basis: 'Local policy',
  rule: 'CR-LEARN',
  starts: 'issuedOn',
  meets: 'auditedOn',
  when: ({ state }) => state !== 'recordedInError' && state !== 'withdrawn',
  due: days(settings.again),
})

export const clocks = [again]
