-- A kind of recipient to whom no one person lets anything out, and the kind of request for it (docs/decisions/0080). A value
-- that a type gets can be used from the next migration on.
ALTER TYPE recipient_kind ADD VALUE 'immigration_enforcement';
ALTER TYPE request_kind ADD VALUE 'immigration_use';
