-- How fast is counted by week beside by day: a quarter is then a dozen weeks with the days before and after them, where each of
-- its days has a hundred times that reports took (docs/decisions/0123).

-- "2015-11-26 late 300" and "week 2015-11-23 late 300" of a step that is done, "<area> 2015-11-26 used late" of what is not restricted.
CREATE OR REPLACE FUNCTION counted_course(s submission) RETURNS TABLE (fact counted_fact, key text) LANGUAGE sql STABLE AS $$
  SELECT step.fact, span.begin || CASE WHEN step.at > step.due THEN ' late ' ELSE ' in_time ' END || counted_minutes(step.at - s.submitted_at)
  FROM (VALUES ('seen'::counted_fact, s.first_seen_at, s.first_seen_due_at), ('assessed', s.assessed_at, s.assessed_due_at),
      ('answered', s.answered_at, s.answered_due_at)) AS step (fact, at, due)
    CROSS JOIN (VALUES (counted_day(s.submitted_at)), ('week ' || to_char(date_trunc('week', s.submitted_at AT TIME ZONE 'Europe/London'), 'YYYY-MM-DD'))) AS span (begin)
  WHERE step.at IS NOT NULL
  UNION ALL
  SELECT 'listed', s.area_id || ' ' || counted_day(s.submitted_at)
    || ' ' || coalesce(s.outcome::text, CASE WHEN s.status IN ('rejected', 'withdrawn') THEN s.status::text ELSE 'open' END)
    || ' ' || CASE WHEN s.answered_at > s.answered_due_at THEN 'late' WHEN s.answered_at IS NOT NULL THEN 'in_time' ELSE 'not_answered' END
  WHERE s.area_id IS NOT NULL AND NOT s.restricted $$;

INSERT INTO submission_count (month, fact, key, count)
  SELECT month, fact, 'week ' || to_char(date_trunc('week', left(key, 10)::date), 'YYYY-MM-DD') || substr(key, 11), sum(count)
  FROM submission_count WHERE fact IN ('seen', 'assessed', 'answered') GROUP BY 1, 2, 3;
