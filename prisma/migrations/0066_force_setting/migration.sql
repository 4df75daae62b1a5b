-- What a force changes of its pack's settings on screen: each version whole, with the day from which it holds and who said so.
-- Clocks and alert steps take another administrator. A load of the pack changes none of it.
CREATE TYPE force_setting_part AS ENUM ('signposts', 'recipients', 'escalation', 'clocks');
CREATE TYPE force_setting_decision AS ENUM ('approved', 'refused', 'withdrawn');
CREATE TABLE force_setting (
  id uuid PRIMARY KEY,
  force_code text NOT NULL REFERENCES force_pack (code) ON UPDATE CASCADE,
  part force_setting_part NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  content jsonb NOT NULL,
  from_day date NOT NULL,
  asked_by uuid NOT NULL REFERENCES account (id),
  asked_at timestamptz(3) NOT NULL,
  decision force_setting_decision,
  decided_by uuid REFERENCES account (id),
  decided_at timestamptz(3),
  reason text,
  -- Counts what has begun to hold, whatever its part: by it a process knows whether the settings in its memory are those in force.
  held_no integer UNIQUE,
  -- Of two who change one part at once the second is told.
  CONSTRAINT force_setting_version UNIQUE (force_code, part, version),
  CONSTRAINT force_setting_decided CHECK (num_nonnulls(decision, decided_by, decided_at) IN (0, 3)
    AND (decision IS NOT DISTINCT FROM 'refused') = (reason IS NOT NULL)),
  CONSTRAINT force_setting_by_two CHECK (decision <> 'approved' OR part NOT IN ('clocks', 'escalation') OR decided_by <> asked_by),
  CONSTRAINT force_setting_held CHECK (held_no IS NULL OR decision = 'approved')
);
CREATE INDEX force_setting_waiting ON force_setting (asked_at) WHERE decision IS NULL;
CREATE INDEX force_setting_to_hold ON force_setting (from_day) WHERE decision = 'approved' AND held_no IS NULL;

CREATE FUNCTION hold_force_setting() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR (OLD.decision IS NOT NULL AND (NEW.decision, NEW.decided_by, NEW.decided_at, NEW.reason)
      IS DISTINCT FROM (OLD.decision, OLD.decided_by, OLD.decided_at, OLD.reason))
    OR (OLD.held_no IS NOT NULL AND NEW.held_no IS DISTINCT FROM OLD.held_no)
    OR to_jsonb(NEW) - '{decision,decided_by,decided_at,reason,held_no}'::text[]
      <> to_jsonb(OLD) - '{decision,decided_by,decided_at,reason,held_no}'::text[] THEN
    RAISE EXCEPTION 'a change of the settings is decided once and never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER force_setting_held BEFORE UPDATE OR DELETE ON force_setting
  FOR EACH ROW EXECUTE FUNCTION hold_force_setting();
