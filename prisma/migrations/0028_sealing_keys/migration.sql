-- The ids of the keys that sealed values of this database are under: start-up compares them with the keys that are set.
CREATE TABLE sealing_key (
  id text PRIMARY KEY,
  CONSTRAINT sealing_key_id CHECK (id ~ '^[0-9a-f]{8}$')
);
REVOKE UPDATE, TRUNCATE ON sealing_key FROM portal_app;

INSERT INTO sealing_key (id)
SELECT DISTINCT encode(substring(sealed FROM 2 FOR 4), 'hex') FROM (
  SELECT sealed FROM source_record UNION ALL SELECT sealed FROM contact_record UNION ALL SELECT contact_sealed FROM account
  UNION ALL SELECT details FROM attachment UNION ALL SELECT file_key FROM attachment
) AS kept WHERE sealed IS NOT NULL;

-- Whatever is sealed names its key here, in the same transaction.
CREATE FUNCTION note_sealing_key() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sealed bytea;
BEGIN
  EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO sealed USING NEW;
  IF sealed IS NOT NULL THEN
    INSERT INTO sealing_key (id) VALUES (encode(substring(sealed FROM 2 FOR 4), 'hex')) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER source_record_key AFTER INSERT OR UPDATE OF sealed ON source_record
  FOR EACH ROW EXECUTE FUNCTION note_sealing_key('sealed');
CREATE TRIGGER contact_record_key AFTER INSERT OR UPDATE OF sealed ON contact_record
  FOR EACH ROW EXECUTE FUNCTION note_sealing_key('sealed');
CREATE TRIGGER account_contact_key AFTER INSERT OR UPDATE OF contact_sealed ON account
  FOR EACH ROW EXECUTE FUNCTION note_sealing_key('contact_sealed');
CREATE TRIGGER attachment_details_key AFTER INSERT OR UPDATE OF details ON attachment
  FOR EACH ROW EXECUTE FUNCTION note_sealing_key('details');
CREATE TRIGGER attachment_file_key AFTER INSERT OR UPDATE OF file_key ON attachment
  FOR EACH ROW EXECUTE FUNCTION note_sealing_key('file_key');

-- Sealing anew wraps the data key again and leaves the encrypted text, byte 65 to the end, as it is (app/platform/crypto/envelope.ts).
CREATE FUNCTION same_sealed_text(was bytea, becomes bytea) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT was IS NOT DISTINCT FROM becomes
    OR coalesce(octet_length(becomes) > 65 AND substring(was FROM 66) = substring(becomes FROM 66), false)
$$;

-- A source record is rewritten and removed with its draft only; from submission on nothing but its key changes.
CREATE OR REPLACE FUNCTION refuse_source_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.submission_id IS NULL THEN RETURN coalesce(NEW, OLD); END IF;
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'sealed' IS DISTINCT FROM to_jsonb(OLD) - 'sealed'
     OR NOT same_sealed_text(OLD.sealed, NEW.sealed) THEN
    RAISE EXCEPTION 'a submitted source record is sealed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Likewise how a sender is reached.
CREATE FUNCTION refuse_contact_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'sealed' IS DISTINCT FROM to_jsonb(OLD) - 'sealed'
     OR NOT same_sealed_text(OLD.sealed, NEW.sealed) THEN
    RAISE EXCEPTION 'a contact record stays as it was sealed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER append_only_rows ON contact_record;
CREATE TRIGGER contact_record_sealed BEFORE UPDATE OR DELETE ON contact_record
  FOR EACH ROW EXECUTE FUNCTION refuse_contact_change();
GRANT UPDATE (sealed) ON contact_record TO portal_app;

-- And what a file is called and the key of its bytes, which can be taken away and never replaced.
CREATE FUNCTION refuse_file_text_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT same_sealed_text(OLD.details, NEW.details)
     OR (NEW.file_key IS NOT NULL AND NOT same_sealed_text(OLD.file_key, NEW.file_key)) THEN
    RAISE EXCEPTION 'what was received cannot be rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attachment_sealed_text BEFORE UPDATE OF details, file_key ON attachment
  FOR EACH ROW EXECUTE FUNCTION refuse_file_text_change();
