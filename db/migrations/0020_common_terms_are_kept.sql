-- Which terms very many people have was read out of the statistics of the table by every search, which cost as much as a tenth of it. The
-- statistics change when the table is analysed: whoever writes next keeps what they say.
create table canopy_search.common (
  analysed timestamptz not null,
  terms bigint[] not null
);
comment on table canopy_search.common is 'The terms of canopy_search.common_terms() as the statistics had them after one analysis of the table.';

-- When the statistics were made that hold now.
create function canopy_search.analysed() returns timestamptz
language sql stable as $$
  select greatest(pg_stat_get_last_analyze_time(c), pg_stat_get_last_autoanalyze_time(c), '-infinity')
    from (select 'canopy_search.person'::regclass::oid as c) t
$$;

-- As kept, where they are those of the present statistics; else read out of these.
create function canopy_search.common() returns bigint[]
language plpgsql stable as $$
declare
  kept bigint[] := (select c.terms from canopy_search.common c where c.analysed = canopy_search.analysed() limit 1);
begin
  return coalesce(kept, array(select canopy_search.common_terms()));
end
$$;

-- Two who write at once do not wait for each other: one of them keeps it.
create function canopy_search.keep_common() returns trigger
language plpgsql security definer set search_path = canopy_search, canopy, pg_catalog as $$
begin
  if not exists (select from canopy_search.common c where c.analysed = canopy_search.analysed())
     and pg_try_advisory_xact_lock(hashtextextended('canopy_search.common', 0)) then
    delete from canopy_search.common;
    insert into canopy_search.common select canopy_search.analysed(), array(select canopy_search.common_terms());
  end if;
  return null;
end
$$;
create trigger keep_common after insert or update on canopy_search.person for each statement execute function canopy_search.keep_common();

create or replace function canopy.people_terms(asked jsonb, ways text[])
returns table (part integer, term text, kind text, mark real, width integer, seen boolean, people integer)
language plpgsql stable security definer
set search_path = canopy_search, canopy, public, pg_catalog
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set max_parallel_workers_per_gather = 0 set jit = off as $$
#variable_conflict use_column
declare
  held uuid[];
  locked uuid[];
  common bigint[] := canopy_search.common();
  unheard integer[];
begin
  select coalesce(array_agg(k.person), '{}'), coalesce(array_agg(k.person) filter (where k.locked), '{}') into held, locked
    from canopy_search.kept_back() k;
  -- Words of names that nobody has whom the asker may know of.
  unheard := array(
    select n.part from (
      select r.part, canopy_search.term('n', canopy_search.packed(r.word)) as term
        from jsonb_to_recordset(asked) r (part integer, kind text, word text, whole boolean)
       where 'spelling' = any (ways) and r.kind = 'n' and coalesce(r.whole, true)) n
     where n.term <> all (common) and canopy_search.people_with(n.term, held, 1) = 0);
  return query
  with kept as materialized (
    select t as term, bool_or(d.person = any (locked)) as locked
      from canopy_search.person d cross join unnest(d.terms) t where d.person = any (held) group by t
  ), a as materialized (
    select r.part, r.kind, canopy_search.packed(r.word) as word, r.mark, coalesce(r.width, 0) as width, r.kin, coalesce(r.whole, true) as whole
      from jsonb_to_recordset(asked) r (part integer, kind text, word text, mark real, width integer, kin text[], whole boolean)
  ), v as (
    select a.part, canopy_search.term(a.kind, a.word) as term, a.kind, a.mark, a.width from a
     where 'written' = any (ways) and a.word <> ''
    union all
    select a.part, b.id, a.kind, a.mark * 0.9, 0 from a cross join lateral canopy_search.begins_with(a.kind, a.word) b
     where 'written' = any (ways) and a.kind in ('p', 'c')
    union all
    select a.part, canopy_search.term('n', canopy_search.packed(k)), 'n', a.mark * 0.85, 1 from a cross join unnest(a.kin) k
     where 'kin' = any (ways) and a.kind = 'n'
    union all
    select a.part, s.id, 'n', a.mark * (0.5 + 0.3 * s.alike), 2 from a cross join lateral canopy_search.sounds_like(a.word) s
     where 'sounds' = any (ways) and a.kind = 'n' and a.word <> '' and (a.whole or s.alike > 0.6)
    union all
    select a.part, s.id, 'n', a.mark * 0.75 * s.alike, 3 from a cross join lateral canopy_search.spelt_like(a.word) s
     where 'spelling' = any (ways) and a.kind = 'n' and a.whole
    union all
    select a.part, s.id, 'n', a.mark * 0.75 * s.alike, 3 from a cross join lateral canopy_search.spelt_somewhat_like(a.word) s
     where 'spelling' = any (ways) and a.kind = 'n' and a.whole and a.part = any (unheard)
  ), best as materialized (
    select v.part, v.term, min(v.kind) as kind, max(v.mark) as mark, min(v.width) as width from v group by v.part, v.term
  ), told as materialized (
    -- Counted as far as it matters: how often what was asked occurs as it was written, else whether it occurs at all.
    select b.*, coalesce(k.locked, false) as locked,
           case when b.term = any (common) then 1000
                when k.term is null and b.width > 1 then 1
                else canopy_search.people_with(b.term, held, case when b.width > 0 or b.mark = 0.95 then 1 when b.mark = 1 then 1000 else 100 end) end as people
      from best b left join kept k using (term)
  )
  select t.part, t.term::text, t.kind, t.mark::real, t.width, t.people > 0, t.people
    from told t where t.people > 0 or t.locked;
end
$$;
