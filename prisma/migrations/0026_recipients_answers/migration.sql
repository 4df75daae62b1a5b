-- What came of a disseminated item, as its recipients say it, what they ask FIB, and what FIB replies: one thread.
CREATE TABLE dissemination_message (
  id uuid PRIMARY KEY,
  dissemination_id uuid NOT NULL REFERENCES dissemination (id),
  number integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('acted', 'nothing_further', 'daily_meeting', 'tasking', 'question', 'reply')),
  text text NOT NULL CHECK (length(trim(text)) > 0),
  written_by uuid NOT NULL REFERENCES account (id),
  written_at timestamptz(3) NOT NULL,
  CONSTRAINT dissemination_message_order UNIQUE (dissemination_id, number)
);
SELECT make_append_only('dissemination_message');

-- Since when FIB has not read what the recipients wrote.
ALTER TABLE dissemination ADD COLUMN unread_since timestamptz(3);
DROP TRIGGER dissemination_fixed ON dissemination;
CREATE TRIGGER dissemination_fixed BEFORE UPDATE ON dissemination
  FOR EACH ROW EXECUTE FUNCTION refuse_other_changes('acknowledged_by', 'acknowledged_at', 'awaits', 'unread_since');
CREATE INDEX dissemination_unread ON dissemination (unread_since, id) WHERE unread_since IS NOT NULL;

-- Tasks of those to whom an item was sent. They are about the dissemination and not about the submission behind it,
-- which the recipients do not see.
ALTER TABLE task ADD COLUMN dissemination_id uuid REFERENCES dissemination (id);
ALTER TABLE task DROP CONSTRAINT task_about_one_thing;
ALTER TABLE task ADD CONSTRAINT task_about_one_thing
  CHECK (num_nonnulls(plan_item_id, submission_id, dissemination_id) = 1);
CREATE INDEX task_dissemination ON task (dissemination_id, due_on, id) WHERE dissemination_id IS NOT NULL;

CREATE OR REPLACE FUNCTION refuse_task_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.plan_item_id, NEW.submission_id, NEW.item_id, NEW.dissemination_id, NEW.text, NEW.created_by, NEW.created_at)
     IS DISTINCT FROM
     (OLD.id, OLD.plan_item_id, OLD.submission_id, OLD.item_id, OLD.dissemination_id, OLD.text, OLD.created_by, OLD.created_at)
     OR OLD.state <> 'open' THEN
    RAISE EXCEPTION 'what a task says, and a task that has ended, cannot be rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
