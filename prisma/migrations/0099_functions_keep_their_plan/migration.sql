-- PostgreSQL parses and plans the body of a function in SQL anew in each statement that calls it, where it cannot put it into
-- the statement itself. One in PL/pgSQL is planned once a session. These are asked on each page of a submission and in
-- each search for matches, and give what they gave (docs/decisions/0127).

CREATE OR REPLACE FUNCTION danger_goes_on(of_submission uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM submission_relation l JOIN submission o ON o.id = l.other_id
    WHERE l.submission_id = of_submission AND l.kind = 'duplicate_of' AND o.priority = 'high' AND o.status NOT IN ('closed', 'rejected', 'withdrawn')
      AND NOT EXISTS (SELECT 1 FROM submission_relation_end e WHERE e.relation_id = l.id));
END $$;

CREATE OR REPLACE FUNCTION item_stands(of_item uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN NOT EXISTS (SELECT 1 FROM item_void v WHERE v.item_id = of_item);
END $$;

CREATE OR REPLACE FUNCTION marks_agree(one text, other text) RETURNS integer LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT CASE WHEN length(one) = length(other) AND bool_and(a = b OR a = '?' OR b = '?')
      THEN (count(*) FILTER (WHERE a = b AND a <> '?'))::integer END
    FROM unnest(string_to_array(one, NULL), string_to_array(other, NULL)) AS t (a, b));
END $$;

-- A loop: the planner takes a series of unknown length for long, and would plan each call for its own.
CREATE OR REPLACE FUNCTION mark_pairs(mark text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  pairs text[] := '{}';
  pair text;
BEGIN
  FOR at IN 1 .. length(mark) - 1 LOOP
    pair := substr(mark, at, 2);
    IF position('?' IN pair) = 0 THEN
      pairs := pairs || (length(mark) || ':' || at || ':' || pair);
    END IF;
  END LOOP;
  RETURN pairs;
END $$;

CREATE OR REPLACE FUNCTION name_sounds(folded text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(DISTINCT code ORDER BY code), '{}')
    FROM regexp_split_to_table(folded, ' ') AS word,
      LATERAL (VALUES (public.dmetaphone(word)), (public.dmetaphone_alt(word))) AS codes (code)
    WHERE length(word) > 1 AND length(code) > 1);
END $$;
