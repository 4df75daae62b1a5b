-- What a lead's home says of the last weeks is counted too (docs/decisions/0123); a value of an enum is of use once it is committed.
ALTER TYPE counted_fact ADD VALUE 'seen';
ALTER TYPE counted_fact ADD VALUE 'assessed';
ALTER TYPE counted_fact ADD VALUE 'answered';
ALTER TYPE counted_fact ADD VALUE 'results';
ALTER TYPE counted_fact ADD VALUE 'people';
ALTER TYPE counted_fact ADD VALUE 'listed';
