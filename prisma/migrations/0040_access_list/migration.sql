-- Who of FIB may open a restricted submission. Without a row nobody has taken it on, and FIB may open it so that somebody
-- does. A row stays when somebody is taken off, with who did it and why.
CREATE TABLE submission_access (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account (id),
  added_at timestamptz(3) NOT NULL,
  added_by uuid NOT NULL REFERENCES account (id),
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  removed_at timestamptz(3),
  removed_by uuid REFERENCES account (id),
  removed_for text CHECK (length(trim(removed_for)) > 0),
  CONSTRAINT submission_access_removed_whole CHECK (num_nonnulls(removed_at, removed_by, removed_for) IN (0, 3))
);
CREATE INDEX submission_access_submission ON submission_access (submission_id, account_id);
CREATE UNIQUE INDEX submission_access_once ON submission_access (submission_id, account_id) WHERE removed_at IS NULL;
REVOKE DELETE ON submission_access FROM portal_app;
CREATE TRIGGER submission_access_kept BEFORE UPDATE ON submission_access FOR EACH ROW
  EXECUTE FUNCTION refuse_other_changes('removed_at', 'removed_by', 'removed_for');
CREATE TRIGGER submission_access_removed_once BEFORE UPDATE ON submission_access FOR EACH ROW
  EXECUTE FUNCTION refuse_second_writing('removed_at');

-- Restricted before there was a list: whoever of FIB worked on it.
INSERT INTO submission_access (id, submission_id, account_id, added_at, added_by, reason)
SELECT DISTINCT ON (s.id, e.actor_id) gen_random_uuid(), s.id, e.actor_id, e.happened_at, e.actor_id, 'Worked on it before there was a list'
FROM submission s JOIN submission_event e ON e.submission_id = s.id
WHERE s.restricted AND EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = e.actor_id
  AND r.role IN ('fib_officer', 'fib_supervisor') AND r.area_id IS NULL)
ORDER BY s.id, e.actor_id, e.happened_at;
