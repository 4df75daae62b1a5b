-- What became of reports, by the day on which they were received: how fast they were seen, assessed and answered, what came of
-- them, and what is listed to the lead of an area.

-- Minutes, as they are shown: whole ones of the first hour, whole hours of the first two days, then tenths of a day.
CREATE FUNCTION counted_minutes(took interval) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT (CASE WHEN took < interval '1 hour' THEN ceil(extract(epoch FROM took) / 60)
    WHEN took < interval '48 hours' THEN 60 * round(extract(epoch FROM took) / 3600)
    ELSE 144 * round(extract(epoch FROM took) / 8640) END)::integer::text $$;

-- "2015-11-26 late 300" of a step that is done, and "<area> 2015-11-26 used late" of what is not restricted.
CREATE FUNCTION counted_course(s submission) RETURNS TABLE (fact counted_fact, key text) LANGUAGE sql STABLE AS $$
  SELECT step.fact, counted_day(s.submitted_at) || CASE WHEN step.at > step.due THEN ' late ' ELSE ' in_time ' END || counted_minutes(step.at - s.submitted_at)
  FROM (VALUES ('seen'::counted_fact, s.first_seen_at, s.first_seen_due_at), ('assessed', s.assessed_at, s.assessed_due_at),
    ('answered', s.answered_at, s.answered_due_at)) AS step (fact, at, due) WHERE step.at IS NOT NULL
  UNION ALL
  SELECT 'listed', s.area_id || ' ' || counted_day(s.submitted_at)
    || ' ' || coalesce(s.outcome::text, CASE WHEN s.status IN ('rejected', 'withdrawn') THEN s.status::text ELSE 'open' END)
    || ' ' || CASE WHEN s.answered_at > s.answered_due_at THEN 'late' WHEN s.answered_at IS NOT NULL THEN 'in_time' ELSE 'not_answered' END
  WHERE s.area_id IS NOT NULL AND NOT s.restricted $$;

-- As counts of anything else: what a report gives to one key it takes from another, and one that goes stays counted.
CREATE FUNCTION count_course() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO submission_count (month, fact, key, count)
    SELECT left(counted_day((r.report).submitted_at), 7), k.fact, k.key, sum(r.change)
    FROM (VALUES (1, NEW), (-1, OLD)) AS r (change, report) CROSS JOIN LATERAL counted_course(r.report) k
    GROUP BY 1, 2, 3 HAVING sum(r.change) <> 0;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION count_sent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO submission_count (month, fact, key, count)
    SELECT left(counted_day(s.at), 7), k.fact, k.key, sum(s.count)
    FROM (SELECT min(submitted_at) AS at, channel, organisation_kind, priority, area_id, status, outcome, exploitation_types, count(*)
        FROM sent GROUP BY counted_day(submitted_at), channel, organisation_kind, priority, area_id, status, outcome, exploitation_types) s
      CROSS JOIN LATERAL counted_keys(s.at, s.channel, s.organisation_kind, s.priority, s.area_id, s.status, s.outcome, s.exploitation_types) k
    GROUP BY 1, 2, 3
    UNION ALL
    SELECT left(counted_day(sent.submitted_at), 7), k.fact, k.key, count(*) FROM sent CROSS JOIN LATERAL counted_course(sent) k GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
CREATE TRIGGER count_course_changed AFTER UPDATE ON submission FOR EACH ROW
  WHEN ((OLD.submitted_at, OLD.first_seen_at, OLD.assessed_at, OLD.answered_at, OLD.area_id, OLD.restricted, OLD.status, OLD.outcome,
      OLD.first_seen_due_at, OLD.assessed_due_at, OLD.answered_due_at)
    IS DISTINCT FROM (NEW.submitted_at, NEW.first_seen_at, NEW.assessed_at, NEW.answered_at, NEW.area_id, NEW.restricted, NEW.status, NEW.outcome,
      NEW.first_seen_due_at, NEW.assessed_due_at, NEW.answered_due_at))
  EXECUTE FUNCTION count_course();

-- Records of a report that stand are counted as the set of their kinds, since one with a visit and a crime had a result once;
-- and the people of them, kind by kind. Of each record the newest version counts, unless it says that it was taken away.
CREATE FUNCTION count_results() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM submission WHERE id IN (SELECT submission_id FROM written) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO submission_count (month, fact, key, count)
    SELECT left(counted_day(s.submitted_at), 7), found.fact, counted_day(s.submitted_at) || ' ' || found.key, sum(found.count)
    FROM (SELECT submission_id, array_agg(id) AS versions FROM written GROUP BY 1) fresh
      JOIN submission s ON s.id = fresh.submission_id
      CROSS JOIN (VALUES (1), (-1)) AS r (change)
      CROSS JOIN LATERAL (
        WITH newest AS (
          SELECT DISTINCT ON (link_id) kind::text, people, removed_reason FROM record_link
          WHERE submission_id = s.id AND (r.change = 1 OR id <> ALL(fresh.versions)) ORDER BY link_id, number DESC)
        SELECT 'results'::counted_fact AS fact, string_agg(DISTINCT kind, ',' ORDER BY kind) AS key, r.change AS count
          FROM newest WHERE removed_reason IS NULL HAVING count(*) > 0
        UNION ALL SELECT 'people', kind, r.change * sum(people) FROM newest WHERE removed_reason IS NULL AND people IS NOT NULL GROUP BY kind) found
    GROUP BY 1, 2, 3 HAVING sum(found.count) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER count_results AFTER INSERT ON record_link
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION count_results();

-- The entries of a month are read by their keys, which begin with a day or an area: in the order of their bytes.
DROP INDEX submission_count_fact;
ALTER TABLE submission_count ALTER COLUMN key TYPE text COLLATE "C";
CREATE INDEX submission_count_fact ON submission_count (fact, month, key) INCLUDE (count);

-- What became of those that were sent so far.
INSERT INTO submission_count (month, fact, key, count)
  SELECT left(counted_day(s.submitted_at), 7), k.fact, k.key, count(*) FROM submission s CROSS JOIN LATERAL counted_course(s) k GROUP BY 1, 2, 3;
WITH newest AS (
  SELECT DISTINCT ON (link_id) submission_id, kind::text, people, removed_reason FROM record_link ORDER BY link_id, number DESC),
found AS (
  SELECT submission_id, 'results'::counted_fact AS fact, string_agg(DISTINCT kind, ',' ORDER BY kind) AS key, 1 AS count
    FROM newest WHERE removed_reason IS NULL GROUP BY 1
  UNION ALL SELECT submission_id, 'people', kind, sum(people) FROM newest WHERE removed_reason IS NULL AND people IS NOT NULL GROUP BY 1, 3)
INSERT INTO submission_count (month, fact, key, count)
  SELECT left(counted_day(s.submitted_at), 7), found.fact, counted_day(s.submitted_at) || ' ' || found.key, sum(found.count)
  FROM found JOIN submission s ON s.id = found.submission_id GROUP BY 1, 2, 3;
