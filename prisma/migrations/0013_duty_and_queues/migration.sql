-- The duty roster, saved views of a queue and recalled disseminations.

-- Who is on duty when. Rows loaded with a pack have nobody who entered them.
ALTER TABLE duty_list_entry
  ADD COLUMN entered_by uuid REFERENCES account (id),
  ADD COLUMN entered_at timestamptz(3),
  ADD CONSTRAINT duty_list_entry_order CHECK (valid_to IS NULL OR valid_to > valid_from);
CREATE INDEX duty_list_entry_end ON duty_list_entry (valid_to, position);

-- Somebody who is away is not on duty, whatever the roster says.
CREATE TABLE duty_absence (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  absent_from timestamptz(3) NOT NULL,
  absent_to timestamptz(3) NOT NULL,
  entered_by uuid NOT NULL REFERENCES account (id),
  entered_at timestamptz(3) NOT NULL,
  CONSTRAINT duty_absence_once UNIQUE (account_id, absent_from),
  CONSTRAINT duty_absence_order CHECK (absent_to > absent_from)
);
CREATE INDEX duty_absence_end ON duty_absence (absent_to);

-- That FIB supervisors were told of a gap in the roster, once for each gap.
CREATE TABLE duty_gap_notice (
  id uuid PRIMARY KEY,
  position text NOT NULL CHECK (position IN ('duty_officer', 'deputy', 'fib_supervisor', 'duty_inspector')),
  gap_from timestamptz(3) NOT NULL,
  told_at timestamptz(3) NOT NULL,
  recipient_count integer NOT NULL,
  CONSTRAINT duty_gap_notice_once UNIQUE (position, gap_from)
);
SELECT make_append_only('duty_gap_notice');

-- A view of a queue that somebody named: its query, for themselves or for all officers of the queue.
CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  queue_id uuid NOT NULL REFERENCES queue (id),
  owner_id uuid NOT NULL REFERENCES account (id),
  shared boolean NOT NULL,
  name text NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 60),
  query text NOT NULL CHECK (length(query) <= 500),
  saved_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX saved_view_own ON saved_view (queue_id, owner_id, lower(name)) WHERE NOT shared;
CREATE UNIQUE INDEX saved_view_shared ON saved_view (queue_id, lower(name)) WHERE shared;

-- A queue in the order of arrival, and by the next clock to run out; what has no clock running comes last.
CREATE INDEX submission_queue_received ON submission (primary_queue_id, submitted_at, id)
  WHERE status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_queue_due ON submission (primary_queue_id, (coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz)), id)
  WHERE status NOT IN ('closed', 'rejected', 'withdrawn');
-- What waits for a partner, the longest wait first.
CREATE INDEX submission_clarification ON submission (status_changed_at, id) WHERE status = 'clarification';

-- A dissemination taken back: whoever it went to sees that and no text any more.
CREATE TABLE dissemination_recall (
  id uuid PRIMARY KEY,
  dissemination_id uuid NOT NULL UNIQUE REFERENCES dissemination (id),
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  recalled_by uuid NOT NULL REFERENCES account (id),
  recalled_at timestamptz(3) NOT NULL
);
SELECT make_append_only('dissemination_recall');
