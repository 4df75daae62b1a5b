-- Disseminations to the MDS lead and to recipients without an account: ROCU, another force, another agency.

ALTER TABLE dissemination
  ADD COLUMN recipient_kind text NOT NULL DEFAULT 'queue'
    CHECK (recipient_kind IN ('queue', 'mds_lead', 'rocu', 'other_force', 'other_agency')),
  -- The force's reference for a recipient outside it: never that of the report, which its partner has.
  ADD COLUMN reference text UNIQUE,
  ADD COLUMN recipient_body text CHECK (length(trim(recipient_body)) > 0),
  ADD COLUMN recipient_post text CHECK (length(trim(recipient_post)) > 0),
  ADD COLUMN reason text CHECK (length(trim(reason)) > 0),
  -- What has to be done next: pass it on by hand, hear that it was received, tell the recipient that it was recalled.
  ADD COLUMN awaits text CHECK (awaits IN ('passing', 'acknowledgement', 'telling')),
  ALTER COLUMN queue_id DROP NOT NULL,
  ADD CONSTRAINT dissemination_to_queue CHECK ((recipient_kind = 'queue') = (queue_id IS NOT NULL)),
  ADD CONSTRAINT dissemination_outside CHECK (
    num_nonnulls(reference, recipient_body, recipient_post)
      = CASE WHEN recipient_kind IN ('rocu', 'other_force', 'other_agency') THEN 3 ELSE 0 END),
  ADD CONSTRAINT dissemination_conditions CHECK (recipient_body IS NULL OR length(trim(conditions)) > 0),
  ADD CONSTRAINT dissemination_reason CHECK ((recipient_kind = 'queue') = (reason IS NULL)),
  ADD CONSTRAINT dissemination_awaits CHECK (awaits IS DISTINCT FROM 'acknowledgement' OR acknowledged_at IS NULL);
ALTER TABLE dissemination ALTER COLUMN recipient_kind DROP DEFAULT;

DROP TRIGGER dissemination_fixed ON dissemination;
CREATE TRIGGER dissemination_fixed BEFORE UPDATE ON dissemination
  FOR EACH ROW EXECUTE FUNCTION refuse_other_changes('acknowledged_by', 'acknowledged_at', 'awaits');

-- What was acknowledged can still be recalled, and then waits for its recipient to be told.
DROP TRIGGER dissemination_acknowledged_once ON dissemination;
CREATE TRIGGER dissemination_acknowledged_once BEFORE UPDATE OF acknowledged_by, acknowledged_at ON dissemination
  FOR EACH ROW EXECUTE FUNCTION refuse_second_writing('acknowledged_at');

UPDATE dissemination d SET awaits = 'acknowledgement'
WHERE acknowledged_at IS NULL AND NOT EXISTS (SELECT 1 FROM dissemination_recall r WHERE r.dissemination_id = d.id);

-- One version goes to the MDS lead once, and to one post of one body outside the force once.
CREATE UNIQUE INDEX dissemination_lead_once ON dissemination (sanitised_text_id) WHERE recipient_kind = 'mds_lead';
CREATE UNIQUE INDEX dissemination_outside_once
  ON dissemination (sanitised_text_id, lower(recipient_body), lower(recipient_post)) WHERE recipient_body IS NOT NULL;
CREATE INDEX dissemination_waiting ON dissemination (awaits, acknowledge_by, id) WHERE awaits IS NOT NULL;
-- What the MDS lead has to acknowledge comes first.
CREATE INDEX dissemination_to_lead ON dissemination ((awaits IS NULL), disseminated_at DESC, id)
  WHERE recipient_kind = 'mds_lead';

-- What was done by hand with a recipient without an account, as the officer who did it wrote it down: how, with which
-- post there, and when.
CREATE TABLE dissemination_step (
  id uuid PRIMARY KEY,
  dissemination_id uuid NOT NULL REFERENCES dissemination (id),
  step text NOT NULL CHECK (step IN ('passed', 'acknowledged', 'told_of_recall')),
  means text NOT NULL CHECK (means IN ('by_hand', 'secure_mail', 'telephone', 'meeting', 'police_system')),
  with_post text NOT NULL CHECK (length(trim(with_post)) > 0),
  happened_at timestamptz(3) NOT NULL,
  note text,
  recorded_by uuid NOT NULL REFERENCES account (id),
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT dissemination_step_once UNIQUE (dissemination_id, step)
);
SELECT make_append_only('dissemination_step');
