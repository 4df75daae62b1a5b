-- What a year's figures count, by month, counted as it happens instead of anew whenever somebody looks (docs/decisions/0123).

CREATE TYPE counted_fact AS ENUM ('day', 'channel', 'organisation_kind', 'priority', 'area', 'outcome', 'exploitation_types', 'plan_items');

-- Entries that add up: each change of a report is entered as what it takes from one key and gives to another, so that nobody
-- waits for whoever counts in the same month. The months are the force's.
CREATE TABLE submission_count (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  month text NOT NULL,
  fact counted_fact NOT NULL,
  -- "2015-11-26" of a day, an area's id or nothing, types joined by commas or nothing, ids of all linked items in order.
  key text NOT NULL,
  count integer NOT NULL
);
CREATE INDEX submission_count_fact ON submission_count (fact, month);
-- Figures are what the database counted: the portal only reads them.
REVOKE INSERT, UPDATE, DELETE ON submission_count FROM portal_app;

CREATE FUNCTION counted_day(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') $$;

CREATE FUNCTION counted_keys(at timestamptz, channel channel, kind organisation_kind, priority priority, area_id uuid,
  status submission_status, outcome outcome, types text[]) RETURNS TABLE (fact counted_fact, key text) LANGUAGE sql STABLE AS $$
  VALUES ('day'::counted_fact, counted_day(at)), ('channel', channel::text), ('organisation_kind', kind::text), ('priority', priority::text),
    ('area', coalesce(area_id::text, '')), ('exploitation_types', array_to_string(types, ',')),
    ('outcome', coalesce(outcome::text, CASE WHEN status IN ('rejected', 'withdrawn') THEN status::text ELSE 'open' END)) $$;

-- A report that goes stays counted, as what is left of it is: its deletion enters nothing.
CREATE FUNCTION count_submission() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO submission_count (month, fact, key, count)
    SELECT left(counted_day((r.report).submitted_at), 7), k.fact, k.key, sum(r.change)
    FROM (VALUES (1, NEW), (-1, OLD)) AS r (change, report)
      CROSS JOIN LATERAL counted_keys((r.report).submitted_at, (r.report).channel, (r.report).organisation_kind, (r.report).priority,
        (r.report).area_id, (r.report).status, (r.report).outcome, (r.report).exploitation_types) k
    WHERE (r.report).id IS NOT NULL GROUP BY 1, 2, 3 HAVING sum(r.change) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER count_sent AFTER INSERT ON submission FOR EACH ROW EXECUTE FUNCTION count_submission();
CREATE TRIGGER count_changed AFTER UPDATE OF submitted_at, channel, organisation_kind, priority, area_id, status, outcome, exploitation_types
  ON submission FOR EACH ROW EXECUTE FUNCTION count_submission();

-- A report is counted under all of its items together: under an aim it counts once, however many of its activities it has.
-- A link is made or taken away, each once. Two who link one report at once wait for each other, or each would count without
-- what the other did.
CREATE FUNCTION count_plan_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM submission WHERE id IN (SELECT submission_id FROM changed) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO submission_count (month, fact, key, count)
    WITH turned AS (
      SELECT submission_id, plan_item_id FROM changed WHERE (unlinked_at IS NULL) = (TG_OP = 'INSERT')),
    now AS (
      SELECT submission_id, plan_item_id FROM submission_plan_link
      WHERE unlinked_at IS NULL AND submission_id IN (SELECT submission_id FROM turned)),
    before AS ((TABLE now EXCEPT TABLE turned) UNION ALL (TABLE turned EXCEPT TABLE now)),
    sets AS (
      SELECT submission_id, string_agg(plan_item_id::text, ',' ORDER BY plan_item_id) AS key, 1 AS change FROM now GROUP BY 1
      UNION ALL SELECT submission_id, string_agg(plan_item_id::text, ',' ORDER BY plan_item_id), -1 FROM before GROUP BY 1)
    SELECT left(counted_day(s.submitted_at), 7), 'plan_items', sets.key, sum(sets.change)
    FROM sets JOIN submission s ON s.id = sets.submission_id GROUP BY 1, 3 HAVING sum(sets.change) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER count_linked AFTER INSERT ON submission_plan_link
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_plan_items();
CREATE TRIGGER count_unlinked AFTER UPDATE ON submission_plan_link
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_plan_items();

-- One entry where there were several. Whoever reads meanwhile sees those before or those after, which come to the same.
CREATE FUNCTION add_up_counts() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM submission_count c USING (SELECT month, fact, key FROM submission_count GROUP BY 1, 2, 3 HAVING count(*) > 1) several
    WHERE (c.month, c.fact, c.key) = (several.month, several.fact, several.key) RETURNING c.month, c.fact, c.key, c.count)
  INSERT INTO submission_count (month, fact, key, count)
    SELECT month, fact, key, sum(count) FROM gone GROUP BY 1, 2, 3 HAVING sum(count) <> 0 $$;

-- What was sent so far, counted once.
INSERT INTO submission_count (month, fact, key, count)
  SELECT left(counted_day(s.submitted_at), 7), k.fact, k.key, count(*) FROM counted_submission s
    CROSS JOIN LATERAL counted_keys(s.submitted_at, s.channel, s.organisation_kind, s.priority, s.area_id, s.status, s.outcome, s.exploitation_types) k
  GROUP BY 1, 2, 3;
INSERT INTO submission_count (month, fact, key, count)
  SELECT left(counted_day(submitted_at), 7), 'plan_items', key, count(*)
  FROM (SELECT s.submitted_at, string_agg(l.plan_item_id::text, ',' ORDER BY l.plan_item_id) AS key
    FROM counted_submission s JOIN counted_plan_link l ON l.submission_id = s.id GROUP BY s.id, s.submitted_at) linked
  GROUP BY 1, 3;
