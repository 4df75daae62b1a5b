-- A second person approves a text with the grade that goes out with it: codes and conditions of use are released too, so
-- a new grade asks for a new approval. Earlier approvals were given on the grade of their moment.
ALTER TABLE item_approval ADD COLUMN item_grade_id uuid REFERENCES item_grade (id);
ALTER TABLE item_approval DISABLE TRIGGER USER;
UPDATE item_approval a SET item_grade_id = (
  SELECT g.id FROM item_grade g WHERE g.item_id = a.item_id
  ORDER BY g.graded_at <= a.approved_at DESC, CASE WHEN g.graded_at <= a.approved_at THEN -g.number ELSE g.number END LIMIT 1
);
ALTER TABLE item_approval ENABLE TRIGGER USER;
ALTER TABLE item_approval ALTER COLUMN item_grade_id SET NOT NULL;
ALTER TABLE item_approval DROP CONSTRAINT item_approval_sanitised_text_id_key;
ALTER TABLE item_approval ADD CONSTRAINT item_approval_once UNIQUE (sanitised_text_id, item_grade_id);
