-- By when an officer must have read that somebody is in danger, which a partner added: High's first clock, from when it
-- was added. Null while nothing unread says so. It says more than the flag that it replaces.
ALTER TABLE submission ADD COLUMN new_danger_due_at timestamptz(3);
UPDATE submission SET new_danger_due_at = new_information_at WHERE new_danger;
DROP INDEX submission_new_danger;
ALTER TABLE submission DROP COLUMN new_danger;
CREATE INDEX submission_new_danger ON submission (new_danger_due_at, id) WHERE new_danger_due_at IS NOT NULL;
