-- A file as 0.1.0 wrote it: what it had made, and what it had written. Never changed.
PRAGMA application_id = 1130458724;
PRAGMA user_version = 3;
CREATE TABLE consultation (
  id TEXT PRIMARY KEY,
  clinic TEXT NOT NULL,
  person TEXT NOT NULL,
  due TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE erased (consultation TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE record (
  position INTEGER PRIMARY KEY,
  consultation TEXT NOT NULL REFERENCES consultation,
  stream TEXT NOT NULL CHECK (stream IN ('open', 'restricted')),
  seq INTEGER NOT NULL,
  record_id TEXT NOT NULL UNIQUE,
  leaf TEXT NOT NULL,
  key TEXT NOT NULL, iv BLOB NOT NULL CHECK (length(iv) = 12), body BLOB NOT NULL,
  UNIQUE (consultation, stream, seq)
) STRICT;
CREATE TABLE sitting (
  id TEXT PRIMARY KEY,
  consultation TEXT NOT NULL,
  person TEXT NOT NULL,
  channel TEXT NOT NULL,
  private INTEGER NOT NULL,
  began TEXT NOT NULL,
  last TEXT NOT NULL,
  activities INTEGER NOT NULL,
  door TEXT NOT NULL,
  tries INTEGER NOT NULL,
  assurance TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ended (sitting TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE activity (
  sitting TEXT NOT NULL REFERENCES sitting ON DELETE CASCADE,
  n INTEGER NOT NULL,
  key TEXT NOT NULL, iv BLOB NOT NULL CHECK (length(iv) = 12), body BLOB NOT NULL,
  PRIMARY KEY (sitting, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE reply (
  sitting TEXT NOT NULL REFERENCES sitting ON DELETE CASCADE,
  message BLOB NOT NULL CHECK (length(message) = 32),
  key TEXT NOT NULL, iv BLOB NOT NULL CHECK (length(iv) = 12), body BLOB NOT NULL,
  PRIMARY KEY (sitting, message)
) STRICT, WITHOUT ROWID;
CREATE TABLE link (
  hash TEXT PRIMARY KEY,
  consultation TEXT NOT NULL,
  purpose TEXT NOT NULL,
  expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE bundle (digest TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE clock (one INTEGER PRIMARY KEY CHECK (one = 1), ahead INTEGER NOT NULL) STRICT;
CREATE TABLE log (
  clinic TEXT PRIMARY KEY,
  lease INTEGER NOT NULL,
  size INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0,
  signed TEXT,
  at TEXT,
  published TEXT,
  witnessed TEXT,
  scrubbed TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE log_entry (
  clinic TEXT NOT NULL REFERENCES log,
  n INTEGER NOT NULL,
  record_id TEXT NOT NULL UNIQUE REFERENCES record (record_id),
  PRIMARY KEY (clinic, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE log_node (
  clinic TEXT NOT NULL REFERENCES log,
  level INTEGER NOT NULL,
  n INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (clinic, level, n)
) STRICT, WITHOUT ROWID;
INSERT INTO consultation VALUES ('consultation-a', 'clinic-1', 'person of consultation-a', '2026-03-01T09:00:09.000Z');
INSERT INTO consultation VALUES ('consultation-b', 'clinic-1', 'person of consultation-b', '2026-03-01T09:00:09.000Z');
INSERT INTO consultation VALUES ('consultation-gone', 'clinic-1', 'person of consultation-gone', NULL);
INSERT INTO erased VALUES ('consultation-gone');
INSERT INTO record VALUES (1, 'consultation-a', 'open', 0, 'record-1', 'leaf of record-1', 'key-1', x'070707070707070707070707', x'7365616c65642d32');
INSERT INTO record VALUES (2, 'consultation-a', 'restricted', 0, 'record-3', 'leaf of record-3', 'key-1', x'070707070707070707070707', x'7365616c65642d34');
INSERT INTO record VALUES (3, 'consultation-a', 'open', 1, 'record-11', 'leaf of record-11', 'key-1', x'070707070707070707070707', x'7365616c65642d3132');
INSERT INTO record VALUES (4, 'consultation-b', 'open', 0, 'record-18', 'leaf of record-18', 'key-1', x'070707070707070707070707', x'7365616c65642d3139');
INSERT INTO record VALUES (5, 'consultation-b', 'restricted', 0, 'record-20', 'leaf of record-20', 'key-1', x'070707070707070707070707', x'7365616c65642d3231');
INSERT INTO record VALUES (6, 'consultation-b', 'open', 1, 'record-28', 'leaf of record-28', 'key-1', x'070707070707070707070707', x'7365616c65642d3239');
INSERT INTO record VALUES (7, 'consultation-gone', 'open', 0, 'record-35', 'leaf of record-35', 'key-1', x'070707070707070707070707', x'7365616c65642d3336');
INSERT INTO record VALUES (8, 'consultation-gone', 'restricted', 0, 'record-37', 'leaf of record-37', 'key-1', x'070707070707070707070707', x'7365616c65642d3338');
INSERT INTO record VALUES (9, 'consultation-gone', 'open', 1, 'record-45', 'leaf of record-45', 'key-1', x'070707070707070707070707', x'7365616c65642d3436');
INSERT INTO log VALUES ('clinic-1', 1, 5, 5, 'size 5', '2026-03-01T09:00:02.000Z', NULL, NULL, NULL);
INSERT INTO log_entry VALUES ('clinic-1', 0, 'record-1');
INSERT INTO log_entry VALUES ('clinic-1', 1, 'record-3');
INSERT INTO log_entry VALUES ('clinic-1', 2, 'record-11');
INSERT INTO log_entry VALUES ('clinic-1', 3, 'record-18');
INSERT INTO log_entry VALUES ('clinic-1', 4, 'record-20');
INSERT INTO log_node VALUES ('clinic-1', 0, 0, x'0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO log_node VALUES ('clinic-1', 0, 1, x'0101010101010101010101010101010101010101010101010101010101010101');
INSERT INTO log_node VALUES ('clinic-1', 0, 2, x'0202020202020202020202020202020202020202020202020202020202020202');
INSERT INTO log_node VALUES ('clinic-1', 0, 3, x'0303030303030303030303030303030303030303030303030303030303030303');
INSERT INTO log_node VALUES ('clinic-1', 0, 4, x'0404040404040404040404040404040404040404040404040404040404040404');
INSERT INTO sitting VALUES ('sitting-a', 'consultation-a', 'person of consultation-a', 'widget', 1, '2026-03-01T09:00:05.000Z', '2026-03-01T09:00:00.000Z', 4, 'open', 0, 'link');
INSERT INTO sitting VALUES ('sitting-b', 'consultation-b', 'person of consultation-b', 'widget', 1, '2026-03-01T09:00:01.000Z', '2026-03-01T09:00:00.000Z', 4, 'open', 0, 'link');
INSERT INTO ended VALUES ('sitting-gone');
INSERT INTO ended VALUES ('sitting-over');
INSERT INTO activity VALUES ('sitting-a', 0, 'key-1', x'070707070707070707070707', x'7365616c65642d36');
INSERT INTO activity VALUES ('sitting-a', 1, 'key-1', x'070707070707070707070707', x'7365616c65642d37');
INSERT INTO activity VALUES ('sitting-a', 2, 'key-1', x'070707070707070707070707', x'7365616c65642d3134');
INSERT INTO activity VALUES ('sitting-a', 3, 'key-1', x'070707070707070707070707', x'7365616c65642d3135');
INSERT INTO activity VALUES ('sitting-b', 0, 'key-1', x'070707070707070707070707', x'7365616c65642d3233');
INSERT INTO activity VALUES ('sitting-b', 1, 'key-1', x'070707070707070707070707', x'7365616c65642d3234');
INSERT INTO activity VALUES ('sitting-b', 2, 'key-1', x'070707070707070707070707', x'7365616c65642d3331');
INSERT INTO activity VALUES ('sitting-b', 3, 'key-1', x'070707070707070707070707', x'7365616c65642d3332');
INSERT INTO reply VALUES ('sitting-a', x'16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4', 'key-1', x'070707070707070707070707', x'7365616c65642d3133');
INSERT INTO reply VALUES ('sitting-a', x'a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e', 'key-1', x'070707070707070707070707', x'7365616c65642d35');
INSERT INTO reply VALUES ('sitting-b', x'16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4', 'key-1', x'070707070707070707070707', x'7365616c65642d3330');
INSERT INTO reply VALUES ('sitting-b', x'a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e', 'key-1', x'070707070707070707070707', x'7365616c65642d3232');
INSERT INTO link VALUES ('hash-25', 'consultation-b', 'invite', '2026-03-01T09:01:00.000Z');
INSERT INTO link VALUES ('hash-8', 'consultation-a', 'invite', '2026-03-01T09:01:00.000Z');
INSERT INTO bundle VALUES ('digest', 'words');
INSERT INTO clock VALUES (1, 5000);
CREATE INDEX consultation_clinic ON consultation (clinic);
CREATE INDEX consultation_due ON consultation (due) WHERE due IS NOT NULL;
CREATE INDEX sitting_consultation ON sitting (consultation);
CREATE INDEX sitting_person ON sitting (person);
CREATE TRIGGER erased_stays BEFORE DELETE ON erased
BEGIN SELECT raise(ABORT, 'what was erased stays erased'); END;
CREATE TRIGGER record_follows BEFORE INSERT ON record
WHEN NEW.seq <> (
  SELECT coalesce(max(seq) + 1, 0) FROM record
  WHERE consultation = NEW.consultation AND stream = NEW.stream
)
BEGIN SELECT raise(ABORT, 'a record must follow the last one of its stream'); END;
CREATE TRIGGER record_stays_as_it_is BEFORE UPDATE ON record
BEGIN SELECT raise(ABORT, 'a record is never changed'); END;
CREATE TRIGGER record_stays BEFORE DELETE ON record
BEGIN SELECT raise(ABORT, 'a record is never deleted'); END;
CREATE TRIGGER sitting_stays_ended BEFORE INSERT ON sitting
WHEN EXISTS (SELECT 1 FROM ended WHERE sitting = NEW.id)
BEGIN SELECT raise(ABORT, 'a sitting that ended never comes back'); END;
CREATE TRIGGER bundle_stays_as_it_is BEFORE UPDATE ON bundle
BEGIN SELECT raise(ABORT, 'words that were used are never changed'); END;
CREATE TRIGGER bundle_stays BEFORE DELETE ON bundle
BEGIN SELECT raise(ABORT, 'words that were used are never deleted'); END;
CREATE TRIGGER clock_goes_forward BEFORE UPDATE ON clock WHEN NEW.ahead < OLD.ahead
BEGIN SELECT raise(ABORT, 'the clock never goes back'); END;
CREATE TRIGGER log_grows BEFORE UPDATE ON log
WHEN NEW.lease < OLD.lease OR NEW.size < OLD.size OR NEW.position < OLD.position
BEGIN SELECT raise(ABORT, 'a log only grows'); END;
CREATE TRIGGER log_stays BEFORE DELETE ON log
BEGIN SELECT raise(ABORT, 'a log is never deleted'); END;
CREATE TRIGGER log_entry_stays_as_it_is BEFORE UPDATE ON log_entry
BEGIN SELECT raise(ABORT, 'an index is never changed'); END;
CREATE TRIGGER log_entry_stays BEFORE DELETE ON log_entry
BEGIN SELECT raise(ABORT, 'an index is never deleted'); END;
CREATE TRIGGER log_node_stays_as_it_is BEFORE UPDATE ON log_node
BEGIN SELECT raise(ABORT, 'a hash is never changed'); END;
CREATE TRIGGER log_node_stays BEFORE DELETE ON log_node
BEGIN SELECT raise(ABORT, 'a hash is never deleted'); END;
