-- Whoever writes as the application could have a report go before its rule says so, by a word that it is "kept" until a day
-- long past: that word stood in place of the rule. Now the later of the two counts.

-- By which rule of the pack in force a report that has ended is kept, and from which day on it is due. The first rule that
-- holds of it counts. Nobody dates its end before what its history says, and a word that it is kept makes it no shorter.
CREATE OR REPLACE FUNCTION due_by_rule(of_submission uuid) RETURNS TABLE (rule text, due_on date)
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH report AS (
    SELECT s.id, s.status::text AS status, s.outcome::text AS outcome, o.agreement_reference AS agreement,
      (SELECT min(i.mopi_group) FROM intelligence_item i WHERE i.submission_id = s.id AND item_stands(i.id)) AS review_group,
      (SELECT max(i.review_on) FROM intelligence_item i WHERE i.submission_id = s.id AND item_stands(i.id)) AS item_review_on,
      (SELECT k.review_on FROM retention_keeping k WHERE k.submission_id = s.id AND k.kept_at >= s.status_changed_at
        ORDER BY k.kept_at DESC LIMIT 1) AS kept_until,
      (greatest(s.status_changed_at, (SELECT max(e.happened_at) FROM submission_event e WHERE e.submission_id = s.id
        AND e.to_status IN ('closed', 'rejected', 'withdrawn') AND e.to_status IS DISTINCT FROM e.from_status))
        AT TIME ZONE 'Europe/London')::date AS ended_on
    FROM submission s JOIN organisation o ON o.id = s.organisation_id WHERE s.id = of_submission),
  -- A pack that was loaded before retention was the force's own has every report looked at after ten years.
  pack AS (
    SELECT coalesce(content -> 'retention' -> 'reports', '[{"code": "all", "when": {}, "months": 120}]') AS rules
    FROM force_pack ORDER BY loaded_at DESC LIMIT 1)
  SELECT r.value ->> 'code',
    greatest(report.kept_until, coalesce(CASE WHEN held.by ? 'reviewGroup' THEN report.item_review_on END,
      (report.ended_on + make_interval(months => (r.value ->> 'months')::integer))::date))
  FROM report, pack, jsonb_array_elements(pack.rules) WITH ORDINALITY AS r (value, number), LATERAL (SELECT r.value -> 'when') AS held (by)
  WHERE (NOT held.by ? 'statuses' OR held.by -> 'statuses' ? report.status)
    AND (NOT held.by ? 'outcomes' OR held.by -> 'outcomes' ? report.outcome)
    AND (NOT held.by ? 'reviewGroup' OR (held.by ->> 'reviewGroup')::integer = report.review_group)
    AND (NOT held.by ? 'agreement' OR held.by ->> 'agreement' = report.agreement)
  ORDER BY r.number LIMIT 1 $$;
