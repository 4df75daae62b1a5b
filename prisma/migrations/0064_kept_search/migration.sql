-- What an officer looks for, sealed, for as long as a shift (docs/decisions/0089): its results have an address to come back to,
-- and the address holds no word of it. Times here are real time, never the demonstration's clock.
CREATE TABLE kept_search (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  sought bytea NOT NULL,
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX kept_search_expires ON kept_search (expires_at);
CREATE INDEX kept_search_account ON kept_search (account_id);
CREATE TRIGGER kept_search_key AFTER INSERT OR UPDATE OF sought ON kept_search
  FOR EACH ROW EXECUTE FUNCTION note_sealing_key('sought');
