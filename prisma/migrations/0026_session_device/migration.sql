-- With which browser on which system a session was opened, as names of a closed list, so that its owner knows it again in
-- the list of their sessions. Null where the browser does not say it plainly (decision 0068).
ALTER TABLE session ADD COLUMN browser text, ADD COLUMN operating_system text;
