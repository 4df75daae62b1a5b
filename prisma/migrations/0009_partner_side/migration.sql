-- The partner's side: leaving quickly is explained once, writers are warned before a draft goes, and what was sent can
-- be added to.

-- When the account was shown how to leave the portal quickly; null until then.
ALTER TABLE account ADD COLUMN exit_explained_at timestamptz(3);

-- When its writer was told by mail that the draft will be deleted; null while not, and again after each save.
ALTER TABLE draft ADD COLUMN warned_at timestamptz(3);
CREATE INDEX draft_to_warn ON draft (expires_at, id) WHERE warned_at IS NULL;

-- Information that the partner added to a report after sending it. The report itself stays as it was sent.
CREATE TABLE supplement (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  added_by uuid NOT NULL REFERENCES account (id),
  added_at timestamptz(3) NOT NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  known_how text NOT NULL CHECK (known_how IN ('witnessed', 'victim_said', 'told', 'worked_out', 'not_known')),
  danger text NOT NULL CHECK (danger IN ('now', 'soon', 'no'))
);
CREATE INDEX supplement_submission ON supplement (submission_id, added_at, id);
SELECT make_append_only('supplement');

-- Since when something was added that no officer has marked as read; null when there is nothing.
ALTER TABLE submission ADD COLUMN new_information_at timestamptz(3);
-- Whether some of that says that somebody is in danger.
ALTER TABLE submission ADD COLUMN new_danger boolean NOT NULL DEFAULT false;
CREATE INDEX submission_new_information ON submission (primary_queue_id, new_information_at, id) WHERE new_information_at IS NOT NULL;
CREATE INDEX submission_new_danger ON submission (id) WHERE new_danger;
