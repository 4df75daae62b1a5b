-- What of a report is in a search: read from the row, not made of the whole report each time it is looked at.
ALTER TABLE submission_content ADD COLUMN lexemes tsvector GENERATED ALWAYS AS (report_lexemes(document)) STORED;
DROP INDEX submission_content_lexemes;
CREATE INDEX submission_content_lexemes ON submission_content USING gin (lexemes);
