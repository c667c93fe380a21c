-- People: who they are, what they are to each other, which records are the same person, and who is restricted. Contacts say which
-- person they are about; the contact they were thought to repeat is told by the person both are about.

create table canopy.person (
  id uuid not null,
  reference text not null,
  state text not null constraint person_state_check check (state in ('current', 'merged', 'recordedInError')),
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
  known_on date,
  kind text constraint person_kind_check check (kind in ('child', 'adult', 'professional')),
  given_name text constraint person_given_name_check check (char_length(given_name) <= 120),
  family_name text constraint person_family_name_check check (char_length(family_name) <= 120),
  birth_known text constraint person_birth_known_check check (birth_known in ('exact', 'estimated', 'unborn', 'notKnown')),
  born_on date,
  expected_on date,
  sex text constraint person_sex_check check (sex in ('female', 'male', 'unknown')),
  gender text constraint person_gender_check check (gender in ('girlWoman', 'boyMan', 'selfDescribed', 'preferNotToSay', 'notAsked')),
  gender_words text constraint person_gender_words_check check (char_length(gender_words) <= 60),
  pronouns text constraint person_pronouns_check check (char_length(pronouns) <= 40),
  ethnicity text constraint person_ethnicity_check check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WRMA', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OARB', 'OOTH', 'REFU', 'NSTD', 'NOBT')),
  first_language text constraint person_first_language_check check (char_length(first_language) <= 60),
  interpreter text constraint person_interpreter_check check (interpreter in ('yes', 'sign', 'no', 'notKnown')),
  disability text[] constraint person_disability_check check (disability <@ array['NONE', 'MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'VIS', 'BEH', 'CON', 'AUT', 'DDA']::text[]),
  need text constraint person_need_check check (need in ('N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N0')),
  young_carer boolean,
  nhs_number text constraint person_nhs_number_check check (char_length(nhs_number) <= 14),
  upn text constraint person_upn_check check (char_length(upn) <= 16),
  why_no_upn text constraint person_why_no_upn_check check (why_no_upn in ('UN1', 'UN2', 'UN3', 'UN4', 'UN5')),
  gp text constraint person_gp_check check (char_length(gp) <= 160),
  address text constraint person_address_check check (char_length(address) <= 300),
  postcode text constraint person_postcode_check check (char_length(postcode) <= 10),
  died_on date,
  merged_into uuid,
  searched_for text constraint person_searched_for_check check (char_length(searched_for) <= 20000),
  mistaken_why text constraint person_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index person_due on canopy.person (next_due_at, reference) where closed_at is null;
create index person_event on canopy.person (known_on);
create index person_state on canopy.person (state);
create index person_updated on canopy.person (updated_at);
create index person_stood on canopy.person using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index person_merged_into on canopy.person (merged_into);
comment on table canopy.person is 'Person';

create table canopy.person_history (
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
  known_on date,
  kind text,
  given_name text,
  family_name text,
  birth_known text,
  born_on date,
  expected_on date,
  sex text,
  gender text,
  gender_words text,
  pronouns text,
  ethnicity text,
  first_language text,
  interpreter text,
  disability text[],
  need text,
  young_carer boolean,
  nhs_number text,
  upn text,
  why_no_upn text,
  gp text,
  address text,
  postcode text,
  died_on date,
  merged_into uuid,
  searched_for text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index person_history_updated on canopy.person_history (updated_at);
comment on table canopy.person_history is 'Every version of every person: what was known when, who wrote it, in which words it was asked';

create table canopy.person_clock (
  id uuid not null,
  record_id uuid not null references canopy.person (id),
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
create index person_clock_record on canopy.person_clock (record_id) where superseded_at is null;
create index person_clock_due on canopy.person_clock (clock, due_on) where superseded_at is null;
create index person_clock_stood on canopy.person_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.person_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.person_names (
  id uuid not null,
  record_id uuid not null references canopy.person (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  use text constraint person_names_use_check check (use in ('usual', 'previous', 'birth', 'alias', 'transliteration', 'mistaken')),
  name_given text constraint person_names_name_given_check check (char_length(name_given) <= 120),
  name_family text constraint person_names_name_family_check check (char_length(name_family) <= 120),
  since date,
  until date,
  primary key (id)
);
create index person_names_record on canopy.person_names (record_id);
comment on table canopy.person_names is 'Other names and names over time';

create table canopy.person_addresses (
  id uuid not null,
  record_id uuid not null references canopy.person (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  address_use text constraint person_addresses_address_use_check check (address_use in ('home', 'temporary', 'correspondence', 'refuge', 'noFixedAddress')),
  address_text text constraint person_addresses_address_text_check check (char_length(address_text) <= 300),
  address_postcode text constraint person_addresses_address_postcode_check check (char_length(address_postcode) <= 10),
  since date,
  until date,
  primary key (id)
);
create index person_addresses_record on canopy.person_addresses (record_id);
comment on table canopy.person_addresses is 'Addresses';

create table canopy.person_contact_details (
  id uuid not null,
  record_id uuid not null references canopy.person (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  means text constraint person_contact_details_means_check check (means in ('mobile', 'phone', 'email', 'other')),
  detail text constraint person_contact_details_detail_check check (char_length(detail) <= 200),
  safe text constraint person_contact_details_safe_check check (safe in ('safe', 'withCare', 'notSafe', 'notKnown')),
  instructions text constraint person_contact_details_instructions_check check (char_length(instructions) <= 20000),
  primary key (id)
);
create index person_contact_details_record on canopy.person_contact_details (record_id);
comment on table canopy.person_contact_details is 'How to reach them safely';

create table canopy.person_identifiers (
  id uuid not null,
  record_id uuid not null references canopy.person (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  system text constraint person_identifiers_system_check check (system in ('socialCare', 'earlyHelp', 'police', 'homeOffice', 'hospital', 'otherCouncil', 'formerUpn', 'other')),
  identifier text constraint person_identifiers_identifier_check check (char_length(identifier) <= 60),
  primary key (id)
);
create index person_identifiers_record on canopy.person_identifiers (record_id);
comment on table canopy.person_identifiers is 'Other identifiers';

create table canopy.person_schools (
  id uuid not null,
  record_id uuid not null references canopy.person (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  school_name text constraint person_schools_school_name_check check (char_length(school_name) <= 160),
  since date,
  until date,
  primary key (id)
);
create index person_schools_record on canopy.person_schools (record_id);
comment on table canopy.person_schools is 'Schools and nurseries';

create table canopy.person_warnings (
  id uuid not null,
  record_id uuid not null references canopy.person (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  warning text constraint person_warnings_warning_check check (warning in ('visitInTwos', 'dog', 'violence', 'weapons', 'secretAddress', 'infection', 'childProtectionPlan', 'lookedAfter', 'exploitation', 'missing', 'youngCarer', 'other')),
  warning_text text constraint person_warnings_warning_text_check check (char_length(warning_text) <= 20000),
  since date,
  until date,
  evidenced boolean,
  primary key (id)
);
create index person_warnings_record on canopy.person_warnings (record_id);
create unique index person_warnings_current on canopy.person_warnings (record_id, warning) where superseded_at is null;
comment on table canopy.person_warnings is 'Flags and warnings';

create table canopy.relationship (
  id uuid not null,
  reference text not null,
  state text not null constraint relationship_state_check check (state in ('current', 'ended', 'recordedInError')),
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
  kind text constraint relationship_kind_check check (kind in ('parent', 'partner', 'sibling', 'halfSibling', 'grandparent', 'auntUncle', 'cousin', 'carer', 'friend', 'associate', 'other')),
  other uuid,
  nature text constraint relationship_nature_check check (nature in ('birth', 'adoptive', 'step', 'foster', 'guardian', 'notKnown')),
  partnership text constraint relationship_partnership_check check (partnership in ('married', 'together', 'separated', 'divorced', 'notKnown')),
  parental_responsibility text constraint relationship_parental_responsibility_check check (parental_responsibility in ('yes', 'no', 'notKnown')),
  responsibility_by text constraint relationship_responsibility_by_check check (responsibility_by in ('mother', 'marriedFather', 'birthCertificate', 'agreement', 'courtOrder', 'specialGuardian', 'adoption', 'careOrder', 'notSeen')),
  since date,
  until date,
  known_on date,
  told_by text constraint relationship_told_by_check check (char_length(told_by) <= 200),
  note text constraint relationship_note_check check (char_length(note) <= 20000),
  mistaken_why text constraint relationship_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index relationship_due on canopy.relationship (next_due_at, reference) where closed_at is null;
create index relationship_event on canopy.relationship (known_on);
create index relationship_state on canopy.relationship (state);
create index relationship_updated on canopy.relationship (updated_at);
create index relationship_stood on canopy.relationship using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index relationship_person on canopy.relationship (person);
create index relationship_other on canopy.relationship (other);
comment on table canopy.relationship is 'Relationship';

create table canopy.relationship_history (
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
  kind text,
  other uuid,
  nature text,
  partnership text,
  parental_responsibility text,
  responsibility_by text,
  since date,
  until date,
  known_on date,
  told_by text,
  note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index relationship_history_updated on canopy.relationship_history (updated_at);
comment on table canopy.relationship_history is 'Every version of every relationship: what was known when, who wrote it, in which words it was asked';

create table canopy.relationship_clock (
  id uuid not null,
  record_id uuid not null references canopy.relationship (id),
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
create index relationship_clock_record on canopy.relationship_clock (record_id) where superseded_at is null;
create index relationship_clock_due on canopy.relationship_clock (clock, due_on) where superseded_at is null;
create index relationship_clock_stood on canopy.relationship_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.relationship_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.person_match (
  id uuid not null,
  reference text not null,
  state text not null constraint person_match_state_check check (state in ('suggested', 'same', 'merged', 'different', 'takenApart')),
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
  other uuid,
  found_by text constraint person_match_found_by_check check (found_by in ('person', 'search', 'file', 'register')),
  found_at timestamptz,
  strength text constraint person_match_strength_check check (strength in ('strong', 'possible')),
  bits integer constraint person_match_bits_check check (bits between -1000 and 1000),
  evidence text constraint person_match_evidence_check check (char_length(evidence) <= 20000),
  why text constraint person_match_why_check check (char_length(why) <= 20000),
  decided_by uuid references canopy.account (id),
  decided_at timestamptz,
  confirmed_by uuid references canopy.account (id),
  confirmed_at timestamptz,
  undone_why text constraint person_match_undone_why_check check (char_length(undone_why) <= 20000),
  undone_at timestamptz,
  primary key (id),
  unique (reference)
);
create index person_match_due on canopy.person_match (next_due_at, reference) where closed_at is null;
create index person_match_event on canopy.person_match (found_at);
create index person_match_state on canopy.person_match (state);
create index person_match_updated on canopy.person_match (updated_at);
create index person_match_stood on canopy.person_match using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index person_match_person on canopy.person_match (person);
create index person_match_other on canopy.person_match (other);
comment on table canopy.person_match is 'Match of two people';

create table canopy.person_match_history (
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
  other uuid,
  found_by text,
  found_at timestamptz,
  strength text,
  bits integer,
  evidence text,
  why text,
  decided_by uuid,
  decided_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  undone_why text,
  undone_at timestamptz,
  primary key (history_id),
  unique (id, version)
);
create index person_match_history_updated on canopy.person_match_history (updated_at);
comment on table canopy.person_match_history is 'Every version of every match of two people: what was known when, who wrote it, in which words it was asked';

create table canopy.person_match_clock (
  id uuid not null,
  record_id uuid not null references canopy.person_match (id),
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
create index person_match_clock_record on canopy.person_match_clock (record_id) where superseded_at is null;
create index person_match_clock_due on canopy.person_match_clock (clock, due_on) where superseded_at is null;
create index person_match_clock_stood on canopy.person_match_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.person_match_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.restriction (
  id uuid not null,
  reference text not null,
  state text not null constraint restriction_state_check check (state in ('inForce', 'lifted')),
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
  level text constraint restriction_level_check check (level in ('locked', 'invisible')),
  reason text constraint restriction_reason_check check (reason in ('adoption', 'colleague', 'witness', 'publicInterest', 'sexualBehaviour', 'fgm', 'allegation', 'court', 'other')),
  why text constraint restriction_why_check check (char_length(why) <= 20000),
  since date,
  ask uuid references canopy.account (id),
  lifted_why text constraint restriction_lifted_why_check check (char_length(lifted_why) <= 20000),
  lifted_on date,
  primary key (id),
  unique (reference)
);
create index restriction_due on canopy.restriction (next_due_at, reference) where closed_at is null;
create index restriction_event on canopy.restriction (since);
create index restriction_state on canopy.restriction (state);
create index restriction_updated on canopy.restriction (updated_at);
create index restriction_stood on canopy.restriction using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index restriction_person on canopy.restriction (person);
comment on table canopy.restriction is 'Restriction';

create table canopy.restriction_history (
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
  level text,
  reason text,
  why text,
  since date,
  ask uuid,
  lifted_why text,
  lifted_on date,
  primary key (history_id),
  unique (id, version)
);
create index restriction_history_updated on canopy.restriction_history (updated_at);
comment on table canopy.restriction_history is 'Every version of every restriction: what was known when, who wrote it, in which words it was asked';

create table canopy.restriction_clock (
  id uuid not null,
  record_id uuid not null references canopy.restriction (id),
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
create index restriction_clock_record on canopy.restriction_clock (record_id) where superseded_at is null;
create index restriction_clock_due on canopy.restriction_clock (clock, due_on) where superseded_at is null;
create index restriction_clock_stood on canopy.restriction_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.restriction_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.restriction_reviews (
  id uuid not null,
  record_id uuid not null references canopy.restriction (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  reviewed_on date,
  review_why text constraint restriction_reviews_review_why_check check (char_length(review_why) <= 20000),
  primary key (id)
);
create index restriction_reviews_record on canopy.restriction_reviews (record_id);
comment on table canopy.restriction_reviews is 'Looked at again';

create table canopy.restriction_named (
  id uuid not null,
  record_id uuid not null references canopy.restriction (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  colleague uuid references canopy.account (id),
  named_until date,
  named_why text constraint restriction_named_named_why_check check (char_length(named_why) <= 20000),
  primary key (id)
);
create index restriction_named_record on canopy.restriction_named (record_id);
create unique index restriction_named_current on canopy.restriction_named (record_id, colleague) where superseded_at is null;
comment on table canopy.restriction_named is 'Who may see the records';

create table canopy.break_glass (
  id uuid not null,
  reference text not null,
  state text not null constraint break_glass_state_check check (state in ('opened', 'reviewed')),
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
  restriction uuid,
  cause text constraint break_glass_cause_check check (cause in ('danger', 'noAnswer', 'courtOrPolice')),
  reason text constraint break_glass_reason_check check (char_length(reason) <= 20000),
  opened_by uuid references canopy.account (id),
  opened_at timestamptz,
  expires_at timestamptz,
  closed_early_at timestamptz,
  justified text constraint break_glass_justified_check check (justified in ('yes', 'no', 'partly')),
  review_note text constraint break_glass_review_note_check check (char_length(review_note) <= 20000),
  reviewed_by uuid references canopy.account (id),
  reviewed_at timestamptz,
  primary key (id),
  unique (reference)
);
create index break_glass_due on canopy.break_glass (next_due_at, reference) where closed_at is null;
create index break_glass_event on canopy.break_glass (opened_at);
create index break_glass_state on canopy.break_glass (state);
create index break_glass_updated on canopy.break_glass (updated_at);
create index break_glass_stood on canopy.break_glass using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index break_glass_restriction on canopy.break_glass (restriction);
comment on table canopy.break_glass is 'Emergency access';

create table canopy.break_glass_history (
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
  restriction uuid,
  cause text,
  reason text,
  opened_by uuid,
  opened_at timestamptz,
  expires_at timestamptz,
  closed_early_at timestamptz,
  justified text,
  review_note text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (history_id),
  unique (id, version)
);
create index break_glass_history_updated on canopy.break_glass_history (updated_at);
comment on table canopy.break_glass_history is 'Every version of every emergency access: what was known when, who wrote it, in which words it was asked';

create table canopy.break_glass_clock (
  id uuid not null,
  record_id uuid not null references canopy.break_glass (id),
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
create index break_glass_clock_record on canopy.break_glass_clock (record_id) where superseded_at is null;
create index break_glass_clock_due on canopy.break_glass_clock (clock, due_on) where superseded_at is null;
create index break_glass_clock_stood on canopy.break_glass_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.break_glass_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

alter table canopy.contact add column person uuid;

alter table canopy.contact_history add column person uuid;

CREATE INDEX contact_person ON canopy.contact USING btree (person);

-- in the database, not declared: contact column same_child_as uuid

-- in the database, not declared: contact_history column same_child_as uuid

-- in the database, not declared: contact index contact_same_child_as CREATE INDEX contact_same_child_as ON canopy.contact USING btree (same_child_as)

-- Which earlier contact was the same child follows from the person now.
alter table canopy.contact drop column same_child_as;
alter table canopy.contact_history drop column same_child_as;

-- The index behind merging: whom a record leads to is asked in both directions.
create index person_merged on canopy.person_history (id, updated_at) where merged_into is not null;

-- Records merged by an instant, each with the record that stays in the end. Few, so that measures join them.
create function canopy.merged_people(at timestamptz) returns table (id uuid, stays uuid)
language sql stable security definer set search_path = canopy, pg_catalog as $$
  with recursive known as (
    select distinct on (h.id) h.id, h.merged_into
      from canopy.person_history h
     where h.id in (select m.id from canopy.person_history m where m.merged_into is not null) and h.updated_at <= at
     order by h.id, h.version desc
  ), led (id, stays, steps) as (
    select k.id, k.merged_into, 1 from known k where k.merged_into is not null
    union all
    select l.id, k.merged_into, l.steps + 1 from led l join known k on k.id = l.stays
     where k.merged_into is not null and l.steps < 50
  )
  select distinct on (l.id) l.id, l.stays from led l order by l.id, l.steps desc
$$;
comment on function canopy.merged_people is 'Which records were the same person as which, as at an instant. Definer, because figures count merged people whoever asks.';

-- Everybody who is one person with one of these: those they lead to, and those that lead to them.
create function canopy.one_person(wanted uuid[]) returns table (id uuid, of uuid)
language sql stable security definer set search_path = canopy, pg_catalog as $$
  with recursive same (id, of) as (
    select w, w from unnest(wanted) w
    union
    select n.id, s.of from same s
      join lateral (
        select p.id from canopy.person p where p.merged_into = s.id
        union all
        select p.merged_into from canopy.person p where p.id = s.id and p.merged_into is not null
      ) n on true
  )
  select same.id, same.of from same
$$;
comment on function canopy.one_person is 'Merged records are one person: a restriction of one holds for all, and the page of one shows all.';

-- Restrictions in force that the signed-in person is not named in, with everybody they hold for.
create function canopy.restricted_people() returns table (id uuid, reference text, level text, ask uuid)
language sql stable security definer set search_path = canopy, pg_catalog as $$
  with me as materialized (
    select nullif(current_setting('canopy.account', true), '')::uuid as account,
           coalesce(nullif(current_setting('canopy.now', true), '')::timestamptz, now()) as at
  ), held as materialized (
    select r.person, r.reference, r.level, r.ask
      from canopy.restriction r, me
     where r.state = 'inForce' and r.ask is distinct from me.account
       and not exists (select 1 from canopy.restriction_named n
                        where n.record_id = r.id and n.superseded_at is null and n.colleague = me.account
                          and (n.named_until is null or n.named_until >= (me.at at time zone 'Europe/London')::date))
       and not exists (select 1 from canopy.break_glass b
                        where b.restriction = r.id and b.opened_by = me.account and b.expires_at > me.at)
  )
  select p.id, h.reference, h.level, h.ask
    from held h join canopy.one_person(array(select person from held)) p on p.of = h.person
   where coalesce(current_setting('canopy.role', true), '') not in ('system', 'information_governance')
$$;

-- Asked once for each query by row-level security: the few people withheld from the signed-in person.
create function canopy.withheld_people() returns setof uuid
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select id from canopy.restricted_people()
$$;
comment on function canopy.withheld_people is 'People restricted against the signed-in person (rulebook IS-07). With nobody signed in: everybody restricted.';

-- Of these, those whose existence is no secret; whoever is invisible by any restriction is not among them.
create function canopy.locked_people() returns table (id uuid, reference text, ask text)
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select r.id, min(r.reference), min(a.name)
    from canopy.restricted_people() r left join canopy.account a on a.id = r.ask
   group by r.id having bool_and(r.level = 'locked')
$$;
comment on function canopy.locked_people is 'Locked people, without who they are: the reference of the restriction and whom to ask.';

-- Whether exactly the same colleagues may see both: else a merged record would show one of them to the wrong people.
create function canopy.restricted_alike(one uuid, other uuid) returns boolean
language sql stable security definer set search_path = canopy, pg_catalog as $$
  with list as (
    select p.of, r.level, array(
             select n.colleague from canopy.restriction_named n where n.record_id = r.id and n.superseded_at is null
             union select r.ask order by 1) as named
      from canopy.one_person(array[one, other]) p
      join canopy.restriction r on r.person = p.id and r.state = 'inForce'
  )
  select array(select distinct row(l.level, l.named)::text from list l where l.of = one order by 1)
       = array(select distinct row(l.level, l.named)::text from list l where l.of = other order by 1)
$$;

-- Whom a new person may be mistaken for, among those the one who records may see: by number, or by name and birthday.
create function canopy.people_alike(given text, family text, born date, nhs text, pupil text)
returns table (reference text, same_number boolean)
language sql stable as $$
  select p.reference, coalesce(p.nhs_number = nhs or p.upn = pupil, false)
    from canopy.person p
   where p.state = 'current'
     and (p.nhs_number = nhs or p.upn = pupil
       or (p.born_on = born and (lower(p.family_name) = lower(family) or lower(p.given_name) = lower(given)))
       or (lower(p.family_name) = lower(family) and lower(p.given_name) = lower(given)
           and (born is null or p.born_on is null or abs(p.born_on - born) < 400)))
   order by 2 desc, 1
$$;
create index person_by_nhs_number on canopy.person (nhs_number) where nhs_number is not null;
create index person_by_upn on canopy.person (upn) where upn is not null;
create index person_by_birth on canopy.person (born_on);
create index person_by_name on canopy.person (lower(family_name), lower(given_name));
create index restriction_in_force on canopy.restriction (person) where state = 'inForce';
create index break_glass_opened on canopy.break_glass (restriction, opened_by, expires_at);
comment on index canopy.person_merged is 'The few records that were ever merged.';
comment on index canopy.person_by_nhs_number is 'Two living people with one NHS number.';
comment on index canopy.person_by_upn is 'Search before create.';
comment on index canopy.person_by_birth is 'Search before create.';
comment on index canopy.person_by_name is 'Search before create.';
comment on index canopy.restriction_in_force is 'Asked by every query about people.';
comment on index canopy.break_glass_opened is 'Asked by every query about people.';

revoke execute on function canopy.merged_people, canopy.one_person, canopy.restricted_people, canopy.withheld_people, canopy.locked_people,
  canopy.restricted_alike from public;
grant execute on function canopy.people_alike, canopy.restricted_alike, canopy.locked_people, canopy.withheld_people to canopy_app;
grant execute on function canopy.one_person to canopy_app;
grant execute on function canopy.merged_people, canopy.withheld_people to canopy_app, canopy_figures;
