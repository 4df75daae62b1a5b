-- That an account is to hold roles of the police, asked for by one administrator and decided by another, or on the server
-- where there is no other (decision 0069).
CREATE TYPE role_decision AS ENUM ('approved', 'refused', 'withdrawn');
CREATE TABLE role_request (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  asked_by uuid NOT NULL REFERENCES account (id),
  asked_at timestamptz(3) NOT NULL,
  decision role_decision,
  -- Null where it was decided on the server.
  decided_by uuid REFERENCES account (id),
  decided_at timestamptz(3),
  reason text,
  CONSTRAINT role_request_decided CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NOT NULL OR decided_by IS NULL)),
  CONSTRAINT role_request_by_two CHECK (decision IS DISTINCT FROM 'approved' OR (decided_by IS DISTINCT FROM asked_by AND decided_by IS DISTINCT FROM account_id))
);
CREATE UNIQUE INDEX role_request_open ON role_request (account_id) WHERE decision IS NULL;
CREATE INDEX role_request_waiting ON role_request (asked_at, id) WHERE decision IS NULL;
CREATE INDEX role_request_account ON role_request (account_id, asked_at DESC);
CREATE TABLE role_request_role (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES role_request (id),
  role role NOT NULL,
  area_id uuid REFERENCES area (id),
  CONSTRAINT role_request_role_once UNIQUE NULLS NOT DISTINCT (request_id, role, area_id)
);
SELECT make_append_only('role_request_role');

-- A request is decided once, and who asked for what does not change: else whoever asked could decide after all.
CREATE FUNCTION refuse_deciding_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decision IS NOT NULL
    OR (OLD.id, OLD.account_id, OLD.asked_by, OLD.asked_at) IS DISTINCT FROM (NEW.id, NEW.account_id, NEW.asked_by, NEW.asked_at)
  THEN
    RAISE EXCEPTION 'a request for roles is decided once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER role_request_decided_once BEFORE UPDATE ON role_request FOR EACH ROW EXECUTE FUNCTION refuse_deciding_again();
REVOKE DELETE, TRUNCATE ON role_request FROM portal_app;
