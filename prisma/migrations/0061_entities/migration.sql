-- A vehicle, contact, person, place or business has one page for everything that names it (docs/decisions/0088). What names
-- it has its id: made of what makes two mentions one, and of a key that only this database has, so that no address and no
-- log tells a mark or a number, not even to somebody who tries them all.
CREATE TABLE entity_key (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  key text NOT NULL
);
INSERT INTO entity_key (key) VALUES (gen_random_uuid()::text || gen_random_uuid()::text);
REVOKE ALL ON entity_key FROM portal_app;

CREATE FUNCTION entity_of(of_kind entity_kind, said text) RETURNS uuid
  LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT encode(substr(sha256(convert_to(key || ':' || of_kind || ':' || said, 'UTF8')), 1, 16), 'hex')::uuid FROM entity_key $$;
REVOKE ALL ON FUNCTION entity_of(entity_kind, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entity_of(entity_kind, text) TO portal_app;

-- What makes two mentions one; null where it says too little. A mark of which fewer than four characters are known, a name
-- of one word, and a number of three figures are many things.
CREATE FUNCTION vehicle_entity(mark text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN length(replace(mark, '?', '')) >= 4 THEN entity_of('vehicle', mark) END $$;
CREATE FUNCTION contact_entity(kind contact_kind, said text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN length(said) >= 4 THEN entity_of('contact', kind || ':' || said) END $$;
-- In whichever order the names stand.
CREATE FUNCTION person_entity(written text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN count(*) > 1 THEN entity_of('person', string_agg(word, ' ' ORDER BY word)) END
  FROM string_to_table(place_words(written), ' ') AS word $$;
-- A whole postcode: which house it is says each report.
CREATE FUNCTION place_entity(postcode text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN position(' ' IN postcode) > 0 AND postcode ~ '[A-Z]{2}$' THEN entity_of('place', postcode) END $$;
CREATE FUNCTION organisation_entity(folded text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN length(folded) >= 3 THEN entity_of('organisation', folded) END $$;

ALTER TABLE submission_vehicle ADD COLUMN entity_id uuid;
ALTER TABLE submission_contact ADD COLUMN entity_id uuid;
ALTER TABLE submission_person ADD COLUMN entity_id uuid;
ALTER TABLE submission_place ADD COLUMN entity_id uuid;
ALTER TABLE submission_organisation ADD COLUMN entity_id uuid;

-- Whoever writes a row, its id is what the row says.
CREATE FUNCTION know_entity() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'submission_vehicle' THEN NEW.entity_id := vehicle_entity(NEW.registration_normalised);
    WHEN 'submission_contact' THEN NEW.entity_id := contact_entity(NEW.kind, NEW.value_normalised);
    WHEN 'submission_person' THEN NEW.entity_id := CASE
      WHEN place_words(NEW.forename) <> '' AND place_words(NEW.surname) <> '' THEN person_entity(concat_ws(' ', NEW.forename, NEW.surname)) END;
    WHEN 'submission_place' THEN NEW.entity_id := place_entity(NEW.postcode_normalised);
    WHEN 'submission_organisation' THEN NEW.entity_id := organisation_entity(NEW.folded_name);
  END CASE;
  RETURN NEW;
END $$;
DO $$
DECLARE
  relation text;
BEGIN
  FOREACH relation IN ARRAY ARRAY['vehicle', 'contact', 'person', 'place', 'organisation'] LOOP
    EXECUTE format('CREATE TRIGGER submission_%1$s_entity BEFORE INSERT OR UPDATE ON submission_%1$s FOR EACH ROW EXECUTE FUNCTION know_entity()', relation);
    -- Those that are there.
    EXECUTE format('UPDATE submission_%s SET entity_id = NULL', relation);
    EXECUTE format('CREATE INDEX submission_%1$s_entity ON submission_%1$s (entity_id) WHERE entity_id IS NOT NULL', relation);
  END LOOP;
END $$;

-- What a sanitised text names, read when it is saved: as it is written there, and as it is compared. Of people and businesses
-- only what stands in the text, never more of what the report says.
CREATE TABLE sanitised_mention (
  id uuid PRIMARY KEY,
  sanitised_text_id uuid NOT NULL REFERENCES sanitised_text (id) ON DELETE CASCADE,
  position integer NOT NULL,
  kind entity_kind NOT NULL,
  contact_kind contact_kind,
  written text NOT NULL,
  -- A mark, number or address normalised, a postcode, or the words of a name folded.
  value text NOT NULL,
  entity_id uuid,
  CONSTRAINT sanitised_mention_of_contact CHECK ((kind = 'contact') = (contact_kind IS NOT NULL)),
  UNIQUE (sanitised_text_id, position)
);
CREATE FUNCTION know_mentioned() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.entity_id := CASE NEW.kind
    WHEN 'vehicle' THEN vehicle_entity(NEW.value)
    WHEN 'contact' THEN contact_entity(NEW.contact_kind, NEW.value)
    WHEN 'person' THEN person_entity(NEW.value)
    WHEN 'place' THEN place_entity(NEW.value)
    WHEN 'organisation' THEN organisation_entity(NEW.value)
  END;
  RETURN NEW;
END $$;
CREATE TRIGGER sanitised_mention_entity BEFORE INSERT ON sanitised_mention FOR EACH ROW EXECUTE FUNCTION know_mentioned();
SELECT make_append_only('sanitised_mention');
CREATE INDEX sanitised_mention_entity ON sanitised_mention (entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX sanitised_mention_value ON sanitised_mention (value text_pattern_ops);
CREATE INDEX sanitised_mention_mark ON sanitised_mention USING gin (value gin_trgm_ops) WHERE kind = 'vehicle';
CREATE INDEX sanitised_mention_unsure ON sanitised_mention USING gin (mark_pairs(value)) WHERE kind = 'vehicle';
CREATE INDEX sanitised_mention_name ON sanitised_mention USING gin (value gin_trgm_ops) WHERE kind IN ('person', 'organisation');
-- W is V where many of the names come from: "Novak" and "Nowak" sound the same.
CREATE INDEX sanitised_mention_sounds ON sanitised_mention USING gin (name_sounds(translate(value, 'w', 'v'))) WHERE kind = 'person';

-- Everything that names something, in reports and in the texts made of them. `position` names a row of a report among those
-- of its kind; `detail` is what is said beside it.
CREATE VIEW entity_mention AS
  SELECT entity_id, submission_id, NULL::uuid AS sanitised_text_id, 'vehicle'::entity_kind AS kind, position, read_from_text,
    registration_normalised AS written, NULL::contact_kind AS contact_kind,
    concat_ws(', ', nullif(concat_ws(' ', colour, make, model), ''), marks) AS detail FROM submission_vehicle
  UNION ALL SELECT entity_id, submission_id, NULL, 'contact', position, read_from_text,
    CASE WHEN kind = 'phone' THEN value_normalised ELSE value END, kind, coalesce(platform, '') FROM submission_contact
  UNION ALL SELECT entity_id, submission_id, NULL, 'person', position, false, concat_ws(' ', forename, surname), NULL,
    concat_ws(', ', '“' || alias || '”', 'born ' || to_char(date_of_birth, 'FMDD FMMonth YYYY')) FROM submission_person
  UNION ALL SELECT entity_id, submission_id, NULL, 'place', position, read_from_text, postcode_normalised, NULL,
    concat_ws(', ', address, town, landmark) FROM submission_place
  UNION ALL SELECT entity_id, submission_id, NULL, 'organisation', position, false, name, NULL, coalesce(address, '') FROM submission_organisation
  UNION ALL SELECT m.entity_id, i.submission_id, m.sanitised_text_id, m.kind, m.position, true,
    CASE WHEN m.kind IN ('vehicle', 'place') OR m.contact_kind = 'phone' THEN m.value ELSE m.written END, m.contact_kind, ''
    FROM sanitised_mention m JOIN sanitised_text t ON t.id = m.sanitised_text_id JOIN intelligence_item i ON i.id = t.item_id;
REVOKE INSERT, UPDATE, DELETE ON entity_mention FROM portal_app;
