-- What a contributor says of an item waits for the MDS lead, who approves it or gives it back with a reason. What is approved
-- becomes a status or an entry of the evidence log with the same id.
CREATE TYPE plan_proposal_kind AS ENUM ('status', 'evidence');
CREATE TYPE plan_proposal_decision AS ENUM ('approved', 'returned');
CREATE TABLE plan_proposal (
  id uuid PRIMARY KEY,
  plan_item_id uuid NOT NULL REFERENCES plan_item (id),
  kind plan_proposal_kind NOT NULL,
  status plan_progress,
  text text NOT NULL,
  dated_on date,
  supersedes_id uuid REFERENCES plan_evidence (id),
  why_wrong text,
  cites jsonb,
  proposed_by uuid NOT NULL REFERENCES account (id),
  proposed_at timestamptz(3) NOT NULL,
  decision plan_proposal_decision,
  decided_by uuid REFERENCES account (id),
  decided_at timestamptz(3),
  reason text,
  CONSTRAINT plan_proposal_status CHECK ((kind = 'status') = (status IS NOT NULL)),
  CONSTRAINT plan_proposal_evidence CHECK ((kind = 'evidence') = (dated_on IS NOT NULL)
    AND (kind = 'evidence' OR num_nonnulls(supersedes_id, cites) = 0) AND (supersedes_id IS NULL) = (why_wrong IS NULL)),
  CONSTRAINT plan_proposal_decided CHECK (num_nonnulls(decision, decided_by, decided_at) IN (0, 3)
    AND (decision IS NOT DISTINCT FROM 'returned') = (reason IS NOT NULL)),
  CONSTRAINT plan_proposal_by_another CHECK (decided_by <> proposed_by)
);
CREATE INDEX plan_proposal_of_item ON plan_proposal (plan_item_id, proposed_at);
CREATE INDEX plan_proposal_waiting ON plan_proposal (proposed_at) WHERE decision IS NULL;
CREATE INDEX plan_proposal_by ON plan_proposal (proposed_by, proposed_at DESC);
CREATE TRIGGER plan_proposal_closed BEFORE INSERT ON plan_proposal
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_plan('closed');

CREATE FUNCTION hold_plan_proposal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.decision IS NOT NULL
    OR to_jsonb(NEW) - '{decision,decided_by,decided_at,reason}'::text[] <> to_jsonb(OLD) - '{decision,decided_by,decided_at,reason}'::text[] THEN
    RAISE EXCEPTION 'a proposal is decided once and never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_proposal_held BEFORE UPDATE OR DELETE ON plan_proposal
  FOR EACH ROW EXECUTE FUNCTION hold_plan_proposal();

-- Evidence that was wrong stays, and another entry says what is right. An entry can rest on a published figure, the result of
-- a task or an event, kept as it was when the entry was written.
ALTER TABLE plan_evidence
  ADD COLUMN supersedes_id uuid REFERENCES plan_evidence (id),
  ADD COLUMN why_wrong text,
  ADD COLUMN cites jsonb,
  ADD CONSTRAINT plan_evidence_superseded_once UNIQUE (supersedes_id),
  ADD CONSTRAINT plan_evidence_why_wrong CHECK ((supersedes_id IS NULL) = (why_wrong IS NULL));
