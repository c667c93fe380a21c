import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { agendaItem } from './record.ts'

type Db = Kysely<MeasureTables<'agenda_item', (typeof agendaItem)['fields'], (typeof agendaItem)['lines']>>

const by = ['kind', 'whyToday', 'risk', 'decision', 'childrenStep'] as const
const heard = 'Cases discussed in the period'

/** Discussed in the period, by the end of the discussion; what was carried over or taken off was not. */
const discussed = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('agenda_item')
    .where('agenda_item.state', '=', 'discussed')
    .where('agenda_item.closedItemAt', '>=', period.fromInstant)
    .where('agenda_item.closedItemAt', '<', period.toInstant)

export const casesDiscussed = measure(agendaItem, {
  key: 'meeting_cases_discussed',
  label: 'Cases discussed at meetings',
  definition:
    'Agenda items that were discussed in the period, by kind of meeting. A case that was discussed at two meetings counts twice; one that was carried over counts where it was discussed.',
  unit: 'count',
  of: 'discussion (one case at one meeting)',
  numerator: heard,
  source: 'DA-DSM, DA-MARAC and EXP-MACE (local definition)',
  by,
  version: 1,
  cases: (db, scope) => discussed(db, scope).select(['agenda_item.id', sql<boolean>`true`.as('counted')]),
})

export const repeatCases = measure(agendaItem, {
  key: 'domestic_abuse_repeat_cases',
  label: 'Cases of domestic abuse heard again after another incident',
  definition:
    'Of the cases heard by the daily meeting or the monthly conference in the period, those that came back because of another incident between the same two people within 12 months of the last discussion.',
  unit: 'percent',
  of: 'discussion (one case at one meeting)',
  numerator: 'Cases heard because it happened again',
  denominator: 'Cases of domestic abuse heard in the period',
  source: 'Rulebook DA-04',
  by,
  version: 1,
  cases: (db, scope) =>
    discussed(db, scope)
      .where('agenda_item.kind', 'in', ['daily', 'conference'])
      .where('agenda_item.dailyCase', 'is not', null)
      .select(['agenda_item.id', sql<boolean>`agenda_item.why_today = 'repeat'`.as('counted')]),
})

/** Each meeting once, in the name of its first item: the figure is of meetings, told by their items. */
const sizes = (db: Db, scope: MeasureScope, kind: 'daily' | 'conference') =>
  discussed(db, scope)
    .where('agenda_item.kind', '=', kind)
    .groupBy('agenda_item.meeting')
    .select([
      sql<string>`(array_agg(agenda_item.id order by agenda_item.position, agenda_item.id))[1]`.as('id'),
      sql<number>`count(*)`.as('size'),
    ])

export const dailyOfThree = measure(agendaItem, {
  key: 'daily_meetings_of_three',
  label: 'Daily meetings with up to three cases',
  definition:
    'Of the daily safeguarding meetings with at least one case discussed in the period, those that discussed no more than three. The report says that up to three are heard each day.',
  unit: 'percent',
  of: 'meeting',
  numerator: 'Meetings with one, two or three cases',
  denominator: 'Daily meetings with at least one case discussed',
  source: 'DA-DSM (local definition)',
  by: [],
  version: 1,
  cases: (db, scope) =>
    db
      .selectFrom('agenda_item')
      .innerJoin(sizes(db, scope, 'daily').as('sized'), 'sized.id', 'agenda_item.id')
      .select(['agenda_item.id', sql<boolean>`sized.size <= 3`.as('counted')]),
})

export const conferencesOfUsualSize = measure(agendaItem, {
  key: 'conferences_of_usual_size',
  label: 'Monthly conferences with 35 to 55 cases',
  definition:
    'Of the multi-agency risk assessment conferences with at least one case discussed in the period, those that discussed 35 to 55. The daily meeting took their place in January 2021.',
  unit: 'percent',
  of: 'meeting',
  numerator: 'Conferences with 35 to 55 cases',
  denominator: 'Conferences with at least one case discussed',
  source: 'DA-MARAC (local definition)',
  by: [],
  version: 1,
  cases: (db, scope) =>
    db
      .selectFrom('agenda_item')
      .innerJoin(sizes(db, scope, 'conference').as('sized'), 'sized.id', 'agenda_item.id')
      .select(['agenda_item.id', sql<boolean>`sized.size between 35 and 55`.as('counted')]),
})

export const measures = [casesDiscussed, repeatCases, dailyOfThree, conferencesOfUsualSize]
