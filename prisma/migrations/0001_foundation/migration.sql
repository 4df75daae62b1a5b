-- Foundation: settings, force pack, geography, partners, identity, delivery plan, routing rules, audit.
-- Every table is owned by the role that migrates; the application works as portal_app, which owns nothing.

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

CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);

-- One row: the pack that is loaded. Its content is validated by prisma/packs/pack-schema.ts.
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

-- scope: district ("B11"), sector ("B11 1") or unit (a full postcode that differs from its sector).
CREATE TABLE postcode_rule (
  id uuid PRIMARY KEY,
  scope text NOT NULL CHECK (scope IN ('district', 'sector', 'unit')),
  code text NOT NULL,
  primary_code text NOT NULL,
  primary_share double precision NOT NULL CHECK (primary_share BETWEEN 0 AND 1),
  shares jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  UNIQUE (scope, code, valid_from)
);

CREATE TABLE queue (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('fib', 'area', 'force_spoc')),
  area_id uuid REFERENCES area (id),
  CONSTRAINT queue_area_for_area_kind CHECK ((kind = 'area') = (area_id IS NOT NULL))
);
CREATE UNIQUE INDEX queue_one_per_area ON queue (area_id) WHERE area_id IS NOT NULL;
CREATE UNIQUE INDEX queue_one_fib ON queue (kind) WHERE kind IN ('fib', 'force_spoc');

CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('ngo', 'third_party_centre', 'statutory', 'network')),
  network_member boolean NOT NULL DEFAULT false,
  agreement_reference text,
  agreement_review_on date,
  lead_sees_content boolean NOT NULL DEFAULT false,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
  created_at timestamptz(3) NOT NULL
);

CREATE TABLE organisation_site (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  name text NOT NULL,
  area_id uuid REFERENCES area (id),
  accredited_on date,
  UNIQUE (organisation_id, name)
);

CREATE TABLE account (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)),
  display_name text NOT NULL,
  side text NOT NULL CHECK (side IN ('partner', 'police')),
  organisation_id uuid REFERENCES organisation (id),
  site_id uuid REFERENCES organisation_site (id),
  phone text,
  password_hash text,
  status text NOT NULL CHECK (status IN ('invited', 'active', 'suspended')),
  demonstration boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT account_email_unique UNIQUE (email),
  CONSTRAINT account_partner_has_organisation CHECK ((side = 'partner') = (organisation_id IS NOT NULL))
);
CREATE INDEX account_organisation ON account (organisation_id) WHERE organisation_id IS NOT NULL;

CREATE TABLE account_role (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  role text NOT NULL CHECK (role IN ('reporter', 'partner_lead', 'fib_officer', 'fib_supervisor', 'spoc', 'area_lead',
    'source_custodian', 'mds_lead', 'plan_contributor', 'administrator', 'auditor')),
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

-- Times here are real time. assurance leaves room for a second factor: 'password' today.
CREATE TABLE session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES account (id),
  assurance text NOT NULL DEFAULT 'password' CHECK (assurance IN ('password', 'second_factor', 'single_sign_on')),
  second_factor_at timestamptz(3),
  shared_computer boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  idle_expires_at timestamptz(3) NOT NULL,
  absolute_expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3)
);
CREATE INDEX session_account ON session (account_id);

CREATE TABLE rate_limit (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

-- position: who is told at which step of a High submission (plan of duty, product.md "High never waits").
CREATE TABLE duty_list_entry (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  position text NOT NULL CHECK (position IN ('duty_officer', 'deputy', 'fib_supervisor', 'duty_inspector')),
  valid_from timestamptz(3) NOT NULL,
  valid_to timestamptz(3),
  UNIQUE (account_id, position, valid_from)
);

CREATE TABLE plan (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  title text NOT NULL,
  source jsonb NOT NULL,
  glossary jsonb NOT NULL
);

CREATE TABLE plan_item (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan (id),
  parent_id uuid REFERENCES plan_item (id),
  code text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('aim', 'activity', 'theme', 'action', 'gap')),
  number text NOT NULL,
  position integer NOT NULL,
  text text NOT NULL,
  redacted boolean NOT NULL DEFAULT false,
  attributes jsonb NOT NULL DEFAULT '{}'
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

CREATE TABLE plan_event (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan (id),
  happened_on date NOT NULL,
  title text NOT NULL,
  UNIQUE (plan_id, happened_on, title)
);

-- A published version never changes.
CREATE TABLE routing_rule_set (
  version integer PRIMARY KEY,
  rules jsonb NOT NULL,
  rules_hash text NOT NULL,
  published_at timestamptz(3) NOT NULL,
  published_by uuid REFERENCES account (id)
);

CREATE TABLE form_version (
  version integer PRIMARY KEY,
  definition jsonb NOT NULL,
  definition_hash text NOT NULL,
  agreed_on date NOT NULL,
  agreed_with text NOT NULL,
  published_at timestamptz(3) NOT NULL
);

-- Who did or read what. transaction_id lets a later job seal events below a snapshot's xmin into a hash chain.
CREATE TABLE audit_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
  recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  happened_at timestamptz(3) NOT NULL,
  type text NOT NULL,
  actor_id uuid,
  actor_label text NOT NULL,
  session_id uuid,
  request_id text NOT NULL,
  subject_type text,
  subject_id uuid,
  data jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_event_subject ON audit_event (subject_id, id);
CREATE INDEX audit_event_actor ON audit_event (actor_id, id);
CREATE INDEX audit_event_type ON audit_event (type, id);
