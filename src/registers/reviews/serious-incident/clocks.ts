import { clock, hours, workingDays } from '../../../declare/clock.ts'
import { seriousIncident } from './record.ts'
import { type Incident, settings } from './rules.ts'

const act = 'Children Act 2004, section 16C(1)'
const considered = ({ state }: Pick<Incident, 'state'>) => state !== 'notNotified' && state !== 'recordedInError'

export const notifyPanel = clock(seriousIncident, {
  key: 'notify_panel',
  label: 'Notify the Panel, or decide not to',
  basis: act,
  rule: 'SI-01',
  starts: 'awareOn',
  meets: 'notifiedOn',
  when: considered,
  due: workingDays(5),
})

export const tellPartners = clock(seriousIncident, {
  key: 'tell_partners',
  label: 'Tell the safeguarding partners',
  basis: `${act}; Working Together to Safeguard Children 2023, chapter 5`,
  rule: 'SI-01',
  starts: 'awareOn',
  meets: 'partnersToldOn',
  when: considered,
  due: workingDays(5),
})

/** Of every death, also one that is not notified to the Panel. */
export const childDeath = clock(seriousIncident, {
  key: 'child_death',
  label: 'Tell the child death review partners of the death',
  basis: 'Local policy',
  rule: 'SI-07',
  starts: 'deathKnownAt',
  meets: 'childDeathToldAt',
  when: row => row.harm === 'death' && row.state !== 'recordedInError',
  due: hours(settings.childDeath),
})

const isMade = (row: Incident) => considered(row) && row.state !== 'recorded' && row.noReviewOn === null
const review = 'Working Together to Safeguard Children 2023, chapter 5, and guidance of the Panel'

/**
 * Sources differ on where the 15 days begin. Both beginnings are kept, each with its own day; the list and My work show the earlier.
 */
export const fromAwareness = clock(seriousIncident, {
  key: 'rapid_review',
  label: 'Send the rapid review (counted from awareness)',
  basis: review,
  rule: 'SI-03',
  starts: 'awareOn',
  meets: 'sentOn',
  when: isMade,
  due: workingDays(15),
})

export const fromNotification = clock(seriousIncident, {
  key: 'rapid_review_notified',
  label: 'Send the rapid review (counted from notification)',
  basis: review,
  rule: 'SI-03',
  starts: 'notifiedOn',
  meets: 'sentOn',
  when: isMade,
  due: workingDays(15),
})

export const clocks = [notifyPanel, tellPartners, childDeath, fromAwareness, fromNotification]
