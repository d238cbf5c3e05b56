-- What the person types once and reuses.

-- One row: id 1. A text that could not be read any more lies beside it, set aside.
CREATE TABLE profile (
  id INTEGER PRIMARY KEY,
  json TEXT NOT NULL,
  written INTEGER NOT NULL
) STRICT;

-- The copies of files that it names, so that they stay.
CREATE TABLE profile_file (
  sha256 TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
