-- Forms that change under a draft, and files that change on disk.

-- What has no place in the form that an application is drafted on now. Nothing is ever deleted from
-- here while the application is there.
CREATE TABLE aside (
  id INTEGER PRIMARY KEY,
  application INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  -- The earlier question.
  field TEXT NOT NULL,
  label TEXT NOT NULL,
  type INTEGER NOT NULL,
  reason INTEGER NOT NULL,
  -- As it was kept, and the same for people.
  text TEXT NOT NULL,
  words TEXT NOT NULL,
  file_name TEXT,
  file_sha256 TEXT,
  file_size INTEGER NOT NULL DEFAULT 0,
  file_added INTEGER NOT NULL DEFAULT 0,
  since INTEGER NOT NULL,
  -- When the person put it into another question; 0 while not.
  placed INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What it said before, as of an answer.
CREATE TABLE aside_earlier (
  id INTEGER PRIMARY KEY,
  aside INTEGER NOT NULL REFERENCES aside (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  written INTEGER NOT NULL
) STRICT;

CREATE INDEX aside_earlier_aside ON aside_earlier (aside);
CREATE INDEX aside_application ON aside (application);
CREATE INDEX aside_file ON aside (file_sha256) WHERE file_sha256 IS NOT NULL;

-- Where an attached file was copied from, and when that was last changed then, in microseconds since
-- the epoch: to tell when it changed since.
ALTER TABLE answer ADD COLUMN file_uri TEXT;
ALTER TABLE answer ADD COLUMN file_modified INTEGER NOT NULL DEFAULT 0;

-- Whether an earlier value is never thinned: the last one before something else than typing took its
-- place.
ALTER TABLE earlier ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
