import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { by, leftOut, of, received, receivedIn } from './measures.ts'
import { contact } from './record.ts'

export const checksChangedDecision = measure(contact, {
  key: 'checks_changed_decision',
  label: 'Decisions that checks changed',
  definition: `Of the contacts received in the period that were decided after agencies were asked, those decided otherwise than the screener would have decided before any answer. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Contacts whose decision differs from the one noted before checks',
  denominator: 'Contacts received in the period, with checks and an agreed decision',
  source: 'Local policy, after rulebook FD-07',
  by,
  version: 1,
  cases: (db, { period }) =>
    receivedIn(db, period)
      .where('contact.checksChanged', 'in', ['changed', 'unchanged'])
      .where('contact.agreedAt', 'is not', null)
      .select(['contact.id', sql<boolean>`contact.checks_changed = 'changed'`.as('counted')]),
})

export const consentRecorded = measure(contact, {
  key: 'consent_recorded',
  label: 'Contacts with consent recorded',
  definition: `Of the contacts received in the period, those that say whether the family agreed or refused, or, where it was not asked, why not. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Contacts that say agreed, refused, or not asked with the reason',
  denominator: received,
  source: 'Rulebook FD-08',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    receivedIn(db, period).select([
      'contact.id',
      sql<boolean>`contact.consent in ('agreed', 'refused') or (contact.consent = 'notSought' and contact.why_not_sought is not null)`.as(
        'counted',
      ),
    ]),
})

export const offersDeclined = measure(contact, {
  key: 'offers_declined',
  label: 'Offers that families declined',
  definition: `Of the contacts received in the period in which a service was offered and the answer recorded, those whose family declined. Families who could not be reached are among the offers, not among those who declined. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Contacts whose family declined the offer',
  denominator: 'Contacts received in the period with the answer to an offer recorded',
  source: 'Rulebook FD-08',
  by: [...by, 'declineReason'],
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    receivedIn(db, period)
      .where('contact.offerAnswer', 'is not', null)
      .select(['contact.id', sql<boolean>`contact.offer_answer = 'declined'`.as('counted')]),
})

export const safeContactAsked = measure(contact, {
  key: 'safe_contact_asked',
  label: 'Domestic abuse contacts where the alleged victim was asked if they were free to talk',
  definition: `Of the contacts received in the period whose main worry is domestic abuse, those with at least one conversation in which the alleged victim was asked whether they were free to talk, whatever they said. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Contacts in which the question was asked',
  denominator: 'Contacts received in the period about domestic abuse',
  source: 'Local policy',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    receivedIn(db, period)
      .where('contact.worry', '=', 'domesticAbuse')
      .select(eb => [
        'contact.id',
        eb(
          'contact.id',
          'in',
          db
            .selectFrom('contact_safeContacts as spoken')
            .where('spoken.freeToTalk', 'in', ['safe', 'notSafe'])
            .select('spoken.recordId'),
        )
          .$castTo<boolean>()
          .as('counted'),
      ]),
})

export const thresholdRecorded = measure(contact, {
  key: 'threshold_recorded',
  label: 'Decisions with a threshold level',
  definition: `Of the contacts received in the period and decided, those with a level of need from the London continuum recorded. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Decided contacts with a level of need',
  denominator: 'Contacts received in the period and decided',
  source: 'Rulebook FD-10',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    receivedIn(db, period)
      .where('contact.decidedAt', 'is not', null)
      .select(['contact.id', sql<boolean>`contact.threshold is not null`.as('counted')]),
})

export const agreedBySecond = measure(contact, {
  key: 'agreed_by_second_person',
  label: 'Decisions agreed by a second person',
  definition: `Of the contacts received in the period and decided, those whose decision was agreed by somebody other than the person who wrote it. Decisions that wait for agreement count as not agreed. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Decided contacts agreed by another person',
  denominator: 'Contacts received in the period and decided',
  source: 'Rulebook FD-01 and FD-02',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    receivedIn(db, period)
      .where('contact.decidedAt', 'is not', null)
      .select([
        'contact.id',
        sql<boolean>`contact.agreed_by is not null and contact.agreed_by <> contact.decided_by`.as('counted'),
      ]),
})

export const measuresOfPractice = [
  checksChangedDecision,
  agreedBySecond,
  thresholdRecorded,
  consentRecorded,
  offersDeclined,
  safeContactAsked,
]
