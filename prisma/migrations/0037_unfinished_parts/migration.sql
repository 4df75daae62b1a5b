-- What was typed on a page or an entry of a draft that could not be saved as answers yet. It goes with the draft, and
-- never holds what names a source.
ALTER TABLE draft ADD COLUMN unfinished jsonb NOT NULL DEFAULT '{}';
