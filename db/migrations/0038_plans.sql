-- Plans, recommendations and what actions gain: evidence, new dates that somebody else agrees to, and the effect.

-- Whether somebody still has a post today: an action of somebody who has left has no owner.
create function canopy.works_here(person uuid) returns boolean
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select exists (
    select from canopy.account a
     where a.id = person and a.closed_at is null
       and exists (select from canopy.post p where p.account_id = a.id and p.valid_from <= current_date and (p.valid_to is null or p.valid_to >= current_date))
  )
$$;

create table canopy.action_plan (
  id uuid not null,
  reference text not null,
  state text not null constraint action_plan_state_check check (state in ('running', 'ended', 'recordedInError')),
  version integer not null,
  team_id uuid,
  agency_id uuid,
  allocated_to uuid,
  next_due_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  closed_at timestamptz,
  name text constraint action_plan_name_check check (char_length(name) <= 160),
  kind text constraint action_plan_kind_check check (kind in ('disproportionality', 'practiceReview', 'audit', 'inspection', 'section11', 'recovery', 'priority', 'other')),
  compiled_on date,
  lead uuid references canopy.account (id),
  owned_by text constraint action_plan_owned_by_check check (char_length(owned_by) <= 160),
  service_area text constraint action_plan_service_area_check check (char_length(service_area) <= 160),
  about text constraint action_plan_about_check check (char_length(about) <= 20000),
  ended_on date,
  ended_note text constraint action_plan_ended_note_check check (char_length(ended_note) <= 20000),
  mistaken_why text constraint action_plan_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index action_plan_due on canopy.action_plan (next_due_at, reference) where closed_at is null;
create index action_plan_event on canopy.action_plan (compiled_on);
create index action_plan_state on canopy.action_plan (state);
create index action_plan_updated on canopy.action_plan (updated_at);
create index action_plan_stood on canopy.action_plan using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create unique index action_plan_one_per on canopy.action_plan (lower(name)) where state not in ('recordedInError');
comment on table canopy.action_plan is 'Action plan';

create table canopy.action_plan_history (
  history_id bigint not null generated always as identity,
  action text not null,
  wording text not null references canopy.wording (id),
  id uuid not null,
  reference text not null,
  state text not null,
  version integer not null,
  team_id uuid,
  agency_id uuid,
  allocated_to uuid,
  next_due_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  closed_at timestamptz,
  name text,
  kind text,
  compiled_on date,
  lead uuid,
  owned_by text,
  service_area text,
  about text,
  ended_on date,
  ended_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index action_plan_history_updated on canopy.action_plan_history (updated_at);
comment on table canopy.action_plan_history is 'Every version of every action plan: what was known when, who wrote it, in which words it was asked';

create table canopy.action_plan_clock (
  id uuid not null,
  record_id uuid not null references canopy.action_plan (id),
  clock text not null,
  sequence integer not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  due_on date not null,
  met_at timestamptz,
  paused_at timestamptz,
  paused_for integer not null,
  provisional boolean not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  primary key (id)
);
create index action_plan_clock_record on canopy.action_plan_clock (record_id) where superseded_at is null;
create index action_plan_clock_due on canopy.action_plan_clock (clock, due_on) where superseded_at is null;
create index action_plan_clock_stood on canopy.action_plan_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.action_plan_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.recommendation (
  id uuid not null,
  reference text not null,
  state text not null constraint recommendation_state_check check (state in ('made', 'accepted', 'reported', 'done', 'embedded', 'notAccepted', 'superseded', 'recordedInError')),
  version integer not null,
  team_id uuid,
  agency_id uuid,
  allocated_to uuid,
  next_due_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  closed_at timestamptz,
  source text constraint recommendation_source_check check (source in ('plan', 'audit', 'review', 'inspection', 'outside', 'partnerReport', 'section11', 'scrutiny', 'survey', 'other')),
  source_ref text constraint recommendation_source_ref_check check (char_length(source_ref) <= 40),
  plan uuid,
  number text constraint recommendation_number_check check (char_length(number) <= 20),
  made_on date,
  title text constraint recommendation_title_check check (char_length(title) <= 200),
  words text constraint recommendation_words_check check (char_length(words) <= 20000),
  outcome_required text constraint recommendation_outcome_required_check check (char_length(outcome_required) <= 20000),
  owner_person uuid references canopy.account (id),
  owner_agency uuid references canopy.agency (id),
  due_on date,
  leads_as_written text constraint recommendation_leads_as_written_check check (char_length(leads_as_written) <= 500),
  timescale_as_written text constraint recommendation_timescale_as_written_check check (char_length(timescale_as_written) <= 200),
  status_as_written text constraint recommendation_status_as_written_check check (char_length(status_as_written) <= 200),
  answer text constraint recommendation_answer_check check (answer in ('accepted', 'partly')),
  answer_why text constraint recommendation_answer_why_check check (char_length(answer_why) <= 20000),
  declined_why text constraint recommendation_declined_why_check check (char_length(declined_why) <= 20000),
  answered_on date,
  result text constraint recommendation_result_check check (char_length(result) <= 20000),
  reported_by uuid references canopy.account (id),
  reported_at timestamptz,
  agreed_done_by uuid references canopy.account (id),
  sent_back_why text constraint recommendation_sent_back_why_check check (char_length(sent_back_why) <= 20000),
  effect text constraint recommendation_effect_check check (char_length(effect) <= 20000),
  superseded_by uuid,
  superseded_why text constraint recommendation_superseded_why_check check (char_length(superseded_why) <= 20000),
  closed_on date,
  mistaken_why text constraint recommendation_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index recommendation_due on canopy.recommendation (next_due_at, reference) where closed_at is null;
create index recommendation_event on canopy.recommendation (made_on);
create index recommendation_state on canopy.recommendation (state);
create index recommendation_updated on canopy.recommendation (updated_at);
create index recommendation_stood on canopy.recommendation using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index recommendation_plan on canopy.recommendation (plan);
create index recommendation_superseded_by on canopy.recommendation (superseded_by);
comment on table canopy.recommendation is 'Recommendation';

create table canopy.recommendation_history (
  history_id bigint not null generated always as identity,
  action text not null,
  wording text not null references canopy.wording (id),
  id uuid not null,
  reference text not null,
  state text not null,
  version integer not null,
  team_id uuid,
  agency_id uuid,
  allocated_to uuid,
  next_due_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  closed_at timestamptz,
  source text,
  source_ref text,
  plan uuid,
  number text,
  made_on date,
  title text,
  words text,
  outcome_required text,
  owner_person uuid,
  owner_agency uuid,
  due_on date,
  leads_as_written text,
  timescale_as_written text,
  status_as_written text,
  answer text,
  answer_why text,
  declined_why text,
  answered_on date,
  result text,
  reported_by uuid,
  reported_at timestamptz,
  agreed_done_by uuid,
  sent_back_why text,
  effect text,
  superseded_by uuid,
  superseded_why text,
  closed_on date,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index recommendation_history_updated on canopy.recommendation_history (updated_at);
comment on table canopy.recommendation_history is 'Every version of every recommendation: what was known when, who wrote it, in which words it was asked';

create table canopy.recommendation_clock (
  id uuid not null,
  record_id uuid not null references canopy.recommendation (id),
  clock text not null,
  sequence integer not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  due_on date not null,
  met_at timestamptz,
  paused_at timestamptz,
  paused_for integer not null,
  provisional boolean not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  primary key (id)
);
create index recommendation_clock_record on canopy.recommendation_clock (record_id) where superseded_at is null;
create index recommendation_clock_due on canopy.recommendation_clock (clock, due_on) where superseded_at is null;
create index recommendation_clock_stood on canopy.recommendation_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.recommendation_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.recommendation_actions (
  id uuid not null,
  record_id uuid not null references canopy.recommendation (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  task text constraint recommendation_actions_task_check check (char_length(task) <= 500),
  done_by uuid references canopy.account (id),
  done_by_agency uuid references canopy.agency (id),
  done_with text constraint recommendation_actions_done_with_check check (char_length(done_with) <= 300),
  done_until date,
  primary key (id)
);
create index recommendation_actions_record on canopy.recommendation_actions (record_id);
comment on table canopy.recommendation_actions is 'Actions agreed';

create table canopy.recommendation_alike (
  id uuid not null,
  record_id uuid not null references canopy.recommendation (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  alike_to uuid,
  alike_why text constraint recommendation_alike_alike_why_check check (char_length(alike_why) <= 300),
  primary key (id)
);
create index recommendation_alike_record on canopy.recommendation_alike (record_id);
comment on table canopy.recommendation_alike is 'The same from elsewhere';

create table canopy.agreed_action_evidence (
  id uuid not null,
  record_id uuid not null references canopy.agreed_action (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  shown_on date,
  evidence_kind text constraint agreed_action_evidence_evidence_kind_check check (evidence_kind in ('figure', 'audit', 'document', 'observation')),
  figure text constraint agreed_action_evidence_figure_check check (char_length(figure) <= 80),
  audit_ref text constraint agreed_action_evidence_audit_ref_check check (char_length(audit_ref) <= 40),
  shows text constraint agreed_action_evidence_shows_check check (char_length(shows) <= 20000),
  primary key (id)
);
create index agreed_action_evidence_record on canopy.agreed_action_evidence (record_id);
comment on table canopy.agreed_action_evidence is 'Evidence';

create table canopy.agreed_action_dates (
  id uuid not null,
  record_id uuid not null references canopy.agreed_action (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  asked_for timestamptz,
  asked_why text constraint agreed_action_dates_asked_why_check check (char_length(asked_why) <= 20000),
  primary key (id)
);
create index agreed_action_dates_record on canopy.agreed_action_dates (record_id);
comment on table canopy.agreed_action_dates is 'New dates asked for';

create table canopy.agreed_action_answers (
  id uuid not null,
  record_id uuid not null references canopy.agreed_action (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  date_answer text constraint agreed_action_answers_date_answer_check check (date_answer in ('agreed', 'refused')),
  date_answer_why text constraint agreed_action_answers_date_answer_why_check check (char_length(date_answer_why) <= 20000),
  primary key (id)
);
create index agreed_action_answers_record on canopy.agreed_action_answers (record_id);
comment on table canopy.agreed_action_answers is 'Answers to new dates';

create table canopy.agreed_action_serves (
  id uuid not null,
  record_id uuid not null references canopy.agreed_action (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  serves uuid,
  primary key (id)
);
create index agreed_action_serves_record on canopy.agreed_action_serves (record_id);
create unique index agreed_action_serves_current on canopy.agreed_action_serves (record_id, serves) where superseded_at is null;
comment on table canopy.agreed_action_serves is 'Serves as well';

alter table canopy.agreed_action add column recommendation uuid;

alter table canopy.agreed_action add column done_with text;

alter table canopy.agreed_action add column first_due_at timestamp with time zone;

alter table canopy.agreed_action add column asked_due_at timestamp with time zone;

alter table canopy.agreed_action add column asked_due_by uuid;

alter table canopy.agreed_action add column effect text;

alter table canopy.agreed_action_history add column recommendation uuid;

alter table canopy.agreed_action_history add column done_with text;

alter table canopy.agreed_action_history add column first_due_at timestamp with time zone;

alter table canopy.agreed_action_history add column asked_due_at timestamp with time zone;

alter table canopy.agreed_action_history add column asked_due_by uuid;

alter table canopy.agreed_action_history add column effect text;

alter table canopy.agreed_action_updates add column different text;

alter table canopy.agreed_action add constraint agreed_action_done_with_check CHECK ((char_length(done_with) <= 300));

alter table canopy.agreed_action add constraint agreed_action_effect_check CHECK ((char_length(effect) <= 20000));

alter table canopy.agreed_action add constraint agreed_action_asked_due_by_fkey FOREIGN KEY (asked_due_by) REFERENCES canopy.account(id);

alter table canopy.agreed_action_updates add constraint agreed_action_updates_different_check CHECK ((char_length(different) <= 20000));

CREATE INDEX agreed_action_recommendation ON canopy.agreed_action USING btree (recommendation);

alter table canopy.agreed_action drop constraint agreed_action_state_check;
alter table canopy.agreed_action add constraint agreed_action_state_check CHECK ((state = ANY (ARRAY['open'::text, 'blocked'::text, 'reported'::text, 'done'::text, 'cancelled'::text, 'embedded'::text, 'duplicate'::text])));

alter table canopy.agreed_action drop constraint agreed_action_source_check;
alter table canopy.agreed_action add constraint agreed_action_source_check CHECK ((source = ANY (ARRAY['atMeeting'::text, 'plan'::text, 'inspection'::text, 'audit'::text, 'review'::text, 'learning'::text, 'outside'::text, 'partnerReport'::text, 'section11'::text, 'survey'::text, 'scrutiny'::text, 'other'::text])));

alter table canopy.agreed_action add column owner_as_written text constraint agreed_action_owner_as_written_check check (char_length(owner_as_written) <= 500);

alter table canopy.agreed_action_history add column owner_as_written text;

alter table canopy.agreed_action_updates drop constraint agreed_action_updates_rating_check;
alter table canopy.agreed_action_updates add constraint agreed_action_updates_rating_check check (rating in ('green', 'amber', 'red', 'notGiven'));
