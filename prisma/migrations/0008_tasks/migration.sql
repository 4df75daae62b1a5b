-- Tasks, how the plan's items stand and who owns them.

-- Something to be done about an item of the plan, a submission or one of its intelligence items. The text stays as it was
-- written; state, due date and owner are those of the newest event.
CREATE TABLE task (
  id uuid PRIMARY KEY,
  plan_item_id uuid REFERENCES plan_item (id),
  submission_id uuid REFERENCES submission (id),
  item_id uuid REFERENCES intelligence_item (id),
  text text NOT NULL CHECK (length(trim(text)) > 0),
  created_by uuid NOT NULL REFERENCES account (id),
  created_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1,
  state text NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
  due_on date NOT NULL,
  owner_account_id uuid REFERENCES account (id),
  owner_queue_id uuid REFERENCES queue (id),
  owner_role text,
  ended_at timestamptz(3),
  CONSTRAINT task_about_one_thing CHECK ((plan_item_id IS NULL) <> (submission_id IS NULL)),
  CONSTRAINT task_item_has_submission CHECK (item_id IS NULL OR submission_id IS NOT NULL),
  CONSTRAINT task_one_owner CHECK (num_nonnulls(owner_account_id, owner_queue_id, owner_role) = 1),
  CONSTRAINT task_ended CHECK ((state = 'open') = (ended_at IS NULL))
);
CREATE INDEX task_of_account ON task (owner_account_id, due_on, id) WHERE state = 'open' AND owner_account_id IS NOT NULL;
CREATE INDEX task_of_queue ON task (owner_queue_id, due_on, id) WHERE state = 'open' AND owner_queue_id IS NOT NULL;
CREATE INDEX task_of_role ON task (owner_role, due_on, id) WHERE state = 'open' AND owner_role IS NOT NULL;
CREATE INDEX task_of_plan ON task (due_on, id) WHERE state = 'open' AND plan_item_id IS NOT NULL;
CREATE INDEX task_of_submissions ON task (submission_id) WHERE state = 'open' AND submission_id IS NOT NULL;
CREATE INDEX task_ended_of_account ON task (owner_account_id, ended_at DESC, id) WHERE state <> 'open' AND owner_account_id IS NOT NULL;
CREATE INDEX task_plan_item ON task (plan_item_id, due_on, id) WHERE plan_item_id IS NOT NULL;
CREATE INDEX task_submission ON task (submission_id, due_on, id) WHERE submission_id IS NOT NULL;
CREATE INDEX task_item ON task (item_id) WHERE item_id IS NOT NULL;

-- What happened to a task: the state, due date and owner that it left, and what was written with it.
CREATE TABLE task_event (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES task (id),
  number integer NOT NULL,
  happened_at timestamptz(3) NOT NULL,
  actor_id uuid NOT NULL REFERENCES account (id),
  kind text NOT NULL CHECK (kind IN ('created', 'reassigned', 'due_changed', 'done', 'cancelled')),
  due_on date NOT NULL,
  owner_account_id uuid REFERENCES account (id),
  owner_queue_id uuid REFERENCES queue (id),
  owner_role text,
  comment text,
  CONSTRAINT task_event_comment CHECK (kind IN ('created', 'reassigned') OR length(trim(comment)) > 0),
  CONSTRAINT task_event_order UNIQUE (task_id, number)
);

CREATE FUNCTION refuse_task_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.plan_item_id, NEW.submission_id, NEW.item_id, NEW.text, NEW.created_by, NEW.created_at)
     IS DISTINCT FROM
     (OLD.id, OLD.plan_item_id, OLD.submission_id, OLD.item_id, OLD.text, OLD.created_by, OLD.created_at)
     OR OLD.state <> 'open' THEN
    RAISE EXCEPTION 'what a task says, and a task that has ended, cannot be rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER task_fixed BEFORE UPDATE ON task FOR EACH ROW EXECUTE FUNCTION refuse_task_rewrite();
REVOKE DELETE ON task FROM portal_app;

-- How an item of the plan stands; the newest row counts.
CREATE TABLE plan_item_status (
  id uuid PRIMARY KEY,
  plan_item_id uuid NOT NULL REFERENCES plan_item (id),
  number integer NOT NULL,
  status text NOT NULL CHECK (status IN ('not_started', 'on_track', 'at_risk', 'delivered')),
  note text NOT NULL CHECK (length(trim(note)) > 0),
  set_by uuid NOT NULL REFERENCES account (id),
  set_at timestamptz(3) NOT NULL,
  CONSTRAINT plan_item_status_newest UNIQUE (plan_item_id, number)
);

-- Who owns an item of the plan; the newest row counts, account_id null: nobody in particular.
CREATE TABLE plan_item_owner (
  id uuid PRIMARY KEY,
  plan_item_id uuid NOT NULL REFERENCES plan_item (id),
  number integer NOT NULL,
  account_id uuid REFERENCES account (id),
  set_by uuid NOT NULL REFERENCES account (id),
  set_at timestamptz(3) NOT NULL,
  CONSTRAINT plan_item_owner_newest UNIQUE (plan_item_id, number)
);

SELECT make_append_only('task_event');
SELECT make_append_only('plan_item_status');
SELECT make_append_only('plan_item_owner');
