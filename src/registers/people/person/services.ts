import type { Look } from '../../../declare/pathway.ts'

/**
 * Every open involvement of the person and of the family, as the one who asks may know them. Rows: `reference`, `service`,
 * `serves`, `since`, `personId`, `person` (reference), `own` (true where it is the person's own).
 * @param person identifier of the person
 */
export const familyServices = (person: string): Look => ({
  sql: `select i.reference, i.service, i.serves, i.since, i.professional, i.role,
               coalesce(g.name, i.agency_name) as "agencyName", p.id as "personId", p.reference as person,
               f.who = (select who from canopy.family_of($1) where id = $1) as own
          from canopy.family_of($1) f
          join canopy.involvement i on i.person = f.id and i.state = 'open'
          join canopy.person p on p.id = i.person
          left join canopy.agency g on g.id = i.agency
         order by own desc, i.since, i.reference`,
  values: [person],
})

/**
 * Where an adults' and a children's service are open at once in the family of a person, as the one who asks may know it. Rows:
 * `child`, `adult` (references of people), `childId`, `adultId`, `childService`, `adultService`, `childInvolvement`,
 * `adultInvolvement` (references), `tie` (`parent` or `household`), `jointSupervision` (reference of the record where it was said, or null).
 * @param person identifier of the person
 */
export const servicesOpenTogether = (person: string): Look => ({
  sql: `select t.child as "childId", c.reference as child, ci.reference as "childInvolvement", ci.service as "childService",
               t.adult as "adultId", a.reference as adult, ai.reference as "adultInvolvement", ai.service as "adultService", t.tie,
               (select j.reference from canopy.joint_supervision j
                 where j.state = 'open'
                   and j.child in (select id from canopy.one_person(array[t.child]))
                   and j.adult in (select id from canopy.one_person(array[t.adult]))
                 order by j.reference limit 1) as "jointSupervision"
          from canopy.services_open_together($1) t
          join canopy.person c on c.id = t.child
          join canopy.person a on a.id = t.adult
          join canopy.involvement ci on ci.id = t.child_involvement
          join canopy.involvement ai on ai.id = t.adult_involvement
         order by child, adult, "childInvolvement", "adultInvolvement"`,
  values: [person],
})
