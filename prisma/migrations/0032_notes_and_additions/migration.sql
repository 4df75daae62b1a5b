-- What officers write down about a submission for those who may read it. Partners never see it, and it stays as it is.
CREATE TABLE submission_note (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  text text NOT NULL CHECK (length(trim(text)) > 0),
  written_by uuid NOT NULL REFERENCES account (id),
  written_at timestamptz(3) NOT NULL
);
CREATE INDEX submission_note_submission ON submission_note (submission_id, written_at, id);
SELECT make_append_only('submission_note');

-- The words of what partners added and answered, and of notes.
CREATE INDEX supplement_lexemes ON supplement USING gin (text_lexemes(text));
CREATE INDEX partner_message_lexemes ON partner_message USING gin (text_lexemes(text)) WHERE direction = 'to_police';
CREATE INDEX submission_note_lexemes ON submission_note USING gin (text_lexemes(text));

-- When a registration mark or a number came with what a partner added or answered afterwards. Null for what stands in a
-- field of the report.
ALTER TABLE submission_vehicle ADD COLUMN added_at timestamptz(3);
ALTER TABLE submission_contact ADD COLUMN added_at timestamptz(3);

-- What counts to an area, whichever queue holds it: what its lead is shown.
CREATE INDEX submission_area_open ON submission (area_id, priority_rank, submitted_at, id)
  WHERE status NOT IN ('closed', 'rejected', 'withdrawn');
CREATE INDEX submission_area_closed ON submission (area_id, closed_at DESC, id) WHERE closed_at IS NOT NULL;
CREATE INDEX submission_area_new_information ON submission (area_id, new_information_at, id) WHERE new_information_at IS NOT NULL;

-- Open High submissions, claimed or not, by the next clock to run out.
CREATE INDEX submission_high_open ON submission ((coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz)), id)
  WHERE priority = 'high' AND status NOT IN ('closed', 'rejected', 'withdrawn');

-- What may have to be sanitised.
CREATE INDEX submission_accepted ON submission (priority_rank, submitted_at, id) WHERE status IN ('accepted', 'disseminated');

-- What came to a queue, by rule or by hand, since a moment.
CREATE INDEX submission_route_arrival ON submission_route (queue_id, happened_at, submission_id);
