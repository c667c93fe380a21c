-- Rows of files that became records, so that the same row is not imported twice, whoever brings the file.

create table canopy.imported_row (
  register text not null,
  -- SHA-256 of the answers the record was started with: the same however a file writes them.
  digest text not null,
  reference text not null,
  at timestamptz not null,
  primary key (register, digest)
);
comment on table canopy.imported_row is 'Answers that were imported, by digest. Read by the engine alone: whether a row was imported before must not tell who else recorded it.';
