-- The life of an organisation (decision 0079): its version and status, the names that it had, its agreement from and until
-- when with the warnings before it ends, and since when, until when and by whom a site is accredited.
ALTER TYPE organisation_status ADD VALUE 'closed';
ALTER TABLE organisation
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN status_since timestamptz(3),
  ADD COLUMN agreement_from date,
  ADD COLUMN agreement_until date,
  ADD CONSTRAINT organisation_agreement_in_order CHECK (agreement_until >= agreement_from);

-- Sent while its organisation was suspended: about danger, as nothing else could be.
ALTER TABLE submission ADD COLUMN while_suspended boolean NOT NULL DEFAULT false;

CREATE TABLE organisation_former_name (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  name text NOT NULL,
  until timestamptz(3) NOT NULL,
  changed_by uuid NOT NULL REFERENCES account (id)
);
CREATE INDEX organisation_former_name_organisation ON organisation_former_name (organisation_id, until);
SELECT make_append_only('organisation_former_name');

-- Who was told how many days before an agreement ends; none: that it has. Once for each day on which one is to end.
CREATE TABLE agreement_notice (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  ends_on date NOT NULL,
  days integer NOT NULL CHECK (days IN (60, 30, 7, 0)),
  told_at timestamptz(3) NOT NULL,
  PRIMARY KEY (organisation_id, ends_on, days)
);
SELECT make_append_only('agreement_notice');

ALTER TABLE organisation_site
  ADD COLUMN accredited_until date,
  ADD COLUMN accredited_by text,
  ADD COLUMN accreditation_withdrawn_on date,
  ADD CONSTRAINT organisation_site_accreditation_in_order CHECK (accredited_until >= accredited_on),
  ADD CONSTRAINT organisation_site_accreditation_whole CHECK (
    accredited_on IS NOT NULL OR num_nonnulls(accredited_until, accredited_by, accreditation_withdrawn_on) = 0);
