-- Missing children: episodes, return home interviews and what they tell others, sessions for parents, and places.

create table canopy.missing_episode (
  id uuid not null,
  reference text not null,
  state text not null constraint missing_episode_state_check check (state in ('missing', 'returned', 'closed', 'joined', 'recordedInError')),
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
  told_by text constraint missing_episode_told_by_check check (told_by in ('police', 'placement', 'parent', 'socialWorker', 'school', 'friend', 'otherCouncil', 'other')),
  reporter text constraint missing_episode_reporter_check check (char_length(reporter) <= 160),
  reported_at timestamptz,
  police uuid references canopy.agency (id),
  police_reference text constraint missing_episode_police_reference_check check (char_length(police_reference) <= 40),
  given_name text constraint missing_episode_given_name_check check (char_length(given_name) <= 200),
  family_name text constraint missing_episode_family_name_check check (char_length(family_name) <= 200),
  born_on date,
  sex text constraint missing_episode_sex_check check (sex in ('female', 'male', 'unknown')),
  ethnicity text constraint missing_episode_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  person uuid,
  looked_after text constraint missing_episode_looked_after_check check (looked_after in ('yes', 'otherCouncil', 'no', 'notKnown')),
  team uuid references canopy.team (id),
  missing_from text constraint missing_episode_missing_from_check check (missing_from in ('home', 'care', 'otherAuthority', 'notKnown')),
  care_type text constraint missing_episode_care_type_check check (care_type in ('M', 'A')),
  placed_with uuid references canopy.agency (id),
  responsible text constraint missing_episode_responsible_check check (responsible in ('ours', 'another', 'notKnown')),
  responsible_name text constraint missing_episode_responsible_name_check check (char_length(responsible_name) <= 100),
  left_at timestamptz,
  last_seen_at timestamptz,
  times_known text constraint missing_episode_times_known_check check (times_known in ('reported', 'estimated', 'notKnown')),
  last_seen_where text constraint missing_episode_last_seen_where_check check (char_length(last_seen_where) <= 20000),
  police_grade text constraint missing_episode_police_grade_check check (police_grade in ('high', 'medium', 'low', 'noApparent', 'notGraded')),
  risk_flags text[] constraint missing_episode_risk_flags_check check (risk_flags <@ array['sexualExploitation', 'criminalExploitation', 'seriousViolence', 'trafficking', 'selfHarm', 'health', 'radicalisation', 'substances', 'harmAtHome', 'noneKnown']::text[]),
  circumstances text constraint missing_episode_circumstances_check check (char_length(circumstances) <= 20000),
  description text constraint missing_episode_description_check check (char_length(description) <= 20000),
  clothing text constraint missing_episode_clothing_check check (char_length(clothing) <= 20000),
  likely_places text constraint missing_episode_likely_places_check check (char_length(likely_places) <= 20000),
  phone_and_money text constraint missing_episode_phone_and_money_check check (char_length(phone_and_money) <= 20000),
  medicine text constraint missing_episode_medicine_check check (char_length(medicine) <= 20000),
  returned_at timestamptz,
  return_known text constraint missing_episode_return_known_check check (return_known in ('exact', 'estimated')),
  found_by text constraint missing_episode_found_by_check check (found_by in ('self', 'police', 'carer', 'family', 'worker', 'other', 'notKnown')),
  old_record boolean,
  missing_since timestamptz,
  missing_hours integer constraint missing_episode_missing_hours_check check (missing_hours between 0 and 1000000),
  duration_band text constraint missing_episode_duration_band_check check (duration_band in ('under24', 'nextDay', 'longer')),
  episodes_in90_days integer constraint missing_episode_episodes_in90_days_check check (episodes_in90_days between 0 and 1000000),
  ends_interview uuid,
  strategy_from timestamptz,
  strategy_why text constraint missing_episode_strategy_why_check check (strategy_why in ('highRisk', 'repeat', 'asked')),
  strategy_held_at timestamptz,
  strategy_note text constraint missing_episode_strategy_note_check check (char_length(strategy_note) <= 20000),
  return_check_at timestamptz,
  return_check_by text constraint missing_episode_return_check_by_check check (char_length(return_check_by) <= 100),
  return_check_harm text constraint missing_episode_return_check_harm_check check (return_check_harm in ('no', 'yes', 'notKnown')),
  return_check_note text constraint missing_episode_return_check_note_check check (char_length(return_check_note) <= 20000),
  plan text constraint missing_episode_plan_check check (char_length(plan) <= 20000),
  planned_on date,
  parent_offered text constraint missing_episode_parent_offered_check check (char_length(parent_offered) <= 120),
  joined_to uuid,
  joined_why text constraint missing_episode_joined_why_check check (char_length(joined_why) <= 20000),
  closed_note text constraint missing_episode_closed_note_check check (char_length(closed_note) <= 20000),
  reopen_why text constraint missing_episode_reopen_why_check check (char_length(reopen_why) <= 20000),
  mistaken_why text constraint missing_episode_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index missing_episode_due on canopy.missing_episode (next_due_at, reference) where closed_at is null;
create index missing_episode_event on canopy.missing_episode (reported_at);
create index missing_episode_state on canopy.missing_episode (state);
create index missing_episode_updated on canopy.missing_episode (updated_at);
create index missing_episode_stood on canopy.missing_episode using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index missing_episode_person on canopy.missing_episode (person);
create index missing_episode_ends_interview on canopy.missing_episode (ends_interview);
create index missing_episode_joined_to on canopy.missing_episode (joined_to);
comment on table canopy.missing_episode is 'Missing episode';

create table canopy.missing_episode_history (
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
  told_by text,
  reporter text,
  reported_at timestamptz,
  police uuid,
  police_reference text,
  given_name text,
  family_name text,
  born_on date,
  sex text,
  ethnicity text,
  person uuid,
  looked_after text,
  team uuid,
  missing_from text,
  care_type text,
  placed_with uuid,
  responsible text,
  responsible_name text,
  left_at timestamptz,
  last_seen_at timestamptz,
  times_known text,
  last_seen_where text,
  police_grade text,
  risk_flags text[],
  circumstances text,
  description text,
  clothing text,
  likely_places text,
  phone_and_money text,
  medicine text,
  returned_at timestamptz,
  return_known text,
  found_by text,
  old_record boolean,
  missing_since timestamptz,
  missing_hours integer,
  duration_band text,
  episodes_in90_days integer,
  ends_interview uuid,
  strategy_from timestamptz,
  strategy_why text,
  strategy_held_at timestamptz,
  strategy_note text,
  return_check_at timestamptz,
  return_check_by text,
  return_check_harm text,
  return_check_note text,
  plan text,
  planned_on date,
  parent_offered text,
  joined_to uuid,
  joined_why text,
  closed_note text,
  reopen_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index missing_episode_history_updated on canopy.missing_episode_history (updated_at);
comment on table canopy.missing_episode_history is 'Every version of every missing episode: what was known when, who wrote it, in which words it was asked';

create table canopy.missing_episode_clock (
  id uuid not null,
  record_id uuid not null references canopy.missing_episode (id),
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
create index missing_episode_clock_record on canopy.missing_episode_clock (record_id) where superseded_at is null;
create index missing_episode_clock_due on canopy.missing_episode_clock (clock, due_on) where superseded_at is null;
create index missing_episode_clock_stood on canopy.missing_episode_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.missing_episode_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.missing_episode_tellings (
  id uuid not null,
  record_id uuid not null references canopy.missing_episode (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  also_told_by text constraint missing_episode_tellings_also_told_by_check check (also_told_by in ('police', 'placement', 'parent', 'socialWorker', 'school', 'friend', 'otherCouncil', 'other')),
  also_told_at timestamptz,
  also_reporter text constraint missing_episode_tellings_also_reporter_check check (char_length(also_reporter) <= 160),
  also_reference text constraint missing_episode_tellings_also_reference_check check (char_length(also_reference) <= 60),
  also_words text constraint missing_episode_tellings_also_words_check check (char_length(also_words) <= 20000),
  primary key (id)
);
create index missing_episode_tellings_record on canopy.missing_episode_tellings (record_id);
comment on table canopy.missing_episode_tellings is 'Also told by';

create table canopy.missing_episode_informed (
  id uuid not null,
  record_id uuid not null references canopy.missing_episode (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  informed_who text constraint missing_episode_informed_informed_who_check check (informed_who in ('police', 'socialWorker', 'parents', 'placement', 'responsibleCouncil', 'hostCouncil', 'school', 'health', 'other')),
  informed_at timestamptz,
  informed_note text constraint missing_episode_informed_informed_note_check check (char_length(informed_note) <= 300),
  primary key (id)
);
create index missing_episode_informed_record on canopy.missing_episode_informed (record_id);
comment on table canopy.missing_episode_informed is 'Who was told';

create table canopy.missing_episode_private_plans (
  id uuid not null,
  record_id uuid not null references canopy.missing_episode (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  private_plan text constraint missing_episode_private_plans_private_plan_check check (char_length(private_plan) <= 20000),
  primary key (id)
);
create index missing_episode_private_plans_record on canopy.missing_episode_private_plans (record_id);
comment on table canopy.missing_episode_private_plans is 'What the placement does not see';

create table canopy.return_interview (
  id uuid not null,
  reference text not null,
  state text not null constraint return_interview_state_check check (state in ('waiting', 'offered', 'agreed', 'held', 'sent', 'heldTogether', 'declined', 'noContact', 'missingAgain', 'notOffered', 'noOutcome', 'recordedInError')),
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
  episode uuid,
  child uuid,
  given_name text constraint return_interview_given_name_check check (char_length(given_name) <= 200),
  family_name text constraint return_interview_family_name_check check (char_length(family_name) <= 200),
  born_on date,
  sex text constraint return_interview_sex_check check (sex in ('female', 'male', 'unknown')),
  ethnicity text constraint return_interview_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  missing_from text constraint return_interview_missing_from_check check (missing_from in ('home', 'care', 'otherAuthority', 'notKnown')),
  responsible text constraint return_interview_responsible_check check (responsible in ('ours', 'another', 'notKnown')),
  responsible_name text constraint return_interview_responsible_name_check check (char_length(responsible_name) <= 100),
  child_team uuid references canopy.team (id),
  returned_at timestamptz,
  return_known text constraint return_interview_return_known_check check (return_known in ('exact', 'estimated')),
  standing text constraint return_interview_standing_check check (standing in ('waiting', 'offered', 'heldInTime', 'heldLate', 'declined', 'noContact', 'missingAgain', 'notOffered', 'noOutcome')),
  offered_at timestamptz,
  team uuid references canopy.team (id),
  worker uuid references canopy.account (id),
  agreed_for timestamptz,
  agreed_where text constraint return_interview_agreed_where_check check (char_length(agreed_where) <= 120),
  declined_why text constraint return_interview_declined_why_check check (declined_why in ('notNeeded', 'otherPerson', 'noTrust', 'parent', 'tooMany', 'notSaid', 'other')),
  declined_note text constraint return_interview_declined_note_check check (char_length(declined_note) <= 20000),
  not_offered_why text constraint return_interview_not_offered_why_check check (not_offered_why in ('otherCouncil', 'hospital', 'custody', 'moved', 'adult', 'unsafe', 'oversight', 'notRecorded')),
  not_offered_note text constraint return_interview_not_offered_note_check check (char_length(not_offered_note) <= 20000),
  why_again text constraint return_interview_why_again_check check (char_length(why_again) <= 20000),
  interview_at timestamptz,
  interview_how text constraint return_interview_interview_how_check check (interview_how in ('phone', 'text', 'visit', 'school', 'throughCarer', 'letter')),
  interviewer uuid references canopy.account (id),
  independent boolean,
  why_acceptable text constraint return_interview_why_acceptable_check check (char_length(why_acceptable) <= 20000),
  child_words text constraint return_interview_child_words_check check (char_length(child_words) <= 20000),
  push text constraint return_interview_push_check check (char_length(push) <= 20000),
  pull text constraint return_interview_pull_check check (char_length(pull) <= 20000),
  harm text constraint return_interview_harm_check check (char_length(harm) <= 20000),
  would_help text constraint return_interview_would_help_check check (char_length(would_help) <= 20000),
  carer_of_concern boolean,
  immediate_worry boolean,
  worry_what text constraint return_interview_worry_what_check check (char_length(worry_what) <= 20000),
  worry_receiver uuid references canopy.account (id),
  send_to text[] constraint return_interview_send_to_check check (send_to <@ array['socialWorker', 'police', 'placement', 'nobody']::text[]),
  police uuid references canopy.agency (id),
  summary text constraint return_interview_summary_check check (char_length(summary) <= 20000),
  placement_plan text constraint return_interview_placement_plan_check check (char_length(placement_plan) <= 20000),
  sent_at timestamptz,
  held_in uuid,
  place_named uuid,
  primary key (id),
  unique (reference)
);
create index return_interview_due on canopy.return_interview (next_due_at, reference) where closed_at is null;
create index return_interview_event on canopy.return_interview (returned_at);
create index return_interview_state on canopy.return_interview (state);
create index return_interview_updated on canopy.return_interview (updated_at);
create index return_interview_stood on canopy.return_interview using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index return_interview_episode on canopy.return_interview (episode);
create index return_interview_child on canopy.return_interview (child);
create index return_interview_held_in on canopy.return_interview (held_in);
create index return_interview_place_named on canopy.return_interview (place_named);
comment on table canopy.return_interview is 'Return home interview';

create table canopy.return_interview_history (
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
  episode uuid,
  child uuid,
  given_name text,
  family_name text,
  born_on date,
  sex text,
  ethnicity text,
  missing_from text,
  responsible text,
  responsible_name text,
  child_team uuid,
  returned_at timestamptz,
  return_known text,
  standing text,
  offered_at timestamptz,
  team uuid,
  worker uuid,
  agreed_for timestamptz,
  agreed_where text,
  declined_why text,
  declined_note text,
  not_offered_why text,
  not_offered_note text,
  why_again text,
  interview_at timestamptz,
  interview_how text,
  interviewer uuid,
  independent boolean,
  why_acceptable text,
  child_words text,
  push text,
  pull text,
  harm text,
  would_help text,
  carer_of_concern boolean,
  immediate_worry boolean,
  worry_what text,
  worry_receiver uuid,
  send_to text[],
  police uuid,
  summary text,
  placement_plan text,
  sent_at timestamptz,
  held_in uuid,
  place_named uuid,
  primary key (history_id),
  unique (id, version)
);
create index return_interview_history_updated on canopy.return_interview_history (updated_at);
comment on table canopy.return_interview_history is 'Every version of every return home interview: what was known when, who wrote it, in which words it was asked';

create table canopy.return_interview_clock (
  id uuid not null,
  record_id uuid not null references canopy.return_interview (id),
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
create index return_interview_clock_record on canopy.return_interview_clock (record_id) where superseded_at is null;
create index return_interview_clock_due on canopy.return_interview_clock (clock, due_on) where superseded_at is null;
create index return_interview_clock_stood on canopy.return_interview_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.return_interview_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.return_interview_attempts (
  id uuid not null,
  record_id uuid not null references canopy.return_interview (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  attempt_at timestamptz,
  attempt_how text constraint return_interview_attempts_attempt_how_check check (attempt_how in ('phone', 'text', 'visit', 'school', 'throughCarer', 'letter')),
  attempt_by uuid references canopy.account (id),
  attempt_result text constraint return_interview_attempts_attempt_result_check check (attempt_result in ('spoke', 'spokeCarer', 'message', 'noAnswer')),
  primary key (id)
);
create index return_interview_attempts_record on canopy.return_interview_attempts (record_id);
comment on table canopy.return_interview_attempts is 'Attempts';

create table canopy.return_interview_named (
  id uuid not null,
  record_id uuid not null references canopy.return_interview (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  named_kind text constraint return_interview_named_named_kind_check check (named_kind in ('place', 'person', 'vehicle', 'other')),
  named_words text constraint return_interview_named_named_words_check check (char_length(named_words) <= 200),
  known_place uuid,
  no_known_place boolean,
  share_police boolean,
  primary key (id)
);
create index return_interview_named_record on canopy.return_interview_named (record_id);
comment on table canopy.return_interview_named is 'Places, people and vehicles named';

create table canopy.return_interview_corrections (
  id uuid not null,
  record_id uuid not null references canopy.return_interview (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  added_words text constraint return_interview_corrections_added_words_check check (char_length(added_words) <= 20000),
  primary key (id)
);
create index return_interview_corrections_record on canopy.return_interview_corrections (record_id);
comment on table canopy.return_interview_corrections is 'Added later';

create table canopy.immediate_worry (
  id uuid not null,
  reference text not null,
  state text not null constraint immediate_worry_state_check check (state in ('raised', 'taken', 'done', 'recordedInError')),
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
  interview uuid,
  child uuid,
  what text constraint immediate_worry_what_check check (char_length(what) <= 20000),
  raised_at timestamptz,
  raised_by uuid references canopy.account (id),
  receiver uuid references canopy.account (id),
  taken_at timestamptz,
  handed_on_why text constraint immediate_worry_handed_on_why_check check (char_length(handed_on_why) <= 20000),
  done_at timestamptz,
  result text constraint immediate_worry_result_check check (result in ('enquiry', 'police', 'plan', 'spoken', 'other')),
  done text constraint immediate_worry_done_check check (char_length(done) <= 20000),
  mistaken_why text constraint immediate_worry_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index immediate_worry_due on canopy.immediate_worry (next_due_at, reference) where closed_at is null;
create index immediate_worry_event on canopy.immediate_worry (raised_at);
create index immediate_worry_state on canopy.immediate_worry (state);
create index immediate_worry_updated on canopy.immediate_worry (updated_at);
create index immediate_worry_stood on canopy.immediate_worry using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index immediate_worry_interview on canopy.immediate_worry (interview);
create index immediate_worry_child on canopy.immediate_worry (child);
comment on table canopy.immediate_worry is 'Immediate worry';

create table canopy.immediate_worry_history (
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
  interview uuid,
  child uuid,
  what text,
  raised_at timestamptz,
  raised_by uuid,
  receiver uuid,
  taken_at timestamptz,
  handed_on_why text,
  done_at timestamptz,
  result text,
  done text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index immediate_worry_history_updated on canopy.immediate_worry_history (updated_at);
comment on table canopy.immediate_worry_history is 'Every version of every immediate worry: what was known when, who wrote it, in which words it was asked';

create table canopy.immediate_worry_clock (
  id uuid not null,
  record_id uuid not null references canopy.immediate_worry (id),
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
create index immediate_worry_clock_record on canopy.immediate_worry_clock (record_id) where superseded_at is null;
create index immediate_worry_clock_due on canopy.immediate_worry_clock (clock, due_on) where superseded_at is null;
create index immediate_worry_clock_stood on canopy.immediate_worry_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.immediate_worry_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.intelligence_item (
  id uuid not null,
  reference text not null,
  state text not null constraint intelligence_item_state_check check (state in ('shared', 'received', 'answered', 'withdrawn')),
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
  interview uuid,
  child uuid,
  police uuid references canopy.agency (id),
  kind text constraint intelligence_item_kind_check check (kind in ('place', 'person', 'vehicle', 'other')),
  words text constraint intelligence_item_words_check check (char_length(words) <= 200),
  known_place uuid,
  shared_at timestamptz,
  received_at timestamptz,
  used_for text constraint intelligence_item_used_for_check check (used_for in ('recorded', 'known', 'action', 'notUsed')),
  used_note text constraint intelligence_item_used_note_check check (char_length(used_note) <= 20000),
  withdrawn_why text constraint intelligence_item_withdrawn_why_check check (char_length(withdrawn_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index intelligence_item_due on canopy.intelligence_item (next_due_at, reference) where closed_at is null;
create index intelligence_item_event on canopy.intelligence_item (shared_at);
create index intelligence_item_state on canopy.intelligence_item (state);
create index intelligence_item_updated on canopy.intelligence_item (updated_at);
create index intelligence_item_stood on canopy.intelligence_item using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index intelligence_item_interview on canopy.intelligence_item (interview);
create index intelligence_item_child on canopy.intelligence_item (child);
create index intelligence_item_known_place on canopy.intelligence_item (known_place);
comment on table canopy.intelligence_item is 'Intelligence';

create table canopy.intelligence_item_history (
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
  interview uuid,
  child uuid,
  police uuid,
  kind text,
  words text,
  known_place uuid,
  shared_at timestamptz,
  received_at timestamptz,
  used_for text,
  used_note text,
  withdrawn_why text,
  primary key (history_id),
  unique (id, version)
);
create index intelligence_item_history_updated on canopy.intelligence_item_history (updated_at);
comment on table canopy.intelligence_item_history is 'Every version of every intelligence: what was known when, who wrote it, in which words it was asked';

create table canopy.intelligence_item_clock (
  id uuid not null,
  record_id uuid not null references canopy.intelligence_item (id),
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
create index intelligence_item_clock_record on canopy.intelligence_item_clock (record_id) where superseded_at is null;
create index intelligence_item_clock_due on canopy.intelligence_item_clock (clock, due_on) where superseded_at is null;
create index intelligence_item_clock_stood on canopy.intelligence_item_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.intelligence_item_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.parent_session (
  id uuid not null,
  reference text not null,
  state text not null constraint parent_session_state_check check (state in ('offered', 'working', 'ended', 'declined', 'recordedInError')),
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
  child uuid,
  episode uuid,
  parent_name text constraint parent_session_parent_name_check check (char_length(parent_name) <= 120),
  not_open text constraint parent_session_not_open_check check (not_open in ('no', 'yes', 'notKnown')),
  offered_on date,
  worker uuid references canopy.account (id),
  answer text constraint parent_session_answer_check check (answer in ('accepted', 'declined', 'noAnswer')),
  answered_on date,
  wants text constraint parent_session_wants_check check (char_length(wants) <= 20000),
  first_on date,
  result text constraint parent_session_result_check check (result in ('managesAlone', 'earlyHelp', 'socialCare', 'stopped', 'other')),
  ended_on date,
  parent_view text constraint parent_session_parent_view_check check (char_length(parent_view) <= 20000),
  mistaken_why text constraint parent_session_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index parent_session_due on canopy.parent_session (next_due_at, reference) where closed_at is null;
create index parent_session_event on canopy.parent_session (offered_on);
create index parent_session_state on canopy.parent_session (state);
create index parent_session_updated on canopy.parent_session (updated_at);
create index parent_session_stood on canopy.parent_session using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index parent_session_child on canopy.parent_session (child);
create index parent_session_episode on canopy.parent_session (episode);
comment on table canopy.parent_session is 'Sessions for a parent';

create table canopy.parent_session_history (
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
  child uuid,
  episode uuid,
  parent_name text,
  not_open text,
  offered_on date,
  worker uuid,
  answer text,
  answered_on date,
  wants text,
  first_on date,
  result text,
  ended_on date,
  parent_view text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index parent_session_history_updated on canopy.parent_session_history (updated_at);
comment on table canopy.parent_session_history is 'Every version of every sessions for a parent: what was known when, who wrote it, in which words it was asked';

create table canopy.parent_session_clock (
  id uuid not null,
  record_id uuid not null references canopy.parent_session (id),
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
create index parent_session_clock_record on canopy.parent_session_clock (record_id) where superseded_at is null;
create index parent_session_clock_due on canopy.parent_session_clock (clock, due_on) where superseded_at is null;
create index parent_session_clock_stood on canopy.parent_session_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.parent_session_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.parent_session_sessions (
  id uuid not null,
  record_id uuid not null references canopy.parent_session (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  session_on date,
  session_topics text[] constraint parent_session_sessions_session_topics_check check (session_topics <@ array['boundaries', 'conflict', 'signs', 'online', 'whenMissing', 'school', 'other']::text[]),
  session_tools text[] constraint parent_session_sessions_session_tools_check check (session_tools <@ array['agreement', 'safetyPlan', 'trustedAdults', 'diary', 'leaflet', 'other']::text[]),
  session_note text constraint parent_session_sessions_session_note_check check (char_length(session_note) <= 20000),
  primary key (id)
);
create index parent_session_sessions_record on canopy.parent_session_sessions (record_id);
comment on table canopy.parent_session_sessions is 'Sessions';

create table canopy.place (
  id uuid not null,
  reference text not null,
  state text not null constraint place_state_check check (state in ('named', 'assessed', 'working', 'closed', 'recordedInError')),
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
  name text constraint place_name_check check (char_length(name) <= 120),
  also_called text constraint place_also_called_check check (char_length(also_called) <= 300),
  kind text constraint place_kind_check check (kind in ('park', 'stairwell', 'shop', 'station', 'school', 'home', 'hotel', 'online', 'event', 'other')),
  ward text constraint place_ward_check check (char_length(ward) <= 80),
  worries text[] constraint place_worries_check check (worries <@ array['criminalExploitation', 'sexualExploitation', 'violence', 'drugs', 'sexualBehaviour', 'missing', 'antisocial', 'other']::text[]),
  told text constraint place_told_check check (char_length(told) <= 20000),
  told_by text constraint place_told_by_check check (told_by in ('interview', 'police', 'school', 'residents', 'communitySafety', 'youthWork', 'socialCare', 'family', 'other')),
  known_on date,
  peer_group uuid,
  assessed_on date,
  assessment text constraint place_assessment_check check (char_length(assessment) <= 20000),
  owner uuid references canopy.account (id),
  first_intervention_on date,
  closed_on date,
  closed_impact text constraint place_closed_impact_check check (closed_impact in ('safer', 'partly', 'none', 'moved', 'tooSoon')),
  reopened_why text constraint place_reopened_why_check check (char_length(reopened_why) <= 20000),
  mistaken_why text constraint place_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index place_due on canopy.place (next_due_at, reference) where closed_at is null;
create index place_event on canopy.place (known_on);
create index place_state on canopy.place (state);
create index place_updated on canopy.place (updated_at);
create index place_stood on canopy.place using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index place_peer_group on canopy.place (peer_group);
comment on table canopy.place is 'Place';

create table canopy.place_history (
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
  also_called text,
  kind text,
  ward text,
  worries text[],
  told text,
  told_by text,
  known_on date,
  peer_group uuid,
  assessed_on date,
  assessment text,
  owner uuid,
  first_intervention_on date,
  closed_on date,
  closed_impact text,
  reopened_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index place_history_updated on canopy.place_history (updated_at);
comment on table canopy.place_history is 'Every version of every place: what was known when, who wrote it, in which words it was asked';

create table canopy.place_clock (
  id uuid not null,
  record_id uuid not null references canopy.place (id),
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
create index place_clock_record on canopy.place_clock (record_id) where superseded_at is null;
create index place_clock_due on canopy.place_clock (clock, due_on) where superseded_at is null;
create index place_clock_stood on canopy.place_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.place_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.place_concerns (
  id uuid not null,
  record_id uuid not null references canopy.place (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  concern_on date,
  concern_source text constraint place_concerns_concern_source_check check (concern_source in ('interview', 'police', 'school', 'residents', 'communitySafety', 'youthWork', 'socialCare', 'family', 'other')),
  concern_kinds text[] constraint place_concerns_concern_kinds_check check (concern_kinds <@ array['criminalExploitation', 'sexualExploitation', 'violence', 'drugs', 'sexualBehaviour', 'missing', 'antisocial', 'other']::text[]),
  concern_words text constraint place_concerns_concern_words_check check (char_length(concern_words) <= 20000),
  concern_interview uuid,
  primary key (id)
);
create index place_concerns_record on canopy.place_concerns (record_id);
comment on table canopy.place_concerns is 'What was told of it';

create table canopy.place_interventions (
  id uuid not null,
  record_id uuid not null references canopy.place (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  number integer constraint place_interventions_number_check check (number between 1 and 999),
  what text constraint place_interventions_what_check check (what in ('patrol', 'youthWork', 'lighting', 'block', 'closure', 'guardianship', 'licensing', 'disruption', 'online', 'other')),
  what_note text constraint place_interventions_what_note_check check (char_length(what_note) <= 200),
  done_by uuid references canopy.agency (id),
  from_on date,
  primary key (id)
);
create index place_interventions_record on canopy.place_interventions (record_id);
create unique index place_interventions_current on canopy.place_interventions (record_id, number) where superseded_at is null;
comment on table canopy.place_interventions is 'Interventions';

create table canopy.place_results (
  id uuid not null,
  record_id uuid not null references canopy.place (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  number integer constraint place_results_number_check check (number between 1 and 999),
  done_on date,
  people_seen integer constraint place_results_people_seen_check check (people_seen between 0 and 9999),
  result_note text constraint place_results_result_note_check check (char_length(result_note) <= 20000),
  primary key (id)
);
create index place_results_record on canopy.place_results (record_id);
create unique index place_results_current on canopy.place_results (record_id, number) where superseded_at is null;
comment on table canopy.place_results is 'Interventions done';

create table canopy.place_reviews (
  id uuid not null,
  record_id uuid not null references canopy.place (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  reviewed_on date,
  impact text constraint place_reviews_impact_check check (impact in ('safer', 'partly', 'none', 'moved', 'tooSoon')),
  review_note text constraint place_reviews_review_note_check check (char_length(review_note) <= 20000),
  primary key (id)
);
create index place_reviews_record on canopy.place_reviews (record_id);
comment on table canopy.place_reviews is 'Reviews';

create index missing_episode_since on canopy.missing_episode (missing_since);
comment on index canopy.missing_episode_since is 'Episodes of a period.';
create index missing_episode_name on canopy.missing_episode (lower(family_name), lower(given_name), born_on);
comment on index canopy.missing_episode_name is 'Second reports of one episode, where nobody has said who the child is.';

-- A new episode ends the interview of an earlier one, whoever reports it: of the interview only that there is one is told, to the deed.
create function canopy.interviews_to_be_held(child uuid) returns table (id uuid, returned_at timestamptz, episode uuid)
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select i.id, i.returned_at, i.episode from canopy.return_interview i
   where i.child = interviews_to_be_held.child and i.state in ('waiting', 'offered', 'agreed')
$$;
comment on function canopy.interviews_to_be_held is 'Return home interviews of a child that were still to be held (rulebook MX-03). Definer, because whoever reports the next episode may not read interviews.';

create function canopy.carer_is_a_concern(wanted_episode uuid, wanted_person uuid) returns boolean
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select exists (
    select 1 from canopy.return_interview i join canopy.missing_episode o on o.id = i.episode
      left join canopy.missing_episode e on e.id = wanted_episode
     where i.carer_of_concern and i.state <> 'recordedInError'
       and (i.episode = wanted_episode or (o.person = wanted_person and o.placed_with is not distinct from e.placed_with)))
$$;
comment on function canopy.carer_is_a_concern is 'Whether a child said that the carer or placement of this episode is a concern: then nothing more is written that the placement reads. Definer, because whoever writes the plan may not read the interview.';

create function canopy.place_likeness(name text, also_called text, typed text) returns real
language sql immutable parallel safe set search_path = public, pg_catalog as $$
  select coalesce(max(similarity(lower(one), lower(typed))), 0)::real
    from (select name as one union all select trim(unnest(string_to_array(also_called, ',')))) called
$$;
comment on function canopy.place_likeness is 'How like the words typed are to a name of the place, from 0 to 1.';

revoke execute on function canopy.interviews_to_be_held, canopy.carer_is_a_concern, canopy.place_likeness from public;
grant execute on function canopy.interviews_to_be_held, canopy.carer_is_a_concern, canopy.place_likeness to canopy_app;
