-- That a step taken for a High submission reached somebody: a mail server or the alert address took it. A step without a
-- row was told to nobody, and /health/urgent fails for it after ten minutes (product.md, "High never waits").
CREATE TYPE high_channel AS ENUM ('mail', 'alert');
CREATE TABLE high_delivery (
  id uuid PRIMARY KEY,
  high_notice_id uuid NOT NULL REFERENCES high_notice (id),
  channel high_channel NOT NULL,
  delivered_at timestamptz(3) NOT NULL
);
CREATE INDEX high_delivery_of_notice ON high_delivery (high_notice_id);
SELECT make_append_only('high_delivery');
