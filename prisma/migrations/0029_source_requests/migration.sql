-- That somebody asks to open the sealed record of who told a partner, and what the custodian decided.
CREATE TABLE source_request (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  asked_by uuid NOT NULL REFERENCES account (id),
  asked_at timestamptz(3) NOT NULL,
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  -- Opened at once because of danger: the custodian says afterwards whether that was right.
  at_once boolean NOT NULL,
  decided_by uuid REFERENCES account (id),
  decided_at timestamptz(3),
  agreed boolean,
  words text,
  readable_until timestamptz(3),
  CONSTRAINT source_request_of_two CHECK (decided_by <> asked_by),
  CONSTRAINT source_request_decided_whole CHECK (num_nonnulls(decided_by, decided_at, agreed, words) IN (0, 4)),
  CONSTRAINT source_request_readable CHECK ((readable_until IS NOT NULL) = (at_once OR coalesce(agreed, false)))
);
CREATE INDEX source_request_submission ON source_request (submission_id, asked_by, asked_at);
CREATE INDEX source_request_newest ON source_request (asked_at DESC, id DESC);
CREATE INDEX source_request_waiting ON source_request (asked_at) WHERE decided_by IS NULL;
-- Nobody asks twice at a time.
CREATE UNIQUE INDEX source_request_waiting_once ON source_request (submission_id, asked_by) WHERE decided_by IS NULL AND NOT at_once;
REVOKE DELETE ON source_request FROM portal_app;
CREATE TRIGGER source_request_kept BEFORE UPDATE ON source_request FOR EACH ROW
  EXECUTE FUNCTION refuse_other_changes('decided_by', 'decided_at', 'agreed', 'words', 'readable_until');
CREATE TRIGGER source_request_decided_once BEFORE UPDATE ON source_request FOR EACH ROW
  EXECUTE FUNCTION refuse_second_writing('decided_by');

-- Each time that the record was read under a request.
CREATE TABLE source_reading (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES source_request (id),
  read_at timestamptz(3) NOT NULL
);
CREATE INDEX source_reading_request ON source_reading (request_id, read_at);
SELECT make_append_only('source_reading');
