-- Loading a pack adds rows and gives those that are there new values; what the force's plan and geography were stays.
REVOKE DELETE ON plan, plan_item, plan_step, plan_responsible_role, plan_strategic_link, plan_event, force_pack, area,
  postcode_rule, queue FROM portal_app;

-- A role is given or taken, and no row of one turns into another.
REVOKE UPDATE ON account_role FROM portal_app;
-- Nor does one go without a word of it in the trail, which bears the portal's mark or is found (0034).
CREATE FUNCTION refuse_role_untold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM audit_event WHERE subject_id = OLD.account_id AND transaction_id = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'a role is taken with an event in the trail' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER account_role_told AFTER DELETE ON account_role DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION refuse_role_untold();
