-- What stays as it was written: what a report was about and where it came from, an item, a dissemination, a plan link.

CREATE OR REPLACE FUNCTION refuse_submission_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.reference, NEW.draft_id, NEW.organisation_id, NEW.organisation_kind, NEW.site_id, NEW.submitted_by,
      NEW.channel, NEW.form_version, NEW.submitted_at, NEW.exploitation_types, NEW.routing_version, NEW.routing_reason)
     IS DISTINCT FROM
     (OLD.id, OLD.reference, OLD.draft_id, OLD.organisation_id, OLD.organisation_kind, OLD.site_id, OLD.submitted_by,
      OLD.channel, OLD.form_version, OLD.submitted_at, OLD.exploitation_types, OLD.routing_version, OLD.routing_reason) THEN
    RAISE EXCEPTION 'what was submitted cannot be rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Changes of a row are held to the columns that its trigger names; every other one, also one that comes later, is fixed.
CREATE FUNCTION refuse_other_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - TG_ARGV IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV THEN
    RAISE EXCEPTION 'only % of % may change', array_to_string(TG_ARGV, ', '), TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Such columns are written once: whoever acknowledged, or unlinked, did so.
CREATE FUNCTION refuse_second_writing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(OLD) -> TG_ARGV[0] <> 'null'::jsonb THEN
    RAISE EXCEPTION '% of % is written once', TG_ARGV[0], TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER item_fixed BEFORE UPDATE ON intelligence_item
  FOR EACH ROW EXECUTE FUNCTION refuse_other_changes('version', 'mopi_group', 'review_on');
REVOKE DELETE ON intelligence_item FROM portal_app;

CREATE TRIGGER dissemination_fixed BEFORE UPDATE ON dissemination
  FOR EACH ROW EXECUTE FUNCTION refuse_other_changes('acknowledged_by', 'acknowledged_at');
CREATE TRIGGER dissemination_acknowledged_once BEFORE UPDATE ON dissemination
  FOR EACH ROW EXECUTE FUNCTION refuse_second_writing('acknowledged_at');
REVOKE DELETE ON dissemination FROM portal_app;

CREATE TRIGGER plan_link_fixed BEFORE UPDATE ON submission_plan_link
  FOR EACH ROW EXECUTE FUNCTION refuse_other_changes('unlinked_by', 'unlinked_at', 'unlink_reason');
CREATE TRIGGER plan_link_unlinked_once BEFORE UPDATE ON submission_plan_link
  FOR EACH ROW EXECUTE FUNCTION refuse_second_writing('unlinked_at');

-- A watcher is added and never taken away or changed.
REVOKE UPDATE ON submission_watcher FROM portal_app;
