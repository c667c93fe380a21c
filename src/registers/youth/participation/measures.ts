import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import type { programmeKinds } from '../../../fields/lists/youth.ts'
import type { statements } from './codes.ts'
import { participation } from './record.ts'

type Db = Kysely<MeasureTables<'participation', (typeof participation)['fields'], (typeof participation)['lines']>>
type Kind = keyof typeof programmeKinds
type Statement = keyof typeof statements

const by = ['kind', 'provider', 'ageBand', 'sex', 'ethnicity'] as const
const yes = sql<boolean>`true`
const leftOut = 'Records made in error are left out.'
const personInProgramme = 'person in one programme'

const standing = (db: Db, kind: Kind | null) => {
  const all = db.selectFrom('participation').where('participation.state', '!=', 'recordedInError')
  return kind === null ? all : all.where('participation.kind', '=', kind)
}

/** Who had begun by the end of the period and had not ended before it began. */
const takingPart = (db: Db, { period }: MeasureScope, kind: Kind | null) =>
  standing(db, kind)
    .where('participation.startedOn', '<=', period.to)
    .where(eb => eb.or([eb('participation.endedOn', 'is', null), eb('participation.endedOn', '>=', period.from)]))

export const tookPart = measure(participation, {
  key: 'programme_people',
  label: 'People who took part in programmes',
  definition: `People with a record of their own who took part in a programme on at least one day of the period. Somebody in two programmes counts twice. Whoever was offered a place and did not begin is not counted, nor are the head counts of what is open to all. ${leftOut}`,
  unit: 'count',
  of: personInProgramme,
  numerator: 'People who took part in the period',
  source: 'YS-UNIVERSAL, YS-COMM, YS-TRANSITION (local definition)',
  by: [...by, 'participant'],
  version: 1,
  cases: (db, scope) => takingPart(db, scope, null).select(['participation.id', yes.as('counted')]),
})

export const begunOfOffered = measure(participation, {
  key: 'programme_offers_begun',
  label: 'Places offered that were begun',
  definition: `Of places offered to one person in the period, those that the person has begun. A place that is still offered counts as not begun. ${leftOut}`,
  unit: 'percent',
  of: 'place offered to one person',
  numerator: 'Begun',
  denominator: 'Places offered in the period',
  source: 'YS-PARENT: offered is not attended (local definition)',
  by: [...by, 'participant'],
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    standing(db, null)
      .where('participation.offeredOn', '>=', period.from)
      .where('participation.offeredOn', '<=', period.to)
      .select(['participation.id', sql<boolean>`participation.started_on is not null`.as('counted')]),
})

export const mentoringPeople = measure(participation, {
  key: 'mentoring_people',
  label: 'Young people supported by commissioned services',
  definition: `Young people who took part in commissioned mentoring or one-to-one support on at least one day of the period. ${leftOut}`,
  unit: 'count',
  of: 'young person in one service',
  numerator: 'Young people supported in the period',
  source: 'YS-COMM (local definition)',
  by,
  version: 1,
  cases: (db, scope) =>
    takingPart(db, scope, 'mentoring')
      .where('participation.participant', '=', 'youngPerson')
      .select(['participation.id', yes.as('counted')]),
})

export const oneToOneContacts = measure(participation, {
  key: 'one_to_one_contacts',
  label: 'One-to-one contacts of commissioned services',
  definition: `One-to-one contacts with young people of commissioned services in the period, one-to-one mentoring among them. Telephone calls, groups and contacts with the family are left out. ${leftOut}`,
  unit: 'count',
  of: 'contact (one young person, one occasion)',
  numerator: 'One-to-one contacts in the period',
  source: 'YS-COMM (local definition)',
  by,
  version: 1,
  cases: (db, { period }) =>
    standing(db, 'mentoring')
      .innerJoin('participation_contacts as contact', 'contact.recordId', 'participation.id')
      .where('contact.contactKind', 'in', ['oneToOne', 'mentoring'])
      .where('contact.contactOn', '>=', period.from)
      .where('contact.contactOn', '<=', period.to)
      .select(['contact.id', 'participation.id as recordId', yes.as('counted')]),
})

/**
 * Each mentoring contact of the period with the minutes before it and up to it: a full hour belongs to the contact in which it
 * is reached, so that the hours of all add up to the whole hours of their minutes, and no half hour is rounded up.
 */
const hoursReached = ({ period }: MeasureScope) =>
  sql<{ id: string; recordId: string; before: number; after: number }>`(
    select m.id, m.record_id, sum(m.minutes) over w - m.minutes as before, sum(m.minutes) over w as after
      from participation_contacts m join participation p on p.id = m.record_id
     where p.kind = 'mentoring' and p.state <> 'recordedInError' and m.contact_kind = 'mentoring'
       and m.contact_on between ${period.from} and ${period.to}
    window w as (order by m.contact_on, m.id))`

export const mentoringHours = measure(participation, {
  key: 'mentoring_hours',
  label: 'Hours of mentoring by commissioned services',
  definition: `Full hours of one-to-one mentoring in the period, by the minutes recorded, all young people together: ninety minutes are one hour, twice ninety are three. In a breakdown an hour stands where it was completed. ${leftOut}`,
  unit: 'count',
  of: 'hour of mentoring',
  numerator: 'Full hours of mentoring in the period',
  source: 'YS-COMM (local definition)',
  by,
  version: 1,
  cases: (db, scope) =>
    db
      .selectFrom('participation')
      .innerJoin(hoursReached(scope).as('mentored'), 'mentored.recordId', 'participation.id')
      .innerJoin(
        sql<{ nth: number }>`lateral generate_series(mentored.before / 60 + 1, mentored.after / 60)`.as<'hour'>(
          sql`hour(nth)`,
        ),
        join => join.onTrue(),
      )
      .select(['mentored.id', 'participation.id as recordId', yes.as('counted')]),
})

export const transitionsPeople = measure(participation, {
  key: 'transitions_people',
  label: 'Young people in the transitions project',
  definition: `Young people who took part in the transitions project on at least one day of the period. ${leftOut}`,
  unit: 'count',
  of: 'young person',
  numerator: 'Young people who took part in the period',
  source: 'YS-TRANSITION (local definition)',
  by,
  version: 1,
  cases: (db, scope) =>
    takingPart(db, scope, 'transitions')
      .where('participation.participant', '=', 'youngPerson')
      .select(['participation.id', yes.as('counted')]),
})

export const transitionsAttendance = measure(participation, {
  key: 'transitions_attendance',
  label: 'Sessions of the transitions project attended',
  definition: `Of the sessions there were for young people whose part in the transitions project ended in the period, those they came to, over the whole time they took part. ${leftOut}`,
  unit: 'percent',
  of: 'session for one young person',
  numerator: 'Sessions they came to',
  denominator: 'Sessions there were for them',
  source: 'YS-TRANSITION (local definition)',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    standing(db, 'transitions')
      .innerJoin(
        sql<{ nth: number }>`lateral generate_series(1, participation.sessions_offered)`.as<'one'>(sql`one(nth)`),
        join => join.onTrue(),
      )
      .where('participation.endedOn', '>=', period.from)
      .where('participation.endedOn', '<=', period.to)
      .select([
        'participation.id',
        sql<boolean>`coalesce(one.nth <= participation.sessions_came, false)`.as('counted'),
      ]),
})

export const championsTrained = measure(participation, {
  key: 'parent_champions_trained',
  label: 'Parents and carers who completed the training of parent champions, to date',
  definition: `Parents and carers who completed the training of parent champions, from the start of the programme to the end of the period. It grows from period to period. ${leftOut}`,
  unit: 'count',
  of: 'parent or carer',
  numerator: 'Parents and carers who completed it by the end of the period',
  source: 'YS-PARENT (local definition)',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    standing(db, 'parentChampions')
      .where('participation.outcome', '=', 'completed')
      .where('participation.endedOn', '<=', period.to)
      .select(['participation.id', yes.as('counted')]),
})

export const circlePeople = measure(participation, {
  key: 'circle_people',
  label: 'Young people in circles at the end of the period',
  definition: `Young people who take part in a circle in a school on the last day of the period. ${leftOut}`,
  unit: 'count',
  of: 'young person',
  numerator: 'Young people in a circle on the last day of the period',
  source: 'YS-BAM (local definition)',
  by,
  version: 1,
  cases: (db, { period }) =>
    standing(db, 'circles')
      .where('participation.startedOn', '<=', period.to)
      .where(eb => eb.or([eb('participation.endedOn', 'is', null), eb('participation.endedOn', '>', period.to)]))
      .select(['participation.id', yes.as('counted')]),
})

/** A share of answers to one statement. Whoever gave no answer is in neither number, so the base is always told with it. */
const agreed = (key: string, label: string, source: string, kind: Kind, statement: Statement, who: string) =>
  measure(participation, {
    key,
    label,
    definition: `Of answers given in the period to one question of the feedback, those that agree; “neither” counts as not agreeing. Nobody is taken to have answered who did not. ${leftOut}`,
    unit: 'percent',
    of: `answer of ${who}`,
    numerator: 'Answers that agree',
    denominator: `Answers given by ${who} in the period`,
    source,
    by,
    version: 1,
    direction: 'more',
    cases: (db, { period }) =>
      standing(db, kind)
        .innerJoin('participation_feedback as said', 'said.recordId', 'participation.id')
        .where('said.statement', '=', statement)
        .where('said.askedOn', '>=', period.from)
        .where('said.askedOn', '<=', period.to)
        .select(['said.id', 'participation.id as recordId', sql<boolean>`said.answer = 'agree'`.as('counted')]),
  })

const parentTraining = 'YS-PARENT (local definition)'
const transitions = 'YS-TRANSITION (local definition)'

export const feedbackMeasures = [
  agreed(
    'training_practical_knowledge',
    'Training gave parents practical knowledge they will use',
    parentTraining,
    'parentTraining',
    'practicalKnowledge',
    'a parent or carer',
  ),
  agreed(
    'training_support_my_child',
    'Training helped parents to support their child or find support',
    parentTraining,
    'parentTraining',
    'supportMyChild',
    'a parent or carer',
  ),
  agreed(
    'transitions_behaviour',
    'Behaviour became better in the transitions project',
    transitions,
    'transitions',
    'behaviourBetter',
    'a young person, parent or worker',
  ),
  agreed(
    'transitions_school_engagement',
    'Engagement with school became better, as parents say',
    transitions,
    'transitions',
    'schoolEngagement',
    'a parent or carer',
  ),
  agreed(
    'transitions_school_communication',
    'Parents are better able to speak with school staff',
    transitions,
    'transitions',
    'schoolCommunication',
    'a parent or carer',
  ),
  agreed(
    'staff_name_racism',
    'Staff are able to recognise racism in their work and to say so',
    'YJ-DISP: survey of staff (local definition)',
    'staffSurvey',
    'nameRacism',
    'a member of staff',
  ),
]

export const measures = [
  tookPart,
  begunOfOffered,
  mentoringPeople,
  oneToOneContacts,
  mentoringHours,
  transitionsPeople,
  transitionsAttendance,
  championsTrained,
  circlePeople,
  ...feedbackMeasures,
]
