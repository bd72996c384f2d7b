-- The Arena database, version 6: decisions on the votes of voters. Votes stay as they are; a decision says how they are rated.
PRAGMA user_version = 6;

-- study NULL = the whole arena. Of the decisions that cover a vote (all of its voter's, and those of its study) the newest holds.
-- evidence is a JSON object; made_by names the admin or the rule that decided.
CREATE TABLE voter_decision (
  id INTEGER PRIMARY KEY,
  judge INTEGER NOT NULL REFERENCES judge (id),
  study INTEGER,
  action TEXT NOT NULL CHECK (action IN ('exclude', 'weight', 'restore')),
  weight REAL NOT NULL CHECK (weight >= 0 AND weight <= 1),
  reason TEXT NOT NULL,
  evidence TEXT NOT NULL,
  made_by TEXT NOT NULL,
  decided_ms INTEGER NOT NULL,
  CHECK (action <> 'exclude' OR weight = 0),
  CHECK (action <> 'weight' OR weight > 0),
  CHECK (action <> 'restore' OR weight = 1)
) STRICT;

CREATE TRIGGER voter_decision_update BEFORE UPDATE ON voter_decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only: another one takes the place of an earlier one'); END;
CREATE TRIGGER voter_decision_delete BEFORE DELETE ON voter_decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only: another one takes the place of an earlier one'); END;
