-- Oversight: priorities with their evidence, reports of partners, scrutiny, risks of the partnership, forums and outreach, and local incidents.

create table canopy.priority (
  id uuid not null,
  reference text not null,
  state text not null constraint priority_state_check check (state in ('inForce', 'ended', 'recordedInError')),
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
  scheme text constraint priority_scheme_check check (scheme in ('partnership', 'recovery')),
  number integer constraint priority_number_check check (number between 1 and 99),
  title text constraint priority_title_check check (char_length(title) <= 120),
  words text constraint priority_words_check check (char_length(words) <= 20000),
  written_in text constraint priority_written_in_check check (char_length(written_in) <= 200),
  from_day date,
  led_by text constraint priority_led_by_check check (char_length(led_by) <= 160),
  lead_person uuid references canopy.account (id),
  asked uuid[],
  words_now text constraint priority_words_now_check check (char_length(words_now) <= 20000),
  ended_on date,
  ended_note text constraint priority_ended_note_check check (char_length(ended_note) <= 20000),
  mistaken_why text constraint priority_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index priority_due on canopy.priority (next_due_at, reference) where closed_at is null;
create index priority_event on canopy.priority (from_day);
create index priority_state on canopy.priority (state);
create index priority_updated on canopy.priority (updated_at);
create index priority_stood on canopy.priority using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create unique index priority_one_per on canopy.priority (scheme, lower(title)) where state not in ('ended', 'recordedInError');
comment on table canopy.priority is 'Priority';

create table canopy.priority_history (
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
  scheme text,
  number integer,
  title text,
  words text,
  written_in text,
  from_day date,
  led_by text,
  lead_person uuid,
  asked uuid[],
  words_now text,
  ended_on date,
  ended_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index priority_history_updated on canopy.priority_history (updated_at);
comment on table canopy.priority_history is 'Every version of every priority: what was known when, who wrote it, in which words it was asked';

create table canopy.priority_clock (
  id uuid not null,
  record_id uuid not null references canopy.priority (id),
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
create index priority_clock_record on canopy.priority_clock (record_id) where superseded_at is null;
create index priority_clock_due on canopy.priority_clock (clock, due_on) where superseded_at is null;
create index priority_clock_stood on canopy.priority_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.priority_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.priority_wordings (
  id uuid not null,
  record_id uuid not null references canopy.priority (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  wording_from date,
  wording text constraint priority_wordings_wording_check check (char_length(wording) <= 20000),
  wording_in text constraint priority_wordings_wording_in_check check (char_length(wording_in) <= 200),
  primary key (id)
);
create index priority_wordings_record on canopy.priority_wordings (record_id);
create unique index priority_wordings_current on canopy.priority_wordings (record_id, wording_from) where superseded_at is null;
comment on table canopy.priority_wordings is 'Later words';

create table canopy.priority_figures (
  id uuid not null,
  record_id uuid not null references canopy.priority (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  figure text constraint priority_figures_figure_check check (figure in ('contacts', 'contacts_decided_on_time', 'missing_episodes', 'missing_children', 'return_interviews_held_of_offers', 'return_interviews_held_of_concluded', 'return_interviews_held_of_episodes', 'return_interviews_in_time', 'exploitation_identified', 'trafficking_cases', 'trafficking_hearings', 'trafficking_hearings_late', 'daily_case_referrals', 'daily_case_children', 'domestic_abuse_repeat_cases', 'survivors_feel_safer', 'early_help_children', 'early_help_needs_met', 'young_carers_supported', 'private_fostering_arrangements', 'private_fostering_first_visits_in_time', 'ethnicity_known', 'court_outcomes_liberty', 'triage_diverted', 'staff_name_racism', 'encompass_in_time', 'meeting_attendance', 'section11_standards_met', 'recommendations_done', 'recommendations_embedded')),
  figure_why text constraint priority_figures_figure_why_check check (char_length(figure_why) <= 300),
  primary key (id)
);
create index priority_figures_record on canopy.priority_figures (record_id);
create unique index priority_figures_current on canopy.priority_figures (record_id, figure) where superseded_at is null;
comment on table canopy.priority_figures is 'What would show progress';

create table canopy.priority_programmes (
  id uuid not null,
  record_id uuid not null references canopy.priority (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  programme text constraint priority_programmes_programme_check check (char_length(programme) <= 300),
  milestone text constraint priority_programmes_milestone_check check (char_length(milestone) <= 300),
  milestone_on date,
  primary key (id)
);
create index priority_programmes_record on canopy.priority_programmes (record_id);
create unique index priority_programmes_current on canopy.priority_programmes (record_id, programme) where superseded_at is null;
comment on table canopy.priority_programmes is 'What is done for it';

create table canopy.priority_judgements (
  id uuid not null,
  record_id uuid not null references canopy.priority (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  year text constraint priority_judgements_year_check check (char_length(year) <= 7),
  judged_on date,
  progress text constraint priority_judgements_progress_check check (progress in ('progress', 'little', 'none')),
  judged_why text constraint priority_judgements_judged_why_check check (char_length(judged_why) <= 20000),
  primary key (id)
);
create index priority_judgements_record on canopy.priority_judgements (record_id);
create unique index priority_judgements_current on canopy.priority_judgements (record_id, year) where superseded_at is null;
comment on table canopy.priority_judgements is 'Progress, year by year';

create table canopy.priority_evidenced (
  id uuid not null,
  record_id uuid not null references canopy.priority (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  evidence uuid,
  evidenced_by uuid references canopy.agency (id),
  evidenced_on date,
  primary key (id)
);
create index priority_evidenced_record on canopy.priority_evidenced (record_id);
create unique index priority_evidenced_current on canopy.priority_evidenced (record_id, evidence) where superseded_at is null;
comment on table canopy.priority_evidenced is 'Evidence accepted';

create table canopy.priority_evidence (
  id uuid not null,
  reference text not null,
  state text not null constraint priority_evidence_state_check check (state in ('given', 'returned', 'accepted', 'withdrawn')),
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
  priority uuid,
  given_by uuid references canopy.agency (id),
  title text constraint priority_evidence_title_check check (char_length(title) <= 200),
  evidence_on date,
  as_worded text constraint priority_evidence_as_worded_check check (char_length(as_worded) <= 300),
  what_done text constraint priority_evidence_what_done_check check (char_length(what_done) <= 20000),
  what_changed text constraint priority_evidence_what_changed_check check (char_length(what_changed) <= 20000),
  source_document text constraint priority_evidence_source_document_check check (char_length(source_document) <= 200),
  strength text constraint priority_evidence_strength_check check (strength in ('figure', 'audit', 'heard', 'document', 'statement')),
  figure text constraint priority_evidence_figure_check check (figure in ('contacts', 'contacts_decided_on_time', 'missing_episodes', 'missing_children', 'return_interviews_held_of_offers', 'return_interviews_held_of_concluded', 'return_interviews_held_of_episodes', 'return_interviews_in_time', 'exploitation_identified', 'trafficking_cases', 'trafficking_hearings', 'trafficking_hearings_late', 'daily_case_referrals', 'daily_case_children', 'domestic_abuse_repeat_cases', 'survivors_feel_safer', 'early_help_children', 'early_help_needs_met', 'young_carers_supported', 'private_fostering_arrangements', 'private_fostering_first_visits_in_time', 'ethnicity_known', 'court_outcomes_liberty', 'triage_diverted', 'staff_name_racism', 'encompass_in_time', 'meeting_attendance', 'section11_standards_met', 'recommendations_done', 'recommendations_embedded')),
  given_on date,
  given_by_person uuid references canopy.account (id),
  judged_on date,
  judged_by uuid references canopy.account (id),
  accepted_why text constraint priority_evidence_accepted_why_check check (char_length(accepted_why) <= 20000),
  returned_why text constraint priority_evidence_returned_why_check check (char_length(returned_why) <= 20000),
  withdrawn_why text constraint priority_evidence_withdrawn_why_check check (char_length(withdrawn_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index priority_evidence_due on canopy.priority_evidence (next_due_at, reference) where closed_at is null;
create index priority_evidence_event on canopy.priority_evidence (evidence_on);
create index priority_evidence_state on canopy.priority_evidence (state);
create index priority_evidence_updated on canopy.priority_evidence (updated_at);
create index priority_evidence_stood on canopy.priority_evidence using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index priority_evidence_priority on canopy.priority_evidence (priority);
comment on table canopy.priority_evidence is 'Evidence';

create table canopy.priority_evidence_history (
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
  priority uuid,
  given_by uuid,
  title text,
  evidence_on date,
  as_worded text,
  what_done text,
  what_changed text,
  source_document text,
  strength text,
  figure text,
  given_on date,
  given_by_person uuid,
  judged_on date,
  judged_by uuid,
  accepted_why text,
  returned_why text,
  withdrawn_why text,
  primary key (history_id),
  unique (id, version)
);
create index priority_evidence_history_updated on canopy.priority_evidence_history (updated_at);
comment on table canopy.priority_evidence_history is 'Every version of every evidence: what was known when, who wrote it, in which words it was asked';

create table canopy.priority_evidence_clock (
  id uuid not null,
  record_id uuid not null references canopy.priority_evidence (id),
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
create index priority_evidence_clock_record on canopy.priority_evidence_clock (record_id) where superseded_at is null;
create index priority_evidence_clock_due on canopy.priority_evidence_clock (clock, due_on) where superseded_at is null;
create index priority_evidence_clock_stood on canopy.priority_evidence_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.priority_evidence_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.agency_report (
  id uuid not null,
  reference text not null,
  state text not null constraint agency_report_state_check check (state in ('awaited', 'received', 'scrutinised', 'notComing', 'recordedInError')),
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
  partner uuid references canopy.agency (id),
  title text constraint agency_report_title_check check (char_length(title) <= 200),
  kind text constraint agency_report_kind_check check (kind in ('annual', 'sixMonthly', 'quarterly', 'contribution', 'other')),
  covers_from date,
  covers_to date,
  due_on date,
  scrutinised_by text constraint agency_report_scrutinised_by_check check (char_length(scrutinised_by) <= 160),
  received_on date,
  received_as text constraint agency_report_received_as_check check (char_length(received_as) <= 200),
  sent_by uuid references canopy.account (id),
  scrutinised_on date,
  scrutiny_note text constraint agency_report_scrutiny_note_check check (char_length(scrutiny_note) <= 20000),
  not_coming_why text constraint agency_report_not_coming_why_check check (char_length(not_coming_why) <= 20000),
  mistaken_why text constraint agency_report_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index agency_report_due on canopy.agency_report (next_due_at, reference) where closed_at is null;
create index agency_report_event on canopy.agency_report (due_on);
create index agency_report_state on canopy.agency_report (state);
create index agency_report_updated on canopy.agency_report (updated_at);
create index agency_report_stood on canopy.agency_report using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create unique index agency_report_one_per on canopy.agency_report (partner, lower(title), covers_to) where state not in ('notComing', 'recordedInError');
comment on table canopy.agency_report is 'Report of a partner';

create table canopy.agency_report_history (
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
  partner uuid,
  title text,
  kind text,
  covers_from date,
  covers_to date,
  due_on date,
  scrutinised_by text,
  received_on date,
  received_as text,
  sent_by uuid,
  scrutinised_on date,
  scrutiny_note text,
  not_coming_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index agency_report_history_updated on canopy.agency_report_history (updated_at);
comment on table canopy.agency_report_history is 'Every version of every report of a partner: what was known when, who wrote it, in which words it was asked';

create table canopy.agency_report_clock (
  id uuid not null,
  record_id uuid not null references canopy.agency_report (id),
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
create index agency_report_clock_record on canopy.agency_report_clock (record_id) where superseded_at is null;
create index agency_report_clock_due on canopy.agency_report_clock (clock, due_on) where superseded_at is null;
create index agency_report_clock_stood on canopy.agency_report_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.agency_report_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.agency_report_headlines (
  id uuid not null,
  record_id uuid not null references canopy.agency_report (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  topic text constraint agency_report_headlines_topic_check check (topic in ('contacts', 'missing', 'exploitation', 'referralMechanism', 'domesticAbuse', 'childProtection', 'lookedAfter', 'privateFostering', 'allegations', 'mentalHealth', 'neglect', 'youthSafety', 'attendance', 'training', 'incidents', 'other')),
  counts text constraint agency_report_headlines_counts_check check (char_length(counts) <= 300),
  value integer constraint agency_report_headlines_value_check check (value between 0 and 1000000),
  hundredths integer constraint agency_report_headlines_hundredths_check check (hundredths between 0 and 99),
  unit text constraint agency_report_headlines_unit_check check (unit in ('number', 'percent', 'days', 'pounds')),
  direction text constraint agency_report_headlines_direction_check check (direction in ('more', 'fewer', 'same', 'notSaid')),
  said_from date,
  said_to date,
  ours text constraint agency_report_headlines_ours_check check (ours in ('contacts', 'contacts_decided_on_time', 'missing_episodes', 'missing_children', 'return_interviews_held_of_offers', 'return_interviews_held_of_concluded', 'return_interviews_held_of_episodes', 'return_interviews_in_time', 'exploitation_identified', 'trafficking_cases', 'trafficking_hearings', 'trafficking_hearings_late', 'daily_case_referrals', 'daily_case_children', 'domestic_abuse_repeat_cases', 'survivors_feel_safer', 'early_help_children', 'early_help_needs_met', 'young_carers_supported', 'private_fostering_arrangements', 'private_fostering_first_visits_in_time', 'ethnicity_known', 'court_outcomes_liberty', 'triage_diverted', 'staff_name_racism', 'encompass_in_time', 'meeting_attendance', 'section11_standards_met', 'recommendations_done', 'recommendations_embedded')),
  primary key (id)
);
create index agency_report_headlines_record on canopy.agency_report_headlines (record_id);
comment on table canopy.agency_report_headlines is 'What it says';

create table canopy.agency_report_last_year (
  id uuid not null,
  record_id uuid not null references canopy.agency_report (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  last_action text constraint agency_report_last_year_last_action_check check (char_length(last_action) <= 300),
  fate text constraint agency_report_last_year_fate_check check (fate in ('done', 'ongoing', 'stopped', 'notMentioned')),
  fate_note text constraint agency_report_last_year_fate_note_check check (char_length(fate_note) <= 20000),
  primary key (id)
);
create index agency_report_last_year_record on canopy.agency_report_last_year (record_id);
comment on table canopy.agency_report_last_year is 'Actions of the year before';

create table canopy.agency_report_questions (
  id uuid not null,
  record_id uuid not null references canopy.agency_report (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  number integer constraint agency_report_questions_number_check check (number between 1 and 99),
  question text constraint agency_report_questions_question_check check (char_length(question) <= 20000),
  primary key (id)
);
create index agency_report_questions_record on canopy.agency_report_questions (record_id);
create unique index agency_report_questions_current on canopy.agency_report_questions (record_id, number) where superseded_at is null;
comment on table canopy.agency_report_questions is 'Questions raised';

create table canopy.agency_report_answers (
  id uuid not null,
  record_id uuid not null references canopy.agency_report (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  answer_to integer constraint agency_report_answers_answer_to_check check (answer_to between 1 and 99),
  answer text constraint agency_report_answers_answer_check check (char_length(answer) <= 20000),
  primary key (id)
);
create index agency_report_answers_record on canopy.agency_report_answers (record_id);
create unique index agency_report_answers_current on canopy.agency_report_answers (record_id, answer_to) where superseded_at is null;
comment on table canopy.agency_report_answers is 'Answers to questions';

create table canopy.agency_report_recommended (
  id uuid not null,
  record_id uuid not null references canopy.agency_report (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  rec_title text constraint agency_report_recommended_rec_title_check check (char_length(rec_title) <= 200),
  rec_words text constraint agency_report_recommended_rec_words_check check (char_length(rec_words) <= 20000),
  rec_outcome text constraint agency_report_recommended_rec_outcome_check check (char_length(rec_outcome) <= 20000),
  rec_owner uuid references canopy.account (id),
  rec_agency uuid references canopy.agency (id),
  rec_due_on date,
  primary key (id)
);
create index agency_report_recommended_record on canopy.agency_report_recommended (record_id);
comment on table canopy.agency_report_recommended is 'Recommendations in it';

create table canopy.scrutiny_challenge (
  id uuid not null,
  reference text not null,
  state text not null constraint scrutiny_challenge_state_check check (state in ('made', 'answered', 'closed', 'recordedInError')),
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
  kind text constraint scrutiny_challenge_kind_check check (kind in ('challenge', 'assessment')),
  title text constraint scrutiny_challenge_title_check check (char_length(title) <= 200),
  theme text constraint scrutiny_challenge_theme_check check (theme in ('transition', 'voice', 'inequality', 'missing', 'section11', 'reviews', 'audit', 'training', 'domesticAbuse', 'neglect', 'leadership', 'other')),
  made_on date,
  judgement text constraint scrutiny_challenge_judgement_check check (judgement in ('commendable', 'excellent', 'inOrder', 'disappointing', 'seeMore')),
  words text constraint scrutiny_challenge_words_check check (char_length(words) <= 20000),
  quoted text constraint scrutiny_challenge_quoted_check check (char_length(quoted) <= 300),
  figure text constraint scrutiny_challenge_figure_check check (figure in ('contacts', 'contacts_decided_on_time', 'missing_episodes', 'missing_children', 'return_interviews_held_of_offers', 'return_interviews_held_of_concluded', 'return_interviews_held_of_episodes', 'return_interviews_in_time', 'exploitation_identified', 'trafficking_cases', 'trafficking_hearings', 'trafficking_hearings_late', 'daily_case_referrals', 'daily_case_children', 'domestic_abuse_repeat_cases', 'survivors_feel_safer', 'early_help_children', 'early_help_needs_met', 'young_carers_supported', 'private_fostering_arrangements', 'private_fostering_first_visits_in_time', 'ethnicity_known', 'court_outcomes_liberty', 'triage_diverted', 'staff_name_racism', 'encompass_in_time', 'meeting_attendance', 'section11_standards_met', 'recommendations_done', 'recommendations_embedded')),
  figure_from date,
  figure_to date,
  base text constraint scrutiny_challenge_base_check check (base in ('everything', 'finished', 'people', 'notSaid')),
  other_figure text constraint scrutiny_challenge_other_figure_check check (other_figure in ('contacts', 'contacts_decided_on_time', 'missing_episodes', 'missing_children', 'return_interviews_held_of_offers', 'return_interviews_held_of_concluded', 'return_interviews_held_of_episodes', 'return_interviews_in_time', 'exploitation_identified', 'trafficking_cases', 'trafficking_hearings', 'trafficking_hearings_late', 'daily_case_referrals', 'daily_case_children', 'domestic_abuse_repeat_cases', 'survivors_feel_safer', 'early_help_children', 'early_help_needs_met', 'young_carers_supported', 'private_fostering_arrangements', 'private_fostering_first_visits_in_time', 'ethnicity_known', 'court_outcomes_liberty', 'triage_diverted', 'staff_name_racism', 'encompass_in_time', 'meeting_attendance', 'section11_standards_met', 'recommendations_done', 'recommendations_embedded')),
  to_agency uuid references canopy.agency (id),
  to_person uuid references canopy.account (id),
  answered_on date,
  answered_by uuid references canopy.account (id),
  not_enough_why text constraint scrutiny_challenge_not_enough_why_check check (char_length(not_enough_why) <= 20000),
  follow_up_due_on date,
  followed_up_on date,
  outcome text constraint scrutiny_challenge_outcome_check check (outcome in ('improved', 'agreed', 'explained', 'stands')),
  outcome_note text constraint scrutiny_challenge_outcome_note_check check (char_length(outcome_note) <= 20000),
  closed_on date,
  mistaken_why text constraint scrutiny_challenge_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index scrutiny_challenge_due on canopy.scrutiny_challenge (next_due_at, reference) where closed_at is null;
create index scrutiny_challenge_event on canopy.scrutiny_challenge (made_on);
create index scrutiny_challenge_state on canopy.scrutiny_challenge (state);
create index scrutiny_challenge_updated on canopy.scrutiny_challenge (updated_at);
create index scrutiny_challenge_stood on canopy.scrutiny_challenge using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.scrutiny_challenge is 'Challenge';

create table canopy.scrutiny_challenge_history (
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
  theme text,
  made_on date,
  judgement text,
  words text,
  quoted text,
  figure text,
  figure_from date,
  figure_to date,
  base text,
  other_figure text,
  to_agency uuid,
  to_person uuid,
  answered_on date,
  answered_by uuid,
  not_enough_why text,
  follow_up_due_on date,
  followed_up_on date,
  outcome text,
  outcome_note text,
  closed_on date,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index scrutiny_challenge_history_updated on canopy.scrutiny_challenge_history (updated_at);
comment on table canopy.scrutiny_challenge_history is 'Every version of every challenge: what was known when, who wrote it, in which words it was asked';

create table canopy.scrutiny_challenge_clock (
  id uuid not null,
  record_id uuid not null references canopy.scrutiny_challenge (id),
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
create index scrutiny_challenge_clock_record on canopy.scrutiny_challenge_clock (record_id) where superseded_at is null;
create index scrutiny_challenge_clock_due on canopy.scrutiny_challenge_clock (clock, due_on) where superseded_at is null;
create index scrutiny_challenge_clock_stood on canopy.scrutiny_challenge_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.scrutiny_challenge_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.scrutiny_challenge_responses (
  id uuid not null,
  record_id uuid not null references canopy.scrutiny_challenge (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  response text constraint scrutiny_challenge_responses_response_check check (char_length(response) <= 20000),
  will_do text constraint scrutiny_challenge_responses_will_do_check check (char_length(will_do) <= 20000),
  primary key (id)
);
create index scrutiny_challenge_responses_record on canopy.scrutiny_challenge_responses (record_id);
comment on table canopy.scrutiny_challenge_responses is 'Answers';

create table canopy.scrutiny_challenge_promises (
  id uuid not null,
  record_id uuid not null references canopy.scrutiny_challenge (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  number integer constraint scrutiny_challenge_promises_number_check check (number between 1 and 99),
  promised text constraint scrutiny_challenge_promises_promised_check check (char_length(promised) <= 300),
  promised_for date,
  primary key (id)
);
create index scrutiny_challenge_promises_record on canopy.scrutiny_challenge_promises (record_id);
create unique index scrutiny_challenge_promises_current on canopy.scrutiny_challenge_promises (record_id, number) where superseded_at is null;
comment on table canopy.scrutiny_challenge_promises is 'What the scrutineer will look at again';

create table canopy.scrutiny_challenge_follow_ups (
  id uuid not null,
  record_id uuid not null references canopy.scrutiny_challenge (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  of_promise integer constraint scrutiny_challenge_follow_ups_of_promise_check check (of_promise between 1 and 99),
  followed_on date,
  found text constraint scrutiny_challenge_follow_ups_found_check check (char_length(found) <= 20000),
  primary key (id)
);
create index scrutiny_challenge_follow_ups_record on canopy.scrutiny_challenge_follow_ups (record_id);
comment on table canopy.scrutiny_challenge_follow_ups is 'What was found then';

create table canopy.scrutiny_challenge_recommended (
  id uuid not null,
  record_id uuid not null references canopy.scrutiny_challenge (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  rec_title text constraint scrutiny_challenge_recommended_rec_title_check check (char_length(rec_title) <= 200),
  rec_words text constraint scrutiny_challenge_recommended_rec_words_check check (char_length(rec_words) <= 20000),
  rec_outcome text constraint scrutiny_challenge_recommended_rec_outcome_check check (char_length(rec_outcome) <= 20000),
  rec_owner uuid references canopy.account (id),
  rec_agency uuid references canopy.agency (id),
  rec_due_on date,
  primary key (id)
);
create index scrutiny_challenge_recommended_record on canopy.scrutiny_challenge_recommended (record_id);
comment on table canopy.scrutiny_challenge_recommended is 'Recommendations made';

create table canopy.partnership_risk (
  id uuid not null,
  reference text not null,
  state text not null constraint partnership_risk_state_check check (state in ('open', 'accepted', 'closed', 'recordedInError')),
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
  title text constraint partnership_risk_title_check check (char_length(title) <= 200),
  could_happen text constraint partnership_risk_could_happen_check check (char_length(could_happen) <= 20000),
  cause text constraint partnership_risk_cause_check check (char_length(cause) <= 20000),
  children_group text constraint partnership_risk_children_group_check check (char_length(children_group) <= 200),
  priority uuid,
  raised_on date,
  owner_person uuid references canopy.account (id),
  owner_agency uuid references canopy.agency (id),
  first_likelihood integer constraint partnership_risk_first_likelihood_check check (first_likelihood between 1 and 5),
  first_impact integer constraint partnership_risk_first_impact_check check (first_impact between 1 and 5),
  first_why text constraint partnership_risk_first_why_check check (char_length(first_why) <= 20000),
  score integer constraint partnership_risk_score_check check (score between 0 and 1000000),
  first_score integer constraint partnership_risk_first_score_check check (first_score between 0 and 1000000),
  high_from integer constraint partnership_risk_high_from_check check (high_from between 0 and 1000000),
  accepted_why text constraint partnership_risk_accepted_why_check check (char_length(accepted_why) <= 20000),
  accepted_by uuid references canopy.account (id),
  closing text constraint partnership_risk_closing_check check (closing in ('gone', 'low', 'happened', 'joined')),
  closed_note text constraint partnership_risk_closed_note_check check (char_length(closed_note) <= 20000),
  closed_by uuid references canopy.account (id),
  closed_on date,
  mistaken_why text constraint partnership_risk_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index partnership_risk_due on canopy.partnership_risk (next_due_at, reference) where closed_at is null;
create index partnership_risk_event on canopy.partnership_risk (raised_on);
create index partnership_risk_state on canopy.partnership_risk (state);
create index partnership_risk_updated on canopy.partnership_risk (updated_at);
create index partnership_risk_stood on canopy.partnership_risk using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index partnership_risk_priority on canopy.partnership_risk (priority);
comment on table canopy.partnership_risk is 'Risk';

create table canopy.partnership_risk_history (
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
  could_happen text,
  cause text,
  children_group text,
  priority uuid,
  raised_on date,
  owner_person uuid,
  owner_agency uuid,
  first_likelihood integer,
  first_impact integer,
  first_why text,
  score integer,
  first_score integer,
  high_from integer,
  accepted_why text,
  accepted_by uuid,
  closing text,
  closed_note text,
  closed_by uuid,
  closed_on date,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index partnership_risk_history_updated on canopy.partnership_risk_history (updated_at);
comment on table canopy.partnership_risk_history is 'Every version of every risk: what was known when, who wrote it, in which words it was asked';

create table canopy.partnership_risk_clock (
  id uuid not null,
  record_id uuid not null references canopy.partnership_risk (id),
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
create index partnership_risk_clock_record on canopy.partnership_risk_clock (record_id) where superseded_at is null;
create index partnership_risk_clock_due on canopy.partnership_risk_clock (clock, due_on) where superseded_at is null;
create index partnership_risk_clock_stood on canopy.partnership_risk_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.partnership_risk_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.partnership_risk_ratings (
  id uuid not null,
  record_id uuid not null references canopy.partnership_risk (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  rated_on date,
  likelihood integer constraint partnership_risk_ratings_likelihood_check check (likelihood between 1 and 5),
  impact integer constraint partnership_risk_ratings_impact_check check (impact between 1 and 5),
  rated_why text constraint partnership_risk_ratings_rated_why_check check (char_length(rated_why) <= 20000),
  primary key (id)
);
create index partnership_risk_ratings_record on canopy.partnership_risk_ratings (record_id);
comment on table canopy.partnership_risk_ratings is 'Ratings since';

create table canopy.partnership_risk_actions (
  id uuid not null,
  record_id uuid not null references canopy.partnership_risk (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  task text constraint partnership_risk_actions_task_check check (char_length(task) <= 500),
  done_by uuid references canopy.account (id),
  done_by_agency uuid references canopy.agency (id),
  done_until date,
  primary key (id)
);
create index partnership_risk_actions_record on canopy.partnership_risk_actions (record_id);
comment on table canopy.partnership_risk_actions is 'Actions agreed';

create table canopy.engagement_event (
  id uuid not null,
  reference text not null,
  state text not null constraint engagement_event_state_check check (state in ('held', 'answered', 'nothingOwed', 'notAnswered', 'recordedInError')),
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
  kind text constraint engagement_event_kind_check check (kind in ('youngPeopleForum', 'parentForum', 'parentPractitioner', 'community', 'outreach')),
  title text constraint engagement_event_title_check check (char_length(title) <= 160),
  held_on date,
  area text constraint engagement_event_area_check check (char_length(area) <= 120),
  who_came text constraint engagement_event_who_came_check check (who_came in ('youngPeople', 'parents', 'both', 'community')),
  themes text[] constraint engagement_event_themes_check check (themes <@ array['disproportionality', 'police', 'safety', 'school', 'services', 'family', 'work', 'other']::text[]),
  came integer constraint engagement_event_came_check check (came between 0 and 10000),
  said text constraint engagement_event_said_check check (char_length(said) <= 20000),
  provider uuid references canopy.agency (id),
  contract text constraint engagement_event_contract_check check (char_length(contract) <= 80),
  answer_owed boolean,
  answered_on date,
  answered text constraint engagement_event_answered_check check (char_length(answered) <= 20000),
  no_answer_why text constraint engagement_event_no_answer_why_check check (char_length(no_answer_why) <= 20000),
  mistaken_why text constraint engagement_event_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index engagement_event_due on canopy.engagement_event (next_due_at, reference) where closed_at is null;
create index engagement_event_event on canopy.engagement_event (held_on);
create index engagement_event_state on canopy.engagement_event (state);
create index engagement_event_updated on canopy.engagement_event (updated_at);
create index engagement_event_stood on canopy.engagement_event using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.engagement_event is 'Forum or outreach';

create table canopy.engagement_event_history (
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
  held_on date,
  area text,
  who_came text,
  themes text[],
  came integer,
  said text,
  provider uuid,
  contract text,
  answer_owed boolean,
  answered_on date,
  answered text,
  no_answer_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index engagement_event_history_updated on canopy.engagement_event_history (updated_at);
comment on table canopy.engagement_event_history is 'Every version of every forum or outreach: what was known when, who wrote it, in which words it was asked';

create table canopy.engagement_event_clock (
  id uuid not null,
  record_id uuid not null references canopy.engagement_event (id),
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
create index engagement_event_clock_record on canopy.engagement_event_clock (record_id) where superseded_at is null;
create index engagement_event_clock_due on canopy.engagement_event_clock (clock, due_on) where superseded_at is null;
create index engagement_event_clock_stood on canopy.engagement_event_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.engagement_event_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.local_incident (
  id uuid not null,
  reference text not null,
  state text not null constraint local_incident_state_check check (state in ('reported', 'met', 'closed', 'noMeeting', 'recordedInError')),
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
  happened_at timestamptz,
  area text constraint local_incident_area_check check (char_length(area) <= 120),
  kinds text[] constraint local_incident_kinds_check check (kinds <@ array['violence', 'knife', 'firearm', 'robbery', 'disorder', 'hate', 'drugs', 'online', 'other']::text[]),
  what text constraint local_incident_what_check check (char_length(what) <= 20000),
  affected integer constraint local_incident_affected_check check (affected between 0 and 10000),
  reporter_agency uuid references canopy.agency (id),
  reporter_job text constraint local_incident_reporter_job_check check (char_length(reporter_job) <= 120),
  reported_by uuid references canopy.account (id),
  met_on date,
  met_with text constraint local_incident_met_with_check check (char_length(met_with) <= 300),
  agreed text constraint local_incident_agreed_check check (char_length(agreed) <= 20000),
  no_meeting_why text constraint local_incident_no_meeting_why_check check (char_length(no_meeting_why) <= 20000),
  mistaken_why text constraint local_incident_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index local_incident_due on canopy.local_incident (next_due_at, reference) where closed_at is null;
create index local_incident_event on canopy.local_incident (happened_at);
create index local_incident_state on canopy.local_incident (state);
create index local_incident_updated on canopy.local_incident (updated_at);
create index local_incident_stood on canopy.local_incident using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.local_incident is 'Local incident';

create table canopy.local_incident_history (
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
  happened_at timestamptz,
  area text,
  kinds text[],
  what text,
  affected integer,
  reporter_agency uuid,
  reporter_job text,
  reported_by uuid,
  met_on date,
  met_with text,
  agreed text,
  no_meeting_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index local_incident_history_updated on canopy.local_incident_history (updated_at);
comment on table canopy.local_incident_history is 'Every version of every local incident: what was known when, who wrote it, in which words it was asked';

create table canopy.local_incident_clock (
  id uuid not null,
  record_id uuid not null references canopy.local_incident (id),
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
create index local_incident_clock_record on canopy.local_incident_clock (record_id) where superseded_at is null;
create index local_incident_clock_due on canopy.local_incident_clock (clock, due_on) where superseded_at is null;
create index local_incident_clock_stood on canopy.local_incident_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.local_incident_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.local_incident_actions (
  id uuid not null,
  record_id uuid not null references canopy.local_incident (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  task text constraint local_incident_actions_task_check check (char_length(task) <= 500),
  done_by uuid references canopy.account (id),
  done_by_agency uuid references canopy.agency (id),
  done_until date,
  primary key (id)
);
create index local_incident_actions_record on canopy.local_incident_actions (record_id);
comment on table canopy.local_incident_actions is 'Actions agreed';
