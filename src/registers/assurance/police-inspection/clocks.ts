import { clock, days, workingDays } from '../../../declare/clock.ts'
import { policeInspection } from './record.ts'
import { holdsFor, settings } from './rules.ts'

export const share = clock(policeInspection, {
  key: 'share',
  label: 'Share what was found',
  basis: 'Local policy',
  rule: 'POL-DIT',
  starts: 'inspectedOn',
  meets: 'sharedOn',
  when: ({ state }) => state !== 'recordedInError',
  due: workingDays(settings.share),
})

/** A statement is relied on until the day it says itself; then somebody gives it anew or takes it back (I-46). */
export const renewal = clock(policeInspection, {
  key: 'renewal',
  label: 'Give the statement anew, or take it back',
  basis: 'The day until which the statement says that it holds',
  rule: 'I-46',
  starts: 'inspectedOn',
  meets: 'renewedOn',
  when: row => row.kind === 'briefing' && row.state !== 'recordedInError',
  due: row => {
    const held = holdsFor(row)
    return held === null ? null : days(held)
  },
})
