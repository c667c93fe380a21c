-- Audits: what was looked at, their questions, their cases, what was found, and what followed.

create table canopy.audit (
  id uuid not null,
  reference text not null,
  state text not null constraint audit_state_check check (state in ('planned', 'fieldwork', 'reported', 'closed', 'abandoned', 'recordedInError')),
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
  title text constraint audit_title_check check (char_length(title) <= 120),
  kind text constraint audit_kind_check check (kind in ('single', 'multi')),
  planned_for date,
  commissioner text constraint audit_commissioner_check check (char_length(commissioner) <= 160),
  trigger text constraint audit_trigger_check check (char_length(trigger) <= 300),
  theme text constraint audit_theme_check check (char_length(theme) <= 160),
  unit text constraint audit_unit_check check (unit in ('child', 'family', 'siblingGroup', 'plan', 'file', 'parent', 'case', 'referral', 'session', 'notRecorded')),
  cohort_rule text constraint audit_cohort_rule_check check (char_length(cohort_rule) <= 20000),
  population text constraint audit_population_check check (population in ('contactsDecided', 'contactsNoAction', 'earlyHelpEnded', 'missingEpisodes', 'outsideList')),
  from_day date,
  to_day date,
  sample_method text constraint audit_sample_method_check check (sample_method in ('all', 'random', 'stratified', 'convenience', 'notRecorded')),
  stratified_by text constraint audit_stratified_by_check check (stratified_by in ('source', 'ethnicity', 'outcome', 'team')),
  sample_size integer constraint audit_sample_size_check check (sample_size between 1 and 5000),
  population_count integer constraint audit_population_count_check check (population_count between 1 and 1000000),
  grade_scheme text constraint audit_grade_scheme_check check (grade_scheme in ('ilacs', 'sccif', 'schoolOverall', 'reportCard', 'reportCardSafeguarding', 'areaSend', 'jointInspection', 'peel', 'cqc', 'youthJustice', 'none')),
  repeats uuid,
  re_audit_after integer constraint audit_re_audit_after_check check (re_audit_after between 1 and 60),
  seed text constraint audit_seed_check check (char_length(seed) <= 80),
  drawn_at timestamptz,
  drop_code text constraint audit_drop_code_check check (char_length(drop_code) <= 40),
  set_version integer constraint audit_set_version_check check (set_version between 0 and 1000000),
  set_published_at timestamptz,
  set_why text constraint audit_set_why_check check (char_length(set_why) <= 20000),
  started_on date,
  summary text constraint audit_summary_check check (char_length(summary) <= 20000),
  inspection uuid,
  elsewhere_note text constraint audit_elsewhere_note_check check (char_length(elsewhere_note) <= 200),
  reported_on date,
  re_audited_on date,
  no_repeat_why text constraint audit_no_repeat_why_check check (char_length(no_repeat_why) <= 20000),
  closed_on date,
  abandoned_why text constraint audit_abandoned_why_check check (char_length(abandoned_why) <= 20000),
  mistaken_why text constraint audit_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index audit_due on canopy.audit (next_due_at, reference) where closed_at is null;
create index audit_event on canopy.audit (planned_for);
create index audit_state on canopy.audit (state);
create index audit_updated on canopy.audit (updated_at);
create index audit_stood on canopy.audit using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index audit_repeats on canopy.audit (repeats);
create index audit_inspection on canopy.audit (inspection);
comment on table canopy.audit is 'Audit';

create table canopy.audit_history (
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
  kind text,
  planned_for date,
  commissioner text,
  trigger text,
  theme text,
  unit text,
  cohort_rule text,
  population text,
  from_day date,
  to_day date,
  sample_method text,
  stratified_by text,
  sample_size integer,
  population_count integer,
  grade_scheme text,
  repeats uuid,
  re_audit_after integer,
  seed text,
  drawn_at timestamptz,
  drop_code text,
  set_version integer,
  set_published_at timestamptz,
  set_why text,
  started_on date,
  summary text,
  inspection uuid,
  elsewhere_note text,
  reported_on date,
  re_audited_on date,
  no_repeat_why text,
  closed_on date,
  abandoned_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index audit_history_updated on canopy.audit_history (updated_at);
comment on table canopy.audit_history is 'Every version of every audit: what was known when, who wrote it, in which words it was asked';

create table canopy.audit_clock (
  id uuid not null,
  record_id uuid not null references canopy.audit (id),
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
create index audit_clock_record on canopy.audit_clock (record_id) where superseded_at is null;
create index audit_clock_due on canopy.audit_clock (clock, due_on) where superseded_at is null;
create index audit_clock_stood on canopy.audit_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.audit_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.audit_questions (
  id uuid not null,
  record_id uuid not null references canopy.audit (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  code text constraint audit_questions_code_check check (char_length(code) <= 40),
  words text constraint audit_questions_words_check check (char_length(words) <= 300),
  question_kind text constraint audit_questions_question_kind_check check (question_kind in ('yesNo', 'choice', 'share')),
  choices text constraint audit_questions_choices_check check (char_length(choices) <= 1000),
  primary key (id)
);
create index audit_questions_record on canopy.audit_questions (record_id);
create unique index audit_questions_current on canopy.audit_questions (record_id, code) where superseded_at is null;
comment on table canopy.audit_questions is 'Questions';

create table canopy.audit_feedback (
  id uuid not null,
  record_id uuid not null references canopy.audit (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  feedback_group text constraint audit_feedback_feedback_group_check check (feedback_group in ('parents', 'designatedLeads', 'youngPeople', 'practitioners')),
  feedback_words text constraint audit_feedback_feedback_words_check check (char_length(feedback_words) <= 200),
  feedback_answered integer constraint audit_feedback_feedback_answered_check check (feedback_answered between 1 and 5000),
  feedback_yes integer constraint audit_feedback_feedback_yes_check check (feedback_yes between 0 and 5000),
  feedback_partly integer constraint audit_feedback_feedback_partly_check check (feedback_partly between 0 and 5000),
  primary key (id)
);
create index audit_feedback_record on canopy.audit_feedback (record_id);
comment on table canopy.audit_feedback is 'Feedback';

create table canopy.audit_findings (
  id uuid not null,
  record_id uuid not null references canopy.audit (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  number integer constraint audit_findings_number_check check (number between 1 and 999),
  finding_kind text constraint audit_findings_finding_kind_check check (finding_kind in ('strength', 'learning')),
  finding text constraint audit_findings_finding_check check (char_length(finding) <= 20000),
  finding_code text constraint audit_findings_finding_code_check check (char_length(finding_code) <= 40),
  primary key (id)
);
create index audit_findings_record on canopy.audit_findings (record_id);
create unique index audit_findings_current on canopy.audit_findings (record_id, number) where superseded_at is null;
comment on table canopy.audit_findings is 'Findings';

create table canopy.audit_recommended (
  id uuid not null,
  record_id uuid not null references canopy.audit (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  recommended_for integer constraint audit_recommended_recommended_for_check check (recommended_for between 1 and 999),
  rec_title text constraint audit_recommended_rec_title_check check (char_length(rec_title) <= 200),
  rec_words text constraint audit_recommended_rec_words_check check (char_length(rec_words) <= 20000),
  rec_outcome text constraint audit_recommended_rec_outcome_check check (char_length(rec_outcome) <= 20000),
  rec_owner uuid references canopy.account (id),
  rec_agency uuid references canopy.agency (id),
  rec_due_on date,
  primary key (id)
);
create index audit_recommended_record on canopy.audit_recommended (record_id);
comment on table canopy.audit_recommended is 'Recommendations made';

create table canopy.audit_passed (
  id uuid not null,
  record_id uuid not null references canopy.audit (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  passed integer constraint audit_passed_passed_check check (passed between 1 and 999),
  lesson text constraint audit_passed_lesson_check check (char_length(lesson) <= 20000),
  learner uuid references canopy.agency (id),
  learning_owner uuid references canopy.account (id),
  primary key (id)
);
create index audit_passed_record on canopy.audit_passed (record_id);
comment on table canopy.audit_passed is 'Passed on to be learned from';

create table canopy.audit_presentations (
  id uuid not null,
  record_id uuid not null references canopy.audit (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  presented_to text constraint audit_presentations_presented_to_check check (char_length(presented_to) <= 160),
  presented_on date,
  primary key (id)
);
create index audit_presentations_record on canopy.audit_presentations (record_id);
comment on table canopy.audit_presentations is 'Presented to';

create table canopy.audit_case (
  id uuid not null,
  reference text not null,
  state text not null constraint audit_case_state_check check (state in ('drawn', 'auditing', 'audited', 'moderated', 'notAudited', 'recordedInError')),
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
  audit uuid,
  audit_title text constraint audit_case_audit_title_check check (char_length(audit_title) <= 200),
  audit_kind text constraint audit_case_audit_kind_check check (audit_kind in ('single', 'multi')),
  audit_unit text constraint audit_case_audit_unit_check check (audit_unit in ('child', 'family', 'siblingGroup', 'plan', 'file', 'parent', 'case', 'referral', 'session', 'notRecorded')),
  grade_scheme text constraint audit_case_grade_scheme_check check (grade_scheme in ('ilacs', 'sccif', 'schoolOverall', 'reportCard', 'reportCardSafeguarding', 'areaSend', 'jointInspection', 'peel', 'cqc', 'youthJustice', 'none')),
  position integer constraint audit_case_position_check check (position between 1 and 5000),
  subject_ref text constraint audit_case_subject_ref_check check (char_length(subject_ref) <= 40),
  stratum text constraint audit_case_stratum_check check (char_length(stratum) <= 80),
  children_count integer constraint audit_case_children_count_check check (children_count between 1 and 30),
  drawn_on date,
  team_audited uuid references canopy.team (id),
  agency_audited uuid references canopy.agency (id),
  worker uuid references canopy.account (id),
  auditor uuid references canopy.account (id),
  second_auditor uuid references canopy.account (id),
  grade text constraint audit_case_grade_check check (grade in ('outstanding', 'good', 'adequate', 'requiresImprovement', 'requiresImprovementToBeGood', 'inadequate', 'exceptional', 'strongStandard', 'expectedStandard', 'needsAttention', 'urgentImprovement', 'met', 'notMet', 'typicallyPositive', 'inconsistent', 'widespreadFailings')),
  agreement text constraint audit_case_agreement_check check (agreement in ('agreed', 'agreedOnWhatWasKnown', 'disagreed', 'notAsked')),
  disagreed_decision text constraint audit_case_disagreed_decision_check check (disagreed_decision in ('noFurtherAction', 'informationAdvice', 'earlyHelp', 'assessment', 'protection', 'proceedings', 'other')),
  disagreed_why text constraint audit_case_disagreed_why_check check (char_length(disagreed_why) <= 20000),
  learning text constraint audit_case_learning_check check (char_length(learning) <= 20000),
  good_practice text constraint audit_case_good_practice_check check (char_length(good_practice) <= 20000),
  audited_on date,
  submitted_by uuid references canopy.account (id),
  moderation_note text constraint audit_case_moderation_note_check check (char_length(moderation_note) <= 20000),
  moderated_by uuid references canopy.account (id),
  moderated_on date,
  sent_back_why text constraint audit_case_sent_back_why_check check (char_length(sent_back_why) <= 20000),
  not_audited_why text constraint audit_case_not_audited_why_check check (not_audited_why in ('fileMissing', 'notOfCohort', 'openReview', 'noTime', 'other')),
  not_audited_note text constraint audit_case_not_audited_note_check check (char_length(not_audited_note) <= 20000),
  mistaken_why text constraint audit_case_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index audit_case_due on canopy.audit_case (next_due_at, reference) where closed_at is null;
create index audit_case_event on canopy.audit_case (drawn_on);
create index audit_case_state on canopy.audit_case (state);
create index audit_case_updated on canopy.audit_case (updated_at);
create index audit_case_stood on canopy.audit_case using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index audit_case_audit on canopy.audit_case (audit);
create unique index audit_case_one_per on canopy.audit_case (audit, lower(subject_ref)) where state not in ('recordedInError');
comment on table canopy.audit_case is 'Audit case';

create table canopy.audit_case_history (
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
  audit uuid,
  audit_title text,
  audit_kind text,
  audit_unit text,
  grade_scheme text,
  position integer,
  subject_ref text,
  stratum text,
  children_count integer,
  drawn_on date,
  team_audited uuid,
  agency_audited uuid,
  worker uuid,
  auditor uuid,
  second_auditor uuid,
  grade text,
  agreement text,
  disagreed_decision text,
  disagreed_why text,
  learning text,
  good_practice text,
  audited_on date,
  submitted_by uuid,
  moderation_note text,
  moderated_by uuid,
  moderated_on date,
  sent_back_why text,
  not_audited_why text,
  not_audited_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index audit_case_history_updated on canopy.audit_case_history (updated_at);
comment on table canopy.audit_case_history is 'Every version of every audit case: what was known when, who wrote it, in which words it was asked';

create table canopy.audit_case_clock (
  id uuid not null,
  record_id uuid not null references canopy.audit_case (id),
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
create index audit_case_clock_record on canopy.audit_case_clock (record_id) where superseded_at is null;
create index audit_case_clock_due on canopy.audit_case_clock (clock, due_on) where superseded_at is null;
create index audit_case_clock_stood on canopy.audit_case_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.audit_case_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.audit_case_answers (
  id uuid not null,
  record_id uuid not null references canopy.audit_case (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  code text constraint audit_case_answers_code_check check (char_length(code) <= 40),
  answer text constraint audit_case_answers_answer_check check (answer in ('yes', 'partly', 'no', 'notApplicable', 'notRecorded', 'chosen', 'counted')),
  chosen text constraint audit_case_answers_chosen_check check (char_length(chosen) <= 120),
  part integer constraint audit_case_answers_part_check check (part between 0 and 10000),
  whole integer constraint audit_case_answers_whole_check check (whole between 0 and 10000),
  answer_why text constraint audit_case_answers_answer_why_check check (char_length(answer_why) <= 20000),
  primary key (id)
);
create index audit_case_answers_record on canopy.audit_case_answers (record_id);
create unique index audit_case_answers_current on canopy.audit_case_answers (record_id, code) where superseded_at is null;
comment on table canopy.audit_case_answers is 'Answers';

create table canopy.audit_case_facts (
  id uuid not null,
  record_id uuid not null references canopy.audit_case (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  fact text constraint audit_case_facts_fact_check check (fact in ('ethnicity', 'sex', 'origin', 'outcome', 'gap', 'risk', 'placement', 'other')),
  value text constraint audit_case_facts_value_check check (char_length(value) <= 80),
  primary key (id)
);
create index audit_case_facts_record on canopy.audit_case_facts (record_id);
create unique index audit_case_facts_current on canopy.audit_case_facts (record_id, fact) where superseded_at is null;
comment on table canopy.audit_case_facts is 'Facts about the case';

create table canopy.audit_case_agency_grades (
  id uuid not null,
  record_id uuid not null references canopy.audit_case (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  graded_agency uuid references canopy.agency (id),
  agency_grade text constraint audit_case_agency_grades_agency_grade_check check (agency_grade in ('outstanding', 'good', 'adequate', 'requiresImprovement', 'requiresImprovementToBeGood', 'inadequate', 'exceptional', 'strongStandard', 'expectedStandard', 'needsAttention', 'urgentImprovement', 'met', 'notMet', 'typicallyPositive', 'inconsistent', 'widespreadFailings')),
  agency_note text constraint audit_case_agency_grades_agency_note_check check (char_length(agency_note) <= 20000),
  primary key (id)
);
create index audit_case_agency_grades_record on canopy.audit_case_agency_grades (record_id);
create unique index audit_case_agency_grades_current on canopy.audit_case_agency_grades (record_id, graded_agency) where superseded_at is null;
comment on table canopy.audit_case_agency_grades is 'Grades by agency';
