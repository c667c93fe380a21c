import type { MeetingType } from '../../engine/meetings/kinds.ts'
import type { MeetingKind } from '../../fields/lists/meetings.ts'
import { closedListsOf } from './closedLists.ts'

/** An agenda of a meeting of these kinds that is still to come, besides the one asked for. */
const onAnother = (column: string) => `exists (
  select 1 from canopy.agenda_item o join canopy.meeting n on n.id = o.meeting
   where o.${column} = c.id and o.state = 'listed' and n.id <> $1 and n.state in ('planned', 'prepared', 'running'))`

const children = `(select count(*)::int from canopy.daily_case_children k where k.record_id = c.id and k.superseded_at is null)`

/** What happened last, in the words of whoever told it. */
const lastIncident = `(select n.account from canopy.daily_case_incidents n
   where n.record_id = c.id and n.superseded_at is null order by n.happened_at desc limit 1)`

const subjects = `
  select i.id as item, c.reference, '/daily-case/' || c.reference as href,
         json_build_array(
           json_build_object('is', 'Adult at risk', 'given', c.adult_given, 'family', c.adult_family, 'bornOn', c.adult_born_on,
                             'address', c.adult_address, 'telephone', c.adult_telephone),
           json_build_object('is', 'Person causing harm', 'given', c.harm_given, 'family', c.harm_family, 'bornOn', c.harm_born_on,
                             'address', null, 'telephone', null))::jsonb ||
         coalesce((select jsonb_agg(jsonb_build_object('is', 'Child', 'given', k.child_given, 'family', k.child_family,
                                    'bornOn', k.child_born_on, 'address', null, 'telephone', null) order by k.child_born_on nulls last, k.id)
            from canopy.daily_case_children k where k.record_id = c.id and k.superseded_at is null), '[]'::jsonb) as people,
         json_build_array(
           json_build_object('label', 'What happened', 'text', ${lastIncident}),
           json_build_object('label', 'Safe contact', 'text', c.safe_contact)) as facts,
         '[]'::json as "alsoHidden"
    from canopy.agenda_item i join canopy.daily_case c on c.id = i.daily_case where i.meeting = $1`

/**
 * Cases of domestic abuse: what was referred or happened again since the meeting before, what was carried over, and cases whose actions
 * are late. Nothing is left behind by a weekend or a bank holiday: what waits is on the next agenda, whenever it began to wait (DSM-1).
 */
const ofCases = (kind: MeetingKind, short: string): MeetingType => ({
  kind,
  short,
  asksBefore: true,
  closedLists: closedListsOf(kind),
  rules: [
    {
      why: 'carriedOver',
      into: 'dailyCase',
      look: meeting => ({
        sql: `select c.id as subject, i.carried_why as note, ${children} as children, i.id as "carriedFrom"
                from canopy.daily_case c join lateral (
                  select * from canopy.agenda_item i where i.daily_case = c.id and i.state <> 'removed' and i.meeting <> $1
                   order by i.created_at desc limit 1) i on true
               where c.closed_at is null and i.state = 'carriedOver' and i.kind = $2 and not ${onAnother('daily_case')}
               order by i.position, c.reference`,
        values: [meeting.id, meeting.kind],
      }),
    },
    {
      why: 'repeat',
      into: 'dailyCase',
      look: meeting => ({
        sql: `select c.id as subject, ${lastIncident} as note, ${children} as children from canopy.daily_case c
               where c.state = 'referred' and c.waiting_since is not null and c.last_heard_on is not null
                 and c.repeat_on > c.last_heard_on and not ${onAnother('daily_case')}
               order by array_position(array['high', 'medium', 'standard'], c.level), c.waiting_since`,
        values: [meeting.id],
      }),
    },
    {
      why: 'new',
      into: 'dailyCase',
      look: meeting => ({
        sql: `select c.id as subject, ${lastIncident} as note, ${children} as children from canopy.daily_case c
               where c.state = 'referred' and c.waiting_since is not null and not ${onAnother('daily_case')}
               order by array_position(array['high', 'medium', 'standard'], c.level), c.waiting_since`,
        values: [meeting.id],
      }),
    },
    {
      why: 'actionsLate',
      into: 'dailyCase',
      look: meeting => ({
        sql: `select c.id as subject, null as note, ${children} as children from canopy.daily_case c
               where c.state = 'heard' and not ${onAnother('daily_case')} and exists (
                 select 1 from canopy.agenda_item i join canopy.agreed_action a on a.item = i.id
                  where i.daily_case = c.id and a.state in ('open', 'blocked') and a.due_at < $2)
               order by c.reference`,
        values: [meeting.id, meeting.startsAt],
      }),
    },
  ],
  subjects: meeting => ({ sql: subjects, values: [meeting] }),
  pages: null,
})

export const dailyMeeting = ofCases('daily', 'DSM')
/** The monthly conference that the daily meeting replaced: the same cases, so that both can be compared. */
export const conference = ofCases('conference', 'Conference')
