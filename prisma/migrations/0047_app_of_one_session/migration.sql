-- An authenticator app is set up in one session alone: whoever was signed in before, with a stolen password say, has not seen
-- the secret that the owner scans later.
DELETE FROM factor WHERE confirmed_at IS NULL;
ALTER TABLE factor ADD COLUMN session_id uuid REFERENCES session (id) ON DELETE CASCADE,
  ADD CONSTRAINT factor_set_up_in_session CHECK ((confirmed_at IS NULL) = (session_id IS NOT NULL));
DROP INDEX factor_being_set_up;
ALTER TABLE factor ADD CONSTRAINT factor_being_set_up UNIQUE (session_id);
