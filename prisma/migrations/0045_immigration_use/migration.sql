-- Who asked that something of it goes to immigration enforcement, until somebody else has decided. What and to whom is in
-- the history.
ALTER TABLE submission ADD COLUMN immigration_asked_by uuid REFERENCES account (id);
CREATE INDEX submission_immigration_asked ON submission (id) WHERE immigration_asked_by IS NOT NULL;

ALTER TABLE dissemination DROP CONSTRAINT dissemination_outside;
ALTER TABLE dissemination ADD CONSTRAINT dissemination_outside CHECK (
  num_nonnulls(reference, recipient_body, recipient_post) = CASE WHEN recipient_kind IN ('queue', 'mds_lead') THEN 0 ELSE 3 END);

-- What partners are told of it: one row for each dissemination to immigration enforcement, recalled since or not. It outlives
-- the report, so that the count of a quarter stays true, and leads to nothing once that is disposed of.
CREATE TABLE immigration_use (
  dissemination_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  -- The quarter in which it was agreed to, by its first month: "2016-01".
  first_month text NOT NULL CHECK (first_month ~ '^\d{4}-(01|04|07|10)$')
);
CREATE INDEX immigration_use_organisation ON immigration_use (organisation_id, first_month);
SELECT make_append_only('immigration_use');
REVOKE INSERT ON immigration_use FROM portal_app;

-- An FIB supervisor has agreed to what the officer who sends it asked for, in the change that is being written; one agreement
-- lets one dissemination out. It is counted here, so that none goes uncounted.
CREATE FUNCTION count_immigration_use() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  report submission;
BEGIN
  SELECT * INTO report FROM submission WHERE id = NEW.submission_id;
  IF NOT EXISTS (
    SELECT FROM agreement a
    WHERE a.submission_id = report.id AND a.submission_version = report.version - 1 AND a.kind = 'immigration_use'
      AND a.asked_by = NEW.disseminated_by
      AND EXISTS (SELECT FROM account_role r WHERE r.account_id = a.agreed_by AND r.role = 'fib_supervisor')
      AND NOT EXISTS (SELECT FROM dissemination d
        WHERE d.submission_id = report.id AND d.recipient_kind = 'immigration_enforcement' AND d.disseminated_at >= a.agreed_at)
  ) THEN
    RAISE EXCEPTION 'what goes to immigration enforcement takes a second person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO immigration_use VALUES (NEW.id, report.organisation_id,
    to_char(date_trunc('quarter', NEW.disseminated_at AT TIME ZONE 'Europe/London'), 'YYYY-MM'));
  RETURN NEW;
END $$;
CREATE TRIGGER dissemination_to_immigration BEFORE INSERT ON dissemination FOR EACH ROW
  WHEN (NEW.recipient_kind = 'immigration_enforcement')
  EXECUTE FUNCTION count_immigration_use();
