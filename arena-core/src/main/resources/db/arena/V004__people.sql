-- The Arena database, version 4: who may do what, invitations, and voters that use several devices. Secrets are stored as keyed
-- hashes in hexadecimal; there is no address of anybody. What ends is never changed: a row says when it ended.
PRAGMA user_version = 4;

-- A link that gives a role. study is where a voter votes; NULL = the whole arena. uses_max NULL = any number of people.
CREATE TABLE invite (
  id INTEGER PRIMARY KEY,
  study INTEGER REFERENCES study (id),
  role TEXT NOT NULL CHECK (role IN ('admin', 'analyst', 'voter')),
  secret_hash TEXT NOT NULL UNIQUE CHECK (length(secret_hash) = 64),
  label TEXT NOT NULL,
  uses_max INTEGER CHECK (uses_max >= 1),
  expires_ms INTEGER,
  created_ms INTEGER NOT NULL,
  CHECK (role <> 'voter' OR study IS NOT NULL)
) STRICT;

CREATE TABLE invite_end (
  invite INTEGER PRIMARY KEY REFERENCES invite (id),
  ended_ms INTEGER NOT NULL
) STRICT;

-- A role that somebody got, by an invitation or (invite NULL) from the person who runs the server.
CREATE TABLE role_grant (
  id INTEGER PRIMARY KEY,
  judge INTEGER NOT NULL REFERENCES judge (id),
  study INTEGER REFERENCES study (id),
  role TEXT NOT NULL CHECK (role IN ('admin', 'analyst', 'voter')),
  invite INTEGER REFERENCES invite (id),
  granted_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX role_grant_judge ON role_grant (judge);
CREATE INDEX role_grant_study ON role_grant (study);
CREATE INDEX role_grant_invite ON role_grant (invite) WHERE invite IS NOT NULL;

CREATE TABLE role_end (
  role_grant INTEGER PRIMARY KEY REFERENCES role_grant (id),
  ended_ms INTEGER NOT NULL
) STRICT;

-- A code by which another browser goes on as a voter. The newest of a judge counts, until it is used or too old.
CREATE TABLE device_code (
  id INTEGER PRIMARY KEY,
  code_hash TEXT NOT NULL CHECK (length(code_hash) = 64),
  judge INTEGER NOT NULL REFERENCES judge (id),
  made_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX device_code_hash ON device_code (code_hash);
CREATE INDEX device_code_judge ON device_code (judge);

-- A further browser of a voter, and the code that made it one.
CREATE TABLE voter_device (
  secret_hash TEXT NOT NULL PRIMARY KEY CHECK (length(secret_hash) = 64),
  judge INTEGER NOT NULL REFERENCES judge (id),
  code INTEGER NOT NULL UNIQUE REFERENCES device_code (id),
  linked_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER invite_update BEFORE UPDATE ON invite
BEGIN SELECT RAISE(ABORT, 'invitations are append-only'); END;
CREATE TRIGGER invite_delete BEFORE DELETE ON invite
BEGIN SELECT RAISE(ABORT, 'invitations are append-only'); END;
CREATE TRIGGER invite_end_update BEFORE UPDATE ON invite_end
BEGIN SELECT RAISE(ABORT, 'invitations are append-only'); END;
CREATE TRIGGER invite_end_delete BEFORE DELETE ON invite_end
BEGIN SELECT RAISE(ABORT, 'invitations are append-only'); END;
CREATE TRIGGER role_grant_update BEFORE UPDATE ON role_grant
BEGIN SELECT RAISE(ABORT, 'roles are append-only'); END;
CREATE TRIGGER role_grant_delete BEFORE DELETE ON role_grant
BEGIN SELECT RAISE(ABORT, 'roles are append-only'); END;
CREATE TRIGGER role_end_update BEFORE UPDATE ON role_end
BEGIN SELECT RAISE(ABORT, 'roles are append-only'); END;
CREATE TRIGGER role_end_delete BEFORE DELETE ON role_end
BEGIN SELECT RAISE(ABORT, 'roles are append-only'); END;
CREATE TRIGGER device_code_update BEFORE UPDATE ON device_code
BEGIN SELECT RAISE(ABORT, 'devices are append-only'); END;
CREATE TRIGGER device_code_delete BEFORE DELETE ON device_code
BEGIN SELECT RAISE(ABORT, 'devices are append-only'); END;
CREATE TRIGGER voter_device_update BEFORE UPDATE ON voter_device
BEGIN SELECT RAISE(ABORT, 'devices are append-only'); END;
CREATE TRIGGER voter_device_delete BEFORE DELETE ON voter_device
BEGIN SELECT RAISE(ABORT, 'devices are append-only'); END;
