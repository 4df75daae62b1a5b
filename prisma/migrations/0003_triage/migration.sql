-- Intelligence items, sanitised texts, dissemination, messages to the partner, High notices.

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

-- One row each time an item is graded; the newest counts. College of Policing APP, intelligence report (3x5x2).
CREATE TABLE item_grade (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES intelligence_item (id),
  number integer NOT NULL,
  source_grade smallint NOT NULL CHECK (source_grade BETWEEN 1 AND 3),
  assessment_grade text NOT NULL CHECK (assessment_grade IN ('A', 'B', 'C', 'D', 'E')),
  handling_code text NOT NULL CHECK (handling_code IN ('P', 'C')),
  action_code text CHECK (action_code IN ('A1', 'A2', 'A3')),
  sanitisation_code text CHECK (sanitisation_code IN ('S1', 'S2')),
  usage_text text,
  reason text,
  provenance text NOT NULL,
  confidence text NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  graded_by uuid NOT NULL REFERENCES account (id),
  graded_at timestamptz(3) NOT NULL,
  CONSTRAINT item_grade_conditions CHECK ((handling_code = 'C') = (action_code IS NOT NULL AND sanitisation_code IS NOT NULL)),
  CONSTRAINT item_grade_reason CHECK ((source_grade <> 3 AND assessment_grade <> 'E') OR length(trim(reason)) > 0),
  CONSTRAINT item_grade_newest UNIQUE (item_id, number)
);

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

-- Second-person approval of a sanitised version (handling code C, restricted items). Plan: two-person rule.
CREATE TABLE item_approval (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES intelligence_item (id),
  sanitised_text_id uuid NOT NULL REFERENCES sanitised_text (id),
  approved_by uuid NOT NULL REFERENCES account (id),
  approved_at timestamptz(3) NOT NULL,
  after_the_fact boolean NOT NULL DEFAULT false,
  UNIQUE (sanitised_text_id)
);

CREATE TABLE dissemination (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES intelligence_item (id),
  submission_id uuid NOT NULL REFERENCES submission (id),
  sanitised_text_id uuid NOT NULL REFERENCES sanitised_text (id),
  item_grade_id uuid NOT NULL REFERENCES item_grade (id),
  queue_id uuid NOT NULL REFERENCES queue (id),
  conditions text,
  disseminated_by uuid NOT NULL REFERENCES account (id),
  disseminated_at timestamptz(3) NOT NULL,
  acknowledge_by timestamptz(3) NOT NULL,
  acknowledged_by uuid REFERENCES account (id),
  acknowledged_at timestamptz(3),
  UNIQUE (sanitised_text_id, queue_id)
);
CREATE INDEX dissemination_queue ON dissemination (queue_id, disseminated_at DESC, id);
CREATE INDEX dissemination_item ON dissemination (item_id);
CREATE INDEX dissemination_submission ON dissemination (submission_id);

-- What the partner may read: the outcome, a question, the partner's reply.
CREATE TABLE partner_message (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  direction text NOT NULL CHECK (direction IN ('to_partner', 'to_police')),
  kind text NOT NULL CHECK (kind IN ('question', 'reply', 'outcome', 'rejection')),
  outcome text,
  text text NOT NULL,
  author_id uuid NOT NULL REFERENCES account (id),
  sent_at timestamptz(3) NOT NULL
);
CREATE INDEX partner_message_submission ON partner_message (submission_id, sent_at, id);

-- Each step taken because a High submission waited; waiting_since tells one wait from a later one.
CREATE TABLE high_notice (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  waiting_since timestamptz(3) NOT NULL,
  step text NOT NULL,
  told_at timestamptz(3) NOT NULL,
  recipient_count integer NOT NULL,
  CONSTRAINT high_notice_once UNIQUE (submission_id, waiting_since, step)
);

SELECT make_append_only('item_grade');
SELECT make_append_only('sanitised_text');
SELECT make_append_only('item_approval');
SELECT make_append_only('partner_message');
SELECT make_append_only('high_notice');
SELECT make_append_only('audit_event');
SELECT make_append_only('plan_evidence');
SELECT make_append_only('routing_rule_set');
SELECT make_append_only('form_version');
