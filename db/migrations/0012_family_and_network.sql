-- Family and network: who lives together, who works with whom, where an adults' and a children's service have to plan together, groups
-- that somebody worries about, and young carers. What names a person is kept from whoever may not know of that person, by the policies;
-- what would tell by its mere existence is kept back by the functions at the end.

create table canopy.household (
  id uuid not null,
  reference text not null,
  state text not null constraint household_state_check check (state in ('current', 'ended', 'recordedInError')),
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
  address text constraint household_address_check check (char_length(address) <= 300),
  postcode text constraint household_postcode_check check (char_length(postcode) <= 10),
  place text constraint household_place_check check (place in ('home', 'temporary', 'staying', 'refuge', 'institution', 'notKnown')),
  since date,
  until date,
  known_on date,
  note text constraint household_note_check check (char_length(note) <= 20000),
  mistaken_why text constraint household_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index household_due on canopy.household (next_due_at, reference) where closed_at is null;
create index household_event on canopy.household (known_on);
create index household_state on canopy.household (state);
create index household_updated on canopy.household (updated_at);
create index household_stood on canopy.household using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.household is 'Household';

create table canopy.household_history (
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
  address text,
  postcode text,
  place text,
  since date,
  until date,
  known_on date,
  note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index household_history_updated on canopy.household_history (updated_at);
comment on table canopy.household_history is 'Every version of every household: what was known when, who wrote it, in which words it was asked';

create table canopy.household_clock (
  id uuid not null,
  record_id uuid not null references canopy.household (id),
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
create index household_clock_record on canopy.household_clock (record_id) where superseded_at is null;
create index household_clock_due on canopy.household_clock (clock, due_on) where superseded_at is null;
create index household_clock_stood on canopy.household_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.household_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.household_members (
  id uuid not null,
  record_id uuid not null references canopy.household (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  person uuid,
  part text constraint household_members_part_check check (part in ('child', 'parent', 'partner', 'relative', 'lodger', 'professional', 'other', 'notKnown')),
  since date,
  until date,
  told_by text constraint household_members_told_by_check check (char_length(told_by) <= 200),
  primary key (id)
);
create index household_members_record on canopy.household_members (record_id);
create unique index household_members_current on canopy.household_members (record_id, person) where superseded_at is null;
comment on table canopy.household_members is 'Who lives there';

create table canopy.involvement (
  id uuid not null,
  reference text not null,
  state text not null constraint involvement_state_check check (state in ('open', 'ended', 'recordedInError')),
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
  service text constraint involvement_service_check check (service in ('childrensSocialCare', 'earlyHelp', 'youthJustice', 'camhs', 'healthVisiting', 'schoolNursing', 'school', 'adultSocialCare', 'adultMentalHealth', 'drugsAlcohol', 'probation', 'gp', 'hospital', 'midwifery', 'police', 'housing', 'domesticAbuse', 'immigration', 'charity', 'other')),
  serves text constraint involvement_serves_check check (serves in ('child', 'adult', 'family')),
  agency uuid references canopy.agency (id),
  agency_name text constraint involvement_agency_name_check check (char_length(agency_name) <= 160),
  professional text constraint involvement_professional_check check (char_length(professional) <= 160),
  role text constraint involvement_role_check check (char_length(role) <= 120),
  reach text constraint involvement_reach_check check (char_length(reach) <= 20000),
  does text constraint involvement_does_check check (char_length(does) <= 20000),
  since date,
  until date,
  ended_why text constraint involvement_ended_why_check check (ended_why in ('done', 'passedOn', 'stepDown', 'declined', 'notReached', 'moved', 'age', 'died', 'other', 'notKnown')),
  mistaken_why text constraint involvement_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index involvement_due on canopy.involvement (next_due_at, reference) where closed_at is null;
create index involvement_event on canopy.involvement (since);
create index involvement_state on canopy.involvement (state);
create index involvement_updated on canopy.involvement (updated_at);
create index involvement_stood on canopy.involvement using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index involvement_person on canopy.involvement (person);
comment on table canopy.involvement is 'Involvement';

create table canopy.involvement_history (
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
  service text,
  serves text,
  agency uuid,
  agency_name text,
  professional text,
  role text,
  reach text,
  does text,
  since date,
  until date,
  ended_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index involvement_history_updated on canopy.involvement_history (updated_at);
comment on table canopy.involvement_history is 'Every version of every involvement: what was known when, who wrote it, in which words it was asked';

create table canopy.involvement_clock (
  id uuid not null,
  record_id uuid not null references canopy.involvement (id),
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
create index involvement_clock_record on canopy.involvement_clock (record_id) where superseded_at is null;
create index involvement_clock_due on canopy.involvement_clock (clock, due_on) where superseded_at is null;
create index involvement_clock_stood on canopy.involvement_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.involvement_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.joint_supervision (
  id uuid not null,
  reference text not null,
  state text not null constraint joint_supervision_state_check check (state in ('open', 'ended', 'recordedInError')),
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
  adult uuid,
  both_open_on date,
  child_lead text constraint joint_supervision_child_lead_check check (char_length(child_lead) <= 160),
  adult_lead text constraint joint_supervision_adult_lead_check check (char_length(adult_lead) <= 160),
  joint_plan text constraint joint_supervision_joint_plan_check check (char_length(joint_plan) <= 20000),
  joint_supervision_on date,
  ended_on date,
  ended_why text constraint joint_supervision_ended_why_check check (ended_why in ('childrensEnded', 'adultsEnded', 'bothEnded', 'apart', 'other')),
  mistaken_why text constraint joint_supervision_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index joint_supervision_due on canopy.joint_supervision (next_due_at, reference) where closed_at is null;
create index joint_supervision_event on canopy.joint_supervision (both_open_on);
create index joint_supervision_state on canopy.joint_supervision (state);
create index joint_supervision_updated on canopy.joint_supervision (updated_at);
create index joint_supervision_stood on canopy.joint_supervision using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index joint_supervision_child on canopy.joint_supervision (child);
create index joint_supervision_adult on canopy.joint_supervision (adult);
create unique index joint_supervision_one_per on canopy.joint_supervision (child, adult) where state not in ('ended', 'recordedInError');
comment on table canopy.joint_supervision is 'Joint supervision';

create table canopy.joint_supervision_history (
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
  adult uuid,
  both_open_on date,
  child_lead text,
  adult_lead text,
  joint_plan text,
  joint_supervision_on date,
  ended_on date,
  ended_why text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index joint_supervision_history_updated on canopy.joint_supervision_history (updated_at);
comment on table canopy.joint_supervision_history is 'Every version of every joint supervision: what was known when, who wrote it, in which words it was asked';

create table canopy.joint_supervision_clock (
  id uuid not null,
  record_id uuid not null references canopy.joint_supervision (id),
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
create index joint_supervision_clock_record on canopy.joint_supervision_clock (record_id) where superseded_at is null;
create index joint_supervision_clock_due on canopy.joint_supervision_clock (clock, due_on) where superseded_at is null;
create index joint_supervision_clock_stood on canopy.joint_supervision_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.joint_supervision_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.joint_supervision_supervisions (
  id uuid not null,
  record_id uuid not null references canopy.joint_supervision (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  held_on date,
  present text constraint joint_supervision_supervisions_present_check check (char_length(present) <= 200),
  agreed text constraint joint_supervision_supervisions_agreed_check check (char_length(agreed) <= 20000),
  primary key (id)
);
create index joint_supervision_supervisions_record on canopy.joint_supervision_supervisions (record_id);
comment on table canopy.joint_supervision_supervisions is 'Joint supervisions';

create table canopy.peer_group (
  id uuid not null,
  reference text not null,
  state text not null constraint peer_group_state_check check (state in ('noticed', 'tasked', 'watched', 'closed', 'recordedInError')),
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
  name text constraint peer_group_name_check check (char_length(name) <= 120),
  kind text constraint peer_group_kind_check check (kind in ('friends', 'place', 'school', 'online', 'gang', 'adults', 'other')),
  place text constraint peer_group_place_check check (char_length(place) <= 200),
  ward text constraint peer_group_ward_check check (char_length(ward) <= 80),
  concern text[] constraint peer_group_concern_check check (concern <@ array['criminalExploitation', 'sexualExploitation', 'violence', 'drugs', 'sexualBehaviour', 'missing', 'radicalisation', 'antisocial', 'other']::text[]),
  worry text constraint peer_group_worry_check check (char_length(worry) <= 20000),
  told_by text constraint peer_group_told_by_check check (told_by in ('child', 'family', 'school', 'police', 'youthWork', 'socialCare', 'health', 'community', 'online', 'other')),
  known_on date,
  since date,
  tasked_on date,
  watch_why text constraint peer_group_watch_why_check check (char_length(watch_why) <= 20000),
  until date,
  closed_why text constraint peer_group_closed_why_check check (closed_why in ('less', 'apart', 'moved', 'notBorneOut', 'joined', 'other')),
  closed_note text constraint peer_group_closed_note_check check (char_length(closed_note) <= 20000),
  mistaken_why text constraint peer_group_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index peer_group_due on canopy.peer_group (next_due_at, reference) where closed_at is null;
create index peer_group_event on canopy.peer_group (known_on);
create index peer_group_state on canopy.peer_group (state);
create index peer_group_updated on canopy.peer_group (updated_at);
create index peer_group_stood on canopy.peer_group using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.peer_group is 'Group';

create table canopy.peer_group_history (
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
  place text,
  ward text,
  concern text[],
  worry text,
  told_by text,
  known_on date,
  since date,
  tasked_on date,
  watch_why text,
  until date,
  closed_why text,
  closed_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index peer_group_history_updated on canopy.peer_group_history (updated_at);
comment on table canopy.peer_group_history is 'Every version of every group: what was known when, who wrote it, in which words it was asked';

create table canopy.peer_group_clock (
  id uuid not null,
  record_id uuid not null references canopy.peer_group (id),
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
create index peer_group_clock_record on canopy.peer_group_clock (record_id) where superseded_at is null;
create index peer_group_clock_due on canopy.peer_group_clock (clock, due_on) where superseded_at is null;
create index peer_group_clock_stood on canopy.peer_group_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.peer_group_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.peer_group_members (
  id uuid not null,
  record_id uuid not null references canopy.peer_group (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  person uuid,
  part text constraint peer_group_members_part_check check (part in ('atRisk', 'friend', 'takesPart', 'leads', 'drawsIn', 'notKnown')),
  strength text constraint peer_group_members_strength_check check (strength in ('confirmed', 'likely', 'possible')),
  told_by text constraint peer_group_members_told_by_check check (told_by in ('child', 'family', 'school', 'police', 'youthWork', 'socialCare', 'health', 'community', 'online', 'other')),
  since date,
  until date,
  primary key (id)
);
create index peer_group_members_record on canopy.peer_group_members (record_id);
create unique index peer_group_members_current on canopy.peer_group_members (record_id, person) where superseded_at is null;
comment on table canopy.peer_group_members is 'Who belongs to it';

create table canopy.peer_group_tasking (
  id uuid not null,
  record_id uuid not null references canopy.peer_group (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  number integer constraint peer_group_tasking_number_check check (number between 1 and 9999),
  task text constraint peer_group_tasking_task_check check (char_length(task) <= 20000),
  done_by uuid references canopy.account (id),
  done_by_agency uuid references canopy.agency (id),
  due_on date,
  primary key (id)
);
create index peer_group_tasking_record on canopy.peer_group_tasking (record_id);
create unique index peer_group_tasking_current on canopy.peer_group_tasking (record_id, number) where superseded_at is null;
comment on table canopy.peer_group_tasking is 'Daily tasking';

create table canopy.peer_group_results (
  id uuid not null,
  record_id uuid not null references canopy.peer_group (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  number integer constraint peer_group_results_number_check check (number between 1 and 9999),
  done_on date,
  result text constraint peer_group_results_result_check check (char_length(result) <= 20000),
  primary key (id)
);
create index peer_group_results_record on canopy.peer_group_results (record_id);
create unique index peer_group_results_current on canopy.peer_group_results (record_id, number) where superseded_at is null;
comment on table canopy.peer_group_results is 'Results of daily tasking';

create table canopy.young_carer (
  id uuid not null,
  reference text not null,
  state text not null constraint young_carer_state_check check (state in ('identified', 'toAssess', 'assessed', 'closed', 'recordedInError')),
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
  cared_for uuid,
  cared_for_words text constraint young_carer_cared_for_words_check check (char_length(cared_for_words) <= 160),
  cared_for_is text constraint young_carer_cared_for_is_check check (cared_for_is in ('mother', 'father', 'sibling', 'grandparent', 'otherRelative', 'other')),
  known_on date,
  noticed_by text constraint young_carer_noticed_by_check check (noticed_by in ('child', 'family', 'school', 'health', 'adultServices', 'childrensServices', 'police', 'charity', 'other')),
  care text[] constraint young_carer_care_check check (care <@ array['practical', 'personal', 'medicine', 'emotional', 'siblings', 'interpreting', 'money']::text[]),
  care_words text constraint young_carer_care_words_check check (char_length(care_words) <= 20000),
  hours_a_week integer constraint young_carer_hours_a_week_check check (hours_a_week between 0 and 168),
  school_affected text constraint young_carer_school_affected_check check (school_affected in ('no', 'some', 'much', 'notAtSchool', 'notKnown')),
  need_by text constraint young_carer_need_by_check check (need_by in ('appears', 'child', 'parent')),
  need_on date,
  assessed_on date,
  whole_family text constraint young_carer_whole_family_check check (whole_family in ('yes', 'partly', 'no')),
  care_is_right text constraint young_carer_care_is_right_check check (care_is_right in ('yes', 'less', 'no')),
  needs_found text constraint young_carer_needs_found_check check (needs_found in ('yes', 'no')),
  assessment_note text constraint young_carer_assessment_note_check check (char_length(assessment_note) <= 20000),
  supported_on date,
  ended_on date,
  ended_why text constraint young_carer_ended_why_check check (ended_why in ('noLongerCares', 'adult', 'changed', 'declined', 'noNeed', 'moved', 'other')),
  ended_note text constraint young_carer_ended_note_check check (char_length(ended_note) <= 20000),
  mistaken_why text constraint young_carer_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index young_carer_due on canopy.young_carer (next_due_at, reference) where closed_at is null;
create index young_carer_event on canopy.young_carer (known_on);
create index young_carer_state on canopy.young_carer (state);
create index young_carer_updated on canopy.young_carer (updated_at);
create index young_carer_stood on canopy.young_carer using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index young_carer_person on canopy.young_carer (person);
create index young_carer_cared_for on canopy.young_carer (cared_for);
comment on table canopy.young_carer is 'Young carer';

create table canopy.young_carer_history (
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
  cared_for uuid,
  cared_for_words text,
  cared_for_is text,
  known_on date,
  noticed_by text,
  care text[],
  care_words text,
  hours_a_week integer,
  school_affected text,
  need_by text,
  need_on date,
  assessed_on date,
  whole_family text,
  care_is_right text,
  needs_found text,
  assessment_note text,
  supported_on date,
  ended_on date,
  ended_why text,
  ended_note text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index young_carer_history_updated on canopy.young_carer_history (updated_at);
comment on table canopy.young_carer_history is 'Every version of every young carer: what was known when, who wrote it, in which words it was asked';

create table canopy.young_carer_clock (
  id uuid not null,
  record_id uuid not null references canopy.young_carer (id),
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
create index young_carer_clock_record on canopy.young_carer_clock (record_id) where superseded_at is null;
create index young_carer_clock_due on canopy.young_carer_clock (clock, due_on) where superseded_at is null;
create index young_carer_clock_stood on canopy.young_carer_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.young_carer_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.young_carer_support (
  id uuid not null,
  record_id uuid not null references canopy.young_carer (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  support text constraint young_carer_support_support_check check (support in ('group', 'keyWorker', 'school', 'breaks', 'adultCare', 'money', 'familySupport', 'other')),
  offered_on date,
  answer text constraint young_carer_support_answer_check check (answer in ('accepted', 'declined', 'waiting')),
  answered_on date,
  primary key (id)
);
create index young_carer_support_record on canopy.young_carer_support (record_id);
create unique index young_carer_support_current on canopy.young_carer_support (record_id, support) where superseded_at is null;
comment on table canopy.young_carer_support is 'Support';

create table canopy.young_carer_reviews (
  id uuid not null,
  record_id uuid not null references canopy.young_carer (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  reviewed_on date,
  change text constraint young_carer_reviews_change_check check (change in ('less', 'same', 'more', 'stopped')),
  review_note text constraint young_carer_reviews_review_note_check check (char_length(review_note) <= 20000),
  primary key (id)
);
create index young_carer_reviews_record on canopy.young_carer_reviews (record_id);
comment on table canopy.young_carer_reviews is 'Reviews';

-- The person's own lines, asked from the person: who lives with them, which groups they belong to.
create index household_members_person on canopy.household_members (person) where superseded_at is null;
create index peer_group_members_person on canopy.peer_group_members (person) where superseded_at is null;
create index involvement_open on canopy.involvement (person, service) where state = 'open';
comment on index canopy.household_members_person is 'Who lives with a person, and which households are withheld.';
comment on index canopy.peer_group_members_person is 'Which groups a person belongs to, and which are withheld.';
comment on index canopy.involvement_open is 'Which services are open in a family.';

-- An address in which nobody lives, or a group nobody belongs to, would tell that somebody is hidden there.
create function canopy.withheld_households() returns setof uuid
language sql stable security definer set search_path = canopy, pg_catalog as $$
  with hidden as materialized (select w.id from canopy.withheld_people() w (id))
  select distinct m.record_id from canopy.household_members m
   where m.superseded_at is null and m.person in (select h.id from hidden h)
     and not exists (select 1 from canopy.household_members o
                      where o.record_id = m.record_id and o.superseded_at is null and o.person not in (select h.id from hidden h))
$$;
comment on function canopy.withheld_households is 'Households of which the signed-in person may know of no member. Definer, because policies of members ask for the household.';

create function canopy.withheld_peer_groups() returns setof uuid
language sql stable security definer set search_path = canopy, pg_catalog as $$
  with hidden as materialized (select w.id from canopy.withheld_people() w (id))
  select distinct m.record_id from canopy.peer_group_members m
   where m.superseded_at is null and m.person in (select h.id from hidden h)
     and not exists (select 1 from canopy.peer_group_members o
                      where o.record_id = m.record_id and o.superseded_at is null and o.person not in (select h.id from hidden h))
$$;
comment on function canopy.withheld_peer_groups is 'Groups of which the signed-in person may know of no member. Definer, because policies of members ask for the group.';

-- Everybody who is family of a person today, each merged record with the one name of its person. Invoker: whoever asks is told only
-- of relationships and households they may see.
create function canopy.family_of(wanted uuid) returns table (id uuid, who uuid)
language sql stable as $$
  with today as materialized (
    select (coalesce(nullif(current_setting('canopy.now', true), '')::timestamptz, now()) at time zone 'Europe/London')::date as day
  ), self as materialized (
    select s.id from canopy.one_person(array[wanted]) s
  ), tied as (
    select r.person as one, r.other from canopy.relationship r, today t
     where r.kind in ('parent', 'carer') and r.state = 'current'
       and (r.since is null or r.since <= t.day) and (r.until is null or r.until >= t.day)
       and (r.person in (select s.id from self s) or r.other in (select s.id from self s))
  ), near (id) as (
    select s.id from self s
    union select t.one from tied t
    union select t.other from tied t
    union
    select m.person from today t, canopy.household_members mine
      join canopy.household h on h.id = mine.record_id and h.state = 'current'
      join canopy.household_members m on m.record_id = h.id and m.superseded_at is null
     where mine.person in (select s.id from self s) and mine.superseded_at is null
       and (mine.since is null or mine.since <= t.day) and (mine.until is null or mine.until >= t.day)
       and (m.since is null or m.since <= t.day) and (m.until is null or m.until >= t.day)
  )
  select p.id, min(p.of::text)::uuid from canopy.one_person(array(select n.id from near n)) p group by p.id
$$;
comment on function canopy.family_of is 'A person, parents and carers, children of whom the person is parent or carer, and who lives in the same household today.';

-- Pairs in the family of a person with a children's and an adults' service open at once. One person with both is no such pair: that is a
-- transition to adult services.
create function canopy.services_open_together(wanted uuid)
returns table (child uuid, child_involvement uuid, adult uuid, adult_involvement uuid, tie text)
language sql stable as $$
  with today as materialized (
    select (coalesce(nullif(current_setting('canopy.now', true), '')::timestamptz, now()) at time zone 'Europe/London')::date as day
  ), family as materialized (
    select f.id, f.who from canopy.family_of(wanted) f
  ), open as materialized (
    select i.id, i.person, f.who, i.service = 'childrensSocialCare' as childs
      from family f join canopy.involvement i on i.person = f.id
     where i.state = 'open'
       and (i.service = 'childrensSocialCare'
         or i.service in ('adultSocialCare', 'adultMentalHealth', 'drugsAlcohol') and i.serves is distinct from 'child')
  )
  select c.person, c.id, a.person, a.id, tied.tie
    from open c join open a on c.childs and not a.childs and c.who <> a.who
    join lateral (
      select 'parent' as tie, 1 as n from canopy.relationship r, today t
       where r.kind in ('parent', 'carer') and r.state = 'current'
         and (r.since is null or r.since <= t.day) and (r.until is null or r.until >= t.day)
         and r.person in (select f.id from family f where f.who = a.who)
         and r.other in (select f.id from family f where f.who = c.who)
      union all
      select 'household', 2 from today t, canopy.household_members one
        join canopy.household h on h.id = one.record_id and h.state = 'current'
        join canopy.household_members other on other.record_id = h.id and other.superseded_at is null
       where one.superseded_at is null
         and one.person in (select f.id from family f where f.who = c.who)
         and other.person in (select f.id from family f where f.who = a.who)
         and (one.since is null or one.since <= t.day) and (one.until is null or one.until >= t.day)
         and (other.since is null or other.since <= t.day) and (other.until is null or other.until >= t.day)
      order by 2 limit 1
    ) tied on true
$$;
comment on function canopy.services_open_together is 'Two services, one family: children''s social care on one side; adult social care, adult mental health, drugs and alcohol on the other.';

revoke execute on function canopy.withheld_households, canopy.withheld_peer_groups from public;
grant execute on function canopy.withheld_households, canopy.withheld_peer_groups to canopy_app, canopy_figures;
grant execute on function canopy.family_of, canopy.services_open_together to canopy_app;
