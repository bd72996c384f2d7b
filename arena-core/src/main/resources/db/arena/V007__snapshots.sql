-- The Arena database, version 7: leaderboards that were frozen, and an index of the words of responses.
PRAGMA user_version = 7;

-- A leaderboard as it was shown: body is its JSON, sha256 is over body, id the first 16 characters of it. query shows the same board as it
-- is now; revision and votes_sha256 say of which votes it was made.
CREATE TABLE snapshot (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  query TEXT NOT NULL,
  note TEXT NOT NULL,
  body TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  revision INTEGER NOT NULL,
  votes_sha256 TEXT NOT NULL CHECK (length(votes_sha256) = 64),
  created_ms INTEGER NOT NULL
) STRICT;

-- The words of the responses up to words_read.response; it holds no text, and can be made again from response_text at any time.
CREATE VIRTUAL TABLE response_words USING fts5(words, content = '', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE words_read (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  response INTEGER NOT NULL
) STRICT;

INSERT INTO words_read (id, response) VALUES (1, 0);

CREATE TRIGGER snapshot_update BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'snapshots are frozen'); END;
CREATE TRIGGER snapshot_delete BEFORE DELETE ON snapshot
BEGIN SELECT RAISE(ABORT, 'snapshots are frozen'); END;
