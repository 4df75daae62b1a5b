-- Figures for readers outside FIB: closed months only, suppressed, frozen once. Neither a running counter nor two
-- editions can then be subtracted. count null: suppressed.
CREATE TABLE published_figure (
  id uuid PRIMARY KEY,
  month text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  dimension text NOT NULL CHECK (dimension IN ('total', 'area', 'plan_item', 'channel', 'exploitation_type')),
  key text NOT NULL,
  count integer CHECK (count >= 5),
  frozen_at timestamptz(3) NOT NULL,
  CONSTRAINT published_figure_once UNIQUE (month, dimension, key)
);
SELECT make_append_only('published_figure');
