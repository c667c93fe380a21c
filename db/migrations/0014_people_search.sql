-- Search of people by words, sounds, spellings, days, numbers and addresses, over a million people.
--
-- Row-level security keeps an index from answering "alike" (its operators may tell of rows that are kept back), so search has
-- an index of its own: for each person everything they can be found by, as numbers ("terms") in one array, and a dictionary of
-- the words that occur. Only the functions below read it. They leave out whoever is withheld from the signed-in person before
-- anything is counted, ranked or cut off, and answer with identifiers alone: the person's own row is then read as that person.
--
-- It stands in a schema of its own, because all of it can be worked out again: it is in no backup, nobody but the owner may enter
-- it, and a restore fills it anew (canopy.refill_people_search).
drop schema if exists canopy_search cascade;
create schema canopy_search;
comment on schema canopy_search is 'What people are found by, worked out from the tables of canopy by triggers. In no backup; reached through functions of canopy alone.';

-- A term is a kind and a text as one number. The hash makes it: a counter would make two who record the same new name wait for
-- each other.  Kinds: n name, l first letter of a given name, p word of an address, c o s postcode (whole, outward, sector),
-- i identifier, d m y x date of birth (day, month of a year, year, day of any year), - no date of birth.
create function canopy_search.term(kind text, word text) returns bigint
language sql immutable strict parallel safe as $$ select hashtextextended(kind || word, 0) $$;

-- Small letters without accents and apostrophes; every other mark parts words. "O’Brien-Núñez" is "obrien nunez".
create function canopy_search.fold(said text) returns text
language sql stable strict parallel safe as $$
  select translate(
    lower(public.unaccent('public.unaccent'::regdictionary, said)),
    E'-–—_./,;:()[]{}<>"!?&+*=#@|~^%$£\\\t\r\n\u00a0''`´’‘ʼ',
    repeat(' ', 37))
$$;

create function canopy_search.words(said text) returns text[]
language sql stable strict parallel safe as $$ select array_remove(string_to_array(canopy_search.fold(said), ' '), '') $$;

-- Letters and digits of a number, however it was written.
create function canopy_search.packed(said text) returns text
language sql stable strict parallel safe as $$ select replace(canopy_search.fold(said), ' ', '') $$;

-- A word without one of its letters, in every way: two words that share one are a slip apart (a letter more, less or other, or
-- two letters the wrong way round).
create function canopy_search.cuts(word text) returns text[]
language sql immutable strict parallel safe as $$
  select array_agg(distinct overlay(word placing '' from at for 1)) || word from generate_series(1, length(word)) at
$$;

-- Consonants that are heard: a code of sounds is that of the beginning of a name, and this tells how much there is after it.
create function canopy_search.consonants(word text) returns integer
language sql immutable strict parallel safe as $$
  select length(translate(regexp_replace(word, '(.)\1+', '\1', 'g'), 'aeiouyhw', ''))
$$;

create table canopy_search.word (
  id bigint not null,
  kind text not null,
  word text not null,
  sound text,
  other_sound text,
  cuts text[]
);
comment on table canopy_search.word is 'Words that occur: names with how they sound and how they may be misspelt, words of addresses, postcodes. Not unique by constraint: two who add one word at once do not wait for each other, and the reader takes it once.';
create index word_id on canopy_search.word (id);
create index word_begins on canopy_search.word (kind, word text_pattern_ops);
create index word_sound on canopy_search.word (sound) where kind = 'n';
create index word_other_sound on canopy_search.word (other_sound) where other_sound is not null;
create index word_cuts on canopy_search.word using gin (cuts) where kind = 'n';
create index word_alike on canopy_search.word using gin (word public.gin_trgm_ops) where kind = 'n';

create table canopy_search.person (
  person uuid primary key,
  terms bigint[] not null,
  given bigint[] not null,
  family bigint[] not null,
  sort text not null
);
comment on table canopy_search.person is 'One row for each person, merged records with the record that stays: all terms; those of the present names apart, to say why somebody was found.';
-- A short list of what is not yet sorted in: every search reads through it.
create index person_terms on canopy_search.person using gin (terms) with (gin_pending_list_limit = 512);

-- Everything written about these people that they can be found by, as kind and text. The addresses of refuges are left out:
-- nobody is to learn by a search who lives at one (Domestic Abuse Act 2021, part 4).
create function canopy_search.said(wanted uuid[]) returns table (person uuid, kind text, said text)
language sql stable as $$
  select p.id, v.kind, v.said from canopy.person p
    cross join lateral (values ('g', p.given_name), ('f', p.family_name), ('p', p.address), ('c', p.postcode), ('i', p.reference),
                               ('i', p.nhs_number), ('i', p.upn)) v (kind, said)
   where p.id = any (wanted) and v.said is not null
  union all
  select n.record_id, 'o', v.said from canopy.person_names n cross join lateral (values (n.name_given), (n.name_family)) v (said)
   where n.record_id = any (wanted) and n.superseded_at is null and v.said is not null
  union all
  select h.id, 'o', v.said from canopy.person_history h join canopy.person p on p.id = h.id
    cross join lateral (values (h.given_name, p.given_name), (h.family_name, p.family_name)) v (said, now)
   where h.id = any (wanted) and v.said is distinct from v.now and v.said is not null
  union all
  select a.record_id, v.kind, v.said from canopy.person_addresses a
    cross join lateral (values ('p', a.address_text), ('c', a.address_postcode)) v (kind, said)
   where a.record_id = any (wanted) and a.superseded_at is null and a.address_use is distinct from 'refuge' and v.said is not null
  union all
  select i.record_id, 'i', i.identifier from canopy.person_identifiers i
   where i.record_id = any (wanted) and i.superseded_at is null and i.identifier is not null
$$;

-- The same as words, each with the kind of its term and with where it stands (g given, f family, o other name, - elsewhere). Two
-- names as one are no `whole` word: they are found as written and have no likenesses of their own, unless one of them is as short
-- as "Al", "Mc" or "De", which many write together with the next.
create function canopy_search.found_by(wanted uuid[]) returns table (person uuid, field text, kind text, word text, whole boolean)
language sql stable as $$
  with said as materialized (
    select s.person, s.kind, case when s.kind not in ('c', 'i') then canopy_search.words(s.said) end as words,
           case when s.kind in ('c', 'i') then canopy_search.packed(s.said) end as packed
      from canopy_search.said(wanted) s
  )
  -- Names: each word, and each two neighbours as one ("Anne Marie" is also "annemarie").
  select s.person, s.kind, 'n', w.word, true from said s cross join lateral unnest(s.words) w (word) where s.kind in ('g', 'f', 'o')
  union all
  select s.person, s.kind, 'n', s.words[at] || s.words[at + 1], length(s.words[at]) < 4 or length(s.words[at + 1]) < 4
    from said s cross join lateral generate_series(1, cardinality(s.words) - 1) at where s.kind in ('g', 'f', 'o')
  union all
  select s.person, '-', 'l', left(w.word, 1), false from said s cross join lateral unnest(s.words) w (word) where s.kind = 'g'
  union all
  select s.person, '-', 'p', w.word, false from said s cross join lateral unnest(s.words) w (word) where s.kind = 'p'
  union all
  select s.person, '-', 'i', s.packed, false from said s where s.kind = 'i' and s.packed <> ''
  union all
  -- Postcodes, also those at the end of an address.
  select c.person, '-', v.kind, v.word, false
    from (select s.person, s.packed as code from said s where s.kind = 'c'
          union all
          select s.person, s.words[at] || s.words[at + 1] from said s cross join lateral generate_series(1, cardinality(s.words) - 1) at
           where s.kind = 'p' and length(s.words[at + 1]) = 3 and length(s.words[at]) between 2 and 4
             and s.words[at] || s.words[at + 1] ~ '^[a-z]{1,2}[0-9][a-z0-9]?[0-9][a-z]{2}$') c
    cross join lateral (values ('c', c.code), ('o', left(c.code, -3)), ('s', left(c.code, -2))) v (kind, word)
   where length(c.code) > 4
  union all
  select p.id, '-', v.kind, v.word, false
    from canopy.person p cross join lateral (select coalesce(p.born_on, p.expected_on) as day) b
    cross join lateral (values ('d', to_char(b.day, 'YYYYMMDD')), ('m', to_char(b.day, 'YYYYMM')), ('y', to_char(b.day, 'YYYY')),
                               ('x', to_char(b.day, 'MMDD')), ('-', case when b.day is null then '' end)) v (kind, word)
   where p.id = any (wanted) and v.word is not null
$$;

-- Takes out of the dictionary what nobody has any more, of the terms that these people had: a word that only somebody had who
-- may not be known of must not be told from one that never was.
create function canopy_search.forget(had bigint[], people uuid[]) returns void
language sql as $$
  delete from canopy_search.word w
   where w.id = any (had)
     and not exists (select from canopy_search.person d where d.person = any (people) and w.id = any (d.terms))
     and not exists (select from canopy_search.person d where d.terms @> array[w.id])
$$;

-- Brings the index up to date for these people and everybody who is one person with them.
create function canopy_search.refresh(changed uuid[]) returns void
language plpgsql security definer
set search_path = canopy_search, canopy, public, pg_catalog
-- One person or fifty thousand: a plan for some number in between would read whole tables.
set plan_cache_mode = force_custom_plan set work_mem = '64MB' set jit = off as $$
declare
  merged boolean := exists (select from canopy.person p where (p.id = any (changed) and p.merged_into is not null) or p.merged_into = any (changed));
  everybody uuid[] := changed;
  before bigint[];
begin
  if merged then
    everybody := array(select distinct o.id from canopy.one_person(changed) o);
  end if;
  before := array(select distinct t from canopy_search.person d cross join unnest(d.terms) t where d.person = any (everybody));
  if merged then
    delete from canopy_search.person d using canopy.person p
     where d.person = any (everybody) and p.id = d.person and p.merged_into is not null;
  end if;
  with one as materialized (
    select p.id as stays, p.id from canopy.person p where p.id = any (everybody) and p.merged_into is null
    union all
    select s.id, o.id from canopy.person s cross join lateral canopy.one_person(array[s.id]) o
     where merged and s.id = any (everybody) and s.merged_into is null and o.id <> s.id
  ), found as materialized (
    select one.stays, case when one.stays = one.id or f.field = '-' then f.field else 'o' end as field, f.kind, f.word,
           f.whole, canopy_search.term(f.kind, f.word) as term
      from canopy_search.found_by(everybody) f join one on one.id = f.person
  ), added as (
    insert into canopy_search.word (id, kind, word, sound, other_sound, cuts)
    select f.term, f.kind, f.word, w.sound, nullif(w.other_sound, w.sound), w.cuts
      from (select t.term, t.kind, t.word, bool_or(t.whole) as whole from found t where t.kind in ('n', 'p', 'c') group by 1, 2, 3) f
      cross join lateral (select case when f.whole then nullif(dmetaphone(f.word), '') || canopy_search.consonants(f.word) end as sound,
                                 case when f.whole then nullif(dmetaphone_alt(f.word), '') || canopy_search.consonants(f.word) end as other_sound,
                                 case when f.whole and f.word !~ '[0-9]' then canopy_search.cuts(left(f.word, 40)) end as cuts) w
     where not exists (select from canopy_search.word k where k.id = f.term and (k.cuts is not null or w.cuts is null))
  )
  insert into canopy_search.person as d (person, terms, given, family, sort)
  select f.stays, array_agg(distinct f.term), coalesce(array_agg(f.term) filter (where f.field = 'g'), '{}'),
         coalesce(array_agg(f.term) filter (where f.field = 'f'), '{}'),
         canopy_search.fold(concat_ws(' ', p.family_name, p.given_name, p.born_on::text, p.reference))
    from found f join canopy.person p on p.id = f.stays
   group by f.stays, p.family_name, p.given_name, p.born_on, p.reference
  on conflict (person) do update set terms = excluded.terms, given = excluded.given, family = excluded.family, sort = excluded.sort
   where (d.terms, d.given, d.family, d.sort) is distinct from (excluded.terms, excluded.given, excluded.family, excluded.sort);
  perform canopy_search.forget(before, everybody);
end
$$;

create function canopy.refill_people_search() returns void
language plpgsql security definer set search_path = canopy_search, canopy, pg_catalog as $$
declare
  last uuid := '00000000-0000-0000-0000-000000000000';
  part uuid[];
begin
  truncate canopy_search.person, canopy_search.word;
  loop
    part := array(select id from canopy.person where id > last order by id limit 20000);
    exit when cardinality(part) = 0;
    perform canopy_search.refresh(part);
    last := part[cardinality(part)];
  end loop;
end
$$;
comment on function canopy.refill_people_search is 'Works the index of people out again. For a restore, and after a major upgrade of PostgreSQL in place.';
revoke execute on function canopy.refill_people_search from public;

-- Whatever way a row is written, by a deed, an import or the demonstration, its person is found. Once for each statement.
create function canopy_search.person_written() returns trigger
language plpgsql security definer set search_path = canopy_search, canopy, pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    perform canopy_search.refresh(array(select id from written));
  else
    perform canopy_search.refresh(changed.ids) from (
      select array(
        select i.id from written w join before b on b.id = w.id cross join lateral (values (w.id), (w.merged_into), (b.merged_into)) i (id)
         where i.id is not null
           and (w.given_name, w.family_name, w.born_on, w.expected_on, w.nhs_number, w.upn, w.address, w.postcode, w.merged_into)
               is distinct from (b.given_name, b.family_name, b.born_on, b.expected_on, b.nhs_number, b.upn, b.address, b.postcode, b.merged_into)
      ) as ids) changed where cardinality(changed.ids) > 0;
  end if;
  return null;
end
$$;
create trigger people_search_inserted after insert on canopy.person referencing new table as written
  for each statement execute function canopy_search.person_written();
create trigger people_search_updated after update on canopy.person referencing old table as before new table as written
  for each statement execute function canopy_search.person_written();

-- Nobody deletes people in Canopy; where somebody with the rights does, no word of theirs stays behind.
create function canopy_search.person_deleted() returns trigger
language plpgsql security definer set search_path = canopy_search, canopy, pg_catalog as $$
declare
  gone bigint[];
begin
  with removed as (
    delete from canopy_search.person d using before b where d.person = b.id returning d.terms
  ) select array(select distinct t from removed cross join unnest(removed.terms) t) into gone;
  perform canopy_search.forget(gone, '{}');
  return null;
end
$$;
create trigger people_search_deleted after delete on canopy.person referencing old table as before
  for each statement execute function canopy_search.person_deleted();

create function canopy_search.lines_written() returns trigger
language plpgsql security definer set search_path = canopy_search, canopy, pg_catalog as $$
begin
  perform canopy_search.refresh(array(select distinct record_id from written));
  return null;
end
$$;
do $$
declare
  lines text;
begin
  foreach lines in array array['person_names', 'person_addresses', 'person_identifiers'] loop
    execute format('create trigger people_search_inserted after insert on canopy.%I referencing new table as written
      for each statement execute function canopy_search.lines_written()', lines);
    execute format('create trigger people_search_updated after update on canopy.%I referencing new table as written
      for each statement execute function canopy_search.lines_written()', lines);
  end loop;
end
$$;

-- A version of the past tells an earlier name. The version that stands on the record tells nothing new.
create function canopy_search.history_written() returns trigger
language plpgsql security definer set search_path = canopy_search, canopy, pg_catalog as $$
begin
  perform canopy_search.refresh(changed.ids) from (
    select array(
      select distinct w.id from written w join canopy.person p on p.id = w.id
       where (w.given_name, w.family_name) is distinct from (p.given_name, p.family_name)
    ) as ids) changed where cardinality(changed.ids) > 0;
  return null;
end
$$;
create trigger people_search_inserted after insert on canopy.person_history referencing new table as written
  for each statement execute function canopy_search.history_written();

-- Asked several times by every search and every query about people: where nobody is merged there is nothing to follow.
create or replace function canopy.one_person(wanted uuid[]) returns table (id uuid, of uuid)
language plpgsql stable security definer set search_path = canopy, pg_catalog as $$
#variable_conflict use_column
begin
  if not exists (select from canopy.person p where p.id = any (wanted) and p.merged_into is not null)
     and not exists (select from canopy.person p where p.merged_into = any (wanted)) then
    return query select w, w from unnest(wanted) w;
    return;
  end if;
  return query
  with recursive same (id, of) as (
    select w, w from unnest(wanted) w
    union
    select n.id, s.of from same s
      join lateral (
        select p.id from canopy.person p where p.merged_into = s.id
        union all
        select p.merged_into from canopy.person p where p.id = s.id and p.merged_into is not null
      ) n on true
  )
  select same.id, same.of from same;
end
$$;

-- People withheld from the signed-in person, and whether their being there is no secret (locked by every restriction).
create function canopy_search.kept_back() returns table (person uuid, locked boolean)
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select r.id, bool_and(r.level = 'locked') from canopy.restricted_people() r group by r.id
$$;

-- Names that sound like this one, and how alike they are written (0 to 1).
create function canopy_search.sounds_like(name text) returns table (id bigint, alike real)
language sql stable as $$
  with heard as materialized (
    select array_agg(distinct nullif(code, '') || (canopy_search.consonants(name) + n)) as codes
      from unnest(array[dmetaphone(name), dmetaphone_alt(name)]) code cross join generate_series(-1, 1) n
  )
  select w.id, 1 - w.far::real / w.long
    from (select distinct k.id, levenshtein(left(k.word, 60), left(name, 60)) as far, least(60, greatest(length(k.word), length(name))) as long
            from canopy_search.word k, heard
           where name !~ '[0-9]' and k.cuts is not null and ((k.kind = 'n' and k.sound = any (heard.codes)) or k.other_sound = any (heard.codes))) w
   where w.far <= 0.66 * w.long
$$;

-- Names a slip away from this one, and names that begin so. Short names are near to one another by chance, so of them less is taken.
-- What is near does not depend on what else is: nobody takes anybody's place.
create function canopy_search.spelt_like(name text) returns table (id bigint, alike real)
language sql stable as $$
  select j.id, 1 - least(j.far, 1.5)::real / j.long
    from (select distinct k.id, k.word, levenshtein(k.word, left(name, 40)) as far, greatest(length(k.word), length(name)) as long
            from canopy_search.word k
           where name !~ '[0-9]' and length(name) between 2 and 40 and k.kind = 'n' and k.cuts && canopy_search.cuts(left(name, 40))) j
   where j.far > 0
     and case when j.long <= 3 then j.far = 1 and left(j.word, 1) = left(name, 1)
              when j.long <= 5 then j.far = 1 or length(j.word) = length(name)
              else true end
  union all
  select distinct k.id, 0.5::real from canopy_search.word k
   where length(name) > 2 and name !~ '[0-9]' and k.kind = 'n' and k.word ~>=~ name and k.word ~<~ (name || chr(1114111))
     and k.cuts is not null and length(k.word) between length(name) + 1 and 2 * length(name)
$$;

-- Long names several slips away, for one that nobody has as it is written.
create function canopy_search.spelt_somewhat_like(name text) returns table (id bigint, alike real)
language sql stable set pg_trgm.similarity_threshold = 0.4 as $$
  select j.id, 1 - j.far::real / j.long
    from (select distinct k.id, levenshtein(left(k.word, 60), left(name, 60)) as far, greatest(length(k.word), length(name)) as long
            from canopy_search.word k
           where name !~ '[0-9]' and length(name) > 5 and k.kind = 'n' and k.cuts is not null and k.word operator(public.%) name) j
   where j.far between 1 and case when j.long <= 7 then 2 else 3 end
$$;

-- Words of addresses and postcodes that begin so.
create function canopy_search.begins_with(kind text, begun text) returns table (id bigint)
language sql stable as $$
  select distinct k.id from canopy_search.word k
   where length(begun) > 2 and k.kind = begins_with.kind and k.word ~>=~ begun and k.word ~<~ (begun || chr(1114111))
     and length(k.word) between length(begun) + 1 and 2 * length(begun)
$$;

-- Terms that so many people have that a count up to a thousand need not be made. The statistics of the table say so, of a sample: five
-- thousand there are a thousand, whoever is left out.
create function canopy_search.common_terms() returns setof bigint
language sql stable as $$
  select e.term
    from pg_stats s join pg_class c on c.oid = 'canopy_search.person'::regclass
    cross join lateral unnest(s.most_common_elems::text::bigint[], s.most_common_elem_freqs[1:array_length(s.most_common_elems::text::bigint[], 1)]) e (term, share)
   where s.schemaname = 'canopy_search' and s.tablename = 'person' and s.attname = 'terms' and e.share * c.reltuples > 5000
$$;

-- How many people have a term, up to so many, those held back left out.
create function canopy_search.people_with(term bigint, held uuid[], at_most integer) returns integer
language sql stable as $$
  select count(*)::integer from (
    select from canopy_search.person d where d.terms @> array[term] and d.person not in (select unnest(held)) limit at_most) n
$$;

-- What stands for what was asked: for each part (`part`) terms, how well each stands for it (0 to 1) and how far it was gone for it
-- (0 as written, 1 another form of the name, 2 sounds alike, 3 spelt nearly so). `seen` says that somebody whom the asker may
-- know of has it; what only others have is left out, or told apart where they are locked. `people` counts up to 1,000.
create function canopy.people_terms(asked jsonb, ways text[])
returns table (part integer, term text, kind text, mark real, width integer, seen boolean, people integer)
language plpgsql stable security definer
set search_path = canopy_search, canopy, public, pg_catalog
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set max_parallel_workers_per_gather = 0 set jit = off as $$
#variable_conflict use_column
declare
  held uuid[];
  locked uuid[];
  common bigint[] := array(select canopy_search.common_terms());
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
comment on function canopy.people_terms is 'Terms for the parts of a search of people. Words themselves are not told.';

-- How well these people fit: which parts, how far it was gone for the worst of them, and by what. `fields` says for each part whether a
-- name was given as g or f; a name where it was said to be counts a little more, one that is not in use now a little less.
create function canopy_search.judged(ids uuid[], of integer[], terms bigint[], marks real[], widths integer[], fields text[])
returns table (person uuid, parts integer, width integer, score real, hits text[])
language sql stable as $$
  with v as materialized (select u.* from unnest(of, terms, marks, widths) u (part, term, mark, width)),
  hit as (
    select d.person, v.part, v.width, v.term,
           case when v.term = any (d.family) then 'f' when v.term = any (d.given) then 'g' else '-' end as field, v.mark
      from canopy_search.person d cross join unnest(d.terms) t (term) join v using (term) where d.person = any (ids)
  ), best as (
    select distinct on (h.person, h.part) h.person, h.part, h.width, h.field, h.term,
           h.mark * case when coalesce(fields[h.part], '') = '' then 1 when h.field = '-' then 0.9 when h.field = fields[h.part] then 1.05 else 1 end as mark
      from hit h order by h.person, h.part, mark desc, h.width
  )
  select b.person, count(*)::integer, max(b.width), sum(b.mark)::real, array_agg(concat_ws(' ', b.part, b.width, b.field, b.term) order by b.part)
    from best b group by b.person
$$;

-- The people who fit best, best first: all parts before some, then as written before nicknames before sounds before spellings.
-- `required` are the parts that narrow, rarest first; others only lift.
create function canopy.people_found(of integer[], terms bigint[], marks real[], widths integer[], fields text[], required integer[],
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
begin
  -- Three parts narrow enough to ask for all likenesses at once.
  foreach far in array case when cardinality(required) > 2 then array[0, 3] else array[0, 2, 3] end loop
    select string_agg(format('d.terms && %L::bigint[]', g.any_of), ' and '), array_agg(format('d.terms && %L::bigint[]', g.any_of) order by array_position(required, g.part))
      into condition, groups
      from (select u.part, array_agg(u.term) as any_of from unnest(of, terms, widths) u (part, term, width)
             where u.width <= far and u.part = any (required) group by u.part) g
    having count(*) = cardinality(required);
    continue when condition is null or condition = before;
    before := condition;
    execute 'select array(select d.person from canopy_search.person d where ' || condition || ' and d.person <> all ($1)'
            || case when required <@ common and cardinality(required) = 1 then '' else ' order by d.sort' end || ' limit 300)'
       into more using held;
    ids := array(select distinct i from unnest(ids || more) i);
    exit when cardinality(ids) >= wanted;
  end loop;

  -- Too few have everything: those with two parts, then those with one, both not as far as spellings where somebody has a part
  -- nearer. What very many have is not put in order, and of it alone only where nobody has more.
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
                || ' and d.person <> all ($1)' || case when array[required[one], required[other]] <@ common then '' else ' order by d.sort' end
                || ' limit 200)' into more using held;
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
              || case when required[one] = any (common) then '' else ' order by d.sort' end || ' limit 100)' into more using held;
      ids := array(select distinct i from unnest(ids || more) i);
    end loop;
  end if;

  return query
    select j.*, exists (select from canopy.person m where m.merged_into = j.person)
      from canopy_search.judged(ids, of, terms, marks, widths, fields) j join canopy_search.person d on d.person = j.person
     order by j.parts desc, case when j.parts = cardinality(fields) then j.width end, j.score desc, d.sort, j.person limit wanted;
end
$$;
comment on function canopy.people_found is 'People by the terms of a search, without those withheld from the signed-in person, who are left out before anything is counted or cut off.';

-- Locked people who fit every part: the restriction and whom to ask, and how well they fit, so that only those are told of who would
-- have been shown. Never who they are.
create function canopy.people_locked(of integer[], terms bigint[], marks real[], widths integer[], fields text[])
returns table (reference text, ask text, parts integer, width integer, score real)
language sql stable security definer
set search_path = canopy_search, canopy, public, pg_catalog set enable_seqscan = off set max_parallel_workers_per_gather = 0 set jit = off as $$
  select l.reference, l.ask, j.parts, j.width, j.score
    from canopy.locked_people() l
    cross join lateral canopy_search.judged(array[l.id], of, terms, marks, widths, fields) j
   where j.parts = cardinality(fields)
   order by j.score desc, l.reference
$$;
comment on function canopy.people_locked is 'Locked people who fit a search, without who they are.';

-- Search before create: whom a new person may be mistaken for, among those the one who records may see.
create or replace function canopy.people_like(given text, family text, born date, nhs text, pupil text) returns setof uuid
language plpgsql stable security definer
set search_path = canopy_search, canopy, public, pg_catalog
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set max_parallel_workers_per_gather = 0 set jit = off as $$
declare
  held uuid[] := array(select k.person from canopy_search.kept_back() k);
  numbers bigint[] := array(select canopy_search.term('i', canopy_search.packed(n)) from unnest(array[nhs, pupil]) n where canopy_search.packed(n) <> '');
  called bigint[] := array(select canopy_search.term('n', w) from unnest(canopy_search.words(given)) w);
  surname bigint[] := array(select canopy_search.term('n', w) from unnest(canopy_search.words(family)) w);
  day bigint := canopy_search.term('d', to_char(born, 'YYYYMMDD'));
  days bigint[];
  called_so bigint[];
  surname_so bigint[];
begin
  if cardinality(numbers) > 0 then
    return query select d.person from canopy_search.person d where d.terms && numbers and d.person <> all (held);
  end if;
  if day is not null then
    return query select d.person from canopy_search.person d
      where d.terms @> array[day] and (d.terms && called or d.terms && surname) and d.person <> all (held);
    days := array(select canopy_search.term('y', to_char(born + n, 'YYYY')) from unnest(array[-400, 0, 400]) n) || canopy_search.term('-', '');
  end if;
  if cardinality(called) = 0 or cardinality(surname) = 0 then
    return;
  end if;
  called_so := called || array(select s.id from unnest(canopy_search.words(given)) w cross join lateral canopy_search.sounds_like(w) s);
  surname_so := surname || array(select s.id from unnest(canopy_search.words(family)) w cross join lateral canopy_search.sounds_like(w) s);
  return query select d.person from canopy_search.person d
    where d.terms && called_so and d.terms && surname_so and (days is null or d.terms && days)
      and (d.terms && array[day] or (d.terms && called and d.terms && surname)) and d.person <> all (held) limit 200;
end
$$;

create or replace function canopy.people_alike(given text, family text, born date, nhs text, pupil text)
returns table (reference text, same_number boolean)
language sql stable as $$
  select p.reference, coalesce(p.nhs_number = nhs or p.upn = pupil, false)
    from canopy.person p
   where p.id in (select canopy.people_like(given, family, born, nhs, pupil)) and p.state = 'current'
     and (born is null or p.born_on is null or abs(p.born_on - born) < 400 or coalesce(p.nhs_number = nhs or p.upn = pupil, false))
   order by 2 desc, 1
$$;

revoke execute on function canopy.people_terms, canopy.people_found, canopy.people_locked, canopy.people_like from public;
grant execute on function canopy.people_terms, canopy.people_found, canopy.people_locked, canopy.people_like to canopy_app;
grant execute on function canopy.people_alike to canopy_app;
-- Answered by the index of search now.
drop index canopy.person_by_name;

select canopy.refill_people_search();
