-- The rules of retention are data of the pack, and the application loads the pack: whoever took over its connection could
-- have every report go at once. Now it may lengthen by itself alone; rules that keep anything shorter, or that are others, are
-- agreed to by the owner of the tables first (npm run load-pack -- shorter-retention).
CREATE TABLE retention_agreed (
  rules_hash text NOT NULL,
  agreed_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (rules_hash, agreed_at)
);
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON retention_agreed FROM portal_app;

CREATE FUNCTION retention_rules(content jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  -- Of a pack that was loaded before retention was the force's own: as due_by_rule reads it.
  SELECT coalesce(content -> 'retention' -> 'reports', '[{"code": "all", "when": {}, "months": 120, "then": "review"}]') $$;

-- Whether rules might keep a report shorter than those in force: unless each has the same place and holds of the same, for as
-- many months at least, and nothing goes that was looked at. Words may change. What cannot be compared counts as shorter.
CREATE FUNCTION keeps_shorter(rules jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH now_held AS (
    SELECT r.value, r.number FROM (SELECT content FROM force_pack ORDER BY loaded_at DESC LIMIT 1) p,
      jsonb_array_elements(retention_rules(p.content)) WITH ORDINALITY AS r (value, number)),
  later AS (SELECT r.value, r.number FROM jsonb_array_elements(rules) WITH ORDINALITY AS r (value, number))
  SELECT EXISTS (SELECT FROM now_held) AND EXISTS (
    SELECT FROM now_held n FULL JOIN later l USING (number)
    WHERE NOT coalesce(n.value -> 'when' = l.value -> 'when'
      AND (l.value ->> 'months')::integer >= (n.value ->> 'months')::integer
      AND (l.value ->> 'then' = 'review' OR n.value ->> 'then' = 'dispose'), false)) $$;

-- Within the hour, so that what was agreed to once is nobody's to load for ever.
CREATE FUNCTION retention_is_agreed(rules jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM retention_agreed WHERE rules_hash = md5(rules::text) AND agreed_at > now() - interval '1 hour') $$;

CREATE FUNCTION refuse_shorter_retention() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  rules jsonb;
BEGIN
  -- The pack loaded last is in force: a later day on another one brings that into force too.
  SELECT retention_rules(p.content) INTO rules FROM (
    SELECT content, loaded_at FROM force_pack WHERE code <> NEW.code AND (TG_OP = 'INSERT' OR code <> OLD.code)
    UNION ALL SELECT NEW.content, NEW.loaded_at) p ORDER BY p.loaded_at DESC LIMIT 1;
  IF keeps_shorter(rules) AND NOT retention_is_agreed(rules) THEN
    RAISE EXCEPTION 'the owner of the database agrees to rules that keep reports shorter' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER force_pack_keeps BEFORE INSERT OR UPDATE ON force_pack FOR EACH ROW EXECUTE FUNCTION refuse_shorter_retention();
