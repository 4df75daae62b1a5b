-- Who of the partner made a report that an officer enters: it becomes theirs when it is sent. Null where they have no account.
ALTER TABLE draft
  ADD COLUMN reported_by uuid REFERENCES account (id),
  ADD CONSTRAINT draft_reported_to_an_officer CHECK (reported_by IS NULL OR channel <> 'web');
