-- The database of the portal, in the order of the domain's areas: rights, audit, force, people, form, plan, routing,
-- submission, intake, triage, connections, figures, notices. Later migrations change it; this one never changes again
-- once a version is released.
--
-- Every table is owned by the role that migrates; the application works as portal_app, which owns nothing.
-- A closed list is an enum, named like the enum of prisma/schema.prisma. Lists that a force's pack or the table of
-- actions defines (steps of an escalation, actions of a history, answers of the form) are text.
-- Times are timestamptz(3), UTC. What is read by one order only has its index beside the table.

------------------------------------------------------------------------------------------------------------------------
-- Rights, and rows that stay as they were written
------------------------------------------------------------------------------------------------------------------------

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN CREATE ROLE portal_app NOLOGIN; END IF;
  -- The owner takes the role on for the portal's own connections where both come by one address.
  IF NOT pg_has_role(current_user, 'portal_app', 'MEMBER') THEN EXECUTE format('GRANT portal_app TO %I', current_user); END IF;
END $$;
GRANT USAGE ON SCHEMA public TO portal_app;
-- For the tables of this and of every later migration; append-only tables take UPDATE and DELETE away again.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO portal_app;

-- Refuses UPDATE, DELETE and TRUNCATE on append-only tables. The application's role owns nothing, so it cannot lift this.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION make_append_only(table_name regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_change()', table_name);
  EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', table_name);
  EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM portal_app', table_name);
END $$;
REVOKE ALL ON FUNCTION make_append_only(regclass) FROM PUBLIC;

-- Changes of a row are held to the columns that its trigger names; every other one, also one that comes later, is fixed.
CREATE FUNCTION refuse_other_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - TG_ARGV IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV THEN
    RAISE EXCEPTION 'only % of % may change', array_to_string(TG_ARGV, ', '), TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Such columns are written once: whoever acknowledged, or unlinked, did so.
CREATE FUNCTION refuse_second_writing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(OLD) -> TG_ARGV[0] <> 'null'::jsonb THEN
    RAISE EXCEPTION '% of % is written once', TG_ARGV[0], TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

------------------------------------------------------------------------------------------------------------------------
-- What searching and matching compare
------------------------------------------------------------------------------------------------------------------------

-- The three extensions are trusted: from PostgreSQL 13 on the owner of a database may add them without being a superuser.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA public;

-- What an index is built on names its functions with their schema: it is also built where no search path is set.

-- How a folded name sounds: the codes of its words, in no order. A word of one letter says nothing.
CREATE FUNCTION name_sounds(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT code ORDER BY code), '{}')
  FROM regexp_split_to_table(folded, ' ') AS word,
    LATERAL (VALUES (public.dmetaphone(word)), (public.dmetaphone_alt(word))) AS codes (code)
  WHERE length(word) > 1 AND length(code) > 1 $$;

-- Pairs of neighbouring known characters of a registration mark, with their place and its length: "7:0:BX".
CREATE FUNCTION mark_pairs(mark text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(length(mark) || ':' || at || ':' || substr(mark, at, 2)), '{}')
  FROM generate_series(1, length(mark) - 1) AS at WHERE position('?' IN substr(mark, at, 2)) = 0 $$;

-- How many characters two marks share when they contradict each other nowhere ("?" is not known); null when they do.
CREATE FUNCTION marks_agree(one text, other text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN length(one) = length(other) AND bool_and(a = b OR a = '?' OR b = '?')
    THEN (count(*) FILTER (WHERE a = b AND a <> '?'))::integer END
  FROM unnest(string_to_array(one, NULL), string_to_array(other, NULL)) AS t (a, b) $$;

-- Words of an address or a landmark: lower case, without accents and punctuation.
CREATE FUNCTION place_words(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT trim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, coalesce(written, ''))), '[^a-z0-9]+', ' ', 'g')) $$;

-- What makes two writings of a reference one: its letters and digits.
CREATE FUNCTION record_key(reference text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT upper(regexp_replace(reference, '[^[:alnum:]]', '', 'g')) $$;

CREATE TEXT SEARCH CONFIGURATION portal_english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION portal_english
  ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.english_stem;

-- The answers of a report as they were shown, without the questions, and without what stands for a sealed answer.
CREATE FUNCTION report_answers(document jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT pg_catalog.jsonb_path_query_array(document, '$.sections[*].*[*].entries[*] ? (@.state == "answered").answer[*]') $$;
CREATE FUNCTION report_lexemes(document jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT pg_catalog.jsonb_to_tsvector('public.portal_english'::regconfig, public.report_answers(document), '["string"]') $$;
CREATE FUNCTION text_lexemes(written text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT pg_catalog.to_tsvector('public.portal_english'::regconfig, written) $$;

------------------------------------------------------------------------------------------------------------------------
-- Kernel and audit
------------------------------------------------------------------------------------------------------------------------

CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE rate_limit (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

-- Who did or read what. transaction_id lets a later job seal events below a snapshot's xmin into a hash chain.
CREATE TABLE audit_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
  recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  happened_at timestamptz(3) NOT NULL,
  type text NOT NULL,
  -- No reference to the account: the trail outlasts whatever it tells of.
  actor_id uuid,
  actor_label text NOT NULL,
  session_id uuid,
  request_id text NOT NULL,
  subject_type text,
  subject_id uuid,
  data jsonb NOT NULL DEFAULT '{}'
);
-- The trail is read newest first by when things happened, so that days can be asked for.
CREATE INDEX audit_event_subject ON audit_event (subject_id, happened_at, id);
CREATE INDEX audit_event_actor ON audit_event (actor_id, happened_at, id);
CREATE INDEX audit_event_type ON audit_event (type, happened_at, id);
CREATE INDEX audit_event_happened ON audit_event (happened_at, id);
SELECT make_append_only('audit_event');

------------------------------------------------------------------------------------------------------------------------
-- The force: its pack, areas, postcodes and queues
------------------------------------------------------------------------------------------------------------------------

-- One row: the pack that is loaded. Its content is validated when it is read.
CREATE TABLE force_pack (
  code text PRIMARY KEY,
  content jsonb NOT NULL,
  content_hash text NOT NULL,
  loaded_at timestamptz(3) NOT NULL
);

CREATE TABLE area (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  local_authority text,
  valid_from date NOT NULL,
  valid_to date
);

-- district: "B11"; sector: "B11 1"; unit: a full postcode that differs from its sector.
CREATE TYPE postcode_scope AS ENUM ('district', 'sector', 'unit');
CREATE TABLE postcode_rule (
  id uuid PRIMARY KEY,
  scope postcode_scope NOT NULL,
  code text NOT NULL,
  primary_code text NOT NULL,
  primary_share double precision NOT NULL CHECK (primary_share BETWEEN 0 AND 1),
  shares jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  UNIQUE (scope, code, valid_from)
);

-- The Force Intelligence Bureau, the SPOC queue of one area, the SPOC queue of the force.
CREATE TYPE queue_kind AS ENUM ('fib', 'area', 'force_spoc');
CREATE TABLE queue (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  kind queue_kind NOT NULL,
  area_id uuid REFERENCES area (id),
  CONSTRAINT queue_area_for_area_kind CHECK ((kind = 'area') = (area_id IS NOT NULL))
);
CREATE UNIQUE INDEX queue_one_per_area ON queue (area_id) WHERE area_id IS NOT NULL;
CREATE UNIQUE INDEX queue_one_fib ON queue (kind) WHERE kind IN ('fib', 'force_spoc');

------------------------------------------------------------------------------------------------------------------------
-- People: organisations, accounts, sessions, duty
------------------------------------------------------------------------------------------------------------------------

CREATE TYPE organisation_kind AS ENUM ('ngo', 'third_party_centre', 'statutory', 'network');
CREATE TYPE organisation_status AS ENUM ('active', 'suspended');
-- What an organisation's agreement lets its people do with their reports is part of it. No lead reads what others of the
-- organisation have sent.
CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  kind organisation_kind NOT NULL,
  network_member boolean NOT NULL DEFAULT false,
  status organisation_status NOT NULL DEFAULT 'active',
  created_at timestamptz(3) NOT NULL,
  agreement_reference text,
  agreement_agreed_on date,
  agreement_agreed_by text,
  agreement_review_on date,
  -- The reporter may keep a full copy of a report outside the portal.
  agreement_full_copy boolean NOT NULL DEFAULT false,
  -- Reporters may stand in for each other.
  agreement_cover boolean NOT NULL DEFAULT false
);

CREATE TABLE organisation_site (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  name text NOT NULL,
  area_id uuid REFERENCES area (id),
  accredited_on date,
  UNIQUE (organisation_id, name)
);

CREATE TYPE side AS ENUM ('partner', 'police');
CREATE TYPE account_status AS ENUM ('invited', 'active', 'suspended');
CREATE TABLE account (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)),
  display_name text NOT NULL,
  side side NOT NULL,
  organisation_id uuid REFERENCES organisation (id),
  site_id uuid REFERENCES organisation_site (id),
  phone text,
  password_hash text,
  status account_status NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL,
  -- When the account was shown how to leave the portal quickly; null until then.
  exit_explained_at timestamptz(3),
  -- Keys for triage, which everybody switches on for themselves.
  keyboard_triage boolean NOT NULL DEFAULT false,
  -- When the account had done with the hints that are shown when it first signs in; null while they are shown.
  hints_done_at timestamptz(3),
  CONSTRAINT account_email_unique UNIQUE (email),
  CONSTRAINT account_partner_has_organisation CHECK ((side = 'partner') = (organisation_id IS NOT NULL))
);
CREATE INDEX account_organisation ON account (organisation_id) WHERE organisation_id IS NOT NULL;

CREATE TYPE role AS ENUM ('reporter', 'partner_lead', 'fib_officer', 'fib_supervisor', 'spoc', 'area_lead',
  'source_custodian', 'mds_lead', 'plan_contributor', 'administrator', 'auditor');
CREATE TABLE account_role (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  role role NOT NULL,
  -- Where the role is limited to an area; null: everywhere.
  area_id uuid REFERENCES area (id),
  CONSTRAINT account_role_once UNIQUE NULLS NOT DISTINCT (account_id, role, area_id)
);
CREATE INDEX account_role_by_role ON account_role (role);

-- Times here are real time, never the demonstration's clock.
CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  token_hash bytea NOT NULL UNIQUE,
  created_by uuid REFERENCES account (id),
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX invitation_account ON invitation (account_id);

-- Times here are real time. How sure the portal is of who signed in leaves room for a second factor: 'password' today.
CREATE TYPE assurance AS ENUM ('password', 'second_factor', 'single_sign_on');
CREATE TABLE session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES account (id),
  assurance assurance NOT NULL DEFAULT 'password',
  second_factor_at timestamptz(3),
  shared_computer boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  idle_expires_at timestamptz(3) NOT NULL,
  absolute_expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3)
);
CREATE INDEX session_account ON session (account_id);

-- Who is told at which step of a High submission.
CREATE TYPE duty_position AS ENUM ('duty_officer', 'deputy', 'fib_supervisor', 'duty_inspector');
-- Who is on duty when. Rows loaded with a pack have nobody who entered them.
CREATE TABLE duty_list_entry (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  position duty_position NOT NULL,
  valid_from timestamptz(3) NOT NULL,
  valid_to timestamptz(3),
  entered_by uuid REFERENCES account (id),
  entered_at timestamptz(3),
  UNIQUE (account_id, position, valid_from),
  CONSTRAINT duty_list_entry_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE INDEX duty_list_entry_end ON duty_list_entry (valid_to, position);

-- Somebody who is away is not on duty, whatever the roster says.
CREATE TABLE duty_absence (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  absent_from timestamptz(3) NOT NULL,
  absent_to timestamptz(3) NOT NULL,
  entered_by uuid NOT NULL REFERENCES account (id),
  entered_at timestamptz(3) NOT NULL,
  CONSTRAINT duty_absence_once UNIQUE (account_id, absent_from),
  CONSTRAINT duty_absence_order CHECK (absent_to > absent_from)
);
CREATE INDEX duty_absence_end ON duty_absence (absent_to);

------------------------------------------------------------------------------------------------------------------------
-- The form: its published versions
------------------------------------------------------------------------------------------------------------------------

CREATE TABLE form_version (
  version integer PRIMARY KEY,
  definition jsonb NOT NULL,
  definition_hash text NOT NULL,
  -- By meaning the id of the question that has it. It never changes either.
  meanings jsonb NOT NULL,
  agreed_on date NOT NULL,
  agreed_with text NOT NULL,
  published_at timestamptz(3) NOT NULL
);
SELECT make_append_only('form_version');

------------------------------------------------------------------------------------------------------------------------
-- The delivery plan. A code names an item of one plan: next year's plan may use it again, so everything refers to the
-- item of its plan by id.
------------------------------------------------------------------------------------------------------------------------

CREATE TABLE plan (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  title text NOT NULL,
  source jsonb NOT NULL,
  glossary jsonb NOT NULL
);

CREATE TYPE plan_item_kind AS ENUM ('aim', 'activity', 'theme', 'action', 'gap');
CREATE TABLE plan_item (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan (id),
  -- Of the same plan.
  parent_id uuid,
  code text NOT NULL,
  kind plan_item_kind NOT NULL,
  number text NOT NULL,
  position integer NOT NULL,
  text text NOT NULL,
  redacted boolean NOT NULL DEFAULT false,
  attributes jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT plan_item_code UNIQUE (plan_id, code),
  CONSTRAINT plan_item_of_its_plan UNIQUE (plan_id, id),
  CONSTRAINT plan_item_parent_of_its_plan FOREIGN KEY (plan_id, parent_id) REFERENCES plan_item (plan_id, id)
);
CREATE INDEX plan_item_parent ON plan_item (parent_id);

CREATE TABLE plan_step (
  id uuid PRIMARY KEY,
  plan_item_id uuid NOT NULL REFERENCES plan_item (id),
  position integer NOT NULL,
  text text NOT NULL,
  strategy text,
  redacted boolean NOT NULL DEFAULT false,
  UNIQUE (plan_item_id, position)
);

CREATE TABLE plan_responsible_role (
  id uuid PRIMARY KEY,
  plan_item_id uuid NOT NULL REFERENCES plan_item (id),
  position integer NOT NULL,
  role_title text NOT NULL,
  UNIQUE (plan_item_id, position)
);

-- target_item_id is null where the plan cites a number that has no row (PCC 1.2.2).
CREATE TABLE plan_strategic_link (
  id uuid PRIMARY KEY,
  plan_item_id uuid NOT NULL REFERENCES plan_item (id),
  position integer NOT NULL,
  label text NOT NULL,
  target_item_id uuid REFERENCES plan_item (id),
  UNIQUE (plan_item_id, position)
);
CREATE INDEX plan_strategic_link_target ON plan_strategic_link (target_item_id);

CREATE TABLE plan_evidence (
  id uuid PRIMARY KEY,
  plan_item_id uuid NOT NULL REFERENCES plan_item (id),
  activity_id uuid REFERENCES plan_item (id),
  -- The entry of the pack that it was loaded from; null where somebody wrote it here.
  source_id text UNIQUE,
  position integer NOT NULL,
  text text NOT NULL,
  update_mark boolean NOT NULL DEFAULT false,
  style text,
  redacted boolean NOT NULL DEFAULT false,
  dated_on date,
  author_id uuid REFERENCES account (id),
  recorded_at timestamptz(3) NOT NULL
);
CREATE INDEX plan_evidence_item ON plan_evidence (plan_item_id, position);
SELECT make_append_only('plan_evidence');

CREATE TABLE plan_event (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan (id),
  happened_on date NOT NULL,
  title text NOT NULL,
  UNIQUE (plan_id, happened_on, title)
);

CREATE TYPE plan_progress AS ENUM ('not_started', 'on_track', 'at_risk', 'delivered');
-- How an item of the plan stands; the newest row counts.
CREATE TABLE plan_item_status (
  id uuid PRIMARY KEY,
  plan_item_id uuid NOT NULL REFERENCES plan_item (id),
  number integer NOT NULL,
  status plan_progress NOT NULL,
  note text NOT NULL CHECK (length(trim(note)) > 0),
  set_by uuid NOT NULL REFERENCES account (id),
  set_at timestamptz(3) NOT NULL,
  CONSTRAINT plan_item_status_newest UNIQUE (plan_item_id, number)
);
SELECT make_append_only('plan_item_status');

-- Who owns an item of the plan; the newest row counts, account_id null: nobody in particular.
CREATE TABLE plan_item_owner (
  id uuid PRIMARY KEY,
  plan_item_id uuid NOT NULL REFERENCES plan_item (id),
  number integer NOT NULL,
  account_id uuid REFERENCES account (id),
  set_by uuid NOT NULL REFERENCES account (id),
  set_at timestamptz(3) NOT NULL,
  CONSTRAINT plan_item_owner_newest UNIQUE (plan_item_id, number)
);
SELECT make_append_only('plan_item_owner');

------------------------------------------------------------------------------------------------------------------------
-- Routing: sets of rules, and those that are being written
------------------------------------------------------------------------------------------------------------------------

-- A published version never changes.
CREATE TABLE routing_rule_set (
  version integer PRIMARY KEY,
  rules jsonb NOT NULL,
  rules_hash text NOT NULL,
  published_at timestamptz(3) NOT NULL,
  published_by uuid REFERENCES account (id)
);
SELECT make_append_only('routing_rule_set');

CREATE TYPE routing_draft_state AS ENUM ('writing', 'waiting', 'published', 'withdrawn', 'rejected');
-- Rules that are being written. Decided ones stay, as the record of who wrote what and who decided.
CREATE TABLE routing_draft (
  id uuid PRIMARY KEY,
  based_on integer NOT NULL REFERENCES routing_rule_set (version),
  rules jsonb NOT NULL,
  -- Counts the changes of the rules: a replay and a decision are about one revision.
  revision integer NOT NULL DEFAULT 1,
  state routing_draft_state NOT NULL,
  written_by uuid NOT NULL REFERENCES account (id),
  started_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  decided_by uuid REFERENCES account (id),
  decided_at timestamptz(3),
  comment text,
  published_version integer UNIQUE REFERENCES routing_rule_set (version),
  CONSTRAINT routing_draft_decision_whole CHECK (
    (state IN ('writing', 'waiting')) = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT routing_draft_published_whole CHECK ((state = 'published') = (published_version IS NOT NULL)),
  CONSTRAINT routing_draft_second_person CHECK (state NOT IN ('published', 'rejected') OR decided_by <> written_by)
);
-- One set is in force, so one is written at a time.
CREATE UNIQUE INDEX routing_draft_one_open ON routing_draft ((true)) WHERE state IN ('writing', 'waiting');

-- What one revision of a draft would have done to the newest submissions.
CREATE TABLE routing_replay (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL REFERENCES routing_draft (id),
  revision integer NOT NULL,
  counted integer NOT NULL,
  differing integer NOT NULL,
  -- How many differ in their queue, priority, restriction and so on.
  changes jsonb NOT NULL,
  run_by uuid NOT NULL REFERENCES account (id),
  run_at timestamptz(3) NOT NULL
);
CREATE INDEX routing_replay_newest ON routing_replay (draft_id, revision, run_at DESC, id);

------------------------------------------------------------------------------------------------------------------------
-- The submission: where it stands, what was sent, its history
------------------------------------------------------------------------------------------------------------------------

-- How the report reached police: the partner's own web form, or an officer who enters a call or a paper.
CREATE TYPE channel AS ENUM ('web', 'telephone', 'paper');
CREATE TYPE submission_status AS ENUM ('submitted', 'in_assessment', 'clarification', 'accepted', 'disseminated', 'closed',
  'rejected', 'withdrawn');
CREATE TYPE priority AS ENUM ('high', 'medium', 'low');
CREATE TYPE outcome AS ENUM ('used', 'crime_recorded', 'safeguarding_action', 'passed_on', 'more_needed', 'no_further_use',
  'duplicate');
-- What ends a submission, and of a High one asks for a second person.
CREATE TYPE ending AS ENUM ('answer_and_close', 'close_without_item', 'reject', 'grant_withdrawal');

CREATE TABLE submission (
  id uuid PRIMARY KEY,

  -- What was submitted, by whom and when: fixed.
  reference text NOT NULL UNIQUE,
  draft_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  organisation_kind organisation_kind NOT NULL,
  site_id uuid REFERENCES organisation_site (id),
  submitted_by uuid NOT NULL REFERENCES account (id),
  -- The officer who entered it; null where the partner did.
  entered_by uuid REFERENCES account (id),
  channel channel NOT NULL,
  form_version integer NOT NULL REFERENCES form_version (version),
  submitted_at timestamptz(3) NOT NULL,
  exploitation_types text[] NOT NULL DEFAULT '{}',
  routing_reason text NOT NULL,
  routing_version integer NOT NULL REFERENCES routing_rule_set (version),
  candidates jsonb NOT NULL DEFAULT '[]',

  -- Where it stands.
  version integer NOT NULL DEFAULT 1,
  status submission_status NOT NULL,
  status_changed_at timestamptz(3) NOT NULL,
  outcome outcome,
  priority priority NOT NULL,
  priority_rank smallint GENERATED ALWAYS AS (CASE priority WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END) STORED NOT NULL,
  restricted boolean NOT NULL,
  -- Who asked that it be High no longer, or be restricted no longer, until somebody else has decided. The reasons are in
  -- the history.
  lowering_asked_by uuid REFERENCES account (id),
  lifting_asked_by uuid REFERENCES account (id),
  -- Who asked that a High one end, and by which action, until somebody else has decided. The words are in the history.
  ending_asked_by uuid REFERENCES account (id),
  ending_asked ending,
  primary_queue_id uuid NOT NULL REFERENCES queue (id),
  area_id uuid REFERENCES area (id),

  -- Who has it.
  claimed_by uuid REFERENCES account (id),
  claimed_at timestamptz(3),
  -- Since when somebody to whom it was given has not opened it: from then on nobody had it, until its holder opens it.
  unopened_since timestamptz(3),
  -- Since when nobody has it: from submission, or from when a claim was put down. Steps of a High one count from here.
  waiting_since timestamptz(3) NOT NULL,

  -- What the partner did since.
  withdrawal_requested_at timestamptz(3),
  -- Since when something was added that no officer has marked as read; null when there is nothing.
  new_information_at timestamptz(3),
  -- By when an officer must have read that somebody is in danger, which a partner added: High's first clock, from when it
  -- was added. Null while nothing unread says so.
  new_danger_due_at timestamptz(3),

  -- Its clocks.
  first_seen_at timestamptz(3),
  assessed_at timestamptz(3),
  answered_at timestamptz(3),
  closed_at timestamptz(3),
  first_seen_due_at timestamptz(3) NOT NULL,
  assessed_due_at timestamptz(3) NOT NULL,
  answered_due_at timestamptz(3) NOT NULL,
  -- The next clock to run out; null once nothing is due.
  due_at timestamptz(3) GENERATED ALWAYS AS (
    CASE WHEN status IN ('closed', 'rejected', 'withdrawn', 'clarification') THEN NULL
         WHEN first_seen_at IS NULL THEN first_seen_due_at
         WHEN assessed_at IS NULL THEN assessed_due_at
         WHEN answered_at IS NULL THEN answered_due_at END) STORED,

  CONSTRAINT submission_once_per_draft UNIQUE (draft_id),
  CONSTRAINT submission_claim_whole CHECK ((claimed_by IS NULL) = (claimed_at IS NULL)),
  CONSTRAINT submission_unopened_by_its_holder CHECK (unopened_since IS NULL OR claimed_by IS NOT NULL),
  CONSTRAINT submission_asked_of_what_it_is
    CHECK ((lowering_asked_by IS NULL OR priority = 'high') AND (lifting_asked_by IS NULL OR restricted)),
  CONSTRAINT submission_ending_asked_by_somebody CHECK ((ending_asked IS NULL) = (ending_asked_by IS NULL))
);
-- A queue page reads open rows of one queue in working order, in the order of arrival, or by the next clock to run out;
-- what has no clock running comes last.
CREATE INDEX submission_queue_open ON submission (primary_queue_id, priority_rank, submitted_at, id)
  WHERE status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_queue_received ON submission (primary_queue_id, submitted_at, id)
  WHERE status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_queue_due ON submission (primary_queue_id, (coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz)), id)
  WHERE status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_queue_closed ON submission (primary_queue_id, closed_at DESC, id) WHERE closed_at IS NOT NULL;
-- "Take next" and the view of what nobody has, in working order.
CREATE INDEX submission_unassigned ON submission (primary_queue_id, priority_rank, submitted_at, id)
  WHERE claimed_by IS NULL AND status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_due ON submission (primary_queue_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX submission_claimed ON submission (claimed_by, priority_rank, submitted_at, id)
  WHERE claimed_by IS NOT NULL AND status NOT IN ('closed', 'rejected', 'withdrawn');
-- Open High submissions, claimed or not, by the next clock to run out; those that nobody has; those not opened yet.
CREATE INDEX submission_high_open ON submission ((coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz)), id)
  WHERE priority = 'high' AND status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_unclaimed_high ON submission (first_seen_due_at)
  WHERE priority = 'high' AND claimed_by IS NULL AND status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_unopened ON submission (first_seen_due_at) WHERE unopened_since IS NOT NULL;
CREATE INDEX submission_new_danger ON submission (new_danger_due_at, id) WHERE new_danger_due_at IS NOT NULL;
CREATE INDEX submission_asked ON submission (id) WHERE lowering_asked_by IS NOT NULL OR lifting_asked_by IS NOT NULL;
CREATE INDEX submission_ending_asked ON submission (id) WHERE ending_asked_by IS NOT NULL;
CREATE INDEX submission_new_information ON submission (primary_queue_id, new_information_at, id) WHERE new_information_at IS NOT NULL;
-- What waits for a partner, the longest wait first.
CREATE INDEX submission_clarification ON submission (status_changed_at, id) WHERE status = 'clarification';
-- What may have to be sanitised.
CREATE INDEX submission_accepted ON submission (priority_rank, submitted_at, id) WHERE status IN ('accepted', 'disseminated');
-- What counts to an area, whichever queue holds it: what its lead is shown.
CREATE INDEX submission_area_open ON submission (area_id, priority_rank, submitted_at, id)
  WHERE status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_area_closed ON submission (area_id, closed_at DESC, id) WHERE closed_at IS NOT NULL;
CREATE INDEX submission_area_new_information ON submission (area_id, new_information_at, id) WHERE new_information_at IS NOT NULL;
-- A partner's own reports, and those of its organisation.
CREATE INDEX submission_own ON submission (submitted_by, submitted_at DESC, id);
CREATE INDEX submission_partner ON submission (organisation_id, submitted_at DESC, id);
CREATE INDEX submission_month ON submission (submitted_at);

CREATE FUNCTION refuse_submission_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.reference, NEW.draft_id, NEW.organisation_id, NEW.organisation_kind, NEW.site_id, NEW.submitted_by, NEW.entered_by,
      NEW.channel, NEW.form_version, NEW.submitted_at, NEW.exploitation_types, NEW.routing_version, NEW.routing_reason)
     IS DISTINCT FROM
     (OLD.id, OLD.reference, OLD.draft_id, OLD.organisation_id, OLD.organisation_kind, OLD.site_id, OLD.submitted_by, OLD.entered_by,
      OLD.channel, OLD.form_version, OLD.submitted_at, OLD.exploitation_types, OLD.routing_version, OLD.routing_reason) THEN
    RAISE EXCEPTION 'what was submitted cannot be rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_facts_fixed BEFORE UPDATE ON submission FOR EACH ROW EXECUTE FUNCTION refuse_submission_rewrite();
REVOKE DELETE ON submission FROM portal_app;

-- The original: answers and the document as shown. Never altered.
CREATE TABLE submission_content (
  submission_id uuid PRIMARY KEY REFERENCES submission (id),
  answers jsonb NOT NULL,
  document jsonb NOT NULL
);
CREATE INDEX submission_content_lexemes ON submission_content USING gin (report_lexemes(document));
SELECT make_append_only('submission_content');

CREATE TABLE submission_event (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  happened_at timestamptz(3) NOT NULL,
  action text NOT NULL,
  from_status submission_status,
  to_status submission_status NOT NULL,
  actor_id uuid,
  comment text,
  data jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX submission_event_submission ON submission_event (submission_id, happened_at, id);
SELECT make_append_only('submission_event');

CREATE TABLE submission_route (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  happened_at timestamptz(3) NOT NULL,
  queue_id uuid NOT NULL REFERENCES queue (id),
  rule_set_version integer,
  rule_code text,
  reason text NOT NULL,
  actor_id uuid REFERENCES account (id)
);
CREATE INDEX submission_route_submission ON submission_route (submission_id, happened_at, id);
-- How often a rule placed a submission, and how often somebody moved one on by hand.
CREATE INDEX submission_route_by_rule ON submission_route (happened_at, rule_code, submission_id) WHERE rule_code IS NOT NULL;
CREATE INDEX submission_route_by_hand ON submission_route (submission_id) WHERE actor_id IS NOT NULL;
-- What came to a queue, by rule or by hand, since a moment.
CREATE INDEX submission_route_arrival ON submission_route (queue_id, happened_at, submission_id);
SELECT make_append_only('submission_route');

-- A watcher is added and never taken away or changed.
CREATE TABLE submission_watcher (
  submission_id uuid NOT NULL REFERENCES submission (id),
  queue_id uuid NOT NULL REFERENCES queue (id),
  reason text NOT NULL,
  PRIMARY KEY (queue_id, submission_id)
);
CREATE INDEX submission_watcher_submission ON submission_watcher (submission_id);
REVOKE UPDATE, DELETE ON submission_watcher FROM portal_app;

CREATE TABLE submission_plan_link (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  plan_item_id uuid NOT NULL REFERENCES plan_item (id),
  rule_code text,
  linked_by uuid REFERENCES account (id),
  reason text NOT NULL,
  linked_at timestamptz(3) NOT NULL,
  unlinked_by uuid REFERENCES account (id),
  unlinked_at timestamptz(3),
  unlink_reason text,
  CONSTRAINT submission_plan_link_by_rule_or_hand CHECK (rule_code IS NOT NULL OR linked_by IS NOT NULL)
);
CREATE UNIQUE INDEX submission_plan_link_once ON submission_plan_link (submission_id, plan_item_id) WHERE unlinked_at IS NULL;
CREATE INDEX submission_plan_link_item ON submission_plan_link (plan_item_id, submission_id) WHERE unlinked_at IS NULL;
-- The submissions of an item of the plan, the newest link first, page by page.
CREATE INDEX submission_plan_link_newest ON submission_plan_link (plan_item_id, linked_at DESC, id DESC) WHERE unlinked_at IS NULL;
CREATE TRIGGER plan_link_fixed BEFORE UPDATE ON submission_plan_link
  FOR EACH ROW EXECUTE FUNCTION refuse_other_changes('unlinked_by', 'unlinked_at', 'unlink_reason');
CREATE TRIGGER plan_link_unlinked_once BEFORE UPDATE ON submission_plan_link
  FOR EACH ROW EXECUTE FUNCTION refuse_second_writing('unlinked_at');
REVOKE DELETE ON submission_plan_link FROM portal_app;

-- Holds words of reasons, which may name a postcode: it goes when its submission goes.
CREATE TABLE routing_replay_difference (
  replay_id uuid NOT NULL REFERENCES routing_replay (id),
  position integer NOT NULL,
  submission_id uuid NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  PRIMARY KEY (replay_id, position)
);
CREATE INDEX routing_replay_difference_submission ON routing_replay_difference (submission_id);

------------------------------------------------------------------------------------------------------------------------
-- What was read out of a report for matching, search and figures. It is written with the report, or later when a partner
-- added or answered something (added_at; null for what stands in a field of the report), and then stays.
------------------------------------------------------------------------------------------------------------------------

CREATE TABLE submission_person (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  position integer NOT NULL,
  part text,
  surname text,
  forename text,
  folded_name text NOT NULL DEFAULT '',
  -- The first answer to a question that takes several, and every one.
  alias text,
  aliases text[] NOT NULL DEFAULT '{}',
  folded_aliases text[] NOT NULL DEFAULT '{}',
  sex text,
  date_of_birth date,
  age_range text,
  nationality text,
  nationalities text[] NOT NULL DEFAULT '{}',
  language text,
  languages text[] NOT NULL DEFAULT '{}',
  description text,
  marks text,
  employer text,
  UNIQUE (submission_id, position)
);
CREATE INDEX submission_person_name ON submission_person (folded_name) WHERE folded_name <> '';
CREATE INDEX submission_person_alias ON submission_person USING gin (folded_aliases);
CREATE INDEX submission_person_similar ON submission_person USING gin (folded_name gin_trgm_ops) WHERE folded_name <> '';
CREATE INDEX submission_person_sounds ON submission_person USING gin (name_sounds(folded_name)) WHERE folded_name <> '';
CREATE INDEX submission_person_born ON submission_person (date_of_birth) WHERE date_of_birth IS NOT NULL;
-- People by forename and surname, each apart: both have to be alike, and a forename alone is shared by thousands.
CREATE INDEX submission_person_parts ON submission_person
  USING gin (place_words(forename) gin_trgm_ops, place_words(surname) gin_trgm_ops) WHERE folded_name <> '';

CREATE TABLE submission_place (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  position integer NOT NULL,
  kind text,
  address text,
  town text,
  postcode text,
  postcode_normalised text,
  resolution text NOT NULL,
  area_id uuid REFERENCES area (id),
  landmark text,
  people_estimate integer,
  business text,
  sector text,
  added_at timestamptz(3),
  UNIQUE (submission_id, position)
);
CREATE INDEX submission_place_postcode ON submission_place (postcode_normalised) WHERE postcode_normalised IS NOT NULL;
CREATE INDEX submission_place_prefix ON submission_place (postcode_normalised text_pattern_ops) WHERE postcode_normalised IS NOT NULL;
CREATE INDEX submission_place_area ON submission_place (area_id) WHERE area_id IS NOT NULL;
CREATE INDEX submission_place_address ON submission_place USING gin (place_words(address) gin_trgm_ops) WHERE address IS NOT NULL;
CREATE INDEX submission_place_landmark ON submission_place USING gin (place_words(landmark) gin_trgm_ops) WHERE landmark IS NOT NULL;

CREATE TABLE submission_vehicle (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  position integer NOT NULL,
  registration text,
  registration_normalised text,
  make text,
  model text,
  colour text,
  marks text,
  used_for text,
  country text,
  added_at timestamptz(3),
  UNIQUE (submission_id, position)
);
CREATE INDEX submission_vehicle_registration ON submission_vehicle (registration_normalised) WHERE registration_normalised IS NOT NULL;
CREATE INDEX submission_vehicle_pairs ON submission_vehicle USING gin (mark_pairs(registration_normalised))
  WHERE registration_normalised IS NOT NULL;
CREATE INDEX submission_vehicle_part ON submission_vehicle USING gin (registration_normalised gin_trgm_ops)
  WHERE registration_normalised IS NOT NULL;
-- Registration marks of which a part is not known: few, and the only ones that need all that shares a pair.
CREATE INDEX submission_vehicle_unsure ON submission_vehicle USING gin (mark_pairs(registration_normalised))
  WHERE position('?' IN registration_normalised) > 0;

CREATE TABLE submission_organisation (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  position integer NOT NULL,
  name text,
  folded_name text NOT NULL DEFAULT '',
  part text,
  -- A section of ISIC revision 4, "A" to "U", or "not_known".
  sector text,
  registered_number text,
  address text,
  UNIQUE (submission_id, position)
);
CREATE INDEX submission_organisation_name ON submission_organisation (folded_name) WHERE folded_name <> '';
CREATE INDEX submission_organisation_similar ON submission_organisation USING gin (folded_name gin_trgm_ops) WHERE folded_name <> '';

CREATE TYPE contact_kind AS ENUM ('phone', 'email', 'account', 'address', 'advert', 'website', 'bank', 'other');
CREATE TABLE submission_contact (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  position integer NOT NULL,
  kind contact_kind NOT NULL,
  value text NOT NULL,
  value_normalised text NOT NULL,
  platform text,
  person_position integer,
  organisation_position integer,
  added_at timestamptz(3),
  UNIQUE (submission_id, position)
);
CREATE INDEX submission_contact_value ON submission_contact (kind, value_normalised);

CREATE TYPE entity_kind AS ENUM ('person', 'place', 'vehicle', 'organisation', 'contact');
-- Two rows of one submission and how they are connected. An end is named by its kind and its position.
CREATE TABLE submission_link (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  position integer NOT NULL,
  from_kind entity_kind NOT NULL,
  from_position integer NOT NULL,
  kind text NOT NULL,
  to_kind entity_kind NOT NULL,
  to_position integer NOT NULL,
  note text,
  UNIQUE (submission_id, position)
);
REVOKE UPDATE, DELETE ON submission_person, submission_place, submission_vehicle, submission_organisation, submission_contact,
  submission_link FROM portal_app;

------------------------------------------------------------------------------------------------------------------------
-- Intake: drafts, files, sealed sources, what partners add
------------------------------------------------------------------------------------------------------------------------

-- Deleted once submitted or expired. Answers of data class "source identity" never enter it.
CREATE TABLE draft (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  site_id uuid REFERENCES organisation_site (id),
  -- What an officer enters after a call or from paper is theirs to write, for the organisation.
  channel channel NOT NULL DEFAULT 'web',
  -- Who of the partner made a report that an officer enters: it becomes theirs when it is sent. Null where they have no
  -- account.
  reported_by uuid REFERENCES account (id),
  form_version integer NOT NULL REFERENCES form_version (version),
  answers jsonb NOT NULL DEFAULT '{}',
  -- What was typed on a page or an entry and could not be saved as answers yet. It goes with the draft, and never holds
  -- what names a source.
  unfinished jsonb NOT NULL DEFAULT '{}',
  revision integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  -- When its writer was told by mail that the draft will be deleted; null while not, and again after each save.
  warned_at timestamptz(3),
  CONSTRAINT draft_reported_to_an_officer CHECK (reported_by IS NULL OR channel <> 'web')
);
CREATE INDEX draft_account ON draft (account_id, updated_at DESC);
CREATE INDEX draft_expiry ON draft (expires_at);
CREATE INDEX draft_to_warn ON draft (expires_at, id) WHERE warned_at IS NULL;
-- Colleagues' drafts, where the agreement lets them be finished.
CREATE INDEX draft_organisation ON draft (organisation_id, updated_at DESC);

CREATE TYPE file_kind AS ENUM ('jpg', 'png', 'pdf', 'docx', 'txt');
CREATE TYPE file_state AS ENUM ('quarantined', 'clean', 'refused');
CREATE TYPE file_refusal AS ENUM ('virus', 'password', 'unscannable');
-- Files that a reporter adds to a report. Their bytes are in the file store, sealed; here is what is known of them.
CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  -- The draft that it was added to, which submitting deletes.
  draft_id uuid NOT NULL,
  submission_id uuid REFERENCES submission (id),
  position integer NOT NULL,
  -- What the reporter says that it shows: an answer like others, and part of the document as shown.
  description text NOT NULL,
  kind file_kind NOT NULL,
  size integer NOT NULL CHECK (size > 0),
  -- Its own name, which may name people, and its SHA-256. An envelope bound to this table, row and column.
  details bytea NOT NULL,
  -- The key of its bytes, an envelope likewise. Taking it away makes every copy of the bytes unreadable.
  file_key bytea,
  state file_state NOT NULL,
  refused_for file_refusal,
  -- The size of the copy without metadata; null where there is none.
  copy_size integer CHECK (copy_size > 0),
  received_at timestamptz(3) NOT NULL,
  -- When its bytes were in the store whole; null while they come, or when they never did.
  stored_at timestamptz(3),
  scanned_at timestamptz(3),
  scan_tried_at timestamptz(3),
  CONSTRAINT attachment_position UNIQUE (draft_id, position),
  CONSTRAINT attachment_sent_whole CHECK (submission_id IS NULL OR stored_at IS NOT NULL),
  CONSTRAINT attachment_refused CHECK ((state = 'refused') = (refused_for IS NOT NULL) AND (state = 'refused') = (file_key IS NULL)),
  CONSTRAINT attachment_scanned CHECK ((state = 'quarantined') = (scanned_at IS NULL)),
  CONSTRAINT attachment_copy_of_clean CHECK (copy_size IS NULL OR state = 'clean')
);
CREATE INDEX attachment_submission ON attachment (submission_id, position) WHERE submission_id IS NOT NULL;
CREATE INDEX attachment_quarantined ON attachment (scan_tried_at) WHERE state = 'quarantined';

-- What was received stays as it was; only the scan moves on, and once sent a file can't be taken out of its submission.
CREATE FUNCTION refuse_attachment_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.submission_id IS NOT NULL THEN
      RAISE EXCEPTION 'a file that was sent cannot be removed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW.id, NEW.draft_id, NEW.position, NEW.description, NEW.kind, NEW.size, NEW.received_at)
     IS DISTINCT FROM (OLD.id, OLD.draft_id, OLD.position, OLD.description, OLD.kind, OLD.size, OLD.received_at)
     OR (OLD.submission_id IS NOT NULL AND NEW.submission_id IS DISTINCT FROM OLD.submission_id)
     OR (OLD.state <> 'quarantined' AND NEW.state <> OLD.state) THEN
    RAISE EXCEPTION 'what was received cannot be rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attachment_fixed BEFORE UPDATE OR DELETE ON attachment FOR EACH ROW EXECUTE FUNCTION refuse_attachment_change();

-- Who told us. sealed holds an envelope bound to this table, this row's id and this column.
CREATE TABLE source_record (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL UNIQUE,
  submission_id uuid UNIQUE REFERENCES submission (id),
  sealed bytea NOT NULL,
  sealed_at timestamptz(3) NOT NULL
);

-- A source record is rewritten and removed with its draft only; from submission on it stays as it was sealed.
CREATE FUNCTION refuse_source_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.submission_id IS NOT NULL THEN
    RAISE EXCEPTION 'a submitted source record is sealed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER source_record_sealed BEFORE UPDATE OR DELETE ON source_record FOR EACH ROW EXECUTE FUNCTION refuse_source_change();

CREATE TYPE known_how AS ENUM ('witnessed', 'victim_said', 'told', 'worked_out', 'not_known');
-- Whether somebody is in danger, as the partner says. Nobody asked it of an answer that came after the police went on
-- without it: that is kept as added information.
CREATE TYPE danger AS ENUM ('now', 'soon', 'no', 'not_asked');
-- Information that the partner added to a report after sending it. The report itself stays as it was sent.
CREATE TABLE supplement (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  added_by uuid NOT NULL REFERENCES account (id),
  added_at timestamptz(3) NOT NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  known_how known_how NOT NULL,
  danger danger NOT NULL
);
CREATE INDEX supplement_submission ON supplement (submission_id, added_at, id);
CREATE INDEX supplement_lexemes ON supplement USING gin (text_lexemes(text));
SELECT make_append_only('supplement');

------------------------------------------------------------------------------------------------------------------------
-- Triage: notes, messages to the partner, saved views
------------------------------------------------------------------------------------------------------------------------

-- What officers write down about a submission for those who may read it. Partners never see it, and it stays as it is.
CREATE TABLE submission_note (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  text text NOT NULL CHECK (length(trim(text)) > 0),
  written_by uuid NOT NULL REFERENCES account (id),
  written_at timestamptz(3) NOT NULL
);
CREATE INDEX submission_note_submission ON submission_note (submission_id, written_at, id);
CREATE INDEX submission_note_lexemes ON submission_note USING gin (text_lexemes(text));
SELECT make_append_only('submission_note');

CREATE TYPE message_direction AS ENUM ('to_partner', 'to_police');
CREATE TYPE partner_message_kind AS ENUM ('question', 'reply', 'outcome', 'rejection');
-- What the partner may read: the outcome, a question, the partner's reply.
CREATE TABLE partner_message (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  direction message_direction NOT NULL,
  kind partner_message_kind NOT NULL,
  outcome outcome,
  text text NOT NULL,
  -- Whether a partner's answer to a question says that somebody is in danger. Null for what police wrote.
  danger danger CHECK (danger <> 'not_asked'),
  author_id uuid NOT NULL REFERENCES account (id),
  sent_at timestamptz(3) NOT NULL
);
CREATE INDEX partner_message_submission ON partner_message (submission_id, sent_at, id);
CREATE INDEX partner_message_lexemes ON partner_message USING gin (text_lexemes(text)) WHERE direction = 'to_police';
SELECT make_append_only('partner_message');

-- A view of a queue that somebody named: its query, for themselves or for all officers of the queue.
CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  queue_id uuid NOT NULL REFERENCES queue (id),
  owner_id uuid NOT NULL REFERENCES account (id),
  shared boolean NOT NULL,
  name text NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 60),
  query text NOT NULL CHECK (length(query) <= 500),
  saved_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX saved_view_own ON saved_view (queue_id, owner_id, lower(name)) WHERE NOT shared;
CREATE UNIQUE INDEX saved_view_shared ON saved_view (queue_id, lower(name)) WHERE shared;

------------------------------------------------------------------------------------------------------------------------
-- Triage: intelligence items, their grades, sanitised texts and approvals
------------------------------------------------------------------------------------------------------------------------

CREATE TABLE intelligence_item (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  number integer NOT NULL,
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL,
  mopi_group smallint CHECK (mopi_group BETWEEN 1 AND 4),
  review_on date,
  created_by uuid NOT NULL REFERENCES account (id),
  created_at timestamptz(3) NOT NULL,
  UNIQUE (submission_id, number)
);
CREATE INDEX intelligence_item_lexemes ON intelligence_item USING gin (text_lexemes(title));
CREATE TRIGGER item_fixed BEFORE UPDATE ON intelligence_item
  FOR EACH ROW EXECUTE FUNCTION refuse_other_changes('version', 'mopi_group', 'review_on');
REVOKE DELETE ON intelligence_item FROM portal_app;

-- College of Policing APP, intelligence report (3x5x2).
CREATE TYPE assessment_grade AS ENUM ('A', 'B', 'C', 'D', 'E');
CREATE TYPE handling_code AS ENUM ('P', 'C');
CREATE TYPE action_code AS ENUM ('A1', 'A2', 'A3');
CREATE TYPE sanitisation_code AS ENUM ('S1', 'S2');
CREATE TYPE confidence AS ENUM ('high', 'medium', 'low');
-- One row each time an item is graded; the newest counts.
CREATE TABLE item_grade (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES intelligence_item (id),
  number integer NOT NULL,
  source_grade smallint NOT NULL CHECK (source_grade BETWEEN 1 AND 3),
  assessment_grade assessment_grade NOT NULL,
  handling_code handling_code NOT NULL,
  action_code action_code,
  sanitisation_code sanitisation_code,
  usage_text text,
  reason text,
  provenance text NOT NULL,
  confidence confidence NOT NULL,
  -- The grade that the item had by the scheme before 3x5x2, "E41", where it was graded by it at the time.
  five_by_five text CHECK (five_by_five ~ '^[A-E][1-5][1-5]$'),
  -- Why it is graded as free to share although the partner set a limit.
  limit_reason text CHECK (length(trim(limit_reason)) > 0),
  graded_by uuid NOT NULL REFERENCES account (id),
  graded_at timestamptz(3) NOT NULL,
  CONSTRAINT item_grade_conditions CHECK ((handling_code = 'C') = (action_code IS NOT NULL AND sanitisation_code IS NOT NULL)),
  CONSTRAINT item_grade_reason CHECK ((source_grade <> 3 AND assessment_grade <> 'E') OR length(trim(reason)) > 0),
  CONSTRAINT item_grade_newest UNIQUE (item_id, number)
);
SELECT make_append_only('item_grade');

-- Immutable versions of the sanitised text.
CREATE TABLE sanitised_text (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES intelligence_item (id),
  version integer NOT NULL,
  text text NOT NULL CHECK (length(trim(text)) > 0),
  warnings_accepted jsonb NOT NULL DEFAULT '[]',
  written_by uuid NOT NULL REFERENCES account (id),
  written_at timestamptz(3) NOT NULL,
  CONSTRAINT sanitised_text_newest UNIQUE (item_id, version)
);
CREATE INDEX sanitised_text_lexemes ON sanitised_text USING gin (text_lexemes(text));
SELECT make_append_only('sanitised_text');

-- A second person approves a sanitised version together with the grade that goes out with it (handling code C, restricted
-- items): codes and conditions of use are released too, so a new grade asks for a new approval.
CREATE TABLE item_approval (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES intelligence_item (id),
  sanitised_text_id uuid NOT NULL REFERENCES sanitised_text (id),
  item_grade_id uuid NOT NULL REFERENCES item_grade (id),
  approved_by uuid NOT NULL REFERENCES account (id),
  approved_at timestamptz(3) NOT NULL,
  after_the_fact boolean NOT NULL DEFAULT false,
  -- Who judges what went out at once may find that it should not have gone: of what was recalled, with the reason. A text
  -- and a grade judged so are never approved.
  approved boolean NOT NULL DEFAULT true,
  reason text,
  CONSTRAINT item_approval_once UNIQUE (sanitised_text_id, item_grade_id),
  CONSTRAINT item_approval_reason
    CHECK (CASE WHEN approved THEN reason IS NULL ELSE reason IS NOT NULL AND length(trim(reason)) > 0 END)
);
SELECT make_append_only('item_approval');

------------------------------------------------------------------------------------------------------------------------
-- Triage: dissemination, to queues, to the MDS lead and to recipients without an account
------------------------------------------------------------------------------------------------------------------------

CREATE TYPE recipient_kind AS ENUM ('queue', 'mds_lead', 'rocu', 'other_force', 'other_agency');
-- What has to be done next: pass it on by hand, hear that it was received, tell the recipient that it was recalled.
CREATE TYPE awaits AS ENUM ('passing', 'acknowledgement', 'telling');
CREATE TABLE dissemination (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES intelligence_item (id),
  submission_id uuid NOT NULL REFERENCES submission (id),
  sanitised_text_id uuid NOT NULL REFERENCES sanitised_text (id),
  item_grade_id uuid NOT NULL REFERENCES item_grade (id),
  recipient_kind recipient_kind NOT NULL,
  queue_id uuid REFERENCES queue (id),
  -- The force's reference for a recipient outside it: never that of the report, which its partner has.
  reference text UNIQUE,
  recipient_body text CHECK (length(trim(recipient_body)) > 0),
  recipient_post text CHECK (length(trim(recipient_post)) > 0),
  conditions text,
  reason text CHECK (length(trim(reason)) > 0),
  -- Why it is sent as free to share although the partner set a limit.
  limit_reason text CHECK (length(trim(limit_reason)) > 0),
  disseminated_by uuid NOT NULL REFERENCES account (id),
  disseminated_at timestamptz(3) NOT NULL,
  acknowledge_by timestamptz(3) NOT NULL,
  acknowledged_by uuid REFERENCES account (id),
  acknowledged_at timestamptz(3),
  awaits awaits,
  -- Since when FIB has not read what the recipients wrote.
  unread_since timestamptz(3),
  UNIQUE (sanitised_text_id, queue_id),
  CONSTRAINT dissemination_to_queue CHECK ((recipient_kind = 'queue') = (queue_id IS NOT NULL)),
  CONSTRAINT dissemination_outside CHECK (
    num_nonnulls(reference, recipient_body, recipient_post)
      = CASE WHEN recipient_kind IN ('rocu', 'other_force', 'other_agency') THEN 3 ELSE 0 END),
  CONSTRAINT dissemination_conditions CHECK (recipient_body IS NULL OR length(trim(conditions)) > 0),
  CONSTRAINT dissemination_reason CHECK ((recipient_kind = 'queue') = (reason IS NULL)),
  CONSTRAINT dissemination_awaits CHECK (awaits IS DISTINCT FROM 'acknowledgement' OR acknowledged_at IS NULL)
);
CREATE INDEX dissemination_queue ON dissemination (queue_id, disseminated_at DESC, id);
CREATE INDEX dissemination_item ON dissemination (item_id);
CREATE INDEX dissemination_submission ON dissemination (submission_id);
-- One version goes to the MDS lead once, and to one post of one body outside the force once.
CREATE UNIQUE INDEX dissemination_lead_once ON dissemination (sanitised_text_id) WHERE recipient_kind = 'mds_lead';
CREATE UNIQUE INDEX dissemination_outside_once
  ON dissemination (sanitised_text_id, lower(recipient_body), lower(recipient_post)) WHERE recipient_body IS NOT NULL;
CREATE INDEX dissemination_waiting ON dissemination (awaits, acknowledge_by, id) WHERE awaits IS NOT NULL;
-- What waits to be acknowledged by a queue, the one due first, first.
CREATE INDEX dissemination_queue_waiting ON dissemination (queue_id, acknowledge_by, id) WHERE awaits = 'acknowledgement';
CREATE INDEX dissemination_unread ON dissemination (unread_since, id) WHERE unread_since IS NOT NULL;
-- What the MDS lead has to acknowledge comes first.
CREATE INDEX dissemination_to_lead ON dissemination ((awaits IS NULL), disseminated_at DESC, id)
  WHERE recipient_kind = 'mds_lead';
CREATE TRIGGER dissemination_fixed BEFORE UPDATE ON dissemination
  FOR EACH ROW EXECUTE FUNCTION refuse_other_changes('acknowledged_by', 'acknowledged_at', 'awaits', 'unread_since');
-- What was acknowledged can still be recalled, and then waits for its recipient to be told.
CREATE TRIGGER dissemination_acknowledged_once BEFORE UPDATE OF acknowledged_by, acknowledged_at ON dissemination
  FOR EACH ROW EXECUTE FUNCTION refuse_second_writing('acknowledged_at');
REVOKE DELETE ON dissemination FROM portal_app;

-- A dissemination taken back: whoever it went to sees that and no text any more.
CREATE TABLE dissemination_recall (
  id uuid PRIMARY KEY,
  dissemination_id uuid NOT NULL UNIQUE REFERENCES dissemination (id),
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  recalled_by uuid NOT NULL REFERENCES account (id),
  recalled_at timestamptz(3) NOT NULL
);
SELECT make_append_only('dissemination_recall');

CREATE TYPE outside_step AS ENUM ('passed', 'acknowledged', 'told_of_recall');
CREATE TYPE means AS ENUM ('by_hand', 'secure_mail', 'telephone', 'meeting', 'police_system');
-- What was done by hand with a recipient without an account, as the officer who did it wrote it down: how, with which
-- post there, and when. What was recorded wrongly is recorded anew, with the reason, and the wrong entry stays. Each entry
-- is corrected once at most, so the last of the chain counts.
CREATE TABLE dissemination_step (
  id uuid PRIMARY KEY,
  dissemination_id uuid NOT NULL REFERENCES dissemination (id),
  step outside_step NOT NULL,
  means means NOT NULL,
  with_post text NOT NULL CHECK (length(trim(with_post)) > 0),
  happened_at timestamptz(3) NOT NULL,
  note text,
  recorded_by uuid NOT NULL REFERENCES account (id),
  recorded_at timestamptz(3) NOT NULL,
  corrects uuid REFERENCES dissemination_step (id),
  reason text,
  CONSTRAINT dissemination_step_reason
    CHECK (CASE WHEN corrects IS NULL THEN reason IS NULL ELSE reason IS NOT NULL AND length(trim(reason)) > 0 END)
);
CREATE UNIQUE INDEX dissemination_step_once ON dissemination_step (dissemination_id, step) WHERE corrects IS NULL;
CREATE UNIQUE INDEX dissemination_step_corrected_once ON dissemination_step (corrects) WHERE corrects IS NOT NULL;
SELECT make_append_only('dissemination_step');

CREATE TYPE dissemination_message_kind AS ENUM ('acted', 'nothing_further', 'daily_meeting', 'tasking', 'question', 'reply');
-- What came of a disseminated item, as its recipients say it, what they ask FIB, and what FIB replies: one thread.
CREATE TABLE dissemination_message (
  id uuid PRIMARY KEY,
  dissemination_id uuid NOT NULL REFERENCES dissemination (id),
  number integer NOT NULL,
  kind dissemination_message_kind NOT NULL,
  text text NOT NULL CHECK (length(trim(text)) > 0),
  written_by uuid NOT NULL REFERENCES account (id),
  written_at timestamptz(3) NOT NULL,
  CONSTRAINT dissemination_message_order UNIQUE (dissemination_id, number)
);
SELECT make_append_only('dissemination_message');

------------------------------------------------------------------------------------------------------------------------
-- Connections: links between submissions, records elsewhere, contact with a victim, exports, tasks
------------------------------------------------------------------------------------------------------------------------

CREATE TYPE relation_kind AS ENUM ('duplicate_of', 'same_person', 'same_vehicle', 'same_place', 'same_network');
-- What an officer has found two submissions to have to do with each other. A duplicate points to its original.
CREATE TABLE submission_relation (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  other_id uuid NOT NULL REFERENCES submission (id),
  kind relation_kind NOT NULL,
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  related_by uuid NOT NULL REFERENCES account (id),
  related_at timestamptz(3) NOT NULL,
  CONSTRAINT submission_relation_two CHECK (submission_id <> other_id)
);
CREATE INDEX submission_relation_submission ON submission_relation (submission_id, related_at);
CREATE INDEX submission_relation_other ON submission_relation (other_id, related_at);
SELECT make_append_only('submission_relation');

-- Why a relation no longer holds. The relation itself stays.
CREATE TABLE submission_relation_end (
  relation_id uuid PRIMARY KEY REFERENCES submission_relation (id),
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  ended_by uuid NOT NULL REFERENCES account (id),
  ended_at timestamptz(3) NOT NULL
);
SELECT make_append_only('submission_relation_end');

CREATE TYPE record_kind AS ENUM ('crime', 'incident_log', 'nrm', 'duty_to_notify', 'safeguarding');
-- A link to a record elsewhere, as it was written at one time: link_id is the link, number its versions, and the newest
-- counts. A link that was removed has a last version that says why and repeats what it was.
CREATE TABLE record_link (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  link_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  kind record_kind NOT NULL,
  reference text,
  agency text,
  dated_on date,
  -- How far a referral is: its words differ by kind.
  status text,
  note text,
  given_by_partner boolean NOT NULL,
  removed_reason text CHECK (length(trim(removed_reason)) > 0),
  written_by uuid NOT NULL REFERENCES account (id),
  written_at timestamptz(3) NOT NULL,
  CONSTRAINT record_link_version UNIQUE (link_id, number),
  CONSTRAINT record_link_reference CHECK (reference IS NOT NULL OR kind = 'safeguarding'),
  CONSTRAINT record_link_referral CHECK ((kind = 'safeguarding') = (agency IS NOT NULL AND dated_on IS NOT NULL)),
  CONSTRAINT record_link_status CHECK ((kind IN ('nrm', 'duty_to_notify')) = (status IS NOT NULL))
);
CREATE INDEX record_link_submission ON record_link (submission_id, link_id, number);
CREATE INDEX record_link_key ON record_link (record_key(reference)) WHERE reference IS NOT NULL;
SELECT make_append_only('record_link');

CREATE TYPE interpreter AS ENUM ('needed', 'not_needed', 'not_known');
-- How and when a victim may be contacted; the newest version counts. Either a next contact has its day, or it is said why
-- there is none.
CREATE TABLE contact_plan (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  number integer NOT NULL CHECK (number > 0),
  who text NOT NULL CHECK (length(trim(who)) > 0),
  how text NOT NULL CHECK (length(trim(how)) > 0),
  safe_times text NOT NULL CHECK (length(trim(safe_times)) > 0),
  never text NOT NULL CHECK (length(trim(never)) > 0),
  interpreter interpreter NOT NULL,
  language text,
  next_on date,
  ended_reason text CHECK (length(trim(ended_reason)) > 0),
  written_by uuid NOT NULL REFERENCES account (id),
  written_at timestamptz(3) NOT NULL,
  CONSTRAINT contact_plan_version UNIQUE (submission_id, number),
  CONSTRAINT contact_plan_language CHECK (interpreter <> 'needed' OR language IS NOT NULL),
  CONSTRAINT contact_plan_next CHECK (num_nonnulls(next_on, ended_reason) = 1)
);
SELECT make_append_only('contact_plan');

-- A contact that was made or tried, under the version of the plan that stood then.
CREATE TABLE contact_made (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  contact_plan_id uuid NOT NULL REFERENCES contact_plan (id),
  made_on date NOT NULL,
  result text NOT NULL CHECK (length(trim(result)) > 0),
  next_on date,
  ended_reason text CHECK (length(trim(ended_reason)) > 0),
  recorded_by uuid NOT NULL REFERENCES account (id),
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT contact_made_next CHECK (num_nonnulls(next_on, ended_reason) = 1)
);
CREATE INDEX contact_made_submission ON contact_made (submission_id, recorded_at, id);
SELECT make_append_only('contact_made');

-- When the next contact is due, as the newest plan or contact says; null when none is planned.
CREATE TABLE contact_due (
  submission_id uuid PRIMARY KEY REFERENCES submission (id),
  next_on date
);
CREATE INDEX contact_due_next ON contact_due (next_on, submission_id) WHERE next_on IS NOT NULL;
REVOKE DELETE ON contact_due FROM portal_app;

CREATE TYPE export_format AS ENUM ('pdf', 'json', 'csv');
CREATE TYPE export_purpose AS ENUM ('assessment', 'disclosure', 'other_agency', 'review', 'other');
-- An export that an officer asked for, and why. The file is made when it is fetched; each fetching is in the trail.
CREATE TABLE submission_export (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  asked_by uuid NOT NULL REFERENCES account (id),
  asked_at timestamptz(3) NOT NULL,
  format export_format NOT NULL,
  purpose export_purpose NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500)
);
CREATE INDEX submission_export_submission ON submission_export (submission_id, asked_at, id);
SELECT make_append_only('submission_export');

CREATE TYPE task_state AS ENUM ('open', 'done', 'cancelled');
-- Something to be done about an item of the plan, a submission, one of its intelligence items, or a dissemination: those
-- to whom an item was sent do not see the submission behind it. The text stays as it was written; state, due date and
-- owner are those of the newest event.
CREATE TABLE task (
  id uuid PRIMARY KEY,
  plan_item_id uuid REFERENCES plan_item (id),
  submission_id uuid REFERENCES submission (id),
  item_id uuid REFERENCES intelligence_item (id),
  dissemination_id uuid REFERENCES dissemination (id),
  text text NOT NULL CHECK (length(trim(text)) > 0),
  created_by uuid NOT NULL REFERENCES account (id),
  created_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1,
  state task_state NOT NULL,
  due_on date NOT NULL,
  owner_account_id uuid REFERENCES account (id),
  owner_queue_id uuid REFERENCES queue (id),
  owner_role role,
  ended_at timestamptz(3),
  CONSTRAINT task_about_one_thing CHECK (num_nonnulls(plan_item_id, submission_id, dissemination_id) = 1),
  CONSTRAINT task_item_has_submission CHECK (item_id IS NULL OR submission_id IS NOT NULL),
  CONSTRAINT task_one_owner CHECK (num_nonnulls(owner_account_id, owner_queue_id, owner_role) = 1),
  CONSTRAINT task_ended CHECK ((state = 'open') = (ended_at IS NULL))
);
CREATE INDEX task_of_account ON task (owner_account_id, due_on, id) WHERE state = 'open' AND owner_account_id IS NOT NULL;
CREATE INDEX task_of_queue ON task (owner_queue_id, due_on, id) WHERE state = 'open' AND owner_queue_id IS NOT NULL;
CREATE INDEX task_of_role ON task (owner_role, due_on, id) WHERE state = 'open' AND owner_role IS NOT NULL;
CREATE INDEX task_of_plan ON task (due_on, id) WHERE state = 'open' AND plan_item_id IS NOT NULL;
CREATE INDEX task_of_submissions ON task (submission_id) WHERE state = 'open' AND submission_id IS NOT NULL;
CREATE INDEX task_ended_of_account ON task (owner_account_id, ended_at DESC, id) WHERE state <> 'open' AND owner_account_id IS NOT NULL;
CREATE INDEX task_plan_item ON task (plan_item_id, due_on, id) WHERE plan_item_id IS NOT NULL;
CREATE INDEX task_submission ON task (submission_id, due_on, id) WHERE submission_id IS NOT NULL;
CREATE INDEX task_item ON task (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX task_dissemination ON task (dissemination_id, due_on, id) WHERE dissemination_id IS NOT NULL;

CREATE FUNCTION refuse_task_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.plan_item_id, NEW.submission_id, NEW.item_id, NEW.dissemination_id, NEW.text, NEW.created_by, NEW.created_at)
     IS DISTINCT FROM
     (OLD.id, OLD.plan_item_id, OLD.submission_id, OLD.item_id, OLD.dissemination_id, OLD.text, OLD.created_by, OLD.created_at)
     OR OLD.state <> 'open' THEN
    RAISE EXCEPTION 'what a task says, and a task that has ended, cannot be rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER task_fixed BEFORE UPDATE ON task FOR EACH ROW EXECUTE FUNCTION refuse_task_rewrite();
REVOKE DELETE ON task FROM portal_app;

CREATE TYPE task_event_kind AS ENUM ('created', 'reassigned', 'due_changed', 'done', 'cancelled');
-- What happened to a task: the state, due date and owner that it left, and what was written with it.
CREATE TABLE task_event (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES task (id),
  number integer NOT NULL,
  happened_at timestamptz(3) NOT NULL,
  actor_id uuid NOT NULL REFERENCES account (id),
  kind task_event_kind NOT NULL,
  due_on date NOT NULL,
  owner_account_id uuid REFERENCES account (id),
  owner_queue_id uuid REFERENCES queue (id),
  owner_role role,
  comment text,
  CONSTRAINT task_event_comment CHECK (kind IN ('created', 'reassigned') OR length(trim(comment)) > 0),
  CONSTRAINT task_event_order UNIQUE (task_id, number)
);
SELECT make_append_only('task_event');

------------------------------------------------------------------------------------------------------------------------
-- Figures, and notices that somebody was told
------------------------------------------------------------------------------------------------------------------------

-- Figures for readers outside FIB are totals of closed quarters and nothing else, frozen once: cells by item, area, channel
-- and kind would overlap, and could be subtracted from each other. count null: below five.
CREATE TABLE published_quarter (
  first_month text PRIMARY KEY CHECK (first_month ~ '^\d{4}-(01|04|07|10)$'),
  count integer CHECK (count >= 5),
  frozen_at timestamptz(3) NOT NULL
);
SELECT make_append_only('published_quarter');

-- Each step taken because a High submission waited; waiting_since tells one wait from a later one. Steps are the pack's.
CREATE TABLE high_notice (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  waiting_since timestamptz(3) NOT NULL,
  step text NOT NULL,
  told_at timestamptz(3) NOT NULL,
  recipient_count integer NOT NULL,
  CONSTRAINT high_notice_once UNIQUE (submission_id, waiting_since, step)
);
SELECT make_append_only('high_notice');

-- That FIB supervisors were told of a gap in the roster, once for each gap.
CREATE TABLE duty_gap_notice (
  id uuid PRIMARY KEY,
  position duty_position NOT NULL,
  gap_from timestamptz(3) NOT NULL,
  told_at timestamptz(3) NOT NULL,
  recipient_count integer NOT NULL,
  CONSTRAINT duty_gap_notice_once UNIQUE (position, gap_from)
);
SELECT make_append_only('duty_gap_notice');
