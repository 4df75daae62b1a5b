-- What a force tells the public of its plan. Words are withheld wherever they stand in a plan, each on an exemption of the
-- Freedom of Information Act 2000; an edition keeps what was left, and never changes.
CREATE TYPE plan_exemption AS ENUM ('security_bodies', 'national_security', 'investigations', 'law_enforcement',
  'health_and_safety', 'personal_information', 'in_confidence', 'legal_privilege', 'commercial_interests');

CREATE TABLE plan_withheld (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  words text NOT NULL CHECK (words <> ''),
  exemption plan_exemption NOT NULL,
  -- Fingerprints of the texts in which the words stood when somebody last looked: one of them that is gone may say the same
  -- in other words.
  stood_in text[] NOT NULL,
  set_by uuid NOT NULL REFERENCES account (id),
  set_at timestamptz(3) NOT NULL,
  lifted_by uuid REFERENCES account (id),
  lifted_at timestamptz(3),
  CONSTRAINT plan_withheld_lifted CHECK (num_nonnulls(lifted_by, lifted_at) IN (0, 2))
);
CREATE INDEX plan_withheld_of_plan ON plan_withheld (plan_id, set_at);
CREATE UNIQUE INDEX plan_withheld_once ON plan_withheld (plan_id, md5(words)) WHERE lifted_at IS NULL;
REVOKE UPDATE, DELETE, TRUNCATE ON plan_withheld FROM portal_app;
GRANT UPDATE (stood_in, lifted_by, lifted_at) ON plan_withheld TO portal_app;

CREATE TABLE plan_edition (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan (id),
  number int NOT NULL CHECK (number > 0),
  lines jsonb NOT NULL,
  published_by uuid NOT NULL REFERENCES account (id),
  published_at timestamptz(3) NOT NULL,
  CONSTRAINT plan_edition_number UNIQUE (plan_id, number)
);
SELECT make_append_only('plan_edition');
