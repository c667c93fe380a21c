-- What partners report through the portal, what they ask about the decisions, and the contacts that come from it.

create table canopy.worry_report (
  id uuid not null,
  reference text not null,
  state text not null constraint worry_report_state_check check (state in ('writing', 'sent', 'lookedAt', 'decided', 'read', 'deleted')),
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
  safe_now text constraint worry_report_safe_now_check check (safe_now in ('yes', 'no', 'notSure')),
  spoken_to text constraint worry_report_spoken_to_check check (char_length(spoken_to) <= 200),
  spoken_at timestamptz,
  not_reached text[] constraint worry_report_not_reached_check check (not_reached <@ array['yes']::text[]),
  what_happened text constraint worry_report_what_happened_check check (char_length(what_happened) <= 20000),
  child_words text constraint worry_report_child_words_check check (char_length(child_words) <= 20000),
  worry text constraint worry_report_worry_check check (worry in ('physicalHarm', 'emotionalHarm', 'sexualHarm', 'neglect', 'domesticAbuse', 'harmOutsideHome', 'missing', 'mentalHealth', 'parentalNeed', 'disability', 'housingMoney', 'privateFostering', 'other')),
  household text constraint worry_report_household_check check (char_length(household) <= 20000),
  family_knows text constraint worry_report_family_knows_check check (family_knows in ('told', 'partly', 'notTold')),
  family_said text constraint worry_report_family_said_check check (char_length(family_said) <= 20000),
  why_not_told text[] constraint worry_report_why_not_told_check check (why_not_told <@ array['moreRisk', 'riskToOther', 'evidence', 'notReached', 'time', 'other']::text[]),
  why_not_told_words text constraint worry_report_why_not_told_words_check check (char_length(why_not_told_words) <= 20000),
  consent text constraint worry_report_consent_check check (consent in ('agreed', 'refused', 'notSought')),
  why_not_sought text constraint worry_report_why_not_sought_check check (why_not_sought in ('riskOfHarm', 'flightRisk', 'evidence', 'undueDelay', 'unableToContact')),
  consent_by text constraint worry_report_consent_by_check check (char_length(consent_by) <= 200),
  done_so_far text constraint worry_report_done_so_far_check check (char_length(done_so_far) <= 20000),
  help_now text constraint worry_report_help_now_check check (char_length(help_now) <= 20000),
  job text constraint worry_report_job_check check (char_length(job) <= 100),
  telephone text constraint worry_report_telephone_check check (char_length(telephone) <= 60),
  reached_when text constraint worry_report_reached_when_check check (char_length(reached_when) <= 200),
  sent_at timestamptz,
  children_named text constraint worry_report_children_named_check check (char_length(children_named) <= 200),
  sender text constraint worry_report_sender_check check (char_length(sender) <= 200),
  setting text constraint worry_report_setting_check check (char_length(setting) <= 200),
  source text constraint worry_report_source_check check (source in ('4', '6', '7', '8', '2A', '2B', '3A', '3F', '5A', '5B')),
  looked_at timestamptz,
  decided_at timestamptz,
  read_at timestamptz,
  outcomes_open integer constraint worry_report_outcomes_open_check check (outcomes_open between 0 and 100),
  deleted boolean,
  primary key (id),
  unique (reference)
);
create index worry_report_due on canopy.worry_report (next_due_at, reference) where closed_at is null;
create index worry_report_event on canopy.worry_report (sent_at);
create index worry_report_state on canopy.worry_report (state);
create index worry_report_updated on canopy.worry_report (updated_at);
create index worry_report_stood on canopy.worry_report using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.worry_report is 'Report';

create table canopy.worry_report_history (
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
  safe_now text,
  spoken_to text,
  spoken_at timestamptz,
  not_reached text[],
  what_happened text,
  child_words text,
  worry text,
  household text,
  family_knows text,
  family_said text,
  why_not_told text[],
  why_not_told_words text,
  consent text,
  why_not_sought text,
  consent_by text,
  done_so_far text,
  help_now text,
  job text,
  telephone text,
  reached_when text,
  sent_at timestamptz,
  children_named text,
  sender text,
  setting text,
  source text,
  looked_at timestamptz,
  decided_at timestamptz,
  read_at timestamptz,
  outcomes_open integer,
  deleted boolean,
  primary key (history_id),
  unique (id, version)
);
create index worry_report_history_updated on canopy.worry_report_history (updated_at);
comment on table canopy.worry_report_history is 'Every version of every report: what was known when, who wrote it, in which words it was asked';

create table canopy.worry_report_clock (
  id uuid not null,
  record_id uuid not null references canopy.worry_report (id),
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
create index worry_report_clock_record on canopy.worry_report_clock (record_id) where superseded_at is null;
create index worry_report_clock_due on canopy.worry_report_clock (clock, due_on) where superseded_at is null;
create index worry_report_clock_stood on canopy.worry_report_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.worry_report_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.worry_report_children (
  id uuid not null,
  record_id uuid not null references canopy.worry_report (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  given_name text constraint worry_report_children_given_name_check check (char_length(given_name) <= 200),
  family_name text constraint worry_report_children_family_name_check check (char_length(family_name) <= 200),
  born text constraint worry_report_children_born_check check (born in ('yes', 'no')),
  born_on date,
  expected_on date,
  sex text constraint worry_report_children_sex_check check (sex in ('female', 'male', 'unknown')),
  ethnicity text constraint worry_report_children_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  language text constraint worry_report_children_language_check check (char_length(language) <= 60),
  interpreter text constraint worry_report_children_interpreter_check check (interpreter in ('yes', 'no', 'notKnown')),
  disability text constraint worry_report_children_disability_check check (disability in ('yes', 'no', 'notKnown')),
  same_address boolean,
  address text constraint worry_report_children_address_check check (char_length(address) <= 300),
  school text constraint worry_report_children_school_check check (char_length(school) <= 120),
  where_now text constraint worry_report_children_where_now_check check (char_length(where_now) <= 200),
  where_until text constraint worry_report_children_where_until_check check (char_length(where_until) <= 200),
  primary key (id)
);
create index worry_report_children_record on canopy.worry_report_children (record_id);
comment on table canopy.worry_report_children is 'Children';

create table canopy.worry_report_adults (
  id uuid not null,
  record_id uuid not null references canopy.worry_report (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  adult_name text constraint worry_report_adults_adult_name_check check (char_length(adult_name) <= 200),
  relationship text constraint worry_report_adults_relationship_check check (relationship in ('mother', 'father', 'stepParent', 'grandparent', 'otherRelative', 'carer', 'professional', 'other')),
  parental_responsibility text constraint worry_report_adults_parental_responsibility_check check (parental_responsibility in ('yes', 'no', 'notKnown')),
  adult_telephone text constraint worry_report_adults_adult_telephone_check check (char_length(adult_telephone) <= 60),
  safe_contact text constraint worry_report_adults_safe_contact_check check (char_length(safe_contact) <= 20000),
  primary key (id)
);
create index worry_report_adults_record on canopy.worry_report_adults (record_id);
comment on table canopy.worry_report_adults is 'Adults of the family';

create table canopy.worry_report_others (
  id uuid not null,
  record_id uuid not null references canopy.worry_report (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  other_name text constraint worry_report_others_other_name_check check (char_length(other_name) <= 200),
  other_job text constraint worry_report_others_other_job_check check (char_length(other_job) <= 100),
  other_agency text constraint worry_report_others_other_agency_check check (char_length(other_agency) <= 120),
  other_telephone text constraint worry_report_others_other_telephone_check check (char_length(other_telephone) <= 120),
  primary key (id)
);
create index worry_report_others_record on canopy.worry_report_others (record_id);
comment on table canopy.worry_report_others is 'Others who know the child';

create table canopy.worry_report_outcomes (
  id uuid not null,
  record_id uuid not null references canopy.worry_report (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  outcome_child integer constraint worry_report_outcomes_outcome_child_check check (outcome_child between 0 and 1000000),
  outcome_decision text constraint worry_report_outcomes_outcome_decision_check check (outcome_decision in ('noFurtherAction', 'informationAdvice', 'earlyHelp', 'childInNeed', 'strategyDiscussion', 'alreadyOpen', 'otherAuthority', 'recordedInError')),
  outcome_text text constraint worry_report_outcomes_outcome_text_check check (char_length(outcome_text) <= 20000),
  outcome_who text constraint worry_report_outcomes_outcome_who_check check (char_length(outcome_who) <= 200),
  outcome_at timestamptz,
  outcome_agreed_by uuid references canopy.account (id),
  primary key (id)
);
create index worry_report_outcomes_record on canopy.worry_report_outcomes (record_id);
create unique index worry_report_outcomes_current on canopy.worry_report_outcomes (record_id, outcome_child) where superseded_at is null;
comment on table canopy.worry_report_outcomes is 'Decisions';

create table canopy.worry_report_questions (
  id uuid not null,
  record_id uuid not null references canopy.worry_report (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  query_text text constraint worry_report_questions_query_text_check check (char_length(query_text) <= 20000),
  query_child integer constraint worry_report_questions_query_child_check check (query_child between 1 and 100),
  primary key (id)
);
create index worry_report_questions_record on canopy.worry_report_questions (record_id);
comment on table canopy.worry_report_questions is 'Questions asked';

create table canopy.worry_report_disagreements (
  id uuid not null,
  record_id uuid not null references canopy.worry_report (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  disagree_text text constraint worry_report_disagreements_disagree_text_check check (char_length(disagree_text) <= 20000),
  disagree_wanted text constraint worry_report_disagreements_disagree_wanted_check check (char_length(disagree_wanted) <= 20000),
  disagree_child integer constraint worry_report_disagreements_disagree_child_check check (disagree_child between 1 and 100),
  primary key (id)
);
create index worry_report_disagreements_record on canopy.worry_report_disagreements (record_id);
comment on table canopy.worry_report_disagreements is 'Disagreements';

create table canopy.decision_query (
  id uuid not null,
  reference text not null,
  state text not null constraint decision_query_state_check check (state in ('raised', 'answered', 'settled', 'withdrawn')),
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
  report uuid,
  kind text constraint decision_query_kind_check check (kind in ('question', 'disagreement')),
  child integer constraint decision_query_child_check check (child between 0 and 1000000),
  words text constraint decision_query_words_check check (char_length(words) <= 20000),
  wanted text constraint decision_query_wanted_check check (char_length(wanted) <= 20000),
  decided_by uuid references canopy.account (id),
  raised_at timestamptz,
  stage integer constraint decision_query_stage_check check (stage between 0 and 3),
  stage_at timestamptz,
  answer text constraint decision_query_answer_check check (char_length(answer) <= 20000),
  result text constraint decision_query_result_check check (result in ('stands', 'again', 'explained')),
  answered_by uuid references canopy.account (id),
  answered_at timestamptz,
  why_not_accepted text constraint decision_query_why_not_accepted_check check (char_length(why_not_accepted) <= 20000),
  settled_at timestamptz,
  withdrawn_why text constraint decision_query_withdrawn_why_check check (char_length(withdrawn_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index decision_query_due on canopy.decision_query (next_due_at, reference) where closed_at is null;
create index decision_query_event on canopy.decision_query (raised_at);
create index decision_query_state on canopy.decision_query (state);
create index decision_query_updated on canopy.decision_query (updated_at);
create index decision_query_stood on canopy.decision_query using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index decision_query_report on canopy.decision_query (report);
comment on table canopy.decision_query is 'Question or disagreement';

create table canopy.decision_query_history (
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
  report uuid,
  kind text,
  child integer,
  words text,
  wanted text,
  decided_by uuid,
  raised_at timestamptz,
  stage integer,
  stage_at timestamptz,
  answer text,
  result text,
  answered_by uuid,
  answered_at timestamptz,
  why_not_accepted text,
  settled_at timestamptz,
  withdrawn_why text,
  primary key (history_id),
  unique (id, version)
);
create index decision_query_history_updated on canopy.decision_query_history (updated_at);
comment on table canopy.decision_query_history is 'Every version of every question or disagreement: what was known when, who wrote it, in which words it was asked';

create table canopy.decision_query_clock (
  id uuid not null,
  record_id uuid not null references canopy.decision_query (id),
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
create index decision_query_clock_record on canopy.decision_query_clock (record_id) where superseded_at is null;
create index decision_query_clock_due on canopy.decision_query_clock (clock, due_on) where superseded_at is null;
create index decision_query_clock_stood on canopy.decision_query_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.decision_query_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

alter table canopy.contact add column report uuid;

alter table canopy.contact add column report_child integer;

alter table canopy.contact add column child_words text;

alter table canopy.contact_history add column report uuid;

alter table canopy.contact_history add column report_child integer;

alter table canopy.contact_history add column child_words text;

alter table canopy.contact add constraint contact_report_child_check CHECK (((report_child >= 0) AND (report_child <= 1000000)));

alter table canopy.contact add constraint contact_child_words_check CHECK ((char_length(child_words) <= 20000));

CREATE INDEX contact_report ON canopy.contact USING btree (report);


create function canopy.withheld_reports() returns setof uuid
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select c.report from canopy.contact c where c.report is not null and c.person in (select canopy.withheld_people())
$$;
comment on function canopy.withheld_reports is 'Reports of which one child is restricted against the signed-in person: their text names the child.';
revoke execute on function canopy.withheld_reports from public;
grant execute on function canopy.withheld_reports to canopy_app, canopy_figures;
