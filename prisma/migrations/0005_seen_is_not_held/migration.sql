-- Opening a submission takes nothing on: until somebody holds it, the clock that is shown stays the first one. A holder
-- who has opened it works towards the next. What the column is worked out from changes, so it is made anew with its
-- indexes, which are as the baseline has them.
ALTER TABLE submission DROP COLUMN due_at;
ALTER TABLE submission ADD COLUMN due_at timestamptz(3) GENERATED ALWAYS AS (
  CASE WHEN status IN ('closed', 'rejected', 'withdrawn', 'clarification') THEN NULL
       WHEN first_seen_at IS NULL OR (claimed_by IS NULL AND assessed_at IS NULL) THEN first_seen_due_at
       WHEN assessed_at IS NULL THEN assessed_due_at
       WHEN answered_at IS NULL THEN answered_due_at END) STORED;
CREATE INDEX submission_queue_due ON submission (primary_queue_id, (coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz)), id)
  WHERE status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_due ON submission (primary_queue_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX submission_high_open ON submission ((coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz)), id)
  WHERE priority = 'high' AND status NOT IN ('closed', 'rejected', 'withdrawn');
