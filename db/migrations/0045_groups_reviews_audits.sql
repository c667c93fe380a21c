-- Groups that lead and look at reports, and that end by two people; one pseudonym for one child; questions of an audit that stay once answered.

alter table canopy.partnership_group add column end_decision uuid;
alter table canopy.partnership_group add column end_proposed_by uuid;
alter table canopy.partnership_group add column goes_on_why text;
alter table canopy.partnership_group_history add column end_decision uuid;
alter table canopy.partnership_group_history add column end_proposed_by uuid;
alter table canopy.partnership_group_history add column goes_on_why text;
alter table canopy.partnership_group add constraint partnership_group_goes_on_why_check check (char_length(goes_on_why) <= 20000);
alter table canopy.partnership_group add constraint partnership_group_end_proposed_by_fkey foreign key (end_proposed_by) references canopy.account (id);
create index partnership_group_end_decision on canopy.partnership_group using btree (end_decision);
alter table canopy.partnership_group drop constraint partnership_group_state_check;
alter table canopy.partnership_group add constraint partnership_group_state_check check (state in ('running', 'endProposed', 'ended', 'recordedInError'));

-- What was typed before stays in its own column and is read there: a record is never changed by a migration, because its history and
-- the ledger would not fit it any more.
alter table canopy.priority add column lead_group uuid;
alter table canopy.priority_history add column lead_group uuid;
create index priority_lead_group on canopy.priority using btree (lead_group);
alter table canopy.agency_report add column scrutiny_group uuid;
alter table canopy.agency_report_history add column scrutiny_group uuid;
create index agency_report_scrutiny_group on canopy.agency_report using btree (scrutiny_group);

do $$
declare
  twice text;
begin
  select string_agg(both_of, '; ') into twice
    from (select string_agg(reference, ' and ' order by reference) as both_of
            from canopy.serious_incident
           where state <> 'recordedInError'
           group by lower(pseudonym)
          having count(*) > 1) n;
  if twice is not null then
    raise exception 'these serious incidents have the same pseudonym: %. Give all but one of them another with the version of Canopy you had, then start this one', twice;
  end if;
end $$;
create unique index serious_incident_one_per on canopy.serious_incident using btree (lower(pseudonym)) where (state <> 'recordedInError');
comment on index canopy.serious_incident_one_per is 'One pseudonym for each incident, but for those recorded in error';

create function canopy.pseudonym_elsewhere(said text, for_review boolean, of_incident uuid, of_review uuid)
returns table (reference text, kind text)
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select found.reference, found.kind
    from (
      select i.reference, 'other' as kind from serious_incident i
       where i.state <> 'recordedInError' and i.id is distinct from of_incident and lower(i.pseudonym) = lower(said)
      union all
      select p.reference, 'other' from practice_review p
       where p.state <> 'recordedInError' and p.id is distinct from of_review and lower(p.name) = lower(said)
         and (p.incident is null or p.incident is distinct from of_incident)
      union all
      select p.reference, 'own' from practice_review p
       where not for_review and p.state <> 'recordedInError' and p.incident = of_incident and lower(p.name) <> lower(said)
      union all
      select i.reference, 'own' from serious_incident i
       where for_review and i.id = of_incident and lower(i.pseudonym) <> lower(said)
    ) found
   where current_setting('canopy.role', true) in ('partnership_manager', 'screening_manager', 'system')
   order by found.kind, found.reference
$$;
comment on function canopy.pseudonym_elsewhere is 'Incidents and reviews of others that go by a pseudonym, and those of the same child that go by another; for whoever gives one';
revoke execute on function canopy.pseudonym_elsewhere from public;
grant execute on function canopy.pseudonym_elsewhere to canopy_app;

-- The deeds refuse it in a sentence; the database holds it whatever asks. A line is written once and then only superseded, so its own moments
-- say when a set was changed. Stories and imports write many lines at once, in any order: these have the moments of their deeds.
create function canopy.audit_questions_frozen() returns trigger
language plpgsql security definer set search_path = canopy, pg_catalog as $$
declare
  published timestamptz := (select a.set_published_at from audit a where a.id = new.record_id);
  changed timestamptz := coalesce(new.superseded_at, new.recorded_at);
begin
  if tg_op = 'UPDATE' and (old.id, old.record_id, old.recorded_at, old.code, old.words, old.question_kind, old.choices)
       is distinct from (new.id, new.record_id, new.recorded_at, new.code, new.words, new.question_kind, new.choices) then
    raise exception 'A question of an audit is never rewritten. Begin a new version of the questions'
      using errcode = 'insufficient_privilege';
  end if;
  if changed > published and exists (
       select from audit_case_answers n join audit_case c on c.id = n.record_id
        where c.audit = new.record_id and n.recorded_at >= published and n.recorded_at <= changed) then
    raise exception 'Cases have been answered in the published words of this audit. Begin a new version of the questions'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
comment on function canopy.audit_questions_frozen is 'Questions of an audit stay as published once a case is answered (decision 9)';
create trigger audit_questions_frozen before insert or update on canopy.audit_questions
  for each row execute function canopy.audit_questions_frozen();

create function canopy.audit_questions_stay() returns trigger
language plpgsql as $$
begin
  raise exception 'A question of an audit is never removed (%)', tg_op using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_questions_stay before delete or truncate on canopy.audit_questions
  for each statement execute function canopy.audit_questions_stay();
