-- An intelligence item that was a mistake: by whom it was voided, and why (docs/decisions/0062). It stays as it was, with
-- everything that was done to it, and nothing is done to it any more.
CREATE TABLE item_void (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES intelligence_item (id),
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  voided_by uuid NOT NULL REFERENCES account (id),
  voided_at timestamptz(3) NOT NULL,
  CONSTRAINT item_void_once UNIQUE (item_id)
);
SELECT make_append_only('item_void');

CREATE FUNCTION item_stands(of_item uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT 1 FROM item_void v WHERE v.item_id = of_item) $$;

CREATE FUNCTION refuse_voided_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- This waits for a voiding of the same moment, and a voiding for this.
  PERFORM 1 FROM intelligence_item i WHERE i.id = NEW.item_id FOR KEY SHARE;
  IF NOT item_stands(NEW.item_id) THEN
    RAISE EXCEPTION 'this item was voided' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_grade_of_standing BEFORE INSERT ON item_grade FOR EACH ROW EXECUTE FUNCTION refuse_voided_item();
CREATE TRIGGER sanitised_text_of_standing BEFORE INSERT ON sanitised_text FOR EACH ROW EXECUTE FUNCTION refuse_voided_item();
CREATE TRIGGER item_approval_of_standing BEFORE INSERT ON item_approval FOR EACH ROW EXECUTE FUNCTION refuse_voided_item();
CREATE TRIGGER dissemination_of_standing BEFORE INSERT ON dissemination FOR EACH ROW EXECUTE FUNCTION refuse_voided_item();
CREATE TRIGGER task_of_standing BEFORE INSERT ON task FOR EACH ROW WHEN (NEW.item_id IS NOT NULL)
  EXECUTE FUNCTION refuse_voided_item();

CREATE FUNCTION refuse_change_of_voided_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT item_stands(OLD.id) THEN
    RAISE EXCEPTION 'this item was voided' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_stands BEFORE UPDATE ON intelligence_item FOR EACH ROW EXECUTE FUNCTION refuse_change_of_voided_item();

-- Whether an item that stands, and is graded, is left of a submission.
CREATE FUNCTION has_graded_item(of_submission uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM intelligence_item i JOIN item_grade g ON g.item_id = i.id
    WHERE i.submission_id = of_submission AND item_stands(i.id)) $$;
-- And one that somebody has, as it was not recalled.
CREATE FUNCTION has_sent_item(of_submission uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM dissemination d WHERE d.submission_id = of_submission AND item_stands(d.item_id)
    AND NOT EXISTS (SELECT 1 FROM dissemination_recall r WHERE r.dissemination_id = d.id)) $$;

-- An item is voided while its submission is open, once nobody has it any more and a second person has judged what went out
-- under the two-person rule: by its writer or an FIB supervisor; where the rule held for what went out, by an FIB
-- supervisor who had no part in it.
CREATE FUNCTION refuse_voiding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  item intelligence_item;
  report submission;
  by_two boolean;
BEGIN
  SELECT s.* INTO report FROM submission s JOIN intelligence_item i ON i.submission_id = s.id WHERE i.id = NEW.item_id FOR SHARE OF s;
  SELECT i.* INTO item FROM intelligence_item i WHERE i.id = NEW.item_id FOR UPDATE;
  IF report.status IN ('closed', 'rejected', 'withdrawn') THEN
    RAISE EXCEPTION 'the submission of this item has ended: it is opened again first' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT 1 FROM dissemination d WHERE d.item_id = item.id
    AND NOT EXISTS (SELECT 1 FROM dissemination_recall r WHERE r.dissemination_id = d.id)) THEN
    RAISE EXCEPTION 'somebody still has this item: it is recalled first' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT 1 FROM dissemination d JOIN item_grade g ON g.id = d.item_grade_id
    WHERE d.item_id = item.id AND (g.handling_code = 'C' OR report.restricted) AND NOT EXISTS (SELECT 1 FROM item_approval p
      WHERE p.sanitised_text_id = d.sanitised_text_id AND p.item_grade_id = d.item_grade_id)) THEN
    RAISE EXCEPTION 'what went out of this item takes the judgement of a second person first' USING ERRCODE = 'insufficient_privilege';
  END IF;
  by_two := EXISTS (SELECT 1 FROM dissemination d JOIN item_grade g ON g.id = d.item_grade_id
    WHERE d.item_id = item.id AND (g.handling_code = 'C' OR report.restricted));
  IF NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = NEW.voided_by AND r.role = 'fib_supervisor')
    AND (by_two OR NEW.voided_by <> item.created_by) THEN
    RAISE EXCEPTION 'this item is not theirs to void' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF by_two AND (NEW.voided_by = item.created_by OR EXISTS (
    SELECT 1 FROM dissemination d JOIN item_grade g ON g.id = d.item_grade_id JOIN sanitised_text t ON t.id = d.sanitised_text_id
    WHERE d.item_id = item.id AND NEW.voided_by IN (d.disseminated_by, g.graded_by, t.written_by))) THEN
    RAISE EXCEPTION 'whoever had a part in what went out does not void it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_void_allowed BEFORE INSERT ON item_void FOR EACH ROW EXECUTE FUNCTION refuse_voiding();

-- No submission stays accepted, or disseminated, for an item that was voided.
CREATE FUNCTION refuse_status_without_item() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  report submission;
BEGIN
  SELECT s.* INTO report FROM submission s JOIN intelligence_item i ON i.submission_id = s.id WHERE i.id = NEW.item_id;
  IF (report.status = 'accepted' AND NOT has_graded_item(report.id))
    OR (report.status = 'disseminated' AND NOT (has_graded_item(report.id) AND has_sent_item(report.id))) THEN
    RAISE EXCEPTION 'no item is left for which this submission is %', report.status USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER item_void_status AFTER INSERT ON item_void DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION refuse_status_without_item();

-- No outcome rests on an item that was voided: neither what was passed on, nor what only a submission with an item ends as.
CREATE OR REPLACE FUNCTION outcome_has_evidence(of_submission uuid, of_outcome outcome) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE of_outcome
    WHEN 'crime_recorded' THEN has_record(of_submission, 'crime')
    WHEN 'safeguarding_action' THEN has_record(of_submission, 'safeguarding')
    WHEN 'passed_on' THEN has_record(of_submission, 'passed_on')
      OR EXISTS (SELECT 1 FROM dissemination d JOIN dissemination_step p ON p.dissemination_id = d.id AND p.step = 'passed'
        WHERE d.submission_id = of_submission AND item_stands(d.item_id)
          AND NOT EXISTS (SELECT 1 FROM dissemination_recall c WHERE c.dissemination_id = d.id))
    WHEN 'duplicate' THEN EXISTS (SELECT 1 FROM submission_relation l WHERE l.submission_id = of_submission AND l.kind = 'duplicate_of'
      AND NOT EXISTS (SELECT 1 FROM submission_relation_end e WHERE e.relation_id = l.id))
    ELSE true
  END $$;

CREATE FUNCTION refuse_outcome_without_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT has_graded_item(NEW.id) THEN
    RAISE EXCEPTION 'no item is left for which this submission is closed as %', NEW.outcome USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_outcome_of_item BEFORE UPDATE ON submission FOR EACH ROW
  WHEN (NEW.status = 'closed' AND (OLD.status <> 'closed' OR NEW.outcome IS DISTINCT FROM OLD.outcome)
    AND NEW.outcome NOT IN ('no_further_use', 'duplicate', 'passed_on'))
  EXECUTE FUNCTION refuse_outcome_without_item();
