-- What leaves an agency and what is decided not to leave it; agreements on that; and requests for a copy of what is held about a
-- person. A check says which agency asks and what the family said, because both go into the record of what is shared. Checks asked before
-- have neither, and no record is made up for them.

create table canopy.sharing (
  id uuid not null,
  reference text not null,
  state text not null constraint sharing_state_check check (state in ('requested', 'sharedInEmergency', 'shared', 'received', 'notShared', 'expired', 'withdrawn')),
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
  initiative text constraint sharing_initiative_check check (initiative in ('asked', 'own', 'emergency')),
  requested_at timestamptz,
  requested_by text constraint sharing_requested_by_check check (char_length(requested_by) <= 300),
  shared_by uuid references canopy.agency (id),
  shared_with uuid references canopy.agency (id),
  shared_with_other text constraint sharing_shared_with_other_check check (char_length(shared_with_other) <= 200),
  recipient text constraint sharing_recipient_check check (char_length(recipient) <= 200),
  contact uuid,
  agency_check uuid,
  person uuid,
  people text constraint sharing_people_check check (char_length(people) <= 20000),
  items text[] constraint sharing_items_check check (items <@ array['identity', 'address', 'contactDetails', 'family', 'worry', 'chronology', 'assessment', 'plan', 'health', 'education', 'offending', 'housing', 'ownRecord', 'knownOrNot', 'other']::text[]),
  information text constraint sharing_information_check check (char_length(information) <= 20000),
  purpose text constraint sharing_purpose_check check (char_length(purpose) <= 20000),
  emergency_why text constraint sharing_emergency_why_check check (char_length(emergency_why) <= 20000),
  regime text constraint sharing_regime_check check (regime in ('general', 'lawEnforcement')),
  article6 text constraint sharing_article6_check check (article6 in ('6.1.a', '6.1.c', '6.1.d', '6.1.e', '6.1.ea', '6.1.f')),
  law_enforcement text constraint sharing_law_enforcement_check check (law_enforcement in ('s35.para4')),
  duty text constraint sharing_duty_check check (duty in ('none', 'ca2004.s16LA', 'ca1989.s47', 'ca1989.s27', 'ca2004.s10', 'ca2004.s11', 'courtOrder', 'other')),
  under_agreement uuid,
  special_category boolean,
  article9 text constraint sharing_article9_check check (article9 in ('9.2.a', '9.2.b', '9.2.c', '9.2.f', '9.2.g', '9.2.h')),
  schedule1 text constraint sharing_schedule1_check check (schedule1 in ('para1', 'para2', 'para6', 'para10', 'para18')),
  without_consent text constraint sharing_without_consent_check check (without_consent in ('cannotBeGiven', 'cannotBeExpected', 'wouldPrejudice')),
  offence_data boolean,
  article10 text constraint sharing_article10_check check (article10 in ('s10.5', 'official')),
  necessity text constraint sharing_necessity_check check (char_length(necessity) <= 20000),
  consent text constraint sharing_consent_check check (consent in ('given', 'refused', 'notSought')),
  why_not_sought text constraint sharing_why_not_sought_check check (why_not_sought in ('riskOfHarm', 'flightRisk', 'evidence', 'undueDelay', 'unableToContact')),
  why_overridden text constraint sharing_why_overridden_check check (char_length(why_overridden) <= 20000),
  family_told text constraint sharing_family_told_check check (family_told in ('before', 'after', 'notTold')),
  why_family_not_told text constraint sharing_why_family_not_told_check check (char_length(why_family_not_told) <= 20000),
  third_parties text constraint sharing_third_parties_check check (third_parties in ('none', 'takenOut', 'leftIn')),
  third_parties_why text constraint sharing_third_parties_why_check check (char_length(third_parties_why) <= 20000),
  channel text constraint sharing_channel_check check (channel in ('canopy', 'secureEmail', 'portal', 'phone', 'inPerson', 'post')),
  retention text constraint sharing_retention_check check (char_length(retention) <= 300),
  expires_on date,
  shared_at timestamptz,
  released_by uuid references canopy.account (id),
  decided_by uuid references canopy.account (id),
  decided_at timestamptz,
  completed_at timestamptz,
  why_not_shared text constraint sharing_why_not_shared_check check (why_not_shared in ('moreDetrimental', 'risk', 'privilege', 'forbidden', 'inquiry', 'notNecessary', 'noBasis', 'consentRefused', 'notHeld', 'asDescribed')),
  why_not_shared_words text constraint sharing_why_not_shared_words_check check (char_length(why_not_shared_words) <= 20000),
  requester_told text constraint sharing_requester_told_check check (requester_told in ('withReason', 'withoutReason', 'notTold')),
  received_at timestamptz,
  received_by uuid references canopy.account (id),
  receipt_note text constraint sharing_receipt_note_check check (char_length(receipt_note) <= 20000),
  withdrawn_why text constraint sharing_withdrawn_why_check check (char_length(withdrawn_why) <= 20000),
  ended_at timestamptz,
  primary key (id),
  unique (reference)
);
create index sharing_due on canopy.sharing (next_due_at, reference) where closed_at is null;
create index sharing_event on canopy.sharing (shared_at);
create index sharing_state on canopy.sharing (state);
create index sharing_updated on canopy.sharing (updated_at);
create index sharing_stood on canopy.sharing using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index sharing_contact on canopy.sharing (contact);
create index sharing_agency_check on canopy.sharing (agency_check);
create index sharing_person on canopy.sharing (person);
create index sharing_under_agreement on canopy.sharing (under_agreement);
comment on table canopy.sharing is 'Sharing';

create table canopy.sharing_history (
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
  initiative text,
  requested_at timestamptz,
  requested_by text,
  shared_by uuid,
  shared_with uuid,
  shared_with_other text,
  recipient text,
  contact uuid,
  agency_check uuid,
  person uuid,
  people text,
  items text[],
  information text,
  purpose text,
  emergency_why text,
  regime text,
  article6 text,
  law_enforcement text,
  duty text,
  under_agreement uuid,
  special_category boolean,
  article9 text,
  schedule1 text,
  without_consent text,
  offence_data boolean,
  article10 text,
  necessity text,
  consent text,
  why_not_sought text,
  why_overridden text,
  family_told text,
  why_family_not_told text,
  third_parties text,
  third_parties_why text,
  channel text,
  retention text,
  expires_on date,
  shared_at timestamptz,
  released_by uuid,
  decided_by uuid,
  decided_at timestamptz,
  completed_at timestamptz,
  why_not_shared text,
  why_not_shared_words text,
  requester_told text,
  received_at timestamptz,
  received_by uuid,
  receipt_note text,
  withdrawn_why text,
  ended_at timestamptz,
  primary key (history_id),
  unique (id, version)
);
create index sharing_history_updated on canopy.sharing_history (updated_at);
comment on table canopy.sharing_history is 'Every version of every sharing: what was known when, who wrote it, in which words it was asked';

create table canopy.sharing_clock (
  id uuid not null,
  record_id uuid not null references canopy.sharing (id),
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
create index sharing_clock_record on canopy.sharing_clock (record_id) where superseded_at is null;
create index sharing_clock_due on canopy.sharing_clock (clock, due_on) where superseded_at is null;
create index sharing_clock_stood on canopy.sharing_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.sharing_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.sharing_also_about (
  id uuid not null,
  record_id uuid not null references canopy.sharing (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  also_person uuid,
  primary key (id)
);
create index sharing_also_about_record on canopy.sharing_also_about (record_id);
create unique index sharing_also_about_current on canopy.sharing_also_about (record_id, also_person) where superseded_at is null;
comment on table canopy.sharing_also_about is 'Also about';

create table canopy.sharing_agreement (
  id uuid not null,
  reference text not null,
  state text not null constraint sharing_agreement_state_check check (state in ('draft', 'inForce', 'underReview', 'ended')),
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
  title text constraint sharing_agreement_title_check check (char_length(title) <= 200),
  parties uuid[],
  other_parties text constraint sharing_agreement_other_parties_check check (char_length(other_parties) <= 300),
  purpose text constraint sharing_agreement_purpose_check check (char_length(purpose) <= 20000),
  article6 text constraint sharing_agreement_article6_check check (article6 in ('6.1.a', '6.1.c', '6.1.d', '6.1.e', '6.1.ea', '6.1.f')),
  article9 text constraint sharing_agreement_article9_check check (article9 in ('9.2.a', '9.2.b', '9.2.c', '9.2.f', '9.2.g', '9.2.h')),
  duty text constraint sharing_agreement_duty_check check (duty in ('none', 'ca2004.s16LA', 'ca1989.s47', 'ca1989.s27', 'ca2004.s10', 'ca2004.s11', 'courtOrder', 'other')),
  items text[] constraint sharing_agreement_items_check check (items <@ array['identity', 'address', 'contactDetails', 'family', 'worry', 'chronology', 'assessment', 'plan', 'health', 'education', 'offending', 'housing', 'ownRecord', 'knownOrNot', 'other']::text[]),
  covers text constraint sharing_agreement_covers_check check (char_length(covers) <= 20000),
  gap text constraint sharing_agreement_gap_check check (char_length(gap) <= 20000),
  owner uuid references canopy.account (id),
  signed_on date,
  review_months integer constraint sharing_agreement_review_months_check check (review_months between 1 and 60),
  last_reviewed_on date,
  ended_on date,
  ended_why text constraint sharing_agreement_ended_why_check check (char_length(ended_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index sharing_agreement_due on canopy.sharing_agreement (next_due_at, reference) where closed_at is null;
create index sharing_agreement_event on canopy.sharing_agreement (signed_on);
create index sharing_agreement_state on canopy.sharing_agreement (state);
create index sharing_agreement_updated on canopy.sharing_agreement (updated_at);
create index sharing_agreement_stood on canopy.sharing_agreement using gist (tstzrange(created_at, greatest(created_at, updated_at)));
comment on table canopy.sharing_agreement is 'Information-sharing agreement';

create table canopy.sharing_agreement_history (
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
  title text,
  parties uuid[],
  other_parties text,
  purpose text,
  article6 text,
  article9 text,
  duty text,
  items text[],
  covers text,
  gap text,
  owner uuid,
  signed_on date,
  review_months integer,
  last_reviewed_on date,
  ended_on date,
  ended_why text,
  primary key (history_id),
  unique (id, version)
);
create index sharing_agreement_history_updated on canopy.sharing_agreement_history (updated_at);
comment on table canopy.sharing_agreement_history is 'Every version of every information-sharing agreement: what was known when, who wrote it, in which words it was asked';

create table canopy.sharing_agreement_clock (
  id uuid not null,
  record_id uuid not null references canopy.sharing_agreement (id),
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
create index sharing_agreement_clock_record on canopy.sharing_agreement_clock (record_id) where superseded_at is null;
create index sharing_agreement_clock_due on canopy.sharing_agreement_clock (clock, due_on) where superseded_at is null;
create index sharing_agreement_clock_stood on canopy.sharing_agreement_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.sharing_agreement_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.sharing_agreement_reviews (
  id uuid not null,
  record_id uuid not null references canopy.sharing_agreement (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  reviewed_on date,
  outcome text constraint sharing_agreement_reviews_outcome_check check (outcome in ('stands', 'changed')),
  changes text constraint sharing_agreement_reviews_changes_check check (char_length(changes) <= 20000),
  primary key (id)
);
create index sharing_agreement_reviews_record on canopy.sharing_agreement_reviews (record_id);
comment on table canopy.sharing_agreement_reviews is 'Reviews';

create table canopy.subject_access (
  id uuid not null,
  reference text not null,
  state text not null constraint subject_access_state_check check (state in ('received', 'identity', 'preparing', 'clarifying', 'sent', 'refused', 'withdrawn')),
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
  received_on date,
  person uuid,
  subject_name text constraint subject_access_subject_name_check check (char_length(subject_name) <= 200),
  requester text constraint subject_access_requester_check check (requester in ('self', 'child', 'parent', 'representative', 'court')),
  requester_name text constraint subject_access_requester_name_check check (char_length(requester_name) <= 200),
  requester_contact text constraint subject_access_requester_contact_check check (char_length(requester_contact) <= 300),
  wanted text constraint subject_access_wanted_check check (char_length(wanted) <= 20000),
  identity_asked_on date,
  identity_on date,
  verification text constraint subject_access_verification_check check (verification in ('known', 'documents', 'authority', 'answers')),
  competence text constraint subject_access_competence_check check (competence in ('competent', 'notYet', 'adult')),
  competence_why text constraint subject_access_competence_why_check check (char_length(competence_why) <= 20000),
  child_agrees boolean,
  counts_from date,
  clarify_asked_on date,
  clarify_question text constraint subject_access_clarify_question_check check (char_length(clarify_question) <= 20000),
  clarified_on date,
  clarify_answer text constraint subject_access_clarify_answer_check check (char_length(clarify_answer) <= 20000),
  extended_on date,
  extended_why text constraint subject_access_extended_why_check check (extended_why in ('complex', 'several')),
  extended_words text constraint subject_access_extended_words_check check (char_length(extended_words) <= 20000),
  search_note text constraint subject_access_search_note_check check (char_length(search_note) <= 20000),
  searched_on date,
  put_back text constraint subject_access_put_back_check check (char_length(put_back) <= 80),
  sent_how text constraint subject_access_sent_how_check check (sent_how in ('post', 'secureEmail', 'inPerson', 'portal')),
  sent_note text constraint subject_access_sent_note_check check (char_length(sent_note) <= 20000),
  told_of_rights boolean,
  answered_on date,
  refused_why text constraint subject_access_refused_why_check check (refused_why in ('unfounded', 'excessive', 'notEntitled', 'identity', 'notClear')),
  refused_words text constraint subject_access_refused_words_check check (char_length(refused_words) <= 20000),
  withdrawn_why text constraint subject_access_withdrawn_why_check check (char_length(withdrawn_why) <= 20000),
  answered_by uuid references canopy.account (id),
  primary key (id),
  unique (reference)
);
create index subject_access_due on canopy.subject_access (next_due_at, reference) where closed_at is null;
create index subject_access_event on canopy.subject_access (received_on);
create index subject_access_state on canopy.subject_access (state);
create index subject_access_updated on canopy.subject_access (updated_at);
create index subject_access_stood on canopy.subject_access using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index subject_access_person on canopy.subject_access (person);
comment on table canopy.subject_access is 'Subject access request';

create table canopy.subject_access_history (
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
  received_on date,
  person uuid,
  subject_name text,
  requester text,
  requester_name text,
  requester_contact text,
  wanted text,
  identity_asked_on date,
  identity_on date,
  verification text,
  competence text,
  competence_why text,
  child_agrees boolean,
  counts_from date,
  clarify_asked_on date,
  clarify_question text,
  clarified_on date,
  clarify_answer text,
  extended_on date,
  extended_why text,
  extended_words text,
  search_note text,
  searched_on date,
  put_back text,
  sent_how text,
  sent_note text,
  told_of_rights boolean,
  answered_on date,
  refused_why text,
  refused_words text,
  withdrawn_why text,
  answered_by uuid,
  primary key (history_id),
  unique (id, version)
);
create index subject_access_history_updated on canopy.subject_access_history (updated_at);
comment on table canopy.subject_access_history is 'Every version of every subject access request: what was known when, who wrote it, in which words it was asked';

create table canopy.subject_access_clock (
  id uuid not null,
  record_id uuid not null references canopy.subject_access (id),
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
create index subject_access_clock_record on canopy.subject_access_clock (record_id) where superseded_at is null;
create index subject_access_clock_due on canopy.subject_access_clock (clock, due_on) where superseded_at is null;
create index subject_access_clock_stood on canopy.subject_access_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null;
comment on table canopy.subject_access_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.subject_access_redactions (
  id uuid not null,
  record_id uuid not null references canopy.subject_access (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  entry text constraint subject_access_redactions_entry_check check (char_length(entry) <= 80),
  extent text constraint subject_access_redactions_extent_check check (extent in ('whole', 'words')),
  passage text constraint subject_access_redactions_passage_check check (char_length(passage) <= 20000),
  exemption text constraint subject_access_redactions_exemption_check check (exemption in ('seriousHarm', 'childAbuse', 'thirdParty', 'privilege', 'crime', 'adoption', 'courtReport', 'notThePerson')),
  because text constraint subject_access_redactions_because_check check (char_length(because) <= 20000),
  primary key (id)
);
create index subject_access_redactions_record on canopy.subject_access_redactions (record_id);
comment on table canopy.subject_access_redactions is 'Taken out';

alter table canopy.agency_check add column asked_by uuid;

alter table canopy.agency_check add column consent text;

alter table canopy.agency_check add column why_not_sought text;

alter table canopy.agency_check_history add column asked_by uuid;

alter table canopy.agency_check_history add column consent text;

alter table canopy.agency_check_history add column why_not_sought text;

alter table canopy.agency_check add constraint agency_check_consent_check CHECK ((consent = ANY (ARRAY['agreed'::text, 'refused'::text, 'notSought'::text])));

alter table canopy.agency_check add constraint agency_check_why_not_sought_check CHECK ((why_not_sought = ANY (ARRAY['riskOfHarm'::text, 'flightRisk'::text, 'evidence'::text, 'undueDelay'::text, 'unableToContact'::text])));

alter table canopy.agency_check add constraint agency_check_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES canopy.agency(id);
