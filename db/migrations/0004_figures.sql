-- Figures as at an instant of the past: what was changed since is found by the time in which it stood.
create index contact_stood on canopy.contact using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index contact_clock_stood on canopy.contact_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at)))
  where superseded_at is not null;
create index agency_check_stood on canopy.agency_check using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index agency_check_clock_stood on canopy.agency_check_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at)))
  where superseded_at is not null;
