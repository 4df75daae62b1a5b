-- How to reach whoever sends reports: an envelope in their account, and with each report one of its own, bound to its row
-- (docs/decisions/0065). What a number says is in the envelope only; beside it stands that there is one. A number that stood
-- in clear goes: no statement has the key to seal it, and nobody but the demonstration wrote one.
ALTER TABLE account DROP COLUMN phone, ADD COLUMN contact_sealed bytea;

CREATE TABLE contact_record (
  submission_id uuid PRIMARY KEY REFERENCES submission (id),
  -- Null where whoever sent it said that there is no safe way but to write to them in the portal.
  sealed bytea,
  telephone boolean NOT NULL,
  safe_times boolean NOT NULL,
  another_way boolean NOT NULL,
  CONSTRAINT contact_record_holds_what_it_says CHECK ((sealed IS NOT NULL) = (telephone OR safe_times OR another_way))
);
SELECT make_append_only('contact_record');
