-- Until when the word of the force's directory about somebody holds while it says nothing new: then their roles go.
ALTER TABLE directory_identity ADD COLUMN vouched_until timestamptz(3) NOT NULL DEFAULT now() + interval '30 days';
ALTER TABLE directory_identity ALTER COLUMN vouched_until DROP DEFAULT;
