-- Another address for an account of the police that is in use takes two administrators, as its roles do (decision 0075).
ALTER TABLE role_request ADD COLUMN email text;

CREATE OR REPLACE FUNCTION refuse_deciding_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decision IS NOT NULL
    OR (OLD.id, OLD.account_id, OLD.asked_by, OLD.asked_at, OLD.email) IS DISTINCT FROM (NEW.id, NEW.account_id, NEW.asked_by, NEW.asked_at, NEW.email)
  THEN
    RAISE EXCEPTION 'a request for roles is decided once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Whence an account has a role of the police, where no request for it was approved.
CREATE TYPE role_source AS ENUM ('first_administrator', 'directory', 'demonstration');
ALTER TABLE account_role ADD COLUMN source role_source;

CREATE FUNCTION refuse_role_without_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM role_request q JOIN role_request_role r ON r.request_id = q.id
    WHERE q.account_id = NEW.account_id AND q.decision = 'approved' AND r.role = NEW.role AND r.area_id IS NOT DISTINCT FROM NEW.area_id
  ) THEN
    RAISE EXCEPTION 'a role of the police takes an approved request, or says whence it comes' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_role_by_request BEFORE INSERT OR UPDATE ON account_role FOR EACH ROW
  WHEN (NEW.role NOT IN ('reporter', 'partner_lead') AND NEW.source IS NULL)
  EXECUTE FUNCTION refuse_role_without_request();

-- Who suspended an account: what an administrator did, a partner's lead does not undo.
ALTER TABLE account ADD COLUMN suspended_by uuid REFERENCES account (id);
