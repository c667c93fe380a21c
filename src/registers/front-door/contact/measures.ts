import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { contact } from './record.ts'

const of = 'contact (one child, one event)'
const by = [
  'source',
  'outcome',
  'worry',
  'channel',
  'urgency',
  'threshold',
  'consent',
  'safeNow',
  'ethnicity',
  'sex',
  'ward',
  'checksChanged',
  'match',
] as const
const yes = sql<boolean>`true`

/** Contacts received in the period; those recorded in error, and second reports of one event, are not contacts. */
export const contactsReceived = measure(contact, {
  key: 'contacts',
  label: 'Contacts received',
  definition:
    'Contacts received by the contact team in the period, one for each child and event. Contacts marked as recorded in error, and second reports joined to a contact about the same event, are left out. A contact recorded late counts in the period in which it was received, from the moment it was recorded.',
  unit: 'count',
  of,
  numerator: 'Contacts whose date of receipt lies in the period',
  source: 'Rulebook FD-01',
  by,
  version: 1,
  cases: (db, { period }) =>
    db
      .selectFrom('contact')
      .where('receivedAt', '>=', period.fromInstant)
      .where('receivedAt', '<', period.toInstant)
      .where('state', 'not in', ['recordedInError', 'joined'])
      .select(['contact.id', yes.as('counted')]),
})
