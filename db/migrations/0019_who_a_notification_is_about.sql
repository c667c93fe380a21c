-- Which person on record the child of a notification is, so that the incident stands in that child's chronology.
alter table canopy.operation_encompass add column person uuid;
alter table canopy.operation_encompass_history add column person uuid;
create index operation_encompass_person on canopy.operation_encompass using btree (person);
