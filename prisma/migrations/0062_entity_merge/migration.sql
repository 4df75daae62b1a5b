-- That two vehicles, contacts or people are one, as somebody of FIB has found (docs/decisions/0088). Neither is changed: their
-- pages are shown as one for as long as it holds, and are as they were once it is ended. Both stay on record.
CREATE TABLE entity_merge (
  id uuid PRIMARY KEY,
  kind entity_kind NOT NULL CHECK (kind IN ('vehicle', 'contact', 'person')),
  one_id uuid NOT NULL,
  other_id uuid NOT NULL CHECK (other_id <> one_id),
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  merged_by uuid NOT NULL REFERENCES account (id),
  merged_at timestamptz(3) NOT NULL
);
SELECT make_append_only('entity_merge');
CREATE INDEX entity_merge_one ON entity_merge (one_id);
CREATE INDEX entity_merge_other ON entity_merge (other_id);

CREATE TABLE entity_merge_end (
  merge_id uuid PRIMARY KEY REFERENCES entity_merge (id) ON DELETE CASCADE,
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  ended_by uuid NOT NULL REFERENCES account (id),
  ended_at timestamptz(3) NOT NULL
);
SELECT make_append_only('entity_merge_end');

-- A merge goes, with its reason, when the last report goes that names one of the two.
CREATE OR REPLACE FUNCTION delete_submission(of_submission uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  earlier jsonb := rows_deleted();
  named uuid[];
  gone jsonb;
BEGIN
  SELECT array_agg(DISTINCT entity_id) INTO named FROM entity_mention WHERE submission_id = of_submission AND entity_id IS NOT NULL;
  INSERT INTO disposal_running (submission_id, transaction_id) VALUES (of_submission, pg_current_xact_id());
  DELETE FROM submission WHERE id = of_submission;
  DELETE FROM entity_merge m USING unnest(named) AS entity WHERE entity IN (m.one_id, m.other_id)
    AND NOT EXISTS (SELECT FROM entity_mention e WHERE e.entity_id = entity);
  SELECT jsonb_object_agg(t.key, t.value::bigint - coalesce((earlier ->> t.key)::bigint, 0)) INTO gone
    FROM jsonb_each_text(rows_deleted()) t WHERE t.value::bigint > coalesce((earlier ->> t.key)::bigint, 0);
  DELETE FROM disposal_running WHERE submission_id = of_submission;
  RETURN gone;
END $$;
