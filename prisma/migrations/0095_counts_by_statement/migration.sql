-- What is sent is entered once for each statement instead of once for each report, and a change that leaves all that is counted
-- as it was asks nothing (docs/decisions/0123).

-- Reports of one statement that say the same of what is counted are gathered before their keys are.
CREATE FUNCTION count_sent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO submission_count (month, fact, key, count)
    SELECT left(counted_day(s.at), 7), k.fact, k.key, sum(s.count)
    FROM (SELECT min(submitted_at) AS at, channel, organisation_kind, priority, area_id, status, outcome, exploitation_types, count(*)
        FROM sent GROUP BY counted_day(submitted_at), channel, organisation_kind, priority, area_id, status, outcome, exploitation_types) s
      CROSS JOIN LATERAL counted_keys(s.at, s.channel, s.organisation_kind, s.priority, s.area_id, s.status, s.outcome, s.exploitation_types) k
    GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
DROP TRIGGER count_sent ON submission;
CREATE TRIGGER count_sent AFTER INSERT ON submission
  REFERENCING NEW TABLE AS sent FOR EACH STATEMENT EXECUTE FUNCTION count_sent();

-- A change is of one report, as officers decide it: asking before the function is called costs less than a table of what changed.
DROP TRIGGER count_changed ON submission;
CREATE TRIGGER count_changed AFTER UPDATE ON submission FOR EACH ROW
  WHEN ((OLD.submitted_at, OLD.channel, OLD.organisation_kind, OLD.priority, OLD.area_id, OLD.status, OLD.outcome, OLD.exploitation_types)
    IS DISTINCT FROM (NEW.submitted_at, NEW.channel, NEW.organisation_kind, NEW.priority, NEW.area_id, NEW.status, NEW.outcome, NEW.exploitation_types))
  EXECUTE FUNCTION count_submission();

-- As before, by one look into an index for each report whatever was planned: the plan of the first statement of a session is
-- kept, and those that joined sets of links took their square when a later statement linked thousands.
CREATE OR REPLACE FUNCTION count_plan_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM submission WHERE id IN (SELECT submission_id FROM changed) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO submission_count (month, fact, key, count)
    SELECT left(counted_day(s.submitted_at), 7), 'plan_items', sets.key, sum(sets.change)
    FROM (SELECT submission_id, array_agg(id) AS links FROM changed WHERE (unlinked_at IS NULL) = (TG_OP = 'INSERT') GROUP BY 1) turned
      JOIN submission s ON s.id = turned.submission_id
      CROSS JOIN LATERAL (
        SELECT string_agg(plan_item_id::text, ',' ORDER BY plan_item_id) FILTER (WHERE unlinked_at IS NULL) AS now,
          string_agg(plan_item_id::text, ',' ORDER BY plan_item_id)
            FILTER (WHERE CASE WHEN id = ANY(turned.links) THEN TG_OP = 'UPDATE' ELSE unlinked_at IS NULL END) AS before
        FROM submission_plan_link WHERE submission_id = s.id) linked
      CROSS JOIN LATERAL (VALUES (1, linked.now), (-1, linked.before)) AS sets (change, key)
    WHERE sets.key IS NOT NULL GROUP BY 1, 3 HAVING sum(sets.change) <> 0;
  RETURN NULL;
END $$;
