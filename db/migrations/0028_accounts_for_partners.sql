-- Partners sign in: what is known of their organisations, invitations, deputies, and a second factor.

alter table canopy.agency
  add column telephone text,
  add column address text,
  add column confirmed_at timestamptz,
  add column confirmed_by uuid references canopy.account (id);
comment on column canopy.agency.confirmed_at is 'When somebody there last said that its people are listed rightly. Asked once a term.';

alter table canopy.post add column deputy boolean not null default false;
comment on column canopy.post.deputy is 'Stands in for the designated safeguarding lead, with the same role: a deputy who could do less could not stand in.';

create table canopy.invitation (
  id uuid primary key,
  token_hash text not null unique,
  agency_id uuid not null references canopy.agency (id),
  team_id uuid references canopy.team (id),
  role text not null,
  deputy boolean not null,
  email text not null,
  invited_by uuid not null references canopy.account (id),
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  accepted_at timestamptz,
  accepted_by uuid references canopy.account (id)
);
comment on table canopy.invitation is 'A post offered to one address. Only a hash of the link is kept: a copy of this table opens nothing.';
-- Two links to one address would be two ways in, of which one is forgotten.
create unique index invitation_one_open on canopy.invitation (agency_id, lower(email))
  where accepted_at is null and withdrawn_at is null;

create table canopy.second_factor (
  account_id uuid primary key references canopy.account (id),
  -- Sealed with a key that is not in the database: a copy of this table gives no codes.
  secret text not null,
  -- Null until the person has shown with a code that their telephone has it.
  confirmed_at timestamptz,
  -- The 30 seconds of the last code that was taken: none is taken twice, and none from before it.
  last_step bigint,
  failed_count integer not null default 0,
  locked_until timestamptz
);

create table canopy.recovery_code (
  account_id uuid not null references canopy.second_factor (account_id) on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
comment on table canopy.recovery_code is 'For who has lost the telephone; each opens once. Random enough that a plain hash cannot be guessed.';

alter table canopy.session add column factor_at timestamptz;
comment on column canopy.session.factor_at is 'When the second factor was given in this session. A session that still waits for it opens nothing.';

drop function canopy.find_session(text, timestamptz, timestamptz, timestamptz);
create function canopy.find_session(wanted text, at timestamptz, idle_after timestamptz, started_after timestamptz)
returns table (
  account_id uuid, post_id uuid, csrf text, seen_at timestamptz, alive boolean, posts jsonb,
  factor_set boolean, factor_given boolean, partner boolean, demonstration boolean
)
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select s.account_id, s.post_id, s.csrf, s.seen_at,
         s.ended_at is null and s.seen_at >= idle_after and s.created_at >= started_after,
         held.posts,
         exists (select 1 from canopy.second_factor f where f.account_id = s.account_id and f.confirmed_at is not null),
         s.factor_at is not null,
         coalesce(held.partner, true),
         (select a.demonstration is not null from canopy.account a where a.id = s.account_id)
    from canopy.session s,
    lateral (
      select jsonb_agg(jsonb_build_object(
               'accountId', a.id, 'name', a.name, 'postId', p.id, 'role', p.role, 'agencyId', p.agency_id,
               'agencyName', g.name, 'teamId', p.team_id, 'teamName', coalesce(t.name, '')) order by p.valid_from, p.id) as posts,
             bool_or(g.kind <> 'council') as partner
        from canopy.post p join canopy.account a on a.id = p.account_id
        join canopy.agency g on g.id = p.agency_id left join canopy.team t on t.id = p.team_id
       where a.id = s.account_id and a.closed_at is null
         and p.valid_from <= (at at time zone 'Europe/London')::date
         and (p.valid_to is null or p.valid_to >= (at at time zone 'Europe/London')::date)
    ) held
   where s.token_hash = wanted
$$;
