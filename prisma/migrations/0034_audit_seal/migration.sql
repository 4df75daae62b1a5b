-- The trail is sealed into a chain (docs/decisions/0073).

-- The number of an event is the database's to give as well, and only after that of its transaction: once every transaction
-- that began before a number was given has ended, no event with a lower one can come any more.
ALTER TABLE audit_event ALTER COLUMN id DROP IDENTITY;
CREATE SEQUENCE audit_event_number AS bigint OWNED BY audit_event.id;
SELECT setval('audit_event_number', coalesce((SELECT max(id) FROM audit_event), 0) + 1, false);
GRANT USAGE ON SEQUENCE audit_event_number TO portal_app;
-- Whatever stands here, the trigger replaces it.
ALTER TABLE audit_event ALTER COLUMN id SET DEFAULT 0;
CREATE OR REPLACE FUNCTION stamp_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.recorded_at := clock_timestamp();
  NEW.transaction_id := pg_current_xact_id();
  NEW.id := nextval('public.audit_event_number');
  RETURN NEW;
END $$;

-- Made by the portal under a key that the database does not have; no mark serves twice. None where the event is older than this.
ALTER TABLE audit_event ADD COLUMN mark bytea CHECK (octet_length(mark) = 48);
CREATE UNIQUE INDEX audit_event_mark ON audit_event (mark);

-- Each row seals the events after those of the row before it, up to `to_event`. `entries`: 41 bytes for each event, its number,
-- whether its mark was right, and its digest. `head` is the hash of all that and of the head before.
CREATE TABLE audit_seal (
  number bigint PRIMARY KEY CHECK (number > 0),
  sealed_at timestamptz(3) NOT NULL,
  to_event bigint NOT NULL,
  events integer NOT NULL CHECK (events > 0),
  entries bytea NOT NULL,
  head bytea NOT NULL,
  mark bytea NOT NULL,
  CONSTRAINT audit_seal_entries CHECK (octet_length(entries) = 41 * events),
  CONSTRAINT audit_seal_head CHECK (octet_length(head) = 32 AND octet_length(mark) = 36)
);
CREATE INDEX audit_seal_event ON audit_seal (to_event);
CREATE INDEX audit_seal_sealed ON audit_seal (sealed_at);
SELECT make_append_only('audit_seal');

-- What a look through the trail and its chain found; `named` are the first findings. `older_to`: the last seal of the older
-- part that a nightly look took, after which the next one goes on.
CREATE TABLE audit_verification (
  id uuid PRIMARY KEY,
  started_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3) NOT NULL,
  verified_by text NOT NULL,
  whole boolean NOT NULL,
  events bigint NOT NULL,
  unsealed integer NOT NULL,
  seal bigint NOT NULL,
  head bytea NOT NULL,
  older_to bigint NOT NULL,
  findings integer NOT NULL,
  named jsonb NOT NULL
);
CREATE INDEX audit_verification_started ON audit_verification (started_at, id);
SELECT make_append_only('audit_verification');
