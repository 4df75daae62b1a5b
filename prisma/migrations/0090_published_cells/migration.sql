-- Published figures as a small closed set of tables, checked together and frozen by a job on a stated day
-- (docs/decisions/0095). Each figure is a range, so that what somebody can work out of all of them is arithmetic: 0 to 0
-- is none, 1 to 4 too few to show, no range is withheld.
CREATE TYPE published_table AS ENUM ('total', 'area', 'came_of_it', 'exploitation');
CREATE TABLE published_cell (
  first_month text NOT NULL REFERENCES published_quarter,
  "table" published_table NOT NULL,
  key text NOT NULL,
  least integer,
  most integer,
  PRIMARY KEY (first_month, "table", key),
  CONSTRAINT published_cell_range CHECK ((least IS NULL) = (most IS NULL) AND 0 <= least AND least <= most),
  -- No figure says more of one to four than that it is one of them.
  CONSTRAINT published_cell_none_below_five CHECK (most = 0 OR least >= 5 OR (least <= 1 AND most >= 4))
);

-- Quarters that were frozen when somebody first looked keep the one figure that they had, and get no more tables: what is
-- counted now may differ from what was counted then.
INSERT INTO published_cell (first_month, "table", key, least, most)
  SELECT first_month, 'total', 'all', coalesce(count, 0), coalesce(count, 4) FROM published_quarter;
SELECT make_append_only('published_cell');
ALTER TABLE published_quarter DROP COLUMN count;
-- What was counted, in the words of that day: a later wording says nothing of earlier figures.
ALTER TABLE published_quarter ADD COLUMN definition text NOT NULL
  DEFAULT 'Submissions received by the whole force, without those restricted to the Force Intelligence Bureau, as they stood when somebody first looked after the quarter had ended. Fewer than five were not shown.';
ALTER TABLE published_quarter ALTER COLUMN definition DROP DEFAULT;

-- The lead of an area has its own list counted by month.
CREATE INDEX submission_area_received ON submission (area_id, submitted_at) WHERE NOT restricted;
