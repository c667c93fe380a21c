-- Where a person is written to. One address is one person's: an account is never shared.

alter table canopy.account add column email text;
comment on column canopy.account.email is 'Where notices go. Small letters; no two accounts have the same, because a shared mailbox is no person.';
create unique index account_email on canopy.account (lower(email)) where email is not null;
