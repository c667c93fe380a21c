-- Actions that agencies and settings promise in their returns stand in the one list of actions and lead back; a reminder says how much is left.

alter table canopy.agreed_action add column agency_return uuid;
alter table canopy.agreed_action add column setting_return uuid;
alter table canopy.agreed_action_history add column agency_return uuid;
alter table canopy.agreed_action_history add column setting_return uuid;
create index agreed_action_agency_return on canopy.agreed_action using btree (agency_return);
create index agreed_action_setting_return on canopy.agreed_action using btree (setting_return);

-- Null on returns that were signed off while they kept their actions themselves. What was reported and agreed there stays in its lines
-- (docs/decisions/0024): a version of a record, its ledger entry and its reference are written by a deed, never by a migration.
alter table canopy.section11_return add column actions_listed_at timestamp with time zone;
alter table canopy.section11_return_history add column actions_listed_at timestamp with time zone;

-- What a deed counted when it told somebody: a number, so that nothing that was typed can be in a notice or an e-mail.
alter table canopy.notice add column counted integer constraint notice_counted_check check (counted >= 0);
