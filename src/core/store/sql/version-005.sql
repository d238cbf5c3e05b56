-- What was set aside goes on being as private as its question was, and its file goes on being known
-- by where it was copied from.

-- Whether the earlier question was one that is never answered for the person.
ALTER TABLE aside ADD COLUMN sensitive INTEGER NOT NULL DEFAULT 0;

-- As of an answer.
ALTER TABLE aside ADD COLUMN file_uri TEXT;
ALTER TABLE aside ADD COLUMN file_modified INTEGER NOT NULL DEFAULT 0;
