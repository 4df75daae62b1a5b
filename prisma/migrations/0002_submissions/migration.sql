-- Drafts, submissions and the sealed source record.

-- Deleted once submitted or expired. Answers of data class "source identity" never enter it.
CREATE TABLE draft (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  site_id uuid REFERENCES organisation_site (id),
  form_version integer NOT NULL REFERENCES form_version (version),
  answers jsonb NOT NULL DEFAULT '{}',
  revision integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX draft_account ON draft (account_id, updated_at DESC);
CREATE INDEX draft_expiry ON draft (expires_at);

CREATE TABLE submission (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  draft_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  organisation_kind text NOT NULL,
  site_id uuid REFERENCES organisation_site (id),
  submitted_by uuid NOT NULL REFERENCES account (id),
  channel text NOT NULL CHECK (channel IN ('web', 'telephone', 'paper')),
  form_version integer NOT NULL REFERENCES form_version (version),
  submitted_at timestamptz(3) NOT NULL,
  status text NOT NULL CHECK (status IN ('submitted', 'in_assessment', 'clarification', 'accepted', 'disseminated', 'closed', 'rejected', 'withdrawn')),
  status_changed_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1,
  priority text NOT NULL CHECK (priority IN ('high', 'medium', 'low')),
  priority_rank smallint GENERATED ALWAYS AS (CASE priority WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END) STORED,
  restricted boolean NOT NULL,
  primary_queue_id uuid NOT NULL REFERENCES queue (id),
  area_id uuid REFERENCES area (id),
  exploitation_types text[] NOT NULL DEFAULT '{}',
  routing_reason text NOT NULL,
  routing_version integer NOT NULL REFERENCES routing_rule_set (version),
  candidates jsonb NOT NULL DEFAULT '[]',
  claimed_by uuid REFERENCES account (id),
  claimed_at timestamptz(3),
  -- Since when nobody has it: from submission, or from when a claim was put down. Steps of a High one count from here.
  waiting_since timestamptz(3) NOT NULL,
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
  outcome text CHECK (outcome IN ('used', 'crime_recorded', 'safeguarding_action', 'passed_on', 'more_needed', 'no_further_use', 'duplicate')),
  withdrawal_requested_at timestamptz(3),
  CONSTRAINT submission_once_per_draft UNIQUE (draft_id),
  CONSTRAINT submission_claim_whole CHECK ((claimed_by IS NULL) = (claimed_at IS NULL))
);
-- A queue page reads open rows of one queue in working order.
CREATE INDEX submission_queue_open ON submission (primary_queue_id, priority_rank, submitted_at, id)
  WHERE status NOT IN ('closed', 'rejected', 'withdrawn');
-- "Take next" and the view of what nobody has, in working order.
CREATE INDEX submission_unassigned ON submission (primary_queue_id, priority_rank, submitted_at, id)
  WHERE claimed_by IS NULL AND status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_queue_closed ON submission (primary_queue_id, closed_at DESC, id) WHERE closed_at IS NOT NULL;
CREATE INDEX submission_due ON submission (primary_queue_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX submission_claimed ON submission (claimed_by, priority_rank, submitted_at, id)
  WHERE claimed_by IS NOT NULL AND status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_unclaimed_high ON submission (first_seen_due_at)
  WHERE priority = 'high' AND claimed_by IS NULL AND status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_own ON submission (submitted_by, submitted_at DESC, id);
CREATE INDEX submission_organisation ON submission (organisation_id, submitted_at DESC, id);
CREATE INDEX submission_month ON submission (submitted_at);

-- The original: answers and the document as shown. Never altered.
CREATE TABLE submission_content (
  submission_id uuid PRIMARY KEY REFERENCES submission (id),
  answers jsonb NOT NULL,
  document jsonb NOT NULL
);

CREATE TABLE submission_event (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  happened_at timestamptz(3) NOT NULL,
  action text NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor_id uuid,
  comment text,
  data jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX submission_event_submission ON submission_event (submission_id, happened_at, id);

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

CREATE TABLE submission_watcher (
  submission_id uuid NOT NULL REFERENCES submission (id),
  queue_id uuid NOT NULL REFERENCES queue (id),
  reason text NOT NULL,
  PRIMARY KEY (queue_id, submission_id)
);
CREATE INDEX submission_watcher_submission ON submission_watcher (submission_id);

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

CREATE TABLE submission_person (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  position integer NOT NULL,
  part text,
  surname text,
  forename text,
  alias text,
  folded_name text NOT NULL DEFAULT '',
  sex text,
  date_of_birth date,
  age_range text,
  nationality text,
  language text,
  description text,
  UNIQUE (submission_id, position)
);
CREATE INDEX submission_person_name ON submission_person (folded_name) WHERE folded_name <> '';

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
  UNIQUE (submission_id, position)
);
CREATE INDEX submission_place_postcode ON submission_place (postcode_normalised) WHERE postcode_normalised IS NOT NULL;
CREATE INDEX submission_place_area ON submission_place (area_id) WHERE area_id IS NOT NULL;

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
  UNIQUE (submission_id, position)
);
CREATE INDEX submission_vehicle_registration ON submission_vehicle (registration_normalised) WHERE registration_normalised IS NOT NULL;

CREATE TABLE submission_contact (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('phone', 'email', 'account', 'address')),
  value text NOT NULL,
  value_normalised text NOT NULL,
  person_position integer,
  UNIQUE (submission_id, position)
);
CREATE INDEX submission_contact_value ON submission_contact (kind, value_normalised);

-- Who told us. sealed holds an envelope bound to this table, this row's id and this column (app/platform/crypto/envelope.ts).
CREATE TABLE source_record (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL UNIQUE,
  submission_id uuid UNIQUE REFERENCES submission (id),
  sealed bytea NOT NULL,
  sealed_at timestamptz(3) NOT NULL
);

-- What was submitted, by whom and when is fixed; only its handling moves on.
CREATE FUNCTION refuse_submission_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.reference, NEW.draft_id, NEW.organisation_id, NEW.submitted_by, NEW.channel, NEW.form_version, NEW.submitted_at)
     IS DISTINCT FROM
     (OLD.id, OLD.reference, OLD.draft_id, OLD.organisation_id, OLD.submitted_by, OLD.channel, OLD.form_version, OLD.submitted_at) THEN
    RAISE EXCEPTION 'what was submitted cannot be rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_facts_fixed BEFORE UPDATE ON submission FOR EACH ROW EXECUTE FUNCTION refuse_submission_rewrite();
REVOKE DELETE ON submission, submission_watcher, submission_plan_link FROM portal_app;
REVOKE UPDATE, DELETE ON submission_person, submission_place, submission_vehicle, submission_contact FROM portal_app;

-- A source record is rewritten and removed with its draft only; from submission on it stays as it was sealed.
CREATE FUNCTION refuse_source_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.submission_id IS NOT NULL THEN
    RAISE EXCEPTION 'a submitted source record is sealed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER source_record_sealed BEFORE UPDATE OR DELETE ON source_record FOR EACH ROW EXECUTE FUNCTION refuse_source_change();

SELECT make_append_only('submission_content');
SELECT make_append_only('submission_event');
SELECT make_append_only('submission_route');
