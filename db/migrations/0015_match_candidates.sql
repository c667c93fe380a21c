-- People as matching reads them: names, dates, addresses and numbers, all that is known of each. Invoker, as everything here: nobody is
-- read whom the one who asks may not see.
create function canopy.match_people(wanted uuid[]) returns table (id uuid, reference text, person jsonb)
language sql stable as $$
  select p.id, p.reference, jsonb_build_object(
           'id', p.id,
           'names', jsonb_build_array(jsonb_build_object('given', p.given_name, 'family', p.family_name))
             || coalesce((select jsonb_agg(jsonb_build_object('given', n.name_given, 'family', n.name_family))
                            from canopy.person_names n where n.record_id = p.id and n.superseded_at is null and n.use <> 'mistaken'), '[]'),
           'bornOn', p.born_on, 'bornEstimated', p.birth_known = 'estimated', 'sex', nullif(p.sex, 'unknown'),
           'addresses', jsonb_build_array(jsonb_build_object('line', p.address, 'postcode', p.postcode))
             || coalesce((select jsonb_agg(jsonb_build_object('line', a.address_text, 'postcode', a.address_postcode))
                            from canopy.person_addresses a where a.record_id = p.id and a.superseded_at is null), '[]'),
           'nhsNumber', p.nhs_number, 'upn', p.upn)
    from canopy.person p
   where p.state = 'current' and (wanted is null or p.id = any(wanted))
   order by p.reference
$$;
comment on function canopy.match_people is 'These people, or all, as matching weighs them.';

-- Whom somebody in a report may be, for weighing field by field: as matching reads people, and only those whom the one who asks may
-- see. By number, by names that are written or sound alike, by a birthday with the day and month exchanged.
create function canopy.match_candidates(given text, family text, born date, nhs text, pupil text)
returns table (id uuid, reference text, person jsonb)
language sql stable as $$
  with exchanged as materialized (
    select case when extract(day from born) <= 12 then make_date(extract(year from born)::int, extract(day from born)::int, extract(month from born)::int) end as day
  ), near as materialized (
    select canopy.people_like(given, family, born, nhs, pupil) as id
    union select canopy.people_like(given, family, null, null, null)
    union select canopy.people_like(family, given, born, null, null)
    union select canopy.people_like(given, family, (select day from exchanged), null, null)
  )
  select m.id, m.reference, m.person from canopy.match_people(array(select n.id from near n limit 400)) m
$$;
comment on function canopy.match_candidates is 'Candidates of a match with what they are weighed by. Invoker: nobody is a candidate whom the one who asks may not see.';
grant execute on function canopy.match_people, canopy.match_candidates to canopy_app;
