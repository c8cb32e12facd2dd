const text = 'text COLLATE "C"'
const wrapped = 'iv bytea NOT NULL CHECK (length(iv) = 12), body bytea NOT NULL'

const FIRST = `
CREATE TABLE canary (one boolean PRIMARY KEY DEFAULT true CHECK (one), ${wrapped});
CREATE TABLE person_key (id ${text} PRIMARY KEY, person ${text} NOT NULL UNIQUE, ${wrapped});
CREATE TABLE stream_key (
  id ${text} PRIMARY KEY,
  under ${text} NOT NULL REFERENCES person_key,
  consultation ${text} NOT NULL,
  stream ${text} NOT NULL CHECK (stream IN ('open', 'restricted')),
  ${wrapped},
  UNIQUE (consultation, stream)
);
CREATE INDEX stream_key_under ON stream_key (under);
-- What signs the log of that origin. It belongs to no person, and is never erased with one.
CREATE TABLE signing_key (origin ${text} PRIMARY KEY, id ${text} NOT NULL UNIQUE, ${wrapped});
CREATE TABLE backup (id ${text} PRIMARY KEY, made ${text} NOT NULL, until ${text} NOT NULL);
CREATE TABLE destroyed (consultation ${text} PRIMARY KEY);
-- The latest checkpoint of the log, and what was erased: not in the database that they are about.
CREATE TABLE place (name ${text} PRIMARY KEY, text text NOT NULL);

CREATE FUNCTION destroyed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was destroyed stays destroyed'; END $$;
CREATE TRIGGER destroyed_stays BEFORE UPDATE OR DELETE ON destroyed
  FOR EACH ROW EXECUTE FUNCTION destroyed_stays();
`

/** The role that serves owns these tables: it must be able to destroy a key, and all its traces. */
export const KEY_TABLES = { kind: 'candour keys', steps: [FIRST], grants: () => 'SELECT' }
