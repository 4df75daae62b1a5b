-- Matches between submissions, links that officers make between them, and search.
-- The three extensions are trusted: from PostgreSQL 13 on the owner of a database may add them without being a superuser.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA public;

-- What an index is built on names its functions with their schema: it is also built where no search path is set.

-- How a folded name sounds: the codes of its words, in no order. A word of one letter says nothing.
CREATE FUNCTION name_sounds(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT code ORDER BY code), '{}')
  FROM regexp_split_to_table(folded, ' ') AS word,
    LATERAL (VALUES (public.dmetaphone(word)), (public.dmetaphone_alt(word))) AS codes (code)
  WHERE length(word) > 1 AND length(code) > 1 $$;

-- Pairs of neighbouring known characters of a registration mark, with their place and its length: "7:0:BX".
CREATE FUNCTION mark_pairs(mark text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(length(mark) || ':' || at || ':' || substr(mark, at, 2)), '{}')
  FROM generate_series(1, length(mark) - 1) AS at WHERE position('?' IN substr(mark, at, 2)) = 0 $$;

-- How many characters two marks share when they contradict each other nowhere ("?" is not known); null when they do.
CREATE FUNCTION marks_agree(one text, other text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN length(one) = length(other) AND bool_and(a = b OR a = '?' OR b = '?')
    THEN (count(*) FILTER (WHERE a = b AND a <> '?'))::integer END
  FROM unnest(string_to_array(one, NULL), string_to_array(other, NULL)) AS t (a, b) $$;

-- Words of an address or a landmark: lower case, without accents and punctuation.
CREATE FUNCTION place_words(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT trim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, coalesce(written, ''))), '[^a-z0-9]+', ' ', 'g')) $$;

CREATE TEXT SEARCH CONFIGURATION portal_english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION portal_english
  ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.english_stem;

-- The answers of a report as they were shown, without the questions, and without what stands for a sealed answer.
CREATE FUNCTION report_answers(document jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT pg_catalog.jsonb_path_query_array(document, '$.sections[*].*[*].entries[*] ? (@.state == "answered").answer[*]') $$;
CREATE FUNCTION report_lexemes(document jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT pg_catalog.jsonb_to_tsvector('public.portal_english'::regconfig, public.report_answers(document), '["string"]') $$;
CREATE FUNCTION text_lexemes(written text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT pg_catalog.to_tsvector('public.portal_english'::regconfig, written) $$;

CREATE INDEX submission_content_lexemes ON submission_content USING gin (report_lexemes(document));
CREATE INDEX sanitised_text_lexemes ON sanitised_text USING gin (text_lexemes(text));
CREATE INDEX intelligence_item_lexemes ON intelligence_item USING gin (text_lexemes(title));

CREATE INDEX submission_vehicle_pairs ON submission_vehicle USING gin (mark_pairs(registration_normalised))
  WHERE registration_normalised IS NOT NULL;
CREATE INDEX submission_vehicle_part ON submission_vehicle USING gin (registration_normalised gin_trgm_ops)
  WHERE registration_normalised IS NOT NULL;
CREATE INDEX submission_person_similar ON submission_person USING gin (folded_name gin_trgm_ops) WHERE folded_name <> '';
CREATE INDEX submission_person_sounds ON submission_person USING gin (name_sounds(folded_name)) WHERE folded_name <> '';
CREATE INDEX submission_person_born ON submission_person (date_of_birth) WHERE date_of_birth IS NOT NULL;
CREATE INDEX submission_place_address ON submission_place USING gin (place_words(address) gin_trgm_ops) WHERE address IS NOT NULL;
CREATE INDEX submission_place_landmark ON submission_place USING gin (place_words(landmark) gin_trgm_ops) WHERE landmark IS NOT NULL;
CREATE INDEX submission_place_prefix ON submission_place (postcode_normalised text_pattern_ops) WHERE postcode_normalised IS NOT NULL;
CREATE INDEX submission_organisation_similar ON submission_organisation USING gin (folded_name gin_trgm_ops) WHERE folded_name <> '';

-- What an officer has found two submissions to have to do with each other. A duplicate points to its original.
CREATE TABLE submission_relation (
  id uuid PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (id),
  other_id uuid NOT NULL REFERENCES submission (id),
  kind text NOT NULL CHECK (kind IN ('duplicate_of', 'same_person', 'same_vehicle', 'same_place', 'same_network')),
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  related_by uuid NOT NULL REFERENCES account (id),
  related_at timestamptz(3) NOT NULL,
  CONSTRAINT submission_relation_two CHECK (submission_id <> other_id)
);
CREATE INDEX submission_relation_submission ON submission_relation (submission_id, related_at);
CREATE INDEX submission_relation_other ON submission_relation (other_id, related_at);

-- Why a relation no longer holds. The relation itself stays.
CREATE TABLE submission_relation_end (
  relation_id uuid PRIMARY KEY REFERENCES submission_relation (id),
  reason text NOT NULL CHECK (length(trim(reason)) > 0),
  ended_by uuid NOT NULL REFERENCES account (id),
  ended_at timestamptz(3) NOT NULL
);

SELECT make_append_only('submission_relation');
SELECT make_append_only('submission_relation_end');
