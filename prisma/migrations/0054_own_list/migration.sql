-- By what a partner's own case is known to them (docs/decisions/0085): what tells their reports apart in their list, where it
-- is looked for. Officers read it where they read the answer. It may be added after sending.
ALTER TABLE submission ADD COLUMN partner_reference text;
UPDATE submission s SET partner_reference = (
  SELECT nullif(trim(given.answers ->> (f.meanings ->> 'partner.reference')), '')
  FROM (
    SELECT c.answers, s.submitted_at AS at FROM submission_content c WHERE c.submission_id = s.id
    UNION ALL SELECT a.answers, a.added_at FROM supplement a WHERE a.submission_id = s.id AND a.part IS NOT NULL) AS given
  WHERE given.answers ? (f.meanings ->> 'partner.reference')
  ORDER BY given.at LIMIT 1)
FROM form_version f WHERE f.version = s.form_version;

-- A list of what a partner sent begins with what is open: read from here, however much has ended.
CREATE INDEX submission_own_open ON submission (submitted_by, submitted_at DESC, id) WHERE closed_at IS NULL;
CREATE INDEX submission_partner_open ON submission (organisation_id, submitted_at DESC, id) WHERE closed_at IS NULL;

-- Leads see who of their organisation sent which report, and who has a question to answer.
ALTER TABLE organisation ADD COLUMN agreement_authors boolean NOT NULL DEFAULT false;
