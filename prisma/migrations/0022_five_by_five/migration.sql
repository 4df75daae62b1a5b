-- The grade that an item had by the scheme before 3x5x2, "E41", where it was graded by it at the time.
ALTER TABLE item_grade ADD COLUMN five_by_five text CHECK (five_by_five ~ '^[A-E][1-5][1-5]$');
