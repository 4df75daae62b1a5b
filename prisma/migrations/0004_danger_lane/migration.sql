-- A report about danger is sent by the few questions that suffice; everything else is added to it, part by part of the
-- form (docs/decisions/0061).
ALTER TABLE submission ADD COLUMN sent_at_once boolean NOT NULL DEFAULT false;
CREATE OR REPLACE FUNCTION refuse_submission_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.reference, NEW.draft_id, NEW.organisation_id, NEW.organisation_kind, NEW.site_id, NEW.submitted_by, NEW.entered_by,
      NEW.channel, NEW.form_version, NEW.submitted_at, NEW.exploitation_types, NEW.routing_version, NEW.routing_reason, NEW.sent_at_once)
     IS DISTINCT FROM
     (OLD.id, OLD.reference, OLD.draft_id, OLD.organisation_id, OLD.organisation_kind, OLD.site_id, OLD.submitted_by, OLD.entered_by,
      OLD.channel, OLD.form_version, OLD.submitted_at, OLD.exploitation_types, OLD.routing_version, OLD.routing_reason, OLD.sent_at_once) THEN
    RAISE EXCEPTION 'what was submitted cannot be rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- A page of the form, or an entry of one of its lists, that was added: its answers by question, and in text its words. How
-- the partner knows and whether somebody is in danger is asked of free text only.
ALTER TABLE supplement ADD COLUMN part text, ADD COLUMN answers jsonb, ALTER COLUMN known_how DROP NOT NULL,
  ADD CONSTRAINT supplement_part_or_text CHECK ((part IS NULL) = (answers IS NULL) AND (part IS NULL) = (known_how IS NOT NULL));

-- Read from what a partner wrote, not asked for: a registration mark, a number, a postcode or an address of the narrative,
-- or of what was added.
ALTER TABLE submission_place ADD COLUMN read_from_text boolean NOT NULL DEFAULT false;
ALTER TABLE submission_vehicle ADD COLUMN read_from_text boolean NOT NULL DEFAULT false;
ALTER TABLE submission_contact ADD COLUMN read_from_text boolean NOT NULL DEFAULT false;
UPDATE submission_place SET read_from_text = true WHERE added_at IS NOT NULL;
UPDATE submission_vehicle SET read_from_text = true WHERE added_at IS NOT NULL;
UPDATE submission_contact SET read_from_text = true WHERE added_at IS NOT NULL;

-- Whether a draft says that somebody is in danger, and how often its writer, and then the partner's lead, was reminded since
-- it was last saved.
ALTER TABLE draft ADD COLUMN says_danger boolean NOT NULL DEFAULT false, ADD COLUMN reminders smallint NOT NULL DEFAULT 0;
UPDATE draft SET says_danger = coalesce((
  SELECT coalesce(draft.answers ->> (meanings ->> 'danger'), '') IN ('now', 'soon')
    OR coalesce(draft.answers ->> (meanings ->> 'child'), '') = 'in_danger'
    OR EXISTS (SELECT FROM jsonb_each(draft.unfinished) AS part (name, typed)
      WHERE part.typed #>> ARRAY['posted', meanings ->> 'danger'] IN ('now', 'soon')
        OR part.typed #>> ARRAY['posted', meanings ->> 'child'] = 'in_danger')
  FROM form_version WHERE form_version.version = draft.form_version), false);
CREATE INDEX draft_danger_rests ON draft (updated_at, id) WHERE says_danger AND reminders < 3;
