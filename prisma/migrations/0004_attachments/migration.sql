-- Files that a reporter adds to a report. Their bytes are in the file store, sealed; here is what is known of them.

CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  -- The draft that it was added to, which submitting deletes.
  draft_id uuid NOT NULL,
  submission_id uuid REFERENCES submission (id),
  position integer NOT NULL,
  -- What the reporter says that it shows: an answer like others, and part of the document as shown.
  description text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('jpg', 'png', 'pdf', 'docx', 'txt')),
  size integer NOT NULL CHECK (size > 0),
  -- Its own name, which may name people, and its SHA-256. An envelope bound to this table, row and column.
  details bytea NOT NULL,
  -- The key of its bytes, an envelope likewise. Taking it away makes every copy of the bytes unreadable.
  file_key bytea,
  state text NOT NULL CHECK (state IN ('quarantined', 'clean', 'refused')),
  refused_for text CHECK (refused_for IN ('virus', 'password', 'unscannable')),
  -- The size of the copy without metadata; null where there is none.
  copy_size integer CHECK (copy_size > 0),
  received_at timestamptz(3) NOT NULL,
  -- When its bytes were in the store whole; null while they come, or when they never did.
  stored_at timestamptz(3),
  scanned_at timestamptz(3),
  scan_tried_at timestamptz(3),
  CONSTRAINT attachment_position UNIQUE (draft_id, position),
  CONSTRAINT attachment_sent_whole CHECK (submission_id IS NULL OR stored_at IS NOT NULL),
  CONSTRAINT attachment_refused CHECK ((state = 'refused') = (refused_for IS NOT NULL) AND (state = 'refused') = (file_key IS NULL)),
  CONSTRAINT attachment_scanned CHECK ((state = 'quarantined') = (scanned_at IS NULL)),
  CONSTRAINT attachment_copy_of_clean CHECK (copy_size IS NULL OR state = 'clean')
);
CREATE INDEX attachment_submission ON attachment (submission_id, position) WHERE submission_id IS NOT NULL;
CREATE INDEX attachment_quarantined ON attachment (scan_tried_at) WHERE state = 'quarantined';

-- What was received stays as it was; only the scan moves on, and once sent a file can't be taken out of its submission.
CREATE FUNCTION refuse_attachment_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.submission_id IS NOT NULL THEN
      RAISE EXCEPTION 'a file that was sent cannot be removed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW.id, NEW.draft_id, NEW.position, NEW.description, NEW.kind, NEW.size, NEW.received_at)
     IS DISTINCT FROM (OLD.id, OLD.draft_id, OLD.position, OLD.description, OLD.kind, OLD.size, OLD.received_at)
     OR (OLD.submission_id IS NOT NULL AND NEW.submission_id IS DISTINCT FROM OLD.submission_id)
     OR (OLD.state <> 'quarantined' AND NEW.state <> OLD.state) THEN
    RAISE EXCEPTION 'what was received cannot be rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attachment_fixed BEFORE UPDATE OR DELETE ON attachment FOR EACH ROW EXECUTE FUNCTION refuse_attachment_change();
