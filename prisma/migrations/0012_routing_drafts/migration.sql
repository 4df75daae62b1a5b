-- Routing rules that are being written. Decided ones stay, as the record of who wrote what and who decided.
CREATE TABLE routing_draft (
  id uuid PRIMARY KEY,
  based_on integer NOT NULL REFERENCES routing_rule_set (version),
  rules jsonb NOT NULL,
  -- Counts the changes of the rules: a replay and a decision are about one revision.
  revision integer NOT NULL DEFAULT 1,
  state text NOT NULL CHECK (state IN ('writing', 'waiting', 'published', 'withdrawn', 'rejected')),
  written_by uuid NOT NULL REFERENCES account (id),
  started_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  decided_by uuid REFERENCES account (id),
  decided_at timestamptz(3),
  comment text,
  published_version integer UNIQUE REFERENCES routing_rule_set (version),
  CONSTRAINT routing_draft_decision_whole CHECK (
    (state IN ('writing', 'waiting')) = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT routing_draft_published_whole CHECK ((state = 'published') = (published_version IS NOT NULL)),
  CONSTRAINT routing_draft_second_person CHECK (state NOT IN ('published', 'rejected') OR decided_by <> written_by)
);
-- One set is in force, so one is written at a time.
CREATE UNIQUE INDEX routing_draft_one_open ON routing_draft ((true)) WHERE state IN ('writing', 'waiting');

-- What one revision of a draft would have done to the newest submissions.
CREATE TABLE routing_replay (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL REFERENCES routing_draft (id),
  revision integer NOT NULL,
  counted integer NOT NULL,
  differing integer NOT NULL,
  -- How many differ in their queue, priority, restriction and so on.
  changes jsonb NOT NULL,
  run_by uuid NOT NULL REFERENCES account (id),
  run_at timestamptz(3) NOT NULL
);
CREATE INDEX routing_replay_newest ON routing_replay (draft_id, revision, run_at DESC, id);

-- Holds words of reasons, which may name a postcode: it goes when its submission goes.
CREATE TABLE routing_replay_difference (
  replay_id uuid NOT NULL REFERENCES routing_replay (id),
  position integer NOT NULL,
  submission_id uuid NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  PRIMARY KEY (replay_id, position)
);
CREATE INDEX routing_replay_difference_submission ON routing_replay_difference (submission_id);

-- How often a rule placed a submission, and how often somebody moved one on by hand.
CREATE INDEX submission_route_by_rule ON submission_route (happened_at, rule_code, submission_id) WHERE rule_code IS NOT NULL;
CREATE INDEX submission_route_by_hand ON submission_route (submission_id) WHERE actor_id IS NOT NULL;
