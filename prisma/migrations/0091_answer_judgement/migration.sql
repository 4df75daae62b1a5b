-- Whether an answer was useful to the partner who had it, and what would have made it more so (docs/decisions/0121): said by
-- whoever sent the report, one for each answer, changed as they like. Choices alone, no text: nobody has to read it, so
-- nothing that somebody has to read may stand in it.
CREATE TYPE answer_use AS ENUM ('yes', 'partly', 'no');
CREATE TYPE answer_wish AS ENUM ('sooner', 'what_was_done', 'what_next', 'plainer', 'other');
CREATE TABLE answer_judgement (
  message_id uuid PRIMARY KEY REFERENCES partner_message (id) ON DELETE CASCADE,
  submission_id uuid NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  useful answer_use NOT NULL,
  wishes answer_wish[] NOT NULL DEFAULT '{}',
  judged_by uuid NOT NULL REFERENCES account (id),
  judged_at timestamptz(3) NOT NULL
);
CREATE INDEX answer_judgement_submission ON answer_judgement (submission_id, judged_at);
