-- The standing watch (docs/decisions/0088): that a new text names what another open report names. One row tells the holder of
-- one of the two; each is told of the other, and neither of what they may not open.
CREATE TABLE watch_notice (
  submission_id uuid NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  other_id uuid NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  -- Why, in words without content, and whether one of the two was read from a text that nobody was asked about.
  why text NOT NULL,
  read_from_text boolean NOT NULL,
  noticed_at timestamptz(3) NOT NULL,
  -- When whoever held it looked at its matches.
  seen_at timestamptz(3),
  PRIMARY KEY (submission_id, other_id)
);
CREATE INDEX watch_notice_unseen ON watch_notice (submission_id) WHERE seen_at IS NULL;
CREATE INDEX watch_notice_other ON watch_notice (other_id);
REVOKE DELETE ON watch_notice FROM portal_app;
CREATE TRIGGER watch_notice_kept BEFORE UPDATE ON watch_notice FOR EACH ROW EXECUTE FUNCTION refuse_other_changes('seen_at');

-- Until when what a report says has been looked at.
CREATE TABLE watch_reading (
  submission_id uuid PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  read_at timestamptz(3) NOT NULL
);
REVOKE DELETE ON watch_reading FROM portal_app;
CREATE INDEX supplement_newest ON supplement (added_at);
