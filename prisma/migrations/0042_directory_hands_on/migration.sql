-- What the force's directory takes from somebody goes to others, and no account did that (decision 0079).
ALTER TABLE task_event ALTER COLUMN actor_id DROP NOT NULL;
ALTER TABLE plan_item_owner ALTER COLUMN set_by DROP NOT NULL;
