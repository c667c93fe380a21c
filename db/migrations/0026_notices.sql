-- People learn that something waits for them: in Canopy, and where they like by e-mail.

-- Who was told of which record, in which words. The words themselves stand in the declarations: a row holds no text.
create table canopy.notice (
  id uuid primary key,
  account_id uuid not null references canopy.account (id),
  register text not null,
  record_id uuid not null,
  reference text not null,
  kind text not null,
  -- Of a reminder: the time limit it is about, as it stood. A limit that moves is another one.
  clock text,
  sequence integer,
  due_at timestamptz,
  urgent boolean not null,
  created_at timestamptz not null,
  read_at timestamptz,
  -- From when it waits for the digest of its day; null where it goes at once, or nowhere.
  digest_at timestamptz,
  delivery_id uuid
);
create index notice_unread on canopy.notice (account_id) where read_at is null;
create index notice_newest on canopy.notice (account_id, created_at desc);
create index notice_for_digest on canopy.notice (digest_at) where delivery_id is null and digest_at is not null;
create index notice_of_delivery on canopy.notice (delivery_id) where delivery_id is not null;
-- A reminder comes once, however often the job runs and however many servers run it.
create unique index notice_reminds_once on canopy.notice (account_id, register, record_id, kind, clock, sequence, due_at)
  where clock is not null;
comment on table canopy.notice is 'Who was told that something waits. A person sees those of records they may see now, by the policy of this table.';

-- Every page asks how many notices are unread, and most often there are none. The policy of the table asks for the records they
-- are about; this asks for nothing, and its answer is shown to nobody.
create function canopy.has_unread(wanted uuid) returns boolean
language sql stable security definer set search_path = canopy, pg_catalog as $$
  select exists (select 1 from notice where account_id = wanted and read_at is null)
$$;
revoke execute on function canopy.has_unread from public;
grant execute on function canopy.has_unread to canopy_app;

-- The log of deliveries is the queue: what was sent to whom stays, and what waits is a row of it.
create table canopy.delivery (
  id uuid primary key,
  account_id uuid not null references canopy.account (id),
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'held_back')),
  digest boolean not null,
  urgent boolean not null,
  created_at timestamptz not null,
  next_try_at timestamptz not null,
  -- A server that died while it sent leaves the row in the state "sending": after a time another takes it up.
  claimed_at timestamptz,
  attempts integer not null default 0,
  -- A short code. What a mail server says may quote an address.
  failure text,
  sent_at timestamptz
);
alter table canopy.notice add constraint notice_delivery foreign key (delivery_id) references canopy.delivery (id);
create index delivery_to_do on canopy.delivery (next_try_at) where state in ('waiting', 'sending');
create index delivery_newest on canopy.delivery (created_at desc);
comment on table canopy.delivery is 'Every e-mail, sent or to be sent: to which account and when. Neither its words nor the records it is about.';

create table canopy.notice_preference (
  account_id uuid primary key references canopy.account (id),
  choice text not null check (choice in ('at_once', 'daily', 'canopy_only')),
  chosen_at timestamptz not null
);
comment on table canopy.notice_preference is 'How a person wants to be told. Without a row: at once.';
