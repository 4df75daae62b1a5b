-- Police sign in with their force account (decision 0072): who an account is in the directory, an identifier that nobody
-- else is ever given there, unlike an address.
CREATE TABLE directory_identity (
  account_id uuid PRIMARY KEY REFERENCES account (id),
  issuer text NOT NULL,
  subject text NOT NULL,
  linked_at timestamptz(3) NOT NULL,
  CONSTRAINT directory_identity_once UNIQUE (issuer, subject)
);

-- What is kept of a session that the directory opened, to ask it later whether its owner still is who they were. The
-- refresh token is sealed; the row goes once the session has ended.
CREATE TABLE directory_session (
  session_id uuid PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
  -- The session at the provider, by which it says that its owner signed out there.
  provider_session text,
  refresh_sealed bytea NOT NULL,
  checked_at timestamptz(3) NOT NULL
);
CREATE INDEX directory_session_provider ON directory_session (provider_session);
CREATE INDEX directory_session_checked ON directory_session (checked_at);
CREATE TRIGGER directory_session_key AFTER INSERT OR UPDATE OF refresh_sealed ON directory_session
  FOR EACH ROW EXECUTE FUNCTION note_sealing_key('refresh_sealed');

-- The accounts that open the portal while the directory is away: two seats and no more.
ALTER TABLE account ADD COLUMN emergency_seat smallint,
  ADD CONSTRAINT account_emergency_seat UNIQUE (emergency_seat),
  ADD CONSTRAINT account_emergency_seats CHECK (emergency_seat IS NULL OR (emergency_seat IN (1, 2) AND side = 'police'));
