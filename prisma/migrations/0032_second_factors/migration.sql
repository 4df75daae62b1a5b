-- Second factors: passkeys, authenticator apps, recovery codes, and what becomes of a lost one (decision 0071). Real times.
CREATE TYPE factor_kind AS ENUM ('passkey', 'code_app');
CREATE TABLE factor (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  kind factor_kind NOT NULL,
  -- As its owner calls the device.
  name text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  -- Null while an app is being set up: it opens nothing before its first code.
  confirmed_at timestamptz(3),
  last_used_at timestamptz(3),
  credential_id text UNIQUE,
  public_key bytea,
  sign_count bigint,
  secret_sealed bytea,
  -- The step of time of the last code that was accepted: none of it or before counts again.
  last_step bigint,
  CONSTRAINT factor_of_its_kind CHECK (
    CASE kind
      WHEN 'passkey' THEN num_nulls(credential_id, public_key, sign_count, confirmed_at) = 0 AND secret_sealed IS NULL
      ELSE secret_sealed IS NOT NULL AND credential_id IS NULL AND public_key IS NULL
        AND (confirmed_at IS NULL) = (last_step IS NULL)
    END)
);
CREATE INDEX factor_account ON factor (account_id);
CREATE UNIQUE INDEX factor_being_set_up ON factor (account_id) WHERE confirmed_at IS NULL;
CREATE TRIGGER factor_key AFTER INSERT OR UPDATE OF secret_sealed ON factor
  FOR EACH ROW EXECUTE FUNCTION note_sealing_key('secret_sealed');

CREATE TABLE recovery_code (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  code_hash bytea NOT NULL UNIQUE,
  created_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX recovery_code_account ON recovery_code (account_id);

-- That somebody lost their second factor: asked by one, decided by another, as roles of the police are.
CREATE TABLE factor_loss (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  asked_by uuid NOT NULL REFERENCES account (id),
  asked_at timestamptz(3) NOT NULL,
  reason text NOT NULL,
  decision role_decision,
  -- Null where it was decided on the server.
  decided_by uuid REFERENCES account (id),
  decided_at timestamptz(3),
  CONSTRAINT factor_loss_decided CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NOT NULL OR decided_by IS NULL)),
  CONSTRAINT factor_loss_by_two CHECK (asked_by <> account_id
    AND (decision IS DISTINCT FROM 'approved' OR (decided_by IS DISTINCT FROM asked_by AND decided_by IS DISTINCT FROM account_id)))
);
CREATE UNIQUE INDEX factor_loss_open ON factor_loss (account_id) WHERE decision IS NULL;
CREATE INDEX factor_loss_waiting ON factor_loss (asked_at, id) WHERE decision IS NULL;
CREATE FUNCTION refuse_deciding_loss_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decision IS NOT NULL
    OR (OLD.id, OLD.account_id, OLD.asked_by, OLD.asked_at, OLD.reason)
      IS DISTINCT FROM (NEW.id, NEW.account_id, NEW.asked_by, NEW.asked_at, NEW.reason)
  THEN
    RAISE EXCEPTION 'a lost second factor is decided once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER factor_loss_decided_once BEFORE UPDATE ON factor_loss FOR EACH ROW EXECUTE FUNCTION refuse_deciding_loss_again();
REVOKE DELETE, TRUNCATE ON factor_loss FROM portal_app;

-- The first factor takes a code that two people gave, as the password was set by a mailed link or a factor was lost.
ALTER TABLE account ADD COLUMN first_factor_by_code boolean NOT NULL DEFAULT false;
UPDATE account a SET first_factor_by_code = true
WHERE EXISTS (SELECT 1 FROM password_reset r WHERE r.account_id = a.id AND r.used_at IS NOT NULL);
-- What a passkey is to sign, once, for this session.
ALTER TABLE session ADD COLUMN passkey_challenge text;
-- The agreement asks everybody of the organisation for a second factor.
ALTER TABLE organisation ADD COLUMN agreement_second_factor boolean NOT NULL DEFAULT false;
-- Sent with the password alone, by somebody who owed a second factor: somebody is in danger.
ALTER TABLE submission ADD COLUMN without_factor boolean NOT NULL DEFAULT false;
