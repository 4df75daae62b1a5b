-- Whether a partner's answer to a question says that somebody is in danger. Null for what police wrote, and for answers from
-- before they were asked.
ALTER TABLE partner_message ADD COLUMN danger text CHECK (danger IN ('now', 'soon', 'no'));
