import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { place } from './record.ts'
import { compareDays } from './rules.ts'

type Db = Kysely<MeasureTables<'place', (typeof place)['fields'], (typeof place)['lines']>>

const source = 'Remedy for places without a record (EXP-CTX)'
const by = ['kind', 'ward', 'toldBy'] as const
const leftOut = 'Records made in error are left out.'

const standing = (db: Db) => db.selectFrom('place').where('place.state', '!=', 'recordedInError')

export const known = measure(place, {
  key: 'places_known',
  label: 'Places of worry at the end of the period',
  definition: `Places and events known by the last day of the period on which work had not ended by then. ${leftOut}`,
  unit: 'count',
  of: 'place',
  numerator: 'Places known on the last day of the period',
  source,
  by,
  version: 1,
  cases: (db, { period }: MeasureScope) =>
    standing(db)
      .where('place.knownOn', '<=', period.to)
      .where(eb => eb.or([eb('place.closedOn', 'is', null), eb('place.closedOn', '>', period.to)]))
      .select(['place.id', sql<boolean>`true`.as('counted')]),
})

export const namedInInterviews = measure(place, {
  key: 'places_named_in_interviews',
  label: 'Times places were named in return home interviews',
  definition: `Times a place on record was named in a return home interview in the period. One interview may name several. ${leftOut}`,
  unit: 'count',
  of: 'naming (one place, one interview)',
  numerator: 'Namings in the period',
  source,
  by,
  version: 1,
  cases: (db, { period }: MeasureScope) =>
    standing(db)
      .innerJoin('place_concerns', 'place_concerns.recordId', 'place.id')
      .where('place_concerns.concernSource', '=', 'interview')
      .where('place_concerns.concernOn', '>=', period.from)
      .where('place_concerns.concernOn', '<=', period.to)
      .select(['place_concerns.id', 'place.id as recordId', sql<boolean>`true`.as('counted')]),
})

/** What was told of the place in so many days from a day on. */
const toldIn = (from: string, until: string) => sql<number>`(select count(*) from place_concerns c
  where c.record_id = place.id and c.concern_on >= ${sql.raw(from)} and c.concern_on < ${sql.raw(until)})`

export const fewerAfter = measure(place, {
  key: 'places_fewer_after_intervention',
  label: 'Places of which less was told after the first intervention',
  definition: `Of places whose first intervention was in the period and lies at least ${compareDays} days back, those of which less was told in the ${compareDays} days from that day on than in the ${compareDays} days before it. Less told is not proof of less harm: what children say stands in the reviews. ${leftOut}`,
  unit: 'percent',
  of: 'place with an intervention',
  numerator: `Places of which less was told in the ${compareDays} days after`,
  denominator: `Places with a first intervention in the period, ${compareDays} days or more ago`,
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period, asAt }: MeasureScope) => {
    const span = `interval '${compareDays} days'`
    return standing(db)
      .where('place.firstInterventionOn', '>=', period.from)
      .where('place.firstInterventionOn', '<=', period.to)
      .where(sql<boolean>`place.first_intervention_on + ${sql.raw(span)} <= ${asAt}::timestamptz`)
      .select([
        'place.id',
        sql<boolean>`${toldIn('place.first_intervention_on', `place.first_intervention_on + ${span}`)}
          < ${toldIn(`place.first_intervention_on - ${span}`, 'place.first_intervention_on')}`.as('counted'),
      ])
  },
})

export const reviewsInTime = measure(place, {
  key: 'places_reviewed_in_time',
  label: 'Work on places reviewed in time',
  definition: `Of reviews of places due in the period, those held by the due date. The limit (84 days unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of: 'review that was due (one place)',
  numerator: 'Reviews held by the due date',
  denominator: 'Reviews due in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }: MeasureScope) =>
    standing(db)
      .innerJoin('place_clock as due', 'due.recordId', 'place.id')
      .where('due.clock', '=', 'review')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .where('due.dueAt', '<', asAt)
      .select([
        'place.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures = [known, namedInInterviews, fewerAfter, reviewsInTime]
