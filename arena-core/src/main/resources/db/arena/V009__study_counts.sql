-- The Arena database, version 9: the votes of studies, added up. user_version is set once the votes that are there are counted, in code.

-- What is counted here stands in the tables of votes and battles too, and is changed in the transaction that changes them: so a study of
-- a million votes is shown without reading them. Only current votes of the voters themselves count. day: since 1970-01-01, UTC.
-- decided: verdicts rather than abstentions. last_ms: when the latest was cast, one that was replaced since included.
CREATE TABLE study_day (
  study INTEGER NOT NULL REFERENCES study (id),
  voter INTEGER NOT NULL REFERENCES judge (id),
  day INTEGER NOT NULL,
  part TEXT NOT NULL,
  decided INTEGER NOT NULL CHECK (decided IN (0, 1)),
  votes INTEGER NOT NULL,
  last_ms INTEGER NOT NULL,
  PRIMARY KEY (study, voter, day, part, decided)
) STRICT, WITHOUT ROWID;

-- Verdicts on plain battles; matchup as in the table battle.
CREATE TABLE study_matchup (
  study INTEGER NOT NULL REFERENCES study (id),
  matchup TEXT NOT NULL,
  votes INTEGER NOT NULL,
  PRIMARY KEY (study, matchup)
) STRICT, WITHOUT ROWID;

-- Plain battles opened, and verdicts on them.
CREATE TABLE study_contestant (
  study INTEGER NOT NULL REFERENCES study (id),
  contestant INTEGER NOT NULL REFERENCES contestant (id),
  battles INTEGER NOT NULL,
  votes INTEGER NOT NULL,
  PRIMARY KEY (study, contestant)
) STRICT, WITHOUT ROWID;

-- How many verdicts of a voter took as long, to three digits.
CREATE TABLE study_time (
  study INTEGER NOT NULL REFERENCES study (id),
  voter INTEGER NOT NULL REFERENCES judge (id),
  ms INTEGER NOT NULL,
  votes INTEGER NOT NULL,
  PRIMARY KEY (study, voter, ms)
) STRICT, WITHOUT ROWID;

-- Verdicts on gold battles and right ones, repeats with the same best as the first time, verdicts of which it is known how long they took,
-- how many of these were faster than the median, and the median; of two in the middle the shorter.
CREATE TABLE study_voter (
  study INTEGER NOT NULL REFERENCES study (id),
  voter INTEGER NOT NULL REFERENCES judge (id),
  gold_votes INTEGER NOT NULL,
  gold_right INTEGER NOT NULL,
  repeat_same INTEGER NOT NULL,
  timed INTEGER NOT NULL,
  faster INTEGER NOT NULL,
  median_ms INTEGER,
  PRIMARY KEY (study, voter)
) STRICT, WITHOUT ROWID;
