-- The partnership itself: partners in the arrangements, groups, seats, posts of the business unit, decisions; and two more kinds of meeting.

create table canopy.partnership_group (
  id uuid not null,
  reference text not null,
  state text not null constraint partnership_group_state_check check (state in ('running', 'ended', 'recordedInError')),
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
  name text constraint partnership_group_name_check check (char_length(name) <= 120),
  kind text constraint partnership_group_kind_check check (kind in ('board', 'subGroup', 'taskGroup', 'steering', 'linkedBoard')),
  parent uuid,
  purpose text constraint partnership_group_purpose_check check (char_length(purpose) <= 20000),
  established_on date,
  rhythm text constraint partnership_group_rhythm_check check (rhythm in ('weekly', 'monthly', 'sixWeekly', 'quarterly', 'halfYearly', 'yearly', 'asNeeded')),
  meeting_kind text constraint partnership_group_meeting_kind_check check (meeting_kind in ('daily', 'conference', 'sift', 'exploitation', 'referralPanel', 'youthJusticeBoard', 'courtScrutiny', 'fairness', 'learningBoard', 'partnershipBoard', 'subGroup', 'taskGroup', 'strategyDiscussion', 'other')),
  meeting_name text constraint partnership_group_meeting_name_check check (char_length(meeting_name) <= 120),
  ends_by date,
  success text constraint partnership_group_success_check check (char_length(success) <= 20000),
  first_ends_by date,
  terms_agreed_on date,
  chair_seat uuid,
  ended_on date,
  ending text constraint partnership_group_ending_check check (ending in ('done', 'passedOn', 'stopped')),
  success_met text constraint partnership_group_success_met_check check (success_met in ('yes', 'partly', 'no')),
  came_of_it text constraint partnership_group_came_of_it_check check (char_length(came_of_it) <= 20000),
  goes_on_in uuid,
  mistaken_why text constraint partnership_group_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index partnership_group_due on canopy.partnership_group (next_due_at, reference) where closed_at is null;
create index partnership_group_event on canopy.partnership_group (established_on);
create index partnership_group_state on canopy.partnership_group (state);
create index partnership_group_updated on canopy.partnership_group (updated_at);
create index partnership_group_stood on canopy.partnership_group using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index partnership_group_parent on canopy.partnership_group (parent);
create index partnership_group_chair_seat on canopy.partnership_group (chair_seat);
create index partnership_group_goes_on_in on canopy.partnership_group (goes_on_in);
create unique index partnership_group_one_per on canopy.partnership_group (lower(name)) where state not in ('ended', 'recordedInError');
comment on table canopy.partnership_group is 'Group of the partnership';

create table canopy.partnership_group_history (
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
  parent uuid,
  purpose text,
  established_on date,
  rhythm text,
  meeting_kind text,
  meeting_name text,
  ends_by date,
  success text,
  first_ends_by date,
  terms_agreed_on date,
  chair_seat uuid,
  ended_on date,
  ending text,
  success_met text,
  came_of_it text,
  goes_on_in uuid,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index partnership_group_history_updated on canopy.partnership_group_history (updated_at);
comment on table canopy.partnership_group_history is 'Every version of every group of the partnership: what was known when, who wrote it, in which words it was asked';

create table canopy.partnership_group_clock (
  id uuid not null,
  record_id uuid not null references canopy.partnership_group (id),
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
create index partnership_group_clock_record on canopy.partnership_group_clock (record_id) where superseded_at is null;
create index partnership_group_clock_due on canopy.partnership_group_clock (clock, due_on) where superseded_at is null;
create index partnership_group_clock_stood on canopy.partnership_group_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.partnership_group_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.partnership_group_terms (
  id uuid not null,
  record_id uuid not null references canopy.partnership_group (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  terms_on date,
  terms_note text constraint partnership_group_terms_terms_note_check check (char_length(terms_note) <= 20000),
  primary key (id)
);
create index partnership_group_terms_record on canopy.partnership_group_terms (record_id);
comment on table canopy.partnership_group_terms is 'Terms of reference';

create table canopy.partnership_group_workstreams (
  id uuid not null,
  record_id uuid not null references canopy.partnership_group (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  stream text constraint partnership_group_workstreams_stream_check check (char_length(stream) <= 120),
  stream_aim text constraint partnership_group_workstreams_stream_aim_check check (char_length(stream_aim) <= 20000),
  stream_from date,
  stream_lead text constraint partnership_group_workstreams_stream_lead_check check (char_length(stream_lead) <= 160),
  primary key (id)
);
create index partnership_group_workstreams_record on canopy.partnership_group_workstreams (record_id);
create unique index partnership_group_workstreams_current on canopy.partnership_group_workstreams (record_id, stream) where superseded_at is null;
comment on table canopy.partnership_group_workstreams is 'Workstreams';

create table canopy.partnership_group_outputs (
  id uuid not null,
  record_id uuid not null references canopy.partnership_group (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  output text constraint partnership_group_outputs_output_check check (char_length(output) <= 200),
  output_kind text constraint partnership_group_outputs_output_kind_check check (output_kind in ('pathwayMap', 'protocol', 'dataPlan', 'strategy', 'guidance', 'training', 'other')),
  output_on date,
  primary key (id)
);
create index partnership_group_outputs_record on canopy.partnership_group_outputs (record_id);
comment on table canopy.partnership_group_outputs is 'Outputs';

create table canopy.partnership_group_areas (
  id uuid not null,
  record_id uuid not null references canopy.partnership_group (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  area text constraint partnership_group_areas_area_check check (char_length(area) <= 120),
  area_from date,
  area_until date,
  primary key (id)
);
create index partnership_group_areas_record on canopy.partnership_group_areas (record_id);
create unique index partnership_group_areas_current on canopy.partnership_group_areas (record_id, area) where superseded_at is null;
comment on table canopy.partnership_group_areas is 'Areas it reviews';

create table canopy.partnership_group_gaps (
  id uuid not null,
  record_id uuid not null references canopy.partnership_group (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  gap_on date,
  gap_agency uuid references canopy.agency (id),
  gap text constraint partnership_group_gaps_gap_check check (char_length(gap) <= 20000),
  primary key (id)
);
create index partnership_group_gaps_record on canopy.partnership_group_gaps (record_id);
comment on table canopy.partnership_group_gaps is 'Gaps found';

create table canopy.partnership_group_recommended (
  id uuid not null,
  record_id uuid not null references canopy.partnership_group (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  rec_title text constraint partnership_group_recommended_rec_title_check check (char_length(rec_title) <= 200),
  rec_words text constraint partnership_group_recommended_rec_words_check check (char_length(rec_words) <= 20000),
  rec_outcome text constraint partnership_group_recommended_rec_outcome_check check (char_length(rec_outcome) <= 20000),
  rec_owner uuid references canopy.account (id),
  rec_agency uuid references canopy.agency (id),
  rec_due_on date,
  primary key (id)
);
create index partnership_group_recommended_record on canopy.partnership_group_recommended (record_id);
comment on table canopy.partnership_group_recommended is 'Recommendations';

create table canopy.partnership_group_extensions (
  id uuid not null,
  record_id uuid not null references canopy.partnership_group (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  extended_to date,
  extended_why text constraint partnership_group_extensions_extended_why_check check (char_length(extended_why) <= 20000),
  primary key (id)
);
create index partnership_group_extensions_record on canopy.partnership_group_extensions (record_id);
comment on table canopy.partnership_group_extensions is 'More time';

create table canopy.seat (
  id uuid not null,
  reference text not null,
  state text not null constraint seat_state_check check (state in ('vacant', 'filled', 'ended', 'recordedInError')),
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
  in_group uuid,
  post_title text constraint seat_post_title_check check (char_length(post_title) <= 160),
  organisation_name text constraint seat_organisation_name_check check (char_length(organisation_name) <= 160),
  organisation uuid references canopy.agency (id),
  sector text constraint seat_sector_check check (sector in ('localAuthority', 'health', 'police', 'justice', 'education', 'voluntary', 'independent')),
  statutory_role text constraint seat_statutory_role_check check (statutory_role in ('designated', 'named', 'layMember', 'leadMember', 'independentChair', 'none')),
  substitute text constraint seat_substitute_check check (char_length(substitute) <= 160),
  seat_from date,
  group_name text constraint seat_group_name_check check (char_length(group_name) <= 120),
  vacant_since date,
  filled_on date,
  seat_until date,
  ended_why text constraint seat_ended_why_check check (char_length(ended_why) <= 20000),
  mistaken_why text constraint seat_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index seat_due on canopy.seat (next_due_at, reference) where closed_at is null;
create index seat_event on canopy.seat (seat_from);
create index seat_state on canopy.seat (state);
create index seat_updated on canopy.seat (updated_at);
create index seat_stood on canopy.seat using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index seat_in_group on canopy.seat (in_group);
create unique index seat_one_per on canopy.seat (in_group, lower(organisation_name), lower(post_title)) where state not in ('ended', 'recordedInError');
comment on table canopy.seat is 'Seat';

create table canopy.seat_history (
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
  in_group uuid,
  post_title text,
  organisation_name text,
  organisation uuid,
  sector text,
  statutory_role text,
  substitute text,
  seat_from date,
  group_name text,
  vacant_since date,
  filled_on date,
  seat_until date,
  ended_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index seat_history_updated on canopy.seat_history (updated_at);
comment on table canopy.seat_history is 'Every version of every seat: what was known when, who wrote it, in which words it was asked';

create table canopy.seat_clock (
  id uuid not null,
  record_id uuid not null references canopy.seat (id),
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
create index seat_clock_record on canopy.seat_clock (record_id) where superseded_at is null;
create index seat_clock_due on canopy.seat_clock (clock, due_on) where superseded_at is null;
create index seat_clock_stood on canopy.seat_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.seat_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.seat_holders (
  id uuid not null,
  record_id uuid not null references canopy.seat (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  held_from date,
  holder text constraint seat_holders_holder_check check (char_length(holder) <= 120),
  primary key (id)
);
create index seat_holders_record on canopy.seat_holders (record_id);
comment on table canopy.seat_holders is 'Holders';

create table canopy.seat_vacancies (
  id uuid not null,
  record_id uuid not null references canopy.seat (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  last_day date,
  vacant_why text constraint seat_vacancies_vacant_why_check check (char_length(vacant_why) <= 200),
  primary key (id)
);
create index seat_vacancies_record on canopy.seat_vacancies (record_id);
comment on table canopy.seat_vacancies is 'Vacancies';

create table canopy.group_decision (
  id uuid not null,
  reference text not null,
  state text not null constraint group_decision_state_check check (state in ('stands', 'superseded', 'ended', 'recordedInError')),
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
  in_group uuid,
  topic text constraint group_decision_topic_check check (char_length(topic) <= 160),
  decided_on date,
  meeting uuid,
  supersedes uuid,
  decision text constraint group_decision_decision_check check (char_length(decision) <= 20000),
  why text constraint group_decision_why_check check (char_length(why) <= 20000),
  not_taken text constraint group_decision_not_taken_check check (char_length(not_taken) <= 20000),
  to_be_told text constraint group_decision_to_be_told_check check (char_length(to_be_told) <= 300),
  review_on date,
  told_on date,
  group_name text constraint group_decision_group_name_check check (char_length(group_name) <= 120),
  reviewed_on date,
  superseded_by uuid,
  ended_on date,
  ended_why text constraint group_decision_ended_why_check check (char_length(ended_why) <= 20000),
  mistaken_why text constraint group_decision_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index group_decision_due on canopy.group_decision (next_due_at, reference) where closed_at is null;
create index group_decision_event on canopy.group_decision (decided_on);
create index group_decision_state on canopy.group_decision (state);
create index group_decision_updated on canopy.group_decision (updated_at);
create index group_decision_stood on canopy.group_decision using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index group_decision_in_group on canopy.group_decision (in_group);
create index group_decision_meeting on canopy.group_decision (meeting);
create index group_decision_supersedes on canopy.group_decision (supersedes);
create index group_decision_superseded_by on canopy.group_decision (superseded_by);
comment on table canopy.group_decision is 'Decision of a group';

create table canopy.group_decision_history (
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
  in_group uuid,
  topic text,
  decided_on date,
  meeting uuid,
  supersedes uuid,
  decision text,
  why text,
  not_taken text,
  to_be_told text,
  review_on date,
  told_on date,
  group_name text,
  reviewed_on date,
  superseded_by uuid,
  ended_on date,
  ended_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index group_decision_history_updated on canopy.group_decision_history (updated_at);
comment on table canopy.group_decision_history is 'Every version of every decision of a group: what was known when, who wrote it, in which words it was asked';

create table canopy.group_decision_clock (
  id uuid not null,
  record_id uuid not null references canopy.group_decision (id),
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
create index group_decision_clock_record on canopy.group_decision_clock (record_id) where superseded_at is null;
create index group_decision_clock_due on canopy.group_decision_clock (clock, due_on) where superseded_at is null;
create index group_decision_clock_stood on canopy.group_decision_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.group_decision_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.group_decision_actions (
  id uuid not null,
  record_id uuid not null references canopy.group_decision (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  task text constraint group_decision_actions_task_check check (char_length(task) <= 500),
  done_by uuid references canopy.account (id),
  done_by_agency uuid references canopy.agency (id),
  done_until date,
  primary key (id)
);
create index group_decision_actions_record on canopy.group_decision_actions (record_id);
comment on table canopy.group_decision_actions is 'Actions agreed';

create table canopy.group_decision_reviews (
  id uuid not null,
  record_id uuid not null references canopy.group_decision (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  review_on_day date,
  review_result text constraint group_decision_reviews_review_result_check check (review_result in ('stands', 'worksPartly', 'toDecideAnew')),
  review_note text constraint group_decision_reviews_review_note_check check (char_length(review_note) <= 20000),
  review_again date,
  primary key (id)
);
create index group_decision_reviews_record on canopy.group_decision_reviews (record_id);
comment on table canopy.group_decision_reviews is 'Reviews';

create table canopy.business_post (
  id uuid not null,
  reference text not null,
  state text not null constraint business_post_state_check check (state in ('vacant', 'filled', 'ended', 'recordedInError')),
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
  post_title text constraint business_post_post_title_check check (char_length(post_title) <= 120),
  kind text constraint business_post_kind_check check (kind in ('manager', 'trainingQuality', 'trainingAdministration', 'workforceDevelopment', 'data', 'other')),
  hundredths integer constraint business_post_hundredths_check check (hundredths between 1 and 100),
  funded_from date,
  funded_until date,
  vacant_since date,
  filled_on date,
  ended_on date,
  ended_why text constraint business_post_ended_why_check check (char_length(ended_why) <= 20000),
  mistaken_why text constraint business_post_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index business_post_due on canopy.business_post (next_due_at, reference) where closed_at is null;
create index business_post_event on canopy.business_post (funded_from);
create index business_post_state on canopy.business_post (state);
create index business_post_updated on canopy.business_post (updated_at);
create index business_post_stood on canopy.business_post using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.business_post is 'Post of the business unit';

create table canopy.business_post_history (
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
  post_title text,
  kind text,
  hundredths integer,
  funded_from date,
  funded_until date,
  vacant_since date,
  filled_on date,
  ended_on date,
  ended_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index business_post_history_updated on canopy.business_post_history (updated_at);
comment on table canopy.business_post_history is 'Every version of every post of the business unit: what was known when, who wrote it, in which words it was asked';

create table canopy.business_post_clock (
  id uuid not null,
  record_id uuid not null references canopy.business_post (id),
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
create index business_post_clock_record on canopy.business_post_clock (record_id) where superseded_at is null;
create index business_post_clock_due on canopy.business_post_clock (clock, due_on) where superseded_at is null;
create index business_post_clock_stood on canopy.business_post_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.business_post_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.business_post_holders (
  id uuid not null,
  record_id uuid not null references canopy.business_post (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  held_from date,
  holder text constraint business_post_holders_holder_check check (char_length(holder) <= 120),
  primary key (id)
);
create index business_post_holders_record on canopy.business_post_holders (record_id);
comment on table canopy.business_post_holders is 'Holders';

create table canopy.business_post_vacancies (
  id uuid not null,
  record_id uuid not null references canopy.business_post (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  last_day date,
  vacant_why text constraint business_post_vacancies_vacant_why_check check (char_length(vacant_why) <= 200),
  primary key (id)
);
create index business_post_vacancies_record on canopy.business_post_vacancies (record_id);
comment on table canopy.business_post_vacancies is 'Vacancies';

create table canopy.business_post_undone (
  id uuid not null,
  record_id uuid not null references canopy.business_post (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  undone_from date,
  undone text constraint business_post_undone_undone_check check (char_length(undone) <= 20000),
  primary key (id)
);
create index business_post_undone_record on canopy.business_post_undone (record_id);
comment on table canopy.business_post_undone is 'Not done because it was vacant';

create table canopy.arrangement_partner (
  id uuid not null,
  reference text not null,
  state text not null constraint arrangement_partner_state_check check (state in ('inForce', 'succeeded', 'ended', 'recordedInError')),
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
  name_in_law text constraint arrangement_partner_name_in_law_check check (char_length(name_in_law) <= 200),
  organisation uuid references canopy.agency (id),
  partner_role text constraint arrangement_partner_partner_role_check check (partner_role in ('statutory', 'relevant')),
  sector text constraint arrangement_partner_sector_check check (sector in ('localAuthority', 'health', 'police', 'justice', 'education', 'voluntary', 'independent')),
  signatory text constraint arrangement_partner_signatory_check check (char_length(signatory) <= 160),
  in_force_from date,
  succeeds uuid,
  in_force_until date,
  succeeded_by uuid,
  ended_why text constraint arrangement_partner_ended_why_check check (char_length(ended_why) <= 20000),
  mistaken_why text constraint arrangement_partner_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index arrangement_partner_due on canopy.arrangement_partner (next_due_at, reference) where closed_at is null;
create index arrangement_partner_event on canopy.arrangement_partner (in_force_from);
create index arrangement_partner_state on canopy.arrangement_partner (state);
create index arrangement_partner_updated on canopy.arrangement_partner (updated_at);
create index arrangement_partner_stood on canopy.arrangement_partner using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index arrangement_partner_succeeds on canopy.arrangement_partner (succeeds);
create index arrangement_partner_succeeded_by on canopy.arrangement_partner (succeeded_by);
comment on table canopy.arrangement_partner is 'Partner in the arrangements';

create table canopy.arrangement_partner_history (
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
  name_in_law text,
  organisation uuid,
  partner_role text,
  sector text,
  signatory text,
  in_force_from date,
  succeeds uuid,
  in_force_until date,
  succeeded_by uuid,
  ended_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index arrangement_partner_history_updated on canopy.arrangement_partner_history (updated_at);
comment on table canopy.arrangement_partner_history is 'Every version of every partner in the arrangements: what was known when, who wrote it, in which words it was asked';

create table canopy.arrangement_partner_clock (
  id uuid not null,
  record_id uuid not null references canopy.arrangement_partner (id),
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
create index arrangement_partner_clock_record on canopy.arrangement_partner_clock (record_id) where superseded_at is null;
create index arrangement_partner_clock_due on canopy.arrangement_partner_clock (clock, due_on) where superseded_at is null;
create index arrangement_partner_clock_stood on canopy.arrangement_partner_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.arrangement_partner_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

alter table canopy.meeting drop constraint meeting_kind_check;
alter table canopy.meeting add constraint meeting_kind_check check (kind in ('daily', 'conference', 'sift', 'exploitation', 'referralPanel', 'youthJusticeBoard', 'courtScrutiny', 'fairness', 'learningBoard', 'partnershipBoard', 'subGroup', 'taskGroup', 'strategyDiscussion', 'other'));
alter table canopy.agenda_item drop constraint agenda_item_kind_check;
alter table canopy.agenda_item add constraint agenda_item_kind_check check (kind in ('daily', 'conference', 'sift', 'exploitation', 'referralPanel', 'youthJusticeBoard', 'courtScrutiny', 'fairness', 'learningBoard', 'partnershipBoard', 'subGroup', 'taskGroup', 'strategyDiscussion', 'other'));
