-- What came of a report stands with the records elsewhere: a visit, a warrant, arrests and people safeguarded with their
-- number, a disruption. Each has its day, the item that it came of where one is known, and the dissemination whose
-- recipients told it, who may correct it. Compared as text, as a value that is new to an enum cannot be used in the
-- transaction that adds it.
ALTER TYPE record_kind ADD VALUE 'visit';
ALTER TYPE record_kind ADD VALUE 'warrant';
ALTER TYPE record_kind ADD VALUE 'arrests';
ALTER TYPE record_kind ADD VALUE 'safeguarded';
ALTER TYPE record_kind ADD VALUE 'disruption';
ALTER TABLE record_link
  ADD COLUMN people integer,
  ADD COLUMN item_id uuid REFERENCES intelligence_item (id) ON DELETE CASCADE,
  ADD COLUMN dissemination_id uuid REFERENCES dissemination (id) ON DELETE CASCADE,
  DROP CONSTRAINT record_link_reference,
  ADD CONSTRAINT record_link_reference CHECK (reference IS NOT NULL
    OR kind::text IN ('safeguarding', 'passed_on', 'visit', 'warrant', 'arrests', 'safeguarded', 'disruption')),
  ADD CONSTRAINT record_link_people CHECK ((kind::text IN ('arrests', 'safeguarded')) = (people IS NOT NULL) AND people BETWEEN 1 AND 999),
  ADD CONSTRAINT record_link_dated
    CHECK (dated_on IS NOT NULL OR kind::text NOT IN ('visit', 'warrant', 'arrests', 'safeguarded', 'disruption'));
CREATE INDEX record_link_item ON record_link (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX record_link_dissemination ON record_link (dissemination_id) WHERE dissemination_id IS NOT NULL;
