-- What the police tell a child's school before its next school day (Operation Encompass, rulebook OE-01 to OE-03).

create table canopy.operation_encompass (
  id uuid not null,
  reference text not null,
  state text not null constraint operation_encompass_state_check check (state in ('waiting', 'sent', 'acknowledged', 'supported', 'returned', 'recalled', 'sentOn', 'withdrawn')),
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
  police_reference text constraint operation_encompass_police_reference_check check (char_length(police_reference) <= 40),
  police uuid references canopy.agency (id),
  incident_at timestamptz,
  attended_at timestamptz,
  place text constraint operation_encompass_place_check check (char_length(place) <= 300),
  given_name text constraint operation_encompass_given_name_check check (char_length(given_name) <= 200),
  family_name text constraint operation_encompass_family_name_check check (char_length(family_name) <= 200),
  born_on date,
  setting_type text constraint operation_encompass_setting_type_check check (setting_type in ('primary', 'secondary', 'allThrough', 'special', 'pupilReferral', 'independent', 'college', 'home', 'none', 'notKnown')),
  school uuid references canopy.agency (id),
  joined text constraint operation_encompass_joined_check check (joined in ('joined', 'notJoined')),
  why_not_joined text constraint operation_encompass_why_not_joined_check check (why_not_joined in ('noAgreement', 'notTrained', 'outsideArea', 'independent', 'declined', 'notKnown')),
  route text constraint operation_encompass_route_check check (route in ('schoolDirectly', 'throughCouncil')),
  council uuid references canopy.agency (id),
  phase text constraint operation_encompass_phase_check check (phase in ('primary', 'secondary', 'post16')),
  who_present text constraint operation_encompass_who_present_check check (char_length(who_present) <= 20000),
  circumstances text constraint operation_encompass_circumstances_check check (char_length(circumstances) <= 20000),
  child_voice text constraint operation_encompass_child_voice_check check (char_length(child_voice) <= 20000),
  contact_warning text constraint operation_encompass_contact_warning_check check (contact_warning in ('noContact', 'askPolice', 'victimOnly', 'noWarning')),
  safe_contact text constraint operation_encompass_safe_contact_check check (char_length(safe_contact) <= 20000),
  replaces uuid,
  safe_to_send boolean,
  sent_by uuid references canopy.account (id),
  delivered_at timestamptz,
  delivered_how text constraint operation_encompass_delivered_how_check check (delivered_how in ('canopy', 'phone', 'secureEmail', 'inPerson', 'council')),
  told_person text constraint operation_encompass_told_person_check check (char_length(told_person) <= 200),
  acknowledged_at timestamptz,
  acknowledged_by uuid references canopy.account (id),
  supported_at timestamptz,
  came_back text constraint operation_encompass_came_back_check check (came_back in ('returned', 'recalled')),
  came_back_at timestamptz,
  return_why text constraint operation_encompass_return_why_check check (return_why in ('neverOurs', 'left', 'notStarted', 'cannotTell')),
  return_hint text constraint operation_encompass_return_hint_check check (char_length(return_hint) <= 20000),
  recall_why text constraint operation_encompass_recall_why_check check (recall_why in ('wrongRecord', 'sameName', 'sameChild', 'mistake')),
  recall_read text constraint operation_encompass_recall_read_check check (recall_read in ('read', 'notRead', 'notKnown')),
  recall_done text constraint operation_encompass_recall_done_check check (char_length(recall_done) <= 20000),
  breach_reference text constraint operation_encompass_breach_reference_check check (char_length(breach_reference) <= 40),
  sent_on_at timestamptz,
  contact uuid,
  withdrawn_why text constraint operation_encompass_withdrawn_why_check check (withdrawn_why in ('twice', 'notInvolved', 'wrongFacts')),
  primary key (id),
  unique (reference)
);
create index operation_encompass_due on canopy.operation_encompass (next_due_at, reference) where closed_at is null;
create index operation_encompass_event on canopy.operation_encompass (incident_at);
create index operation_encompass_state on canopy.operation_encompass (state);
create index operation_encompass_updated on canopy.operation_encompass (updated_at);
create index operation_encompass_replaces on canopy.operation_encompass (replaces);
create index operation_encompass_contact on canopy.operation_encompass (contact);
comment on table canopy.operation_encompass is 'Operation Encompass notification';

create table canopy.operation_encompass_history (
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
  police uuid,
  incident_at timestamptz,
  attended_at timestamptz,
  place text,
  given_name text,
  family_name text,
  born_on date,
  setting_type text,
  school uuid,
  joined text,
  why_not_joined text,
  route text,
  council uuid,
  phase text,
  who_present text,
  circumstances text,
  child_voice text,
  contact_warning text,
  safe_contact text,
  replaces uuid,
  safe_to_send boolean,
  sent_by uuid,
  delivered_at timestamptz,
  delivered_how text,
  told_person text,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  supported_at timestamptz,
  came_back text,
  came_back_at timestamptz,
  return_why text,
  return_hint text,
  recall_why text,
  recall_read text,
  recall_done text,
  breach_reference text,
  sent_on_at timestamptz,
  contact uuid,
  withdrawn_why text,
  primary key (history_id),
  unique (id, version)
);
create index operation_encompass_history_updated on canopy.operation_encompass_history (updated_at);
comment on table canopy.operation_encompass_history is 'Every version of every operation encompass notification: what was known when, who wrote it, in which words it was asked';

create table canopy.operation_encompass_clock (
  id uuid not null,
  record_id uuid not null references canopy.operation_encompass (id),
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
create index operation_encompass_clock_record on canopy.operation_encompass_clock (record_id) where superseded_at is null;
create index operation_encompass_clock_due on canopy.operation_encompass_clock (clock, due_on) where superseded_at is null;
comment on table canopy.operation_encompass_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.operation_encompass_support (
  id uuid not null,
  record_id uuid not null references canopy.operation_encompass (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  given_on date,
  given text[] constraint operation_encompass_support_given_check check (given <@ array['silent', 'talked', 'keyPerson', 'practical', 'planned', 'parent', 'consulted', 'absent', 'none']::text[]),
  support_note text constraint operation_encompass_support_support_note_check check (char_length(support_note) <= 20000),
  primary key (id)
);
create index operation_encompass_support_record on canopy.operation_encompass_support (record_id);
comment on table canopy.operation_encompass_support is 'Support given by the school';

create table canopy.operation_encompass_sent_on (
  id uuid not null,
  record_id uuid not null references canopy.operation_encompass (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  to_setting_type text constraint operation_encompass_sent_on_to_setting_type_check check (to_setting_type in ('primary', 'secondary', 'allThrough', 'special', 'pupilReferral', 'independent', 'college', 'home', 'none', 'notKnown')),
  to_school uuid references canopy.agency (id),
  to_joined text constraint operation_encompass_sent_on_to_joined_check check (to_joined in ('joined', 'notJoined')),
  to_why_not_joined text constraint operation_encompass_sent_on_to_why_not_joined_check check (to_why_not_joined in ('noAgreement', 'notTrained', 'outsideArea', 'independent', 'declined', 'notKnown')),
  to_route text constraint operation_encompass_sent_on_to_route_check check (to_route in ('schoolDirectly', 'throughCouncil')),
  to_council uuid references canopy.agency (id),
  primary key (id)
);
create index operation_encompass_sent_on_record on canopy.operation_encompass_sent_on (record_id);
comment on table canopy.operation_encompass_sent_on is 'Sent on to';
