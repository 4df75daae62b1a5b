-- A mailed link with which the owner of an account sets a new password (decision 0068). Times here are real time, never
-- the demonstration's clock. Only the hash of its token is kept.
CREATE TABLE password_reset (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX password_reset_account ON password_reset (account_id);
