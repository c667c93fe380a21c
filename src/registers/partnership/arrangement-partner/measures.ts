import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { arrangementPartner } from './record.ts'

type Db = Kysely<
  MeasureTables<'arrangement_partner', (typeof arrangementPartner)['fields'], (typeof arrangementPartner)['lines']>
>

const source = 'GOV-ARR; Children Act 2004, section 16E'
const leftOut = 'Records made in error are left out.'
const yes = sql<boolean>`true`.as('counted')

const standing = (db: Db) =>
  db.selectFrom('arrangement_partner').where('arrangement_partner.state', '!=', 'recordedInError')

/** Partners on the last day of the period. */
const atEnd = (db: Db, { period }: MeasureScope) =>
  standing(db)
    .where('arrangement_partner.inForceFrom', '<=', period.to)
    .where(eb =>
      eb.or([
        eb('arrangement_partner.inForceUntil', 'is', null),
        eb('arrangement_partner.inForceUntil', '>=', period.to),
      ]),
    )

export const statutoryPartners = measure(arrangementPartner, {
  key: 'statutory_partners',
  label: 'Statutory safeguarding partners',
  definition: `Organisations that are a statutory safeguarding partner on the last day of the period. The law names three: the local authority, the integrated care board and the chief officer of police. ${leftOut}`,
  unit: 'count',
  of: 'partner organisation',
  numerator: 'Statutory safeguarding partners on the last day of the period',
  source,
  by: ['sector'],
  version: 1,
  cases: (db, scope) =>
    atEnd(db, scope).where('arrangement_partner.partnerRole', '=', 'statutory').select(['arrangement_partner.id', yes]),
})

export const relevantAgencies = measure(arrangementPartner, {
  key: 'relevant_agencies',
  label: 'Relevant agencies',
  definition: `Organisations that the arrangements name as a relevant agency on the last day of the period. ${leftOut}`,
  unit: 'count',
  of: 'partner organisation',
  numerator: 'Relevant agencies on the last day of the period',
  source,
  by: ['sector'],
  version: 1,
  cases: (db, scope) =>
    atEnd(db, scope).where('arrangement_partner.partnerRole', '=', 'relevant').select(['arrangement_partner.id', yes]),
})

export const partnersSucceeded = measure(arrangementPartner, {
  key: 'arrangement_partners_succeeded',
  label: 'Partners whose place another has taken',
  definition: `Partners in the arrangements whose last day was in the period because another organisation took their place. ${leftOut}`,
  unit: 'count',
  of: 'partner organisation',
  numerator: 'Partners that another organisation followed in the period',
  source,
  by: ['partnerRole', 'sector'],
  version: 1,
  cases: (db, { period }) =>
    standing(db)
      .where('arrangement_partner.state', '=', 'succeeded')
      .where('arrangement_partner.inForceUntil', '>=', period.from)
      .where('arrangement_partner.inForceUntil', '<=', period.to)
      .select(['arrangement_partner.id', yes]),
})

export const measures: readonly Measure[] = [statutoryPartners, relevantAgencies, partnersSucceeded]
