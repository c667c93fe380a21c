-- Police assurance, survivors, awareness and Operation Encompass to its end: searches of children, inspections and what is learned from
-- them, workshops in schools, Prevent; advocates for survivors and campaigns; which schools have joined, and several children of
-- one incident.

create table canopy.operation_encompass_siblings (
  id uuid not null,
  record_id uuid not null references canopy.operation_encompass (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  sibling_given_name text constraint operation_encompass_siblings_sibling_given_name_check check (char_length(sibling_given_name) <= 200),
  sibling_family_name text constraint operation_encompass_siblings_sibling_family_name_check check (char_length(sibling_family_name) <= 200),
  sibling_born_on date,
  sibling_setting_type text constraint operation_encompass_siblings_sibling_setting_type_check check (sibling_setting_type in ('primary', 'secondary', 'allThrough', 'special', 'pupilReferral', 'independent', 'college', 'home', 'none', 'notKnown')),
  sibling_school uuid references canopy.agency (id),
  sibling_joined text constraint operation_encompass_siblings_sibling_joined_check check (sibling_joined in ('joined', 'notJoined')),
  sibling_why_not_joined text constraint operation_encompass_siblings_sibling_why_not_joined_check check (sibling_why_not_joined in ('noAgreement', 'notTrained', 'outsideArea', 'independent', 'declined', 'notKnown')),
  sibling_route text constraint operation_encompass_siblings_sibling_route_check check (sibling_route in ('schoolDirectly', 'throughCouncil')),
  sibling_council uuid references canopy.agency (id),
  sibling_voice text constraint operation_encompass_siblings_sibling_voice_check check (char_length(sibling_voice) <= 20000),
  sibling_circumstances text constraint operation_encompass_siblings_sibling_circumstances_check check (char_length(sibling_circumstances) <= 20000),
  primary key (id)
);
create index operation_encompass_siblings_record on canopy.operation_encompass_siblings (record_id);
comment on table canopy.operation_encompass_siblings is 'Another child of the same incident, who has a notification of their own; shown to no school';

create table canopy.encompass_school (
  id uuid not null,
  reference text not null,
  state text not null constraint encompass_school_state_check check (state in ('notJoined', 'joined', 'closed')),
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
  school uuid references canopy.agency (id),
  sector text constraint encompass_school_sector_check check (sector in ('state', 'independent')),
  phase text constraint encompass_school_phase_check check (phase in ('nursery', 'primary', 'secondary', 'allThrough', 'special', 'college')),
  listed_on date,
  why_not_joined text constraint encompass_school_why_not_joined_check check (why_not_joined in ('noAgreement', 'notTrained', 'outsideArea', 'independent', 'declined', 'notKnown')),
  agreement_on date,
  trained_on date,
  joined_on date,
  left_on date,
  closed_on date,
  follows uuid references canopy.agency (id),
  primary key (id),
  unique (reference)
);
create index encompass_school_due on canopy.encompass_school (next_due_at, reference) where closed_at is null;
create index encompass_school_event on canopy.encompass_school (listed_on);
create index encompass_school_state on canopy.encompass_school (state);
create index encompass_school_updated on canopy.encompass_school (updated_at);
create index encompass_school_stood on canopy.encompass_school using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create unique index encompass_school_one_per on canopy.encompass_school (school) where state not in ('closed');
comment on table canopy.encompass_school is 'Whether each school has joined Operation Encompass; coverage is counted over it. It names nobody';

create table canopy.encompass_school_history (
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
  school uuid,
  sector text,
  phase text,
  listed_on date,
  why_not_joined text,
  agreement_on date,
  trained_on date,
  joined_on date,
  left_on date,
  closed_on date,
  follows uuid,
  primary key (history_id),
  unique (id, version)
);
create index encompass_school_history_updated on canopy.encompass_school_history (updated_at);
comment on table canopy.encompass_school_history is 'Every version of every school in operation encompass: what was known when, who wrote it, in which words it was asked';

create table canopy.encompass_school_clock (
  id uuid not null,
  record_id uuid not null references canopy.encompass_school (id),
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
create index encompass_school_clock_record on canopy.encompass_school_clock (record_id) where superseded_at is null;
create index encompass_school_clock_due on canopy.encompass_school_clock (clock, due_on) where superseded_at is null;
create index encompass_school_clock_stood on canopy.encompass_school_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.encompass_school_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.survivor_support (
  id uuid not null,
  reference text not null,
  state text not null constraint survivor_support_state_check check (state in ('referred', 'supported', 'ended', 'notTaken', 'notReached', 'recordedInError')),
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
  name text constraint survivor_support_name_check check (char_length(name) <= 200),
  referred_on date,
  referred_by text constraint survivor_support_referred_by_check check (referred_by in ('police', 'dailyMeeting', 'contactTeam', 'health', 'housing', 'school', 'socialCare', 'voluntary', 'self', 'other')),
  daily_case uuid,
  dash_score integer constraint survivor_support_dash_score_check check (dash_score between 0 and 27),
  level text constraint survivor_support_level_check check (level in ('standard', 'medium', 'high')),
  children_count integer constraint survivor_support_children_count_check check (children_count between 0 and 20),
  ethnicity text constraint survivor_support_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  safe_ways text[] constraint survivor_support_safe_ways_check check (safe_ways <@ array['phone', 'message', 'email', 'inPerson', 'throughAnother']::text[]),
  safe_contact text constraint survivor_support_safe_contact_check check (char_length(safe_contact) <= 20000),
  first_contact_at timestamptz,
  engagement text constraint survivor_support_engagement_check check (engagement in ('engaged', 'notEngaged', 'notReached')),
  needs text[] constraint survivor_support_needs_check check (needs <@ array['safety', 'housing', 'court', 'money', 'children', 'health', 'immigration', 'other']::text[]),
  not_engaged_why text constraint survivor_support_not_engaged_why_check check (not_engaged_why in ('notNow', 'otherSupport', 'unsafe', 'afraidOfServices', 'waitedTooLong', 'noRightService', 'notSaid')),
  safer_why text constraint survivor_support_safer_why_check check (char_length(safer_why) <= 20000),
  planned_on date,
  plan_parts text[] constraint survivor_support_plan_parts_check check (plan_parts <@ array['home', 'moved', 'order', 'phone', 'code', 'children', 'school', 'work']::text[]),
  plan text constraint survivor_support_plan_check check (char_length(plan) <= 20000),
  ended_on date,
  outcome text constraint survivor_support_outcome_check check (outcome in ('safer', 'passedOn', 'stopped', 'moved', 'lostTouch', 'other')),
  end_note text constraint survivor_support_end_note_check check (char_length(end_note) <= 20000),
  taken_back_on date,
  mistaken_why text constraint survivor_support_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index survivor_support_due on canopy.survivor_support (next_due_at, reference) where closed_at is null;
create index survivor_support_event on canopy.survivor_support (referred_on);
create index survivor_support_state on canopy.survivor_support (state);
create index survivor_support_updated on canopy.survivor_support (updated_at);
create index survivor_support_stood on canopy.survivor_support using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index survivor_support_daily_case on canopy.survivor_support (daily_case);
comment on table canopy.survivor_support is 'A survivor supported by an advocate''s service. There is no column for an address or for the person causing harm, on purpose';

create table canopy.survivor_support_history (
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
  referred_on date,
  referred_by text,
  daily_case uuid,
  dash_score integer,
  level text,
  children_count integer,
  ethnicity text,
  safe_ways text[],
  safe_contact text,
  first_contact_at timestamptz,
  engagement text,
  needs text[],
  not_engaged_why text,
  safer_why text,
  planned_on date,
  plan_parts text[],
  plan text,
  ended_on date,
  outcome text,
  end_note text,
  taken_back_on date,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index survivor_support_history_updated on canopy.survivor_support_history (updated_at);
comment on table canopy.survivor_support_history is 'Every version of every support for a survivor: what was known when, who wrote it, in which words it was asked';

create table canopy.survivor_support_clock (
  id uuid not null,
  record_id uuid not null references canopy.survivor_support (id),
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
create index survivor_support_clock_record on canopy.survivor_support_clock (record_id) where superseded_at is null;
create index survivor_support_clock_due on canopy.survivor_support_clock (clock, due_on) where superseded_at is null;
create index survivor_support_clock_stood on canopy.survivor_support_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.survivor_support_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.survivor_support_tries (
  id uuid not null,
  record_id uuid not null references canopy.survivor_support (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  tried_at timestamptz,
  tried_by text constraint survivor_support_tries_tried_by_check check (tried_by in ('phone', 'message', 'email', 'inPerson', 'throughAnother')),
  reached boolean,
  tried_note text constraint survivor_support_tries_tried_note_check check (char_length(tried_note) <= 20000),
  primary key (id)
);
create index survivor_support_tries_record on canopy.survivor_support_tries (record_id);
comment on table canopy.survivor_support_tries is 'Tries to reach the survivor';

create table canopy.survivor_support_feedback (
  id uuid not null,
  record_id uuid not null references canopy.survivor_support (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  number integer constraint survivor_support_feedback_number_check check (number between 1 and 999),
  said_on date,
  said_about text constraint survivor_support_feedback_said_about_check check (said_about in ('advocate', 'meeting', 'police', 'health', 'socialCare', 'housing', 'court', 'other')),
  words text constraint survivor_support_feedback_words_check check (char_length(words) <= 20000),
  useful text constraint survivor_support_feedback_useful_check check (useful in ('helpful', 'partly', 'notHelpful', 'notSaid')),
  safer text constraint survivor_support_feedback_safer_check check (safer in ('safer', 'same', 'lessSafe', 'notSaid')),
  may_quote boolean,
  primary key (id)
);
create index survivor_support_feedback_record on canopy.survivor_support_feedback (record_id);
create unique index survivor_support_feedback_current on canopy.survivor_support_feedback (record_id, number) where superseded_at is null;
comment on table canopy.survivor_support_feedback is 'What the survivor said, in closed answers and own words; the words are read by the own service alone';

create table canopy.survivor_support_quotes (
  id uuid not null,
  record_id uuid not null references canopy.survivor_support (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  quoted integer constraint survivor_support_quotes_quoted_check check (quoted between 1 and 999),
  quote text constraint survivor_support_quotes_quote_check check (char_length(quote) <= 20000),
  primary key (id)
);
create index survivor_support_quotes_record on canopy.survivor_support_quotes (record_id);
create unique index survivor_support_quotes_current on canopy.survivor_support_quotes (record_id, quoted) where superseded_at is null;
comment on table canopy.survivor_support_quotes is 'Words offered to be quoted, with the consent of the survivor; superseded when it is taken back';

create table canopy.survivor_support_uses (
  id uuid not null,
  record_id uuid not null references canopy.survivor_support (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  used_quote integer constraint survivor_support_uses_used_quote_check check (used_quote between 1 and 999),
  used_on date,
  used_in text constraint survivor_support_uses_used_in_check check (char_length(used_in) <= 200),
  primary key (id)
);
create index survivor_support_uses_record on canopy.survivor_support_uses (record_id);
comment on table canopy.survivor_support_uses is 'Where they were quoted';

create table canopy.awareness_campaign (
  id uuid not null,
  reference text not null,
  state text not null constraint awareness_campaign_state_check check (state in ('running', 'ended')),
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
  title text constraint awareness_campaign_title_check check (char_length(title) <= 200),
  kind text constraint awareness_campaign_kind_check check (kind in ('codeWord', 'virtualConsultation', 'poster', 'staffGuide', 'other')),
  agency uuid references canopy.agency (id),
  audience text[] constraint awareness_campaign_audience_check check (audience <@ array['public', 'patients', 'staff', 'youngPeople', 'parents']::text[]),
  channels text[] constraint awareness_campaign_channels_check check (channels <@ array['intranet', 'noticeBoards', 'website', 'leaflets', 'training', 'inPerson']::text[]),
  material_version text constraint awareness_campaign_material_version_check check (char_length(material_version) <= 60),
  built_on text constraint awareness_campaign_built_on_check check (char_length(built_on) <= 200),
  started_on date,
  review_months integer constraint awareness_campaign_review_months_check check (review_months between 1 and 60),
  reach integer constraint awareness_campaign_reach_check check (reach between 0 and 1000000),
  ended_on date,
  ended_why text constraint awareness_campaign_ended_why_check check (char_length(ended_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index awareness_campaign_due on canopy.awareness_campaign (next_due_at, reference) where closed_at is null;
create index awareness_campaign_event on canopy.awareness_campaign (started_on);
create index awareness_campaign_state on canopy.awareness_campaign (state);
create index awareness_campaign_updated on canopy.awareness_campaign (updated_at);
create index awareness_campaign_stood on canopy.awareness_campaign using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.awareness_campaign is 'What an agency does so that people can say that they are abused; names nobody';

create table canopy.awareness_campaign_history (
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
  agency uuid,
  audience text[],
  channels text[],
  material_version text,
  built_on text,
  started_on date,
  review_months integer,
  reach integer,
  ended_on date,
  ended_why text,
  primary key (history_id),
  unique (id, version)
);
create index awareness_campaign_history_updated on canopy.awareness_campaign_history (updated_at);
comment on table canopy.awareness_campaign_history is 'Every version of every awareness campaign or guide: what was known when, who wrote it, in which words it was asked';

create table canopy.awareness_campaign_clock (
  id uuid not null,
  record_id uuid not null references canopy.awareness_campaign (id),
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
create index awareness_campaign_clock_record on canopy.awareness_campaign_clock (record_id) where superseded_at is null;
create index awareness_campaign_clock_due on canopy.awareness_campaign_clock (clock, due_on) where superseded_at is null;
create index awareness_campaign_clock_stood on canopy.awareness_campaign_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.awareness_campaign_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.awareness_campaign_counts (
  id uuid not null,
  record_id uuid not null references canopy.awareness_campaign (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  counted_from date,
  counted_to date,
  disclosure_unit text constraint awareness_campaign_counts_disclosure_unit_check check (disclosure_unit in ('usedCode', 'saidInConsultation', 'askedStaff', 'contacted')),
  disclosures integer constraint awareness_campaign_counts_disclosures_check check (disclosures between 0 and 100000),
  helped integer constraint awareness_campaign_counts_helped_check check (helped between 0 and 100000),
  primary key (id)
);
create index awareness_campaign_counts_record on canopy.awareness_campaign_counts (record_id);
comment on table canopy.awareness_campaign_counts is 'Disclosures made';

create table canopy.awareness_campaign_reviews (
  id uuid not null,
  record_id uuid not null references canopy.awareness_campaign (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  reviewed_on date,
  review_outcome text constraint awareness_campaign_reviews_review_outcome_check check (review_outcome in ('goesOn', 'changed', 'ends')),
  review_note text constraint awareness_campaign_reviews_review_note_check check (char_length(review_note) <= 20000),
  primary key (id)
);
create index awareness_campaign_reviews_record on canopy.awareness_campaign_reviews (record_id);
comment on table canopy.awareness_campaign_reviews is 'Reviews';

create table canopy.police_inspection (
  id uuid not null,
  reference text not null,
  state text not null constraint police_inspection_state_check check (state in ('recorded', 'shared', 'closed', 'recordedInError')),
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
  title text constraint police_inspection_title_check check (char_length(title) <= 200),
  kind text constraint police_inspection_kind_check check (kind in ('inspection', 'baseline', 'snapshot', 'sustainability', 'briefing')),
  team text constraint police_inspection_team_check check (team in ('dedicatedInspection', 'aegis', 'ownUnit', 'inspectorate', 'other')),
  level text constraint police_inspection_level_check check (level in ('level1', 'level2', 'level3')),
  inspected_on date,
  themes text[] constraint police_inspection_themes_check check (themes <@ array['domesticAbuse', 'childExploitation', 'indecentImages', 'childAbuse', 'missingChildren', 'sexualOffences', 'merlin', 'search', 'otherArea']::text[]),
  scope text constraint police_inspection_scope_check check (scope in ('forceWide', 'unit', 'both')),
  unit text constraint police_inspection_unit_check check (char_length(unit) <= 80),
  statement text constraint police_inspection_statement_check check (char_length(statement) <= 20000),
  covers_from date,
  covers_to date,
  valid_until date,
  attached_from date,
  attached_to date,
  shared_on date,
  shared_with text[] constraint police_inspection_shared_with_check check (shared_with <@ array['unitLeads', 'leadOfficers', 'policyMakers', 'learningBoard', 'partnership']::text[]),
  renewed_on date,
  mistaken_why text constraint police_inspection_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index police_inspection_due on canopy.police_inspection (next_due_at, reference) where closed_at is null;
create index police_inspection_event on canopy.police_inspection (inspected_on);
create index police_inspection_state on canopy.police_inspection (state);
create index police_inspection_updated on canopy.police_inspection (updated_at);
create index police_inspection_stood on canopy.police_inspection using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.police_inspection is 'What inspections and audits of police work found, and assurances with scope, period and end; names nobody';

create table canopy.police_inspection_history (
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
  team text,
  level text,
  inspected_on date,
  themes text[],
  scope text,
  unit text,
  statement text,
  covers_from date,
  covers_to date,
  valid_until date,
  attached_from date,
  attached_to date,
  shared_on date,
  shared_with text[],
  renewed_on date,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index police_inspection_history_updated on canopy.police_inspection_history (updated_at);
comment on table canopy.police_inspection_history is 'Every version of every inspection of police work: what was known when, who wrote it, in which words it was asked';

create table canopy.police_inspection_clock (
  id uuid not null,
  record_id uuid not null references canopy.police_inspection (id),
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
create index police_inspection_clock_record on canopy.police_inspection_clock (record_id) where superseded_at is null;
create index police_inspection_clock_due on canopy.police_inspection_clock (clock, due_on) where superseded_at is null;
create index police_inspection_clock_stood on canopy.police_inspection_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.police_inspection_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.police_inspection_results (
  id uuid not null,
  record_id uuid not null references canopy.police_inspection (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  part text constraint police_inspection_results_part_check check (part in ('forceWide', 'unit')),
  grade text constraint police_inspection_results_grade_check check (grade in ('outstanding', 'good', 'requiresImprovement', 'inadequate')),
  cases integer constraint police_inspection_results_cases_check check (cases between 0 and 10000),
  primary key (id)
);
create index police_inspection_results_record on canopy.police_inspection_results (record_id);
comment on table canopy.police_inspection_results is 'Cases by grade';

create table canopy.police_inspection_findings (
  id uuid not null,
  record_id uuid not null references canopy.police_inspection (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  number integer constraint police_inspection_findings_number_check check (number between 1 and 999),
  finding_kind text constraint police_inspection_findings_finding_kind_check check (finding_kind in ('strength', 'learning')),
  finding_part text constraint police_inspection_findings_finding_part_check check (finding_part in ('forceWide', 'unit')),
  finding text constraint police_inspection_findings_finding_check check (char_length(finding) <= 20000),
  primary key (id)
);
create index police_inspection_findings_record on canopy.police_inspection_findings (record_id);
create unique index police_inspection_findings_current on canopy.police_inspection_findings (record_id, number) where superseded_at is null;
comment on table canopy.police_inspection_findings is 'Findings';

create table canopy.police_inspection_passed (
  id uuid not null,
  record_id uuid not null references canopy.police_inspection (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  passed integer constraint police_inspection_passed_passed_check check (passed between 1 and 999),
  lesson text constraint police_inspection_passed_lesson_check check (char_length(lesson) <= 20000),
  learner uuid references canopy.agency (id),
  learning_owner uuid references canopy.account (id),
  primary key (id)
);
create index police_inspection_passed_record on canopy.police_inspection_passed (record_id);
comment on table canopy.police_inspection_passed is 'Passed on to be learned from';

create table canopy.police_inspection_actions (
  id uuid not null,
  record_id uuid not null references canopy.police_inspection (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  acted integer constraint police_inspection_actions_acted_check check (acted between 1 and 999),
  task text constraint police_inspection_actions_task_check check (char_length(task) <= 500),
  action_owner uuid references canopy.account (id),
  action_due_at timestamptz,
  primary key (id)
);
create index police_inspection_actions_record on canopy.police_inspection_actions (record_id);
comment on table canopy.police_inspection_actions is 'Actions agreed';

create table canopy.learning_item (
  id uuid not null,
  reference text not null,
  state text not null constraint learning_item_state_check check (state in ('found', 'passedOn', 'embedded', 'dropped')),
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
  origin text constraint learning_item_origin_check check (origin in ('inspection', 'review', 'search', 'complaint', 'caseAudit', 'other')),
  inspection uuid,
  identified_on date,
  finding text constraint learning_item_finding_check check (char_length(finding) <= 20000),
  lesson text constraint learning_item_lesson_check check (char_length(lesson) <= 20000),
  learner uuid references canopy.agency (id),
  owner uuid references canopy.account (id),
  due_from date,
  passed_on_on date,
  checked_on date,
  reached text constraint learning_item_reached_check check (reached in ('reached', 'partly', 'notReached')),
  dropped_why text constraint learning_item_dropped_why_check check (char_length(dropped_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index learning_item_due on canopy.learning_item (next_due_at, reference) where closed_at is null;
create index learning_item_event on canopy.learning_item (identified_on);
create index learning_item_state on canopy.learning_item (state);
create index learning_item_updated on canopy.learning_item (updated_at);
create index learning_item_stood on canopy.learning_item using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index learning_item_inspection on canopy.learning_item (inspection);
comment on table canopy.learning_item is 'What one agency has to learn: passed on, then checked by somebody else';

create table canopy.learning_item_history (
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
  origin text,
  inspection uuid,
  identified_on date,
  finding text,
  lesson text,
  learner uuid,
  owner uuid,
  due_from date,
  passed_on_on date,
  checked_on date,
  reached text,
  dropped_why text,
  primary key (history_id),
  unique (id, version)
);
create index learning_item_history_updated on canopy.learning_item_history (updated_at);
comment on table canopy.learning_item_history is 'Every version of every learning item: what was known when, who wrote it, in which words it was asked';

create table canopy.learning_item_clock (
  id uuid not null,
  record_id uuid not null references canopy.learning_item (id),
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
create index learning_item_clock_record on canopy.learning_item_clock (record_id) where superseded_at is null;
create index learning_item_clock_due on canopy.learning_item_clock (clock, due_on) where superseded_at is null;
create index learning_item_clock_stood on canopy.learning_item_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.learning_item_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.learning_item_passes (
  id uuid not null,
  record_id uuid not null references canopy.learning_item (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  passed_on date,
  audience text[] constraint learning_item_passes_audience_check check (audience <@ array['frontLine', 'publicProtection', 'schoolsOfficers', 'supervisors', 'custody', 'newRecruits', 'otherStaff']::text[]),
  way text constraint learning_item_passes_way_check check (way in ('briefing', 'training', 'oneToOne', 'message', 'change')),
  people integer constraint learning_item_passes_people_check check (people between 0 and 100000),
  primary key (id)
);
create index learning_item_passes_record on canopy.learning_item_passes (record_id);
comment on table canopy.learning_item_passes is 'Passed on to';

create table canopy.learning_item_checked (
  id uuid not null,
  record_id uuid not null references canopy.learning_item (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  check_on date,
  how text constraint learning_item_checked_how_check check (how in ('dipSample', 'asked', 'observed', 'data')),
  check_reached text constraint learning_item_checked_check_reached_check check (check_reached in ('reached', 'partly', 'notReached')),
  seen text constraint learning_item_checked_seen_check check (char_length(seen) <= 20000),
  primary key (id)
);
create index learning_item_checked_record on canopy.learning_item_checked (record_id);
comment on table canopy.learning_item_checked is 'Checks';

create table canopy.police_search (
  id uuid not null,
  reference text not null,
  state text not null constraint police_search_state_check check (state in ('recorded', 'reviewed', 'closed', 'recordedInError')),
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
  police_reference text constraint police_search_police_reference_check check (char_length(police_reference) <= 40),
  searched_at timestamptz,
  kind text constraint police_search_kind_check check (kind in ('stopAndSearch', 'moreThorough', 'intimateParts', 'custodyStrip')),
  place text constraint police_search_place_check check (place in ('street', 'school', 'home', 'vehicle', 'transport', 'station', 'other')),
  ward text constraint police_search_ward_check check (char_length(ward) <= 60),
  child_number text constraint police_search_child_number_check check (char_length(child_number) <= 40),
  age integer constraint police_search_age_check check (age between 0 and 17),
  sex text constraint police_search_sex_check check (sex in ('female', 'male', 'unknown')),
  ethnicity text constraint police_search_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  earlier_searches integer constraint police_search_earlier_searches_check check (earlier_searches between 0 and 1000000),
  grounds text constraint police_search_grounds_check check (grounds in ('drugs', 'weapons', 'stolen', 'firearms', 'noSuspicion', 'arrested', 'other')),
  found text constraint police_search_found_check check (found in ('nothing', 'drugs', 'weapon', 'stolen', 'other')),
  result text constraint police_search_result_check check (result in ('noAction', 'advice', 'interview', 'arrest', 'other')),
  footage text constraint police_search_footage_check check (footage in ('recorded', 'notRecorded', 'notKnown')),
  authorised_by text constraint police_search_authorised_by_check check (authorised_by in ('inspector', 'sergeant', 'nobody', 'notKnown')),
  adult text constraint police_search_adult_check check (adult in ('present', 'urgent', 'childChose', 'absent')),
  adult_absent_why text constraint police_search_adult_absent_why_check check (char_length(adult_absent_why) <= 20000),
  parent_told text constraint police_search_parent_told_check check (parent_told in ('told', 'notYet', 'unsafe')),
  footage_asked_on date,
  footage_reviewed_on date,
  footage_seen_by text[] constraint police_search_footage_seen_by_check check (footage_seen_by <@ array['supervisor', 'youthJustice', 'monitoringGroup', 'professionalStandards']::text[]),
  footage_finding text constraint police_search_footage_finding_check check (footage_finding in ('proper', 'learning', 'notProper', 'cannotTell')),
  footage_note text constraint police_search_footage_note_check check (char_length(footage_note) <= 20000),
  footage_reviewed_by uuid references canopy.account (id),
  complained_on date,
  complaint_from text constraint police_search_complaint_from_check check (complaint_from in ('child', 'parent', 'youthJustice', 'other')),
  complaint_outcome text constraint police_search_complaint_outcome_check check (complaint_outcome in ('upheld', 'partly', 'notUpheld', 'withdrawn')),
  complaint_ended_on date,
  given_name text constraint police_search_given_name_check check (char_length(given_name) <= 200),
  family_name text constraint police_search_family_name_check check (char_length(family_name) <= 200),
  born_on date,
  worry text constraint police_search_worry_check check (worry in ('physicalHarm', 'emotionalHarm', 'sexualHarm', 'neglect', 'domesticAbuse', 'harmOutsideHome', 'missing', 'mentalHealth', 'parentalNeed', 'disability', 'housingMoney', 'other')),
  what_happened text constraint police_search_what_happened_check check (char_length(what_happened) <= 20000),
  safe_now text constraint police_search_safe_now_check check (safe_now in ('yes', 'no', 'notKnown')),
  family_knows text constraint police_search_family_knows_check check (char_length(family_knows) <= 20000),
  consent text constraint police_search_consent_check check (consent in ('agreed', 'refused', 'notSought')),
  why_not_sought text constraint police_search_why_not_sought_check check (why_not_sought in ('riskOfHarm', 'flightRisk', 'evidence', 'undueDelay', 'unableToContact')),
  referred_at timestamptz,
  contact uuid,
  person uuid,
  mistaken_why text constraint police_search_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index police_search_due on canopy.police_search (next_due_at, reference) where closed_at is null;
create index police_search_event on canopy.police_search (searched_at);
create index police_search_state on canopy.police_search (state);
create index police_search_updated on canopy.police_search (updated_at);
create index police_search_stood on canopy.police_search using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index police_search_contact on canopy.police_search (contact);
create index police_search_person on canopy.police_search (person);
comment on table canopy.police_search is 'A search of a child by the police, for assurance. Names stand here only where the child was referred to the contact team';

create table canopy.police_search_history (
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
  police_reference text,
  searched_at timestamptz,
  kind text,
  place text,
  ward text,
  child_number text,
  age integer,
  sex text,
  ethnicity text,
  earlier_searches integer,
  grounds text,
  found text,
  result text,
  footage text,
  authorised_by text,
  adult text,
  adult_absent_why text,
  parent_told text,
  footage_asked_on date,
  footage_reviewed_on date,
  footage_seen_by text[],
  footage_finding text,
  footage_note text,
  footage_reviewed_by uuid,
  complained_on date,
  complaint_from text,
  complaint_outcome text,
  complaint_ended_on date,
  given_name text,
  family_name text,
  born_on date,
  worry text,
  what_happened text,
  safe_now text,
  family_knows text,
  consent text,
  why_not_sought text,
  referred_at timestamptz,
  contact uuid,
  person uuid,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index police_search_history_updated on canopy.police_search_history (updated_at);
comment on table canopy.police_search_history is 'Every version of every search of a child: what was known when, who wrote it, in which words it was asked';

create table canopy.police_search_clock (
  id uuid not null,
  record_id uuid not null references canopy.police_search (id),
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
create index police_search_clock_record on canopy.police_search_clock (record_id) where superseded_at is null;
create index police_search_clock_due on canopy.police_search_clock (clock, due_on) where superseded_at is null;
create index police_search_clock_stood on canopy.police_search_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.police_search_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.school_workshop (
  id uuid not null,
  reference text not null,
  state text not null constraint school_workshop_state_check check (state in ('planned', 'held', 'notHeld')),
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
  school uuid references canopy.agency (id),
  term text constraint school_workshop_term_check check (term in ('autumn', 'spring', 'summer')),
  topic text constraint school_workshop_topic_check check (topic in ('rights', 'violence', 'exploitation', 'online', 'hateCrime', 'transition', 'other')),
  audience text constraint school_workshop_audience_check check (audience in ('pupils', 'parents', 'staff', 'pupilsAndAdults')),
  planned_on date,
  led_by text[] constraint school_workshop_led_by_check check (led_by <@ array['schoolsOfficer', 'neighbourhood', 'youthWorker', 'youngPeople', 'teacher']::text[]),
  held_on date,
  pupils_reached integer constraint school_workshop_pupils_reached_check check (pupils_reached between 0 and 5000),
  cards_issued integer constraint school_workshop_cards_issued_check check (cards_issued between 0 and 5000),
  said text constraint school_workshop_said_check check (char_length(said) <= 20000),
  not_held_why text constraint school_workshop_not_held_why_check check (not_held_why in ('school', 'officer', 'weather', 'moved', 'other')),
  primary key (id),
  unique (reference)
);
create index school_workshop_due on canopy.school_workshop (next_due_at, reference) where closed_at is null;
create index school_workshop_event on canopy.school_workshop (planned_on);
create index school_workshop_state on canopy.school_workshop (state);
create index school_workshop_updated on canopy.school_workshop (updated_at);
create index school_workshop_stood on canopy.school_workshop using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.school_workshop is 'A workshop of the police in a school for one term; pupils are a count';

create table canopy.school_workshop_history (
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
  school uuid,
  term text,
  topic text,
  audience text,
  planned_on date,
  led_by text[],
  held_on date,
  pupils_reached integer,
  cards_issued integer,
  said text,
  not_held_why text,
  primary key (history_id),
  unique (id, version)
);
create index school_workshop_history_updated on canopy.school_workshop_history (updated_at);
comment on table canopy.school_workshop_history is 'Every version of every workshop in a school: what was known when, who wrote it, in which words it was asked';

create table canopy.school_workshop_clock (
  id uuid not null,
  record_id uuid not null references canopy.school_workshop (id),
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
create index school_workshop_clock_record on canopy.school_workshop_clock (record_id) where superseded_at is null;
create index school_workshop_clock_due on canopy.school_workshop_clock (clock, due_on) where superseded_at is null;
create index school_workshop_clock_stood on canopy.school_workshop_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.school_workshop_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.prevent_activity (
  id uuid not null,
  reference text not null,
  state text not null constraint prevent_activity_state_check check (state in ('planned', 'tookPlace', 'cancelled')),
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
  kind text constraint prevent_activity_kind_check check (kind in ('overview', 'training', 'lesson', 'counts')),
  title text constraint prevent_activity_title_check check (char_length(title) <= 200),
  agency uuid references canopy.agency (id),
  planned_on date,
  done_on date,
  attended integer constraint prevent_activity_attended_check check (attended between 0 and 100000),
  counts_from date,
  referrals integer constraint prevent_activity_referrals_check check (referrals between 0 and 10000),
  adopted integer constraint prevent_activity_adopted_check check (adopted between 0 and 10000),
  note text constraint prevent_activity_note_check check (char_length(note) <= 20000),
  cancelled_why text constraint prevent_activity_cancelled_why_check check (char_length(cancelled_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index prevent_activity_due on canopy.prevent_activity (next_due_at, reference) where closed_at is null;
create index prevent_activity_event on canopy.prevent_activity (planned_on);
create index prevent_activity_state on canopy.prevent_activity (state);
create index prevent_activity_updated on canopy.prevent_activity (updated_at);
create index prevent_activity_stood on canopy.prevent_activity using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.prevent_activity is 'What agencies do for their Prevent duty, and counts of referrals; names nobody';

create table canopy.prevent_activity_history (
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
  agency uuid,
  planned_on date,
  done_on date,
  attended integer,
  counts_from date,
  referrals integer,
  adopted integer,
  note text,
  cancelled_why text,
  primary key (history_id),
  unique (id, version)
);
create index prevent_activity_history_updated on canopy.prevent_activity_history (updated_at);
comment on table canopy.prevent_activity_history is 'Every version of every prevent activity: what was known when, who wrote it, in which words it was asked';

create table canopy.prevent_activity_clock (
  id uuid not null,
  record_id uuid not null references canopy.prevent_activity (id),
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
create index prevent_activity_clock_record on canopy.prevent_activity_clock (record_id) where superseded_at is null;
create index prevent_activity_clock_due on canopy.prevent_activity_clock (clock, due_on) where superseded_at is null;
create index prevent_activity_clock_stood on canopy.prevent_activity_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.prevent_activity_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';
