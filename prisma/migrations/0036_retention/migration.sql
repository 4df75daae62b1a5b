-- How long reports are kept, and how they go (docs/decisions/0074). The rules are the pack's; here is which rule a report
-- has, who kept, held or disposed of it, what figures need of one that went, and the only way by which one can go.

-- By which rule a report that has ended is looked at or goes, and from which day on. A job works it out; whatever ends or is
-- opened again is worked out anew.
ALTER TABLE submission ADD COLUMN retention_rule text, ADD COLUMN retention_due_on date,
  ADD CONSTRAINT submission_retention_whole CHECK ((retention_rule IS NULL) = (retention_due_on IS NULL));
CREATE INDEX submission_retention_due ON submission (retention_due_on, id)
  WHERE retention_due_on IS NOT NULL AND status IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_retention_unset ON submission (status_changed_at, id)
  WHERE retention_due_on IS NULL AND status IN ('closed', 'rejected', 'withdrawn');
CREATE FUNCTION forget_retention() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.retention_rule := NULL;
  NEW.retention_due_on := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_retention_anew BEFORE UPDATE ON submission FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION forget_retention();

-- Somebody looked at a report whose time had run out and keeps it: on which grounds, why, and until when.
CREATE TYPE retention_ground AS ENUM ('pattern', 'vulnerable', 'risk', 'similar', 'proceedings');
CREATE TABLE retention_keeping (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  grounds retention_ground[] NOT NULL CHECK (cardinality(grounds) > 0),
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  review_on date NOT NULL,
  kept_by uuid NOT NULL REFERENCES account (id),
  kept_at timestamptz(3) NOT NULL
);
CREATE INDEX retention_keeping_submission ON retention_keeping (submission_id, kept_at DESC);
SELECT make_append_only('retention_keeping');

-- Nothing of a report on hold goes, whatever its time. Who set a hold does not lift it.
CREATE TABLE legal_hold (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  set_by uuid NOT NULL REFERENCES account (id),
  set_at timestamptz(3) NOT NULL,
  lifted_by uuid REFERENCES account (id),
  lifted_at timestamptz(3),
  lift_reason text CHECK (length(trim(lift_reason)) > 0),
  CONSTRAINT legal_hold_of_two CHECK (lifted_by <> set_by),
  CONSTRAINT legal_hold_lifted_whole CHECK (num_nonnulls(lifted_by, lifted_at, lift_reason) IN (0, 3))
);
CREATE INDEX legal_hold_submission ON legal_hold (submission_id, set_at DESC);
CREATE UNIQUE INDEX legal_hold_once ON legal_hold (submission_id) WHERE lifted_at IS NULL;
REVOKE DELETE ON legal_hold FROM portal_app;
CREATE TRIGGER legal_hold_kept BEFORE UPDATE ON legal_hold FOR EACH ROW
  EXECUTE FUNCTION refuse_other_changes('lifted_by', 'lifted_at', 'lift_reason');
CREATE TRIGGER legal_hold_lifted_once BEFORE UPDATE ON legal_hold FOR EACH ROW EXECUTE FUNCTION refuse_second_writing('lifted_by');

-- Somebody proposes that a report goes, and another decides. The row goes with the report; the trail keeps both names.
CREATE TABLE disposal (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  proposed_by uuid NOT NULL REFERENCES account (id),
  proposed_at timestamptz(3) NOT NULL,
  decided_by uuid REFERENCES account (id),
  decided_at timestamptz(3),
  approved boolean,
  -- Why it does not go.
  words text CHECK (length(trim(words)) > 0),
  CONSTRAINT disposal_of_two CHECK (decided_by <> proposed_by),
  CONSTRAINT disposal_decided_whole CHECK (num_nonnulls(decided_by, decided_at, approved) IN (0, 3)),
  CONSTRAINT disposal_refused_with_words CHECK ((words IS NOT NULL) = (NOT coalesce(approved, true)))
);
CREATE UNIQUE INDEX disposal_waiting_once ON disposal (submission_id) WHERE decided_at IS NULL;
CREATE INDEX disposal_waiting ON disposal (proposed_at, id) WHERE decided_at IS NULL;
REVOKE DELETE ON disposal FROM portal_app;
CREATE TRIGGER disposal_kept BEFORE UPDATE ON disposal FOR EACH ROW
  EXECUTE FUNCTION refuse_other_changes('decided_by', 'decided_at', 'approved', 'words');
CREATE TRIGGER disposal_decided_once BEFORE UPDATE ON disposal FOR EACH ROW EXECUTE FUNCTION refuse_second_writing('decided_by');

------------------------------------------------------------------------------------------------------------------------
-- What is left of a report that went: what figures count, no content, no person, and nothing that leads to it
------------------------------------------------------------------------------------------------------------------------

CREATE TABLE disposed_submission (
  id uuid PRIMARY KEY,
  -- Noon of the day on which it was received: figures count by days and months of the force.
  received_at timestamptz(3) NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  organisation_kind organisation_kind NOT NULL,
  channel channel NOT NULL,
  priority priority NOT NULL,
  restricted boolean NOT NULL,
  area_id uuid REFERENCES area (id),
  status submission_status NOT NULL,
  outcome outcome,
  exploitation_types text[] NOT NULL,
  -- When it went, by which rule, and of which table how many rows: "attachment" is its files.
  disposed_on date NOT NULL,
  rule text NOT NULL,
  gone jsonb NOT NULL
);
CREATE INDEX disposed_submission_month ON disposed_submission (received_at);
CREATE INDEX disposed_submission_newest ON disposed_submission (disposed_on DESC, id DESC);
CREATE INDEX disposed_submission_organisation ON disposed_submission (organisation_id, received_at);

CREATE TABLE disposed_plan_link (
  disposed_id uuid NOT NULL REFERENCES disposed_submission (id),
  plan_item_id uuid NOT NULL REFERENCES plan_item (id),
  PRIMARY KEY (disposed_id, plan_item_id)
);
CREATE INDEX disposed_plan_link_item ON disposed_plan_link (plan_item_id);

-- Where its places lay: the area, and the sector of a postcode ("B11 1") for when areas change.
CREATE TABLE disposed_place (
  disposed_id uuid NOT NULL REFERENCES disposed_submission (id),
  number integer NOT NULL,
  area_id uuid NOT NULL REFERENCES area (id),
  postcode_sector text,
  -- The postcode was known whole.
  whole boolean NOT NULL,
  PRIMARY KEY (disposed_id, number)
);
SELECT make_append_only('disposed_submission'), make_append_only('disposed_plan_link'), make_append_only('disposed_place');
REVOKE INSERT ON disposed_submission, disposed_plan_link, disposed_place FROM portal_app;

-- What figures count: reports that are there, and those that went.
CREATE VIEW counted_submission AS
  SELECT id, submitted_at, organisation_id, organisation_kind, channel, priority, restricted, area_id, status, outcome, exploitation_types
  FROM submission
  UNION ALL
  SELECT id, received_at, organisation_id, organisation_kind, channel, priority, restricted, area_id, status, outcome, exploitation_types
  FROM disposed_submission;
CREATE VIEW counted_plan_link AS
  SELECT submission_id, plan_item_id FROM submission_plan_link WHERE unlinked_at IS NULL
  UNION ALL
  SELECT disposed_id, plan_item_id FROM disposed_plan_link;
-- `postcode` is whole, or its sector or district with what is known of it.
CREATE VIEW counted_place AS
  SELECT submission_id, area_id, postcode_normalised AS postcode, coalesce(postcode_normalised ~ '[A-Z]{2}$', false) AS whole
  FROM submission_place WHERE area_id IS NOT NULL
  UNION ALL
  SELECT disposed_id, area_id, postcode_sector, whole FROM disposed_place;
REVOKE INSERT, UPDATE, DELETE ON counted_submission, counted_plan_link, counted_place FROM portal_app;

------------------------------------------------------------------------------------------------------------------------
-- How one goes
------------------------------------------------------------------------------------------------------------------------

-- Whatever belongs to a report goes with it: each key that leads to one cascades. A later table does so too, or nothing goes.
DO $$
DECLARE
  reference record;
BEGIN
  FOR reference IN
    WITH RECURSIVE belongs (relation) AS (
      SELECT 'submission'::regclass::oid
      UNION SELECT c.conrelid FROM pg_constraint c JOIN belongs b ON c.confrelid = b.relation WHERE c.contype = 'f')
    SELECT c.conrelid::regclass AS relation, c.conname AS name, pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint c JOIN belongs b ON c.confrelid = b.relation WHERE c.contype = 'f' AND c.confdeltype <> 'c'
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I %s ON DELETE CASCADE',
      reference.relation, reference.name, reference.name, reference.definition);
  END LOOP;
END $$;

-- The transaction in which a report goes. Only the functions below write it, and they take the row away again, so nobody
-- else's statement ever finds one.
CREATE TABLE disposal_running (
  submission_id uuid PRIMARY KEY,
  transaction_id xid8 NOT NULL
);
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON disposal_running FROM portal_app;

CREATE FUNCTION disposing() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM disposal_running WHERE transaction_id = pg_current_xact_id()) $$;

-- The guards that keep what was written let a row go with its report, and nothing else.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF disposing() THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

DROP TRIGGER attachment_fixed ON attachment;
CREATE TRIGGER attachment_fixed BEFORE UPDATE OR DELETE ON attachment FOR EACH ROW WHEN (NOT disposing())
  EXECUTE FUNCTION refuse_attachment_change();
DROP TRIGGER source_record_sealed ON source_record;
CREATE TRIGGER source_record_sealed BEFORE UPDATE OR DELETE ON source_record FOR EACH ROW WHEN (NOT disposing())
  EXECUTE FUNCTION refuse_source_change();
DROP TRIGGER contact_record_sealed ON contact_record;
CREATE TRIGGER contact_record_sealed BEFORE UPDATE OR DELETE ON contact_record FOR EACH ROW WHEN (NOT disposing())
  EXECUTE FUNCTION refuse_contact_change();
-- Nothing else takes a submission away, whoever the statement comes from.
CREATE TRIGGER submission_kept BEFORE DELETE ON submission FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- How many rows of each table this transaction has deleted so far.
CREATE FUNCTION rows_deleted() RETURNS jsonb LANGUAGE sql VOLATILE AS $$
  SELECT coalesce(jsonb_object_agg(relname, n_tup_del), '{}') FROM pg_stat_xact_user_tables WHERE schemaname = 'public' AND n_tup_del > 0 $$;

-- Deletes a report with everything that belongs to it, and says of which table how many rows went. For the two below alone.
CREATE FUNCTION delete_submission(of_submission uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  earlier jsonb := rows_deleted();
  gone jsonb;
BEGIN
  INSERT INTO disposal_running (submission_id, transaction_id) VALUES (of_submission, pg_current_xact_id());
  DELETE FROM submission WHERE id = of_submission;
  SELECT jsonb_object_agg(t.key, t.value::bigint - coalesce((earlier ->> t.key)::bigint, 0)) INTO gone
    FROM jsonb_each_text(rows_deleted()) t WHERE t.value::bigint > coalesce((earlier ->> t.key)::bigint, 0);
  DELETE FROM disposal_running WHERE submission_id = of_submission;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION delete_submission(uuid) FROM PUBLIC;

-- What would go: the deletion itself, taken back before anybody could see it.
CREATE FUNCTION would_go(of_submission uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  gone jsonb;
BEGIN
  BEGIN
    gone := delete_submission(of_submission);
    RAISE EXCEPTION USING ERRCODE = 'ZZ074';
  EXCEPTION WHEN SQLSTATE 'ZZ074' THEN
    RETURN gone;
  END;
END $$;
REVOKE ALL ON FUNCTION would_go(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION would_go(uuid) TO portal_app;

-- Why a report does not go now; null where nothing keeps it. The page asks it too.
CREATE FUNCTION kept_because(of_submission uuid, on_day date) RETURNS text LANGUAGE sql STABLE AS $$
  WITH linked AS (
    SELECT o.id, o.status FROM submission_relation l
      JOIN submission o ON o.id = CASE WHEN l.submission_id = of_submission THEN l.other_id ELSE l.submission_id END
    WHERE of_submission IN (l.submission_id, l.other_id) AND NOT EXISTS (SELECT FROM submission_relation_end e WHERE e.relation_id = l.id))
  SELECT CASE
    WHEN s.status NOT IN ('closed', 'rejected', 'withdrawn') THEN 'open'
    WHEN s.new_information_at IS NOT NULL THEN 'unread'
    WHEN EXISTS (SELECT FROM legal_hold h WHERE h.submission_id = s.id AND h.lifted_at IS NULL) THEN 'hold'
    WHEN EXISTS (SELECT FROM legal_hold h JOIN linked ON linked.id = h.submission_id WHERE h.lifted_at IS NULL) THEN 'linked_hold'
    WHEN EXISTS (SELECT FROM linked WHERE linked.status NOT IN ('closed', 'rejected', 'withdrawn')) THEN 'linked_open'
    WHEN EXISTS (SELECT FROM task t WHERE t.state = 'open' AND t.submission_id = s.id)
      OR EXISTS (SELECT FROM dissemination d JOIN task t ON t.dissemination_id = d.id WHERE t.state = 'open' AND d.submission_id = s.id) THEN 'task'
    WHEN s.retention_due_on IS NULL OR s.retention_due_on > on_day THEN 'not_due'
  END
  FROM submission s WHERE s.id = of_submission $$;

-- The only way by which a report goes: proposed by one FIB supervisor and approved by another, its time over, and nothing
-- that keeps it. Answers what went, of which table how many rows.
CREATE FUNCTION dispose_of_submission(of_disposal uuid, on_day date) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  decision disposal;
  report submission;
  kept text;
  links uuid[];
  places jsonb;
  gone jsonb;
  left_over uuid := gen_random_uuid();
BEGIN
  SELECT * INTO decision FROM disposal WHERE id = of_disposal;
  SELECT * INTO report FROM submission WHERE id = decision.submission_id FOR UPDATE;
  IF NOT FOUND OR NOT coalesce(decision.approved, false)
    OR (SELECT count(DISTINCT r.account_id) FROM account_role r
      WHERE r.role = 'fib_supervisor' AND r.account_id IN (decision.proposed_by, decision.decided_by)) <> 2 THEN
    RAISE EXCEPTION 'a report goes by the word of two FIB supervisors' USING ERRCODE = 'insufficient_privilege';
  END IF;
  kept := kept_because(report.id, on_day);
  IF kept IS NOT NULL THEN
    RAISE EXCEPTION 'this report is kept: %', kept USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT array_agg(plan_item_id) INTO links FROM counted_plan_link WHERE submission_id = report.id;
  -- A postcode that its own rule puts elsewhere than its sector has no sector that says where it lies.
  SELECT jsonb_agg(p) INTO places FROM (SELECT area_id, whole,
      CASE WHEN NOT EXISTS (SELECT FROM postcode_rule r WHERE r.scope = 'unit' AND r.code = postcode) THEN regexp_replace(postcode, '[A-Z]{2}$', '') END AS sector
    FROM counted_place WHERE submission_id = report.id) p;
  gone := delete_submission(report.id);
  INSERT INTO disposed_submission
    VALUES (left_over, (date_trunc('day', report.submitted_at AT TIME ZONE 'Europe/London') + interval '12 hours') AT TIME ZONE 'Europe/London',
      report.organisation_id, report.organisation_kind, report.channel, report.priority, report.restricted, report.area_id, report.status,
      report.outcome, report.exploitation_types, on_day, report.retention_rule, gone);
  INSERT INTO disposed_plan_link SELECT left_over, item FROM unnest(links) AS item;
  INSERT INTO disposed_place SELECT left_over, row_number() OVER (), p.area_id, p.sector, p.whole
    FROM jsonb_to_recordset(places) AS p (area_id uuid, sector text, whole boolean);
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION dispose_of_submission(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dispose_of_submission(uuid, date) TO portal_app;

------------------------------------------------------------------------------------------------------------------------
-- What a job removes once its time is over
------------------------------------------------------------------------------------------------------------------------

CREATE INDEX session_longest ON session (absolute_expires_at);
CREATE INDEX invitation_expiry ON invitation (expires_at);
CREATE INDEX password_reset_expiry ON password_reset (expires_at);
CREATE INDEX rate_limit_expiry ON rate_limit (expire);
