-- Question sets: versioned lists of questions for self-assessments, audit tools, surveys. A published version is never
-- changed, because answers were given to its words; a change is the next version.

create table canopy.question_set (
  key text not null,
  version integer not null check (version > 0),
  title text not null,
  published_on date not null,
  source text not null,
  -- Codes and labels of the rating scale in their order, which json keeps and jsonb would not.
  scale json not null,
  -- How many questions the version has, so that none can be added to it later.
  question_count integer not null check (question_count > 0),
  stored_at timestamptz not null,
  primary key (key, version)
);
comment on table canopy.question_set is 'Published versions of question sets. Never changed: answers keep the version they were asked in.';

create table canopy.question (
  set_key text not null,
  set_version integer not null,
  code text not null,
  position integer not null check (position > 0),
  kind text not null check (kind in ('rating', 'yesNo', 'choice', 'number', 'text')),
  title text not null,
  words text not null,
  hint text,
  options json,
  primary key (set_key, set_version, code),
  unique (set_key, set_version, position),
  foreign key (set_key, set_version) references canopy.question_set (key, version)
);
comment on table canopy.question is 'Questions of a published version, in the words in which they are asked. A code keeps its meaning in every version.';

create function canopy.question_set_refuse() returns trigger
language plpgsql as $$
begin
  raise exception 'A published question set is never changed (%). Publish the next version', tg_op
    using errcode = 'insufficient_privilege';
end
$$;
create trigger question_set_refuse before update or delete or truncate on canopy.question_set
  for each statement execute function canopy.question_set_refuse();
create trigger question_refuse before update or delete or truncate on canopy.question
  for each statement execute function canopy.question_set_refuse();

create function canopy.question_only_as_published() returns trigger
language plpgsql as $$
begin
  if (select count(*) from canopy.question where set_key = new.set_key and set_version = new.set_version)
     >= (select question_count from canopy.question_set where key = new.set_key and version = new.set_version) then
    raise exception 'A published question set is never changed (a question more). Publish the next version'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger question_only_as_published before insert on canopy.question
  for each row execute function canopy.question_only_as_published();

-- A version that is committed has all its questions.
create function canopy.question_set_whole() returns trigger
language plpgsql as $$
begin
  if (select count(*) from canopy.question where set_key = new.key and set_version = new.version) <> new.question_count then
    raise exception 'The question set %, version %, has not all its questions', new.key, new.version;
  end if;
  return null;
end
$$;
create constraint trigger question_set_whole after insert on canopy.question_set
  deferrable initially deferred for each row execute function canopy.question_set_whole();

create table canopy.section11_return (
  id uuid not null,
  reference text not null,
  state text not null constraint section11_return_state_check check (state in ('sent', 'answering', 'submitted', 'sentBack', 'moderated', 'signedOff', 'closed', 'withdrawn')),
  version integer not null,
  team_id uuid,
  agency_id uuid,
  allocated_to uuid,
  next_due_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  closed_at timestamptz,
  asked_of uuid references canopy.agency (id),
  round text constraint section11_return_round_check check (char_length(round) <= 20),
  sent_on date,
  due_on date,
  set_version integer constraint section11_return_set_version_check check (set_version between 1 and 1000000),
  standards_answered integer constraint section11_return_standards_answered_check check (standards_answered between 0 and 1000000),
  return_note text constraint section11_return_return_note_check check (char_length(return_note) <= 20000),
  submitted_by uuid references canopy.account (id),
  submitted_at timestamptz,
  last_reminded_on date,
  reminders_count integer constraint section11_return_reminders_count_check check (reminders_count between 0 and 1000000),
  sent_back_standards text[] constraint section11_return_sent_back_standards_check check (sent_back_standards <@ array['1', '2', '3', '4', '5', '6', '7', '8']::text[]),
  sent_back_why text constraint section11_return_sent_back_why_check check (char_length(sent_back_why) <= 20000),
  sent_back_at timestamptz,
  answered_again_at timestamptz,
  moderation_summary text constraint section11_return_moderation_summary_check check (char_length(moderation_summary) <= 20000),
  moderated_by uuid references canopy.account (id),
  moderated_at timestamptz,
  declared boolean,
  position text constraint section11_return_position_check check (char_length(position) <= 200),
  signed_off_by uuid references canopy.account (id),
  signed_off_at timestamptz,
  next_action_on date,
  actions_done_at timestamptz,
  withdrawn_why text constraint section11_return_withdrawn_why_check check (withdrawn_why in ('nilService', 'agencyEnded', 'sentInError')),
  withdrawn_note text constraint section11_return_withdrawn_note_check check (char_length(withdrawn_note) <= 20000),
  primary key (id),
  unique (reference)
);
create index section11_return_due on canopy.section11_return (next_due_at, reference) where closed_at is null;
create index section11_return_event on canopy.section11_return (sent_on);
create index section11_return_state on canopy.section11_return (state);
create index section11_return_updated on canopy.section11_return (updated_at);
comment on table canopy.section11_return is 'Section 11 return';

create table canopy.section11_return_history (
  history_id bigint not null generated always as identity,
  action text not null,
  wording text not null references canopy.wording (id),
  id uuid not null,
  reference text not null,
  state text not null,
  version integer not null,
  team_id uuid,
  agency_id uuid,
  allocated_to uuid,
  next_due_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  closed_at timestamptz,
  asked_of uuid,
  round text,
  sent_on date,
  due_on date,
  set_version integer,
  standards_answered integer,
  return_note text,
  submitted_by uuid,
  submitted_at timestamptz,
  last_reminded_on date,
  reminders_count integer,
  sent_back_standards text[],
  sent_back_why text,
  sent_back_at timestamptz,
  answered_again_at timestamptz,
  moderation_summary text,
  moderated_by uuid,
  moderated_at timestamptz,
  declared boolean,
  position text,
  signed_off_by uuid,
  signed_off_at timestamptz,
  next_action_on date,
  actions_done_at timestamptz,
  withdrawn_why text,
  withdrawn_note text,
  primary key (history_id),
  unique (id, version)
);
create index section11_return_history_updated on canopy.section11_return_history (updated_at);
comment on table canopy.section11_return_history is 'Every version of every section 11 return: what was known when, who wrote it, in which words it was asked';

create table canopy.section11_return_clock (
  id uuid not null,
  record_id uuid not null references canopy.section11_return (id),
  clock text not null,
  sequence integer not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  due_on date not null,
  met_at timestamptz,
  paused_at timestamptz,
  paused_for integer not null,
  provisional boolean not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  primary key (id)
);
create index section11_return_clock_record on canopy.section11_return_clock (record_id) where superseded_at is null;
create index section11_return_clock_due on canopy.section11_return_clock (clock, due_on) where superseded_at is null;
comment on table canopy.section11_return_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.section11_return_answers (
  id uuid not null,
  record_id uuid not null references canopy.section11_return (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  standard text constraint section11_return_answers_standard_check check (standard in ('1', '2', '3', '4', '5', '6', '7', '8')),
  rating text constraint section11_return_answers_rating_check check (rating in ('met', 'partiallyMet', 'notMet', 'notApplicable')),
  evidence text constraint section11_return_answers_evidence_check check (char_length(evidence) <= 20000),
  why_not_applicable text constraint section11_return_answers_why_not_applicable_check check (char_length(why_not_applicable) <= 20000),
  action text constraint section11_return_answers_action_check check (char_length(action) <= 20000),
  action_owner text constraint section11_return_answers_action_owner_check check (char_length(action_owner) <= 200),
  action_due_on date,
  primary key (id)
);
create index section11_return_answers_record on canopy.section11_return_answers (record_id);
create unique index section11_return_answers_current on canopy.section11_return_answers (record_id, standard) where superseded_at is null;
comment on table canopy.section11_return_answers is 'Answers of the agency';

create table canopy.section11_return_moderations (
  id uuid not null,
  record_id uuid not null references canopy.section11_return (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  moderated_standard text constraint section11_return_moderations_moderated_standard_check check (moderated_standard in ('1', '2', '3', '4', '5', '6', '7', '8')),
  moderated_rating text constraint section11_return_moderations_moderated_rating_check check (moderated_rating in ('met', 'partiallyMet', 'notMet', 'notApplicable')),
  moderation_why text constraint section11_return_moderations_moderation_why_check check (char_length(moderation_why) <= 20000),
  primary key (id)
);
create index section11_return_moderations_record on canopy.section11_return_moderations (record_id);
create unique index section11_return_moderations_current on canopy.section11_return_moderations (record_id, moderated_standard) where superseded_at is null;
comment on table canopy.section11_return_moderations is 'Moderated ratings';

create table canopy.section11_return_progress (
  id uuid not null,
  record_id uuid not null references canopy.section11_return (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  progress_standard text constraint section11_return_progress_progress_standard_check check (progress_standard in ('1', '2', '3', '4', '5', '6', '7', '8')),
  progress_done boolean,
  progress_done_on date,
  progress_evidence text constraint section11_return_progress_progress_evidence_check check (char_length(progress_evidence) <= 20000),
  primary key (id)
);
create index section11_return_progress_record on canopy.section11_return_progress (record_id);
create unique index section11_return_progress_current on canopy.section11_return_progress (record_id, progress_standard) where superseded_at is null;
comment on table canopy.section11_return_progress is 'What the agency reports on its actions';

create table canopy.section11_return_reviews (
  id uuid not null,
  record_id uuid not null references canopy.section11_return (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  reviewed_standard text constraint section11_return_reviews_reviewed_standard_check check (reviewed_standard in ('1', '2', '3', '4', '5', '6', '7', '8')),
  review_outcome text constraint section11_return_reviews_review_outcome_check check (review_outcome in ('done', 'notDone')),
  review_note text constraint section11_return_reviews_review_note_check check (char_length(review_note) <= 20000),
  primary key (id)
);
create index section11_return_reviews_record on canopy.section11_return_reviews (record_id);
create unique index section11_return_reviews_current on canopy.section11_return_reviews (record_id, reviewed_standard) where superseded_at is null;
comment on table canopy.section11_return_reviews is 'Reviews of actions';
