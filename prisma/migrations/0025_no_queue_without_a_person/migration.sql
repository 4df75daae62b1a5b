-- The queue from which a submission fell to those further up, as none of its officers was here (decision 0063). Null
-- once somebody has claimed it, moved it or ended it, or somebody of that queue is back.
ALTER TABLE submission ADD COLUMN fell_from uuid REFERENCES queue (id);
CREATE INDEX submission_fallen ON submission (fell_from, id) WHERE fell_from IS NOT NULL;
