PRAGMA application_id = 1098016110;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "schema_migration" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO schema_migration VALUES(1,'001','arena','SQL','V001__arena.sql',54637075,'','2026-11-22 07:44:21.851',9,1);
CREATE TABLE arena (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  store_id TEXT NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) >= 16),
  catalog_revision INTEGER NOT NULL,
  created_ms INTEGER NOT NULL
) STRICT;
INSERT INTO arena VALUES(1,'d70d3259e4e1cb631c663cf4d73c4c04',X'022ab1ba804098e6cb293e6770eb3a95da211e6a663bd37311aabecb86beda3f',1,1795348800123);
CREATE TABLE contestant (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO contestant VALUES(1,'alpha');
INSERT INTO contestant VALUES(2,'beta');
INSERT INTO contestant VALUES(3,'gamma');
CREATE TABLE contestant_fact (
  contestant INTEGER NOT NULL REFERENCES contestant (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (contestant, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE prompt (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  turns TEXT NOT NULL,
  attachments TEXT NOT NULL,
  category TEXT,
  language TEXT,
  reference TEXT
) STRICT;
INSERT INTO prompt VALUES(1,'p1','["Why?"]','[]',NULL,NULL,NULL);
CREATE TABLE response (
  id INTEGER PRIMARY KEY,
  prompt INTEGER NOT NULL REFERENCES prompt (id),
  contestant INTEGER NOT NULL REFERENCES contestant (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  UNIQUE (prompt, contestant, version)
) STRICT;
INSERT INTO response VALUES(1,1,1,1,'fd052fecaa626c3bdec623861965676ce736bef37320a0212130b258ba537532');
INSERT INTO response VALUES(2,1,2,1,'e3f7b9f88a718a6de6fd27ef569b7ed9214db9e80ef619ee88622416d3169090');
INSERT INTO response VALUES(3,1,3,1,'331c920939e0abe883792246168c919272c6396f81839cc97b3811954aa49939');
CREATE TABLE response_text (
  response INTEGER PRIMARY KEY REFERENCES response (id),
  turns TEXT NOT NULL,
  attachments TEXT NOT NULL
) STRICT;
INSERT INTO response_text VALUES(1,'["alpha says"]','[]');
INSERT INTO response_text VALUES(2,'["beta says"]','[]');
INSERT INTO response_text VALUES(3,'["gamma says"]','[]');
CREATE TABLE judge (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (kind, name, version)
) STRICT;
INSERT INTO judge VALUES(1,'human','voter 0','');
INSERT INTO judge VALUES(2,'human','voter 1','');
INSERT INTO judge VALUES(3,'human','voter 2','');
INSERT INTO judge VALUES(4,'human','voter 3','');
INSERT INTO judge VALUES(5,'human','voter 4','');
INSERT INTO judge VALUES(6,'human','voter 5','');
INSERT INTO judge VALUES(7,'human','voter 6','');
INSERT INTO judge VALUES(8,'human','voter 7','');
INSERT INTO judge VALUES(9,'human','voter 8','');
INSERT INTO judge VALUES(10,'human','voter 9','');
INSERT INTO judge VALUES(11,'llm','big','v1');
CREATE TABLE run (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  spec_hash TEXT NOT NULL UNIQUE,
  spec TEXT NOT NULL,
  started_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO run VALUES('r1','nightly','spec of r1','name: nightly',1795348800123);
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
INSERT INTO battle VALUES(1,'token-1',1,3,11,0.25,'matchmaker',NULL,1,NULL,NULL,NULL,NULL,1,1795348800123,X'8b53fab7d9414d852027d087771fac211ad0b7dbad310acf6d44738aeac3e76d');
INSERT INTO battle VALUES(2,'token-2',1,3,11,0.25,'matchmaker',NULL,2,NULL,NULL,NULL,NULL,1,1795348800123,X'e0ba4c79c640b7c9eea06abfb90124bd9e2f99b229df77b6a44d4e7c7b6ca966');
INSERT INTO battle VALUES(3,'token-3',1,3,11,0.25,'matchmaker',NULL,3,NULL,NULL,NULL,NULL,1,1795348800123,X'c03417b29b63e6cc4dae1b17c5df8c12c7d1688f58f06ae8b97a331d889b591d');
INSERT INTO battle VALUES(4,'token-4',1,3,11,0.25,'matchmaker',NULL,4,NULL,NULL,NULL,NULL,1,1795348800123,X'9ffcb8156bb4b1776a00143367dc74846c12e3fd9469976190f25a46b11efd52');
INSERT INTO battle VALUES(5,'token-5',1,3,11,0.25,'matchmaker',NULL,5,NULL,NULL,NULL,NULL,1,1795348800123,X'd577e90ac4d8b39dc13c88f0de2a0a5880c075135c9536b4deb010af5f2b26fe');
INSERT INTO battle VALUES(6,'token-6',1,3,11,0.25,'matchmaker',NULL,6,NULL,NULL,NULL,NULL,1,1795348800123,X'560d261504ee12230dcd9039b2c0dd4c6e921a2ae632001f4a3f78961f6dfb8c');
INSERT INTO battle VALUES(7,'token-7',1,3,11,0.25,'matchmaker',NULL,7,NULL,NULL,NULL,NULL,1,1795348800123,X'0d66fb9b1db9f3df6eee2879d546ec07e66a45f37143beea7e9213793f1c214c');
INSERT INTO battle VALUES(8,'token-8',1,3,11,0.25,'matchmaker',NULL,8,NULL,NULL,NULL,NULL,1,1795348800123,X'b6efd4a6ba1df66c29ecc34ee708f16eda618aff0c59572da64f453dd18a3507');
INSERT INTO battle VALUES(9,'token-9',1,3,11,0.25,'matchmaker',NULL,9,NULL,NULL,NULL,NULL,1,1795348800123,X'9da4eed719e4b83257a1ea00f1db22adb137ac7ded70b453833918a4d3213479');
INSERT INTO battle VALUES(10,'token-10',1,3,11,0.25,'matchmaker',NULL,10,NULL,NULL,NULL,NULL,1,1795348800123,X'86d36542c4b346efccb59aca3d351c6b5cc3f56f117cc90c63ed452ca1f7b92c');
INSERT INTO battle VALUES(11,'token-11',1,3,11,0.25,'matchmaker',NULL,1,NULL,NULL,NULL,NULL,1,1795348800123,X'459213c311964576a15bc58896c5aa664dde45b5f0995bea9fa75922b11c938b');
INSERT INTO battle VALUES(12,'token-12',1,3,11,0.25,'schedule','r1',NULL,'m1',NULL,NULL,NULL,1,1795348800123,X'44eb24cfe06d040afacfaccf90ea0de2fc97c678b9c8a07a3a28a29496713ab4');
CREATE TABLE seat (
  battle INTEGER NOT NULL REFERENCES battle (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  contestant INTEGER NOT NULL REFERENCES contestant (id),
  response INTEGER REFERENCES response (id),
  PRIMARY KEY (battle, position)
) STRICT, WITHOUT ROWID;
INSERT INTO seat VALUES(1,1,1,1);
INSERT INTO seat VALUES(1,2,2,2);
INSERT INTO seat VALUES(1,3,3,3);
INSERT INTO seat VALUES(2,1,1,1);
INSERT INTO seat VALUES(2,2,2,2);
INSERT INTO seat VALUES(2,3,3,3);
INSERT INTO seat VALUES(3,1,1,1);
INSERT INTO seat VALUES(3,2,2,2);
INSERT INTO seat VALUES(3,3,3,3);
INSERT INTO seat VALUES(4,1,1,1);
INSERT INTO seat VALUES(4,2,2,2);
INSERT INTO seat VALUES(4,3,3,3);
INSERT INTO seat VALUES(5,1,1,1);
INSERT INTO seat VALUES(5,2,2,2);
INSERT INTO seat VALUES(5,3,3,3);
INSERT INTO seat VALUES(6,1,1,1);
INSERT INTO seat VALUES(6,2,2,2);
INSERT INTO seat VALUES(6,3,3,3);
INSERT INTO seat VALUES(7,1,1,1);
INSERT INTO seat VALUES(7,2,2,2);
INSERT INTO seat VALUES(7,3,3,3);
INSERT INTO seat VALUES(8,1,1,1);
INSERT INTO seat VALUES(8,2,2,2);
INSERT INTO seat VALUES(8,3,3,3);
INSERT INTO seat VALUES(9,1,1,1);
INSERT INTO seat VALUES(9,2,2,2);
INSERT INTO seat VALUES(9,3,3,3);
INSERT INTO seat VALUES(10,1,1,1);
INSERT INTO seat VALUES(10,2,2,2);
INSERT INTO seat VALUES(10,3,3,3);
INSERT INTO seat VALUES(11,1,1,1);
INSERT INTO seat VALUES(11,2,2,2);
INSERT INTO seat VALUES(11,3,3,3);
INSERT INTO seat VALUES(12,1,1,1);
INSERT INTO seat VALUES(12,2,2,2);
INSERT INTO seat VALUES(12,3,3,3);
CREATE TABLE open_battle (
  voter INTEGER PRIMARY KEY REFERENCES judge (id),
  battle INTEGER NOT NULL UNIQUE REFERENCES battle (id)
) STRICT;
INSERT INTO open_battle VALUES(1,11);
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
INSERT INTO vote VALUES(1,'f6d0c233a1c4cb77febe023d51d6fc53',1,1,1,NULL,'k','body of Ranking[ranks=[1, 2, 3], margin=null]','ranking','1,2,3',NULL,NULL,NULL,NULL,1,NULL,NULL,1795348800123,X'a47373044b60d34d636e8696bcd0492f41ffb327343024d9c921a04eb322c480');
INSERT INTO vote VALUES(2,'616750997ac05e226953798876a2c369',2,2,1,NULL,'k','body of Ranking[ranks=[1, 2, 3], margin=null]','ranking','1,2,3',NULL,NULL,NULL,NULL,1,NULL,NULL,1795348800123,X'7a2038370af5bfe9da40c41bb175c2aac8c089ebf34b8ecb596a6ddb5c736a09');
INSERT INTO vote VALUES(3,'ebfab5059be7821a2c63dd28b74ebaf5',3,3,1,NULL,'k','body of Ranking[ranks=[1, 2, 3], margin=null]','ranking','1,2,3',NULL,NULL,NULL,NULL,1,NULL,NULL,1795348800123,X'b6aedf4e24bf6fd78173ba0014c81fe6022db319093c630274105e12bc9d05c2');
INSERT INTO vote VALUES(4,'4eb3454adf5403eb306401a324990fdf',4,4,1,NULL,'k','body of Ranking[ranks=[1, 2, 3], margin=null]','ranking','1,2,3',NULL,NULL,NULL,NULL,1,NULL,NULL,1795348800123,X'0557a7add674142901abc7e359f6a14617dda1d90a999ae3d035d1d5a4c11b90');
INSERT INTO vote VALUES(5,'e6155f0b2d9b2fddf885eb1a6b905c8c',5,5,1,NULL,'k','body of Ranking[ranks=[1, 2, 3], margin=null]','ranking','1,2,3',NULL,NULL,NULL,NULL,1,NULL,NULL,1795348800123,X'54a5463edd2c12012d7ee93dd7b658de44ce8c7e64a33efe927b48541c7a22af');
INSERT INTO vote VALUES(6,'afd6d36c005d2ee1c72673da0c6a8c53',6,6,1,NULL,'k','body of Ranking[ranks=[1, 2, 3], margin=null]','ranking','1,2,3',NULL,NULL,NULL,NULL,1,NULL,NULL,1795348800123,X'6a0431518031dfc3f45ce1f4cd8de58eb04d9765ac5aa99855474e0eb1395d83');
INSERT INTO vote VALUES(7,'359e9c4c0eb07e9ef836b25e7adadfc1',7,7,1,NULL,'k','body of Ranking[ranks=[1, 2, 3], margin=null]','ranking','1,2,3',NULL,NULL,NULL,NULL,1,NULL,NULL,1795348800123,X'432414bb7bcbc93040938d0011a1a823dccfad172a868eb6592bfa3068fd9842');
INSERT INTO vote VALUES(8,'2fbc4b009867b0accd32032dc651501b',8,8,1,NULL,'k','body of Ranking[ranks=[1, 2, 3], margin=null]','ranking','1,2,3',NULL,NULL,NULL,NULL,1,NULL,NULL,1795348800123,X'dab6e960d714f2df133caeb54fce29d076564b5c04c0c20b0dd09577d9e5f984');
INSERT INTO vote VALUES(9,'9d271da917672d58ff90b8601c5b7c6c',9,9,1,NULL,'k','body of Ranking[ranks=[1, 2, 3], margin=null]','ranking','1,2,3',NULL,NULL,NULL,NULL,1,NULL,NULL,1795348800123,X'866e749b959110adc6189c55702ec8db4a961f217ef037dd6be9b45260c162af');
INSERT INTO vote VALUES(10,'30ce495ddfd60ce7e9b91f3a331fd8f5',10,10,1,NULL,'k','body of Ranking[ranks=[1, 2, 3], margin=null]','ranking','1,2,3',NULL,NULL,NULL,NULL,1,NULL,NULL,1795348800123,X'2ce14cbbf0def1c44e4efea943739c7fc02bcbdc3302f1baac8bc73905b722ad');
INSERT INTO vote VALUES(11,'ba9a0d310162a1135f54fbf2b1093468',1,1,2,1,'w','body of Abstention[reason=WITHDRAWN, detail=null]','abstention',NULL,NULL,NULL,'withdrawn',NULL,1,NULL,NULL,1795348800123,X'd6cfca0d3a13e6bbef333b0cc10f1aa7e1ecc721c5a3ca082c00e0af4411ebbe');
INSERT INTO vote VALUES(12,'474b83dfff52dfe61d24d4fcb97f3f6a',12,11,1,NULL,'key of Abstention[reason=FAILED, detail=503]','body of Abstention[reason=FAILED, detail=503]','abstention',NULL,NULL,NULL,'failed','503',1,NULL,NULL,1795348800123,X'ecf7e511cacc47a735e8c09ff6544ee39e7b23ca080ce92f3856c8cb8353772d');
INSERT INTO vote VALUES(13,'788a448cca5a9cf8acf8896babb0e20d',12,11,2,12,'key of BothBad[]','body of BothBad[]','both_bad',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL,1795348800123,X'fd9be6614bb825d90e14acbd0a08c901cf80a58f007a5d03adf9926891a65f79');
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
INSERT INTO judge_call VALUES(1,'r1',12,'call Abstention[reason=FAILED, detail=503]','failed',NULL,'status 503',NULL,NULL,NULL,3,1795348800123,5);
INSERT INTO judge_call VALUES(2,'r1',13,'call BothBad[]','ok','both are bad',NULL,120,7,0.25,2,1795348800123,5);
CREATE INDEX "schema_migration_s_idx" ON "schema_migration" ("success");
CREATE UNIQUE INDEX battle_origin ON battle (origin_key, origin, coalesce(run, '')) WHERE origin_key IS NOT NULL;
CREATE INDEX battle_run ON battle (run) WHERE run IS NOT NULL;
CREATE INDEX battle_voter ON battle (voter) WHERE voter IS NOT NULL;
CREATE UNIQUE INDEX vote_supersedes ON vote (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX judge_call_run ON judge_call (run);
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
COMMIT;
