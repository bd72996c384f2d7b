-- The Arena database, version 1. Times are UTC milliseconds in columns that end in _ms. What is a fact of the past (battles,
-- seats, votes, calls, versions of responses) can be added to and never changed: triggers refuse UPDATE and DELETE.

-- 'Aren': tells an Arena database from every other SQLite file.
PRAGMA application_id = 1098016110;
PRAGMA user_version = 1;

-- One row about the database itself. catalog_revision counts the changes of the catalog.
CREATE TABLE arena (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  store_id TEXT NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) >= 16),
  catalog_revision INTEGER NOT NULL,
  created_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE contestant (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- What is known about a contestant: organization, license, price, …
CREATE TABLE contestant_fact (
  contestant INTEGER NOT NULL REFERENCES contestant (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (contestant, name)
) STRICT, WITHOUT ROWID;

-- turns is a JSON array of strings, empty while only the key is known; attachments a JSON array of [media type, path].
CREATE TABLE prompt (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  turns TEXT NOT NULL,
  attachments TEXT NOT NULL,
  category TEXT,
  language TEXT,
  reference TEXT
) STRICT;

-- One version of a response; its text lies apart, so that listing responses reads no texts.
CREATE TABLE response (
  id INTEGER PRIMARY KEY,
  prompt INTEGER NOT NULL REFERENCES prompt (id),
  contestant INTEGER NOT NULL REFERENCES contestant (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  UNIQUE (prompt, contestant, version)
) STRICT;

CREATE TABLE response_text (
  response INTEGER PRIMARY KEY REFERENCES response (id),
  turns TEXT NOT NULL,
  attachments TEXT NOT NULL
) STRICT;

CREATE TABLE judge (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (kind, name, version)
) STRICT;

CREATE TABLE run (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  spec_hash TEXT NOT NULL UNIQUE,
  spec TEXT NOT NULL,
  started_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A matchup in one stored order. row_hash covers the row and its seats, and is itself covered by the hash of every vote on it.
CREATE TABLE battle (
  id INTEGER PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,
  prompt INTEGER REFERENCES prompt (id),
  seats INTEGER NOT NULL CHECK (seats >= 2),
  seed INTEGER,
  pick_probability REAL CHECK (pick_probability > 0 AND pick_probability <= 1),
  origin TEXT NOT NULL CHECK (origin IN ('matchmaker', 'schedule', 'import', 'identical')),
  run TEXT REFERENCES run (id),
  voter INTEGER REFERENCES judge (id),
  origin_key TEXT,
  turn INTEGER CHECK (turn >= 1),
  category TEXT,
  language TEXT,
  order_known INTEGER NOT NULL CHECK (order_known IN (0, 1)),
  opened_ms INTEGER NOT NULL,
  row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;

-- A planned or imported battle is stored once.
CREATE UNIQUE INDEX battle_origin ON battle (origin_key, origin, coalesce(run, '')) WHERE origin_key IS NOT NULL;
CREATE INDEX battle_run ON battle (run) WHERE run IS NOT NULL;
CREATE INDEX battle_voter ON battle (voter) WHERE voter IS NOT NULL;

CREATE TABLE seat (
  battle INTEGER NOT NULL REFERENCES battle (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  contestant INTEGER NOT NULL REFERENCES contestant (id),
  response INTEGER REFERENCES response (id),
  PRIMARY KEY (battle, position)
) STRICT, WITHOUT ROWID;

-- A voter has one open battle at a time.
CREATE TABLE open_battle (
  voter INTEGER PRIMARY KEY REFERENCES judge (id),
  battle INTEGER NOT NULL UNIQUE REFERENCES battle (id)
) STRICT;

-- The log of votes. sequence counts a judge's votes on a battle: the unique pair makes a vote count once, also among racing
-- requests. row_hash covers the row, its battle and the row_hash of the vote before it.
CREATE TABLE vote (
  id INTEGER PRIMARY KEY,
  public_id TEXT NOT NULL UNIQUE,
  battle INTEGER NOT NULL REFERENCES battle (id),
  judge INTEGER NOT NULL REFERENCES judge (id),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  supersedes INTEGER REFERENCES vote (id),
  idempotency_key TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ranking', 'both_bad', 'preference', 'abstention')),
  ranks TEXT CHECK ((ranks IS NOT NULL) = (kind = 'ranking')),
  margin INTEGER CHECK (margin IS NULL OR (margin IN (1, 2) AND kind = 'ranking')),
  preference REAL CHECK ((preference IS NOT NULL) = (kind = 'preference') AND preference BETWEEN 0 AND 1),
  reason TEXT CHECK ((reason IS NOT NULL) = (kind = 'abstention')),
  detail TEXT CHECK (detail IS NULL OR kind = 'abstention'),
  count INTEGER NOT NULL CHECK (count >= 1),
  rationale TEXT,
  latency_ms INTEGER,
  cast_ms INTEGER NOT NULL,
  row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
  UNIQUE (battle, judge, sequence),
  UNIQUE (judge, idempotency_key),
  CHECK ((sequence = 1) = (supersedes IS NULL))
) STRICT;

CREATE UNIQUE INDEX vote_supersedes ON vote (supersedes) WHERE supersedes IS NOT NULL;

-- One question put to a judge that costs something; its judge and battle are those of the vote that came of it.
CREATE TABLE judge_call (
  id INTEGER PRIMARY KEY,
  run TEXT NOT NULL REFERENCES run (id),
  vote INTEGER NOT NULL UNIQUE REFERENCES vote (id),
  key TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('ok', 'failed', 'refused', 'unparsed')),
  reply TEXT,
  error TEXT,
  prompt_tokens INTEGER,
  completion_tokens INTEGER,
  cost_usd REAL,
  attempts INTEGER NOT NULL,
  started_ms INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX judge_call_run ON judge_call (run);

-- Only UPDATE and DELETE have triggers: one on INSERT would make SQLite journal every statement of an import.
CREATE TRIGGER vote_update BEFORE UPDATE ON vote
BEGIN SELECT RAISE(ABORT, 'votes are append-only'); END;
CREATE TRIGGER vote_delete BEFORE DELETE ON vote
BEGIN SELECT RAISE(ABORT, 'votes are append-only'); END;
CREATE TRIGGER battle_update BEFORE UPDATE ON battle
BEGIN SELECT RAISE(ABORT, 'battles are append-only'); END;
CREATE TRIGGER battle_delete BEFORE DELETE ON battle
BEGIN SELECT RAISE(ABORT, 'battles are append-only'); END;
CREATE TRIGGER seat_update BEFORE UPDATE ON seat
BEGIN SELECT RAISE(ABORT, 'seats are append-only'); END;
CREATE TRIGGER seat_delete BEFORE DELETE ON seat
BEGIN SELECT RAISE(ABORT, 'seats are append-only'); END;
CREATE TRIGGER judge_call_update BEFORE UPDATE ON judge_call
BEGIN SELECT RAISE(ABORT, 'calls are append-only'); END;
CREATE TRIGGER judge_call_delete BEFORE DELETE ON judge_call
BEGIN SELECT RAISE(ABORT, 'calls are append-only'); END;
CREATE TRIGGER response_update BEFORE UPDATE ON response
BEGIN SELECT RAISE(ABORT, 'responses are append-only: a changed response is a new version'); END;
CREATE TRIGGER response_delete BEFORE DELETE ON response
BEGIN SELECT RAISE(ABORT, 'responses are append-only: a changed response is a new version'); END;
CREATE TRIGGER response_text_update BEFORE UPDATE ON response_text
BEGIN SELECT RAISE(ABORT, 'responses are append-only: a changed response is a new version'); END;
CREATE TRIGGER response_text_delete BEFORE DELETE ON response_text
BEGIN SELECT RAISE(ABORT, 'responses are append-only: a changed response is a new version'); END;
CREATE TRIGGER judge_update BEFORE UPDATE ON judge
BEGIN SELECT RAISE(ABORT, 'judges are append-only: another version is another judge'); END;
CREATE TRIGGER judge_delete BEFORE DELETE ON judge
BEGIN SELECT RAISE(ABORT, 'judges are append-only: another version is another judge'); END;
CREATE TRIGGER contestant_update BEFORE UPDATE ON contestant
BEGIN SELECT RAISE(ABORT, 'contestants keep their names'); END;
CREATE TRIGGER contestant_delete BEFORE DELETE ON contestant
BEGIN SELECT RAISE(ABORT, 'contestants are never removed'); END;
CREATE TRIGGER prompt_turns BEFORE UPDATE ON prompt WHEN NEW.key <> OLD.key OR (OLD.turns <> '[]' AND NEW.turns <> OLD.turns)
BEGIN SELECT RAISE(ABORT, 'prompts keep their key and their turns'); END;
CREATE TRIGGER prompt_delete BEFORE DELETE ON prompt
BEGIN SELECT RAISE(ABORT, 'prompts are never removed'); END;
