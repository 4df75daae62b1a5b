-- Whether a child is concerned, as the answers say (docs/decisions/0061): shown wherever police list what they may read. An
-- addition can make it so, and nothing takes it back.
ALTER TABLE submission ADD COLUMN concerns_child boolean NOT NULL DEFAULT false;
UPDATE submission s SET concerns_child = true FROM form_version f
  WHERE f.version = s.form_version AND EXISTS (
    SELECT FROM (
      SELECT c.answers FROM submission_content c WHERE c.submission_id = s.id
      UNION ALL SELECT a.answers FROM supplement a WHERE a.submission_id = s.id AND a.part IS NOT NULL) AS given,
      -- What is no entry of a list has none of these keys.
      LATERAL (SELECT '{}'::jsonb AS entry UNION ALL SELECT jsonb_path_query(given.answers, '$.*[*]')) AS people,
      LATERAL (SELECT people.entry -> (f.meanings ->> 'person.birthDate') AS born) AS birth
    WHERE given.answers ->> (f.meanings ->> 'child') IN ('yes', 'in_danger')
      OR people.entry ->> (f.meanings ->> 'person.age') IN ('under_12', '12_to_15', '16_to_17')
      OR CASE birth.born ->> 'precision'
          WHEN 'exact' THEN birth.born ->> 'date'
          WHEN 'month' THEN (birth.born ->> 'month') || '-31'
          WHEN 'year' THEN (birth.born ->> 'year') || '-12-31'
        END > to_char((s.submitted_at AT TIME ZONE 'Europe/London') - interval '18 years', 'YYYY-MM-DD'));

CREATE FUNCTION refuse_forgetting_child() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'that a child is concerned is not taken back' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER submission_concerns_child BEFORE UPDATE ON submission FOR EACH ROW
  WHEN (OLD.concerns_child AND NOT NEW.concerns_child)
  EXECUTE FUNCTION refuse_forgetting_child();
