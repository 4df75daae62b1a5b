-- Keys for triage, which everybody switches on for themselves, and search for records kept elsewhere.

ALTER TABLE account ADD COLUMN keyboard_triage boolean NOT NULL DEFAULT false;

-- What makes two writings of a reference one: its letters and digits.
CREATE FUNCTION record_key(reference text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT upper(regexp_replace(reference, '[^[:alnum:]]', '', 'g')) $$;
CREATE INDEX record_link_key ON record_link (record_key(reference)) WHERE reference IS NOT NULL;
