import { clock, days, workingDays } from '../../../declare/clock.ts'
import { authorityRequest } from './record.ts'
import { settings } from './rules.ts'

const real = ({ state }: { readonly state: string }): boolean => state !== 'recordedInError'

export const answer = clock(authorityRequest, {
  key: 'answer',
  label: 'Answer the request',
  basis: 'Local policy',
  rule: 'EXP-XBORDER',
  starts: 'askedOn',
  meets: 'answeredOn',
  when: real,
  due: workingDays(settings.answer),
})

export const update = clock(authorityRequest, {
  key: 'update',
  label: 'Tell the other side what came of it',
  basis: 'Local policy',
  rule: 'EXP-XBORDER',
  starts: 'answeredOn',
  meets: 'updatedOn',
  when: row => real(row) && row.answer !== 'refused' && row.answer !== 'nothingKnown',
  due: days(settings.update),
})

/** The cue that is easily forgotten: where the child lives, health often does not know. */
export const health = clock(authorityRequest, {
  key: 'health',
  label: 'Tell health where the child lives',
  basis: 'Local policy',
  rule: 'EXP-XBORDER',
  starts: 'askedOn',
  meets: 'healthToldOn',
  when: row => real(row) && row.livesThere === true,
  due: workingDays(settings.health),
})

export const clocks = [answer, update, health]
