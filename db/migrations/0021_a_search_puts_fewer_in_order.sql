-- A search took longest where few or none had everything that was asked: very many with a part of it were read to be put in order.
create or replace function canopy.people_found(of integer[], terms bigint[], marks real[], widths integer[], fields text[], required integer[],
  common integer[], wanted integer)
returns table (person uuid, parts integer, width integer, score real, hits text[], merged boolean)
language plpgsql stable security definer
set search_path = canopy_search, canopy, public, pg_catalog
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set max_parallel_workers_per_gather = 0 set jit = off as $$
declare
  held uuid[] := array(select k.person from canopy_search.kept_back() k);
  groups text[] := '{}';
  far integer;
  one integer;
  other integer;
  condition text;
  before text := '';
  ids uuid[] := '{}';
  more uuid[];
  whole integer;
begin
  -- In the order of names only where what was asked stands as it was written: those only alike are ranked by how alike they are, and to
  -- put very many in order takes longer than to find them. Three parts are narrow enough to ask for all likenesses at once.
  foreach far in array case when cardinality(required) > 2 then array[0, 3] else array[0, 2, 3] end loop
    select string_agg(format('d.terms && %L::bigint[]', g.any_of), ' and '), array_agg(format('d.terms && %L::bigint[]', g.any_of) order by array_position(required, g.part))
      into condition, groups
      from (select u.part, array_agg(u.term) as any_of from unnest(of, terms, widths) u (part, term, width)
             where u.width <= far and u.part = any (required) group by u.part) g
    having count(*) = cardinality(required);
    continue when condition is null or condition = before;
    before := condition;
    execute 'select array(select d.person from canopy_search.person d where ' || condition || ' and d.person <> all ($1)'
            || case when far > 0 or required <@ common and cardinality(required) = 1 then '' else ' order by d.sort' end || ' limit 300)'
       into more using held;
    ids := array(select distinct i from unnest(ids || more) i);
    exit when cardinality(ids) >= wanted;
  end loop;

  -- Too few have everything: those with two parts, then those with one, both not as far as spellings where somebody has a part
  -- nearer; fewer of them where somebody has everything. Of what very many have alone only where nobody has more.
  whole := cardinality(ids);
  if cardinality(ids) < 5 and cardinality(required) > 1 then
    select array_agg(format('d.terms && %L::bigint[]', g.any_of) order by array_position(required, g.part)) into groups
      from (select u.part, array_agg(u.term) filter (where u.width <= greatest(2, u.nearest)) as any_of
              from (select t.*, min(t.width) over (partition by t.part) as nearest
                      from unnest(of, terms, widths) t (part, term, width) where t.part = any (required)) u
             group by u.part) g;
    for one in 1..least(4, cardinality(groups)) loop
      for other in one + 1..least(4, cardinality(groups)) loop
        continue when cardinality(groups) = 2;
        execute 'select array(select d.person from canopy_search.person d where ' || groups[one] || ' and ' || groups[other]
                || ' and d.person <> all ($1) limit $2)' into more using held, case when whole > 0 then 60 else 200 end;
        ids := array(select distinct i from unnest(ids || more) i);
      end loop;
    end loop;
    select array_agg(format('d.terms && %L::bigint[]', g.any_of) order by array_position(required, g.part)) into groups
      from (select u.part, array_agg(u.term) filter (where u.width = u.nearest) as any_of
              from (select t.*, min(t.width) over (partition by t.part) as nearest
                      from unnest(of, terms, widths) t (part, term, width) where t.part = any (required)) u
             group by u.part) g;
    for one in 1..least(4, cardinality(groups)) loop
      exit when cardinality(ids) >= 10;
      continue when required[one] = any (common) and cardinality(ids) > 0;
      execute 'select array(select d.person from canopy_search.person d where ' || groups[one] || ' and d.person <> all ($1)'
              || ' limit $2)' into more using held, case when whole > 0 then 30 else 100 end;
      ids := array(select distinct i from unnest(ids || more) i);
    end loop;
  end if;

  return query
    select j.*, exists (select from canopy.person m where m.merged_into = j.person)
      from canopy_search.judged(ids, of, terms, marks, widths, fields) j join canopy_search.person d on d.person = j.person
     order by j.parts desc, case when j.parts = cardinality(fields) then j.width end, j.score desc, d.sort, j.person limit wanted;
end
$$;

-- Terms are counted up to a thousand people: what the statistics have for clearly more need not be counted.
create or replace function canopy_search.common_terms() returns setof bigint
language sql stable as $$
  select e.term
    from pg_stats s join pg_class c on c.oid = 'canopy_search.person'::regclass
    cross join lateral unnest(s.most_common_elems::text::bigint[], s.most_common_elem_freqs[1:array_length(s.most_common_elems::text::bigint[], 1)]) e (term, share)
   where s.schemaname = 'canopy_search' and s.tablename = 'person' and s.attname = 'terms' and e.share * c.reltuples > 1500
$$;

-- The terms kept are those of the bound that held before.
delete from canopy_search.common;
