-- Texts that FIB writes once and officers use again (docs/decisions/0091): answers to the partner by outcome, and questions back.
-- text_id is the text, number its versions, and the newest counts; one that was taken away has a last version that repeats it.
CREATE TABLE reusable_text (
  id uuid PRIMARY KEY,
  text_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  -- The outcome with which it answers; null for a question.
  outcome outcome,
  name text NOT NULL CHECK (length(trim(name)) > 0),
  text text NOT NULL CHECK (length(trim(text)) > 0),
  taken_away boolean NOT NULL,
  written_by uuid NOT NULL REFERENCES account (id),
  written_at timestamptz(3) NOT NULL,
  CONSTRAINT reusable_text_version UNIQUE (text_id, number)
);
SELECT make_append_only('reusable_text');
