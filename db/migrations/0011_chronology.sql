-- Events that stand in no other register, for the one chronology of a child; and whom a private fostering arrangement is about.

create table canopy.chronology_event (
  id uuid not null,
  reference text not null,
  state text not null constraint chronology_event_state_check check (state in ('recorded', 'recordedInError')),
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
  happened_on date,
  approximate text constraint chronology_event_approximate_check check (approximate in ('exact', 'month', 'year')),
  what text constraint chronology_event_what_check check (what in ('concern', 'injury', 'missing', 'domesticAbuse', 'offence', 'hospital', 'school', 'move', 'family', 'meeting', 'help', 'strength', 'other')),
  happened text constraint chronology_event_happened_check check (char_length(happened) <= 20000),
  source uuid references canopy.agency (id),
  source_name text constraint chronology_event_source_name_check check (char_length(source_name) <= 160),
  significance text constraint chronology_event_significance_check check (significance in ('significant', 'routine')),
  mistaken_why text constraint chronology_event_mistaken_why_check check (char_length(mistaken_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index chronology_event_due on canopy.chronology_event (next_due_at, reference) where closed_at is null;
create index chronology_event_event on canopy.chronology_event (happened_on);
create index chronology_event_state on canopy.chronology_event (state);
create index chronology_event_updated on canopy.chronology_event (updated_at);
create index chronology_event_stood on canopy.chronology_event using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index chronology_event_person on canopy.chronology_event (person);
comment on table canopy.chronology_event is 'Event of a chronology';

create table canopy.chronology_event_history (
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
  happened_on date,
  approximate text,
  what text,
  happened text,
  source uuid,
  source_name text,
  significance text,
  mistaken_why text,
  primary key (history_id),
  unique (id, version)
);
create index chronology_event_history_updated on canopy.chronology_event_history (updated_at);
comment on table canopy.chronology_event_history is 'Every version of every event of a chronology: what was known when, who wrote it, in which words it was asked';

create table canopy.chronology_event_clock (
  id uuid not null,
  record_id uuid not null references canopy.chronology_event (id),
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
create index chronology_event_clock_record on canopy.chronology_event_clock (record_id) where superseded_at is null;
create index chronology_event_clock_due on canopy.chronology_event_clock (clock, due_on) where superseded_at is null;
create index chronology_event_clock_stood on canopy.chronology_event_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.chronology_event_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.chronology_event_others (
  id uuid not null,
  record_id uuid not null references canopy.chronology_event (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  also_person uuid,
  primary key (id)
);
create index chronology_event_others_record on canopy.chronology_event_others (record_id);
comment on table canopy.chronology_event_others is 'Also happened to';

alter table canopy.private_fostering add column person uuid;

alter table canopy.private_fostering_history add column person uuid;

CREATE INDEX private_fostering_person ON canopy.private_fostering USING btree (person);
