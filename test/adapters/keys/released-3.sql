-- A file of keys as 0.1.0 wrote it: what it had made, and what it had written. Never changed.
PRAGMA application_id = 1130646393;
PRAGMA user_version = 3;
CREATE TABLE canary (one INTEGER PRIMARY KEY CHECK (one = 1), iv BLOB NOT NULL CHECK (length(iv) = 12), body BLOB NOT NULL) STRICT;
CREATE TABLE person_key (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL UNIQUE,
  iv BLOB NOT NULL CHECK (length(iv) = 12), body BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE stream_key (
  id TEXT PRIMARY KEY,
  under TEXT NOT NULL REFERENCES person_key,
  consultation TEXT NOT NULL,
  stream TEXT NOT NULL CHECK (stream IN ('open', 'restricted')),
  iv BLOB NOT NULL CHECK (length(iv) = 12), body BLOB NOT NULL,
  UNIQUE (consultation, stream)
) STRICT, WITHOUT ROWID;
CREATE TABLE backup (id TEXT PRIMARY KEY, made TEXT NOT NULL, until TEXT NOT NULL)
STRICT, WITHOUT ROWID;
CREATE TABLE this_copy (backup TEXT PRIMARY KEY REFERENCES backup) STRICT, WITHOUT ROWID;
CREATE TABLE destroyed (consultation TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE signing_key (
  origin TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  iv BLOB NOT NULL CHECK (length(iv) = 12), body BLOB NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO canary VALUES (1, x'ea94a55d68b8ef39c71fcdbf', x'46f8a66161bfc5917577f160b10399417c6d3059b30cd5735a8a3f64433113d868f43252bfbe207bb0a701456e7b0a04');
INSERT INTO person_key VALUES ('ca21b57d707291868061c6c9561bd26f', 'person of consultation-b', x'e375a3cf3419f9816304363e', x'1bfd261019fc0da8006507a090487fd3c01c3e823fc0d570a0d88174133a62304d4c4afe2ed9a80b07e01baf0796c240');
INSERT INTO person_key VALUES ('e1b2df61fdd3049e0184fe22d0806872', 'person of consultation-gone', x'4a29b82fb0971eeb3cadee38', x'f773bc6805d486b9429d2ff49198c12f9aa6e909d3d0da788f3796e8b1cdb353970aa3ea77b0d892ab2052cccd61e93b');
INSERT INTO person_key VALUES ('ef1e650f8644171100b50e1b62c5fa9f', 'person of consultation-a', x'da1ce5e99dec250049884706', x'5bbd83c6bca73d6ce4c72dc871ad68c3556fe797d6b240789e517fa5b581a228c75aac482b185b94363135f824c83f21');
INSERT INTO stream_key VALUES ('005e9b91c1f0f8ff8d051e9a6d262c4a', 'ca21b57d707291868061c6c9561bd26f', 'consultation-b', 'open', x'c7b31e94e7e8d247ad76f562', x'58701167f8da379609966d1b85decf0eceadee77821a931cf0595321b3fb5a91f9ec23defc2866b89d3c81306de5344e');
INSERT INTO stream_key VALUES ('181df7e84e46a98ed742bc8490d886ee', 'e1b2df61fdd3049e0184fe22d0806872', 'consultation-gone', 'open', x'e8edfa6c0f185f860cd9ef76', x'd8ffa5f527252bd57b01d928733f719523a9ce25f60d19ace48ea6652bd982ccbf745affbc3e96d8612044b12245152f');
INSERT INTO stream_key VALUES ('2dc80e42b7a1ca349138a3fa7a6e2fee', 'ef1e650f8644171100b50e1b62c5fa9f', 'consultation-a', 'open', x'434a16e429a65c91266391ab', x'd6d2607908815a5258b8648c2d8af60c02a8d36bfb9ce07750302dd7e7ae08b1bde599142864e1c3054e30db9014b3ce');
INSERT INTO stream_key VALUES ('35f41ec7bed9a98660b0ca3dc045e138', 'e1b2df61fdd3049e0184fe22d0806872', 'consultation-gone', 'restricted', x'03b7c1be4bc2fef7d62d2232', x'b6b60930434dbedba86b4fc4a0774c69da3759b3987a80ea93e8a47427da1b0ddb2791a640122f3fe129c6c4cdd3cbbf');
INSERT INTO stream_key VALUES ('8b9c062bc6ad1830e83033bd5475e612', 'ef1e650f8644171100b50e1b62c5fa9f', 'consultation-a', 'restricted', x'32385588171b6b4b43b3d808', x'11b4618d5ba5c0ad7d52bcc998e3a1c448dc7b7d84eea71a750ce724bc4bfbe77f01bae55b7c9435eb9cdbe18a3538b3');
INSERT INTO stream_key VALUES ('f133ea6c4a0a9c7ee2f76307250e0bd4', 'ca21b57d707291868061c6c9561bd26f', 'consultation-b', 'restricted', x'5da0f9693de8c8a8b27a48c6', x'824c7157b3bf003477377ca5d8993ffb034099cdc3cb06f688bf4f70329d04c4a3fded85f8d51b0a61a4c0eb36f4ede9');
INSERT INTO backup VALUES ('7ee959431dcd73f14df1dc78993b899f', '2026-03-01T09:00:00.000Z', '2026-03-31T09:00:00.000Z');
INSERT INTO destroyed VALUES ('consultation-before');
INSERT INTO signing_key VALUES ('candour/elsewhere/1', 'a5b1f15584a7aa21ef8af14761df8f1f', x'637b28c512944ed3fb11688e', x'0c843a1f56ff00484fbd263320670eadb6e4f7790d71fecda8eebe1fd9a0b46ab2dc9cb626259b4ec8d780ffbae7ccf8');
CREATE TRIGGER destroyed_stays BEFORE DELETE ON destroyed
BEGIN SELECT raise(ABORT, 'what was destroyed stays destroyed'); END;
