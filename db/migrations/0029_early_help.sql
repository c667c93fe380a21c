-- Early help assessments of partners and the council, and, for each child, that there is one. What is shared of it has a record.

create table canopy.early_help_assessment (
  id uuid not null,
  reference text not null,
  state text not null constraint early_help_assessment_state_check check (state in ('conversation', 'assessing', 'planned', 'closed', 'recordedInError')),
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
  started_on date,
  consent text constraint early_help_assessment_consent_check check (consent in ('agreed', 'notYet', 'refused')),
  agreed_by text constraint early_help_assessment_agreed_by_check check (char_length(agreed_by) <= 200),
  agreed_on date,
  going_well text constraint early_help_assessment_going_well_check check (char_length(going_well) <= 20000),
  own_words text constraint early_help_assessment_own_words_check check (char_length(own_words) <= 20000),
  main_need text constraint early_help_assessment_main_need_check check (main_need in ('health', 'learning', 'feelings', 'family', 'home', 'money')),
  hard_health text constraint early_help_assessment_hard_health_check check (char_length(hard_health) <= 20000),
  hard_learning text constraint early_help_assessment_hard_learning_check check (char_length(hard_learning) <= 20000),
  hard_feelings text constraint early_help_assessment_hard_feelings_check check (char_length(hard_feelings) <= 20000),
  hard_family text constraint early_help_assessment_hard_family_check check (char_length(hard_family) <= 20000),
  hard_home text constraint early_help_assessment_hard_home_check check (char_length(hard_home) <= 20000),
  hard_money text constraint early_help_assessment_hard_money_check check (char_length(hard_money) <= 20000),
  child_voice text constraint early_help_assessment_child_voice_check check (char_length(child_voice) <= 20000),
  wants text constraint early_help_assessment_wants_check check (char_length(wants) <= 20000),
  score_start integer constraint early_help_assessment_score_start_check check (score_start between 0 and 10),
  planned_on date,
  review_on date,
  job text constraint early_help_assessment_job_check check (char_length(job) <= 100),
  telephone text constraint early_help_assessment_telephone_check check (char_length(telephone) <= 60),
  finished_at timestamptz,
  children_named text constraint early_help_assessment_children_named_check check (char_length(children_named) <= 200),
  made_by uuid references canopy.agency (id),
  made_kind text constraint early_help_assessment_made_kind_check check (made_kind in ('council', 'school', 'nursery', 'health', 'practice', 'police', 'housing', 'voluntary', 'other')),
  lead uuid references canopy.account (id),
  lead_agency uuid references canopy.agency (id),
  lead_kind text constraint early_help_assessment_lead_kind_check check (lead_kind in ('council', 'school', 'nursery', 'health', 'practice', 'police', 'housing', 'voluntary', 'other')),
  lead_since date,
  days_to_plan integer constraint early_help_assessment_days_to_plan_check check (days_to_plan between -1000 and 10000),
  shared_with uuid[],
  last_shared_with uuid references canopy.agency (id),
  offered_to uuid references canopy.agency (id),
  offered_why text constraint early_help_assessment_offered_why_check check (char_length(offered_why) <= 20000),
  offered_by uuid references canopy.account (id),
  refused_why text constraint early_help_assessment_refused_why_check check (char_length(refused_why) <= 20000),
  refused_on date,
  end_share_with uuid references canopy.agency (id),
  ended_on date,
  outcome text constraint early_help_assessment_outcome_check check (outcome in ('needsMet', 'steppedUp', 'withdrew', 'moved', 'other')),
  score_end integer constraint early_help_assessment_score_end_check check (score_end between 0 and 10),
  family_view text constraint early_help_assessment_family_view_check check (char_length(family_view) <= 20000),
  end_note text constraint early_help_assessment_end_note_check check (char_length(end_note) <= 20000),
  mistaken_why text constraint early_help_assessment_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index early_help_assessment_due on canopy.early_help_assessment (next_due_at, reference) where closed_at is null;
create index early_help_assessment_event on canopy.early_help_assessment (started_on);
create index early_help_assessment_state on canopy.early_help_assessment (state);
create index early_help_assessment_updated on canopy.early_help_assessment (updated_at);
create index early_help_assessment_stood on canopy.early_help_assessment using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.early_help_assessment is 'Early help assessment';

create table canopy.early_help_assessment_history (
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
  started_on date,
  consent text,
  agreed_by text,
  agreed_on date,
  going_well text,
  own_words text,
  main_need text,
  hard_health text,
  hard_learning text,
  hard_feelings text,
  hard_family text,
  hard_home text,
  hard_money text,
  child_voice text,
  wants text,
  score_start integer,
  planned_on date,
  review_on date,
  job text,
  telephone text,
  finished_at timestamptz,
  children_named text,
  made_by uuid,
  made_kind text,
  lead uuid,
  lead_agency uuid,
  lead_kind text,
  lead_since date,
  days_to_plan integer,
  shared_with uuid[],
  last_shared_with uuid,
  offered_to uuid,
  offered_why text,
  offered_by uuid,
  refused_why text,
  refused_on date,
  end_share_with uuid,
  ended_on date,
  outcome text,
  score_end integer,
  family_view text,
  end_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index early_help_assessment_history_updated on canopy.early_help_assessment_history (updated_at);
comment on table canopy.early_help_assessment_history is 'Every version of every early help assessment: what was known when, who wrote it, in which words it was asked';

create table canopy.early_help_assessment_clock (
  id uuid not null,
  record_id uuid not null references canopy.early_help_assessment (id),
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
create index early_help_assessment_clock_record on canopy.early_help_assessment_clock (record_id) where superseded_at is null;
create index early_help_assessment_clock_due on canopy.early_help_assessment_clock (clock, due_on) where superseded_at is null;
create index early_help_assessment_clock_stood on canopy.early_help_assessment_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.early_help_assessment_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.early_help_assessment_children (
  id uuid not null,
  record_id uuid not null references canopy.early_help_assessment (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  given_name text constraint early_help_assessment_children_given_name_check check (char_length(given_name) <= 200),
  family_name text constraint early_help_assessment_children_family_name_check check (char_length(family_name) <= 200),
  born_on date,
  sex text constraint early_help_assessment_children_sex_check check (sex in ('female', 'male', 'unknown')),
  ethnicity text constraint early_help_assessment_children_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  school text constraint early_help_assessment_children_school_check check (char_length(school) <= 120),
  primary key (id)
);
create index early_help_assessment_children_record on canopy.early_help_assessment_children (record_id);
comment on table canopy.early_help_assessment_children is 'Children';

create table canopy.early_help_assessment_members (
  id uuid not null,
  record_id uuid not null references canopy.early_help_assessment (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  member_name text constraint early_help_assessment_members_member_name_check check (char_length(member_name) <= 200),
  relationship text constraint early_help_assessment_members_relationship_check check (relationship in ('mother', 'father', 'stepParent', 'grandparent', 'otherRelative', 'carer', 'professional', 'other')),
  member_telephone text constraint early_help_assessment_members_member_telephone_check check (char_length(member_telephone) <= 60),
  safe_contact text constraint early_help_assessment_members_safe_contact_check check (char_length(safe_contact) <= 20000),
  primary key (id)
);
create index early_help_assessment_members_record on canopy.early_help_assessment_members (record_id);
comment on table canopy.early_help_assessment_members is 'Family members';

create table canopy.early_help_assessment_actions (
  id uuid not null,
  record_id uuid not null references canopy.early_help_assessment (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  what text constraint early_help_assessment_actions_what_check check (char_length(what) <= 20000),
  who text constraint early_help_assessment_actions_who_check check (char_length(who) <= 200),
  by_when date,
  primary key (id)
);
create index early_help_assessment_actions_record on canopy.early_help_assessment_actions (record_id);
comment on table canopy.early_help_assessment_actions is 'Actions of the plan';

create table canopy.early_help_assessment_team (
  id uuid not null,
  record_id uuid not null references canopy.early_help_assessment (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  helper_name text constraint early_help_assessment_team_helper_name_check check (char_length(helper_name) <= 200),
  helper_job text constraint early_help_assessment_team_helper_job_check check (char_length(helper_job) <= 100),
  helper_agency text constraint early_help_assessment_team_helper_agency_check check (char_length(helper_agency) <= 120),
  helper_telephone text constraint early_help_assessment_team_helper_telephone_check check (char_length(helper_telephone) <= 120),
  primary key (id)
);
create index early_help_assessment_team_record on canopy.early_help_assessment_team (record_id);
comment on table canopy.early_help_assessment_team is 'Team around the family';

create table canopy.early_help_assessment_progress (
  id uuid not null,
  record_id uuid not null references canopy.early_help_assessment (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  action_number integer constraint early_help_assessment_progress_action_number_check check (action_number between 1 and 100),
  progress text constraint early_help_assessment_progress_progress_check check (progress in ('done', 'going', 'notStarted', 'dropped')),
  progress_note text constraint early_help_assessment_progress_progress_note_check check (char_length(progress_note) <= 20000),
  primary key (id)
);
create index early_help_assessment_progress_record on canopy.early_help_assessment_progress (record_id);
create unique index early_help_assessment_progress_current on canopy.early_help_assessment_progress (record_id, action_number) where superseded_at is null;
comment on table canopy.early_help_assessment_progress is 'Progress';

create table canopy.early_help_assessment_reviews (
  id uuid not null,
  record_id uuid not null references canopy.early_help_assessment (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  reviewed_on date,
  met_with text constraint early_help_assessment_reviews_met_with_check check (char_length(met_with) <= 200),
  review_note text constraint early_help_assessment_reviews_review_note_check check (char_length(review_note) <= 20000),
  review_words text constraint early_help_assessment_reviews_review_words_check check (char_length(review_words) <= 20000),
  review_score integer constraint early_help_assessment_reviews_review_score_check check (review_score between 0 and 10),
  next_on date,
  primary key (id)
);
create index early_help_assessment_reviews_record on canopy.early_help_assessment_reviews (record_id);
comment on table canopy.early_help_assessment_reviews is 'Reviews';

create table canopy.early_help_assessment_shares (
  id uuid not null,
  record_id uuid not null references canopy.early_help_assessment (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  share_with uuid references canopy.agency (id),
  share_why text constraint early_help_assessment_shares_share_why_check check (char_length(share_why) <= 20000),
  share_agreed_by text constraint early_help_assessment_shares_share_agreed_by_check check (char_length(share_agreed_by) <= 200),
  share_agreed_on date,
  primary key (id)
);
create index early_help_assessment_shares_record on canopy.early_help_assessment_shares (record_id);
create unique index early_help_assessment_shares_current on canopy.early_help_assessment_shares (record_id, share_with) where superseded_at is null;
comment on table canopy.early_help_assessment_shares is 'Shared with';

create table canopy.early_help_child (
  id uuid not null,
  reference text not null,
  state text not null constraint early_help_child_state_check check (state in ('inPlace', 'ended', 'recordedInError')),
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
  assessment uuid,
  given_name text constraint early_help_child_given_name_check check (char_length(given_name) <= 200),
  family_name text constraint early_help_child_family_name_check check (char_length(family_name) <= 200),
  born_on date,
  sex text constraint early_help_child_sex_check check (sex in ('female', 'male', 'unknown')),
  ethnicity text constraint early_help_child_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  agreed_on date,
  lead_agency uuid references canopy.agency (id),
  lead_kind text constraint early_help_child_lead_kind_check check (lead_kind in ('council', 'school', 'nursery', 'health', 'practice', 'police', 'housing', 'voluntary', 'other')),
  lead_since date,
  person uuid,
  person_why text constraint early_help_child_person_why_check check (char_length(person_why) <= 20000),
  ended_on date,
  outcome text constraint early_help_child_outcome_check check (outcome in ('needsMet', 'steppedUp', 'withdrew', 'moved', 'other')),
  primary key (id),
  unique (reference)
);
create index early_help_child_due on canopy.early_help_child (next_due_at, reference) where closed_at is null;
create index early_help_child_event on canopy.early_help_child (agreed_on);
create index early_help_child_state on canopy.early_help_child (state);
create index early_help_child_updated on canopy.early_help_child (updated_at);
create index early_help_child_stood on canopy.early_help_child using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index early_help_child_assessment on canopy.early_help_child (assessment);
create index early_help_child_person on canopy.early_help_child (person);
comment on table canopy.early_help_child is 'Child with early help';

create table canopy.early_help_child_history (
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
  assessment uuid,
  given_name text,
  family_name text,
  born_on date,
  sex text,
  ethnicity text,
  agreed_on date,
  lead_agency uuid,
  lead_kind text,
  lead_since date,
  person uuid,
  person_why text,
  ended_on date,
  outcome text,
  primary key (history_id),
  unique (id, version)
);
create index early_help_child_history_updated on canopy.early_help_child_history (updated_at);
comment on table canopy.early_help_child_history is 'Every version of every child with early help: what was known when, who wrote it, in which words it was asked';

create table canopy.early_help_child_clock (
  id uuid not null,
  record_id uuid not null references canopy.early_help_child (id),
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
create index early_help_child_clock_record on canopy.early_help_child_clock (record_id) where superseded_at is null;
create index early_help_child_clock_due on canopy.early_help_child_clock (clock, due_on) where superseded_at is null;
create index early_help_child_clock_stood on canopy.early_help_child_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.early_help_child_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

alter table canopy.sharing add column early_help uuid;

alter table canopy.sharing_history add column early_help uuid;

CREATE INDEX sharing_early_help ON canopy.sharing USING btree (early_help);

-- The text of an assessment names all its children. A setting keeps what it wrote or was given, whoever the children are; figures
-- leave out the rest for everybody.
create function canopy.withheld_early_help() returns setof uuid
language sql stable security definer set search_path = canopy, pg_catalog as $$
  with me as materialized (
    select array(select canopy.agencies_of(nullif(current_setting('canopy.agency', true), '')::uuid)) as agencies
     where current_setting('canopy.role', true) in ('referrer', 'setting_lead')
  )
  select c.assessment from canopy.early_help_child c join canopy.early_help_assessment e on e.id = c.assessment
   where c.person in (select canopy.withheld_people())
     and not exists (select 1 from me where e.agency_id = any (me.agencies) or e.offered_to = any (me.agencies)
                                         or e.shared_with && me.agencies)
$$;
comment on function canopy.withheld_early_help is 'Assessments of which one child is restricted against the signed-in person: their text names the child.';
revoke execute on function canopy.withheld_early_help from public;
grant execute on function canopy.withheld_early_help to canopy_app, canopy_figures;
