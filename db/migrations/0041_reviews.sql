-- Reviews: serious incidents and their rapid reviews, practice reviews, outside reviews and inspections, learning products.

create table canopy.serious_incident (
  id uuid not null,
  reference text not null,
  state text not null constraint serious_incident_state_check check (state in ('recorded', 'toNotify', 'notNotified', 'notified', 'sent', 'answered', 'closed', 'recordedInError')),
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
  pseudonym text constraint serious_incident_pseudonym_check check (char_length(pseudonym) <= 40),
  aware_on date,
  happened_on date,
  harm text constraint serious_incident_harm_check check (harm in ('death', 'seriousHarm', 'neither')),
  abuse boolean,
  age integer constraint serious_incident_age_check check (age between 0 and 120),
  age_in text constraint serious_incident_age_in_check check (age_in in ('weeks', 'months', 'years')),
  care text constraint serious_incident_care_check check (care in ('lookedAfter', 'careLeaver', 'neither')),
  place text constraint serious_incident_place_check check (place in ('ownArea', 'abroad', 'elsewhere')),
  death_known_at timestamptz,
  entered_by uuid references canopy.account (id),
  person uuid,
  notify_why text constraint serious_incident_notify_why_check check (char_length(notify_why) <= 20000),
  not_notified_why text constraint serious_incident_not_notified_why_check check (char_length(not_notified_why) <= 20000),
  reconsider_why text constraint serious_incident_reconsider_why_check check (char_length(reconsider_why) <= 20000),
  notified_on date,
  partners_told_on date,
  child_death_told_at timestamptz,
  facts text constraint serious_incident_facts_check check (char_length(facts) <= 20000),
  immediate_action text constraint serious_incident_immediate_action_check check (char_length(immediate_action) <= 20000),
  potential text constraint serious_incident_potential_check check (char_length(potential) <= 20000),
  family_view text constraint serious_incident_family_view_check check (char_length(family_view) <= 20000),
  dissent text constraint serious_incident_dissent_check check (char_length(dissent) <= 20000),
  sent_on date,
  no_review_on date,
  no_review_why text constraint serious_incident_no_review_why_check check (char_length(no_review_why) <= 20000),
  agencies_asked uuid[],
  last_asked uuid references canopy.agency (id),
  first_outcome text constraint serious_incident_first_outcome_check check (first_outcome in ('rapidReviewOnly', 'localReview', 'managementReview')),
  outcome text constraint serious_incident_outcome_check check (outcome in ('rapidReviewOnly', 'localReview', 'managementReview')),
  decided_on date,
  decided_by uuid references canopy.account (id),
  panel_answer text constraint serious_incident_panel_answer_check check (panel_answer in ('agrees', 'disagrees', 'asksToReconsider')),
  panel_answered_on date,
  commissioned_as text constraint serious_incident_commissioned_as_check check (commissioned_as in ('rapidReviewOnly', 'localReview', 'managementReview')),
  commissioned_on date,
  closed_note text constraint serious_incident_closed_note_check check (char_length(closed_note) <= 20000),
  mistaken_why text constraint serious_incident_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index serious_incident_due on canopy.serious_incident (next_due_at, reference) where closed_at is null;
create index serious_incident_event on canopy.serious_incident (aware_on);
create index serious_incident_state on canopy.serious_incident (state);
create index serious_incident_updated on canopy.serious_incident (updated_at);
create index serious_incident_stood on canopy.serious_incident using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index serious_incident_person on canopy.serious_incident (person);
comment on table canopy.serious_incident is 'Serious incident';

create table canopy.serious_incident_history (
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
  pseudonym text,
  aware_on date,
  happened_on date,
  harm text,
  abuse boolean,
  age integer,
  age_in text,
  care text,
  place text,
  death_known_at timestamptz,
  entered_by uuid,
  person uuid,
  notify_why text,
  not_notified_why text,
  reconsider_why text,
  notified_on date,
  partners_told_on date,
  child_death_told_at timestamptz,
  facts text,
  immediate_action text,
  potential text,
  family_view text,
  dissent text,
  sent_on date,
  no_review_on date,
  no_review_why text,
  agencies_asked uuid[],
  last_asked uuid,
  first_outcome text,
  outcome text,
  decided_on date,
  decided_by uuid,
  panel_answer text,
  panel_answered_on date,
  commissioned_as text,
  commissioned_on date,
  closed_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index serious_incident_history_updated on canopy.serious_incident_history (updated_at);
comment on table canopy.serious_incident_history is 'Every version of every serious incident: what was known when, who wrote it, in which words it was asked';

create table canopy.serious_incident_clock (
  id uuid not null,
  record_id uuid not null references canopy.serious_incident (id),
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
create index serious_incident_clock_record on canopy.serious_incident_clock (record_id) where superseded_at is null;
create index serious_incident_clock_due on canopy.serious_incident_clock (clock, due_on) where superseded_at is null;
create index serious_incident_clock_stood on canopy.serious_incident_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.serious_incident_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.serious_incident_asked (
  id uuid not null,
  record_id uuid not null references canopy.serious_incident (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  asked_agency uuid references canopy.agency (id),
  asked_on date,
  answer_by date,
  primary key (id)
);
create index serious_incident_asked_record on canopy.serious_incident_asked (record_id);
create unique index serious_incident_asked_current on canopy.serious_incident_asked (record_id, asked_agency) where superseded_at is null;
comment on table canopy.serious_incident_asked is 'Agencies asked for their part';

create table canopy.serious_incident_answered (
  id uuid not null,
  record_id uuid not null references canopy.serious_incident (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  answered_agency uuid references canopy.agency (id),
  answered_on date,
  known text constraint serious_incident_answered_known_check check (known in ('yes', 'no')),
  answer_note text constraint serious_incident_answered_answer_note_check check (char_length(answer_note) <= 200),
  primary key (id)
);
create index serious_incident_answered_record on canopy.serious_incident_answered (record_id);
create unique index serious_incident_answered_current on canopy.serious_incident_answered (record_id, answered_agency) where superseded_at is null;
comment on table canopy.serious_incident_answered is 'Parts received';

create table canopy.serious_incident_decisions (
  id uuid not null,
  record_id uuid not null references canopy.serious_incident (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  made_on date,
  decision text constraint serious_incident_decisions_decision_check check (decision in ('rapidReviewOnly', 'localReview', 'managementReview')),
  improvements boolean,
  themes boolean,
  together boolean,
  panel_thinks boolean,
  equality text constraint serious_incident_decisions_equality_check check (char_length(equality) <= 20000),
  decision_why text constraint serious_incident_decisions_decision_why_check check (char_length(decision_why) <= 20000),
  changed_why text constraint serious_incident_decisions_changed_why_check check (char_length(changed_why) <= 20000),
  primary key (id)
);
create index serious_incident_decisions_record on canopy.serious_incident_decisions (record_id);
comment on table canopy.serious_incident_decisions is 'Decisions, in their order';

create table canopy.serious_incident_letters (
  id uuid not null,
  record_id uuid not null references canopy.serious_incident (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  letter_on date,
  direction text constraint serious_incident_letters_direction_check check (direction in ('toPanel', 'fromPanel')),
  letter_kind text constraint serious_incident_letters_letter_kind_check check (letter_kind in ('agrees', 'disagrees', 'asksToReconsider', 'other')),
  letter_words text constraint serious_incident_letters_letter_words_check check (char_length(letter_words) <= 20000),
  primary key (id)
);
create index serious_incident_letters_record on canopy.serious_incident_letters (record_id);
comment on table canopy.serious_incident_letters is 'Letters to and from the Panel';

create table canopy.practice_review (
  id uuid not null,
  reference text not null,
  state text not null constraint practice_review_state_check check (state in ('commissioned', 'underWay', 'drafted', 'published', 'finished', 'closed', 'stopped', 'recordedInError')),
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
  incident uuid,
  name text constraint practice_review_name_check check (char_length(name) <= 40),
  kind text constraint practice_review_kind_check check (kind in ('localReview', 'managementReview')),
  decided_on date,
  instance text constraint practice_review_instance_check check (instance in ('partnership', 'panel')),
  terms text constraint practice_review_terms_check check (char_length(terms) <= 20000),
  chronologies_due_on date,
  report_text text constraint practice_review_report_text_check check (char_length(report_text) <= 100000),
  text_by uuid references canopy.account (id),
  warnings text constraint practice_review_warnings_check check (char_length(warnings) <= 20000),
  confirm_why text constraint practice_review_confirm_why_check check (char_length(confirm_why) <= 20000),
  confirmed_by uuid references canopy.account (id),
  confirmed_on date,
  planned_on date,
  copy_due_on date,
  copy_sent_on date,
  published_on date,
  published_at text constraint practice_review_published_at_check check (char_length(published_at) <= 300),
  available_until date,
  not_published_why text constraint practice_review_not_published_why_check check (char_length(not_published_why) <= 20000),
  improvements text constraint practice_review_improvements_check check (char_length(improvements) <= 20000),
  finished_on date,
  agencies_asked uuid[],
  last_asked uuid references canopy.agency (id),
  chronologies_in_on date,
  kept_by uuid references canopy.account (id),
  embedded text constraint practice_review_embedded_check check (char_length(embedded) <= 20000),
  stopped_why text constraint practice_review_stopped_why_check check (char_length(stopped_why) <= 20000),
  mistaken_why text constraint practice_review_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index practice_review_due on canopy.practice_review (next_due_at, reference) where closed_at is null;
create index practice_review_event on canopy.practice_review (decided_on);
create index practice_review_state on canopy.practice_review (state);
create index practice_review_updated on canopy.practice_review (updated_at);
create index practice_review_stood on canopy.practice_review using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index practice_review_incident on canopy.practice_review (incident);
comment on table canopy.practice_review is 'Practice review';

create table canopy.practice_review_history (
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
  incident uuid,
  name text,
  kind text,
  decided_on date,
  instance text,
  terms text,
  chronologies_due_on date,
  report_text text,
  text_by uuid,
  warnings text,
  confirm_why text,
  confirmed_by uuid,
  confirmed_on date,
  planned_on date,
  copy_due_on date,
  copy_sent_on date,
  published_on date,
  published_at text,
  available_until date,
  not_published_why text,
  improvements text,
  finished_on date,
  agencies_asked uuid[],
  last_asked uuid,
  chronologies_in_on date,
  kept_by uuid,
  embedded text,
  stopped_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index practice_review_history_updated on canopy.practice_review_history (updated_at);
comment on table canopy.practice_review_history is 'Every version of every practice review: what was known when, who wrote it, in which words it was asked';

create table canopy.practice_review_clock (
  id uuid not null,
  record_id uuid not null references canopy.practice_review (id),
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
create index practice_review_clock_record on canopy.practice_review_clock (record_id) where superseded_at is null;
create index practice_review_clock_due on canopy.practice_review_clock (clock, due_on) where superseded_at is null;
create index practice_review_clock_stood on canopy.practice_review_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.practice_review_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.practice_review_reviewers (
  id uuid not null,
  record_id uuid not null references canopy.practice_review (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  reviewer text constraint practice_review_reviewers_reviewer_check check (char_length(reviewer) <= 120),
  reviewer_from text constraint practice_review_reviewers_reviewer_from_check check (char_length(reviewer_from) <= 160),
  independent text constraint practice_review_reviewers_independent_check check (independent in ('independent', 'subject', 'managed')),
  declared_on date,
  primary key (id)
);
create index practice_review_reviewers_record on canopy.practice_review_reviewers (record_id);
comment on table canopy.practice_review_reviewers is 'Reviewers';

create table canopy.practice_review_enquiries (
  id uuid not null,
  record_id uuid not null references canopy.practice_review (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  enquiry_number integer constraint practice_review_enquiries_enquiry_number_check check (enquiry_number between 1 and 99),
  enquiry text constraint practice_review_enquiries_enquiry_check check (char_length(enquiry) <= 20000),
  primary key (id)
);
create index practice_review_enquiries_record on canopy.practice_review_enquiries (record_id);
create unique index practice_review_enquiries_current on canopy.practice_review_enquiries (record_id, enquiry_number) where superseded_at is null;
comment on table canopy.practice_review_enquiries is 'Key lines of enquiry';

create table canopy.practice_review_asked (
  id uuid not null,
  record_id uuid not null references canopy.practice_review (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  asked_agency uuid references canopy.agency (id),
  asked_on date,
  primary key (id)
);
create index practice_review_asked_record on canopy.practice_review_asked (record_id);
create unique index practice_review_asked_current on canopy.practice_review_asked (record_id, asked_agency) where superseded_at is null;
comment on table canopy.practice_review_asked is 'Chronologies asked for';

create table canopy.practice_review_received (
  id uuid not null,
  record_id uuid not null references canopy.practice_review (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  received_agency uuid references canopy.agency (id),
  received_on date,
  received_note text constraint practice_review_received_received_note_check check (char_length(received_note) <= 200),
  primary key (id)
);
create index practice_review_received_record on canopy.practice_review_received (record_id);
create unique index practice_review_received_current on canopy.practice_review_received (record_id, received_agency) where superseded_at is null;
comment on table canopy.practice_review_received is 'Chronologies received';

create table canopy.practice_review_delayed (
  id uuid not null,
  record_id uuid not null references canopy.practice_review (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  delay_from date,
  delay_why text constraint practice_review_delayed_delay_why_check check (delay_why in ('criminal', 'inquest', 'agencies', 'family', 'other')),
  delay_note text constraint practice_review_delayed_delay_note_check check (char_length(delay_note) <= 20000),
  meanwhile text constraint practice_review_delayed_meanwhile_check check (char_length(meanwhile) <= 20000),
  primary key (id)
);
create index practice_review_delayed_record on canopy.practice_review_delayed (record_id);
comment on table canopy.practice_review_delayed is 'Delays';

create table canopy.practice_review_recommendations (
  id uuid not null,
  record_id uuid not null references canopy.practice_review (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  rec_number integer constraint practice_review_recommendations_rec_number_check check (rec_number between 1 and 99),
  rec_title text constraint practice_review_recommendations_rec_title_check check (char_length(rec_title) <= 200),
  rec_words text constraint practice_review_recommendations_rec_words_check check (char_length(rec_words) <= 20000),
  rec_outcome text constraint practice_review_recommendations_rec_outcome_check check (char_length(rec_outcome) <= 20000),
  rec_owner uuid references canopy.account (id),
  rec_agency uuid references canopy.agency (id),
  rec_due_on date,
  primary key (id)
);
create index practice_review_recommendations_record on canopy.practice_review_recommendations (record_id);
comment on table canopy.practice_review_recommendations is 'Recommendations';

create table canopy.outside_review (
  id uuid not null,
  reference text not null,
  state text not null constraint outside_review_state_check check (state in ('recorded', 'compared', 'closed', 'recordedInError')),
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
  kind text constraint outside_review_kind_check check (kind in ('inspectionOfUs', 'inspectionOfOthers', 'reviewOfOthers', 'national')),
  title text constraint outside_review_title_check check (char_length(title) <= 200),
  made_by text[] constraint outside_review_made_by_check check (made_by <@ array['ofsted', 'cqc', 'hmicfrs', 'hmiProbation', 'nationalPanel', 'partnership', 'other']::text[]),
  area text constraint outside_review_area_check check (char_length(area) <= 120),
  taken_up_on date,
  first_day date,
  made_on date,
  day_note text constraint outside_review_day_note_check check (char_length(day_note) <= 200),
  found_at text constraint outside_review_found_at_check check (char_length(found_at) <= 300),
  scheme text constraint outside_review_scheme_check check (scheme in ('ilacs', 'schools', 'reportCard', 'reportCardSafeguarding', 'sccif', 'areaSend2016', 'areaSend2023', 'peel', 'cqc', 'youthJustice', 'jtai')),
  grade text constraint outside_review_grade_check check (grade in ('ilacs.outstanding', 'ilacs.good', 'ilacs.requiresImprovement', 'ilacs.inadequate', 'schools.outstanding', 'schools.good', 'schools.requiresImprovement', 'schools.inadequate', 'reportCard.exceptional', 'reportCard.strong', 'reportCard.expected', 'reportCard.attention', 'reportCard.urgent', 'reportCardSafeguarding.met', 'reportCardSafeguarding.notMet', 'sccif.outstanding', 'sccif.good', 'sccif.requiresImprovement', 'sccif.inadequate', 'areaSend2016.narrative', 'areaSend2023.positive', 'areaSend2023.inconsistent', 'areaSend2023.failings', 'peel.outstanding', 'peel.good', 'peel.adequate', 'peel.requiresImprovement', 'peel.inadequate', 'cqc.outstanding', 'cqc.good', 'cqc.requiresImprovement', 'cqc.inadequate', 'youthJustice.outstanding', 'youthJustice.good', 'youthJustice.requiresImprovement', 'youthJustice.inadequate', 'jtai.narrative')),
  compared_by uuid references canopy.account (id),
  compared_on date,
  conclusion text constraint outside_review_conclusion_check check (char_length(conclusion) <= 20000),
  closed_note text constraint outside_review_closed_note_check check (char_length(closed_note) <= 20000),
  mistaken_why text constraint outside_review_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index outside_review_due on canopy.outside_review (next_due_at, reference) where closed_at is null;
create index outside_review_event on canopy.outside_review (made_on);
create index outside_review_state on canopy.outside_review (state);
create index outside_review_updated on canopy.outside_review (updated_at);
create index outside_review_stood on canopy.outside_review using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.outside_review is 'Outside review or inspection';

create table canopy.outside_review_history (
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
  made_by text[],
  area text,
  taken_up_on date,
  first_day date,
  made_on date,
  day_note text,
  found_at text,
  scheme text,
  grade text,
  compared_by uuid,
  compared_on date,
  conclusion text,
  closed_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index outside_review_history_updated on canopy.outside_review_history (updated_at);
comment on table canopy.outside_review_history is 'Every version of every outside review or inspection: what was known when, who wrote it, in which words it was asked';

create table canopy.outside_review_clock (
  id uuid not null,
  record_id uuid not null references canopy.outside_review (id),
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
create index outside_review_clock_record on canopy.outside_review_clock (record_id) where superseded_at is null;
create index outside_review_clock_due on canopy.outside_review_clock (clock, due_on) where superseded_at is null;
create index outside_review_clock_stood on canopy.outside_review_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.outside_review_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.outside_review_judgements (
  id uuid not null,
  record_id uuid not null references canopy.outside_review (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  judgement text constraint outside_review_judgements_judgement_check check (char_length(judgement) <= 160),
  judged text constraint outside_review_judgements_judged_check check (judged in ('ilacs.outstanding', 'ilacs.good', 'ilacs.requiresImprovement', 'ilacs.inadequate', 'schools.outstanding', 'schools.good', 'schools.requiresImprovement', 'schools.inadequate', 'reportCard.exceptional', 'reportCard.strong', 'reportCard.expected', 'reportCard.attention', 'reportCard.urgent', 'reportCardSafeguarding.met', 'reportCardSafeguarding.notMet', 'sccif.outstanding', 'sccif.good', 'sccif.requiresImprovement', 'sccif.inadequate', 'areaSend2016.narrative', 'areaSend2023.positive', 'areaSend2023.inconsistent', 'areaSend2023.failings', 'peel.outstanding', 'peel.good', 'peel.adequate', 'peel.requiresImprovement', 'peel.inadequate', 'cqc.outstanding', 'cqc.good', 'cqc.requiresImprovement', 'cqc.inadequate', 'youthJustice.outstanding', 'youthJustice.good', 'youthJustice.requiresImprovement', 'youthJustice.inadequate', 'jtai.narrative')),
  primary key (id)
);
create index outside_review_judgements_record on canopy.outside_review_judgements (record_id);
comment on table canopy.outside_review_judgements is 'Further judgements';

create table canopy.outside_review_points (
  id uuid not null,
  record_id uuid not null references canopy.outside_review (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  point integer constraint outside_review_points_point_check check (point between 1 and 99),
  point_kind text constraint outside_review_points_point_kind_check check (point_kind in ('strength', 'development', 'fact')),
  printed boolean,
  point_text text constraint outside_review_points_point_text_check check (char_length(point_text) <= 20000),
  primary key (id)
);
create index outside_review_points_record on canopy.outside_review_points (record_id);
create unique index outside_review_points_current on canopy.outside_review_points (record_id, point) where superseded_at is null;
comment on table canopy.outside_review_points is 'Points';

create table canopy.outside_review_comparisons (
  id uuid not null,
  record_id uuid not null references canopy.outside_review (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  compared integer constraint outside_review_comparisons_compared_check check (compared between 1 and 99),
  here text constraint outside_review_comparisons_here_check check (here in ('yes', 'partly', 'no', 'notKnown')),
  evidence text constraint outside_review_comparisons_evidence_check check (char_length(evidence) <= 20000),
  assured_by uuid references canopy.agency (id),
  assured_on date,
  primary key (id)
);
create index outside_review_comparisons_record on canopy.outside_review_comparisons (record_id);
create unique index outside_review_comparisons_current on canopy.outside_review_comparisons (record_id, compared) where superseded_at is null;
comment on table canopy.outside_review_comparisons is 'How it is here';

create table canopy.outside_review_recommendations (
  id uuid not null,
  record_id uuid not null references canopy.outside_review (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  rec_number integer constraint outside_review_recommendations_rec_number_check check (rec_number between 1 and 99),
  rec_title text constraint outside_review_recommendations_rec_title_check check (char_length(rec_title) <= 200),
  rec_words text constraint outside_review_recommendations_rec_words_check check (char_length(rec_words) <= 20000),
  rec_outcome text constraint outside_review_recommendations_rec_outcome_check check (char_length(rec_outcome) <= 20000),
  rec_owner uuid references canopy.account (id),
  rec_agency uuid references canopy.agency (id),
  rec_due_on date,
  rec_point integer constraint outside_review_recommendations_rec_point_check check (rec_point between 1 and 99),
  primary key (id)
);
create index outside_review_recommendations_record on canopy.outside_review_recommendations (record_id);
comment on table canopy.outside_review_recommendations is 'Recommendations made here';

create table canopy.learning_product (
  id uuid not null,
  reference text not null,
  state text not null constraint learning_product_state_check check (state in ('issued', 'looked', 'withdrawn', 'recordedInError')),
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
  title text constraint learning_product_title_check check (char_length(title) <= 200),
  kind text constraint learning_product_kind_check check (kind in ('sevenMinute', 'session', 'course', 'newsletter', 'film', 'other')),
  from_ref text constraint learning_product_from_ref_check check (char_length(from_ref) <= 80),
  learning text constraint learning_product_learning_check check (char_length(learning) <= 20000),
  made_by uuid references canopy.agency (id),
  audience text[] constraint learning_product_audience_check check (audience <@ array['socialCare', 'earlyHelp', 'primaryCare', 'hospitals', 'police', 'schools', 'adultServices', 'voluntary', 'allAgencies']::text[]),
  channel text[] constraint learning_product_channel_check check (channel <@ array['meeting', 'email', 'web', 'training', 'inPerson']::text[]),
  issued_on date,
  recorded_for uuid references canopy.account (id),
  audit_ref text constraint learning_product_audit_ref_check check (char_length(audit_ref) <= 80),
  audited_on date,
  changed text constraint learning_product_changed_check check (changed in ('yes', 'partly', 'no')),
  changed_how text constraint learning_product_changed_how_check check (char_length(changed_how) <= 20000),
  withdrawn_why text constraint learning_product_withdrawn_why_check check (char_length(withdrawn_why) <= 20000),
  mistaken_why text constraint learning_product_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index learning_product_due on canopy.learning_product (next_due_at, reference) where closed_at is null;
create index learning_product_event on canopy.learning_product (issued_on);
create index learning_product_state on canopy.learning_product (state);
create index learning_product_updated on canopy.learning_product (updated_at);
create index learning_product_stood on canopy.learning_product using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.learning_product is 'Learning product';

create table canopy.learning_product_history (
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
  from_ref text,
  learning text,
  made_by uuid,
  audience text[],
  channel text[],
  issued_on date,
  recorded_for uuid,
  audit_ref text,
  audited_on date,
  changed text,
  changed_how text,
  withdrawn_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index learning_product_history_updated on canopy.learning_product_history (updated_at);
comment on table canopy.learning_product_history is 'Every version of every learning product: what was known when, who wrote it, in which words it was asked';

create table canopy.learning_product_clock (
  id uuid not null,
  record_id uuid not null references canopy.learning_product (id),
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
create index learning_product_clock_record on canopy.learning_product_clock (record_id) where superseded_at is null;
create index learning_product_clock_due on canopy.learning_product_clock (clock, due_on) where superseded_at is null;
create index learning_product_clock_stood on canopy.learning_product_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.learning_product_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.learning_product_reach (
  id uuid not null,
  record_id uuid not null references canopy.learning_product (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  reached_on date,
  reached integer constraint learning_product_reach_reached_check check (reached between 0 and 10000),
  counted text constraint learning_product_reach_counted_check check (counted in ('signedIn', 'register', 'opened', 'toldByTeams')),
  primary key (id)
);
create index learning_product_reach_record on canopy.learning_product_reach (record_id);
comment on table canopy.learning_product_reach is 'Reach';

create table canopy.learning_product_evaluations (
  id uuid not null,
  record_id uuid not null references canopy.learning_product (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  evaluated_on date,
  answered integer constraint learning_product_evaluations_answered_check check (answered between 0 and 10000),
  useful integer constraint learning_product_evaluations_useful_check check (useful between 0 and 10000),
  said text constraint learning_product_evaluations_said_check check (char_length(said) <= 20000),
  primary key (id)
);
create index learning_product_evaluations_record on canopy.learning_product_evaluations (record_id);
comment on table canopy.learning_product_evaluations is 'What people said';

create table canopy.learning_product_opened (
  id uuid not null,
  record_id uuid not null references canopy.learning_product (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  learner uuid references canopy.agency (id),
  lesson text constraint learning_product_opened_lesson_check check (char_length(lesson) <= 20000),
  learning_owner uuid references canopy.account (id),
  primary key (id)
);
create index learning_product_opened_record on canopy.learning_product_opened (record_id);
comment on table canopy.learning_product_opened is 'Learning of single agencies';


/*
 * What of the linked person stands in a text: 'name', 'born'. Whoever writes what is published reads no people on record, so the
 * comparison is made here and answers only that something stands there, never what. Parts of names of one or two letters are left out.
 */
create function canopy.tells_who(of_incident uuid, said text) returns setof text
language sql stable security definer set search_path = canopy, pg_catalog as $$
  with child as (
    select p.id, p.given_name, p.family_name, p.born_on
      from person p join serious_incident i on i.person = p.id
     where i.id = of_incident and current_setting('canopy.role', true) = 'partnership_manager'
  ), called as (
    select given_name as name from child
    union select family_name from child
    union select n.name_given from person_names n join child c on c.id = n.record_id where n.superseded_at is null
    union select n.name_family from person_names n join child c on c.id = n.record_id where n.superseded_at is null
  ), part as (
    select regexp_split_to_table(lower(name), '[^[:alpha:]]+') as word from called where name is not null
  )
  select 'name' where exists (
    select from part
     where char_length(word) > 2
       and ' ' || regexp_replace(lower(said), '[^[:alpha:]]+', ' ', 'g') || ' ' like '% ' || word || ' %')
  union all
  select 'born' where exists (
    select from child
     where born_on is not null
       and (position(to_char(born_on, 'FMDD FMMonth YYYY') in said) > 0
            or position(to_char(born_on, 'DD/MM/YYYY') in said) > 0
            or position(to_char(born_on, 'FMDD/FMMM/YYYY') in said) > 0
            or position(to_char(born_on, 'DD.MM.YYYY') in said) > 0
            or position(to_char(born_on, 'YYYY-MM-DD') in said) > 0))
$$;
comment on function canopy.tells_who is 'Whether names or date of birth of the person linked to an incident stand in a text; for whoever publishes';
