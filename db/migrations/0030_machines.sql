-- Other systems work with Canopy: service accounts with tokens, webhooks, and what the police say of a child coming to notice.

alter table canopy.account add column machine boolean not null default false;
comment on column canopy.account.machine is 'A service account: another system of an agency. It has no password and is never offered where people are chosen.';

create table canopy.api_token (
  id uuid primary key,
  token_hash text not null unique,
  -- The service account outlives its tokens, so that a report sent again with a new token is still the same report.
  account_id uuid not null references canopy.account (id),
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  created_by uuid not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_account on canopy.api_token (account_id);
comment on table canopy.api_token is 'How a service account shows who it is. Only a hash is kept: a copy of this table opens nothing.';

-- Asked before anybody is known, like find_session. A token that has ended is found as well, so that the ledger can say whose it was.
create function canopy.find_token(wanted text, at timestamptz)
returns table (id uuid, account_id uuid, last_used_at timestamptz, scopes text[], actor jsonb)
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select t.id, t.account_id, t.last_used_at, t.scopes, held.actor
    from canopy.api_token t
    left join lateral (
      select jsonb_build_object(
               'accountId', a.id, 'name', a.name, 'postId', p.id, 'role', p.role, 'agencyId', p.agency_id,
               'agencyName', g.name, 'teamId', p.team_id, 'teamName', coalesce(m.name, '')) as actor
        from canopy.account a join canopy.post p on p.account_id = a.id
        join canopy.agency g on g.id = p.agency_id left join canopy.team m on m.id = p.team_id
       where a.id = t.account_id and a.machine and a.closed_at is null
         and t.revoked_at is null and t.expires_at > at
         and p.valid_from <= (at at time zone 'Europe/London')::date
         and (p.valid_to is null or p.valid_to >= (at at time zone 'Europe/London')::date)
       order by p.valid_from desc, p.id limit 1
    ) held on true
   where t.token_hash = wanted
$$;
revoke execute on function canopy.find_token from public;
grant execute on function canopy.find_token to canopy_app;

create table canopy.webhook (
  id uuid primary key,
  -- Events are about records that this service account may see.
  account_id uuid not null references canopy.account (id),
  address text not null,
  -- Sealed with a key that is not in the database: a copy of this table signs nothing.
  secret text not null,
  -- A register and a deed, or * for each: "contact:agree".
  events text[] not null check (cardinality(events) > 0),
  created_at timestamptz not null,
  created_by uuid not null,
  last_sequence bigint not null default 0,
  paused_at timestamptz,
  ended_at timestamptz,
  -- Of the event that is next: one that waits holds up all behind it, which keeps the order.
  next_try_at timestamptz not null,
  -- A server that died while it sent leaves this behind: after a time another takes it up.
  claimed_at timestamptz
);
create index webhook_events on canopy.webhook using gin (events) where ended_at is null;
comment on table canopy.webhook is 'Where an agency wants to be told that a record changed. Told is that it did, never what is in it.';

create table canopy.webhook_event (
  -- The order in which it was noted. Deeds on one record wait for each other, so of one record this is the order of its deeds.
  noted bigint generated always as identity primary key,
  id uuid not null unique,
  webhook_id uuid not null references canopy.webhook (id),
  -- Given when it is sent for the first time, one after the other for each subscription. A deed that took a number itself
  -- would make every other deed of the partnership wait.
  sequence bigint,
  register text not null,
  record_id uuid not null,
  reference text not null,
  action text not null,
  record_state text not null,
  version integer not null,
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead', 'unseen')),
  attempts integer not null default 0,
  -- A short code. What a consumer answers is never kept.
  failure text,
  settled_at timestamptz,
  unique (webhook_id, sequence)
);
create index webhook_event_waiting on canopy.webhook_event (webhook_id, sequence, noted) where state = 'waiting';
create index webhook_event_dead on canopy.webhook_event (webhook_id, sequence) where state = 'dead';
comment on table canopy.webhook_event is 'What each subscription is to be told, was told, or could not be told. No personal data.';

-- Written in the transaction of the deed, by whoever does it: who subscribes is not for that person to read.
create function canopy.note_event(
  of_register text, of_record uuid, of_reference text, of_action text, of_state text, of_version integer, of_at timestamptz
) returns void
language sql volatile security definer set search_path = canopy, pg_catalog as $$
  insert into canopy.webhook_event (id, webhook_id, register, record_id, reference, action, record_state, version, at)
  select gen_random_uuid(), w.id, of_register, of_record, of_reference, of_action, of_state, of_version, of_at
    from canopy.webhook w
   where w.ended_at is null and w.events && array[of_register || ':' || of_action, of_register || ':*']
$$;
revoke execute on function canopy.note_event from public;
grant execute on function canopy.note_event to canopy_app;

create table canopy.worry_report_police (
  id uuid not null,
  record_id uuid not null references canopy.worry_report (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  incident_reference text constraint worry_report_police_incident_reference_check check (char_length(incident_reference) <= 60),
  spoken_alone text constraint worry_report_police_spoken_alone_check check (spoken_alone in ('all', 'some', 'none', 'tooYoung')),
  exploitation text constraint worry_report_police_exploitation_check check (exploitation in ('suspected', 'notSuspected', 'notConsidered')),
  intelligence text constraint worry_report_police_intelligence_check check (intelligence in ('complete', 'partly', 'none')),
  grade text constraint worry_report_police_grade_check check (grade in ('red', 'amber', 'green', 'notGraded')),
  primary key (id)
);
create index worry_report_police_record on canopy.worry_report_police (record_id);
comment on table canopy.worry_report_police is 'Police report';
