-- A plan has a period and a life: a draft, published, closed. Plans of a force are a chain, each made from the one before it,
-- so that at most one is a draft and no two share a day.
ALTER TABLE plan RENAME COLUMN code TO force_code;
ALTER TABLE plan DROP CONSTRAINT plan_code_key;
ALTER TABLE plan
  ADD COLUMN first_day date,
  ADD COLUMN last_day date,
  ADD COLUMN follows_id uuid REFERENCES plan (id),
  ADD COLUMN published_at timestamptz(3),
  -- Null: it came with the pack.
  ADD COLUMN published_by uuid REFERENCES account (id),
  ADD COLUMN closed_at timestamptz(3),
  ADD COLUMN closed_by uuid REFERENCES account (id);

-- The plan that is here already is of the financial year that its title names, otherwise of the one in which it was loaded.
UPDATE plan SET
  first_day = make_date(year.first, 4, 1),
  last_day = make_date(year.first + 1, 3, 31),
  published_at = year.loaded_at
FROM (
  SELECT p.id, coalesce(f.loaded_at, now()) AS loaded_at, coalesce(substring(p.title FROM '(\d{4})[-–/]\d{2}')::int,
    extract(year FROM coalesce(f.loaded_at, now()) - interval '3 months')::int) AS first
  FROM plan p LEFT JOIN force_pack f ON f.code = p.force_code
) year WHERE year.id = plan.id;

ALTER TABLE plan
  ALTER COLUMN first_day SET NOT NULL,
  ALTER COLUMN last_day SET NOT NULL,
  ADD CONSTRAINT plan_period CHECK (first_day <= last_day),
  ADD CONSTRAINT plan_closed_after_publishing CHECK (closed_at IS NULL OR published_at IS NOT NULL),
  ADD CONSTRAINT plan_followed_once UNIQUE (follows_id);
CREATE UNIQUE INDEX plan_first_of_its_force ON plan (force_code) WHERE follows_id IS NULL;
CREATE INDEX plan_of_a_day ON plan (force_code, first_day DESC) WHERE published_at IS NOT NULL;

-- The item of the plan before that this one goes on from.
ALTER TABLE plan_item ADD COLUMN carried_from_id uuid REFERENCES plan_item (id);
CREATE INDEX plan_item_carried_from ON plan_item (carried_from_id) WHERE carried_from_id IS NOT NULL;

CREATE FUNCTION hold_plan_to_its_life() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  before plan;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.published_at IS NOT NULL
    AND (OLD.closed_at IS NOT NULL OR to_jsonb(NEW) - '{closed_at,closed_by}'::text[] <> to_jsonb(OLD) - '{closed_at,closed_by}'::text[]) THEN
    RAISE EXCEPTION 'a published plan does not change but to be closed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.follows_id IS NOT NULL THEN
    SELECT * INTO before FROM plan WHERE id = NEW.follows_id;
    IF before.published_at IS NULL OR before.force_code <> NEW.force_code OR before.last_day >= NEW.first_day THEN
      RAISE EXCEPTION 'a plan begins after the published plan that it follows' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_life BEFORE INSERT OR UPDATE ON plan FOR EACH ROW EXECUTE FUNCTION hold_plan_to_its_life();

-- What a published plan says stays, whoever asks. The row of the plan is held, so that nothing is written while it is published.
CREATE FUNCTION refuse_change_of_published_plan() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  is_now jsonb := to_jsonb(NEW);
  plans uuid[];
BEGIN
  SELECT array_agg(coalesce(r ->> 'plan_id', (SELECT i.plan_id::text FROM plan_item i WHERE i.id = (r ->> 'plan_item_id')::uuid))::uuid)
    INTO plans FROM unnest(ARRAY[was, is_now]) r WHERE r IS NOT NULL;
  -- Held first and asked then: a row that is held only where it is published does not wait for whoever publishes it just now.
  PERFORM FROM plan p WHERE p.id = ANY(plans) FOR SHARE;
  PERFORM FROM plan p WHERE p.id = ANY(plans) AND (p.closed_at IS NOT NULL OR (TG_ARGV[0] = 'published' AND p.published_at IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION '% of a % plan does not change', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER plan_item_published BEFORE INSERT OR UPDATE OR DELETE ON plan_item
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_plan('published');
CREATE TRIGGER plan_step_published BEFORE INSERT OR UPDATE OR DELETE ON plan_step
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_plan('published');
CREATE TRIGGER plan_responsible_role_published BEFORE INSERT OR UPDATE OR DELETE ON plan_responsible_role
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_plan('published');
CREATE TRIGGER plan_strategic_link_published BEFORE INSERT OR UPDATE OR DELETE ON plan_strategic_link
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_plan('published');

-- Evidence, status, owners and events are written as the year goes, until the plan is closed.
CREATE TRIGGER plan_evidence_closed BEFORE INSERT ON plan_evidence
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_plan('closed');
CREATE TRIGGER plan_item_status_closed BEFORE INSERT ON plan_item_status
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_plan('closed');
CREATE TRIGGER plan_item_owner_closed BEFORE INSERT ON plan_item_owner
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_plan('closed');
CREATE TRIGGER plan_event_closed BEFORE INSERT OR UPDATE ON plan_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_plan('closed');

-- Until it is published, whoever writes a plan takes items out of it again.
GRANT DELETE ON plan_item, plan_step, plan_responsible_role, plan_strategic_link TO portal_app;
