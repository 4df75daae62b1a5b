-- Records elsewhere that belong to a submission, and how a victim who wants contact is contacted.

-- A link to a record elsewhere, as it was written at one time: link_id is the link, number its versions, and the newest
-- counts. A link that was removed has a last version that says why and repeats what it was.
CREATE TABLE record_link (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  link_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('crime', 'incident_log', 'nrm', 'duty_to_notify', 'safeguarding')),
  reference text,
  agency text,
  dated_on date,
  status text,
  note text,
  given_by_partner boolean NOT NULL,
  removed_reason text CHECK (length(trim(removed_reason)) > 0),
  written_by uuid NOT NULL REFERENCES account (id),
  written_at timestamptz(3) NOT NULL,
  CONSTRAINT record_link_version UNIQUE (link_id, number),
  CONSTRAINT record_link_reference CHECK (reference IS NOT NULL OR kind = 'safeguarding'),
  CONSTRAINT record_link_referral CHECK ((kind = 'safeguarding') = (agency IS NOT NULL AND dated_on IS NOT NULL)),
  CONSTRAINT record_link_status CHECK ((kind IN ('nrm', 'duty_to_notify')) = (status IS NOT NULL))
);
CREATE INDEX record_link_submission ON record_link (submission_id, link_id, number);

-- How and when a victim may be contacted; the newest version counts. Either a next contact has its day, or it is said why
-- there is none.
CREATE TABLE contact_plan (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  number integer NOT NULL CHECK (number > 0),
  who text NOT NULL CHECK (length(trim(who)) > 0),
  how text NOT NULL CHECK (length(trim(how)) > 0),
  safe_times text NOT NULL CHECK (length(trim(safe_times)) > 0),
  never text NOT NULL CHECK (length(trim(never)) > 0),
  interpreter text NOT NULL CHECK (interpreter IN ('needed', 'not_needed', 'not_known')),
  language text,
  next_on date,
  ended_reason text CHECK (length(trim(ended_reason)) > 0),
  written_by uuid NOT NULL REFERENCES account (id),
  written_at timestamptz(3) NOT NULL,
  CONSTRAINT contact_plan_version UNIQUE (submission_id, number),
  CONSTRAINT contact_plan_language CHECK (interpreter <> 'needed' OR language IS NOT NULL),
  CONSTRAINT contact_plan_next CHECK (num_nonnulls(next_on, ended_reason) = 1)
);

-- A contact that was made or tried, under the version of the plan that stood then.
CREATE TABLE contact_made (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  contact_plan_id uuid NOT NULL REFERENCES contact_plan (id),
  made_on date NOT NULL,
  result text NOT NULL CHECK (length(trim(result)) > 0),
  next_on date,
  ended_reason text CHECK (length(trim(ended_reason)) > 0),
  recorded_by uuid NOT NULL REFERENCES account (id),
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT contact_made_next CHECK (num_nonnulls(next_on, ended_reason) = 1)
);
CREATE INDEX contact_made_submission ON contact_made (submission_id, recorded_at, id);

-- When the next contact is due, as the newest plan or contact says; null when none is planned.
CREATE TABLE contact_due (
  submission_id uuid PRIMARY KEY REFERENCES submission (id),
  next_on date
);
CREATE INDEX contact_due_next ON contact_due (next_on, submission_id) WHERE next_on IS NOT NULL;
REVOKE DELETE ON contact_due FROM portal_app;

SELECT make_append_only('record_link');
SELECT make_append_only('contact_plan');
SELECT make_append_only('contact_made');
