-- Rounds of questions to many settings: campaigns, what each setting returns, surveys; and who did not return a section 11 self-assessment.

create table canopy.campaign (
  id uuid not null,
  reference text not null,
  state text not null constraint campaign_state_check check (state in ('planned', 'open', 'closed', 'reported', 'cancelled', 'recordedInError')),
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
  kind text constraint campaign_kind_check check (kind in ('section11', 'section175', 'early_years')),
  title text constraint campaign_title_check check (char_length(title) <= 120),
  round text constraint campaign_round_check check (char_length(round) <= 20),
  opens_on date,
  closes_on date,
  setting_kinds text[] constraint campaign_setting_kinds_check check (setting_kinds <@ array['school', 'college', 'nursery', 'childminder', 'club', 'council', 'police', 'health', 'commissioner', 'probation', 'housing', 'education', 'adult_services', 'youth_justice', 'voluntary', 'charity', 'faith', 'practice']::text[]),
  only_agencies uuid[],
  set_version integer constraint campaign_set_version_check check (set_version between 1 and 1000000),
  asked uuid[],
  settings_asked integer constraint campaign_settings_asked_check check (settings_asked between 0 and 1000000),
  opened_on date,
  opened_by uuid references canopy.account (id),
  new_version_why text constraint campaign_new_version_why_check check (char_length(new_version_why) <= 20000),
  version_taken_at timestamptz,
  last_reminded_on date,
  reminders_count integer constraint campaign_reminders_count_check check (reminders_count between 0 and 1000000),
  closed_on date,
  themes text constraint campaign_themes_check check (char_length(themes) <= 20000),
  reported_to text constraint campaign_reported_to_check check (char_length(reported_to) <= 120),
  reported_on date,
  cancelled_why text constraint campaign_cancelled_why_check check (char_length(cancelled_why) <= 20000),
  mistaken_why text constraint campaign_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index campaign_due on canopy.campaign (next_due_at, reference) where closed_at is null;
create index campaign_event on canopy.campaign (opens_on);
create index campaign_state on canopy.campaign (state);
create index campaign_updated on canopy.campaign (updated_at);
create index campaign_stood on canopy.campaign using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create unique index campaign_one_per on canopy.campaign (kind, lower(round)) where state not in ('cancelled', 'recordedInError');
comment on table canopy.campaign is 'Campaign';

create table canopy.campaign_history (
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
  kind text,
  title text,
  round text,
  opens_on date,
  closes_on date,
  setting_kinds text[],
  only_agencies uuid[],
  set_version integer,
  asked uuid[],
  settings_asked integer,
  opened_on date,
  opened_by uuid,
  new_version_why text,
  version_taken_at timestamptz,
  last_reminded_on date,
  reminders_count integer,
  closed_on date,
  themes text,
  reported_to text,
  reported_on date,
  cancelled_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index campaign_history_updated on canopy.campaign_history (updated_at);
comment on table canopy.campaign_history is 'Every version of every campaign: what was known when, who wrote it, in which words it was asked';

create table canopy.campaign_clock (
  id uuid not null,
  record_id uuid not null references canopy.campaign (id),
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
create index campaign_clock_record on canopy.campaign_clock (record_id) where superseded_at is null;
create index campaign_clock_due on canopy.campaign_clock (clock, due_on) where superseded_at is null;
create index campaign_clock_stood on canopy.campaign_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.campaign_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.setting_return (
  id uuid not null,
  reference text not null,
  state text not null constraint setting_return_state_check check (state in ('planned', 'notStarted', 'answering', 'withHead', 'withGovernor', 'submitted', 'sentBack', 'headAgain', 'accepted', 'notReturned', 'withdrawn', 'recordedInError')),
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
  campaign uuid,
  asked_of uuid references canopy.agency (id),
  setting_type text constraint setting_return_setting_type_check check (setting_type in ('primary', 'secondary', 'special', 'nurserySchool', 'college', 'school', 'nursery', 'childminder', 'club', 'other')),
  area text constraint setting_return_area_check check (char_length(area) <= 60),
  set_key text constraint setting_return_set_key_check check (set_key in ('section175', 'early_years')),
  set_version integer constraint setting_return_set_version_check check (set_version between 1 and 1000000),
  previous uuid,
  sent_on date,
  due_on date,
  statements_answered integer constraint setting_return_statements_answered_check check (statements_answered between 0 and 1000000),
  last_reminded_on date,
  reminders_count integer constraint setting_return_reminders_count_check check (reminders_count between 0 and 1000000),
  author_note text constraint setting_return_author_note_check check (char_length(author_note) <= 20000),
  finished_by uuid references canopy.account (id),
  finished_at timestamptz,
  head_name text constraint setting_return_head_name_check check (char_length(head_name) <= 120),
  head_signed_on date,
  head_agrees boolean,
  head_comment text constraint setting_return_head_comment_check check (char_length(head_comment) <= 20000),
  governor_as text constraint setting_return_governor_as_check check (governor_as in ('governor', 'trustee', 'owner', 'nobody')),
  governor_name text constraint setting_return_governor_name_check check (char_length(governor_name) <= 120),
  governor_signed_on date,
  signed_by uuid references canopy.account (id),
  taken_back_why text constraint setting_return_taken_back_why_check check (char_length(taken_back_why) <= 20000),
  submitted_by uuid references canopy.account (id),
  submitted_at timestamptz,
  review_by text constraint setting_return_review_by_check check (char_length(review_by) <= 160),
  review_on date,
  review_covers text constraint setting_return_review_covers_check check (char_length(review_covers) <= 20000),
  review_supplied boolean,
  completeness text constraint setting_return_completeness_check check (completeness in ('full', 'limited')),
  completeness_why text constraint setting_return_completeness_why_check check (char_length(completeness_why) <= 20000),
  report_check text constraint setting_return_report_check_check check (report_check in ('agrees', 'differs', 'notReceived')),
  report_on date,
  report_follows text constraint setting_return_report_follows_check check (char_length(report_follows) <= 20000),
  sent_back_statements text[] constraint setting_return_sent_back_statements_check check (sent_back_statements <@ array['1.1', '1.2', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2', '4.3', '5.1', '5.2', '6.1', '6.2', '7.1', '7.2', '8.1', '8.2', 'E1.1', 'E1.2', 'E2.1', 'E2.2', 'E3.1', 'E3.2', 'E4.1', 'E4.2', 'E5.1', 'E5.2', 'E6.1', 'E6.2', 'E7.1', 'E7.2', 'E8.1', 'E8.2']::text[]),
  sent_back_why text constraint setting_return_sent_back_why_check check (char_length(sent_back_why) <= 20000),
  sent_back_at timestamptz,
  answered_again_at timestamptz,
  feedback text constraint setting_return_feedback_check check (char_length(feedback) <= 20000),
  accepted_by uuid references canopy.account (id),
  accepted_at timestamptz,
  not_returned_on date,
  late_why text constraint setting_return_late_why_check check (char_length(late_why) <= 20000),
  withdrawn_why text constraint setting_return_withdrawn_why_check check (withdrawn_why in ('closed', 'merged', 'sentInError', 'declined')),
  successor uuid references canopy.agency (id),
  withdrawn_note text constraint setting_return_withdrawn_note_check check (char_length(withdrawn_note) <= 20000),
  mistaken_why text constraint setting_return_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index setting_return_due on canopy.setting_return (next_due_at, reference) where closed_at is null;
create index setting_return_event on canopy.setting_return (sent_on);
create index setting_return_state on canopy.setting_return (state);
create index setting_return_updated on canopy.setting_return (updated_at);
create index setting_return_stood on canopy.setting_return using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index setting_return_campaign on canopy.setting_return (campaign);
create index setting_return_previous on canopy.setting_return (previous);
create unique index setting_return_one_per on canopy.setting_return (campaign, asked_of) where state not in ('recordedInError');
comment on table canopy.setting_return is 'Setting return';

create table canopy.setting_return_history (
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
  campaign uuid,
  asked_of uuid,
  setting_type text,
  area text,
  set_key text,
  set_version integer,
  previous uuid,
  sent_on date,
  due_on date,
  statements_answered integer,
  last_reminded_on date,
  reminders_count integer,
  author_note text,
  finished_by uuid,
  finished_at timestamptz,
  head_name text,
  head_signed_on date,
  head_agrees boolean,
  head_comment text,
  governor_as text,
  governor_name text,
  governor_signed_on date,
  signed_by uuid,
  taken_back_why text,
  submitted_by uuid,
  submitted_at timestamptz,
  review_by text,
  review_on date,
  review_covers text,
  review_supplied boolean,
  completeness text,
  completeness_why text,
  report_check text,
  report_on date,
  report_follows text,
  sent_back_statements text[],
  sent_back_why text,
  sent_back_at timestamptz,
  answered_again_at timestamptz,
  feedback text,
  accepted_by uuid,
  accepted_at timestamptz,
  not_returned_on date,
  late_why text,
  withdrawn_why text,
  successor uuid,
  withdrawn_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index setting_return_history_updated on canopy.setting_return_history (updated_at);
comment on table canopy.setting_return_history is 'Every version of every setting return: what was known when, who wrote it, in which words it was asked';

create table canopy.setting_return_clock (
  id uuid not null,
  record_id uuid not null references canopy.setting_return (id),
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
create index setting_return_clock_record on canopy.setting_return_clock (record_id) where superseded_at is null;
create index setting_return_clock_due on canopy.setting_return_clock (clock, due_on) where superseded_at is null;
create index setting_return_clock_stood on canopy.setting_return_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.setting_return_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.setting_return_answers (
  id uuid not null,
  record_id uuid not null references canopy.setting_return (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  statement text constraint setting_return_answers_statement_check check (statement in ('1.1', '1.2', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2', '4.3', '5.1', '5.2', '6.1', '6.2', '7.1', '7.2', '8.1', '8.2', 'E1.1', 'E1.2', 'E2.1', 'E2.2', 'E3.1', 'E3.2', 'E4.1', 'E4.2', 'E5.1', 'E5.2', 'E6.1', 'E6.2', 'E7.1', 'E7.2', 'E8.1', 'E8.2')),
  asked_version integer constraint setting_return_answers_asked_version_check check (asked_version between 1 and 1000000),
  rating text constraint setting_return_answers_rating_check check (rating in ('met', 'partly', 'notYet', 'doesNotApply')),
  evidence text constraint setting_return_answers_evidence_check check (char_length(evidence) <= 20000),
  why_not_applicable text constraint setting_return_answers_why_not_applicable_check check (char_length(why_not_applicable) <= 20000),
  task text constraint setting_return_answers_task_check check (char_length(task) <= 500),
  task_owner text constraint setting_return_answers_task_owner_check check (char_length(task_owner) <= 120),
  task_due_on date,
  primary key (id)
);
create index setting_return_answers_record on canopy.setting_return_answers (record_id);
create unique index setting_return_answers_current on canopy.setting_return_answers (record_id, statement) where superseded_at is null;
comment on table canopy.setting_return_answers is 'Answers';

create table canopy.setting_return_carried (
  id uuid not null,
  record_id uuid not null references canopy.setting_return (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  carried_statement text constraint setting_return_carried_carried_statement_check check (carried_statement in ('1.1', '1.2', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2', '4.3', '5.1', '5.2', '6.1', '6.2', '7.1', '7.2', '8.1', '8.2', 'E1.1', 'E1.2', 'E2.1', 'E2.2', 'E3.1', 'E3.2', 'E4.1', 'E4.2', 'E5.1', 'E5.2', 'E6.1', 'E6.2', 'E7.1', 'E7.2', 'E8.1', 'E8.2')),
  primary key (id)
);
create index setting_return_carried_record on canopy.setting_return_carried (record_id);
create unique index setting_return_carried_current on canopy.setting_return_carried (record_id, carried_statement) where superseded_at is null;
comment on table canopy.setting_return_carried is 'Carried forward, to be confirmed';

create table canopy.setting_return_comments (
  id uuid not null,
  record_id uuid not null references canopy.setting_return (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  comment_on text constraint setting_return_comments_comment_on_check check (comment_on in ('1.1', '1.2', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2', '4.3', '5.1', '5.2', '6.1', '6.2', '7.1', '7.2', '8.1', '8.2', 'E1.1', 'E1.2', 'E2.1', 'E2.2', 'E3.1', 'E3.2', 'E4.1', 'E4.2', 'E5.1', 'E5.2', 'E6.1', 'E6.2', 'E7.1', 'E7.2', 'E8.1', 'E8.2')),
  comment text constraint setting_return_comments_comment_check check (char_length(comment) <= 20000),
  primary key (id)
);
create index setting_return_comments_record on canopy.setting_return_comments (record_id);
comment on table canopy.setting_return_comments is 'Comments';

create table canopy.setting_return_moderations (
  id uuid not null,
  record_id uuid not null references canopy.setting_return (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  moderated_statement text constraint setting_return_moderations_moderated_statement_check check (moderated_statement in ('1.1', '1.2', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2', '4.3', '5.1', '5.2', '6.1', '6.2', '7.1', '7.2', '8.1', '8.2', 'E1.1', 'E1.2', 'E2.1', 'E2.2', 'E3.1', 'E3.2', 'E4.1', 'E4.2', 'E5.1', 'E5.2', 'E6.1', 'E6.2', 'E7.1', 'E7.2', 'E8.1', 'E8.2')),
  moderated_rating text constraint setting_return_moderations_moderated_rating_check check (moderated_rating in ('met', 'partly', 'notYet', 'doesNotApply')),
  moderation_why text constraint setting_return_moderations_moderation_why_check check (char_length(moderation_why) <= 20000),
  primary key (id)
);
create index setting_return_moderations_record on canopy.setting_return_moderations (record_id);
create unique index setting_return_moderations_current on canopy.setting_return_moderations (record_id, moderated_statement) where superseded_at is null;
comment on table canopy.setting_return_moderations is 'Moderated ratings';

create table canopy.setting_return_support (
  id uuid not null,
  record_id uuid not null references canopy.setting_return (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  support_on date,
  support_how text constraint setting_return_support_support_how_check check (support_how in ('telephone', 'visit', 'training', 'written')),
  support_note text constraint setting_return_support_support_note_check check (char_length(support_note) <= 20000),
  primary key (id)
);
create index setting_return_support_record on canopy.setting_return_support (record_id);
comment on table canopy.setting_return_support is 'Support given';

create table canopy.survey (
  id uuid not null,
  reference text not null,
  state text not null constraint survey_state_check check (state in ('planned', 'open', 'closed', 'reported', 'cancelled', 'recordedInError')),
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
  title text constraint survey_title_check check (char_length(title) <= 120),
  audience text constraint survey_audience_check check (audience in ('children', 'parents', 'staff', 'settings')),
  opens_on date,
  closes_on date,
  set_version integer constraint survey_set_version_check check (set_version between 1 and 1000000),
  opened_on date,
  closed_on date,
  findings text constraint survey_findings_check check (char_length(findings) <= 20000),
  reported_on date,
  cancelled_why text constraint survey_cancelled_why_check check (char_length(cancelled_why) <= 20000),
  mistaken_why text constraint survey_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index survey_due on canopy.survey (next_due_at, reference) where closed_at is null;
create index survey_event on canopy.survey (opens_on);
create index survey_state on canopy.survey (state);
create index survey_updated on canopy.survey (updated_at);
create index survey_stood on canopy.survey using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.survey is 'Survey';

create table canopy.survey_history (
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
  title text,
  audience text,
  opens_on date,
  closes_on date,
  set_version integer,
  opened_on date,
  closed_on date,
  findings text,
  reported_on date,
  cancelled_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index survey_history_updated on canopy.survey_history (updated_at);
comment on table canopy.survey_history is 'Every version of every survey: what was known when, who wrote it, in which words it was asked';

create table canopy.survey_clock (
  id uuid not null,
  record_id uuid not null references canopy.survey (id),
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
create index survey_clock_record on canopy.survey_clock (record_id) where superseded_at is null;
create index survey_clock_due on canopy.survey_clock (clock, due_on) where superseded_at is null;
create index survey_clock_stood on canopy.survey_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.survey_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.survey_answers (
  id uuid not null,
  record_id uuid not null references canopy.survey (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  respondent integer constraint survey_answers_respondent_check check (respondent between 1 and 100000),
  question text constraint survey_answers_question_check check (question in ('S1', 'S2', 'S3', 'S4', 'S5')),
  rating text constraint survey_answers_rating_check check (rating in ('agree', 'partly', 'disagree')),
  said text constraint survey_answers_said_check check (char_length(said) <= 20000),
  may_quote boolean,
  primary key (id)
);
create index survey_answers_record on canopy.survey_answers (record_id);
comment on table canopy.survey_answers is 'Answers';

alter table canopy.section11_return add column no_reply_why text;

alter table canopy.section11_return add column no_reply_on date;

alter table canopy.section11_return_history add column no_reply_why text;

alter table canopy.section11_return_history add column no_reply_on date;

alter table canopy.section11_return add constraint section11_return_no_reply_why_check check (char_length(no_reply_why) <= 20000);

alter table canopy.section11_return drop constraint section11_return_state_check;
alter table canopy.section11_return add constraint section11_return_state_check check (state in ('sent', 'answering', 'submitted', 'sentBack', 'moderated', 'signedOff', 'closed', 'notReturned', 'withdrawn'));
