-- The offline pack: what a duty manager needs on a day on which nothing works, made each morning and encrypted.

create table canopy.pack_request (
  account_id uuid primary key references canopy.account (id),
  -- The key that the passphrase gives, sealed with a secret that is not in the database, so that packs can be made while the person
  -- sleeps. The passphrase itself is nowhere.
  sealed_key text not null,
  -- With these a browser derives the same key from the passphrase.
  salt text not null,
  rounds integer not null,
  asked_at timestamptz not null,
  -- Of the last try, if it failed: when, and a short code.
  failed_at timestamptz,
  failure text
);
comment on table canopy.pack_request is 'Who wants an offline pack each day. Stopping deletes the row, and the packs with it.';

create table canopy.pack (
  account_id uuid not null references canopy.pack_request (account_id) on delete cascade,
  day date not null,
  made_at timestamptz not null,
  -- What the file says in clear, as it was sealed with the rest: salt, rounds, vector, moment. A changed one does not open.
  head text not null,
  bytes bytea not null,
  digest text not null,
  -- However many servers make it, one is kept for a day.
  primary key (account_id, day)
);
comment on table canopy.pack is 'Encrypted packs of the last three days. Canopy itself opens none: it makes them and hands them out.';

create table canopy.pack_part (
  account_id uuid not null,
  day date not null,
  section text not null,
  line_count integer not null,
  primary key (account_id, day, section),
  foreign key (account_id, day) references canopy.pack (account_id, day) on delete cascade
);
comment on table canopy.pack_part is 'How much of what is in a pack, for the page that lists them.';

-- The page of packs lists what was done with them; the ledger is long.
create index ledger_pack on canopy.ledger (seq)
  where action in ('setPackPassphrase', 'stopPacks', 'makePack', 'downloadPack', 'printPack');
