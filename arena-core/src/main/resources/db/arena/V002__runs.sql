-- The Arena database, version 2: the beginning of every call, answers to probes, rounds, and why sessions of runs ended.
PRAGMA user_version = 2;

-- One question that is about to be sent, written before it is. The judge's answer may never come: a start that has neither a call
-- nor a withdrawal, and whose process is gone, is a call of unknown fate.
CREATE TABLE call_start (
  id INTEGER PRIMARY KEY,
  run TEXT NOT NULL REFERENCES run (id),
  judge INTEGER NOT NULL REFERENCES judge (id),
  battle INTEGER REFERENCES battle (id),
  probe_key TEXT,
  key TEXT NOT NULL,
  session TEXT NOT NULL,
  started_ms INTEGER NOT NULL,
  CHECK ((battle IS NULL) <> (probe_key IS NULL))
) STRICT;

-- The starts whose end is not stored, so that finding them needs no search; rows come and go.
CREATE TABLE open_call (
  start INTEGER PRIMARY KEY REFERENCES call_start (id),
  run TEXT NOT NULL REFERENCES run (id),
  judge INTEGER NOT NULL REFERENCES judge (id),
  session TEXT NOT NULL
) STRICT;

-- A question that was given up before an answer came: attempts says how often it was sent.
CREATE TABLE call_withdrawal (
  start INTEGER PRIMARY KEY REFERENCES call_start (id),
  reason TEXT NOT NULL CHECK (reason IN ('stopped', 'endpoint', 'failure')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  ended_ms INTEGER NOT NULL
) STRICT;

-- A judge's answer to a planted question, such as a canary: never a vote. sequence counts the answers to one question; the last
-- one holds. The verdict has the columns that it has in a vote.
CREATE TABLE probe (
  id INTEGER PRIMARY KEY,
  run TEXT NOT NULL REFERENCES run (id),
  judge INTEGER NOT NULL REFERENCES judge (id),
  key TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  type TEXT NOT NULL,
  prompt INTEGER REFERENCES prompt (id),
  shown TEXT NOT NULL,
  expected TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ranking', 'both_bad', 'preference', 'abstention')),
  ranks TEXT CHECK ((ranks IS NOT NULL) = (kind = 'ranking')),
  margin INTEGER CHECK (margin IS NULL OR (margin IN (1, 2) AND kind = 'ranking')),
  preference REAL CHECK ((preference IS NOT NULL) = (kind = 'preference') AND preference BETWEEN 0 AND 1),
  reason TEXT CHECK ((reason IS NOT NULL) = (kind = 'abstention')),
  detail TEXT CHECK (detail IS NULL OR kind = 'abstention'),
  rationale TEXT,
  latency_ms INTEGER,
  answered_ms INTEGER NOT NULL,
  UNIQUE (run, judge, key, sequence)
) STRICT;

-- A round of a schedule that depends on verdicts: all of its battles are stored with it.
CREATE TABLE run_round (
  run TEXT NOT NULL REFERENCES run (id),
  round INTEGER NOT NULL CHECK (round >= 1),
  battles INTEGER NOT NULL CHECK (battles >= 0),
  reason TEXT NOT NULL,
  stored_ms INTEGER NOT NULL,
  PRIMARY KEY (run, round)
) STRICT, WITHOUT ROWID;

-- Why a session of a run ended; a session that was killed has no row.
CREATE TABLE run_end (
  id INTEGER PRIMARY KEY,
  run TEXT NOT NULL REFERENCES run (id),
  session TEXT NOT NULL,
  ending TEXT NOT NULL,
  detail TEXT NOT NULL,
  ended_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX run_end_run ON run_end (run);

-- Calls become lean: their texts lie apart, so that a ledger reads no texts. A cached call has no start, since nothing was sent.
DROP TRIGGER judge_call_update;
DROP TRIGGER judge_call_delete;
DROP INDEX judge_call_run;
ALTER TABLE judge_call RENAME TO judge_call_1;

CREATE TABLE judge_call (
  id INTEGER PRIMARY KEY,
  run TEXT NOT NULL REFERENCES run (id),
  judge INTEGER NOT NULL REFERENCES judge (id),
  vote INTEGER UNIQUE REFERENCES vote (id),
  probe INTEGER UNIQUE REFERENCES probe (id),
  start INTEGER UNIQUE REFERENCES call_start (id),
  cached INTEGER NOT NULL CHECK (cached IN (0, 1)),
  key TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('ok', 'failed', 'refused', 'unparsed')),
  attempts INTEGER NOT NULL,
  nudged INTEGER NOT NULL CHECK (nudged IN (0, 1)),
  prompt_tokens INTEGER,
  completion_tokens INTEGER,
  cost_usd REAL,
  model TEXT,
  started_ms INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  CHECK ((vote IS NULL) <> (probe IS NULL)),
  CHECK ((start IS NULL) = (cached = 1))
) STRICT;

CREATE TABLE call_text (
  call INTEGER PRIMARY KEY REFERENCES judge_call (id),
  reply TEXT,
  first_reply TEXT,
  tokens TEXT,
  error TEXT
) STRICT;

INSERT INTO call_start (id, run, judge, battle, probe_key, key, session, started_ms)
SELECT c.id, c.run, v.judge, v.battle, NULL, c.key, 'version 1', c.started_ms
FROM judge_call_1 c JOIN vote v ON v.id = c.vote
ORDER BY c.id;

INSERT INTO judge_call (id, run, judge, vote, probe, start, cached, key, outcome, attempts, nudged, prompt_tokens,
  completion_tokens, cost_usd, model, started_ms, duration_ms)
SELECT c.id, c.run, v.judge, c.vote, NULL, c.id, 0, c.key, c.outcome, c.attempts, 0, c.prompt_tokens,
  c.completion_tokens, c.cost_usd, NULL, c.started_ms, c.duration_ms
FROM judge_call_1 c JOIN vote v ON v.id = c.vote
ORDER BY c.id;

INSERT INTO call_text (call, reply, first_reply, tokens, error)
SELECT id, reply, NULL, NULL, error
FROM judge_call_1
ORDER BY id;

DROP TABLE judge_call_1;

-- Holds all that a ledger adds up.
CREATE INDEX judge_call_ledger ON judge_call (run, judge, outcome, cached, attempts, nudged, prompt_tokens, completion_tokens,
  cost_usd);
-- A question that was answered readably is not asked again.
CREATE INDEX judge_call_answered ON judge_call (key) WHERE outcome = 'ok' AND cached = 0;
-- Where every judge stands with every battle, without rationales.
CREATE INDEX vote_standing ON vote (battle, judge, sequence, reason, ranks, preference);
DROP INDEX battle_run;
CREATE INDEX battle_run ON battle (run, id, origin_key) WHERE run IS NOT NULL;

CREATE TRIGGER call_start_update BEFORE UPDATE ON call_start
BEGIN SELECT RAISE(ABORT, 'calls are append-only'); END;
CREATE TRIGGER call_start_delete BEFORE DELETE ON call_start
BEGIN SELECT RAISE(ABORT, 'calls are append-only'); END;
CREATE TRIGGER call_withdrawal_update BEFORE UPDATE ON call_withdrawal
BEGIN SELECT RAISE(ABORT, 'calls are append-only'); END;
CREATE TRIGGER call_withdrawal_delete BEFORE DELETE ON call_withdrawal
BEGIN SELECT RAISE(ABORT, 'calls are append-only'); END;
CREATE TRIGGER judge_call_update BEFORE UPDATE ON judge_call
BEGIN SELECT RAISE(ABORT, 'calls are append-only'); END;
CREATE TRIGGER judge_call_delete BEFORE DELETE ON judge_call
BEGIN SELECT RAISE(ABORT, 'calls are append-only'); END;
CREATE TRIGGER call_text_update BEFORE UPDATE ON call_text
BEGIN SELECT RAISE(ABORT, 'calls are append-only'); END;
CREATE TRIGGER call_text_delete BEFORE DELETE ON call_text
BEGIN SELECT RAISE(ABORT, 'calls are append-only'); END;
CREATE TRIGGER probe_update BEFORE UPDATE ON probe
BEGIN SELECT RAISE(ABORT, 'probes are append-only'); END;
CREATE TRIGGER probe_delete BEFORE DELETE ON probe
BEGIN SELECT RAISE(ABORT, 'probes are append-only'); END;
CREATE TRIGGER run_round_update BEFORE UPDATE ON run_round
BEGIN SELECT RAISE(ABORT, 'rounds are append-only'); END;
CREATE TRIGGER run_round_delete BEFORE DELETE ON run_round
BEGIN SELECT RAISE(ABORT, 'rounds are append-only'); END;
CREATE TRIGGER run_end_update BEFORE UPDATE ON run_end
BEGIN SELECT RAISE(ABORT, 'ends of runs are append-only'); END;
CREATE TRIGGER run_end_delete BEFORE DELETE ON run_end
BEGIN SELECT RAISE(ABORT, 'ends of runs are append-only'); END;
