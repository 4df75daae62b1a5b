-- A second person who judges what went out at once may find that it should not have gone: of what was recalled, with the
-- reason. A text and a grade judged so are never approved.
ALTER TABLE item_approval ADD COLUMN approved boolean NOT NULL DEFAULT true;
ALTER TABLE item_approval ADD COLUMN reason text;
ALTER TABLE item_approval ADD CONSTRAINT item_approval_reason
  CHECK (CASE WHEN approved THEN reason IS NULL ELSE reason IS NOT NULL AND length(trim(reason)) > 0 END);

-- Why something is graded or sent as free to share although the partner set a limit.
ALTER TABLE item_grade ADD COLUMN limit_reason text CHECK (length(trim(limit_reason)) > 0);
ALTER TABLE dissemination ADD COLUMN limit_reason text CHECK (length(trim(limit_reason)) > 0);

-- What waits to be acknowledged by a queue, the one due first, first.
CREATE INDEX dissemination_queue_waiting ON dissemination (queue_id, acknowledge_by, id) WHERE awaits = 'acknowledgement';
