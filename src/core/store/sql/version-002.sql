-- Any board: more of what employers say, boards that are no longer followed, announcements that are
-- read again, and blogs that announce.

ALTER TABLE position ADD COLUMN updated TEXT;
ALTER TABLE position ADD COLUMN closing TEXT;
-- The employer's words, and the range in whole units of the currency; NULL for an end not stated.
ALTER TABLE position ADD COLUMN pay_text TEXT NOT NULL DEFAULT '';
ALTER TABLE position ADD COLUMN pay_minimum REAL;
ALTER TABLE position ADD COLUMN pay_maximum REAL;
ALTER TABLE position ADD COLUMN pay_currency TEXT NOT NULL DEFAULT '';
ALTER TABLE position ADD COLUMN pay_period INTEGER NOT NULL DEFAULT 0;
-- When its own page was last read, for systems whose list lacks the text; 0 for never.
ALTER TABLE position ADD COLUMN detailed INTEGER NOT NULL DEFAULT 0;
-- What its own page says and the board's list does not: bits of CandPageFact.
ALTER TABLE position ADD COLUMN page_facts INTEGER NOT NULL DEFAULT 0;
-- The announcement introduced it once, and does no longer.
ALTER TABLE position ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
-- The announcement that introduced it until that was unfollowed, while another one introduces it:
-- it goes back when that is followed once more.
ALTER TABLE position ADD COLUMN lent INTEGER REFERENCES programme (id) ON DELETE SET NULL;

-- When the person stopped following it; 0 while followed, and for one never followed.
ALTER TABLE board ADD COLUMN unfollowed INTEGER NOT NULL DEFAULT 0;
-- 0: followed for itself; 1: came with an announcement; 2: went with it when that was unfollowed.
ALTER TABLE board ADD COLUMN brought INTEGER NOT NULL DEFAULT 0;

-- Where it is read again, and what came of it. A programme that ships keeps our words for what it
-- introduces.
ALTER TABLE programme ADD COLUMN shipped INTEGER NOT NULL DEFAULT 0;
-- SHA-256 of the shipped text that was taken in last; NULL where that is the text itself.
ALTER TABLE programme ADD COLUMN shipped_digest TEXT;
ALTER TABLE programme ADD COLUMN url TEXT NOT NULL DEFAULT '';
ALTER TABLE programme ADD COLUMN etag TEXT;
ALTER TABLE programme ADD COLUMN last_modified TEXT;
ALTER TABLE programme ADD COLUMN digest TEXT;
ALTER TABLE programme ADD COLUMN checked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programme ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programme ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE programme ADD COLUMN error_domain TEXT;
ALTER TABLE programme ADD COLUMN error_code INTEGER NOT NULL DEFAULT 0;
-- What the last reading that differed changed (JSON), and when that was.
ALTER TABLE programme ADD COLUMN changes TEXT;
ALTER TABLE programme ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programme ADD COLUMN unfollowed INTEGER NOT NULL DEFAULT 0;
-- When the first reading came that lacked too much to be believed; 0 while none is doubted.
ALTER TABLE programme ADD COLUMN suspect_since INTEGER NOT NULL DEFAULT 0;
-- What json was before the last reading that differed: nothing that it said is lost.
ALTER TABLE programme ADD COLUMN earlier TEXT;
-- What version 1 knew came with the program.
UPDATE programme SET shipped = 1, url = coalesce (json_extract (json, '$.url'), '');

-- A blog whose feed is followed.
CREATE TABLE blog (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  followed INTEGER NOT NULL,
  unfollowed INTEGER NOT NULL DEFAULT 0,
  etag TEXT,
  last_modified TEXT,
  digest TEXT,
  checked INTEGER NOT NULL DEFAULT 0,
  confirmed INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  error_domain TEXT,
  error_code INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Its posts. state: 0 was there when the blog was followed; 1 not looked at yet; 2 introduces no
-- positions; 3 offered; 4 dismissed; 5 followed.
CREATE TABLE post (
  id INTEGER PRIMARY KEY,
  blog INTEGER NOT NULL REFERENCES blog (id) ON DELETE CASCADE,
  guid TEXT NOT NULL,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  published TEXT,
  -- When the feed last listed it.
  seen INTEGER NOT NULL,
  state INTEGER NOT NULL,
  -- Of one that is offered: how many positions it introduces.
  n_positions INTEGER NOT NULL DEFAULT 0,
  -- Of one not looked at yet: how often that failed.
  attempts INTEGER NOT NULL DEFAULT 0,
  UNIQUE (blog, guid)
) STRICT;

CREATE INDEX post_url ON post (blog, url);
CREATE INDEX post_state ON post (state) WHERE state IN (1, 3);
