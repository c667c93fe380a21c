-- Files: letters, photos and recordings that belong to a record, or to a form that is not sent yet.

create table canopy.file_content (
  digest text primary key,
  bytes bytea not null,
  -- Nobody can put other bytes in the place of those that somebody saw and a scanner passed.
  constraint file_content_is_its_digest check (digest = encode(sha256(bytes), 'hex')),
  constraint file_content_not_empty check (octet_length(bytes) > 0)
);
-- Pictures and office files are packed already: packing them again costs time and gains nothing.
alter table canopy.file_content alter column bytes set storage external;
comment on table canopy.file_content is 'The bytes of files, each once, under their SHA-256. Reached through a row of canopy.file alone.';

create table canopy.file (
  id uuid primary key,
  -- A form that is not sent yet; empty once the file belongs to a record.
  draft_id uuid references canopy.draft (id) on delete cascade,
  -- Which table the record stands in depends on the register, so no foreign key can say it. Records are never deleted.
  register text,
  record_id uuid,
  name text not null,
  -- By content, as a key of the list in the code; never what the browser said.
  kind text not null,
  size integer not null,
  content text not null references canopy.file_content (digest),
  state text not null check (state in ('waiting', 'clean', 'not_scanned', 'refused')),
  -- What the scanner calls what it found.
  found text,
  scanned_at timestamptz,
  -- When the scanner last did not answer; empty once it has.
  scan_failed_at timestamptz,
  added_at timestamptz not null,
  added_by uuid not null references canopy.account (id),
  -- Removing hides: the bytes stay, because what was decided may rest on them.
  removed_at timestamptz,
  removed_by uuid references canopy.account (id),
  removed_why text,
  constraint file_of_draft_or_record check ((draft_id is null) <> (record_id is null) and (register is null) = (record_id is null)),
  constraint file_removed_with_reason check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_why is null))
);
comment on table canopy.file is 'A file as somebody gave it, with what became of it. Seen by those who see what it belongs to.';
-- The same file sent twice is one file.
create unique index file_once_per_record on canopy.file (record_id, content) where removed_at is null;
create unique index file_once_per_draft on canopy.file (draft_id, content) where draft_id is not null;
create index file_content_used on canopy.file (content);
create index file_waiting on canopy.file (added_at) where state = 'waiting';

-- A draft is thrown away with its files; bytes that nothing else names go too.
create function canopy.file_content_unused() returns trigger
language plpgsql security definer set search_path = canopy, pg_catalog as $$
begin
  delete from canopy.file_content c
   where c.digest = old.content and not exists (select from canopy.file f where f.content = old.content);
  return null;
exception when foreign_key_violation then
  -- Somebody has given the same file at this moment.
  return null;
end
$$;
create trigger file_content_unused after delete on canopy.file
  for each row execute function canopy.file_content_unused();
