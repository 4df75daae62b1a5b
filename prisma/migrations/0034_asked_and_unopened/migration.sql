-- Who asked that a submission be High no longer, or be restricted no longer, until somebody else has decided. The reasons
-- are in the history.
ALTER TABLE submission ADD COLUMN lowering_asked_by uuid REFERENCES account (id);
ALTER TABLE submission ADD COLUMN lifting_asked_by uuid REFERENCES account (id);
ALTER TABLE submission ADD CONSTRAINT submission_asked_of_what_it_is
  CHECK ((lowering_asked_by IS NULL OR priority = 'high') AND (lifting_asked_by IS NULL OR restricted));
CREATE INDEX submission_asked ON submission (id) WHERE lowering_asked_by IS NOT NULL OR lifting_asked_by IS NOT NULL;

-- Since when somebody to whom it was given has not opened it: from then on nobody had it, until its holder opens it.
ALTER TABLE submission ADD COLUMN unopened_since timestamptz(3);
ALTER TABLE submission ADD CONSTRAINT submission_unopened_by_its_holder CHECK (unopened_since IS NULL OR claimed_by IS NOT NULL);
CREATE INDEX submission_unopened ON submission (first_seen_due_at) WHERE unopened_since IS NOT NULL;

-- What was recorded wrongly is recorded anew, with the reason, and the wrong entry stays. Each entry is corrected once at most,
-- so the last of the chain counts.
ALTER TABLE dissemination_step ADD COLUMN corrects uuid REFERENCES dissemination_step (id);
ALTER TABLE dissemination_step ADD COLUMN reason text;
ALTER TABLE dissemination_step ADD CONSTRAINT dissemination_step_reason
  CHECK (CASE WHEN corrects IS NULL THEN reason IS NULL ELSE reason IS NOT NULL AND length(trim(reason)) > 0 END);
ALTER TABLE dissemination_step DROP CONSTRAINT dissemination_step_once;
CREATE UNIQUE INDEX dissemination_step_once ON dissemination_step (dissemination_id, step) WHERE corrects IS NULL;
CREATE UNIQUE INDEX dissemination_step_corrected_once ON dissemination_step (corrects) WHERE corrects IS NOT NULL;
