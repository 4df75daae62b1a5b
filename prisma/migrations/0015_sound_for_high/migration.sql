-- Whether an open page makes a sound when something High comes, which everybody switches on for themselves.
ALTER TABLE account ADD COLUMN sound_for_high boolean NOT NULL DEFAULT false;
