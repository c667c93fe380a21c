import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure, type PeriodAsked } from '../../../declare/measure.ts'
import { contact } from './record.ts'

export type ContactTables = MeasureTables<'contact', (typeof contact)['fields'], (typeof contact)['lines']>

export const of = 'contact (one child, one event)'
export const by = [
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

/** Contacts of the period as they count: recorded in error, and second reports of one event, are not contacts. */
export const receivedIn = (db: Kysely<ContactTables>, period: PeriodAsked) =>
  db
    .selectFrom('contact')
    .where('contact.receivedAt', '>=', period.fromInstant)
    .where('contact.receivedAt', '<', period.toInstant)
    .where('contact.state', 'not in', ['recordedInError', 'joined'])

export const received = 'Contacts received in the period'
export const leftOut =
  'Contacts marked as recorded in error, and second reports joined to a contact about the same event, are left out.'

export const contactsReceived = measure(contact, {
  key: 'contacts',
  label: 'Contacts received',
  definition: `Contacts received by the contact team in the period, one for each child and event. ${leftOut} A contact recorded late counts in the period in which it was received, from the moment it was recorded.`,
  unit: 'count',
  of,
  numerator: received,
  source: 'Rulebook FD-01',
  by,
  version: 1,
  ratePer: '0 to 17',
  cases: (db, { period }) => receivedIn(db, period).select(['contact.id', sql<boolean>`true`.as('counted')]),
})

export const contactsNotOpen = measure(contact, {
  key: 'contacts_not_open',
  label: 'Contacts about children not already open',
  definition: `Contacts received in the period, without those passed on because a service was already working with the child: new information on an open case is no new contact when the volume of work is counted. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Contacts received in the period with another outcome than “Already open”',
  source: 'Rulebook FD-01',
  by,
  version: 1,
  ratePer: '0 to 17',
  cases: (db, { period }) =>
    receivedIn(db, period)
      .where('contact.outcome', 'is distinct from', 'alreadyOpen')
      .select(['contact.id', sql<boolean>`true`.as('counted')]),
})

/** Calendar days in London: contacts of one day are one event reported twice, not a child who came back (FD-06). */
const dayOf = (table: 'earlier' | 'later') =>
  sql`(${sql.ref(`${table}.receivedAt`)} at time zone 'Europe/London')::date`

/** London midnight. */
const twelveMonthsBefore = ({ from }: PeriodAsked) =>
  sql<string>`(${from}::date - interval '12 months') at time zone 'Europe/London'`

/**
 * Contacts of the period and of the 12 months before it, with the person each is about: where records were merged by then,
 * the one that stayed. Read once, and searched by the join.
 */
const twoYears = (db: Kysely<ContactTables>, { period, asAt }: MeasureScope) =>
  db.with('seen', from =>
    from
      .selectFrom('contact')
      .leftJoin(
        sql<{ id: string; stays: string }>`canopy.merged_people(${asAt})`.as('merged'),
        'merged.id',
        'contact.person',
      )
      .where('contact.receivedAt', '>=', twelveMonthsBefore(period))
      .where('contact.receivedAt', '<', period.toInstant)
      .where('contact.state', 'not in', ['recordedInError', 'joined'])
      .where('contact.person', 'is not', null)
      .select(['contact.id', 'contact.receivedAt', sql<string>`coalesce(merged.stays, contact.person)`.as('person')]),
  )

export const contactsAgain = measure(contact, {
  key: 'contacts_again',
  label: 'Contacts about a child who was the subject of a contact in the 12 months before',
  definition: `Of the contacts received in the period, those about a child of whom another contact was received less than 12 months and at least one day before. Which contacts are about one child is what the team recorded when it matched them to people, and which people have turned out to be the same. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Contacts with an earlier contact of the same child within 12 months',
  denominator: received,
  source: 'Rulebook FD-06, applied to contacts',
  by,
  version: 2,
  direction: 'fewer',
  cases: (db, scope) =>
    receivedIn(db, scope.period).select(eb => [
      'contact.id',
      eb(
        'contact.id',
        'in',
        twoYears(db, scope)
          .selectFrom('seen as later')
          .innerJoin('seen as earlier', 'earlier.person', 'later.person')
          .where('later.receivedAt', '>=', scope.period.fromInstant)
          .where(sql<boolean>`${dayOf('earlier')} < ${dayOf('later')}`)
          .where(sql<boolean>`${dayOf('earlier')} > ${dayOf('later')} - interval '12 months'`)
          .select('later.id'),
      )
        .$castTo<boolean>()
        .as('counted'),
    ]),
})
