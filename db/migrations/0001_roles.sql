-- The schema, the three roles Canopy works in, and the extensions it searches with.
-- Roles belong to the whole cluster, while this file runs once per database, at times in several databases at once.

create schema if not exists canopy;
comment on schema canopy is 'Everything Canopy keeps. Tables belong to the owner; people reach them through the roles canopy_app, canopy_figures and canopy_reporting, under row-level security.';

do $$
declare
  wanted text;
  super boolean := (select rolsuper from pg_roles where rolname = current_user);
begin
  foreach wanted in array array['canopy_app', 'canopy_figures', 'canopy_reporting'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception
        when duplicate_object or unique_violation then
          null; -- another database of this cluster was faster
        when insufficient_privilege then
          raise exception 'The login % may not create the role %. Ask whoever runs the server for: create role % nologin; grant % to %;',
            current_user, wanted, wanted, wanted, current_user;
      end;
    end if;

    -- A role that bypasses row-level security would show everybody everything.
    if exists (select from pg_roles where rolname = wanted and (rolsuper or rolbypassrls)) then
      raise exception 'The role % may bypass row-level security. Ask for: alter role % nosuperuser nobypassrls;', wanted, wanted;
    end if;

    -- Needed for SET ROLE by an owner who is not superuser.
    if not super then
      begin
        execute format('grant %I to %I', wanted, current_user);
      exception
        when unique_violation or internal_error then
          null; -- granted at the same moment from another database
        when insufficient_privilege then
          if not pg_has_role(current_user, wanted, 'member') then
            raise exception 'The login % may not take on the role %. Ask whoever runs the server for: grant % to %;',
              current_user, wanted, wanted, current_user;
          end if;
      end;
    end if;

    execute format('grant usage on schema canopy to %I', wanted);
  end loop;
end
$$;

-- Comments on roles are shared by the cluster: written once, by the first database.
do $$
declare
  said record;
begin
  for said in
    select * from (values
      ('canopy_app', 'Answers requests. No ownership, no bypass of row-level security: with no user set every table is empty.'),
      ('canopy_figures', 'Read only, for the measure engine alone; its results pass disclosure control.'),
      ('canopy_reporting', 'Read only, documented views for Power BI, Excel and psql.')
    ) as comment (role, words)
  loop
    begin
      if shobj_description((select oid from pg_roles where rolname = said.role), 'pg_authid') is null then
        execute format('comment on role %I is %L', said.role, said.words);
      end if;
    exception
      when insufficient_privilege or unique_violation or internal_error then
        null; -- words only; nothing depends on them
    end;
  end loop;
end
$$;

-- Fuzzy names (pg_trgm, fuzzystrmatch, unaccent) and exclusion of overlapping periods (btree_gist). All four are trusted:
-- the owner of a database may create them without being superuser.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['pg_trgm', 'fuzzystrmatch', 'unaccent', 'btree_gist'] loop
    if exists (select from pg_available_extensions where name = wanted) then
      execute format('create extension if not exists %I with schema public', wanted);
    else
      raise warning 'The server does not offer the extension %. Install the contrib package of PostgreSQL.', wanted;
    end if;
  end loop;
end
$$;
