-- Figures for readers outside FIB are totals of closed quarters and nothing else: cells by item, area, channel and kind
-- overlapped, and could be subtracted from each other. What was frozen of them goes. count null: below five.
DROP TABLE published_figure;
CREATE TABLE published_quarter (
  first_month text PRIMARY KEY CHECK (first_month ~ '^\d{4}-(01|04|07|10)$'),
  count integer CHECK (count >= 5),
  frozen_at timestamptz(3) NOT NULL
);
SELECT make_append_only('published_quarter');
