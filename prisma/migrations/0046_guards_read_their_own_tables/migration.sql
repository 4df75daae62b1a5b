-- The application's role may make tables of its own for a session (TEMP), and a name that says no schema means such a table
-- before that of the portal. So it could show a guard an agreement or a disposal that there is not. Every guard looks in the
-- portal's schema first, and so does what it calls.
DO $$
DECLARE
  guard regprocedure;
BEGIN
  FOR guard IN
    SELECT p.oid FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND (p.prorettype = 'trigger'::regtype OR p.proname = 'disposing')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', guard);
  END LOOP;
END $$;
