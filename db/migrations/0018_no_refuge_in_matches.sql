-- What is weighed between two people is written down as evidence and printed in lists. The address of a refuge is to stand in no list
-- (Domestic Abuse Act 2021, part 4): as in search, it is no longer weighed.
create or replace function canopy.match_people(wanted uuid[]) returns table (id uuid, reference text, person jsonb)
language sql stable as $$
  select p.id, p.reference, jsonb_build_object(
           'id', p.id,
           'names', jsonb_build_array(jsonb_build_object('given', p.given_name, 'family', p.family_name))
             || coalesce((select jsonb_agg(jsonb_build_object('given', n.name_given, 'family', n.name_family))
                            from canopy.person_names n where n.record_id = p.id and n.superseded_at is null and n.use <> 'mistaken'), '[]'),
           'bornOn', p.born_on, 'bornEstimated', p.birth_known = 'estimated', 'sex', nullif(p.sex, 'unknown'),
           'addresses', jsonb_build_array(jsonb_build_object('line', p.address, 'postcode', p.postcode))
             || coalesce((select jsonb_agg(jsonb_build_object('line', a.address_text, 'postcode', a.address_postcode))
                            from canopy.person_addresses a
                           where a.record_id = p.id and a.superseded_at is null and a.address_use is distinct from 'refuge'), '[]'),
           'nhsNumber', p.nhs_number, 'upn', p.upn)
    from canopy.person p
   where p.state = 'current' and (wanted is null or p.id = any(wanted))
   order by p.reference
$$;
