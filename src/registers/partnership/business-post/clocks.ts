import { clock, days } from '../../../declare/clock.ts'
import { businessPost } from './record.ts'
import { settings } from './rules.ts'

export const filling = clock(businessPost, {
  key: 'business_post_filled',
  label: 'Fill the vacant post',
  basis: 'Local policy',
  rule: 'GOV-BIZUNIT',
  starts: 'vacantSince',
  meets: 'filledOn',
  when: ({ state }) => state !== 'recordedInError',
  due: days(settings.vacancy),
})

export const clocks = [filling]
