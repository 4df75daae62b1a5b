-- Who asked that a High submission end, and by which action, until somebody else has decided. The words are in the history.
ALTER TABLE submission ADD COLUMN ending_asked_by uuid REFERENCES account (id);
ALTER TABLE submission ADD COLUMN ending_asked text
  CHECK (ending_asked IN ('answer_and_close', 'close_without_item', 'reject', 'grant_withdrawal'));
ALTER TABLE submission ADD CONSTRAINT submission_ending_asked_by_somebody
  CHECK ((ending_asked IS NULL) = (ending_asked_by IS NULL));
CREATE INDEX submission_ending_asked ON submission (id) WHERE ending_asked_by IS NOT NULL;
