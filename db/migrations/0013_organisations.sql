-- Organisations change their names, merge and end. Old records keep pointing at the old one, and so keep its name; those who work in
-- what follows see them as those of their own agency and team.

alter table canopy.agency add column succeeded_by uuid references canopy.agency (id);
comment on column canopy.agency.succeeded_by is 'What it became, or was taken up by: a CCG became an ICB on 1 July 2022.';
alter table canopy.team add column succeeds uuid references canopy.team (id);
comment on column canopy.team.succeeds is 'The same team in the agency before.';

-- An agency with all it has taken up; asked once for each query by row-level security.
create function canopy.agencies_of(wanted uuid) returns setof uuid
language sql stable security definer set search_path = canopy, pg_catalog as $$
  with recursive line (id) as (
    select wanted where wanted is not null
    union
    select a.id from line l join canopy.agency a on a.succeeded_by = l.id
  )
  select id from line
$$;
create function canopy.teams_of(wanted uuid) returns setof uuid
language sql stable security definer set search_path = canopy, pg_catalog as $$
  with recursive line (id) as (
    select wanted where wanted is not null
    union
    select t.succeeds from line l join canopy.team t on t.id = l.id where t.succeeds is not null
  )
  select id from line
$$;
revoke execute on function canopy.agencies_of, canopy.teams_of from public;
grant execute on function canopy.agencies_of, canopy.teams_of to canopy_app;
