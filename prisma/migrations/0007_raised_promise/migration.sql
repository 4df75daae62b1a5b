-- That a partner raised a promise that was not kept: once for each, as a task of the supervisors (docs/decisions/0067).
-- By when it was promised is written down, as the history moves what is reckoned from it.
CREATE TABLE raised_promise (
  task_id uuid PRIMARY KEY REFERENCES task (id),
  submission_id uuid NOT NULL REFERENCES submission (id),
  promised_by timestamptz(3) NOT NULL,
  raised_by uuid NOT NULL REFERENCES account (id),
  raised_at timestamptz(3) NOT NULL,
  CONSTRAINT raised_promise_was_missed CHECK (raised_at > promised_by),
  CONSTRAINT raised_promise_once UNIQUE (submission_id, promised_by)
);
SELECT make_append_only('raised_promise');
