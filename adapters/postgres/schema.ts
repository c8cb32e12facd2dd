import { BY_KEY } from './functions/by-key.ts'
import { COMMIT } from './functions/commit.ts'
import { LOG } from './functions/log.ts'
import { TOGETHER } from './functions/together.ts'
import type { Schema } from './migrate.ts'

const text = 'text COLLATE "C"'
const sealed = `key ${text} NOT NULL, iv bytea NOT NULL CHECK (length(iv) = 12), body bytea NOT NULL`

/** Whoever owns the tables could still change them: what is theirs to change is said here. */
const stays = (table: string, what: string) => `
CREATE TRIGGER ${table}_stays BEFORE UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION refuse('${what}');
CREATE TRIGGER ${table}_is_not_emptied BEFORE TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('${what}');
`

/**
 * The same as in SQLite: outside what is sealed there are only random ids, counters, moments, key
 * ids, the clinic's own words and, of a sitting while it lasts, how it came in.
 */
const FIRST = `
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% %', TG_ARGV[0], 'is never changed or deleted'; END $$;

CREATE TABLE consultation (
  id ${text} PRIMARY KEY,
  clinic ${text} NOT NULL,
  person ${text} NOT NULL,
  due ${text},
  claimed_by ${text},
  claimed_until timestamptz
);
CREATE INDEX consultation_clinic ON consultation (clinic);
CREATE INDEX consultation_due ON consultation (due) WHERE due IS NOT NULL;

CREATE TABLE erased (consultation ${text} PRIMARY KEY);
${stays('erased', 'an erasure')}

CREATE TABLE record (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consultation ${text} NOT NULL REFERENCES consultation,
  stream ${text} NOT NULL CHECK (stream IN ('open', 'restricted')),
  seq integer NOT NULL,
  record_id ${text} NOT NULL UNIQUE,
  leaf ${text} NOT NULL,
  ${sealed},
  UNIQUE (consultation, stream, seq)
);
CREATE FUNCTION record_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM record
    WHERE consultation = NEW.consultation AND stream = NEW.stream)
  THEN RAISE EXCEPTION 'a record must follow the last one of its stream'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER record_follows BEFORE INSERT ON record
  FOR EACH ROW EXECUTE FUNCTION record_follows();
${stays('record', 'a record')}

-- Records that have no index in the log yet, in their order. What is here is nowhere the only trace.
CREATE TABLE unsealed (
  position bigint PRIMARY KEY,
  clinic ${text} NOT NULL,
  record_id ${text} NOT NULL UNIQUE REFERENCES record (record_id)
);

CREATE TABLE sitting (
  id ${text} PRIMARY KEY,
  consultation ${text} NOT NULL,
  person ${text} NOT NULL,
  channel ${text} NOT NULL,
  private boolean NOT NULL,
  began ${text} NOT NULL,
  last ${text} NOT NULL,
  activities integer NOT NULL,
  door ${text} NOT NULL,
  tries integer NOT NULL,
  assurance ${text} NOT NULL
);
CREATE INDEX sitting_consultation ON sitting (consultation);
CREATE INDEX sitting_person ON sitting (person);

CREATE TABLE ended (sitting ${text} PRIMARY KEY);
${stays('ended', 'the end of a sitting')}

CREATE TABLE activity (
  sitting ${text} NOT NULL REFERENCES sitting ON DELETE CASCADE,
  n integer NOT NULL,
  ${sealed},
  PRIMARY KEY (sitting, n)
);

-- The key of a message is its sender's text, so only its hash is kept.
CREATE TABLE reply (
  sitting ${text} NOT NULL REFERENCES sitting ON DELETE CASCADE,
  message bytea NOT NULL CHECK (length(message) = 32),
  ${sealed},
  PRIMARY KEY (sitting, message)
);

CREATE TABLE link (
  hash ${text} PRIMARY KEY,
  consultation ${text} NOT NULL,
  purpose ${text} NOT NULL,
  expires ${text} NOT NULL
);
CREATE INDEX link_consultation ON link (consultation);

CREATE TABLE bundle (digest ${text} PRIMARY KEY, text text NOT NULL);
${stays('bundle', 'what was said')}

CREATE TABLE clock (one boolean PRIMARY KEY DEFAULT true CHECK (one), ahead bigint NOT NULL);
INSERT INTO clock VALUES (true, 0);

-- What may be used once, by its hash, until nobody would take it anyway.
CREATE TABLE spent (hash bytea PRIMARY KEY, until timestamptz NOT NULL);
CREATE INDEX spent_until ON spent (until);

-- The log of a clinic: what it has signed, the records in its order, and every complete subtree.
CREATE TABLE log (
  clinic ${text} PRIMARY KEY,
  lease bigint NOT NULL,
  size bigint NOT NULL DEFAULT 0,
  signed text,
  at ${text},
  published text,
  witnessed text,
  scrubbed ${text},
  leader ${text},
  leads_until timestamptz
);
CREATE TABLE log_entry (
  clinic ${text} NOT NULL REFERENCES log,
  n bigint NOT NULL,
  record_id ${text} NOT NULL UNIQUE REFERENCES record (record_id),
  PRIMARY KEY (clinic, n)
);
${stays('log_entry', 'an index')}
CREATE TABLE log_node (
  clinic ${text} NOT NULL REFERENCES log,
  level integer NOT NULL,
  n bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (clinic, level, n)
);
${stays('log_node', 'a hash')}
CREATE FUNCTION log_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR NEW.lease < OLD.lease OR NEW.size < OLD.size
  THEN RAISE EXCEPTION 'a log only grows'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_grows BEFORE UPDATE OR DELETE ON log
  FOR EACH ROW EXECUTE FUNCTION log_grows();
${COMMIT}
${LOG}
`

/** The role that serves adds evidence and reads it. It has no right to change or delete any. */
const grants = (role: string) => `
GRANT USAGE ON SCHEMA public TO ${role};
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role};
GRANT INSERT ON consultation, erased, record, unsealed, sitting, ended, activity, reply, link,
  bundle, spent, log, log_entry, log_node TO ${role};
GRANT UPDATE ON consultation, sitting, activity, reply, link, clock, log TO ${role};
GRANT DELETE ON unsealed, sitting, activity, reply, link, spent TO ${role};
`

export const EVIDENCE: Schema = {
  kind: 'candour evidence',
  steps: [FIRST, BY_KEY + TOGETHER],
  grants,
}
