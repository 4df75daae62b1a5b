-- An item of the plan is owned by a role, whoever holds it, by somebody who is named, or by nobody; and it is looked at again
-- on a day. All of it is one word of the MDS lead: the newest row counts.
ALTER TABLE plan_item_owner
  ADD COLUMN role_title text CHECK (role_title <> ''),
  ADD COLUMN review_on date;

-- Who was told how many days before an item is to be looked at; none: that it is due. Once for each day on which it is to be.
CREATE TABLE plan_review_notice (
  plan_item_id uuid NOT NULL REFERENCES plan_item (id),
  review_on date NOT NULL,
  days integer NOT NULL CHECK (days IN (7, 0)),
  told_at timestamptz(3) NOT NULL,
  PRIMARY KEY (plan_item_id, review_on, days)
);
SELECT make_append_only('plan_review_notice');
