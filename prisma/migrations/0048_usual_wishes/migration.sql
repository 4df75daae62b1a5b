-- What a partner usually wishes of what they saw themselves: shown before a report is sent, and changed there for one report.
ALTER TABLE account
  ADD COLUMN sharing_limit text CHECK (sharing_limit IN ('police_only', 'no_limit')),
  ADD COLUMN call_first boolean;
