-- Who outside was told of a report, when and how, where no item was passed on: kept with the other records elsewhere.
-- Compared as text, as a value that is new to an enum cannot be used in the transaction that adds it.
ALTER TYPE record_kind ADD VALUE 'passed_on';
ALTER TABLE record_link
  DROP CONSTRAINT record_link_reference,
  DROP CONSTRAINT record_link_referral,
  DROP CONSTRAINT record_link_status,
  ADD CONSTRAINT record_link_reference CHECK (reference IS NOT NULL OR kind::text IN ('safeguarding', 'passed_on')),
  ADD CONSTRAINT record_link_referral
    CHECK ((kind::text IN ('safeguarding', 'passed_on')) = (agency IS NOT NULL AND dated_on IS NOT NULL)),
  ADD CONSTRAINT record_link_status CHECK ((kind::text IN ('nrm', 'duty_to_notify', 'passed_on')) = (status IS NOT NULL));

-- Whether the record of a submission supports what its partner is told by an outcome (product.md, "States"). What the
-- portal lists before closing is asked here too.
CREATE FUNCTION has_record(of_submission uuid, of_kind text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM record_link r WHERE r.submission_id = of_submission AND r.kind::text = of_kind AND r.removed_reason IS NULL
    AND NOT EXISTS (SELECT 1 FROM record_link later WHERE later.link_id = r.link_id AND later.number > r.number)) $$;
CREATE FUNCTION outcome_has_evidence(of_submission uuid, of_outcome outcome) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE of_outcome
    WHEN 'crime_recorded' THEN has_record(of_submission, 'crime')
    WHEN 'safeguarding_action' THEN has_record(of_submission, 'safeguarding')
    WHEN 'passed_on' THEN has_record(of_submission, 'passed_on')
      OR EXISTS (SELECT 1 FROM dissemination d JOIN dissemination_step p ON p.dissemination_id = d.id AND p.step = 'passed'
        WHERE d.submission_id = of_submission AND NOT EXISTS (SELECT 1 FROM dissemination_recall c WHERE c.dissemination_id = d.id))
    WHEN 'duplicate' THEN EXISTS (SELECT 1 FROM submission_relation l WHERE l.submission_id = of_submission AND l.kind = 'duplicate_of'
      AND NOT EXISTS (SELECT 1 FROM submission_relation_end e WHERE e.relation_id = l.id))
    ELSE true
  END $$;

CREATE FUNCTION refuse_unsupported_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.outcome IS NULL OR NOT outcome_has_evidence(NEW.id, NEW.outcome) THEN
    RAISE EXCEPTION 'no record supports that this submission is closed as %', coalesce(NEW.outcome::text, 'nothing')
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_outcome_supported BEFORE UPDATE ON submission FOR EACH ROW
  WHEN (NEW.status = 'closed' AND (OLD.status <> 'closed' OR NEW.outcome IS DISTINCT FROM OLD.outcome))
  EXECUTE FUNCTION refuse_unsupported_outcome();

-- What an outcome that was told rests on stays until the submission is opened again.
CREATE FUNCTION refuse_taking_evidence_away() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_submission uuid;
BEGIN
  IF TG_TABLE_NAME = 'record_link' THEN
    of_submission := NEW.submission_id;
  ELSE
    SELECT l.submission_id INTO of_submission FROM submission_relation l WHERE l.id = NEW.relation_id;
  END IF;
  IF EXISTS (SELECT 1 FROM submission s WHERE s.id = of_submission AND s.status = 'closed' AND NOT outcome_has_evidence(s.id, s.outcome)) THEN
    RAISE EXCEPTION 'the outcome of a closed submission rests on this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER record_link_supports AFTER INSERT ON record_link DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.removed_reason IS NOT NULL)
  EXECUTE FUNCTION refuse_taking_evidence_away();
CREATE CONSTRAINT TRIGGER submission_relation_supports AFTER INSERT ON submission_relation_end DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION refuse_taking_evidence_away();
