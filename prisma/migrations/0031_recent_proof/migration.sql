-- When whoever uses a session last proved who they are: at sign-in, or since, where something asked for it (decision 0071).
-- Real time. Sessions of before have not.
ALTER TABLE session RENAME COLUMN second_factor_at TO proved_at;
