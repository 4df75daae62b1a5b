-- What an organisation's agreement lets its people do with their reports, exports of one submission, and reports that an
-- officer enters for a partner.

ALTER TABLE organisation
  -- The reporter may keep a full copy of a report outside the portal.
  ADD COLUMN agreement_full_copy boolean NOT NULL DEFAULT false,
  -- Reporters may stand in for each other.
  ADD COLUMN agreement_cover boolean NOT NULL DEFAULT false,
  ADD COLUMN agreement_agreed_on date,
  ADD COLUMN agreement_agreed_by text;

-- How the report reached police. What an officer enters after a call or from paper is theirs to write, for the organisation.
ALTER TABLE draft ADD COLUMN channel text NOT NULL DEFAULT 'web' CHECK (channel IN ('web', 'telephone', 'paper'));
-- Colleagues' drafts, where the agreement lets them be finished.
CREATE INDEX draft_organisation ON draft (organisation_id, updated_at DESC);

-- The officer who entered it; null where the partner did.
ALTER TABLE submission ADD COLUMN entered_by uuid REFERENCES account (id);

CREATE OR REPLACE FUNCTION refuse_submission_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.reference, NEW.draft_id, NEW.organisation_id, NEW.organisation_kind, NEW.site_id, NEW.submitted_by, NEW.entered_by,
      NEW.channel, NEW.form_version, NEW.submitted_at, NEW.exploitation_types, NEW.routing_version, NEW.routing_reason)
     IS DISTINCT FROM
     (OLD.id, OLD.reference, OLD.draft_id, OLD.organisation_id, OLD.organisation_kind, OLD.site_id, OLD.submitted_by, OLD.entered_by,
      OLD.channel, OLD.form_version, OLD.submitted_at, OLD.exploitation_types, OLD.routing_version, OLD.routing_reason) THEN
    RAISE EXCEPTION 'what was submitted cannot be rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- An export that an officer asked for, and why. The file is made when it is fetched; each fetching is in the trail.
CREATE TABLE submission_export (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  asked_by uuid NOT NULL REFERENCES account (id),
  asked_at timestamptz(3) NOT NULL,
  format text NOT NULL CHECK (format IN ('pdf', 'json', 'csv')),
  purpose text NOT NULL CHECK (purpose IN ('assessment', 'disclosure', 'other_agency', 'review', 'other')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500)
);
CREATE INDEX submission_export_submission ON submission_export (submission_id, asked_at, id);
SELECT make_append_only('submission_export');
