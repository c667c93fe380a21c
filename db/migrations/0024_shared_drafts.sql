-- Long forms are written by several colleagues over days: their draft belongs to the place, and no text of anybody goes.

alter table canopy.draft
  add column agency_id uuid references canopy.agency (id),
  add column team_id uuid references canopy.team (id),
  add column shared boolean not null default false,
  -- Who typed each answer last: {"whatHappened": {"revision": 7, "by": "…", "began": 5, "before": "…"}}.
  add column stamps jsonb not null default '{}';
comment on column canopy.draft.agency_id is 'In whose post it was begun: drafts stay with the organisation when a person leaves it. Null for drafts of before this was kept.';
comment on column canopy.draft.shared is 'Whether colleagues of the agency share it; where the post has a team, those of the team.';
create index draft_shared on canopy.draft (agency_id, register) where shared and performed_at is null;

create table canopy.draft_text (
  id uuid primary key,
  draft_id uuid not null references canopy.draft (id) on delete cascade,
  name text not null,
  account_id uuid not null references canopy.account (id),
  value jsonb not null,
  at timestamptz not null,
  -- True until the person who typed it has chosen between it and what stands in the draft.
  pending boolean not null
);
comment on table canopy.draft_text is 'Texts of a shared draft that do not stand in it: written over by a colleague, or waiting for a choice. Gone with the draft.';
create unique index draft_text_pending on canopy.draft_text (draft_id, name, account_id) where pending;
create index draft_text_of on canopy.draft_text (draft_id, name, at);

create table canopy.draft_visit (
  draft_id uuid not null references canopy.draft (id) on delete cascade,
  account_id uuid not null references canopy.account (id),
  at timestamptz not null,
  primary key (draft_id, account_id)
);
comment on table canopy.draft_visit is 'Who had a shared draft open last, and when: "Ruth Okafor is also editing".';
