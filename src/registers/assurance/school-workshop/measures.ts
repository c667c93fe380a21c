import { type Kysely, sql } from 'kysely'
import { type MeasureTables, measure, type PeriodAsked } from '../../../declare/measure.ts'
import { workshop } from './record.ts'

type Db = Kysely<MeasureTables<'school_workshop', (typeof workshop)['fields'], (typeof workshop)['lines']>>

const source = 'POL-SSO (local definition)'
const by = ['topic', 'term', 'audience', 'school'] as const

const heldIn = (db: Db, { from, to }: PeriodAsked) =>
  db
    .selectFrom('school_workshop')
    .where('school_workshop.state', '=', 'held')
    .where('school_workshop.heldOn', '>=', from)
    .where('school_workshop.heldOn', '<=', to)

/** One case for each of those a workshop counted; each has an identifier of its own, made from that of the workshop. */
const eachOf = (db: Db, period: PeriodAsked, column: 'pupilsReached' | 'cardsIssued') =>
  heldIn(db, period)
    .innerJoin(
      sql<{ n: number }>`lateral generate_series(1, ${sql.ref(`school_workshop.${column}`)})`.as<'each'>(sql`each(n)`),
      join => join.onTrue(),
    )
    .select([
      sql<string>`md5(school_workshop.id::text || ' ' || each.n)::uuid`.as('id'),
      'school_workshop.id as recordId',
      sql<boolean>`true`.as('counted'),
    ])

export const workshopsHeld = measure(workshop, {
  key: 'school_workshops_held',
  label: 'Workshops of the police in schools',
  definition: 'Workshops held in the period, by the day on which they were held.',
  unit: 'count',
  of: 'workshop (one school, one day)',
  numerator: 'Workshops held',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) => heldIn(db, period).select(['school_workshop.id', sql<boolean>`true`.as('counted')]),
})

export const schoolsCovered = measure(workshop, {
  key: 'school_workshops_coverage',
  label: 'Schools with a workshop in the term',
  definition:
    'Of schools for which a workshop was planned for a term, those in which at least one was held for that term, whatever the topic. A school counts once for each term. The period is that of the day planned; a workshop still to come counts as not held yet.',
  unit: 'percent',
  of: 'school in a term',
  numerator: 'Schools in which a workshop was held for the term',
  denominator: 'Schools for which a workshop was planned for the term',
  source,
  by: ['term', 'topic'],
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    db
      .selectFrom('school_workshop')
      .where('school_workshop.plannedOn', '>=', period.from)
      .where('school_workshop.plannedOn', '<=', period.to)
      .distinctOn([
        'school_workshop.school',
        'school_workshop.term',
        // A school year begins in September.
        sql`extract(year from school_workshop.planned_on - interval '8 months')`,
      ])
      .orderBy('school_workshop.school')
      .orderBy('school_workshop.term')
      .orderBy(sql`extract(year from school_workshop.planned_on - interval '8 months')`)
      .orderBy(sql`school_workshop.state = 'held'`, 'desc')
      .orderBy('school_workshop.id')
      .select(['school_workshop.id', sql<boolean>`school_workshop.state = 'held'`.as('counted')]),
})

export const pupilsReached = measure(workshop, {
  key: 'school_workshops_pupils',
  label: 'Pupils who took part in workshops',
  definition:
    'Pupils counted at workshops held in the period. A pupil who came to two workshops counts twice: nobody is named.',
  unit: 'count',
  of: 'pupil at a workshop',
  numerator: 'Pupils counted at workshops',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) => eachOf(db, period, 'pupilsReached'),
})

export const cardsIssued = measure(workshop, {
  key: 'school_workshops_cards',
  label: '“Know your rights” cards given out',
  definition: 'Cards given out at workshops held in the period.',
  unit: 'count',
  of: 'card',
  numerator: 'Cards given out',
  source,
  by,
  version: 1,
  cases: (db, { period }) => eachOf(db, period, 'cardsIssued'),
})

export const measures = [workshopsHeld, schoolsCovered, pupilsReached, cardsIssued]
