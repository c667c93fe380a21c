import { type Kysely, sql } from 'kysely'
import { type MeasureScope, measure } from '../../../declare/measure.ts'
import { by, type ContactTables, leftOut, of, received, receivedIn } from './measures.ts'
import { contact } from './record.ts'

/** Nothing is due before it starts, so clocks of earlier years need not be searched. */
const clockOf = (db: Kysely<ContactTables>, { period }: MeasureScope, clock: string) =>
  db
    .selectFrom('contact_clock')
    .where('contact_clock.clock', '=', clock)
    .where('contact_clock.dueOn', '>=', period.from)
    .selectAll()
    .as('due')

/** Met by the due moment; not met and not yet due, or past it. */
const inTime = sql<boolean>`coalesce(due.met_at <= due.due_at, false)`
const open = sql<boolean>`due.id is not null and due.met_at is null`
const overdue = (asAt: string) => sql<boolean>`due.met_at is null and due.due_at < ${asAt}`

/** Contacts of the period to which a clock applies, with what became of it. */
const withClock = (db: Kysely<ContactTables>, scope: MeasureScope, clock: string) =>
  receivedIn(db, scope.period)
    .innerJoin(clockOf(db, scope, clock), 'due.recordId', 'contact.id')
    .select(['contact.id', inTime.as('counted'), open.as('open'), overdue(scope.asAt).as('overdue')])

const notYet = 'Those not done yet count as not in time; how many are still open and overdue is told beside the figure.'

export const decidedInTime = measure(contact, {
  key: 'contacts_decided_on_time',
  label: 'Contacts decided within one working day',
  definition: `Of the contacts received in the period, those whose decision was in force, written by one person and agreed by another, by the end of the next working day. ${notYet} ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Contacts decided within one working day of receipt',
  denominator: received,
  source: 'Rulebook FD-01 and FD-02; Working Together to Safeguard Children',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    receivedIn(db, scope.period)
      .leftJoin(clockOf(db, scope, 'decision'), 'due.recordId', 'contact.id')
      .select(['contact.id', inTime.as('counted'), open.as('open'), overdue(scope.asAt).as('overdue')]),
})

export const acknowledgedInTime = measure(contact, {
  key: 'contacts_acknowledged_on_time',
  label: 'Contacts acknowledged within one working day',
  definition: `Of the contacts received in the period from somebody who gave a name, those acknowledged to the referrer by the end of the next working day. ${notYet} ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Contacts acknowledged within one working day of receipt',
  denominator: 'Contacts received in the period that were not anonymous',
  source: 'Rulebook FD-03; Working Together to Safeguard Children',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) => withClock(db, scope, 'acknowledgement'),
})

/** Members of the public get limited feedback (rulebook FD-03): the limit is for people who refer in their work. */
const publicSources = ['1A', '1B', '1C', '1D', '9', '10']

/** Decided contacts from professionals whom nothing forbids to tell. */
const toTell = (db: Kysely<ContactTables>, scope: MeasureScope) =>
  receivedIn(db, scope.period)
    .innerJoin(clockOf(db, scope, 'feedback'), 'due.recordId', 'contact.id')
    .where('contact.source', 'not in', publicSources)
    .where('contact.feedbackHow', 'is distinct from', 'notTold')

const told = 'Contacts from professionals, received in the period and decided, where telling the referrer was possible'
const tellable =
  'Contacts where telling the referrer would have increased a risk, or where they could not be reached, are left out, as are those of members of the public.'

export const referrersToldInTime = measure(contact, {
  key: 'referrers_told_on_time',
  label: 'Referrers told the outcome in time',
  definition: `Of the contacts received in the period from people who referred in their work, and decided, those where the referrer was told the outcome within the limit of local policy. ${tellable} ${notYet} ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Contacts whose referrer was told the outcome within the limit',
  denominator: told,
  source: 'Rulebook FD-03; the limit is local policy',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    toTell(db, scope).select(['contact.id', inTime.as('counted'), open.as('open'), overdue(scope.asAt).as('overdue')]),
})

export const hoursToTell = measure(contact, {
  key: 'hours_to_tell_referrer',
  label: 'Hours from receipt to telling the referrer',
  definition: `The median of the hours, by the clock and not in office hours, from the moment a contact arrived to the moment its referrer was told the outcome. ${tellable} Those not told yet have no hours and are told beside the figure. ${leftOut}`,
  unit: 'hours',
  of,
  numerator: 'Contacts whose referrer was told',
  denominator: told,
  source: 'Rulebook FD-03',
  by,
  version: 1,
  direction: 'fewer',
  timeliness: true,
  cases: (db, scope) =>
    toTell(db, scope).select([
      'contact.id',
      sql<boolean>`contact.feedback_at is not null`.as('counted'),
      sql<number>`extract(epoch from contact.feedback_at - contact.received_at) / 3600`.as('value'),
      open.as('open'),
      overdue(scope.asAt).as('overdue'),
    ]),
})

export const urgencySetInTime = measure(contact, {
  key: 'urgency_set_on_time',
  label: 'Contacts whose urgency was set in time',
  definition: `Of the contacts received in the period, those whose urgency was set within the office hours of local policy. ${notYet} ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Contacts whose urgency was set within the limit',
  denominator: received,
  source: 'Rulebook FD-07; the limit is local policy',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) => withClock(db, scope, 'urgency_set'),
})

export const writtenFormInTime = measure(contact, {
  key: 'written_form_on_time',
  label: 'Telephone referrals confirmed in writing in time',
  definition: `Of the contacts received by telephone in the period from people who referred in their work, those whose written form arrived within the hours of local policy (48 unless changed). ${notYet} ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Telephone referrals whose written form arrived within the limit',
  denominator: 'Contacts by telephone from professionals, received in the period',
  source: 'Rulebook FD-09; the limit is local policy',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) => withClock(db, scope, 'written_form'),
})

export const handOverInTime = measure(contact, {
  key: 'hand_overs_accepted_on_time',
  label: 'Hand-overs accepted in time',
  definition: `Of the contacts received in the period and handed over to another service, those the service accepted within the working days of local policy. ${notYet} ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Contacts accepted by the receiving service within the limit',
  denominator: 'Contacts received in the period and handed over',
  source: 'Rulebook FD-02; the limit is local policy',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) => withClock(db, scope, 'hand_over'),
})

export const outreachInTime = measure(contact, {
  key: 'outreach_on_time',
  label: 'Outreach made in time to families who declined',
  definition: `Of the contacts received in the period whose family declined the offer or could not be reached, those where outreach was finished within the working days of local policy. ${notYet} ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Contacts whose outreach was finished within the limit',
  denominator: 'Contacts received in the period whose family declined or could not be reached',
  source: 'Rulebook FD-08; local policy',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) => withClock(db, scope, 'outreach'),
})

export const measuresOfTime = [
  decidedInTime,
  urgencySetInTime,
  acknowledgedInTime,
  referrersToldInTime,
  hoursToTell,
  writtenFormInTime,
  handOverInTime,
  outreachInTime,
]
