-- The Arena database, version 3: studies, their versions and states, and what a vote in a study says besides its verdict.
PRAGMA user_version = 3;

CREATE TABLE study (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  created_ms INTEGER NOT NULL
) STRICT;

-- Settings (JSON) that hold for the battles opened under them, to the end.
CREATE TABLE study_version (
  id INTEGER PRIMARY KEY,
  study INTEGER NOT NULL REFERENCES study (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  settings TEXT NOT NULL,
  stored_ms INTEGER NOT NULL,
  UNIQUE (study, version)
) STRICT;

-- The newest row of a study says where it stands.
CREATE TABLE study_state (
  id INTEGER PRIMARY KEY,
  study INTEGER NOT NULL REFERENCES study (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'paused', 'closed')),
  reason TEXT NOT NULL,
  changed_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX study_state_study ON study_state (study, id);

-- The matchups that a version with a fixed number of them drew once: keys as in battle.matchup, with spaces between them.
CREATE TABLE study_sample (
  version INTEGER PRIMARY KEY REFERENCES study_version (id),
  matchups TEXT NOT NULL
) STRICT;

-- Null outside studies. source: what is expected of a gold battle, or the battle that a repeat repeats. matchup: the prompt and the
-- responses in no order, so that votes on one matchup are counted without reading seats.
ALTER TABLE battle ADD COLUMN study_version INTEGER REFERENCES study_version (id);
ALTER TABLE battle ADD COLUMN part TEXT
  CHECK ((part IS NULL) = (study_version IS NULL) AND (part IS NULL OR part IN ('plain', 'gold', 'repeat')));
ALTER TABLE battle ADD COLUMN source TEXT
  CHECK ((source IS NOT NULL) = (part IS NOT NULL AND part <> 'plain'));
ALTER TABLE battle ADD COLUMN matchup TEXT;

CREATE INDEX battle_study ON battle (study_version, voter, part, matchup) WHERE study_version IS NOT NULL;

-- A voter has one open battle at a time on the open floor (study 0) and in each study.
ALTER TABLE open_battle RENAME TO open_battle_1;

CREATE TABLE open_battle (
  voter INTEGER NOT NULL REFERENCES judge (id),
  study INTEGER NOT NULL,
  battle INTEGER NOT NULL UNIQUE REFERENCES battle (id),
  PRIMARY KEY (voter, study)
) STRICT, WITHOUT ROWID;

INSERT INTO open_battle (voter, study, battle)
SELECT voter, 0, battle
FROM open_battle_1;

DROP TABLE open_battle_1;

-- What a vote answered to the questions of its study (JSON), written with the vote and covered by its row_hash.
CREATE TABLE vote_answer (
  vote INTEGER PRIMARY KEY REFERENCES vote (id),
  answers TEXT NOT NULL
) STRICT;

CREATE TRIGGER study_update BEFORE UPDATE ON study
BEGIN SELECT RAISE(ABORT, 'studies are append-only: changed settings are a new version'); END;
CREATE TRIGGER study_delete BEFORE DELETE ON study
BEGIN SELECT RAISE(ABORT, 'studies are append-only: changed settings are a new version'); END;
CREATE TRIGGER study_version_update BEFORE UPDATE ON study_version
BEGIN SELECT RAISE(ABORT, 'studies are append-only: changed settings are a new version'); END;
CREATE TRIGGER study_version_delete BEFORE DELETE ON study_version
BEGIN SELECT RAISE(ABORT, 'studies are append-only: changed settings are a new version'); END;
CREATE TRIGGER study_state_update BEFORE UPDATE ON study_state
BEGIN SELECT RAISE(ABORT, 'states of studies are append-only'); END;
CREATE TRIGGER study_state_delete BEFORE DELETE ON study_state
BEGIN SELECT RAISE(ABORT, 'states of studies are append-only'); END;
CREATE TRIGGER study_sample_update BEFORE UPDATE ON study_sample
BEGIN SELECT RAISE(ABORT, 'matchups of a study are drawn once'); END;
CREATE TRIGGER study_sample_delete BEFORE DELETE ON study_sample
BEGIN SELECT RAISE(ABORT, 'matchups of a study are drawn once'); END;
CREATE TRIGGER vote_answer_update BEFORE UPDATE ON vote_answer
BEGIN SELECT RAISE(ABORT, 'votes are append-only'); END;
CREATE TRIGGER vote_answer_delete BEFORE DELETE ON vote_answer
BEGIN SELECT RAISE(ABORT, 'votes are append-only'); END;
