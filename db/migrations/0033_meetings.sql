-- Meetings of every kind: what is on their agendas, what agencies say before them, packs and pages as they were frozen, and the
-- one register of actions. Cases of domestic abuse and nominations for the exploitation panel are what the first of them hear.

create table canopy.meeting (
  id uuid not null,
  reference text not null,
  state text not null constraint meeting_state_check check (state in ('planned', 'prepared', 'running', 'ended', 'minuted', 'calledOff')),
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
  kind text constraint meeting_kind_check check (kind in ('daily', 'conference', 'sift', 'exploitation', 'referralPanel', 'youthJusticeBoard', 'courtScrutiny', 'fairness', 'learningBoard', 'subGroup', 'strategyDiscussion', 'other')),
  name text constraint meeting_name_check check (char_length(name) <= 120),
  starts_at timestamptz,
  minutes integer constraint meeting_minutes_check check (minutes between 5 and 600),
  place text constraint meeting_place_check check (char_length(place) <= 200),
  chair uuid references canopy.account (id),
  invited uuid[],
  needed uuid[],
  new_since timestamptz,
  answers_by timestamptz,
  moved_why text constraint meeting_moved_why_check check (char_length(moved_why) <= 20000),
  called_off_why text constraint meeting_called_off_why_check check (char_length(called_off_why) <= 20000),
  agenda_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  calendar_number integer constraint meeting_calendar_number_check check (calendar_number between 0 and 1000000),
  quorate text constraint meeting_quorate_check check (quorate in ('yes', 'no')),
  quorum_note text constraint meeting_quorum_note_check check (char_length(quorum_note) <= 20000),
  without_owner text constraint meeting_without_owner_check check (char_length(without_owner) <= 20000),
  minutes_note text constraint meeting_minutes_note_check check (char_length(minutes_note) <= 20000),
  ended_by uuid references canopy.account (id),
  agreed_by uuid references canopy.account (id),
  agreed_at timestamptz,
  correction_why text constraint meeting_correction_why_check check (char_length(correction_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index meeting_due on canopy.meeting (next_due_at, reference) where closed_at is null;
create index meeting_event on canopy.meeting (starts_at);
create index meeting_state on canopy.meeting (state);
create index meeting_updated on canopy.meeting (updated_at);
create index meeting_stood on canopy.meeting using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.meeting is 'Meeting';

create table canopy.meeting_history (
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
  starts_at timestamptz,
  minutes integer,
  place text,
  chair uuid,
  invited uuid[],
  needed uuid[],
  new_since timestamptz,
  answers_by timestamptz,
  moved_why text,
  called_off_why text,
  agenda_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  calendar_number integer,
  quorate text,
  quorum_note text,
  without_owner text,
  minutes_note text,
  ended_by uuid,
  agreed_by uuid,
  agreed_at timestamptz,
  correction_why text,
  primary key (history_id),
  unique (id, version)
);
create index meeting_history_updated on canopy.meeting_history (updated_at);
comment on table canopy.meeting_history is 'Every version of every meeting: what was known when, who wrote it, in which words it was asked';

create table canopy.meeting_clock (
  id uuid not null,
  record_id uuid not null references canopy.meeting (id),
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
create index meeting_clock_record on canopy.meeting_clock (record_id) where superseded_at is null;
create index meeting_clock_due on canopy.meeting_clock (clock, due_on) where superseded_at is null;
create index meeting_clock_stood on canopy.meeting_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.meeting_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.meeting_attendance (
  id uuid not null,
  record_id uuid not null references canopy.meeting (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  agency uuid references canopy.agency (id),
  came text constraint meeting_attendance_came_check check (came in ('present', 'deputy', 'apologies', 'absent')),
  who text constraint meeting_attendance_who_check check (char_length(who) <= 200),
  primary key (id)
);
create index meeting_attendance_record on canopy.meeting_attendance (record_id);
create unique index meeting_attendance_current on canopy.meeting_attendance (record_id, agency) where superseded_at is null;
comment on table canopy.meeting_attendance is 'Attendance';

create table canopy.agenda_item (
  id uuid not null,
  reference text not null,
  state text not null constraint agenda_item_state_check check (state in ('listed', 'discussed', 'carriedOver', 'removed')),
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
  meeting uuid,
  kind text constraint agenda_item_kind_check check (kind in ('daily', 'conference', 'sift', 'exploitation', 'referralPanel', 'youthJusticeBoard', 'courtScrutiny', 'fairness', 'learningBoard', 'subGroup', 'strategyDiscussion', 'other')),
  invited uuid[],
  position integer constraint agenda_item_position_check check (position between 0 and 1000000),
  listed_on date,
  daily_case uuid,
  nomination uuid,
  topic text constraint agenda_item_topic_check check (char_length(topic) <= 200),
  why_today text constraint agenda_item_why_today_check check (why_today in ('new', 'carriedOver', 'repeat', 'review', 'nominated', 'actionsLate', 'forDecision', 'asked')),
  why_note text constraint agenda_item_why_note_check check (char_length(why_note) <= 20000),
  children integer constraint agenda_item_children_check check (children between 0 and 20),
  carried_from uuid,
  opened_at timestamptz,
  closed_item_at timestamptz,
  discussion text constraint agenda_item_discussion_check check (char_length(discussion) <= 20000),
  risk text constraint agenda_item_risk_check check (risk in ('standard', 'medium', 'high', 'emerging', 'moderate', 'significant')),
  full_conference boolean,
  conference_on date,
  why_no_conference text constraint agenda_item_why_no_conference_check check (char_length(why_no_conference) <= 20000),
  children_step text constraint agenda_item_children_step_check check (children_step in ('alreadyOpen', 'referNow', 'noStep', 'noChildren')),
  children_why text constraint agenda_item_children_why_check check (char_length(children_why) <= 20000),
  decision text constraint agenda_item_decision_check check (decision in ('planAgreed', 'conference', 'noFurther', 'accept', 'moreNeeded', 'elsewhere', 'keep', 'stepUp', 'stepDown', 'close', 'disrupt', 'placePlan', 'decided', 'decidedOtherwise', 'noted', 'deferred')),
  decision_why text constraint agenda_item_decision_why_check check (char_length(decision_why) <= 20000),
  no_action text constraint agenda_item_no_action_check check (char_length(no_action) <= 20000),
  carried_why text constraint agenda_item_carried_why_check check (char_length(carried_why) <= 20000),
  removed_why text constraint agenda_item_removed_why_check check (char_length(removed_why) <= 20000),
  new_position integer constraint agenda_item_new_position_check check (new_position between 1 and 500),
  primary key (id),
  unique (reference)
);
create index agenda_item_due on canopy.agenda_item (next_due_at, reference) where closed_at is null;
create index agenda_item_event on canopy.agenda_item (listed_on);
create index agenda_item_state on canopy.agenda_item (state);
create index agenda_item_updated on canopy.agenda_item (updated_at);
create index agenda_item_stood on canopy.agenda_item using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index agenda_item_meeting on canopy.agenda_item (meeting);
create index agenda_item_daily_case on canopy.agenda_item (daily_case);
create index agenda_item_nomination on canopy.agenda_item (nomination);
create index agenda_item_carried_from on canopy.agenda_item (carried_from);
create unique index agenda_item_one_per on canopy.agenda_item (meeting, daily_case) where state not in ('removed');
comment on table canopy.agenda_item is 'Agenda item';

create table canopy.agenda_item_history (
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
  meeting uuid,
  kind text,
  invited uuid[],
  position integer,
  listed_on date,
  daily_case uuid,
  nomination uuid,
  topic text,
  why_today text,
  why_note text,
  children integer,
  carried_from uuid,
  opened_at timestamptz,
  closed_item_at timestamptz,
  discussion text,
  risk text,
  full_conference boolean,
  conference_on date,
  why_no_conference text,
  children_step text,
  children_why text,
  decision text,
  decision_why text,
  no_action text,
  carried_why text,
  removed_why text,
  new_position integer,
  primary key (history_id),
  unique (id, version)
);
create index agenda_item_history_updated on canopy.agenda_item_history (updated_at);
comment on table canopy.agenda_item_history is 'Every version of every agenda item: what was known when, who wrote it, in which words it was asked';

create table canopy.agenda_item_clock (
  id uuid not null,
  record_id uuid not null references canopy.agenda_item (id),
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
create index agenda_item_clock_record on canopy.agenda_item_clock (record_id) where superseded_at is null;
create index agenda_item_clock_due on canopy.agenda_item_clock (clock, due_on) where superseded_at is null;
create index agenda_item_clock_stood on canopy.agenda_item_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.agenda_item_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.agenda_item_conflicts (
  id uuid not null,
  record_id uuid not null references canopy.agenda_item (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  colleague uuid references canopy.account (id),
  conflict_why text constraint agenda_item_conflicts_conflict_why_check check (char_length(conflict_why) <= 20000),
  primary key (id)
);
create index agenda_item_conflicts_record on canopy.agenda_item_conflicts (record_id);
create unique index agenda_item_conflicts_current on canopy.agenda_item_conflicts (record_id, colleague) where superseded_at is null;
comment on table canopy.agenda_item_conflicts is 'Conflicts of interest';

create table canopy.meeting_answer (
  id uuid not null,
  reference text not null,
  state text not null constraint meeting_answer_state_check check (state in ('asked', 'answered', 'notNeeded')),
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
  item uuid,
  meeting uuid,
  agency uuid references canopy.agency (id),
  invited uuid[],
  asked_at timestamptz,
  answers_by timestamptz,
  knows boolean,
  said text constraint meeting_answer_said_check check (char_length(said) <= 1000),
  answered_at timestamptz,
  answered_by uuid references canopy.account (id),
  primary key (id),
  unique (reference)
);
create index meeting_answer_due on canopy.meeting_answer (next_due_at, reference) where closed_at is null;
create index meeting_answer_event on canopy.meeting_answer (asked_at);
create index meeting_answer_state on canopy.meeting_answer (state);
create index meeting_answer_updated on canopy.meeting_answer (updated_at);
create index meeting_answer_stood on canopy.meeting_answer using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index meeting_answer_item on canopy.meeting_answer (item);
create index meeting_answer_meeting on canopy.meeting_answer (meeting);
create unique index meeting_answer_one_per on canopy.meeting_answer (item, agency);
comment on table canopy.meeting_answer is 'Answer before a meeting';

create table canopy.meeting_answer_history (
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
  item uuid,
  meeting uuid,
  agency uuid,
  invited uuid[],
  asked_at timestamptz,
  answers_by timestamptz,
  knows boolean,
  said text,
  answered_at timestamptz,
  answered_by uuid,
  primary key (history_id),
  unique (id, version)
);
create index meeting_answer_history_updated on canopy.meeting_answer_history (updated_at);
comment on table canopy.meeting_answer_history is 'Every version of every answer before a meeting: what was known when, who wrote it, in which words it was asked';

create table canopy.meeting_answer_clock (
  id uuid not null,
  record_id uuid not null references canopy.meeting_answer (id),
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
create index meeting_answer_clock_record on canopy.meeting_answer_clock (record_id) where superseded_at is null;
create index meeting_answer_clock_due on canopy.meeting_answer_clock (clock, due_on) where superseded_at is null;
create index meeting_answer_clock_stood on canopy.meeting_answer_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.meeting_answer_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.meeting_pack (
  id uuid not null,
  reference text not null,
  state text not null constraint meeting_pack_state_check check (state in ('frozen', 'replaced')),
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
  meeting uuid,
  invited uuid[],
  number integer constraint meeting_pack_number_check check (number between 0 and 1000000),
  frozen_at timestamptz,
  up integer constraint meeting_pack_up_check check (up between 0 and 1000000),
  down integer constraint meeting_pack_down_check check (down between 0 and 1000000),
  same integer constraint meeting_pack_same_check check (same between 0 and 1000000),
  fresh integer constraint meeting_pack_fresh_check check (fresh between 0 and 1000000),
  actions_done integer constraint meeting_pack_actions_done_check check (actions_done between 0 and 1000000),
  actions_late integer constraint meeting_pack_actions_late_check check (actions_late between 0 and 1000000),
  actions_blocked integer constraint meeting_pack_actions_blocked_check check (actions_blocked between 0 and 1000000),
  actions_open integer constraint meeting_pack_actions_open_check check (actions_open between 0 and 1000000),
  primary key (id),
  unique (reference)
);
create index meeting_pack_due on canopy.meeting_pack (next_due_at, reference) where closed_at is null;
create index meeting_pack_event on canopy.meeting_pack (frozen_at);
create index meeting_pack_state on canopy.meeting_pack (state);
create index meeting_pack_updated on canopy.meeting_pack (updated_at);
create index meeting_pack_stood on canopy.meeting_pack using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index meeting_pack_meeting on canopy.meeting_pack (meeting);
comment on table canopy.meeting_pack is 'Meeting pack';

create table canopy.meeting_pack_history (
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
  meeting uuid,
  invited uuid[],
  number integer,
  frozen_at timestamptz,
  up integer,
  down integer,
  same integer,
  fresh integer,
  actions_done integer,
  actions_late integer,
  actions_blocked integer,
  actions_open integer,
  primary key (history_id),
  unique (id, version)
);
create index meeting_pack_history_updated on canopy.meeting_pack_history (updated_at);
comment on table canopy.meeting_pack_history is 'Every version of every meeting pack: what was known when, who wrote it, in which words it was asked';

create table canopy.meeting_pack_clock (
  id uuid not null,
  record_id uuid not null references canopy.meeting_pack (id),
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
create index meeting_pack_clock_record on canopy.meeting_pack_clock (record_id) where superseded_at is null;
create index meeting_pack_clock_due on canopy.meeting_pack_clock (clock, due_on) where superseded_at is null;
create index meeting_pack_clock_stood on canopy.meeting_pack_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.meeting_pack_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.meeting_pack_copies (
  id uuid not null,
  record_id uuid not null references canopy.meeting_pack (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  audience text constraint meeting_pack_copies_audience_check check (audience in ('full', 'partner', 'school')),
  school uuid references canopy.agency (id),
  form text constraint meeting_pack_copies_form_check check (form in ('word', 'pdf', 'page')),
  copy integer constraint meeting_pack_copies_copy_check check (copy between 0 and 1000000),
  for_whom text constraint meeting_pack_copies_for_whom_check check (char_length(for_whom) <= 200),
  taken_by uuid references canopy.account (id),
  primary key (id)
);
create index meeting_pack_copies_record on canopy.meeting_pack_copies (record_id);
comment on table canopy.meeting_pack_copies is 'Copies given out';

create table canopy.pack_page (
  id uuid not null,
  reference text not null,
  state text not null constraint pack_page_state_check check (state in ('frozen')),
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
  pack uuid,
  item uuid,
  invited uuid[],
  as_at date,
  section text constraint pack_page_section_check check (section in ('actions', 'children', 'harm', 'places', 'themes', 'cases', 'decision')),
  position integer constraint pack_page_position_check check (position between 0 and 1000000),
  called text constraint pack_page_called_check check (char_length(called) <= 200),
  aliases text constraint pack_page_aliases_check check (char_length(aliases) <= 300),
  school uuid references canopy.agency (id),
  placed_in text constraint pack_page_placed_in_check check (char_length(placed_in) <= 120),
  risk text constraint pack_page_risk_check check (risk in ('standard', 'medium', 'high', 'emerging', 'moderate', 'significant')),
  risk_before text constraint pack_page_risk_before_check check (risk_before in ('standard', 'medium', 'high', 'emerging', 'moderate', 'significant')),
  change text constraint pack_page_change_check check (change in ('up', 'down', 'same', 'new')),
  since_last text constraint pack_page_since_last_check check (char_length(since_last) <= 20000),
  why_now text constraint pack_page_why_now_check check (char_length(why_now) <= 20000),
  tried text constraint pack_page_tried_check check (char_length(tried) <= 20000),
  plan text constraint pack_page_plan_check check (char_length(plan) <= 20000),
  voice text constraint pack_page_voice_check check (char_length(voice) <= 20000),
  network text constraint pack_page_network_check check (char_length(network) <= 20000),
  asks text constraint pack_page_asks_check check (char_length(asks) <= 20000),
  open_actions text constraint pack_page_open_actions_check check (char_length(open_actions) <= 20000),
  police_only text constraint pack_page_police_only_check check (char_length(police_only) <= 20000),
  primary key (id),
  unique (reference)
);
create index pack_page_due on canopy.pack_page (next_due_at, reference) where closed_at is null;
create index pack_page_event on canopy.pack_page (as_at);
create index pack_page_state on canopy.pack_page (state);
create index pack_page_updated on canopy.pack_page (updated_at);
create index pack_page_stood on canopy.pack_page using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index pack_page_pack on canopy.pack_page (pack);
create index pack_page_item on canopy.pack_page (item);
comment on table canopy.pack_page is 'Page of a pack';

create table canopy.pack_page_history (
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
  pack uuid,
  item uuid,
  invited uuid[],
  as_at date,
  section text,
  position integer,
  called text,
  aliases text,
  school uuid,
  placed_in text,
  risk text,
  risk_before text,
  change text,
  since_last text,
  why_now text,
  tried text,
  plan text,
  voice text,
  network text,
  asks text,
  open_actions text,
  police_only text,
  primary key (history_id),
  unique (id, version)
);
create index pack_page_history_updated on canopy.pack_page_history (updated_at);
comment on table canopy.pack_page_history is 'Every version of every page of a pack: what was known when, who wrote it, in which words it was asked';

create table canopy.pack_page_clock (
  id uuid not null,
  record_id uuid not null references canopy.pack_page (id),
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
create index pack_page_clock_record on canopy.pack_page_clock (record_id) where superseded_at is null;
create index pack_page_clock_due on canopy.pack_page_clock (clock, due_on) where superseded_at is null;
create index pack_page_clock_stood on canopy.pack_page_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.pack_page_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.daily_case (
  id uuid not null,
  reference text not null,
  state text not null constraint daily_case_state_check check (state in ('referred', 'heard', 'closed', 'recordedInError')),
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
  referred_on date,
  referred_by uuid references canopy.agency (id),
  criterion text constraint daily_case_criterion_check check (criterion in ('visible', 'judgement', 'escalation', 'repeat', 'mediumRisk')),
  consent text constraint daily_case_consent_check check (consent in ('agreed', 'knows', 'notAsked')),
  why_without text constraint daily_case_why_without_check check (char_length(why_without) <= 20000),
  adult_person uuid,
  adult_given text constraint daily_case_adult_given_check check (char_length(adult_given) <= 200),
  adult_family text constraint daily_case_adult_family_check check (char_length(adult_family) <= 200),
  adult_born_on date,
  adult_sex text constraint daily_case_adult_sex_check check (adult_sex in ('female', 'male', 'other', 'notKnown')),
  adult_address text constraint daily_case_adult_address_check check (char_length(adult_address) <= 300),
  adult_telephone text constraint daily_case_adult_telephone_check check (char_length(adult_telephone) <= 60),
  safe_contact text constraint daily_case_safe_contact_check check (char_length(safe_contact) <= 20000),
  harm_person uuid,
  harm_given text constraint daily_case_harm_given_check check (char_length(harm_given) <= 200),
  harm_family text constraint daily_case_harm_family_check check (char_length(harm_family) <= 200),
  harm_born_on date,
  relation text constraint daily_case_relation_check check (relation in ('partner', 'formerPartner', 'family', 'notKnown')),
  housing text constraint daily_case_housing_check check (housing in ('council', 'association', 'private', 'owned', 'temporary', 'notKnown')),
  level text constraint daily_case_level_check check (level in ('standard', 'medium', 'high', 'emerging', 'moderate', 'significant')),
  incident_count integer constraint daily_case_incident_count_check check (incident_count between 0 and 1000000),
  last_incident_at timestamptz,
  repeat_on date,
  heard_by uuid[],
  first_heard_on date,
  last_heard_on date,
  times_heard integer constraint daily_case_times_heard_check check (times_heard between 0 and 1000000),
  conference_on date,
  waiting_since timestamptz,
  contacts_made integer constraint daily_case_contacts_made_check check (contacts_made between 0 and 1000000),
  closed_why text constraint daily_case_closed_why_check check (closed_why in ('safer', 'moved', 'noFurther', 'withdrew', 'other')),
  closed_note text constraint daily_case_closed_note_check check (char_length(closed_note) <= 20000),
  closed_on date,
  mistaken_why text constraint daily_case_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index daily_case_due on canopy.daily_case (next_due_at, reference) where closed_at is null;
create index daily_case_event on canopy.daily_case (referred_on);
create index daily_case_state on canopy.daily_case (state);
create index daily_case_updated on canopy.daily_case (updated_at);
create index daily_case_stood on canopy.daily_case using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index daily_case_adult_person on canopy.daily_case (adult_person);
create index daily_case_harm_person on canopy.daily_case (harm_person);
comment on table canopy.daily_case is 'Domestic abuse case';

create table canopy.daily_case_history (
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
  referred_on date,
  referred_by uuid,
  criterion text,
  consent text,
  why_without text,
  adult_person uuid,
  adult_given text,
  adult_family text,
  adult_born_on date,
  adult_sex text,
  adult_address text,
  adult_telephone text,
  safe_contact text,
  harm_person uuid,
  harm_given text,
  harm_family text,
  harm_born_on date,
  relation text,
  housing text,
  level text,
  incident_count integer,
  last_incident_at timestamptz,
  repeat_on date,
  heard_by uuid[],
  first_heard_on date,
  last_heard_on date,
  times_heard integer,
  conference_on date,
  waiting_since timestamptz,
  contacts_made integer,
  closed_why text,
  closed_note text,
  closed_on date,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index daily_case_history_updated on canopy.daily_case_history (updated_at);
comment on table canopy.daily_case_history is 'Every version of every domestic abuse case: what was known when, who wrote it, in which words it was asked';

create table canopy.daily_case_clock (
  id uuid not null,
  record_id uuid not null references canopy.daily_case (id),
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
create index daily_case_clock_record on canopy.daily_case_clock (record_id) where superseded_at is null;
create index daily_case_clock_due on canopy.daily_case_clock (clock, due_on) where superseded_at is null;
create index daily_case_clock_stood on canopy.daily_case_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.daily_case_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.daily_case_incidents (
  id uuid not null,
  record_id uuid not null references canopy.daily_case (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  happened_at timestamptz,
  told_by text constraint daily_case_incidents_told_by_check check (told_by in ('police', 'survivor', 'health', 'housing', 'advocate', 'socialCare', 'other')),
  police_reference text constraint daily_case_incidents_police_reference_check check (char_length(police_reference) <= 40),
  what text constraint daily_case_incidents_what_check check (what in ('violence', 'strangulation', 'sexual', 'threats', 'stalking', 'control', 'breach', 'other')),
  account text constraint daily_case_incidents_account_check check (char_length(account) <= 20000),
  score integer constraint daily_case_incidents_score_check check (score between 0 and 27),
  judgement text constraint daily_case_incidents_judgement_check check (judgement in ('standard', 'medium', 'high')),
  primary key (id)
);
create index daily_case_incidents_record on canopy.daily_case_incidents (record_id);
comment on table canopy.daily_case_incidents is 'Incidents';

create table canopy.daily_case_children (
  id uuid not null,
  record_id uuid not null references canopy.daily_case (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  child_given text constraint daily_case_children_child_given_check check (char_length(child_given) <= 100),
  child_family text constraint daily_case_children_child_family_check check (char_length(child_family) <= 100),
  child_born_on date,
  child uuid,
  saw text constraint daily_case_children_saw_check check (saw in ('present', 'heard', 'lives', 'hurt', 'notKnown')),
  primary key (id)
);
create index daily_case_children_record on canopy.daily_case_children (record_id);
comment on table canopy.daily_case_children is 'Children';

create table canopy.panel_nomination (
  id uuid not null,
  reference text not null,
  state text not null constraint panel_nomination_state_check check (state in ('nominated', 'moreNeeded', 'accepted', 'elsewhere', 'closed')),
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
  subject text constraint panel_nomination_subject_check check (subject in ('child', 'harm', 'place', 'group', 'theme')),
  person uuid,
  peer_group uuid,
  label text constraint panel_nomination_label_check check (char_length(label) <= 120),
  also_called text constraint panel_nomination_also_called_check check (char_length(also_called) <= 200),
  school text constraint panel_nomination_school_check check (char_length(school) <= 120),
  placed_in text constraint panel_nomination_placed_in_check check (char_length(placed_in) <= 120),
  nominated_on date,
  kinds text[] constraint panel_nomination_kinds_check check (kinds <@ array['sexual', 'criminal', 'violence', 'behaviour', 'online', 'trafficking']::text[]),
  criteria text[] constraint panel_nomination_criteria_check check (criteria <@ array['missing', 'adults', 'money', 'travel', 'drugs', 'weapon', 'school', 'online', 'debt', 'sexual', 'named', 'other']::text[]),
  risk text constraint panel_nomination_risk_check check (risk in ('emerging', 'moderate', 'significant')),
  why_now text constraint panel_nomination_why_now_check check (char_length(why_now) <= 20000),
  tried text constraint panel_nomination_tried_check check (char_length(tried) <= 20000),
  asks text constraint panel_nomination_asks_check check (char_length(asks) <= 20000),
  plan text constraint panel_nomination_plan_check check (char_length(plan) <= 20000),
  child_voice text constraint panel_nomination_child_voice_check check (char_length(child_voice) <= 20000),
  police_only text constraint panel_nomination_police_only_check check (char_length(police_only) <= 20000),
  nominated_by uuid references canopy.account (id),
  sift text constraint panel_nomination_sift_check check (sift in ('accept', 'moreNeeded', 'elsewhere')),
  sift_why text constraint panel_nomination_sift_why_check check (char_length(sift_why) <= 20000),
  sifted_on date,
  sifted_by uuid references canopy.account (id),
  heard_by uuid[],
  first_heard_on date,
  last_heard_on date,
  times_heard integer constraint panel_nomination_times_heard_check check (times_heard between 0 and 1000000),
  risk_at_start text constraint panel_nomination_risk_at_start_check check (risk_at_start in ('emerging', 'moderate', 'significant')),
  panel_risk text constraint panel_nomination_panel_risk_check check (panel_risk in ('emerging', 'moderate', 'significant')),
  risk_before text constraint panel_nomination_risk_before_check check (risk_before in ('emerging', 'moderate', 'significant')),
  risk_at_end text constraint panel_nomination_risk_at_end_check check (risk_at_end in ('emerging', 'moderate', 'significant')),
  review_on date,
  closed_on date,
  closed_why text constraint panel_nomination_closed_why_check check (char_length(closed_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index panel_nomination_due on canopy.panel_nomination (next_due_at, reference) where closed_at is null;
create index panel_nomination_event on canopy.panel_nomination (nominated_on);
create index panel_nomination_state on canopy.panel_nomination (state);
create index panel_nomination_updated on canopy.panel_nomination (updated_at);
create index panel_nomination_stood on canopy.panel_nomination using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index panel_nomination_person on canopy.panel_nomination (person);
create index panel_nomination_peer_group on canopy.panel_nomination (peer_group);
comment on table canopy.panel_nomination is 'Nomination for the exploitation panel';

create table canopy.panel_nomination_history (
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
  person uuid,
  peer_group uuid,
  label text,
  also_called text,
  school text,
  placed_in text,
  nominated_on date,
  kinds text[],
  criteria text[],
  risk text,
  why_now text,
  tried text,
  asks text,
  plan text,
  child_voice text,
  police_only text,
  nominated_by uuid,
  sift text,
  sift_why text,
  sifted_on date,
  sifted_by uuid,
  heard_by uuid[],
  first_heard_on date,
  last_heard_on date,
  times_heard integer,
  risk_at_start text,
  panel_risk text,
  risk_before text,
  risk_at_end text,
  review_on date,
  closed_on date,
  closed_why text,
  primary key (history_id),
  unique (id, version)
);
create index panel_nomination_history_updated on canopy.panel_nomination_history (updated_at);
comment on table canopy.panel_nomination_history is 'Every version of every nomination for the exploitation panel: what was known when, who wrote it, in which words it was asked';

create table canopy.panel_nomination_clock (
  id uuid not null,
  record_id uuid not null references canopy.panel_nomination (id),
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
create index panel_nomination_clock_record on canopy.panel_nomination_clock (record_id) where superseded_at is null;
create index panel_nomination_clock_due on canopy.panel_nomination_clock (clock, due_on) where superseded_at is null;
create index panel_nomination_clock_stood on canopy.panel_nomination_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.panel_nomination_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.panel_nomination_network (
  id uuid not null,
  record_id uuid not null references canopy.panel_nomination (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  tie_kind text constraint panel_nomination_network_tie_kind_check check (tie_kind in ('child', 'adult', 'group', 'place', 'online')),
  tie_name text constraint panel_nomination_network_tie_name_check check (char_length(tie_name) <= 120),
  tie_is text constraint panel_nomination_network_tie_is_check check (char_length(tie_is) <= 200),
  tie_sure text constraint panel_nomination_network_tie_sure_check check (tie_sure in ('confirmed', 'likely', 'possible')),
  primary key (id)
);
create index panel_nomination_network_record on canopy.panel_nomination_network (record_id);
comment on table canopy.panel_nomination_network is 'Network';

create table canopy.agreed_action (
  id uuid not null,
  reference text not null,
  state text not null constraint agreed_action_state_check check (state in ('open', 'blocked', 'reported', 'done', 'cancelled', 'duplicate')),
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
  source text constraint agreed_action_source_check check (source in ('atMeeting', 'plan', 'inspection', 'audit', 'review', 'learning', 'scrutiny', 'other')),
  source_note text constraint agreed_action_source_note_check check (char_length(source_note) <= 200),
  item uuid,
  meeting uuid,
  invited uuid[],
  agreed_on date,
  task text constraint agreed_action_task_check check (char_length(task) <= 500),
  outcome_required text constraint agreed_action_outcome_required_check check (char_length(outcome_required) <= 20000),
  owner_person uuid references canopy.account (id),
  owner_agency uuid references canopy.agency (id),
  due_at timestamptz,
  done_on date,
  result text constraint agreed_action_result_check check (char_length(result) <= 20000),
  reported_by uuid references canopy.account (id),
  reported_at timestamptz,
  blocked_why text constraint agreed_action_blocked_why_check check (char_length(blocked_why) <= 20000),
  changed_why text constraint agreed_action_changed_why_check check (char_length(changed_why) <= 20000),
  sent_back_why text constraint agreed_action_sent_back_why_check check (char_length(sent_back_why) <= 20000),
  cancelled_why text constraint agreed_action_cancelled_why_check check (char_length(cancelled_why) <= 20000),
  same_as uuid,
  agreed_done_by uuid references canopy.account (id),
  closed_on date,
  primary key (id),
  unique (reference)
);
create index agreed_action_due on canopy.agreed_action (next_due_at, reference) where closed_at is null;
create index agreed_action_event on canopy.agreed_action (agreed_on);
create index agreed_action_state on canopy.agreed_action (state);
create index agreed_action_updated on canopy.agreed_action (updated_at);
create index agreed_action_stood on canopy.agreed_action using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index agreed_action_item on canopy.agreed_action (item);
create index agreed_action_meeting on canopy.agreed_action (meeting);
create index agreed_action_same_as on canopy.agreed_action (same_as);
create unique index agreed_action_one_per on canopy.agreed_action (item, lower(task)) where state not in ('cancelled', 'duplicate');
comment on table canopy.agreed_action is 'Action';

create table canopy.agreed_action_history (
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
  source text,
  source_note text,
  item uuid,
  meeting uuid,
  invited uuid[],
  agreed_on date,
  task text,
  outcome_required text,
  owner_person uuid,
  owner_agency uuid,
  due_at timestamptz,
  done_on date,
  result text,
  reported_by uuid,
  reported_at timestamptz,
  blocked_why text,
  changed_why text,
  sent_back_why text,
  cancelled_why text,
  same_as uuid,
  agreed_done_by uuid,
  closed_on date,
  primary key (history_id),
  unique (id, version)
);
create index agreed_action_history_updated on canopy.agreed_action_history (updated_at);
comment on table canopy.agreed_action_history is 'Every version of every action: what was known when, who wrote it, in which words it was asked';

create table canopy.agreed_action_clock (
  id uuid not null,
  record_id uuid not null references canopy.agreed_action (id),
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
create index agreed_action_clock_record on canopy.agreed_action_clock (record_id) where superseded_at is null;
create index agreed_action_clock_due on canopy.agreed_action_clock (clock, due_on) where superseded_at is null;
create index agreed_action_clock_stood on canopy.agreed_action_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.agreed_action_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.agreed_action_updates (
  id uuid not null,
  record_id uuid not null references canopy.agreed_action (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  updated_on date,
  rating text constraint agreed_action_updates_rating_check check (rating in ('green', 'amber', 'red')),
  news text constraint agreed_action_updates_news_check check (char_length(news) <= 20000),
  primary key (id)
);
create index agreed_action_updates_record on canopy.agreed_action_updates (record_id);
comment on table canopy.agreed_action_updates is 'Updates';

alter table canopy.contact add column daily_case uuid;

alter table canopy.contact_history add column daily_case uuid;

CREATE INDEX contact_daily_case ON canopy.contact USING btree (daily_case);

create index agenda_item_conflicts_colleague on canopy.agenda_item_conflicts (colleague) where superseded_at is null;
comment on index canopy.agenda_item_conflicts_colleague is 'Every policy of meetings asks for the conflicts of one person.';
create index agreed_action_person on canopy.agreed_action (owner_person) where closed_at is null;
comment on index canopy.agreed_action_person is 'What one colleague still has to do.';
create index agreed_action_agency on canopy.agreed_action (owner_agency) where closed_at is null;
comment on index canopy.agreed_action_agency is 'What one agency still has to do.';

-- Whoever has declared a conflict of interest is shown nothing of the case: not on the agenda, not in packs, not in minutes. Definer,
-- because the policies of agenda items ask for it.
create function canopy.conflicting_items() returns setof uuid
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select c.record_id from canopy.agenda_item_conflicts c
   where c.superseded_at is null and c.colleague = nullif(current_setting('canopy.account', true), '')::uuid
     and current_setting('canopy.role', true) is distinct from 'system'
$$;
comment on function canopy.conflicting_items is 'Agenda items with which the signed-in person has a conflict of interest.';

create function canopy.conflicting_cases() returns setof uuid
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select i.daily_case from canopy.agenda_item i where i.daily_case is not null and i.id in (select canopy.conflicting_items())
$$;
comment on function canopy.conflicting_cases is 'Cases of domestic abuse with which the signed-in person has a conflict of interest.';

create function canopy.conflicting_nominations() returns setof uuid
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select i.nomination from canopy.agenda_item i where i.nomination is not null and i.id in (select canopy.conflicting_items())
$$;
comment on function canopy.conflicting_nominations is 'Nominations with which the signed-in person has a conflict of interest.';

revoke execute on function canopy.conflicting_items, canopy.conflicting_cases, canopy.conflicting_nominations from public;
grant execute on function canopy.conflicting_items, canopy.conflicting_cases, canopy.conflicting_nominations to canopy_app, canopy_figures;
