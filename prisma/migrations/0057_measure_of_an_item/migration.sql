-- How the portal measures an item is part of what a plan says, kept beside its text (attributes.measure). Plans that are there
-- get what their rules say: an item that a rule links submissions to is counted by that, every other one is evidence only.
ALTER TABLE plan_item DISABLE TRIGGER USER;
UPDATE plan_item i SET attributes = i.attributes || jsonb_build_object('measure', measured.by)
FROM (
  SELECT item, max(by) AS by FROM (SELECT rules FROM routing_rule_set ORDER BY version DESC LIMIT 1) newest,
  LATERAL (
    SELECT item, 'linked' AS by FROM jsonb_array_elements(newest.rules -> 'rules') rule,
      jsonb_array_elements_text(coalesce(rule -> 'then' -> 'planItems', '[]')) item
    UNION ALL
    SELECT item, 'disseminated' FROM jsonb_array_elements(newest.rules -> 'onDissemination') rule,
      jsonb_array_elements_text(rule -> 'planItems') item
  ) named GROUP BY item
) measured
WHERE i.code = measured.item AND i.kind IN ('activity', 'action') AND NOT i.attributes ? 'measure';
ALTER TABLE plan_item ENABLE TRIGGER USER;
