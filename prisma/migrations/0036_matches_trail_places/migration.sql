-- People by forename and surname, each apart: both have to be alike, and a forename alone is shared by thousands.
CREATE INDEX submission_person_parts ON submission_person
  USING gin (place_words(forename) gin_trgm_ops, place_words(surname) gin_trgm_ops) WHERE folded_name <> '';

-- Registration marks of which a part is not known: few, and the only ones that need all that shares a pair.
CREATE INDEX submission_vehicle_unsure ON submission_vehicle USING gin (mark_pairs(registration_normalised))
  WHERE position('?' IN registration_normalised) > 0;

-- The trail is read newest first by when things happened, so that days can be asked for.
DROP INDEX audit_event_subject, audit_event_actor, audit_event_type;
CREATE INDEX audit_event_subject ON audit_event (subject_id, happened_at, id);
CREATE INDEX audit_event_actor ON audit_event (actor_id, happened_at, id);
CREATE INDEX audit_event_type ON audit_event (type, happened_at, id);
CREATE INDEX audit_event_happened ON audit_event (happened_at, id);

-- A postcode that came with what a partner added or answered afterwards; null for what stands in a field of the report.
ALTER TABLE submission_place ADD COLUMN added_at timestamptz(3);
