-- By meaning the id of the question that has it (app/domain/intelligence-form/meanings.ts). It never changes either.
ALTER TABLE form_version ADD COLUMN meanings jsonb NOT NULL DEFAULT '{}';
ALTER TABLE form_version ALTER COLUMN meanings DROP DEFAULT;
