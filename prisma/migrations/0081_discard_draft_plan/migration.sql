-- A draft that nobody wants any more is deleted with what it says; a plan that was published is not, whoever asks. Its items
-- are held already (0080).
CREATE FUNCTION keep_published_plan() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'a published plan is not deleted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER plan_kept BEFORE DELETE ON plan FOR EACH ROW EXECUTE FUNCTION keep_published_plan();
GRANT DELETE ON plan TO portal_app;
