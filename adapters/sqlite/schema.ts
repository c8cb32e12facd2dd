/** `Cand` in ASCII: a file of another program is not opened. */
export const APPLICATION = 0x43616e64
export const VERSION = 4

const sealed = 'key TEXT NOT NULL, iv BLOB NOT NULL CHECK (length(iv) = 12), body BLOB NOT NULL'

/**
 * What is added goes to the end of its table, and what it belongs to is named by a number that only
 * this file knows: so few pages of the file change with a turn. In a table in the order of random ids
 * there is one to write for each of its rows.
 */
export const RECORDS = `
CREATE TABLE consultation (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  clinic TEXT NOT NULL,
  person TEXT NOT NULL,
  due TEXT
) STRICT;
CREATE INDEX consultation_clinic ON consultation (clinic);
CREATE INDEX consultation_due ON consultation (due) WHERE due IS NOT NULL;

CREATE TABLE record (
  position INTEGER PRIMARY KEY,
  consultation INTEGER NOT NULL REFERENCES consultation,
  stream TEXT NOT NULL CHECK (stream IN ('open', 'restricted')),
  seq INTEGER NOT NULL,
  record_id TEXT NOT NULL UNIQUE,
  leaf TEXT NOT NULL,
  ${sealed},
  UNIQUE (consultation, stream, seq)
) STRICT;
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
`

/** What was said while a sitting lasts. */
export const TALK = `
CREATE TABLE sitting (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
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
) STRICT;
CREATE INDEX sitting_consultation ON sitting (consultation);
CREATE INDEX sitting_person ON sitting (person);
CREATE TRIGGER sitting_stays_ended BEFORE INSERT ON sitting
WHEN EXISTS (SELECT 1 FROM ended WHERE sitting = NEW.id)
BEGIN SELECT raise(ABORT, 'a sitting that ended never comes back'); END;

CREATE TABLE activity (
  sitting INTEGER NOT NULL REFERENCES sitting ON DELETE CASCADE,
  n INTEGER NOT NULL,
  ${sealed},
  UNIQUE (sitting, n)
) STRICT;

-- The key of a message is its sender's text, so only its hash is kept.
CREATE TABLE reply (
  sitting INTEGER NOT NULL REFERENCES sitting ON DELETE CASCADE,
  message BLOB NOT NULL CHECK (length(message) = 32),
  ${sealed},
  UNIQUE (sitting, message)
) STRICT;
`

/** By the position of the record: the order of the log is nearly that of the records. */
export const LOG_ENTRY = `
CREATE TABLE log_entry (
  clinic TEXT NOT NULL REFERENCES log,
  n INTEGER NOT NULL,
  record INTEGER NOT NULL UNIQUE REFERENCES record,
  PRIMARY KEY (clinic, n)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER log_entry_stays_as_it_is BEFORE UPDATE ON log_entry
BEGIN SELECT raise(ABORT, 'an index is never changed'); END;
CREATE TRIGGER log_entry_stays BEFORE DELETE ON log_entry
BEGIN SELECT raise(ABORT, 'an index is never deleted'); END;
`

/**
 * Outside what is sealed there are only random ids, counters, moments, key ids, the clinic's own
 * words and, of a sitting while it lasts, how it came in.
 */
export const SCHEMA = `
${RECORDS}
-- Whose keys were destroyed. The records stay, as what the log says that there was.
CREATE TABLE erased (consultation TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER erased_stays BEFORE DELETE ON erased
BEGIN SELECT raise(ABORT, 'what was erased stays erased'); END;

CREATE TABLE ended (sitting TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
${TALK}
CREATE TABLE link (
  hash TEXT PRIMARY KEY,
  consultation TEXT NOT NULL,
  purpose TEXT NOT NULL,
  expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bundle (digest TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER bundle_stays_as_it_is BEFORE UPDATE ON bundle
BEGIN SELECT raise(ABORT, 'words that were used are never changed'); END;
CREATE TRIGGER bundle_stays BEFORE DELETE ON bundle
BEGIN SELECT raise(ABORT, 'words that were used are never deleted'); END;

CREATE TABLE clock (one INTEGER PRIMARY KEY CHECK (one = 1), ahead INTEGER NOT NULL) STRICT;
INSERT INTO clock VALUES (1, 0);
CREATE TRIGGER clock_goes_forward BEFORE UPDATE ON clock WHEN NEW.ahead < OLD.ahead
BEGIN SELECT raise(ABORT, 'the clock never goes back'); END;

-- The log of a clinic: what it has signed, the records in its order, and every complete subtree.
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
CREATE TRIGGER log_grows BEFORE UPDATE ON log
WHEN NEW.lease < OLD.lease OR NEW.size < OLD.size OR NEW.position < OLD.position
BEGIN SELECT raise(ABORT, 'a log only grows'); END;
CREATE TRIGGER log_stays BEFORE DELETE ON log
BEGIN SELECT raise(ABORT, 'a log is never deleted'); END;

${LOG_ENTRY}
CREATE TABLE log_node (
  clinic TEXT NOT NULL REFERENCES log,
  level INTEGER NOT NULL,
  n INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (clinic, level, n)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER log_node_stays_as_it_is BEFORE UPDATE ON log_node
BEGIN SELECT raise(ABORT, 'a hash is never changed'); END;
CREATE TRIGGER log_node_stays BEFORE DELETE ON log_node
BEGIN SELECT raise(ABORT, 'a hash is never deleted'); END;

PRAGMA application_id = ${APPLICATION};
PRAGMA user_version = ${VERSION};
`
