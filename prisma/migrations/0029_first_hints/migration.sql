-- When the account had done with the hints that are shown when it first signs in; null while they are shown.
ALTER TABLE account ADD COLUMN hints_done_at timestamptz(3);
