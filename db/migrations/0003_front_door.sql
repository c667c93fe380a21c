create table canopy.contact (
  id uuid not null,
  reference text not null,
  state text not null constraint contact_state_check check (state in ('received', 'screening', 'checking', 'decided', 'agreed', 'reachingOut', 'closed', 'joined', 'recordedInError')),
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
  received_at timestamptz,
  source text constraint contact_source_check check (source in ('4', '6', '7', '8', '9', '10', '1A', '1B', '1C', '1D', '2A', '2B', '3A', '3B', '3C', '3D', '3E', '3F', '5A', '5B', '5C', '5D')),
  referrer_name text constraint contact_referrer_name_check check (char_length(referrer_name) <= 200),
  referrer_agency text constraint contact_referrer_agency_check check (char_length(referrer_agency) <= 200),
  referrer_contact text constraint contact_referrer_contact_check check (char_length(referrer_contact) <= 200),
  channel text constraint contact_channel_check check (channel in ('phone', 'form', 'email', 'policeReport', 'letter', 'inPerson')),
  written_form_at timestamptz,
  given_name text constraint contact_given_name_check check (char_length(given_name) <= 200),
  family_name text constraint contact_family_name_check check (char_length(family_name) <= 200),
  born_on date,
  expected_on date,
  sex text constraint contact_sex_check check (sex in ('female', 'male', 'unknown')),
  ethnicity text constraint contact_ethnicity_check check (ethnicity in ('white', 'mixed', 'asian', 'black', 'other', 'refused', 'notStated')),
  address text constraint contact_address_check check (char_length(address) <= 300),
  ward text constraint contact_ward_check check (char_length(ward) <= 60),
  school text constraint contact_school_check check (char_length(school) <= 120),
  same_child_as uuid,
  worry text constraint contact_worry_check check (worry in ('physicalHarm', 'emotionalHarm', 'sexualHarm', 'neglect', 'domesticAbuse', 'harmOutsideHome', 'missing', 'mentalHealth', 'parentalNeed', 'disability', 'housingMoney', 'privateFostering', 'other')),
  what_happened text constraint contact_what_happened_check check (char_length(what_happened) <= 20000),
  safe_now text constraint contact_safe_now_check check (safe_now in ('yes', 'no', 'notKnown')),
  family_knows text constraint contact_family_knows_check check (char_length(family_knows) <= 20000),
  consent text constraint contact_consent_check check (consent in ('agreed', 'refused', 'notSought')),
  why_not_sought text constraint contact_why_not_sought_check check (why_not_sought in ('riskOfHarm', 'flightRisk', 'evidence', 'undueDelay', 'unableToContact')),
  consent_by text constraint contact_consent_by_check check (char_length(consent_by) <= 200),
  acknowledged_at timestamptz,
  urgency text constraint contact_urgency_check check (urgency in ('red', 'amber', 'green', 'blue')),
  urgency_why text constraint contact_urgency_why_check check (char_length(urgency_why) <= 20000),
  urgency_at timestamptz,
  match text constraint contact_match_check check (match in ('sameChild', 'newChild', 'cannotTell')),
  match_why text constraint contact_match_why_check check (char_length(match_why) <= 20000),
  matched_by uuid references canopy.account (id),
  decision_before text constraint contact_decision_before_check check (decision_before in ('noFurtherAction', 'informationAdvice', 'earlyHelp', 'childInNeed', 'strategyDiscussion', 'alreadyOpen', 'otherAuthority')),
  agencies_asked uuid[],
  check_question text constraint contact_check_question_check check (char_length(check_question) <= 20000),
  check_people text constraint contact_check_people_check check (char_length(check_people) <= 20000),
  check_basis text constraint contact_check_basis_check check (check_basis in ('significantHarm', 'agreed', 'statutoryDuty', 'publicTask')),
  checks_asked_at timestamptz,
  decision text constraint contact_decision_check check (decision in ('noFurtherAction', 'informationAdvice', 'earlyHelp', 'childInNeed', 'strategyDiscussion', 'alreadyOpen', 'otherAuthority')),
  threshold text constraint contact_threshold_check check (threshold in ('level1', 'level2', 'level3', 'level4')),
  rationale text constraint contact_rationale_check check (char_length(rationale) <= 20000),
  passed_to text constraint contact_passed_to_check check (char_length(passed_to) <= 200),
  referrer_text text constraint contact_referrer_text_check check (char_length(referrer_text) <= 20000),
  checks_changed text constraint contact_checks_changed_check check (checks_changed in ('changed', 'unchanged', 'noChecks')),
  decided_by uuid references canopy.account (id),
  decided_at timestamptz,
  agreement_note text constraint contact_agreement_note_check check (char_length(agreement_note) <= 20000),
  sent_back_why text constraint contact_sent_back_why_check check (char_length(sent_back_why) <= 20000),
  agreed_by uuid references canopy.account (id),
  agreed_at timestamptz,
  outcome text constraint contact_outcome_check check (outcome in ('stillOpen', 'earlyHelp', 'statutory', 'noFurtherAction', 'informationAdvice', 'alreadyOpen', 'otherAuthority')),
  feedback_how text constraint contact_feedback_how_check check (feedback_how in ('phone', 'email', 'portal', 'letter', 'notTold')),
  feedback_why_not text constraint contact_feedback_why_not_check check (feedback_why_not in ('anonymous', 'risk')),
  feedback_at timestamptz,
  offer_answer text constraint contact_offer_answer_check check (offer_answer in ('accepted', 'declined', 'noAnswer')),
  declined_by text constraint contact_declined_by_check check (char_length(declined_by) <= 200),
  decline_reason text constraint contact_decline_reason_check check (decline_reason in ('noNeed', 'alreadyHelped', 'trust', 'timing', 'stigma', 'language', 'notGiven')),
  offered_at timestamptz,
  outreach_done_at timestamptz,
  outreach_result text constraint contact_outreach_result_check check (outreach_result in ('accepted', 'declined', 'notReached')),
  handed_over_at timestamptz,
  accepted_at timestamptz,
  accepted_by_name text constraint contact_accepted_by_name_check check (char_length(accepted_by_name) <= 200),
  late_answers integer constraint contact_late_answers_check check (late_answers between 0 and 1000000),
  late_answer_at timestamptz,
  late_answer_read_at timestamptz,
  late_answer_stands text constraint contact_late_answer_stands_check check (late_answer_stands in ('stands', 'changes')),
  worker uuid references canopy.account (id),
  joined_to uuid,
  joined_why text constraint contact_joined_why_check check (char_length(joined_why) <= 20000),
  private_fostering_at timestamptz,
  void_why text constraint contact_void_why_check check (char_length(void_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index contact_due on canopy.contact (next_due_at, reference) where closed_at is null;
create index contact_event on canopy.contact (received_at);
create index contact_state on canopy.contact (state);
create index contact_updated on canopy.contact (updated_at);
create index contact_same_child_as on canopy.contact (same_child_as);
create index contact_joined_to on canopy.contact (joined_to);
comment on table canopy.contact is 'Contact';

create table canopy.contact_history (
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
  received_at timestamptz,
  source text,
  referrer_name text,
  referrer_agency text,
  referrer_contact text,
  channel text,
  written_form_at timestamptz,
  given_name text,
  family_name text,
  born_on date,
  expected_on date,
  sex text,
  ethnicity text,
  address text,
  ward text,
  school text,
  same_child_as uuid,
  worry text,
  what_happened text,
  safe_now text,
  family_knows text,
  consent text,
  why_not_sought text,
  consent_by text,
  acknowledged_at timestamptz,
  urgency text,
  urgency_why text,
  urgency_at timestamptz,
  match text,
  match_why text,
  matched_by uuid,
  decision_before text,
  agencies_asked uuid[],
  check_question text,
  check_people text,
  check_basis text,
  checks_asked_at timestamptz,
  decision text,
  threshold text,
  rationale text,
  passed_to text,
  referrer_text text,
  checks_changed text,
  decided_by uuid,
  decided_at timestamptz,
  agreement_note text,
  sent_back_why text,
  agreed_by uuid,
  agreed_at timestamptz,
  outcome text,
  feedback_how text,
  feedback_why_not text,
  feedback_at timestamptz,
  offer_answer text,
  declined_by text,
  decline_reason text,
  offered_at timestamptz,
  outreach_done_at timestamptz,
  outreach_result text,
  handed_over_at timestamptz,
  accepted_at timestamptz,
  accepted_by_name text,
  late_answers integer,
  late_answer_at timestamptz,
  late_answer_read_at timestamptz,
  late_answer_stands text,
  worker uuid,
  joined_to uuid,
  joined_why text,
  private_fostering_at timestamptz,
  void_why text,
  primary key (history_id),
  unique (id, version)
);
create index contact_history_updated on canopy.contact_history (updated_at);
comment on table canopy.contact_history is 'Every version of every contact: what was known when, who wrote it, in which words it was asked';

create table canopy.contact_clock (
  id uuid not null,
  record_id uuid not null references canopy.contact (id),
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
create index contact_clock_record on canopy.contact_clock (record_id) where superseded_at is null;
create index contact_clock_due on canopy.contact_clock (clock, due_on) where superseded_at is null;
comment on table canopy.contact_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

create table canopy.contact_adults (
  id uuid not null,
  record_id uuid not null references canopy.contact (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  name text constraint contact_adults_name_check check (char_length(name) <= 200),
  relationship text constraint contact_adults_relationship_check check (relationship in ('mother', 'father', 'stepParent', 'grandparent', 'otherRelative', 'carer', 'professional', 'other')),
  parental_responsibility boolean,
  adult_born_on date,
  safe_contact text constraint contact_adults_safe_contact_check check (char_length(safe_contact) <= 20000),
  primary key (id)
);
create index contact_adults_record on canopy.contact_adults (record_id);
comment on table canopy.contact_adults is 'Adults';

create table canopy.contact_siblings (
  id uuid not null,
  record_id uuid not null references canopy.contact (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  sibling_given_name text constraint contact_siblings_sibling_given_name_check check (char_length(sibling_given_name) <= 200),
  sibling_family_name text constraint contact_siblings_sibling_family_name_check check (char_length(sibling_family_name) <= 200),
  sibling_born_on date,
  sibling_expected_on date,
  sibling_sex text constraint contact_siblings_sibling_sex_check check (sibling_sex in ('female', 'male', 'unknown')),
  primary key (id)
);
create index contact_siblings_record on canopy.contact_siblings (record_id);
comment on table canopy.contact_siblings is 'Brothers and sisters reported with this child';

create table canopy.contact_also_reported (
  id uuid not null,
  record_id uuid not null references canopy.contact (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  also_contact uuid,
  also_source text constraint contact_also_reported_also_source_check check (also_source in ('4', '6', '7', '8', '9', '10', '1A', '1B', '1C', '1D', '2A', '2B', '3A', '3B', '3C', '3D', '3E', '3F', '5A', '5B', '5C', '5D')),
  also_agency text constraint contact_also_reported_also_agency_check check (char_length(also_agency) <= 200),
  also_received_at timestamptz,
  primary key (id)
);
create index contact_also_reported_record on canopy.contact_also_reported (record_id);
comment on table canopy.contact_also_reported is 'Also reported by';

create table canopy.contact_safe_contacts (
  id uuid not null,
  record_id uuid not null references canopy.contact (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  spoken_at timestamptz,
  how text constraint contact_safe_contacts_how_check check (how in ('phone', 'inPerson', 'message')),
  free_to_talk text constraint contact_safe_contacts_free_to_talk_check check (free_to_talk in ('safe', 'notSafe', 'notAsked')),
  note text constraint contact_safe_contacts_note_check check (char_length(note) <= 20000),
  primary key (id)
);
create index contact_safe_contacts_record on canopy.contact_safe_contacts (record_id);
comment on table canopy.contact_safe_contacts is 'Safe contact with an alleged victim';

create table canopy.contact_outreach (
  id uuid not null,
  record_id uuid not null references canopy.contact (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  attempted_on date,
  how text constraint contact_outreach_how_check check (how in ('phone', 'visit', 'letter', 'school', 'other')),
  result text constraint contact_outreach_result_check check (result in ('reached', 'notReached')),
  note text constraint contact_outreach_note_check check (char_length(note) <= 20000),
  primary key (id)
);
create index contact_outreach_record on canopy.contact_outreach (record_id);
comment on table canopy.contact_outreach is 'Outreach to the family';

create table canopy.agency_check (
  id uuid not null,
  reference text not null,
  state text not null constraint agency_check_state_check check (state in ('asked', 'queried', 'answered', 'withdrawn')),
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
  contact uuid,
  asked_of uuid references canopy.agency (id),
  asked_at timestamptz,
  urgency text constraint agency_check_urgency_check check (urgency in ('red', 'amber', 'green')),
  basis text constraint agency_check_basis_check check (basis in ('significantHarm', 'agreed', 'statutoryDuty', 'publicTask')),
  people text constraint agency_check_people_check check (char_length(people) <= 20000),
  question text constraint agency_check_question_check check (char_length(question) <= 20000),
  answer text constraint agency_check_answer_check check (answer in ('notKnown', 'knownNothing', 'information', 'cannotShare')),
  information text constraint agency_check_information_check check (char_length(information) <= 20000),
  why_cannot_share text constraint agency_check_why_cannot_share_check check (char_length(why_cannot_share) <= 20000),
  referrer_may_know boolean,
  family_may_know boolean,
  why_family_may_not text constraint agency_check_why_family_may_not_check check (char_length(why_family_may_not) <= 20000),
  answered_by uuid references canopy.account (id),
  answered_at timestamptz,
  query_text text constraint agency_check_query_text_check check (char_length(query_text) <= 20000),
  query_reply text constraint agency_check_query_reply_check check (char_length(query_reply) <= 20000),
  last_chased_at timestamptz,
  withdrawn_why text constraint agency_check_withdrawn_why_check check (char_length(withdrawn_why) <= 20000),
  primary key (id),
  unique (reference)
);
create index agency_check_due on canopy.agency_check (next_due_at, reference) where closed_at is null;
create index agency_check_event on canopy.agency_check (asked_at);
create index agency_check_state on canopy.agency_check (state);
create index agency_check_updated on canopy.agency_check (updated_at);
create index agency_check_contact on canopy.agency_check (contact);
comment on table canopy.agency_check is 'Agency check';

create table canopy.agency_check_history (
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
  contact uuid,
  asked_of uuid,
  asked_at timestamptz,
  urgency text,
  basis text,
  people text,
  question text,
  answer text,
  information text,
  why_cannot_share text,
  referrer_may_know boolean,
  family_may_know boolean,
  why_family_may_not text,
  answered_by uuid,
  answered_at timestamptz,
  query_text text,
  query_reply text,
  last_chased_at timestamptz,
  withdrawn_why text,
  primary key (history_id),
  unique (id, version)
);
create index agency_check_history_updated on canopy.agency_check_history (updated_at);
comment on table canopy.agency_check_history is 'Every version of every agency check: what was known when, who wrote it, in which words it was asked';

create table canopy.agency_check_clock (
  id uuid not null,
  record_id uuid not null references canopy.agency_check (id),
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
create index agency_check_clock_record on canopy.agency_check_clock (record_id) where superseded_at is null;
create index agency_check_clock_due on canopy.agency_check_clock (clock, due_on) where superseded_at is null;
comment on table canopy.agency_check_clock is 'Stored clocks; a changed clock supersedes the row before it, which stays';

-- Figures as at an instant of the past: what was changed since is found by the time in which it stood.
create index contact_stood on canopy.contact using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index contact_clock_stood on canopy.contact_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at)))
  where superseded_at is not null;
create index agency_check_stood on canopy.agency_check using gist (tstzrange(created_at, greatest(created_at, updated_at)));
create index agency_check_clock_stood on canopy.agency_check_clock using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at)))
  where superseded_at is not null;
