-- What the engine keeps besides the registers: who signs in, their posts, sessions, drafts, settings, words, the ledger.

create table canopy.agency (
  id uuid primary key,
  code text not null unique,
  name text not null,
  kind text not null,
  valid_from date not null,
  valid_to date
);
comment on table canopy.agency is 'Organisations of the partnership. Valid-from and valid-to, so that old records keep old names.';

create table canopy.team (
  id uuid primary key,
  agency_id uuid not null references canopy.agency (id),
  code text not null unique,
  name text not null,
  valid_from date not null,
  valid_to date
);

create table canopy.account (
  id uuid primary key,
  username text not null unique,
  name text not null,
  -- One click away on the sign-in page; only a demonstration has such accounts.
  demonstration text,
  created_at timestamptz not null,
  closed_at timestamptz
);
comment on table canopy.account is 'A person who signs in. Never shared: joint accounts are refused.';

create table canopy.credential (
  account_id uuid primary key references canopy.account (id),
  password_hash text not null,
  failed_count integer not null default 0,
  locked_until timestamptz,
  changed_at timestamptz not null
);
comment on table canopy.credential is 'Apart from account so that no ordinary query can reach a password hash.';

create table canopy.post (
  id uuid primary key,
  account_id uuid not null references canopy.account (id),
  role text not null,
  agency_id uuid not null references canopy.agency (id),
  team_id uuid references canopy.team (id),
  valid_from date not null,
  valid_to date
);
create index on canopy.post (account_id);
comment on table canopy.post is 'The role a person holds in an agency and team for a time. A session acts in one post.';

create table canopy.session (
  token_hash text primary key,
  account_id uuid not null references canopy.account (id),
  post_id uuid not null references canopy.post (id),
  csrf text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
comment on table canopy.session is 'Server-side sessions. Only a hash of the cookie is kept: a copy of this table opens nothing.';

-- One round trip at the head of every request, and nobody but the owner can read the table itself.
create function canopy.find_session(wanted text, at timestamptz, idle_after timestamptz, started_after timestamptz)
returns table (account_id uuid, post_id uuid, csrf text, seen_at timestamptz, alive boolean, posts jsonb)
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select s.account_id, s.post_id, s.csrf, s.seen_at,
         s.ended_at is null and s.seen_at >= idle_after and s.created_at >= started_after,
         (select jsonb_agg(jsonb_build_object(
                   'accountId', a.id, 'name', a.name, 'postId', p.id, 'role', p.role, 'agencyId', p.agency_id,
                   'agencyName', g.name, 'teamId', p.team_id, 'teamName', coalesce(t.name, '')) order by p.valid_from, p.id)
            from canopy.post p join canopy.account a on a.id = p.account_id
            join canopy.agency g on g.id = p.agency_id left join canopy.team t on t.id = p.team_id
           where a.id = s.account_id and a.closed_at is null
             and p.valid_from <= (at at time zone 'Europe/London')::date
             and (p.valid_to is null or p.valid_to >= (at at time zone 'Europe/London')::date))
    from canopy.session s where s.token_hash = wanted
$$;

create table canopy.draft (
  id uuid primary key,
  account_id uuid not null references canopy.account (id),
  register text not null,
  -- The record an action is done on; null while a new record is being started.
  record_id uuid,
  action text not null,
  -- Exactly what was typed, valid or not: the one place where answers are not yet facts.
  typed jsonb not null default '{}',
  revision integer not null default 1,
  base_version integer,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  -- Set when the draft was carried out, so that a second submission finds the record instead of making another.
  performed_reference text,
  performed_at timestamptz
);
create unique index draft_one_per_action on canopy.draft (account_id, register, record_id, action)
  where performed_at is null and record_id is not null;
create index on canopy.draft (account_id, performed_at);
comment on table canopy.draft is 'Everything typed and not yet carried out. Drafts never block and are never cut.';

create table canopy.submission (
  account_id uuid not null references canopy.account (id),
  key text not null,
  register text not null,
  reference text not null,
  at timestamptz not null,
  primary key (account_id, key)
);
comment on table canopy.submission is 'Idempotency keys of the API: the same submission twice gives the same record.';

create table canopy.setting (
  key text not null,
  value numeric not null,
  valid_from date not null,
  set_at timestamptz not null,
  set_by uuid references canopy.account (id),
  reason text not null,
  primary key (key, valid_from)
);
comment on table canopy.setting is 'Local policy: time limits and thresholds with the day from which they hold. Absent means the declared default.';

create table canopy.wording (
  id text primary key,
  register text not null,
  words jsonb not null,
  first_used_at timestamptz not null
);
comment on table canopy.wording is 'Questions, options and labels as they were asked. History rows name the wording they were written under.';

create table canopy.reference_counter (
  prefix text not null,
  year integer not null,
  last integer not null,
  primary key (prefix, year)
);

create table canopy.school_calendar (
  urn text not null,
  kind text not null check (kind in ('term', 'closure')),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  day_start text not null default '09:00',
  source text not null,
  primary key (urn, kind, from_day)
);
comment on table canopy.school_calendar is 'Terms and closures of each school (rulebook OE-03): a school day is a property of the child''s own school.';

create table canopy.compiled (
  what text primary key,
  digest text not null,
  at timestamptz not null
);
comment on table canopy.compiled is 'Digest of the row-level security in force, so that a start recompiles it only when the declarations changed.';

create table canopy.ledger (
  seq bigint primary key,
  at timestamptz not null,
  account_id uuid,
  role text,
  event text not null,
  register text,
  record_id uuid,
  reference text,
  action text,
  -- A short code or count, never anything about a person.
  detail text,
  -- Of the row as written, so that a changed history row is found as well as a changed ledger row.
  digest text,
  prev_hash text not null,
  hash text not null
);
create index on canopy.ledger (record_id, seq);
create index on canopy.ledger (account_id, seq);
comment on table canopy.ledger is 'Who did, tried or looked at what. Each row carries the hash of the one before; rows are never changed.';

create function canopy.ledger_text(entry canopy.ledger) returns text
language sql stable as $$
  select jsonb_build_array(
    entry.seq, entry.prev_hash, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.account_id,
    entry.role, entry.event, entry.register, entry.record_id, entry.reference, entry.action, entry.detail, entry.digest
  )::text
$$;

create function canopy.ledger_append() returns trigger
language plpgsql security definer set search_path = canopy, pg_catalog as $$
declare
  head record;
begin
  -- One writer at a time, from here to its commit: a chain has one end. Callers append as the last thing they do.
  perform pg_advisory_xact_lock(7236001);
  select seq, hash into head from canopy.ledger order by seq desc limit 1;
  new.seq := coalesce(head.seq, 0) + 1;
  new.prev_hash := coalesce(head.hash, repeat('0', 64));
  new.hash := encode(sha256(convert_to(canopy.ledger_text(new), 'UTF8')), 'hex');
  return new;
end
$$;
create trigger ledger_append before insert on canopy.ledger for each row execute function canopy.ledger_append();

create function canopy.ledger_refuse() returns trigger
language plpgsql as $$
begin
  raise exception 'The ledger and history are never changed (%)', tg_op using errcode = 'insufficient_privilege';
end
$$;
create trigger ledger_refuse before update or delete or truncate on canopy.ledger
  for each statement execute function canopy.ledger_refuse();
