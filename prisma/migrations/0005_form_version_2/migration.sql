-- What version 2 of the form asks beyond version 1, read out of the answers for matching, search and figures.

-- All that is known of a person. The columns of before hold the first answer, these every one.
ALTER TABLE submission_person
  ADD COLUMN aliases text[] NOT NULL DEFAULT '{}',
  ADD COLUMN folded_aliases text[] NOT NULL DEFAULT '{}',
  ADD COLUMN nationalities text[] NOT NULL DEFAULT '{}',
  ADD COLUMN languages text[] NOT NULL DEFAULT '{}',
  ADD COLUMN marks text,
  ADD COLUMN employer text;
CREATE INDEX submission_person_alias ON submission_person USING gin (folded_aliases);

ALTER TABLE submission_place
  ADD COLUMN business text,
  ADD COLUMN sector text;

ALTER TABLE submission_vehicle ADD COLUMN country text;

ALTER TABLE submission_contact
  DROP CONSTRAINT submission_contact_kind_check,
  ADD CONSTRAINT submission_contact_kind_check
    CHECK (kind IN ('phone', 'email', 'account', 'address', 'advert', 'website', 'bank', 'other')),
  ADD COLUMN platform text,
  ADD COLUMN organisation_position integer;

-- An index of the partners' submissions has had this name.
ALTER INDEX submission_organisation RENAME TO submission_partner;
CREATE TABLE submission_organisation (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  position integer NOT NULL,
  name text,
  folded_name text NOT NULL DEFAULT '',
  part text,
  -- A section of ISIC revision 4, "A" to "U", or "not_known".
  sector text,
  registered_number text,
  address text,
  UNIQUE (submission_id, position)
);
CREATE INDEX submission_organisation_name ON submission_organisation (folded_name) WHERE folded_name <> '';

-- Two rows of one submission and how they are connected. An end is named by its kind and its position.
CREATE TABLE submission_link (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  position integer NOT NULL,
  from_kind text NOT NULL CHECK (from_kind IN ('person', 'place', 'vehicle', 'organisation', 'contact')),
  from_position integer NOT NULL,
  kind text NOT NULL,
  to_kind text NOT NULL CHECK (to_kind IN ('person', 'place', 'vehicle', 'organisation', 'contact')),
  to_position integer NOT NULL,
  note text,
  UNIQUE (submission_id, position)
);

REVOKE UPDATE, DELETE ON submission_organisation, submission_link FROM portal_app;
