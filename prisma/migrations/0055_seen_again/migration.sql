-- What a partner happened to see again of a report that they sent (docs/decisions/0085): an addition with the day on which it
-- was seen. How many came in a month is asked with each.
ALTER TABLE supplement ADD COLUMN seen_on date,
  ADD CONSTRAINT supplement_seen_in_words CHECK (seen_on IS NULL OR part IS NULL);
CREATE INDEX supplement_seen_again ON supplement (submission_id, added_at) WHERE seen_on IS NOT NULL;

-- When it was last seen again, and since when its partner is asked to stop looking.
ALTER TABLE submission ADD COLUMN seen_again_at timestamptz(3), ADD COLUMN stop_looking_asked_at timestamptz(3);
ALTER TYPE partner_message_kind ADD VALUE 'stop_looking';
