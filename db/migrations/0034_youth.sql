-- Youth safety and youth justice: strategies, programmes, taking part, triage, safe havens, knife surrender bins, court outcomes before the
-- scrutiny panel, and audits of practice. Head counts of what is open to all stand in lines of the programme; who takes part by name of the
-- organisation's own reference has a record.

create table canopy.strategy (
  id uuid not null,
  reference text not null,
  state text not null constraint strategy_state_check check (state in ('running', 'ended', 'recordedInError')),
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
  kind text constraint strategy_kind_check check (kind in ('youthSafety', 'violenceAgainstWomen', 'disproportionality')),
  name text constraint strategy_name_check check (char_length(name) <= 160),
  published_on date,
  from_day date,
  to_day date,
  ambition text constraint strategy_ambition_check check (char_length(ambition) <= 20000),
  ended_on date,
  ended_note text constraint strategy_ended_note_check check (char_length(ended_note) <= 20000),
  mistaken_why text constraint strategy_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index strategy_due on canopy.strategy (next_due_at, reference) where closed_at is null;
create index strategy_event on canopy.strategy (from_day);
create index strategy_state on canopy.strategy (state);
create index strategy_updated on canopy.strategy (updated_at);
create index strategy_stood on canopy.strategy using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create unique index strategy_one_per on canopy.strategy (kind, lower(name)) where state not in ('recordedInError');
comment on table canopy.strategy is 'Strategy: objectives, the figures by which each is judged, and updates. Holds nothing about a child';

create table canopy.strategy_history (
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
  name text,
  published_on date,
  from_day date,
  to_day date,
  ambition text,
  ended_on date,
  ended_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index strategy_history_updated on canopy.strategy_history (updated_at);
comment on table canopy.strategy_history is 'Every version of every strategy: what was known when, who wrote it, in which words it was asked';

create table canopy.strategy_clock (
  id uuid not null,
  record_id uuid not null references canopy.strategy (id),
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
create index strategy_clock_record on canopy.strategy_clock (record_id) where superseded_at is null;
create index strategy_clock_due on canopy.strategy_clock (clock, due_on) where superseded_at is null;
create index strategy_clock_stood on canopy.strategy_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.strategy_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.strategy_objectives (
  id uuid not null,
  record_id uuid not null references canopy.strategy (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  number integer constraint strategy_objectives_number_check check (number between 1 and 99),
  objective text constraint strategy_objectives_objective_check check (objective in ('prevention', 'identification', 'engagement', 'diversion', 'support', 'protection', 'disruption', 'enforcement')),
  words text constraint strategy_objectives_words_check check (char_length(words) <= 300),
  primary key (id)
);
create index strategy_objectives_record on canopy.strategy_objectives (record_id);
create unique index strategy_objectives_current on canopy.strategy_objectives (record_id, number) where superseded_at is null;
comment on table canopy.strategy_objectives is 'Objectives and aims';

create table canopy.strategy_figures (
  id uuid not null,
  record_id uuid not null references canopy.strategy (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  figure text constraint strategy_figures_figure_check check (figure in ('summer_people', 'universal_people', 'universal_attendances', 'parents_offered_training', 'training_practical_knowledge', 'training_support_my_child', 'parent_champions_trained', 'parents_reached_by_champions', 'triages', 'triage_diverted', 'diversion_completed', 'diversion_further_offence', 'transitions_people', 'transitions_behaviour', 'transitions_attendance', 'transitions_school_engagement', 'transitions_school_communication', 'wellbeing_people', 'circle_people', 'circle_schools', 'mentoring_people', 'one_to_one_contacts', 'mentoring_hours', 'safe_havens_open', 'safe_haven_views', 'surrendered_items', 'surrendered_items_to_date', 'surrender_bins', 'court_outcomes_liberty', 'practice_audits_graces', 'practice_audits_same', 'programme_sessions_in_time', 'staff_name_racism')),
  figure_for integer constraint strategy_figures_figure_for_check check (figure_for between 1 and 99),
  primary key (id)
);
create index strategy_figures_record on canopy.strategy_figures (record_id);
create unique index strategy_figures_current on canopy.strategy_figures (record_id, figure) where superseded_at is null;
comment on table canopy.strategy_figures is 'Figures by which it is judged: keys of measures, never a number';

create table canopy.strategy_updates (
  id uuid not null,
  record_id uuid not null references canopy.strategy (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  written_on date,
  update_for integer constraint strategy_updates_update_for_check check (update_for between 1 and 99),
  progress text constraint strategy_updates_progress_check check (progress in ('onTrack', 'slower', 'stopped', 'done')),
  update text constraint strategy_updates_update_check check (char_length(update) <= 20000),
  primary key (id)
);
create index strategy_updates_record on canopy.strategy_updates (record_id);
comment on table canopy.strategy_updates is 'Updates';

create table canopy.strategy_actions (
  id uuid not null,
  record_id uuid not null references canopy.strategy (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  action_for integer constraint strategy_actions_action_for_check check (action_for between 1 and 99),
  task text constraint strategy_actions_task_check check (char_length(task) <= 500),
  done_by uuid references canopy.account (id),
  done_by_agency uuid references canopy.agency (id),
  due_on date,
  primary key (id)
);
create index strategy_actions_record on canopy.strategy_actions (record_id);
comment on table canopy.strategy_actions is 'Actions agreed. Each opens one among all actions, where it is followed until it is done';

create table canopy.programme (
  id uuid not null,
  reference text not null,
  state text not null constraint programme_state_check check (state in ('planned', 'running', 'ended', 'recordedInError')),
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
  name text constraint programme_name_check check (char_length(name) <= 120),
  kind text constraint programme_kind_check check (kind in ('universal', 'summer', 'launchPad', 'parentTraining', 'parentChampions', 'transitions', 'mentoring', 'circles', 'wellbeing', 'identity', 'policing', 'disproportionality', 'reflection', 'workshop', 'staffSurvey')),
  objective text constraint programme_objective_check check (objective in ('prevention', 'identification', 'engagement', 'diversion', 'support', 'protection', 'disruption', 'enforcement')),
  provider uuid references canopy.agency (id),
  audience text constraint programme_audience_check check (audience in ('youngPeople', 'parents', 'staff')),
  age_from integer constraint programme_age_from_check check (age_from between 0 and 99),
  age_to integer constraint programme_age_to_check check (age_to between 0 and 99),
  in_particular text constraint programme_in_particular_check check (char_length(in_particular) <= 120),
  starts_on date,
  months_long integer constraint programme_months_long_check check (months_long between 1 and 120),
  every_months integer constraint programme_every_months_check check (every_months between 1 and 24),
  schools_planned integer constraint programme_schools_planned_check check (schools_planned between 1 and 100),
  circles_most integer constraint programme_circles_most_check check (circles_most between 1 and 50),
  circle_least integer constraint programme_circle_least_check check (circle_least between 1 and 100),
  circle_most integer constraint programme_circle_most_check check (circle_most between 1 and 100),
  school_years text[] constraint programme_school_years_check check (school_years <@ array['year7', 'year8', 'year9', 'year10', 'year11']::text[]),
  plan_least integer constraint programme_plan_least_check check (plan_least between 0 and 1000),
  plan_most integer constraint programme_plan_most_check check (plan_most between 0 and 1000),
  plan_finding text constraint programme_plan_finding_check check (char_length(plan_finding) <= 300),
  started_on date,
  ended_on date,
  ended_why text constraint programme_ended_why_check check (ended_why in ('planned', 'funding', 'replaced', 'notTaken', 'other')),
  ended_note text constraint programme_ended_note_check check (char_length(ended_note) <= 20000),
  mistaken_why text constraint programme_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index programme_due on canopy.programme (next_due_at, reference) where closed_at is null;
create index programme_event on canopy.programme (starts_on);
create index programme_state on canopy.programme (state);
create index programme_updated on canopy.programme (updated_at);
create index programme_stood on canopy.programme using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create unique index programme_one_per on canopy.programme (lower(name), provider) where state not in ('ended', 'recordedInError');
comment on table canopy.programme is 'Programme, service or regular meeting of youth safety and youth justice. Holds nothing about a child';

create table canopy.programme_history (
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
  objective text,
  provider uuid,
  audience text,
  age_from integer,
  age_to integer,
  in_particular text,
  starts_on date,
  months_long integer,
  every_months integer,
  schools_planned integer,
  circles_most integer,
  circle_least integer,
  circle_most integer,
  school_years text[],
  plan_least integer,
  plan_most integer,
  plan_finding text,
  started_on date,
  ended_on date,
  ended_why text,
  ended_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index programme_history_updated on canopy.programme_history (updated_at);
comment on table canopy.programme_history is 'Every version of every programme: what was known when, who wrote it, in which words it was asked';

create table canopy.programme_clock (
  id uuid not null,
  record_id uuid not null references canopy.programme (id),
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
create index programme_clock_record on canopy.programme_clock (record_id) where superseded_at is null;
create index programme_clock_due on canopy.programme_clock (clock, due_on) where superseded_at is null;
create index programme_clock_stood on canopy.programme_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.programme_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.programme_sessions (
  id uuid not null,
  record_id uuid not null references canopy.programme (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  held_on date,
  place text constraint programme_sessions_place_check check (char_length(place) <= 120),
  came integer constraint programme_sessions_came_check check (came between 0 and 2000),
  first_time integer constraint programme_sessions_first_time_check check (first_time between 0 and 2000),
  primary key (id)
);
create index programme_sessions_record on canopy.programme_sessions (record_id);
comment on table canopy.programme_sessions is 'Sessions and meetings held, with head counts: attendances, and people at their first session';

create table canopy.programme_offers (
  id uuid not null,
  record_id uuid not null references canopy.programme (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  offered_on date,
  offered_how text constraint programme_offers_offered_how_check check (offered_how in ('school', 'practitioner', 'mailing', 'community', 'other')),
  offered integer constraint programme_offers_offered_check check (offered between 1 and 10000),
  primary key (id)
);
create index programme_offers_record on canopy.programme_offers (record_id);
comment on table canopy.programme_offers is 'Offered: to how many people. An offer is not attendance';

create table canopy.programme_circles (
  id uuid not null,
  record_id uuid not null references canopy.programme (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  circle text constraint programme_circles_circle_check check (char_length(circle) <= 20),
  circle_school uuid references canopy.agency (id),
  school_year text constraint programme_circles_school_year_check check (school_year in ('year7', 'year8', 'year9', 'year10', 'year11')),
  circle_from date,
  counsellor text constraint programme_circles_counsellor_check check (char_length(counsellor) <= 80),
  primary key (id)
);
create index programme_circles_record on canopy.programme_circles (record_id);
create unique index programme_circles_current on canopy.programme_circles (record_id, circle) where superseded_at is null;
comment on table canopy.programme_circles is 'Circles';

create table canopy.participation (
  id uuid not null,
  reference text not null,
  state text not null constraint participation_state_check check (state in ('offered', 'takingPart', 'ended', 'notTaken', 'recordedInError')),
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
  programme uuid,
  participant text constraint participation_participant_check check (participant in ('youngPerson', 'parent', 'staff')),
  participant_ref text constraint participation_participant_ref_check check (char_length(participant_ref) <= 40),
  age_band text constraint participation_age_band_check check (age_band in ('under8', 'from8to10', 'from11to13', 'from14to17', 'from18to25', 'adult', 'notKnown')),
  sex text constraint participation_sex_check check (sex in ('female', 'male', 'notKnown')),
  ethnicity text constraint participation_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  school uuid references canopy.agency (id),
  circle text constraint participation_circle_check check (char_length(circle) <= 20),
  why_over text constraint participation_why_over_check check (char_length(why_over) <= 20000),
  offered_on date,
  started_on date,
  person uuid,
  kind text constraint participation_kind_check check (kind in ('universal', 'summer', 'launchPad', 'parentTraining', 'parentChampions', 'transitions', 'mentoring', 'circles', 'wellbeing', 'identity', 'policing', 'disproportionality', 'reflection', 'workshop', 'staffSurvey')),
  provider uuid references canopy.agency (id),
  not_taken_why text constraint participation_not_taken_why_check check (not_taken_why in ('declined', 'noAnswer', 'otherHelp', 'full')),
  ended_on date,
  outcome text constraint participation_outcome_check check (outcome in ('completed', 'left', 'moved', 'passedOn', 'programmeEnded', 'other')),
  sessions_offered integer constraint participation_sessions_offered_check check (sessions_offered between 0 and 500),
  sessions_came integer constraint participation_sessions_came_check check (sessions_came between 0 and 500),
  end_note text constraint participation_end_note_check check (char_length(end_note) <= 20000),
  mistaken_why text constraint participation_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index participation_due on canopy.participation (next_due_at, reference) where closed_at is null;
create index participation_event on canopy.participation (offered_on);
create index participation_state on canopy.participation (state);
create index participation_updated on canopy.participation (updated_at);
create index participation_stood on canopy.participation using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index participation_programme on canopy.participation (programme);
create index participation_person on canopy.participation (person);
create unique index participation_one_per on canopy.participation (programme, lower(participant_ref)) where state not in ('ended', 'notTaken', 'recordedInError');
comment on table canopy.participation is 'One person in one programme, under the reference of the organisation that provides it. Kind and provider are those of the programme, kept here for access and figures';

create table canopy.participation_history (
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
  programme uuid,
  participant text,
  participant_ref text,
  age_band text,
  sex text,
  ethnicity text,
  school uuid,
  circle text,
  why_over text,
  offered_on date,
  started_on date,
  person uuid,
  kind text,
  provider uuid,
  not_taken_why text,
  ended_on date,
  outcome text,
  sessions_offered integer,
  sessions_came integer,
  end_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index participation_history_updated on canopy.participation_history (updated_at);
comment on table canopy.participation_history is 'Every version of every participation: what was known when, who wrote it, in which words it was asked';

create table canopy.participation_clock (
  id uuid not null,
  record_id uuid not null references canopy.participation (id),
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
create index participation_clock_record on canopy.participation_clock (record_id) where superseded_at is null;
create index participation_clock_due on canopy.participation_clock (clock, due_on) where superseded_at is null;
create index participation_clock_stood on canopy.participation_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.participation_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.participation_contacts (
  id uuid not null,
  record_id uuid not null references canopy.participation (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  contact_on date,
  contact_kind text constraint participation_contacts_contact_kind_check check (contact_kind in ('oneToOne', 'mentoring', 'group', 'family', 'telephone')),
  minutes integer constraint participation_contacts_minutes_check check (minutes between 1 and 600),
  contact_note text constraint participation_contacts_contact_note_check check (char_length(contact_note) <= 20000),
  primary key (id)
);
create index participation_contacts_record on canopy.participation_contacts (record_id);
comment on table canopy.participation_contacts is 'Contacts and sessions';

create table canopy.participation_feedback (
  id uuid not null,
  record_id uuid not null references canopy.participation (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  asked_on date,
  answered_by text constraint participation_feedback_answered_by_check check (answered_by in ('youngPerson', 'parent', 'worker', 'staff')),
  statement text constraint participation_feedback_statement_check check (statement in ('practicalKnowledge', 'supportMyChild', 'behaviourBetter', 'schoolEngagement', 'schoolCommunication', 'feltHeard', 'wouldRecommend', 'identity', 'nameRacism', 'managersListen')),
  answer text constraint participation_feedback_answer_check check (answer in ('agree', 'neither', 'disagree')),
  in_words text constraint participation_feedback_in_words_check check (char_length(in_words) <= 20000),
  primary key (id)
);
create index participation_feedback_record on canopy.participation_feedback (record_id);
comment on table canopy.participation_feedback is 'Feedback: one answer to one statement. Who gave no answer has no row, so that shares have the answers as their base';

create table canopy.diversion (
  id uuid not null,
  reference text not null,
  state text not null constraint diversion_state_check check (state in ('received', 'diverted', 'supported', 'followedUp', 'notDiverted', 'recordedInError')),
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
  young_person_ref text constraint diversion_young_person_ref_check check (char_length(young_person_ref) <= 40),
  person uuid,
  age_at_triage integer constraint diversion_age_at_triage_check check (age_at_triage between 10 and 17),
  sex text constraint diversion_sex_check check (sex in ('female', 'male', 'notKnown')),
  ethnicity text constraint diversion_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  received_on date,
  referred_by text constraint diversion_referred_by_check check (referred_by in ('police', 'youthJustice', 'school', 'other')),
  offence text constraint diversion_offence_check check (offence in ('violence', 'weapon', 'robbery', 'theft', 'burglary', 'drugs', 'vehicle', 'damage', 'publicOrder', 'sexual', 'other')),
  incident_on date,
  first_time text constraint diversion_first_time_check check (first_time in ('none', 'some', 'notKnown')),
  decision text constraint diversion_decision_check check (decision in ('supportOnly', 'communityResolution', 'deferred', 'caution', 'charge')),
  decided_on date,
  decision_note text constraint diversion_decision_note_check check (char_length(decision_note) <= 20000),
  support_in uuid,
  follow_up_from date,
  completion text constraint diversion_completion_check check (completion in ('completed', 'partly', 'notTakenUp')),
  completed_on date,
  checked_on date,
  further_offence text constraint diversion_further_offence_check check (further_offence in ('none', 'some', 'notKnown')),
  further_offence_on date,
  mistaken_why text constraint diversion_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index diversion_due on canopy.diversion (next_due_at, reference) where closed_at is null;
create index diversion_event on canopy.diversion (received_on);
create index diversion_state on canopy.diversion (state);
create index diversion_updated on canopy.diversion (updated_at);
create index diversion_stood on canopy.diversion using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index diversion_person on canopy.diversion (person);
create index diversion_support_in on canopy.diversion (support_in);
comment on table canopy.diversion is 'Triage: a young person whom police, youth justice and targeted youth support look at together, diverted or not';

create table canopy.diversion_history (
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
  young_person_ref text,
  person uuid,
  age_at_triage integer,
  sex text,
  ethnicity text,
  received_on date,
  referred_by text,
  offence text,
  incident_on date,
  first_time text,
  decision text,
  decided_on date,
  decision_note text,
  support_in uuid,
  follow_up_from date,
  completion text,
  completed_on date,
  checked_on date,
  further_offence text,
  further_offence_on date,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index diversion_history_updated on canopy.diversion_history (updated_at);
comment on table canopy.diversion_history is 'Every version of every triage: what was known when, who wrote it, in which words it was asked';

create table canopy.diversion_clock (
  id uuid not null,
  record_id uuid not null references canopy.diversion (id),
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
create index diversion_clock_record on canopy.diversion_clock (record_id) where superseded_at is null;
create index diversion_clock_due on canopy.diversion_clock (clock, due_on) where superseded_at is null;
create index diversion_clock_stood on canopy.diversion_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.diversion_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.safe_haven (
  id uuid not null,
  reference text not null,
  state text not null constraint safe_haven_state_check check (state in ('proposed', 'open', 'closed', 'recordedInError')),
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
  name text constraint safe_haven_name_check check (char_length(name) <= 120),
  kind text constraint safe_haven_kind_check check (kind in ('shop', 'food', 'library', 'faith', 'health', 'other')),
  street text constraint safe_haven_street_check check (char_length(street) <= 120),
  ward text constraint safe_haven_ward_check check (char_length(ward) <= 80),
  opens text constraint safe_haven_opens_check check (char_length(opens) <= 120),
  proposed_on date,
  opened_on date,
  closed_on date,
  closed_why text constraint safe_haven_closed_why_check check (closed_why in ('closed', 'wished', 'unsafe', 'never')),
  mistaken_why text constraint safe_haven_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index safe_haven_due on canopy.safe_haven (next_due_at, reference) where closed_at is null;
create index safe_haven_event on canopy.safe_haven (proposed_on);
create index safe_haven_state on canopy.safe_haven (state);
create index safe_haven_updated on canopy.safe_haven (updated_at);
create index safe_haven_stood on canopy.safe_haven using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create unique index safe_haven_one_per on canopy.safe_haven (lower(name), lower(street)) where state not in ('closed', 'recordedInError');
comment on table canopy.safe_haven is 'Safe haven';

create table canopy.safe_haven_history (
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
  street text,
  ward text,
  opens text,
  proposed_on date,
  opened_on date,
  closed_on date,
  closed_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index safe_haven_history_updated on canopy.safe_haven_history (updated_at);
comment on table canopy.safe_haven_history is 'Every version of every safe haven: what was known when, who wrote it, in which words it was asked';

create table canopy.safe_haven_clock (
  id uuid not null,
  record_id uuid not null references canopy.safe_haven (id),
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
create index safe_haven_clock_record on canopy.safe_haven_clock (record_id) where superseded_at is null;
create index safe_haven_clock_due on canopy.safe_haven_clock (clock, due_on) where superseded_at is null;
create index safe_haven_clock_stood on canopy.safe_haven_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.safe_haven_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.safe_haven_checks (
  id uuid not null,
  record_id uuid not null references canopy.safe_haven (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  checked_on date,
  check_found text constraint safe_haven_checks_check_found_check check (check_found in ('ready', 'briefed', 'notReady')),
  check_note text constraint safe_haven_checks_check_note_check check (char_length(check_note) <= 20000),
  primary key (id)
);
create index safe_haven_checks_record on canopy.safe_haven_checks (record_id);
comment on table canopy.safe_haven_checks is 'Checks';

create table canopy.safe_haven_views (
  id uuid not null,
  record_id uuid not null references canopy.safe_haven (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  views_unit text constraint safe_haven_views_views_unit_check check (views_unit in ('pageView', 'shelter')),
  views_from date,
  views_to date,
  views integer constraint safe_haven_views_views_check check (views between 0 and 100000),
  primary key (id)
);
create index safe_haven_views_record on canopy.safe_haven_views (record_id);
comment on table canopy.safe_haven_views is 'Views and visits counted, each with its unit and its days';

create table canopy.surrender_bin (
  id uuid not null,
  reference text not null,
  state text not null constraint surrender_bin_state_check check (state in ('inPlace', 'removed', 'recordedInError')),
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
  site text constraint surrender_bin_site_check check (char_length(site) <= 160),
  ward text constraint surrender_bin_ward_check check (char_length(ward) <= 80),
  placed_on date,
  removed_on date,
  removed_why text constraint surrender_bin_removed_why_check check (removed_why in ('moved', 'damaged', 'unused', 'other')),
  mistaken_why text constraint surrender_bin_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index surrender_bin_due on canopy.surrender_bin (next_due_at, reference) where closed_at is null;
create index surrender_bin_event on canopy.surrender_bin (placed_on);
create index surrender_bin_state on canopy.surrender_bin (state);
create index surrender_bin_updated on canopy.surrender_bin (updated_at);
create index surrender_bin_stood on canopy.surrender_bin using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.surrender_bin is 'Knife surrender bin';

create table canopy.surrender_bin_history (
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
  site text,
  ward text,
  placed_on date,
  removed_on date,
  removed_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index surrender_bin_history_updated on canopy.surrender_bin_history (updated_at);
comment on table canopy.surrender_bin_history is 'Every version of every knife surrender bin: what was known when, who wrote it, in which words it was asked';

create table canopy.surrender_bin_clock (
  id uuid not null,
  record_id uuid not null references canopy.surrender_bin (id),
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
create index surrender_bin_clock_record on canopy.surrender_bin_clock (record_id) where superseded_at is null;
create index surrender_bin_clock_due on canopy.surrender_bin_clock (clock, due_on) where superseded_at is null;
create index surrender_bin_clock_stood on canopy.surrender_bin_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.surrender_bin_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.surrender_bin_emptied (
  id uuid not null,
  record_id uuid not null references canopy.surrender_bin (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  emptied_on date,
  items integer constraint surrender_bin_emptied_items_check check (items between 0 and 5000),
  other_items integer constraint surrender_bin_emptied_other_items_check check (other_items between 0 and 5000),
  counted_by text constraint surrender_bin_emptied_counted_by_check check (char_length(counted_by) <= 120),
  primary key (id)
);
create index surrender_bin_emptied_record on canopy.surrender_bin_emptied (record_id);
comment on table canopy.surrender_bin_emptied is 'Emptied: how many bladed items were in it';

create table canopy.court_outcome (
  id uuid not null,
  reference text not null,
  state text not null constraint court_outcome_state_check check (state in ('chosen', 'seen', 'recordedInError')),
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
  own_ref text constraint court_outcome_own_ref_check check (char_length(own_ref) <= 40),
  court text constraint court_outcome_court_check check (court in ('youthCourt', 'magistrates', 'crown')),
  heard_on date,
  age_at_court integer constraint court_outcome_age_at_court_check check (age_at_court between 10 and 18),
  sex text constraint court_outcome_sex_check check (sex in ('female', 'male', 'notKnown')),
  ethnicity text constraint court_outcome_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  offence text constraint court_outcome_offence_check check (offence in ('violence', 'weapon', 'robbery', 'theft', 'burglary', 'drugs', 'vehicle', 'damage', 'publicOrder', 'sexual', 'other')),
  outcome text constraint court_outcome_outcome_check check (outcome in ('discharge', 'referralOrder', 'rehabilitation', 'intensive', 'custody', 'bail', 'remandCommunity', 'remandCustody')),
  proposal text constraint court_outcome_proposal_check check (proposal in ('discharge', 'referralOrder', 'rehabilitation', 'intensive', 'custody', 'bail', 'remandCommunity', 'remandCustody', 'noReport')),
  chosen_why text constraint court_outcome_chosen_why_check check (chosen_why in ('all', 'sample', 'concern')),
  panel_on date,
  court_there text constraint court_outcome_court_there_check check (court_there in ('yes', 'written', 'no')),
  view text constraint court_outcome_view_check check (view in ('appropriate', 'tooSevere', 'tooLenient', 'notTold')),
  bearing text constraint court_outcome_bearing_check check (bearing in ('no', 'perhaps', 'yes', 'notTold')),
  view_why text constraint court_outcome_view_why_check check (char_length(view_why) <= 20000),
  learning text constraint court_outcome_learning_check check (char_length(learning) <= 20000),
  learning_for text constraint court_outcome_learning_for_check check (learning_for in ('reports', 'court', 'defence', 'police', 'services')),
  mistaken_why text constraint court_outcome_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index court_outcome_due on canopy.court_outcome (next_due_at, reference) where closed_at is null;
create index court_outcome_event on canopy.court_outcome (heard_on);
create index court_outcome_state on canopy.court_outcome (state);
create index court_outcome_updated on canopy.court_outcome (updated_at);
create index court_outcome_stood on canopy.court_outcome using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create unique index court_outcome_one_per on canopy.court_outcome (lower(own_ref), heard_on) where state not in ('recordedInError');
comment on table canopy.court_outcome is 'Court outcome before the scrutiny panel, without a name';

create table canopy.court_outcome_history (
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
  own_ref text,
  court text,
  heard_on date,
  age_at_court integer,
  sex text,
  ethnicity text,
  offence text,
  outcome text,
  proposal text,
  chosen_why text,
  panel_on date,
  court_there text,
  view text,
  bearing text,
  view_why text,
  learning text,
  learning_for text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index court_outcome_history_updated on canopy.court_outcome_history (updated_at);
comment on table canopy.court_outcome_history is 'Every version of every court outcome: what was known when, who wrote it, in which words it was asked';

create table canopy.court_outcome_clock (
  id uuid not null,
  record_id uuid not null references canopy.court_outcome (id),
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
create index court_outcome_clock_record on canopy.court_outcome_clock (record_id) where superseded_at is null;
create index court_outcome_clock_due on canopy.court_outcome_clock (clock, due_on) where superseded_at is null;
create index court_outcome_clock_stood on canopy.court_outcome_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.court_outcome_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.practice_audit (
  id uuid not null,
  reference text not null,
  state text not null constraint practice_audit_state_check check (state in ('chosen', 'audited', 'recordedInError')),
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
  own_ref text constraint practice_audit_own_ref_check check (char_length(own_ref) <= 40),
  work text constraint practice_audit_work_check check (work in ('assessment', 'report', 'risk', 'breach')),
  written_on date,
  sex text constraint practice_audit_sex_check check (sex in ('female', 'male', 'notKnown')),
  ethnicity text constraint practice_audit_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  audited_on date,
  graces text constraint practice_audit_graces_check check (graces in ('yes', 'partly', 'no', 'notNeeded')),
  genogram text constraint practice_audit_genogram_check check (genogram in ('yes', 'partly', 'no', 'notNeeded')),
  language text constraint practice_audit_language_check check (language in ('yes', 'partly', 'no', 'notNeeded')),
  same text constraint practice_audit_same_check check (same in ('yes', 'no', 'notTold')),
  same_why text constraint practice_audit_same_why_check check (char_length(same_why) <= 20000),
  learning text constraint practice_audit_learning_check check (char_length(learning) <= 20000),
  mistaken_why text constraint practice_audit_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index practice_audit_due on canopy.practice_audit (next_due_at, reference) where closed_at is null;
create index practice_audit_event on canopy.practice_audit (written_on);
create index practice_audit_state on canopy.practice_audit (state);
create index practice_audit_updated on canopy.practice_audit (updated_at);
create index practice_audit_stood on canopy.practice_audit using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.practice_audit is 'A piece of youth justice work that a colleague read again, without a name';

create table canopy.practice_audit_history (
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
  own_ref text,
  work text,
  written_on date,
  sex text,
  ethnicity text,
  audited_on date,
  graces text,
  genogram text,
  language text,
  same text,
  same_why text,
  learning text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index practice_audit_history_updated on canopy.practice_audit_history (updated_at);
comment on table canopy.practice_audit_history is 'Every version of every practice audit: what was known when, who wrote it, in which words it was asked';

create table canopy.practice_audit_clock (
  id uuid not null,
  record_id uuid not null references canopy.practice_audit (id),
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
create index practice_audit_clock_record on canopy.practice_audit_clock (record_id) where superseded_at is null;
create index practice_audit_clock_due on canopy.practice_audit_clock (clock, due_on) where superseded_at is null;
create index practice_audit_clock_stood on canopy.practice_audit_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.practice_audit_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';
