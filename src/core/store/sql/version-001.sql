-- The first store. Numbers that stand for words (state, status, workplace, …) are the values of the
-- enumerations in cand-enums.h; both only ever grow at their end.

CREATE TABLE board (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  followed INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  error_domain TEXT,
  error_code INTEGER NOT NULL DEFAULT 0,
  checked INTEGER NOT NULL DEFAULT 0,
  confirmed INTEGER NOT NULL DEFAULT 0,
  -- Of the last good answer: what the next request is conditional on, SHA-256 of its bytes, and how
  -- many of its entries could not be read.
  etag TEXT,
  last_modified TEXT,
  digest TEXT,
  skipped INTEGER NOT NULL DEFAULT 0,
  -- Of the first answer that lacked too much to be believed: when, and the codes it did list.
  suspect_since INTEGER NOT NULL DEFAULT 0,
  suspect_codes TEXT NOT NULL DEFAULT '',
  -- Of its positions; kept by the triggers below.
  n_positions INTEGER NOT NULL DEFAULT 0,
  n_open INTEGER NOT NULL DEFAULT 0,
  n_new INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE programme (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  date TEXT NOT NULL DEFAULT '',
  followed INTEGER NOT NULL,
  json TEXT NOT NULL
) STRICT;

-- What the list is divided by: a programme's groups in its order, and departments (programme 0).
CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  programme INTEGER NOT NULL DEFAULT 0,
  place INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  UNIQUE (programme, name)
) STRICT;

CREATE TABLE position (
  id INTEGER PRIMARY KEY,
  board INTEGER NOT NULL REFERENCES board (id),
  code TEXT NOT NULL,
  team INTEGER NOT NULL REFERENCES team (id),
  programme INTEGER REFERENCES programme (id),
  place INTEGER NOT NULL,
  state INTEGER NOT NULL,
  -- Not a generated column: SQLite would read the rows instead of the index alone.
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed = (state = 1)),
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  department TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  application_url TEXT NOT NULL DEFAULT '',
  locations TEXT NOT NULL DEFAULT '',
  workplace INTEGER NOT NULL DEFAULT 0,
  workplace_text TEXT NOT NULL DEFAULT '',
  employment INTEGER NOT NULL DEFAULT 0,
  employment_text TEXT NOT NULL DEFAULT '',
  published TEXT,
  published_key INTEGER NOT NULL DEFAULT 0,
  first_seen INTEGER NOT NULL,
  -- 0 while every good answer of the board listed it: then the board's own time holds.
  last_confirmed INTEGER NOT NULL DEFAULT 0,
  -- When a good answer first lacked it; 0 while listed.
  missing_since INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  revisions INTEGER NOT NULL DEFAULT 1,
  -- '' while the board never listed it.
  digest TEXT NOT NULL DEFAULT '',
  is_new INTEGER NOT NULL DEFAULT 0,
  starred INTEGER NOT NULL DEFAULT 0,
  UNIQUE (board, code)
) STRICT;

-- The whole list in its order, without touching a row of the table.
CREATE INDEX position_list ON position
  (team, closed, place, published_key DESC, title_key, id, is_new, starred, board, programme);
CREATE INDEX position_starred ON position (id) WHERE starred = 1;
CREATE INDEX position_code ON position (code);
CREATE INDEX position_programme ON position (programme) WHERE programme IS NOT NULL;

-- Counting 100,000 rows takes longer than anyone waits for a window.
CREATE TRIGGER position_inserted AFTER INSERT ON position BEGIN
  UPDATE board SET n_positions = n_positions + 1, n_open = n_open + (NEW.state = 0),
    n_new = n_new + NEW.is_new
  WHERE id = NEW.board;
END;
CREATE TRIGGER position_updated AFTER UPDATE OF state, is_new ON position
  WHEN NEW.state <> OLD.state OR NEW.is_new <> OLD.is_new
BEGIN
  UPDATE board SET n_open = n_open + (NEW.state = 0) - (OLD.state = 0),
    n_new = n_new + NEW.is_new - OLD.is_new
  WHERE id = NEW.board;
END;
CREATE TRIGGER position_deleted AFTER DELETE ON position BEGIN
  UPDATE board SET n_positions = n_positions - 1, n_open = n_open - (OLD.state = 0),
    n_new = n_new - OLD.is_new
  WHERE id = OLD.board;
END;

-- Long texts, apart from the rows that lists read.
CREATE TABLE position_text (
  position INTEGER PRIMARY KEY REFERENCES position (id) ON DELETE CASCADE,
  education TEXT NOT NULL DEFAULT '',
  experience TEXT NOT NULL DEFAULT '',
  function TEXT NOT NULL DEFAULT '',
  html TEXT,
  plain TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE VIRTUAL TABLE position_search USING fts5 (
  title, team, organisation, locations, summary, text,
  content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '2 3'
);

-- Every distinct content of a position. The present one is the position's own row, so its content is NULL here.
CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES position (id) ON DELETE CASCADE,
  digest TEXT NOT NULL,
  seen INTEGER NOT NULL,
  content TEXT,
  UNIQUE (position, digest)
) STRICT;

-- What boards asked, one row for each distinct form.
CREATE TABLE form (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES position (id) ON DELETE CASCADE,
  digest TEXT NOT NULL,
  fetched INTEGER NOT NULL,
  json TEXT NOT NULL,
  UNIQUE (position, digest)
) STRICT;

CREATE TABLE application (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES position (id),
  status INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  missing INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  -- When the person took it out of the list; 0 while it is there.
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX application_position ON application (position);

-- The form that an application is drafted on.
CREATE TABLE application_form (
  application INTEGER PRIMARY KEY REFERENCES application (id) ON DELETE CASCADE,
  json TEXT NOT NULL
) STRICT;

-- An answer whose field its form no longer has stays here, set aside.
CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  application INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  written INTEGER NOT NULL,
  -- When an earlier value was last kept, or the first one written.
  kept INTEGER NOT NULL,
  file_name TEXT,
  file_sha256 TEXT,
  file_size INTEGER NOT NULL DEFAULT 0,
  file_added INTEGER NOT NULL DEFAULT 0,
  UNIQUE (application, field)
) STRICT;

CREATE INDEX answer_file ON answer (file_sha256) WHERE file_sha256 IS NOT NULL;

CREATE TABLE earlier (
  id INTEGER PRIMARY KEY,
  answer INTEGER NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  written INTEGER NOT NULL
) STRICT;

CREATE INDEX earlier_answer ON earlier (answer, written);

CREATE TABLE step (
  application INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (application, place)
) STRICT, WITHOUT ROWID;
