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

export const moreShouldHaveBeenSought = measure(contact, {
  key: 'more_should_have_been_sought',
  label: 'Decisions agreed on the information available, where more should have been sought',
  definition: `Of the contacts received in the period whose decision was agreed, those of which the second person said that more information should have been sought. Decisions they disagreed with are not among them: these went back and were written again. Those agreed before the question was asked are left out. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Agreed decisions for which more should have been sought',
  denominator: 'Contacts received in the period with an agreed decision and an answer to the question',
  source: 'The partnership’s threshold audit, annual report 2021 to 2022, page 51',
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    receivedIn(db, period)
      .where('contact.agreedAt', 'is not', null)
      .where('contact.informationSought', 'is not', null)
      .select(['contact.id', sql<boolean>`contact.information_sought = 'moreShouldHaveBeen'`.as('counted')]),
})

export const sentBack = measure(contact, {
  key: 'decisions_sent_back',
  label: 'Decisions sent back before they were agreed',
  definition: `Of the contacts received in the period whose decision was agreed, those of which a decision was sent back at least once because the second person could not agree it. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Agreed contacts whose decision had been sent back',
  denominator: 'Contacts received in the period with an agreed decision',
  source: 'Local policy, after the partnership’s threshold audit',
  by,
  version: 1,
  cases: (db, { period }) =>
    receivedIn(db, period)
      .where('contact.agreedAt', 'is not', null)
      .select(['contact.id', sql<boolean>`contact.sent_back_why is not null`.as('counted')]),
})

export const measuresOfPractice = [
  checksChangedDecision,
  agreedBySecond,
  sentBack,
  moreShouldHaveBeenSought,
  thresholdRecorded,
  consentRecorded,
  offersDeclined,
  safeContactAsked,
]
