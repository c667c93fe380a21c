import type { OpenEngine } from '../src/engine/createEngine.ts'
import { newId } from '../src/kit/ids.ts'

/** Ten years of invented contacts, written as they would have come about: versions, clocks, corrections long after. */
export const fill = async (engine: OpenEngine, size: number): Promise<void> => {
  const people = [newId(), newId()]
  const { owner } = engine
  await owner.query(
    'insert into canopy.account (id, username, name, created_at) select id, id::text, id::text, now() from unnest($1::uuid[]) id',
    [people],
  )
  await owner.query('select setseed(0.42)')
  await owner.query(planned(size))
  await owner.query(contacts, people)
  await owner.query(history, [engine.wordings.get('contact')])
  await owner.query(clocks)
  await owner.query('drop table canopy.bench_plan')
  for (const table of ['contact', 'contact_history', 'contact_clock'])
    await owner.query(`vacuum analyze canopy.${table}`)
}

/** One in a hundred is recorded up to a month late; one in two hundred is corrected long after it was closed. */
const planned = (size: number) => `
create unlogged table canopy.bench_plan as
select gen_random_uuid() as id, n, received_at,
       created_at, created_at + interval '1 hour' * (4 + random() * 40) as agreed_at, r1, r2,
       created_at + interval '1 hour' * (60 + random() * 200)
         + case when random() < 0.005 then interval '1 day' * (100 + random() * 600) else interval '0' end as updated_at
  from (select n, received_at, random() as r1, random() as r2,
               received_at + interval '1 minute' * (5 + random() * 100)
                 + case when random() < 0.01 then interval '1 day' * random() * 30 else interval '0' end as created_at
          from (select n, timestamptz '2016-11-01' + (interval '10 years') * (n::float8 / ${size}) as received_at
                  from generate_series(1, ${size}) n) received) recorded`

const words = (n: number) => `repeat('Invented words for a record of ordinary length. ', ${n})`

const contacts = `
insert into canopy.contact (id, reference, state, version, created_at, created_by, updated_at, updated_by, closed_at, received_at,
  source, channel, family_name, worry, what_happened, safe_now, family_knows, consent, why_not_sought, urgency, urgency_at,
  acknowledged_at, decision, threshold, rationale, checks_changed, decided_by, decided_at, agreed_by, agreed_at, outcome,
  feedback_how, feedback_at, late_answers, person, match, ethnicity, sex)
select id, 'CON-' || n, case when r1 < 0.004 then 'recordedInError' when r1 < 0.02 then 'joined' else 'closed' end, 6,
  created_at, $1, updated_at, $1, updated_at, received_at,
  (array['6','6','6','2A','2A','3F','1A','3A','4','8'])[1 + floor(r1 * 10)::int],
  (array['phone','form','email','policeReport'])[1 + floor(r2 * 4)::int], 'Invented',
  (array['neglect','domesticAbuse','physicalHarm','emotionalHarm','other'])[1 + floor(r2 * 5)::int],
  ${words(8)}, 'yes', ${words(2)}, 'agreed', null, 'amber', created_at + interval '20 minutes', created_at + interval '1 hour',
  'earlyHelp', 'level2', ${words(10)}, (array['changed','unchanged','noChecks'])[1 + floor(r1 * 3)::int], $1,
  agreed_at - interval '1 hour', $2, agreed_at,
  (array['earlyHelp','statutory','noFurtherAction','informationAdvice'])[1 + floor(r2 * 4)::int],
  'email', agreed_at + interval '5 hours', 0,
  coalesce(case when r2 < 0.2 then lag(id, 700) over (order by n) end, id),
  'newChild', 'MWBC', 'female'
from canopy.bench_plan order by n`

/** Six versions of each, evenly between its first and last day; decided in the fourth, closed in the sixth. */
const history = `
insert into canopy.contact_history (action, wording, id, reference, state, version, created_at, created_by, updated_at,
  updated_by, closed_at, received_at, source, channel, family_name, worry, what_happened, safe_now, family_knows, consent,
  urgency, decision, threshold, rationale, decided_by, decided_at, agreed_by, agreed_at, outcome, person)
select 'change', $1, c.id, reference, case v when 6 then c.state when 1 then 'received' else 'screening' end, v, c.created_at, created_by,
  case v when 1 then c.created_at when 6 then c.updated_at else c.agreed_at + interval '1 hour' * (v - 4) end, updated_by,
  case when v = 6 then closed_at end, c.received_at, source, channel, family_name, worry, what_happened, safe_now, family_knows, consent,
  case when v > 1 then urgency end, case when v > 3 then decision end, case when v > 3 then threshold end,
  case when v > 3 then rationale end, case when v > 3 then decided_by end, case when v > 3 then decided_at end,
  case when v > 3 then agreed_by end, case when v > 3 then c.agreed_at end, case when v > 3 then outcome else 'stillOpen' end,
  case when v > 1 then person end
from canopy.contact c cross join generate_series(1, 6) v order by c.received_at, v`

const clocks = `
insert into canopy.contact_clock (id, record_id, clock, sequence, started_at, due_at, due_on, met_at, paused_for, provisional,
  recorded_at, superseded_at)
select gen_random_uuid(), id, clock, 1, received_at, received_at + interval '30 hours', (received_at + interval '30 hours')::date,
  case when met then agreed_at end, 0, false, case when met then agreed_at else created_at end, case when met then null else agreed_at end
from canopy.contact, unnest(array['decision', 'acknowledgement', 'feedback', 'urgency_set']) clock, unnest(array[false, true]) met
order by received_at`
