-- The function that disposes of a report took from whoever calls it which day it is, and from a column of the report when
-- that is due. The portal writes both, so whoever takes over its connection could have a report go on the day after it ended,
-- where two supervisors are named. Now the function reckons itself, from the rules of the pack in force, and believes no day
-- that has not come.

-- By which rule of the pack in force a report that has ended is kept, and from which day on it is due. The first rule that
-- holds of it counts. Nobody dates its end before what its history says.
CREATE FUNCTION due_by_rule(of_submission uuid) RETURNS TABLE (rule text, due_on date)
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
    coalesce(report.kept_until, CASE WHEN held.by ? 'reviewGroup' THEN report.item_review_on END,
      (report.ended_on + make_interval(months => (r.value ->> 'months')::integer))::date)
  FROM report, pack, jsonb_array_elements(pack.rules) WITH ORDINALITY AS r (value, number), LATERAL (SELECT r.value -> 'when') AS held (by)
  WHERE (NOT held.by ? 'statuses' OR held.by -> 'statuses' ? report.status)
    AND (NOT held.by ? 'outcomes' OR held.by -> 'outcomes' ? report.outcome)
    AND (NOT held.by ? 'reviewGroup' OR (held.by ->> 'reviewGroup')::integer = report.review_group)
    AND (NOT held.by ? 'agreement' OR held.by ->> 'agreement' = report.agreement)
  ORDER BY r.number LIMIT 1 $$;

CREATE OR REPLACE FUNCTION dispose_of_submission(of_disposal uuid, on_day date) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  decision disposal;
  report submission;
  kept text;
  links uuid[];
  places jsonb;
  gone jsonb;
  left_over uuid := gen_random_uuid();
BEGIN
  SELECT * INTO decision FROM disposal WHERE id = of_disposal;
  SELECT * INTO report FROM submission WHERE id = decision.submission_id FOR UPDATE;
  IF NOT FOUND OR NOT coalesce(decision.approved, false)
    OR (SELECT count(DISTINCT r.account_id) FROM account_role r
      WHERE r.role = 'fib_supervisor' AND r.account_id IN (decision.proposed_by, decision.decided_by)) <> 2 THEN
    RAISE EXCEPTION 'a report goes by the word of two FIB supervisors' USING ERRCODE = 'insufficient_privilege';
  END IF;
  kept := kept_because(report.id, on_day);
  IF kept IS NOT NULL THEN
    RAISE EXCEPTION 'this report is kept: %', kept USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF on_day > (now() AT TIME ZONE 'Europe/London')::date OR (SELECT d.due_on FROM due_by_rule(report.id) d) > on_day THEN
    RAISE EXCEPTION 'the time of this report has not run out' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT array_agg(plan_item_id) INTO links FROM counted_plan_link WHERE submission_id = report.id;
  -- A postcode that its own rule puts elsewhere than its sector has no sector that says where it lies.
  SELECT jsonb_agg(p) INTO places FROM (SELECT area_id, whole,
      CASE WHEN NOT EXISTS (SELECT FROM postcode_rule r WHERE r.scope = 'unit' AND r.code = postcode) THEN regexp_replace(postcode, '[A-Z]{2}$', '') END AS sector
    FROM counted_place WHERE submission_id = report.id) p;
  gone := delete_submission(report.id);
  INSERT INTO disposed_submission
    VALUES (left_over, (date_trunc('day', report.submitted_at AT TIME ZONE 'Europe/London') + interval '12 hours') AT TIME ZONE 'Europe/London',
      report.organisation_id, report.organisation_kind, report.channel, report.priority, report.restricted, report.area_id, report.status,
      report.outcome, report.exploitation_types, on_day, report.retention_rule, gone);
  INSERT INTO disposed_plan_link SELECT left_over, item FROM unnest(links) AS item;
  INSERT INTO disposed_place SELECT left_over, row_number() OVER (), p.area_id, p.sector, p.whole
    FROM jsonb_to_recordset(places) AS p (area_id uuid, sector text, whole boolean);
  RETURN gone;
END $$;
