import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { sexualBehaviourConsultation } from './record.ts'

type Db = Kysely<
  MeasureTables<
    'sexual_behaviour_consultation',
    (typeof sexualBehaviourConsultation)['fields'],
    (typeof sexualBehaviourConsultation)['lines']
  >
>

const by = ['behaviour', 'children', 'setting', 'helped'] as const
const of = 'consultation (one conversation with one setting)'

const held = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('sexual_behaviour_consultation')
    .where('sexual_behaviour_consultation.state', '!=', 'recordedInError')
    .where('sexual_behaviour_consultation.heldOn', '>=', period.from)
    .where('sexual_behaviour_consultation.heldOn', '<=', period.to)

export const consultations = measure(sexualBehaviourConsultation, {
  key: 'sexual_behaviour_consultations',
  label: 'Consultations on sexual behaviour',
  definition:
    'Consultations held in the period with a setting about sexual behaviour of children. Records made in error are left out. One behaviour talked of twice is two consultations.',
  unit: 'count',
  of,
  numerator: 'Consultations held in the period',
  source: 'EXP-HSB',
  by,
  version: 1,
  cases: (db, scope) => held(db, scope).select(['sexual_behaviour_consultation.id', sql<boolean>`true`.as('counted')]),
})

export const adviceHelped = measure(sexualBehaviourConsultation, {
  key: 'sexual_behaviour_advice_helped',
  label: 'Advice that helped',
  definition:
    'Of consultations held in the period of which the setting was asked again, those whose advice helped, in full or in part.',
  unit: 'percent',
  of,
  numerator: 'Consultations whose advice helped',
  denominator: 'Consultations of which the setting was asked again',
  source: 'EXP-HSB (local definition)',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    held(db, scope)
      .where('sexual_behaviour_consultation.helped', 'is not', null)
      .select(eb => [
        'sexual_behaviour_consultation.id',
        eb('sexual_behaviour_consultation.helped', 'in', ['yes', 'partly']).$castTo<boolean>().as('counted'),
      ]),
})

export const measures: readonly Measure[] = [consultations, adviceHelped]
