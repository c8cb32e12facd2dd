-- Keys as 0.1.0 wrote them: what it had made, and what it had written. Never changed.
-- What it made.

CREATE TABLE canary (one boolean PRIMARY KEY DEFAULT true CHECK (one), iv bytea NOT NULL CHECK (length(iv) = 12), body bytea NOT NULL);
CREATE TABLE person_key (id text COLLATE "C" PRIMARY KEY, person text COLLATE "C" NOT NULL UNIQUE, iv bytea NOT NULL CHECK (length(iv) = 12), body bytea NOT NULL);
CREATE TABLE stream_key (
  id text COLLATE "C" PRIMARY KEY,
  under text COLLATE "C" NOT NULL REFERENCES person_key,
  consultation text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL CHECK (stream IN ('open', 'restricted')),
  iv bytea NOT NULL CHECK (length(iv) = 12), body bytea NOT NULL,
  UNIQUE (consultation, stream)
);
CREATE INDEX stream_key_under ON stream_key (under);
-- What signs the log of that origin. It belongs to no person, and is never erased with one.
CREATE TABLE signing_key (origin text COLLATE "C" PRIMARY KEY, id text COLLATE "C" NOT NULL UNIQUE, iv bytea NOT NULL CHECK (length(iv) = 12), body bytea NOT NULL);
CREATE TABLE backup (id text COLLATE "C" PRIMARY KEY, made text COLLATE "C" NOT NULL, until text COLLATE "C" NOT NULL);
CREATE TABLE destroyed (consultation text COLLATE "C" PRIMARY KEY);
-- The latest checkpoint of the log, and what was erased: not in the database that they are about.
CREATE TABLE place (name text COLLATE "C" PRIMARY KEY, text text NOT NULL);

CREATE FUNCTION destroyed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was destroyed stays destroyed'; END $$;
CREATE TRIGGER destroyed_stays BEFORE UPDATE OR DELETE ON destroyed
  FOR EACH ROW EXECUTE FUNCTION destroyed_stays();
-- What it wrote.
CREATE TABLE schema_kind (one boolean PRIMARY KEY DEFAULT true CHECK (one), kind text NOT NULL);
INSERT INTO schema_kind (kind) VALUES ('candour keys');
CREATE TABLE schema_version (version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
INSERT INTO schema_version VALUES (1);
INSERT INTO canary VALUES (true, decode('6pSlXWi47znHH82/', 'base64'), decode('RvimYWG/xZF1d/FgsQOZQXxtMFmzDNVzWoo/ZEMxE9ho9DJSv74ge7CnAUVuewoE', 'base64'));
INSERT INTO person_key VALUES ('ca21b57d707291868061c6c9561bd26f', 'person of consultation-b', decode('43WjzzQZ+YFjBDY+', 'base64'), decode('G/0mEBn8DagAZQegkEh/08AcPoI/wNVwoNiBdBM6YjBNTEr+LtmoCwfgG68HlsJA', 'base64'));
INSERT INTO person_key VALUES ('ef1e650f8644171100b50e1b62c5fa9f', 'person of consultation-a', decode('2hzl6Z3sJQBJiEcG', 'base64'), decode('W72DxrynPWzkxy3Ica1ow1Vv55fWskB4nlF/pbWBoijHWqxIKxhblDYxNfgkyD8h', 'base64'));
INSERT INTO stream_key VALUES ('005e9b91c1f0f8ff8d051e9a6d262c4a', 'ca21b57d707291868061c6c9561bd26f', 'consultation-b', 'open', decode('x7MelOfo0ketdvVi', 'base64'), decode('WHARZ/jaN5YJlm0bhd7PDs6t7neCGpMc8FlTIbP7WpH57CPe/ChmuJ08gTBt5TRO', 'base64'));
INSERT INTO stream_key VALUES ('2dc80e42b7a1ca349138a3fa7a6e2fee', 'ef1e650f8644171100b50e1b62c5fa9f', 'consultation-a', 'open', decode('Q0oW5CmmXJEmY5Gr', 'base64'), decode('1tJgeQiBWlJYuGSMLYr2DAKo02v7nOB3UDAt1+euCLG95ZkUKGThwwVOMNuQFLPO', 'base64'));
INSERT INTO stream_key VALUES ('8b9c062bc6ad1830e83033bd5475e612', 'ef1e650f8644171100b50e1b62c5fa9f', 'consultation-a', 'restricted', decode('MjhViBcba0tDs9gI', 'base64'), decode('EbRhjVulwK19UrzJmOOhxEjce32E7qcadQznJLxL++d/AbrlW3yUNeuc2+GKNTiz', 'base64'));
INSERT INTO stream_key VALUES ('f133ea6c4a0a9c7ee2f76307250e0bd4', 'ca21b57d707291868061c6c9561bd26f', 'consultation-b', 'restricted', decode('XaD5aT3oyKiyekjG', 'base64'), decode('gkxxV7O/ADR3N3yl2Jk/+wNAmc3Dywb2iL9PcDKdBMSj/e2F+NUbCmGkwOs29O3p', 'base64'));
INSERT INTO signing_key VALUES ('candour/clinic-1/42d2d5e4f6bd8b0d', '1a9ba4d13302fa767cebdab099e97220', decode('VqSjfuKndggMMgZM', 'base64'), decode('k08YKkeCO4k7mBTjScFkwKPqfWmX+6BtkhpFXh9JA1FULG80f605yRWe6nTxmrrz', 'base64'));
INSERT INTO signing_key VALUES ('candour/elsewhere/1', 'a5b1f15584a7aa21ef8af14761df8f1f', decode('Y3soxRKUTtP7EWiO', 'base64'), decode('DIQ6H1b/AEhPvSYzIGcOrbbk93kNcf7NqO6+H9mgtGqy3Jy2JiWbTsjXgP+658z4', 'base64'));
INSERT INTO backup VALUES ('7ee959431dcd73f14df1dc78993b899f', '2026-03-01T09:00:00.000Z', '2026-03-31T09:00:00.000Z');
INSERT INTO destroyed VALUES ('consultation-before');
INSERT INTO destroyed VALUES ('consultation-gone');
INSERT INTO place VALUES ('clinic-1', 'candour/clinic-1/42d2d5e4f6bd8b0d
4
pPHE68QhCwp5co6Ed9xGFtQ5r3nEXOhphu1u/32EL8U=

— candour/clinic-1/42d2d5e4f6bd8b0d KhMvO+S1+/WOrVLPjxK5D4aRne5xVFYAlLVP2pemxnfPK2j1RPkLm5vjGkVjJfN37jF2h1BuiypOlNGVm8SoySGsPAk=
');
INSERT INTO place VALUES ('clinic-1-erasures', 'what was erased');

