-- Since when a victim wants contact of whom no contact plan is written (docs/decisions/0060). It stands in the list of
-- contacts due while the submission is open, and closing asks for a plan or a reason.
ALTER TABLE submission ADD COLUMN contact_wished_on date;
UPDATE submission s SET contact_wished_on = (s.submitted_at AT TIME ZONE 'Europe/London')::date
  WHERE NOT EXISTS (SELECT FROM contact_plan p WHERE p.submission_id = s.id) AND (
    SELECT bool_or(given.answers ->> (f.meanings ->> 'victim.onBehalf') = 'yes')
      AND bool_or(given.answers ->> (f.meanings ->> 'victim.wantsContact') = 'yes')
    FROM form_version f, LATERAL (
      SELECT c.answers FROM submission_content c WHERE c.submission_id = s.id
      UNION ALL SELECT a.answers FROM supplement a WHERE a.submission_id = s.id AND a.part IS NOT NULL) AS given
    WHERE f.version = s.form_version);
CREATE INDEX submission_contact_wished ON submission (contact_wished_on, id)
  WHERE contact_wished_on IS NOT NULL AND status NOT IN ('closed', 'rejected', 'withdrawn');
