-- Whether another organisation told of the same kind of work lately is asked for each text that is to be sent on.
CREATE INDEX submission_place_sector ON submission_place (sector, submission_id) WHERE sector IS NOT NULL;
