-- Photos as iPhones take them; and one of which no copy without its place could be drawn.
ALTER TYPE file_kind ADD VALUE 'heic' AFTER 'png';
ALTER TYPE file_refusal ADD VALUE 'unreadable';
