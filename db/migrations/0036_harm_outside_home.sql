-- Harm outside the home: concerns about exploitation, referrals of trafficked children, requests between authorities, adolescent support,
-- consultations on sexual behaviour, borough briefings, and orders against adults. What goes to another authority has a record of sharing.

create table canopy.exploitation_concern (
  id uuid not null,
  reference text not null,
  state text not null constraint exploitation_concern_state_check check (state in ('identified', 'assessed', 'closed', 'recordedInError')),
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
  person uuid,
  name text constraint exploitation_concern_name_check check (char_length(name) <= 250),
  born_on date,
  sex text constraint exploitation_concern_sex_check check (sex in ('female', 'male', 'unknown')),
  ethnicity text constraint exploitation_concern_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  age integer constraint exploitation_concern_age_check check (age between 0 and 120),
  age_band text constraint exploitation_concern_age_band_check check (age_band in ('under10', 'from10', 'from13', 'from16', 'adult', 'notKnown')),
  kind text constraint exploitation_concern_kind_check check (kind in ('CSE', 'CCE', 'SYV', 'HSB', 'GANG', 'MSHT', 'ONLINE', 'RAD', 'FGM', 'FM', 'HBA', 'CALFB', 'EFH')),
  identified_on date,
  evidence text constraint exploitation_concern_evidence_check check (evidence in ('suspected', 'confirmed')),
  online boolean,
  raised_by text constraint exploitation_concern_raised_by_check check (raised_by in ('socialCare', 'exploitationTeam', 'police', 'school', 'youthWork', 'health', 'returnInterview', 'otherAuthority', 'family', 'child', 'community', 'other')),
  raised_by_name text constraint exploitation_concern_raised_by_name_check check (char_length(raised_by_name) <= 200),
  grounds text constraint exploitation_concern_grounds_check check (char_length(grounds) <= 20000),
  out_of_area boolean,
  host_authority text constraint exploitation_concern_host_authority_check check (char_length(host_authority) <= 120),
  moved_there_on date,
  host_health_told_on date,
  host_health_told text constraint exploitation_concern_host_health_told_check check (char_length(host_health_told) <= 200),
  works_with uuid references canopy.team (id),
  worker uuid references canopy.account (id),
  level text constraint exploitation_concern_level_check check (level in ('none', 'emerging', 'moderate', 'significant')),
  level_before text constraint exploitation_concern_level_before_check check (level_before in ('none', 'emerging', 'moderate', 'significant')),
  movement text constraint exploitation_concern_movement_check check (movement in ('first', 'up', 'down', 'same')),
  level_at_start text constraint exploitation_concern_level_at_start_check check (level_at_start in ('none', 'emerging', 'moderate', 'significant')),
  first_assessed_on date,
  assessed_on date,
  nominated_on date,
  closed_on date,
  closed_why text constraint exploitation_concern_closed_why_check check (closed_why in ('lessRisk', 'notBorneOut', 'stepDown', 'adultServices', 'adultNoService', 'otherAuthority', 'joined', 'other')),
  level_at_end text constraint exploitation_concern_level_at_end_check check (level_at_end in ('none', 'emerging', 'moderate', 'significant')),
  closed_note text constraint exploitation_concern_closed_note_check check (char_length(closed_note) <= 20000),
  reopen_why text constraint exploitation_concern_reopen_why_check check (char_length(reopen_why) <= 20000),
  mistaken_why text constraint exploitation_concern_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index exploitation_concern_due on canopy.exploitation_concern (next_due_at, reference) where closed_at is null;
create index exploitation_concern_event on canopy.exploitation_concern (identified_on);
create index exploitation_concern_state on canopy.exploitation_concern (state);
create index exploitation_concern_updated on canopy.exploitation_concern (updated_at);
create index exploitation_concern_stood on canopy.exploitation_concern using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index exploitation_concern_person on canopy.exploitation_concern (person);
comment on table canopy.exploitation_concern is 'That one child is at risk of one kind of harm outside the home; age, sex and ethnic group as they were known on the day';

create table canopy.exploitation_concern_history (
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
  person uuid,
  name text,
  born_on date,
  sex text,
  ethnicity text,
  age integer,
  age_band text,
  kind text,
  identified_on date,
  evidence text,
  online boolean,
  raised_by text,
  raised_by_name text,
  grounds text,
  out_of_area boolean,
  host_authority text,
  moved_there_on date,
  host_health_told_on date,
  host_health_told text,
  works_with uuid,
  worker uuid,
  level text,
  level_before text,
  movement text,
  level_at_start text,
  first_assessed_on date,
  assessed_on date,
  nominated_on date,
  closed_on date,
  closed_why text,
  level_at_end text,
  closed_note text,
  reopen_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index exploitation_concern_history_updated on canopy.exploitation_concern_history (updated_at);
comment on table canopy.exploitation_concern_history is 'Every version of every exploitation concern: what was known when, who wrote it, in which words it was asked';

create table canopy.exploitation_concern_clock (
  id uuid not null,
  record_id uuid not null references canopy.exploitation_concern (id),
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
create index exploitation_concern_clock_record on canopy.exploitation_concern_clock (record_id) where superseded_at is null;
create index exploitation_concern_clock_due on canopy.exploitation_concern_clock (clock, due_on) where superseded_at is null;
create index exploitation_concern_clock_stood on canopy.exploitation_concern_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.exploitation_concern_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.exploitation_concern_assessments (
  id uuid not null,
  record_id uuid not null references canopy.exploitation_concern (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  assessed_on date,
  level text constraint exploitation_concern_assessments_level_check check (level in ('none', 'emerging', 'moderate', 'significant')),
  why text constraint exploitation_concern_assessments_why_check check (char_length(why) <= 20000),
  child_voice text constraint exploitation_concern_assessments_child_voice_check check (char_length(child_voice) <= 20000),
  tried text constraint exploitation_concern_assessments_tried_check check (char_length(tried) <= 20000),
  primary key (id)
);
create index exploitation_concern_assessments_record on canopy.exploitation_concern_assessments (record_id);
comment on table canopy.exploitation_concern_assessments is 'Each assessment of risk, none of which replaces another: risk goes up and down between two days';

create table canopy.exploitation_concern_nominations (
  id uuid not null,
  record_id uuid not null references canopy.exploitation_concern (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  nominated_on date,
  criteria text[] constraint exploitation_concern_nominations_criteria_check check (criteria <@ array['missing', 'adults', 'money', 'travel', 'drugs', 'weapon', 'school', 'online', 'debt', 'sexual', 'named', 'other']::text[]),
  why_now text constraint exploitation_concern_nominations_why_now_check check (char_length(why_now) <= 20000),
  tried_before text constraint exploitation_concern_nominations_tried_before_check check (char_length(tried_before) <= 20000),
  ask_of_panel text constraint exploitation_concern_nominations_ask_of_panel_check check (char_length(ask_of_panel) <= 20000),
  primary key (id)
);
create index exploitation_concern_nominations_record on canopy.exploitation_concern_nominations (record_id);
comment on table canopy.exploitation_concern_nominations is 'Each time the child is put forward for the panel: why now, what has been tried';

create table canopy.trafficking_referral (
  id uuid not null,
  reference text not null,
  state text not null constraint trafficking_referral_state_check check (state in ('brought', 'referred', 'reasonable', 'found', 'notFound', 'withdrawn', 'recordedInError')),
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
  person uuid,
  name text constraint trafficking_referral_name_check check (char_length(name) <= 250),
  born_on date,
  sex text constraint trafficking_referral_sex_check check (sex in ('female', 'male', 'unknown')),
  ethnicity text constraint trafficking_referral_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  age integer constraint trafficking_referral_age_check check (age between 0 and 120),
  age_band text constraint trafficking_referral_age_band_check check (age_band in ('under10', 'from10', 'from13', 'from16', 'adult', 'notKnown')),
  authority text constraint trafficking_referral_authority_check check (authority in ('islington', 'camden', 'other')),
  responder text constraint trafficking_referral_responder_check check (responder in ('council', 'police', 'crimeAgency', 'borderForce', 'charity', 'other')),
  identified_at timestamptz,
  brought_on date,
  exploitation text constraint trafficking_referral_exploitation_check check (exploitation in ('criminal', 'labour', 'sexual', 'domesticServitude', 'labourAndCriminal', 'sexualAndCriminal', 'otherCombination', 'notKnown')),
  place text constraint trafficking_referral_place_check check (place in ('uk', 'abroad', 'both', 'notKnown')),
  signs text constraint trafficking_referral_signs_check check (char_length(signs) <= 20000),
  referred_on date,
  nrm_number text constraint trafficking_referral_nrm_number_check check (char_length(nrm_number) <= 40),
  days_to18 integer constraint trafficking_referral_days_to18_check check (days_to18 between -36500 and 36500),
  route text constraint trafficking_referral_route_check check (route in ('panel', 'authority')),
  route_why text constraint trafficking_referral_route_why_check check (char_length(route_why) <= 20000),
  authority_from date,
  reasonable text constraint trafficking_referral_reasonable_check check (reasonable in ('positive', 'negative')),
  reasonable_on date,
  conclusive_from date,
  conclusive text constraint trafficking_referral_conclusive_check check (conclusive in ('positive', 'negative')),
  conclusive_on date,
  decided_how text constraint trafficking_referral_decided_how_check check (decided_how in ('firstMeeting', 'laterMeeting', 'afterDeferral', 'authority')),
  refused_on date,
  refused_why text constraint trafficking_referral_refused_why_check check (char_length(refused_why) <= 20000),
  guardian_referred_at timestamptz,
  guardian_not text constraint trafficking_referral_guardian_not_check check (guardian_not in ('abroadOnly', 'notOffered', 'adult', 'other')),
  guardian_not_words text constraint trafficking_referral_guardian_not_words_check check (char_length(guardian_not_words) <= 20000),
  guardian_name text constraint trafficking_referral_guardian_name_check check (char_length(guardian_name) <= 160),
  withdrawn_why text constraint trafficking_referral_withdrawn_why_check check (char_length(withdrawn_why) <= 20000),
  mistaken_why text constraint trafficking_referral_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index trafficking_referral_due on canopy.trafficking_referral (next_due_at, reference) where closed_at is null;
create index trafficking_referral_event on canopy.trafficking_referral (brought_on);
create index trafficking_referral_state on canopy.trafficking_referral (state);
create index trafficking_referral_updated on canopy.trafficking_referral (updated_at);
create index trafficking_referral_stood on canopy.trafficking_referral using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index trafficking_referral_person on canopy.trafficking_referral (person);
comment on table canopy.trafficking_referral is 'A child who may have been trafficked: one case, however often the panel hears it';

create table canopy.trafficking_referral_history (
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
  person uuid,
  name text,
  born_on date,
  sex text,
  ethnicity text,
  age integer,
  age_band text,
  authority text,
  responder text,
  identified_at timestamptz,
  brought_on date,
  exploitation text,
  place text,
  signs text,
  referred_on date,
  nrm_number text,
  days_to18 integer,
  route text,
  route_why text,
  authority_from date,
  reasonable text,
  reasonable_on date,
  conclusive_from date,
  conclusive text,
  conclusive_on date,
  decided_how text,
  refused_on date,
  refused_why text,
  guardian_referred_at timestamptz,
  guardian_not text,
  guardian_not_words text,
  guardian_name text,
  withdrawn_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index trafficking_referral_history_updated on canopy.trafficking_referral_history (updated_at);
comment on table canopy.trafficking_referral_history is 'Every version of every trafficking referral: what was known when, who wrote it, in which words it was asked';

create table canopy.trafficking_referral_clock (
  id uuid not null,
  record_id uuid not null references canopy.trafficking_referral (id),
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
create index trafficking_referral_clock_record on canopy.trafficking_referral_clock (record_id) where superseded_at is null;
create index trafficking_referral_clock_due on canopy.trafficking_referral_clock (clock, due_on) where superseded_at is null;
create index trafficking_referral_clock_stood on canopy.trafficking_referral_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.trafficking_referral_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.trafficking_referral_hearings (
  id uuid not null,
  record_id uuid not null references canopy.trafficking_referral (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  held_on date,
  present text[] constraint trafficking_referral_hearings_present_check check (present <@ array['socialCare', 'police', 'health', 'education', 'youthJustice', 'charity']::text[]),
  chair_independent boolean,
  hearing_note text constraint trafficking_referral_hearings_hearing_note_check check (char_length(hearing_note) <= 20000),
  primary key (id)
);
create index trafficking_referral_hearings_record on canopy.trafficking_referral_hearings (record_id);
comment on table canopy.trafficking_referral_hearings is 'Each time the panel heard the case; a decision binds only with social care, police and health there';

create table canopy.authority_request (
  id uuid not null,
  reference text not null,
  state text not null constraint authority_request_state_check check (state in ('asked', 'received', 'answered', 'closed', 'recordedInError')),
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
  person uuid,
  name text constraint authority_request_name_check check (char_length(name) <= 250),
  born_on date,
  sex text constraint authority_request_sex_check check (sex in ('female', 'male', 'unknown')),
  ethnicity text constraint authority_request_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  age integer constraint authority_request_age_check check (age between 0 and 120),
  age_band text constraint authority_request_age_band_check check (age_band in ('under10', 'from10', 'from13', 'from16', 'adult', 'notKnown')),
  direction text constraint authority_request_direction_check check (direction in ('toThem', 'fromThem')),
  authority text constraint authority_request_authority_check check (char_length(authority) <= 120),
  contact_name text constraint authority_request_contact_name_check check (char_length(contact_name) <= 200),
  contact_how text constraint authority_request_contact_how_check check (char_length(contact_how) <= 160),
  asked_on date,
  asked text[] constraint authority_request_asked_check check (asked <@ array['intelligence', 'risk', 'missing', 'police', 'panel', 'health', 'other']::text[]),
  question text constraint authority_request_question_check check (char_length(question) <= 20000),
  lives_there boolean,
  article6 text constraint authority_request_article6_check check (article6 in ('6.1.a', '6.1.c', '6.1.d', '6.1.e', '6.1.ea', '6.1.f')),
  duty text constraint authority_request_duty_check check (duty in ('none', 'ca2004.s16LA', 'ca1989.s47', 'ca1989.s27', 'ca2004.s10', 'ca2004.s11', 'courtOrder', 'other')),
  article9 text constraint authority_request_article9_check check (article9 in ('9.2.a', '9.2.b', '9.2.c', '9.2.f', '9.2.g', '9.2.h')),
  schedule1 text constraint authority_request_schedule1_check check (schedule1 in ('para1', 'para2', 'para6', 'para10', 'para18')),
  article10 text constraint authority_request_article10_check check (article10 in ('s10.5', 'official')),
  received_on date,
  answer text constraint authority_request_answer_check check (answer in ('given', 'partly', 'nothingKnown', 'refused')),
  answered_on date,
  told text constraint authority_request_told_check check (char_length(told) <= 20000),
  why_not text constraint authority_request_why_not_check check (why_not in ('moreDetrimental', 'risk', 'inquiry', 'notNecessary', 'noBasis', 'notHeld', 'asDescribed')),
  updated_on date,
  update text constraint authority_request_update_check check (char_length(update) <= 20000),
  health_told_on date,
  health_told text constraint authority_request_health_told_check check (char_length(health_told) <= 200),
  closed_note text constraint authority_request_closed_note_check check (char_length(closed_note) <= 20000),
  mistaken_why text constraint authority_request_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index authority_request_due on canopy.authority_request (next_due_at, reference) where closed_at is null;
create index authority_request_event on canopy.authority_request (asked_on);
create index authority_request_state on canopy.authority_request (state);
create index authority_request_updated on canopy.authority_request (updated_at);
create index authority_request_stood on canopy.authority_request using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index authority_request_person on canopy.authority_request (person);
comment on table canopy.authority_request is 'What one authority asks another about an exploited child; what goes out has a record of sharing besides';

create table canopy.authority_request_history (
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
  person uuid,
  name text,
  born_on date,
  sex text,
  ethnicity text,
  age integer,
  age_band text,
  direction text,
  authority text,
  contact_name text,
  contact_how text,
  asked_on date,
  asked text[],
  question text,
  lives_there boolean,
  article6 text,
  duty text,
  article9 text,
  schedule1 text,
  article10 text,
  received_on date,
  answer text,
  answered_on date,
  told text,
  why_not text,
  updated_on date,
  update text,
  health_told_on date,
  health_told text,
  closed_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index authority_request_history_updated on canopy.authority_request_history (updated_at);
comment on table canopy.authority_request_history is 'Every version of every request between authorities: what was known when, who wrote it, in which words it was asked';

create table canopy.authority_request_clock (
  id uuid not null,
  record_id uuid not null references canopy.authority_request (id),
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
create index authority_request_clock_record on canopy.authority_request_clock (record_id) where superseded_at is null;
create index authority_request_clock_due on canopy.authority_request_clock (clock, due_on) where superseded_at is null;
create index authority_request_clock_stood on canopy.authority_request_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.authority_request_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.adolescent_support (
  id uuid not null,
  reference text not null,
  state text not null constraint adolescent_support_state_check check (state in ('referred', 'waiting', 'working', 'ended', 'notTaken', 'recordedInError')),
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
  person uuid,
  name text constraint adolescent_support_name_check check (char_length(name) <= 250),
  born_on date,
  sex text constraint adolescent_support_sex_check check (sex in ('female', 'male', 'unknown')),
  ethnicity text constraint adolescent_support_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  age integer constraint adolescent_support_age_check check (age between 0 and 120),
  age_band text constraint adolescent_support_age_band_check check (age_band in ('under10', 'from10', 'from13', 'from16', 'adult', 'notKnown')),
  referred_on date,
  concern text[] constraint adolescent_support_concern_check check (concern <@ array['CSE', 'CCE', 'SYV', 'HSB', 'GANG', 'MSHT', 'ONLINE', 'RAD', 'FGM', 'FM', 'HBA', 'CALFB', 'EFH']::text[]),
  situation text constraint adolescent_support_situation_check check (char_length(situation) <= 20000),
  plan_at_start text constraint adolescent_support_plan_at_start_check check (plan_at_start in ('lookedAfter', 'childProtection', 'childInNeed', 'earlyHelp', 'none')),
  decided_on date,
  why_not_taken text constraint adolescent_support_why_not_taken_check check (why_not_taken in ('noConsent', 'otherService', 'notMet', 'noPlan', 'tooHigh', 'full', 'moved', 'notReached', 'other')),
  why_not_taken_note text constraint adolescent_support_why_not_taken_note_check check (char_length(why_not_taken_note) <= 20000),
  agreed_by text constraint adolescent_support_agreed_by_check check (char_length(agreed_by) <= 20000),
  worker uuid references canopy.account (id),
  started_on date,
  days_waited integer constraint adolescent_support_days_waited_check check (days_waited between 0 and 3650),
  aims text constraint adolescent_support_aims_check check (char_length(aims) <= 20000),
  ended_on date,
  plan_at_end text constraint adolescent_support_plan_at_end_check check (plan_at_end in ('lookedAfter', 'childProtection', 'childInNeed', 'earlyHelp', 'none')),
  outcome text constraint adolescent_support_outcome_check check (outcome in ('stepDown', 'steady', 'stepUp', 'withdrew', 'moved', 'adult')),
  child_view text constraint adolescent_support_child_view_check check (char_length(child_view) <= 20000),
  end_note text constraint adolescent_support_end_note_check check (char_length(end_note) <= 20000),
  mistaken_why text constraint adolescent_support_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index adolescent_support_due on canopy.adolescent_support (next_due_at, reference) where closed_at is null;
create index adolescent_support_event on canopy.adolescent_support (referred_on);
create index adolescent_support_state on canopy.adolescent_support (state);
create index adolescent_support_updated on canopy.adolescent_support (updated_at);
create index adolescent_support_stood on canopy.adolescent_support using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index adolescent_support_person on canopy.adolescent_support (person);
comment on table canopy.adolescent_support is 'Intensive support around a young person, from referral to outcome; each one not taken on has a reason';

create table canopy.adolescent_support_history (
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
  person uuid,
  name text,
  born_on date,
  sex text,
  ethnicity text,
  age integer,
  age_band text,
  referred_on date,
  concern text[],
  situation text,
  plan_at_start text,
  decided_on date,
  why_not_taken text,
  why_not_taken_note text,
  agreed_by text,
  worker uuid,
  started_on date,
  days_waited integer,
  aims text,
  ended_on date,
  plan_at_end text,
  outcome text,
  child_view text,
  end_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index adolescent_support_history_updated on canopy.adolescent_support_history (updated_at);
comment on table canopy.adolescent_support_history is 'Every version of every adolescent support: what was known when, who wrote it, in which words it was asked';

create table canopy.adolescent_support_clock (
  id uuid not null,
  record_id uuid not null references canopy.adolescent_support (id),
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
create index adolescent_support_clock_record on canopy.adolescent_support_clock (record_id) where superseded_at is null;
create index adolescent_support_clock_due on canopy.adolescent_support_clock (clock, due_on) where superseded_at is null;
create index adolescent_support_clock_stood on canopy.adolescent_support_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.adolescent_support_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.adolescent_support_interventions (
  id uuid not null,
  record_id uuid not null references canopy.adolescent_support (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  given_on date,
  intervention text constraint adolescent_support_interventions_intervention_check check (intervention in ('respite', 'parenting', 'crisis', 'home', 'trauma', 'school', 'reflective', 'formulation', 'workExperience', 'housing', 'psychological', 'advocacy', 'planning', 'other')),
  for_whom text[] constraint adolescent_support_interventions_for_whom_check check (for_whom <@ array['child', 'parent', 'family', 'school', 'network']::text[]),
  note text constraint adolescent_support_interventions_note_check check (char_length(note) <= 20000),
  primary key (id)
);
create index adolescent_support_interventions_record on canopy.adolescent_support_interventions (record_id);
comment on table canopy.adolescent_support_interventions is 'What was done, when and for whom';

create table canopy.sexual_behaviour_consultation (
  id uuid not null,
  reference text not null,
  state text not null constraint sexual_behaviour_consultation_state_check check (state in ('held', 'followedUp', 'ended', 'recordedInError')),
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
  held_on date,
  setting uuid references canopy.agency (id),
  setting_other text constraint sexual_behaviour_consultation_setting_other_check check (char_length(setting_other) <= 160),
  asked_by text constraint sexual_behaviour_consultation_asked_by_check check (char_length(asked_by) <= 200),
  behaviour text constraint sexual_behaviour_consultation_behaviour_check check (behaviour in ('developmental', 'inappropriate', 'problematic', 'abusive', 'violent')),
  contexts text[] constraint sexual_behaviour_consultation_contexts_check check (contexts <@ array['betweenChildren', 'online', 'group', 'family', 'towardsAdult', 'alone']::text[]),
  children text constraint sexual_behaviour_consultation_children_check check (children in ('under10', 'from10', 'from13', 'notKnown')),
  situation text constraint sexual_behaviour_consultation_situation_check check (char_length(situation) <= 20000),
  advice text constraint sexual_behaviour_consultation_advice_check check (char_length(advice) <= 20000),
  next text[] constraint sexual_behaviour_consultation_next_check check (next <@ array['teaching', 'safetyPlan', 'report', 'concern', 'therapy', 'police', 'nothing']::text[]),
  follow_up_on date,
  followed_up_on date,
  helped text constraint sexual_behaviour_consultation_helped_check check (helped in ('yes', 'partly', 'no', 'notTried')),
  follow_up_note text constraint sexual_behaviour_consultation_follow_up_note_check check (char_length(follow_up_note) <= 20000),
  mistaken_why text constraint sexual_behaviour_consultation_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index sexual_behaviour_consultation_due on canopy.sexual_behaviour_consultation (next_due_at, reference) where closed_at is null;
create index sexual_behaviour_consultation_event on canopy.sexual_behaviour_consultation (held_on);
create index sexual_behaviour_consultation_state on canopy.sexual_behaviour_consultation (state);
create index sexual_behaviour_consultation_updated on canopy.sexual_behaviour_consultation (updated_at);
create index sexual_behaviour_consultation_stood on canopy.sexual_behaviour_consultation using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.sexual_behaviour_consultation is 'Advice to a setting about sexual behaviour of children, without a child: restricted, and no list of suspects';

create table canopy.sexual_behaviour_consultation_history (
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
  held_on date,
  setting uuid,
  setting_other text,
  asked_by text,
  behaviour text,
  contexts text[],
  children text,
  situation text,
  advice text,
  next text[],
  follow_up_on date,
  followed_up_on date,
  helped text,
  follow_up_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index sexual_behaviour_consultation_history_updated on canopy.sexual_behaviour_consultation_history (updated_at);
comment on table canopy.sexual_behaviour_consultation_history is 'Every version of every sexual behaviour consultation: what was known when, who wrote it, in which words it was asked';

create table canopy.sexual_behaviour_consultation_clock (
  id uuid not null,
  record_id uuid not null references canopy.sexual_behaviour_consultation (id),
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
create index sexual_behaviour_consultation_clock_record on canopy.sexual_behaviour_consultation_clock (record_id) where superseded_at is null;
create index sexual_behaviour_consultation_clock_due on canopy.sexual_behaviour_consultation_clock (clock, due_on) where superseded_at is null;
create index sexual_behaviour_consultation_clock_stood on canopy.sexual_behaviour_consultation_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.sexual_behaviour_consultation_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.borough_briefing (
  id uuid not null,
  reference text not null,
  state text not null constraint borough_briefing_state_check check (state in ('planned', 'held', 'evaluated', 'calledOff', 'recordedInError')),
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
  held_on date,
  topic text constraint borough_briefing_topic_check check (char_length(topic) <= 160),
  how text constraint borough_briefing_how_check check (how in ('online', 'room', 'both')),
  held_as_planned boolean,
  feedback_asked_on date,
  evaluated_on date,
  evaluation text constraint borough_briefing_evaluation_check check (char_length(evaluation) <= 20000),
  goes_on text[] constraint borough_briefing_goes_on_check check (goes_on <@ array['asIs', 'format', 'content', 'audience', 'often']::text[]),
  called_off_why text constraint borough_briefing_called_off_why_check check (char_length(called_off_why) <= 20000),
  mistaken_why text constraint borough_briefing_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index borough_briefing_due on canopy.borough_briefing (next_due_at, reference) where closed_at is null;
create index borough_briefing_event on canopy.borough_briefing (held_on);
create index borough_briefing_state on canopy.borough_briefing (state);
create index borough_briefing_updated on canopy.borough_briefing (updated_at);
create index borough_briefing_stood on canopy.borough_briefing using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.borough_briefing is 'What happens in the borough, told to partners who are at no panel; nobody is named';

create table canopy.borough_briefing_history (
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
  held_on date,
  topic text,
  how text,
  held_as_planned boolean,
  feedback_asked_on date,
  evaluated_on date,
  evaluation text,
  goes_on text[],
  called_off_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index borough_briefing_history_updated on canopy.borough_briefing_history (updated_at);
comment on table canopy.borough_briefing_history is 'Every version of every borough briefing: what was known when, who wrote it, in which words it was asked';

create table canopy.borough_briefing_clock (
  id uuid not null,
  record_id uuid not null references canopy.borough_briefing (id),
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
create index borough_briefing_clock_record on canopy.borough_briefing_clock (record_id) where superseded_at is null;
create index borough_briefing_clock_due on canopy.borough_briefing_clock (clock, due_on) where superseded_at is null;
create index borough_briefing_clock_stood on canopy.borough_briefing_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.borough_briefing_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.borough_briefing_content (
  id uuid not null,
  record_id uuid not null references canopy.borough_briefing (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  source text constraint borough_briefing_content_source_check check (source in ('police', 'sexualExploitation', 'gangsAnalyst', 'gangsTeam', 'communitySafety', 'youthJustice', 'other')),
  told text constraint borough_briefing_content_told_check check (char_length(told) <= 20000),
  primary key (id)
);
create index borough_briefing_content_record on canopy.borough_briefing_content (record_id);
create unique index borough_briefing_content_current on canopy.borough_briefing_content (record_id, source) where superseded_at is null;
comment on table canopy.borough_briefing_content is 'What each source told; told again, it takes the place of what it told before';

create table canopy.borough_briefing_audience (
  id uuid not null,
  record_id uuid not null references canopy.borough_briefing (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  place_agency uuid references canopy.agency (id),
  place_other text constraint borough_briefing_audience_place_other_check check (char_length(place_other) <= 160),
  job text constraint borough_briefing_audience_job_check check (char_length(job) <= 120),
  how_many integer constraint borough_briefing_audience_how_many_check check (how_many between 1 and 200),
  attended boolean,
  primary key (id)
);
create index borough_briefing_audience_record on canopy.borough_briefing_audience (record_id);
comment on table canopy.borough_briefing_audience is 'Who was invited and came, by agency and job';

create table canopy.borough_briefing_feedback (
  id uuid not null,
  record_id uuid not null references canopy.borough_briefing (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  from_agency uuid references canopy.agency (id),
  useful text constraint borough_briefing_feedback_useful_check check (useful in ('very', 'some', 'little', 'none')),
  changed text constraint borough_briefing_feedback_changed_check check (char_length(changed) <= 20000),
  wanted text constraint borough_briefing_feedback_wanted_check check (char_length(wanted) <= 20000),
  primary key (id)
);
create index borough_briefing_feedback_record on canopy.borough_briefing_feedback (record_id);
comment on table canopy.borough_briefing_feedback is 'Answers of the audience';

create table canopy.trafficking_risk_order (
  id uuid not null,
  reference text not null,
  state text not null constraint trafficking_risk_order_state_check check (state in ('inForce', 'ended', 'recordedInError')),
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
  subject text constraint trafficking_risk_order_subject_check check (char_length(subject) <= 200),
  subject_born_on date,
  person uuid,
  kind text constraint trafficking_risk_order_kind_check check (kind in ('risk', 'interimRisk', 'prevention')),
  county_lines boolean,
  court text constraint trafficking_risk_order_court_check check (char_length(court) <= 160),
  made_on date,
  expires_on date,
  condition_kinds text[] constraint trafficking_risk_order_condition_kinds_check check (condition_kinds <@ array['contact', 'area', 'phones', 'travel', 'vehicles', 'address', 'other']::text[]),
  conditions text constraint trafficking_risk_order_conditions_check check (char_length(conditions) <= 20000),
  decided_on date,
  renewal text constraint trafficking_risk_order_renewal_check check (renewal in ('renew', 'letEnd')),
  renewal_why text constraint trafficking_risk_order_renewal_why_check check (char_length(renewal_why) <= 20000),
  breached_on date,
  breach text constraint trafficking_risk_order_breach_check check (char_length(breach) <= 20000),
  ended_on date,
  ended_why text constraint trafficking_risk_order_ended_why_check check (ended_why in ('expired', 'discharged', 'replaced')),
  mistaken_why text constraint trafficking_risk_order_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index trafficking_risk_order_due on canopy.trafficking_risk_order (next_due_at, reference) where closed_at is null;
create index trafficking_risk_order_event on canopy.trafficking_risk_order (made_on);
create index trafficking_risk_order_state on canopy.trafficking_risk_order (state);
create index trafficking_risk_order_updated on canopy.trafficking_risk_order (updated_at);
create index trafficking_risk_order_stood on canopy.trafficking_risk_order using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index trafficking_risk_order_person on canopy.trafficking_risk_order (person);
comment on table canopy.trafficking_risk_order is 'An order of a court against an adult; no child stands here';

create table canopy.trafficking_risk_order_history (
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
  subject text,
  subject_born_on date,
  person uuid,
  kind text,
  county_lines boolean,
  court text,
  made_on date,
  expires_on date,
  condition_kinds text[],
  conditions text,
  decided_on date,
  renewal text,
  renewal_why text,
  breached_on date,
  breach text,
  ended_on date,
  ended_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index trafficking_risk_order_history_updated on canopy.trafficking_risk_order_history (updated_at);
comment on table canopy.trafficking_risk_order_history is 'Every version of every trafficking risk order: what was known when, who wrote it, in which words it was asked';

create table canopy.trafficking_risk_order_clock (
  id uuid not null,
  record_id uuid not null references canopy.trafficking_risk_order (id),
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
create index trafficking_risk_order_clock_record on canopy.trafficking_risk_order_clock (record_id) where superseded_at is null;
create index trafficking_risk_order_clock_due on canopy.trafficking_risk_order_clock (clock, due_on) where superseded_at is null;
create index trafficking_risk_order_clock_stood on canopy.trafficking_risk_order_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.trafficking_risk_order_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

alter table canopy.sharing add column authority_request uuid;

alter table canopy.sharing_history add column authority_request uuid;

CREATE INDEX sharing_authority_request ON canopy.sharing USING btree (authority_request);
