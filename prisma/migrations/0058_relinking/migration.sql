-- What newer rules would do to the links of reports that were routed by older ones: counted by a job, done on request, both in
-- batches. `batch_at` and `batch_id` are the report that the last batch ended with. Nobody is named in it but who asked.
CREATE TABLE relinking (
  plan_id uuid NOT NULL REFERENCES plan (id),
  routing_version integer NOT NULL REFERENCES routing_rule_set (version),
  batch_at timestamptz(3),
  batch_id uuid,
  looked_at integer NOT NULL DEFAULT 0,
  found jsonb NOT NULL DEFAULT '{}',
  counted_at timestamptz(3),
  done jsonb NOT NULL DEFAULT '{}',
  asked_by uuid REFERENCES account (id),
  asked_at timestamptz(3),
  done_at timestamptz(3),
  PRIMARY KEY (plan_id, routing_version),
  CONSTRAINT relinking_batch CHECK ((batch_at IS NULL) = (batch_id IS NULL)),
  -- Counted first, then asked for by somebody, then done.
  CONSTRAINT relinking_in_order CHECK (
    (asked_at IS NULL) = (asked_by IS NULL) AND (asked_at IS NULL OR counted_at IS NOT NULL) AND (done_at IS NULL OR asked_at IS NOT NULL)
  )
);
REVOKE DELETE ON relinking FROM portal_app;
