-- The Arena database, version 5: files that belong to prompts and responses, and what was found in texts that tells who wrote them.
PRAGMA user_version = 5;

-- A file without its metadata, by the hash of its bytes.
CREATE TABLE media (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 1)
) STRICT, WITHOUT ROWID;

-- Its bytes in pieces of a megabyte, numbered from 0.
CREATE TABLE media_piece (
  sha256 TEXT NOT NULL REFERENCES media (sha256),
  piece INTEGER NOT NULL CHECK (piece >= 0),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
  PRIMARY KEY (sha256, piece)
) STRICT;

-- What was looked for in responses.
CREATE TABLE leak_spec (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  spec TEXT NOT NULL
) STRICT;

-- What was found, as "turn start end reason;…"; empty where a response was looked at and nothing was found.
CREATE TABLE leak_finding (
  spec INTEGER NOT NULL REFERENCES leak_spec (id),
  response INTEGER NOT NULL REFERENCES response (id),
  spans TEXT NOT NULL,
  PRIMARY KEY (spec, response)
) STRICT, WITHOUT ROWID;

-- What was done about leaks when a battle was shown; votes on a battle with a flag are left out of ratings.
CREATE TABLE leak_shown (
  id INTEGER PRIMARY KEY,
  battle INTEGER NOT NULL REFERENCES battle (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  spec INTEGER NOT NULL REFERENCES leak_spec (id),
  action TEXT NOT NULL CHECK (action IN ('mask', 'flag')),
  spans INTEGER NOT NULL CHECK (spans >= 1),
  UNIQUE (battle, position)
) STRICT;

CREATE INDEX leak_shown_flag ON leak_shown (id) WHERE action = 'flag';

CREATE TRIGGER media_update BEFORE UPDATE ON media
BEGIN SELECT RAISE(ABORT, 'files are never changed'); END;
CREATE TRIGGER media_delete BEFORE DELETE ON media
BEGIN SELECT RAISE(ABORT, 'files are never removed'); END;
CREATE TRIGGER media_piece_update BEFORE UPDATE ON media_piece
BEGIN SELECT RAISE(ABORT, 'files are never changed'); END;
CREATE TRIGGER media_piece_delete BEFORE DELETE ON media_piece
BEGIN SELECT RAISE(ABORT, 'files are never removed'); END;
CREATE TRIGGER leak_spec_update BEFORE UPDATE ON leak_spec
BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;
CREATE TRIGGER leak_spec_delete BEFORE DELETE ON leak_spec
BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;
CREATE TRIGGER leak_finding_update BEFORE UPDATE ON leak_finding
BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;
CREATE TRIGGER leak_finding_delete BEFORE DELETE ON leak_finding
BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;
CREATE TRIGGER leak_shown_update BEFORE UPDATE ON leak_shown
BEGIN SELECT RAISE(ABORT, 'what voters were shown is append-only'); END;
CREATE TRIGGER leak_shown_delete BEFORE DELETE ON leak_shown
BEGIN SELECT RAISE(ABORT, 'what voters were shown is append-only'); END;
