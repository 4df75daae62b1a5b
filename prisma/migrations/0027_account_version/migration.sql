-- Rises with each change of what an administrator's page shows of an account, so that a form made from an older page is
-- refused (decision 0069).
ALTER TABLE account ADD COLUMN version integer NOT NULL DEFAULT 1;
