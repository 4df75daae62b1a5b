-- Numbers and addresses of an organisation's own offices, as they were typed: the standing watch tells nobody that two
-- reports name one of them (docs/decisions/0091). They are public, and of no person who is reported.
ALTER TABLE organisation ADD COLUMN own_contacts text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT organisation_own_contacts_some CHECK (cardinality(own_contacts) <= 40);
