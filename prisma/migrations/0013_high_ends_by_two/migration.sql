-- What was done about the danger of a High submission, when and by whom, as whoever asks to end, lower or open it to others
-- says (docs/decisions/0059).
CREATE TABLE danger_act (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  done text NOT NULL CHECK (length(trim(done)) > 0),
  done_by text NOT NULL CHECK (length(trim(done_by)) > 0),
  done_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL REFERENCES account (id),
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT danger_act_is_past CHECK (done_at <= recorded_at)
);
CREATE INDEX danger_act_submission ON danger_act (submission_id, recorded_at);
SELECT make_append_only('danger_act');

CREATE TYPE request_kind AS ENUM ('lowering', 'ending', 'lifting');
-- That a second person agreed to what one may not do alone, to a submission as it stood at one version.
CREATE TABLE agreement (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  submission_version integer NOT NULL,
  kind request_kind NOT NULL,
  asked_by uuid NOT NULL REFERENCES account (id),
  -- Of a High one.
  danger_act_id uuid REFERENCES danger_act (id),
  agreed_by uuid NOT NULL REFERENCES account (id),
  agreed_at timestamptz(3) NOT NULL,
  CONSTRAINT agreement_of_two CHECK (asked_by <> agreed_by),
  CONSTRAINT agreement_once UNIQUE (submission_id, submission_version, kind)
);
SELECT make_append_only('agreement');

-- Whether the danger goes on with another submission: it is linked as the duplicate of one that is High and open.
CREATE FUNCTION danger_goes_on(of_submission uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM submission_relation l JOIN submission o ON o.id = l.other_id
    WHERE l.submission_id = of_submission AND l.kind = 'duplicate_of' AND o.priority = 'high' AND o.status NOT IN ('closed', 'rejected', 'withdrawn')
      AND NOT EXISTS (SELECT 1 FROM submission_relation_end e WHERE e.relation_id = l.id)) $$;

CREATE FUNCTION refuse_doing_alone() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  high boolean := OLD.priority = 'high';
  needed record;
BEGIN
  -- An agreement is to one version, so none comes again.
  IF NEW.version < OLD.version THEN
    RAISE EXCEPTION 'the version of a submission only rises' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF high AND NEW.status = 'closed' AND NEW.outcome = 'duplicate' THEN
    -- The original stays as it is until this is written.
    PERFORM 1 FROM submission_relation l JOIN submission o ON o.id = l.other_id
      WHERE l.submission_id = OLD.id AND l.kind = 'duplicate_of' FOR SHARE OF o;
  END IF;
  FOR needed IN
    SELECT * FROM (VALUES
      ('ending'::request_kind, OLD.ending_asked_by,
        high AND NEW.status IN ('closed', 'rejected', 'withdrawn') AND OLD.status NOT IN ('closed', 'rejected', 'withdrawn')
          AND NOT (NEW.status = 'closed' AND NEW.outcome = 'duplicate' AND danger_goes_on(OLD.id))),
      ('lowering', OLD.lowering_asked_by, high AND NEW.priority <> 'high'),
      ('lifting', OLD.lifting_asked_by, OLD.restricted AND NOT NEW.restricted)
    ) AS rule (kind, asked_by, applies) WHERE applies
  LOOP
    IF NOT EXISTS (
      SELECT 1 FROM agreement a LEFT JOIN danger_act d ON d.id = a.danger_act_id
      WHERE a.submission_id = OLD.id AND a.submission_version = OLD.version AND a.kind = needed.kind AND a.asked_by = needed.asked_by
        AND EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.agreed_by AND r.role = 'fib_supervisor')
        AND (NOT high OR (d.submission_id = OLD.id AND d.recorded_by = a.asked_by))
    ) THEN
      RAISE EXCEPTION '% of this submission takes a second person and what was done about the danger', needed.kind
        USING ERRCODE = 'insufficient_privilege';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_by_two BEFORE UPDATE ON submission FOR EACH ROW
  WHEN (OLD.version > NEW.version OR OLD.priority = 'high' OR OLD.restricted)
  EXECUTE FUNCTION refuse_doing_alone();

-- What ended while it was High, the newest first: reviewed by the MDS lead and the supervisors of FIB.
CREATE INDEX submission_high_ended ON submission (closed_at DESC, id) WHERE priority = 'high' AND closed_at IS NOT NULL;
