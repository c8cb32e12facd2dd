-- Evidence as 0.1.0 wrote it: what it had made, and what it had written. Never changed.
-- What it made.

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% %', TG_ARGV[0], 'is never changed or deleted'; END $$;

CREATE TABLE consultation (
  id text COLLATE "C" PRIMARY KEY,
  clinic text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  due text COLLATE "C",
  claimed_by text COLLATE "C",
  claimed_until timestamptz
);
CREATE INDEX consultation_clinic ON consultation (clinic);
CREATE INDEX consultation_due ON consultation (due) WHERE due IS NOT NULL;

CREATE TABLE erased (consultation text COLLATE "C" PRIMARY KEY);

CREATE TRIGGER erased_stays BEFORE UPDATE OR DELETE ON erased
  FOR EACH ROW EXECUTE FUNCTION refuse('an erasure');
CREATE TRIGGER erased_is_not_emptied BEFORE TRUNCATE ON erased
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('an erasure');


CREATE TABLE record (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consultation text COLLATE "C" NOT NULL REFERENCES consultation,
  stream text COLLATE "C" NOT NULL CHECK (stream IN ('open', 'restricted')),
  seq integer NOT NULL,
  record_id text COLLATE "C" NOT NULL UNIQUE,
  leaf text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL, iv bytea NOT NULL CHECK (length(iv) = 12), body bytea NOT NULL,
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

CREATE TRIGGER record_stays BEFORE UPDATE OR DELETE ON record
  FOR EACH ROW EXECUTE FUNCTION refuse('a record');
CREATE TRIGGER record_is_not_emptied BEFORE TRUNCATE ON record
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('a record');


-- Records that have no index in the log yet, in their order. What is here is nowhere the only trace.
CREATE TABLE unsealed (
  position bigint PRIMARY KEY,
  clinic text COLLATE "C" NOT NULL,
  record_id text COLLATE "C" NOT NULL UNIQUE REFERENCES record (record_id)
);

CREATE TABLE sitting (
  id text COLLATE "C" PRIMARY KEY,
  consultation text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  channel text COLLATE "C" NOT NULL,
  private boolean NOT NULL,
  began text COLLATE "C" NOT NULL,
  last text COLLATE "C" NOT NULL,
  activities integer NOT NULL,
  door text COLLATE "C" NOT NULL,
  tries integer NOT NULL,
  assurance text COLLATE "C" NOT NULL
);
CREATE INDEX sitting_consultation ON sitting (consultation);
CREATE INDEX sitting_person ON sitting (person);

CREATE TABLE ended (sitting text COLLATE "C" PRIMARY KEY);

CREATE TRIGGER ended_stays BEFORE UPDATE OR DELETE ON ended
  FOR EACH ROW EXECUTE FUNCTION refuse('the end of a sitting');
CREATE TRIGGER ended_is_not_emptied BEFORE TRUNCATE ON ended
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('the end of a sitting');


CREATE TABLE activity (
  sitting text COLLATE "C" NOT NULL REFERENCES sitting ON DELETE CASCADE,
  n integer NOT NULL,
  key text COLLATE "C" NOT NULL, iv bytea NOT NULL CHECK (length(iv) = 12), body bytea NOT NULL,
  PRIMARY KEY (sitting, n)
);

-- The key of a message is its sender's text, so only its hash is kept.
CREATE TABLE reply (
  sitting text COLLATE "C" NOT NULL REFERENCES sitting ON DELETE CASCADE,
  message bytea NOT NULL CHECK (length(message) = 32),
  key text COLLATE "C" NOT NULL, iv bytea NOT NULL CHECK (length(iv) = 12), body bytea NOT NULL,
  PRIMARY KEY (sitting, message)
);

CREATE TABLE link (
  hash text COLLATE "C" PRIMARY KEY,
  consultation text COLLATE "C" NOT NULL,
  purpose text COLLATE "C" NOT NULL,
  expires text COLLATE "C" NOT NULL
);
CREATE INDEX link_consultation ON link (consultation);

CREATE TABLE bundle (digest text COLLATE "C" PRIMARY KEY, text text NOT NULL);

CREATE TRIGGER bundle_stays BEFORE UPDATE OR DELETE ON bundle
  FOR EACH ROW EXECUTE FUNCTION refuse('what was said');
CREATE TRIGGER bundle_is_not_emptied BEFORE TRUNCATE ON bundle
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('what was said');


CREATE TABLE clock (one boolean PRIMARY KEY DEFAULT true CHECK (one), ahead bigint NOT NULL);
INSERT INTO clock VALUES (true, 0);

-- What may be used once, by its hash, until nobody would take it anyway.
CREATE TABLE spent (hash bytea PRIMARY KEY, until timestamptz NOT NULL);
CREATE INDEX spent_until ON spent (until);

-- The log of a clinic: what it has signed, the records in its order, and every complete subtree.
CREATE TABLE log (
  clinic text COLLATE "C" PRIMARY KEY,
  lease bigint NOT NULL,
  size bigint NOT NULL DEFAULT 0,
  signed text,
  at text COLLATE "C",
  published text,
  witnessed text,
  scrubbed text COLLATE "C",
  leader text COLLATE "C",
  leads_until timestamptz
);
CREATE TABLE log_entry (
  clinic text COLLATE "C" NOT NULL REFERENCES log,
  n bigint NOT NULL,
  record_id text COLLATE "C" NOT NULL UNIQUE REFERENCES record (record_id),
  PRIMARY KEY (clinic, n)
);

CREATE TRIGGER log_entry_stays BEFORE UPDATE OR DELETE ON log_entry
  FOR EACH ROW EXECUTE FUNCTION refuse('an index');
CREATE TRIGGER log_entry_is_not_emptied BEFORE TRUNCATE ON log_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('an index');

CREATE TABLE log_node (
  clinic text COLLATE "C" NOT NULL REFERENCES log,
  level integer NOT NULL,
  n bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (clinic, level, n)
);

CREATE TRIGGER log_node_stays BEFORE UPDATE OR DELETE ON log_node
  FOR EACH ROW EXECUTE FUNCTION refuse('a hash');
CREATE TRIGGER log_node_is_not_emptied BEFORE TRUNCATE ON log_node
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('a hash');

CREATE FUNCTION log_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR NEW.lease < OLD.lease OR NEW.size < OLD.size
  THEN RAISE EXCEPTION 'a log only grows'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_grows BEFORE UPDATE OR DELETE ON log
  FOR EACH ROW EXECUTE FUNCTION log_grows();

CREATE FUNCTION hold(sitting text) RETURNS void LANGUAGE sql AS $$
  -- A sitting that begins and ends at once has no row yet that both could lock.
  SELECT pg_advisory_xact_lock(hashtextextended(sitting, 0))
$$;

CREATE FUNCTION end_sitting(gone text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold(gone);
  INSERT INTO ended VALUES (gone) ON CONFLICT DO NOTHING;
  DELETE FROM sitting WHERE id = gone;
END $$;

-- False for a sitting that has ended: it never comes back.
CREATE FUNCTION put_sitting(s jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold(s->>'id');
  IF EXISTS (SELECT FROM ended WHERE sitting = s->>'id') THEN RETURN false; END IF;
  INSERT INTO sitting SELECT * FROM jsonb_populate_record(NULL::sitting, s)
  ON CONFLICT (id) DO UPDATE SET consultation = excluded.consultation, person = excluded.person,
    channel = excluded.channel, private = excluded.private, began = excluded.began,
    last = excluded.last, activities = excluded.activities, door = excluded.door,
    tries = excluded.tries, assurance = excluded.assurance;
  RETURN true;
END $$;

CREATE FUNCTION add_records(t jsonb, of_clinic text) RETURNS void LANGUAGE sql AS $$
  WITH new AS (
    INSERT INTO record (consultation, stream, seq, record_id, leaf, key, iv, body)
    SELECT t->>'consultation', r->>'stream', (r->>'seq')::integer, r->>'recordId', r->>'leaf',
      r->>'key', decode(r->>'iv', 'base64'), decode(r->>'body', 'base64')
    FROM jsonb_array_elements(t->'records') WITH ORDINALITY AS e (r, n) ORDER BY n
    RETURNING position, record_id
  )
  INSERT INTO unsealed SELECT position, of_clinic, record_id FROM new
$$;

CREATE FUNCTION write_sittings(t jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE s jsonb;
BEGIN
  FOR s IN SELECT * FROM jsonb_array_elements(t->'sittings') LOOP
    IF NOT put_sitting(s) THEN RETURN false; END IF;
  END LOOP;
  INSERT INTO activity SELECT a->>'sitting', (a->>'n')::integer,
    a->>'key', decode(a->>'iv', 'base64'), decode(a->>'body', 'base64')
    FROM jsonb_array_elements(t->'activities') a;
  INSERT INTO reply SELECT k->>'sitting', decode(k->>'message', 'base64'),
    k->>'key', decode(k->>'iv', 'base64'), decode(k->>'body', 'base64')
    FROM jsonb_array_elements(t->'replies') k;
  INSERT INTO link SELECT l->>'hash', l->>'consultation', l->>'purpose', l->>'expires'
    FROM jsonb_array_elements(t->'links') l;
  PERFORM end_sitting(e) FROM jsonb_array_elements_text(t->'ended') e;
  RETURN true;
END $$;

CREATE FUNCTION apply_turn(t jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  turn_of CONSTANT text := t->>'consultation';
  kept consultation;
BEGIN
  INSERT INTO consultation (id, clinic, person) VALUES (turn_of, t->>'clinic', t->>'person')
    ON CONFLICT (id) DO NOTHING;
  SELECT * INTO kept FROM consultation WHERE id = turn_of FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM jsonb_array_elements(t->'replies') k JOIN reply
    ON reply.sitting = k->>'sitting' AND reply.message = decode(k->>'message', 'base64'))
  THEN RETURN 'repeated'; END IF;
  IF EXISTS (SELECT FROM erased WHERE consultation = turn_of) THEN RETURN 'conflict'; END IF;
  IF (SELECT coalesce(max(seq) + 1, 0) FROM record WHERE consultation = turn_of AND stream = 'open')
      <> (t->'expect'->>'open')::integer
    OR (SELECT coalesce(max(seq) + 1, 0) FROM record
      WHERE consultation = turn_of AND stream = 'restricted')
      <> (t->'expect'->>'restricted')::integer
  THEN RETURN 'conflict'; END IF;
  IF kept.person <> t->>'person' OR t ? 'due' THEN
    UPDATE consultation SET person = t->>'person', claimed_by = NULL, claimed_until = NULL,
      due = CASE WHEN t ? 'due' THEN t->>'due' ELSE due END WHERE id = turn_of;
  END IF;
  PERFORM add_records(t, kept.clinic);
  RETURN CASE WHEN write_sittings(t) THEN 'committed' ELSE 'conflict' END;
END $$;

CREATE FUNCTION take_turn(t jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
  result := apply_turn(t);
  IF result <> 'committed' THEN RAISE SQLSTATE 'CD001' USING MESSAGE = result; END IF;
  RETURN result;
EXCEPTION
  WHEN SQLSTATE 'CD001' THEN RETURN result;
  -- Another instance has written that record, that activity or that reply in the meantime, or has
  -- ended the sitting.
  WHEN unique_violation OR foreign_key_violation THEN RETURN 'conflict';
END $$;

-- In the order in which they arrived, each seeing the earlier ones.
CREATE FUNCTION take_turns(turns jsonb, strict boolean) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  t jsonb;
  results text[] := '{}';
BEGIN
  IF strict AND current_setting('synchronous_standby_names') = '' THEN
    RAISE SQLSTATE 'CD002' USING MESSAGE = 'no standby has to confirm what is written';
  END IF;
  FOR t IN SELECT * FROM jsonb_array_elements(turns) LOOP
    results := results || take_turn(t);
  END LOOP;
  RETURN results;
END $$;

CREATE FUNCTION erase(gone text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- A turn that is being written is waited for, and ends before the erasure.
  PERFORM FROM consultation WHERE id = ANY (gone) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO erased SELECT unnest(gone) ON CONFLICT DO NOTHING;
  PERFORM end_sitting(id) FROM sitting WHERE consultation = ANY (gone);
  DELETE FROM link WHERE consultation = ANY (gone);
  UPDATE consultation SET due = NULL WHERE id = ANY (gone);
END $$;

-- What is due, for one of several instances: another one's share is passed over, until it is late.
CREATE FUNCTION claim_due(at text, most integer, mine text) RETURNS SETOF consultation
LANGUAGE sql AS $$
  WITH free AS MATERIALIZED (
    SELECT id FROM consultation
    WHERE due <= at COLLATE "C" AND (claimed_by = mine OR claimed_until IS NULL OR claimed_until < now())
    ORDER BY due LIMIT most FOR NO KEY UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE consultation AS c SET claimed_by = mine, claimed_until = now() + interval '30 seconds'
    FROM free WHERE c.id = free.id RETURNING c.*
  )
  SELECT * FROM claimed ORDER BY due
$$;


CREATE FUNCTION append_log(of_clinic text, held bigint, starts bigint, records text[],
  levels integer[], spots bigint[], hashes bytea[], note text, moment text)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  now_is log;
  many CONSTANT bigint := cardinality(records);
BEGIN
  SELECT * INTO now_is FROM log WHERE clinic = of_clinic FOR NO KEY UPDATE;
  IF now_is.lease IS DISTINCT FROM held THEN RETURN 'fenced'; END IF;
  IF now_is.size <> starts OR (now_is.signed IS NULL) <> (many = 0) THEN RETURN 'conflict'; END IF;
  IF EXISTS (SELECT FROM log_entry WHERE record_id = ANY (records)) THEN RETURN 'conflict'; END IF;
  INSERT INTO log_entry SELECT of_clinic, starts + n - 1, r
    FROM unnest(records) WITH ORDINALITY AS e (r, n);
  INSERT INTO log_node SELECT of_clinic, l, n, h FROM unnest(levels, spots, hashes) AS e (l, n, h);
  DELETE FROM unsealed WHERE record_id = ANY (records);
  UPDATE log SET size = starts + many, signed = note, at = moment WHERE clinic = of_clinic;
  RETURN 'written';
END $$;

CREATE FUNCTION mark_log(of_clinic text, held bigint, is_published text, is_witnessed text,
  is_scrubbed text)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE now_is log;
BEGIN
  SELECT * INTO now_is FROM log WHERE clinic = of_clinic FOR NO KEY UPDATE;
  IF now_is.lease IS DISTINCT FROM held THEN RETURN 'fenced'; END IF;
  IF now_is.signed IS NULL THEN RETURN 'conflict'; END IF;
  UPDATE log SET published = coalesce(is_published, published),
    witnessed = coalesce(is_witnessed, witnessed), scrubbed = coalesce(is_scrubbed, scrubbed)
    WHERE clinic = of_clinic;
  RETURN 'written';
END $$;

-- Whether that instance is the one to write the log for the next seconds. It saves others the
-- trouble; that two never write is for the lease to see to.
CREATE FUNCTION lead_log(of_clinic text, me text, seconds integer) RETURNS boolean
LANGUAGE sql AS $$
  WITH led AS (
    INSERT INTO log AS l (clinic, lease, leader, leads_until)
    VALUES (of_clinic, 0, me, clock_timestamp() + make_interval(secs => seconds))
    ON CONFLICT (clinic) DO UPDATE SET leader = excluded.leader, leads_until = excluded.leads_until
    WHERE l.leader = me OR l.leads_until IS NULL OR l.leads_until < clock_timestamp()
    RETURNING 1
  )
  SELECT EXISTS (SELECT FROM led)
$$;

-- What it wrote.
CREATE TABLE schema_kind (one boolean PRIMARY KEY DEFAULT true CHECK (one), kind text NOT NULL);
INSERT INTO schema_kind (kind) VALUES ('candour evidence');
CREATE TABLE schema_version (version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
INSERT INTO schema_version VALUES (1);
INSERT INTO consultation VALUES ('consultation-a', 'clinic-1', 'person of consultation-a', '2026-03-01T09:00:09.000Z', '3c3c656379180e9f9c4b0352e8664fc6', '2026-11-23T04:42:24.174Z');
INSERT INTO consultation VALUES ('consultation-b', 'clinic-1', 'person of consultation-b', '2026-03-01T09:00:09.000Z', NULL, NULL);
INSERT INTO consultation VALUES ('consultation-gone', 'clinic-1', 'person of consultation-gone', NULL, NULL, NULL);
INSERT INTO erased VALUES ('consultation-gone');
INSERT INTO record OVERRIDING SYSTEM VALUE VALUES (1, 'consultation-gone', 'open', 0, '0e1a6f9facce0f09e2a4036d8033e562', '{"commit":"7ef1c77307d8498c23941f575e9790b913b2715e40db5b2e6991c567bd7869bb","log":"clinic-1","recordId":"0e1a6f9facce0f09e2a4036d8033e562","schema":"candour/leaf@1"}', '181df7e84e46a98ed742bc8490d886ee', decode('CcpcHnWCQCUoz0Jd', 'base64'), decode('cwON0Uxk8MQSLKn88dRtOif8B6egRNCdV0drsSVwsdvQTe8pORe6ry1AGTRzyNpr1dBGhN0SBq+te5vhr5kqM21CZI3ycYZQhwhBP0u9L7WjGlLpq9afZC8dAMOm2RK2DRvpfyTvx5Gw2qRN4bAnTrB6BF6A+VCMrB7QmMJPyLX9E2dqJzc8qxwlj5a+R0f/a/TR//0XiKvHovDMZYAhS6M6JcT8Qc82a3YJSH2m5kHxv2N9dGosR5ch9/q1CptPOZZRT4pITe2bGZu+FyJ4KBYw74kQSEQbcZVgNJwYKslXDC52PqAejozkXA7VUumntcvdS7u0P4ktdmWSRdJeeYUI4AthkaAlbeMeCJiLTDtmLSukgrW1NDqHkq9ol6qaG1m77Ih0kOJNeuKotIn1q4hNMHhx7Zh8F0djGvRxG8Vu1fwOV0wtbU+Xx67obXOHMMXnWzMcu2WQdFrEoHqpkmcmoKD96jJ0k3VYM2yJjXacCmGot2ZTRlRPCZuPRYJ9U7tD2CPt9zzxkheCxNlZQq1yPPdXSEGDkzSdwZfNFtmX72JwgV/nnN65bVl4eQaO8Oftc7X2XQ3L4E9iUJxGGlqo3cM4yMJvwzIP2UKuriKgqT0mlBjQ1K03Y/UlyTZGHrA8DVp3Kz65Xm3LZa2oCBuRyDFzDHyqP2I1ktX6MwaEJUEi7PrrHUP6Lc18Z/l4ZwyBHzerltbmYwMapEGvtsCqT32nlxJFG055AsvHM82M6ZLuJDDPTsv09ku3dQWtEEgWB8XUvXgcCptYKKlEJcjLwCBWJZ1nAlSd4S/Xids/oDDpcsHJQpiXdyDnyVwtHpZxiNnHEBlwz6yeOAPcPJI9wZ0cBzl7oQsdnXjrNQYvO82wpsZQGpAoCfFL3JxzBG96naq2ZLnCB6pjdlN03quG+9OivP9yoCE7xW22IO39RLSrq+/es5swBt/zLEO5FbtNlinDOj+InzAM7qL9TvU1Lcx3fr4bWNTYj7ibZ38hSt22NJq+9XInESKPGzvscGOB1p2/7A5378b0k9hu6lgw+pxZP/Kd8KCIS74tat3kdDY571V1JssglXom9ox/mbq40E3h2Y7ewYkLpBzkJrSOdnKuQArxPiKW6XO12rp565LNCkMiBUu1ZwJj0bIPR1I6q+ScswL3Hid236xtpaT+KXgMJKs6CJfpPj5Cc96LA1qmxwBesEU0x3UvFnqe/Flf6uYAHuvzXi9ta5vhX7bcy2q2gO9nSpZRTmpPt+qruguhLprJYTa/pP1Nh7UpH+0yS1xU6Kww4Y58BFDVqafO/8D5FLC+mz7SmdhubfMh0ntQB/oA93hwuIOuIM4hU45n0/kcsfJIwO7Ihxbgh2UGF8Iqz5Dp9dY5RVI=', 'base64'));
INSERT INTO record OVERRIDING SYSTEM VALUE VALUES (2, 'consultation-a', 'open', 0, '8a532fec78dd855795eaa4e00cad8c9a', '{"commit":"74daabc11e72fdb90f0abd2df4b1052c75a82a891315801d3d0d120edfa3755e","log":"clinic-1","recordId":"8a532fec78dd855795eaa4e00cad8c9a","schema":"candour/leaf@1"}', '2dc80e42b7a1ca349138a3fa7a6e2fee', decode('nQcJCJ3qMnvDrXTx', 'base64'), decode('BCczpuXh0tLuqZvKzLHF+x1LoUUCXuUdqsw8waeAp2N164TAPZzUij+17t5ZYLvFyksIue6OnsRN5ylbdsNyErayGIh1PLc8yWTbPS5y7Ap/24Hx/8db3BytzU1OGgFacPvmCnOoiHhReGfC6uP42ZscSyJbvmaldKaEFZzz2YIik2M78ksPPWeN+cZ2r2BslFnHlQHJjf0pA+Ur+wohagWAGdQUUN213KcI9eS4Honf3dbksCP1yix77Yw7aGXM6SvFqJNcA0F/Q95I6ruxbKuuZscnN7JXbStmf1k+qmYkh2wr01mEC4iTmSWbDc/4lyc/t5YJqFI5GKJMtkUW+r3XFpqhGhuj6IX7k3Y2/eA+PY3LxnAD7+Iec0LWK2oCPDoJZU+YWXT+TQRwJGFqSuD0uzG4wnn+ecpLwUb2A0IFMM3d3kMl9Qw3SK5cST1L1I8gdCU0wrrybMBY+2NZvlLU1DrSxKNbh3OVC8shVUZAucLRwi8SX8LJNj0rjCPtZknPW1ZhSAwuzn2+iu0GWmdEoAT+33gYeaDjwTmYh9zZ73j/wJKfKkGi1ZMWb57aq+Rkmi92UQdoLkUvpycde4V8gW2yghG1ExSukEMkbw7dEgJZOx9VCteEeXY4XkFPNYLFgi+CAudXISl0t+r0a8cUwnnLLS2agDlzfxDm+H6i6CV35At5FDfTUcTTBKrjLWn7X4t1Wu2TQUz6ut9QuqcRJ3LEPjBT3D5ngysEjKsdPtUkbv4irOl75XPBdgmFVgZq273Gyw3JUJ9PpKI16PCLPXUMOOVnyl9azkjx8ixrncFPxy7ryuCupiGH7FCGcllb9DyRrrQH6LAVUxNqjgEIimMYwzWFmDbUJtm/BuZGLjLBliHSRFaRvG3CAUWZjxfClF15RfunTJT+jeITy6lM3riLnKdXmWAYfl0wUUmlWy2U9SXOCbj9Xw8vPl9eovfoPGJOVG/U06Q2QlVpn4tcIWe95fTgCHu/BI6/Hefo8EE9l0oG05bg7NEsyOaZxL4iElJ5OR8t6IlzB8WXeGOb10AxisO1JukxDrlM9IiA+Q/oTKPb/TyhLGH/qsulTxzcQcCrCyI7cq0v/5ChcwS2cJHZqb4CN5SWdLup82ADpbt24rStNwJA7A6rNE2ABDjwX9/jVvvub0ekPdzvTqljDN0aCs0Wp8BPhw+H8vmg49SvV7eIyTKnz/THF8zgzyLiY/4qbFS8iIBOQkaMJea8cYEr1HafjRpCFGTN2mkotf7p97vjXuvrCKQGYoUs2eT4oBaJKQQYYj3DYyIzXHXpUvtbLvN33gEB6CNbdNIISilC6trpzHF89sDQ9jJoDpM9S8ArfzyPjhLA6X9BimGcfvmWbM0=', 'base64'));
INSERT INTO record OVERRIDING SYSTEM VALUE VALUES (3, 'consultation-a', 'restricted', 0, '4fee031d13b5b2e9c4bb72721316dc66', '{"commit":"5e36230e0f218a67af88eceaaec7175f5c0f2856440445fa65a3718dd205d073","log":"clinic-1","recordId":"4fee031d13b5b2e9c4bb72721316dc66","schema":"candour/leaf@1"}', '8b9c062bc6ad1830e83033bd5475e612', decode('hzfPFVoi9inqE5BT', 'base64'), decode('QVgq1VCm2DKdi0cStiJnPR4SiDqSbT4Fyy07KksQznFBNL/Z9Nm0+YLsurP+iUAKakrRBzSFq0ni8yXufDiUWKH9aEyYDjUlefi3axvKGXMrMbqdezUrIWMj4Gr3BxqifmV+nUg/TnxVWLVtypT5TXtrYSrqqGz/r9N8w/q2EwL8br4/QyLYi14pMoTll64SIT0iW0xqRuQUAPZxGRS391o8J8YIMXRjQOAJs6WDjGhC81l73DGEGkkhxlc+qbIhtTYQdM2nepwyynxQBUNL0PiAFEwpagIYthxEZ5w8+BBD6IXtf0HUJ7nF2Q40RstPMX1w9pN0CjkMVoE9giza1a5LY2itdqfSOWIUwveUwJFF0nWMseXm5DGswbage59Vp3wVely+4aaTM5sNhMPZfui7vhVDIucGlQ540Kg/4bppEadUXoqkHJsAPMPDFBpd0Uk+kuTUE02FjUxSdSTIV0JH0dLR3Gf/qXQzC9BAP3vTt7O74msvebvyLmGjwoDqc0BvmFknz64aDMyyf0bY/NFhUkhoyrtGGYVoG/wYaS0zkibkRxbNdLgIEvs3NniIi5VSmd8A8oeM5bYS4t/q5SiwHJz4U/BgTAdFukox5sgTcviOAQmyijvKgchHiLYI3kR/0bqd5u5eIVMC0GByIqGmgI4XzSnKj5UKR4BeTI7KtCJw4k1BQV8f6lDrOIWyBDg8GR16B3998cKgxHUykMgsoyzRSwG1XX7cPkbekkIPx6kkQJ7DD/3ziloyIE0cFtpuKGGLyz9O8dVGGP2R5Y/fi4HaqrQ5pRosiXEn/Jc7TYVb+nf22fYrbykkSSJjqWrpCKqOsb+ykkUIDqmWWeCjLxZtxybJzeJ8mMGTJ++Tu2ypLA8k7A1DWJD/j4pHJdAsgd1jNAj4iqtxqGf1SXT/DYtikj+KKgnwIQ1nmzzjyXS1LK4KStS+WXvNOJjpadHUrTH9GpqDIajvpnvlXbw/Gm3yLYH4xbcn+smpc+V/kqJcCUs92GHTCjsgoJdwgt8mvZs5sL/PspuMXQYnf/U33d71IVMn7d9gucJ7xM/PX2Y1B1WyCwhzf5iWBuQnXwasYJkG3okHnKipxDUvPJYdjgi4rljbpB4f2987cdCY0ziCTddPZHCIfkmNgsNIdzx8EgEovJ0e/gRiPsq/NgZNxrXnLlQS6iyJqUiQsTkE5lmSy1lzFUaGMsf4VkiQiSHyzOpJCqnRHMRKN+ymyKTWsVDvrcPi9/hHSun7u3CdPxkNu2lERTBoEMzQWaeaopHuZIGiaQiogjcVHQ7rfHFRPzxWLRebRVIJsTTgzkJHbHppWOX2PoHc5P1v9byqfovSH4+7V5pnWEdkWvCISbA8ytUOHoOO0kK3r76lQnQYZeLKzFZ5uEXiifhziZ/52unqqHJhFj4oCcCAaYezRgxapOmdx67qA3mqOdOpQv+hUkAtZjx8B8jiXAaHWNi71BrS9/djvVmsQWX7g39cAWXmRm4v/GOBQV/DpsCogjSc4q7P+OuQgWRQON8rB80Rmhwm8VPySWapkVGu0SMxHVtpGUgnH57Pn5t6OERXqDu2oBfZwqVLVVpJnDB592WcEZr4a3M5xLekmZZEITXrhGnIX+TYlA7ccCnqwX9YvxCSsOo9Jp+yRHGDGuWq+JNbTDZAjFu/IITtJwTdHuJOrPoYMWbp+LReGT6NWmhEdjaIUtTwF6kvYprtNcZwP4TSyCjEQAdRh9j2l3iNjb9wbwzwhPUCuUIhg6ALmjWywtzxUyEGf8jd2eo2xeXhGqqybVvFFe49Qkj9InBtKo7J6YvSKcIk0jrc/10Danz1rrk2oUChDu8ffxbkSq87DEfz/CWdkuKJC9301W31320AWDe1xLSMrVt89Afhe+ogJUI99vycAuejjgU5i43KU+ZXnZDQWKfrzX2Vw2enV2AzaqJzYfw7AXo9+BduB9mWvzCJ1iEVOX2cqIA+jb2N7BzjJf4rYPNUlU+rKTFKhKuhvGxdVZSVk0nqu/fXvX5vl7OS/599kfH5NfnE6RS2VZmTr96ZFVuiP4NwfA3d00N1xSaXrgowRg4C2rKHpAIyWi8UFetnnAWZTC5fFwt8wV/n/I+cACq94XmoK7e3sMhnZb1PKCttmemPKMZ4Csg8Am8zf4oavUE43If++6Cnx/cRomDFPud/KTISulGbz7c1EG3UDfMYxDWHXMh3IHDI7NlAmCdOdSEFegrRmF8+FGBbhHzzZBeKSkCCuvhyJmMwRu14KKPg0kQwv/J/GDl37Ggs213S9mKoXyCLTMuahZwCgdRKXALgkuz351IV81DBOPg/AJjnm4larvvnUymxW9ypHc83t7VfbHwazzOABk2VqUFlgAy2XjSlX4hCSvQRDQ5UvWdWAecuua8ncyEsRJA4+NZJ55juDdHBgQXd8hAGOJ3+M6p+3CLYBIuSG9ZSWCYh44ZbrqpnEfM+BlFyzlSqW7t7AX8bBxylMSRSqtsM9+OLp6gNISQjbbWw53ImyGjP7SGwPSzSZ2g5BGamhz2jTyNl52rcdQvtYl+6/VNT/9V91MuXNVXCa19Koa8XzyUCbUksAyxyxWv33bH2ndg+62tOYI2MkXmhVeLlfxCsz8i4cvgrpfLzAGNShrqh6MHXCY6cuR0t455a91ea1mW5JHa6AsfPsnu0O++sHnToRbNIAsfqZ2p1dAL4s8okkRlXv24et1Yai2tTUkcUJG15IWb+sgGejBT798tNSDy5DJ/0dv1IlzGlHzRO4IAavZRF560PUpPqIx9n9inB+eJBeJd20ErkjLDAcSqRIcC6Ce1z8TRu4tr+yE6Bw9Rq5n307+89DUVkpNJACUV7ztIpsfEuvkSC0kbXPUJ96w3cjIvVkKS4owMr2G2+Kbf95RUjI0uOSfF3B9nEk4EIVAjAXWPMde8b1QCs7nb7uJcRMvJuiWUgv/hf9VlPm0YKc3ycroDZ7TgLZ+pkPGTaJ9EXKW9U59aOYfG3J/61a4bMGCu2Y9rNBpR9BNfXlBtqsvTusc37Y2tyxPiqZcAcMXd9hESMxV6TES/7jYPR77r4IuoHhddRdn4WSjQ0bQ50NIdEECo+vjDx5ojoB/TcZOdFbncP320lEV8F53coGQPQdt08bRbq1HfLCWsET/iWZP+Vv/tp/zsKFtSx6Jpn+l2XOYWtZzZ34ejJhGGehM/vncH4TxN9gsEIYHRSEHk3ewlf4f/GSl0dY8kgcg5SgA3KQs841HVT8PXG16YUxmdX6HvdL5shm7pk8Uw8KzjM9kBF0Iy9MKCyOr8S3xNUsncbCan/OfvtwHlvM9ECZhv/qGP5kDZ99KmpGmk8pOmf1xAXrU2ltJP/i/8lo9LnjpwsQrCVXiCzAa4NYWNtps2eA1XmOInCeynPPy4RxG4Q5MZRyBgbo9bb+aPI/VOkBFFm2BssfYYFQua3Vmbiv63OZWsvHyjdXEuHsrde3MznOQ1SllZtzkM8YDWbfdjdwzmkAk2fj3XSizG8zlDM9K3uBcA4SXv4GBcSUjGUk7GoxZnvkwrQ27oIFBlFATMoI0A363QpHl4odygDBHDgwm8qlhLn4BI8G4yPqwkdMmLsl75MpyXQWfY5FsuaRsb/lPQBRiu37AQqnZCCs/EMMTgljb76Xg4rYK8EKDODmvYxMWRq+qqnEX7PFfm9PJEsqSpQgi+jCqjy3lWtFpesbFkRRwaaZmb3Hod327XEWfzdKTaQzYomjy2b/YUX94wdnleG7m9YyyAWzvbbRXNhkBAa7X8wjodGLRktzGD16jBt6Lx+FOoTF12fttONQyFGio6/1GqLWferAxMJ3oE08KJ2x80lKPwAHdR83fnj4U2FwIlEbE3XZcmcHCY/j0egqwNC7bfCVTQ5mzH2YV9noUBYNXHTZ7KOE4k8XkRMDT6YHvKQ9/zmgkve8o+sU97lU4Ae1s6O8wb0TpZPZqcZklZXBiRheorUycqQxO4YYrpDaxDTjteiIsL82YLFG4unAcNZpHYTSvrvQF0cVMIGSvi4g+/o5h7LgrzYzNGNqDoeOkwJyDG3FpZX+aIdyq+nrp34R6cDb51JVocWGHt7hqO4fNu7szgkjoqWSx9Gpu/Zn/48kq/tv51C1cgfIBzTSFT7wiT7XuiKHSQwEMaPbdtAgh9xqRienE6QPFzO940ut4zcg4qVh3YsiJz2XuFGJ1yzN5Sx7WB8j41ezkxmdmAViZdDCy2LiEtNA78liP9kKPEpzJEBE1S7OAJoA1Sxn+xNGI2zhzUQ+dml6FHpLwLg8Z1M06ICGNID4tHkI9rJDkVhkbSoG7S0QrPa1tRvr+0mGxXLcSg/OrczOIwEzI0YA3nVPpus4nbN5T3VMfyZmtzWI8KfsCa/QsppiBUyoYQdMHKfdGT6F+1JgBGW/1frMwYCn3G/b6dhgoDiNFrTzE5iP46PBjE0lMqK4neRlwd5qpBwFonaBxW9P4D92gCGXgeTcBYDbXu9W6yDVlK9OkCYmmDz+0wOyKCwXomTIMhNFYinSauUlVtuse2Fmk0jKRK4u9J+7kSYa2rbWfq/Tjfx+sqjFM4V14NKo7VUQxFq0PblwnIpbMAXNS3H7WOPuH/TgRu0e+yDEqDU84v8jzpA2/4uYY7jItBZb2xYgIWgOSL9Tw0H7N8VD8MChP5ygSFhWDDIPJCVbgImEBwYXMsFFxcEXVm0VRFYQAZxZHdqx7s4So0COOIvsKyGEnK/Z40unTclRPz84sfZCF+A/VK+9HQUzD1871FlzBJc83fLiwkrpnXxLggwqsIqG0wlHIQbPSo+WUFbdR8VSUkGQzzgJd/wTy3+nGPQSHQqMJ+qxezOwAG8p3wdSIyqYTGFfVeQ91vuehdT8mCaa1JpAsWd4LNlPZPhpPDO88elOp8mtCHxi4uBkRjls9SjsceJUzmI1V6eb7CloBCVnBXxj4qmttbay2BJti96bmEwY1uXB+10U2umGxl6O/Ajshu6mzlsxV2tHZFFB7ff2jBfeFeFmG9UsepAZM14pt0hkhpW2MD1eXQR5Hzu60lefRtcqEHjm96s1SZyIy8cRJbrb1Of1G1a6+8PwZThLVcH54HRR04x5QG7oMfzqe6nIWG1Or+Awgamr5bpSANf/3Apdom7f9/+hZ4djarcGpcdxaVuFDPdFitGq/QB1f+CPG+YV3q2pKFQnFmA2AfxbEzpJYLzHmffWFQG6OCCx5GWidbIJ1+SJuGKMY6OfjP0tUnIexjYfYxms2QmyUw4YbkUWpbXU8TkuALOKMKFQ4XVAxryUo2ARz7VrtTc9SKOb4da6g4JXRVOQu9btQWfWEh6yd1/GxRDlXv7z5HYEaJUe/eUgO8yAdgFXSWC1Sx9WcMsnvpiZFTFNd08R34IBV4APbwfn1m8sYaTlUsty1Bl9AS2o4l952ts05Lx7/7qQjrYF6SQLCPCO0rLchSNIv2JrrvkrmGaNWtNK+3wVxuHWzSnpAb3Is7xaJlnwIbVxaOtoJrxcm2U4jkrjNTuM3M/aUAc9/Nq93REzAHqqqSAPvxlJDPEHh4f6wXIheCYHEqrriX2dvGpMzqHRnIjtRU04ZNFnkSqG+9ZzdaPtLqRrTJ903Ll+64GtKGWGcSHDQOTCxmKIkUQn9j1JPIA6OLnYw+bVebFWohCV+jXPy3nBBx5Anjs4EMCubvY26lfWzXd8lmVY8JjCA0pCZPVZXc7Be5+RKSV1fEiRe8YrAC89GFMQdsdDoczZe161pehRvF9WLGPmMaUdDciAIkFq+xmxCbBezNlTFPdVHhuFq5dTjrbTEKBo2QinjrTVSwSJl+OqWD/k0H8IeFE0RieRHXygZcwjlnatGyKWABz5/HGhZNIM5AatF/TsIOVBAqVmvOCixSMDB1sqN+iu5pO55q/DJ5oPiooU3dCYFMFDDGOQPAKu5Y2Pr/HWARSNziS85iNT38OAlUJeWLtYXIJNmlZrn0HuS3BDNgr+gR80J4e6PJfYbNQaomfA+aDre3Kgc8LUNrZMYEPiqF4A4C6L1RHIU02IeG8YeZaTVKvDXCcXDOZOLvIwJYZsN5WVzbFmQW9JT5/yyG0I+XPWAt1AF+6Trt0GjJQZPF6Y4tgGq50SBJTNG/Fl5OhH5dKEj8tjyWGo3pMHROUDC6qXDkZSJs6iGbcKLDWnWYicVmV3ffbw7XObDpcwU7ho4ueLPwXpw50nC95M8U8GX+NIOtSOn37vkkHMpG8nv7b/QNJkhifBETHg81Q01PfccCf46Xrw0gBbkvpaDrUEMnugZR4NvpH4TKMojKjEAw1ql+JjpDgXxz9O5Gb37farh+D2gUii59GjrUTx6NJZ1oLX+oaumQJFilvdc5n+YLYg3dLeu/y70VWz48ZrVMReh5TfszQfCEXuYYFrW/yNW2pcRdudxKekB+KE6f5678fAhEs7XW09tf626jg7A8ctbxXvJUamKJk9LSZGuM3Md2C0OE7YrOOO66SxB0NMudq3J3QGngTl7mK+ZW1xdYOFdThyWL/jUSIGH3LpPtGV7+HA7vaxEVRAG00M5VcXUeaEJQiZm3zmD8PVnd5JznZZpSjjYzi3A3jHwLSmxzO/MOF1n2AYdJQiBeYLbo1td8BjFho1HcxnmbEgQTdFgX+LcEx6orTMUWc9vnBlO/ngxXf7xuC8qQboBJyoXUdVf+q2am9P0lIquE7gKFjHx4BydcoCHKfnQK1FCyD7Ky8ofDarr2y2OeC/h43KKNsYuAA7LXUzFITY6rc5A8LFXGeVAQl9VrY38B9hTBw1Ff+fq37t7QTd0WCgSbU5a+ymDiF2tq3eCss2MDdp+wOJzBcqQ0rdge9WE5RJgHcq+dyZfSuzXzv5yBBrDnxykHoJ+ptrLJotZk3i3cZOiXPudqC3B7QcApUkKXL43YcP/t5GBIvbZiCEQAIm/jKocNSnOjdVRQsAOJgtZHTsJ8Omi1HkF7WazA9pVraFiW1SUHU5eBds9RbXcIVKCH6RxICWt9m+OwspAMj19w4wMpPUER2qT2v2AXBttrQO7CV3ysnpenxrIzGyxhlF9nZH+5bVYp+0EePYvtEiaUFFWA3L8CaJ/Unw4L/u53UxHPbMu6TN86bkVCE80MXPNIL0FgSaOIUvKhP8NlthGjzNllCTf/I7ZxLW5mqiiCnfgZmM/NIsF1rGoWIWBYNcuz+u1YbUCX8kvhQtRJlCdqP/ohBXbiZA/7pHs5V06dfzfgNq/qraXFnHEywmu0dAs5yvZrkd4dK0zM129RI/cuVwLE8B7hU7zOUYv0YT4nN2wi8vBCmfRJ3AndENVQO7u5YqNIZ5xhTiDSnw0HxRwsKytxLktsu0N6Cln9ra/U0yB0PtUDy+Duib5qiYyyb7nXmGnE4YoSKdD56oIIiHUzc3KwOOmpS8ro+E6AVQRUYSnahpqarr8l65dFwMHEjWhM2LtWOlSqxpOXRr3A2/UqJZUPpZwlk6hLflxxc3pFVyiN2Xfl7lCy7GdnlAFjTzQiaEbwYx19feSYPLZ4jC87HvWDXAJLzDOX9oIJzY+Bz1Vjy73kgcYY6rLYPZKsyO+jptcbIHKx+1nl9XDbVzPVhOYTSWnXuNCYvyRLP3i12QVKtOT4ngZxBse0NEmxtYxYel7x6Vwafr3h9uWGsK+eTZYNEklsnIT8ipaeZTT72L1snu2aFXY7QbJl7UCyatD4QejYaeKwgIaaFtKTlxB7wExFR3HFwVOIa8FEYwC4FYUe/HsxMN0dsstaD2Ju0wbkNysQJT3V4nczxp6uNleFDR0DwfBzY8wXUvW6P6VXU8x4DwthKFqHBd/96OshG0abzw+hycK2RtBRBejuiDfeVknvOT2q6rGKdPeU0+M3fMgrntMBxFGtye1yqevzvfFtMq75OrxiI68Br+BbVnw0O67LrUxdMAx8Ivovlm7iu9DrhpdoQh5qsuMVzGZ8Pmk8DJxMenfAfoUEUmFn4lKfJmMXBkKwyWuJMQ0F4VbQNvPFJF6ZBMlWCQRsWs+0Kpgcs8P+wa75rY0CxWkvWGsmix1JXhLw38ykd515qcCh6GNRbRjTTVSnnNHwuRpOoV6VXLom2AzCuzkabOCAhMDiN4cS10HyxBgVln12iCqFHgPXr4Ru8ai5bGKggG/gikTucYHCjItX0Ywah2Vee2wKadndynv2DQcrYfs+qeNN0EULVpnbplOiDZ+HCy1NVkCsdff/5Q9R9q88vl2foQoncB6fJUXsQcOUCYVtYFLqpHeTUgZ4jmhXN5UWdanWCdPBoSRg9xt1fyc6AjS/3kbFZJvghtrA8jJOV6EhyizXy0+ST4/XrEUBJPWDnL2Sbc6wx8DaLPuxfwjMVsj9dHnnLGd+itX8OBxRBhUVjr6krXs7HU4FvuGYi1wnqiCDOAr/smgSFpxDrk/cfhjAEKDoFe0gpnmNX5s7hJq8N7+RZ/AKu5bQJGOfU0JG+KxAEmaGE/nxdfkYfRi5Y4tJ2Q8eh+BoKJyghqKP5mSpcIrnwH5OEcVMekl7lXHs0t31P/+BIUo14VoBr6aUzUOfMhcNvqVH6WR7tx5WlWuoFJgXOpToQydROym5Q3lYN/CfQydzutNCnnxZnnlyubeyQJcnwV++O9Iw6F/U3aqlDb3XMfihpVBgBcUCpkcKjh/KjOZRjpvourZG4Jo2mu4KfxuMugz0jOY8gsN8vKMsMo3nYNGS6jQ5SdKLKeb+Lw2qy1D85TEIOEazv5KcyXfAHnWOludj69lUf0oOtVIDTwoMTjz51JAt6BPREIUxAyjwycm82jB/71WKw8WNpdmoq28lu3E/o0t8A71AaZUK4w649ZjlmoAw54b8TxNhkt8qDwwtdAjlwoej+fYlIJWXstRcpwlvNTcTuNxa1e4pXk6kXtaozAzbcvoAwwGUBpSnKKrb6h/vbYRCNMdPWbqOmQJ/JxUOkA3QmgPpe1UTqAnlry5Eq2Sx2xqvy8Pmi77GXjmZDE747FxDiRwLNxIkVTOtrRvbMmys4iS6scisFE55+8e488yzcn3Ij170HTdoBEvzE55kEVSXHPoznee66soTropIuN8EW579zJuS3ezqVQG2knNtl/lUqgD/z6zub2/2Pdyytjja6lizp+0NKJdj8nofEN2lTeEWItLjBcEnssCyjh53/0wkjHTtZegLbZEZ8cDIsjgCo5DLlsuUPixfzkfEi7HvKN4xWWD1YDNW+R+wMhoRHQL8YDDhpOtqkJqeS1OMcL5Pa6a5ykfNTaZcPae0uAhnNm11ScXhXogxSn6JZGvq0EetMFLCx44xMAfvBZWibcAJZ4gnNnybN/LsSGOWg02zRfvcd7tEuJgPt3e06S7RF+F3ELIxnVWLUzbjq8uGLMWrpOBEvKrwsBE9/ECi1mRLwXyBC9nrDX+KNzBgu3MfjBZdVstwzRlkafBxbFQDQqTi/WxuxzJzISdBYo/ymOGEqUPE1Q8M8vPdP9eQ+KIe0rRTuXyZG968WYhnyACbGmrIy1M003GSmtFhMHjKsvRgUVt1t2n+B2iKyA6OtAraRAt8+Nv8r1t3gOY0K4bqT1WsbHS7F6vZyz3cvc+q+8JmBA8SusFHAmGo7fSpOiL0DRedyGw6Q1evHWMeDmLBra8A9jKalrTV2eu0jjOoJ9YcKBQQLBd3phD/Oj6Xp1O+8bo3zWQDE6UT+ijBSGhxtJLFw9DiUauNNJHipj4H8ySX2fg3669yLwYWo/Pxygy+ZpF6jxGLY/zT2E2YUvG5dcxK35RGnimWsHvvH3Arah6um89ZxVyBgIfkfvVI6N+5uLvPasyMdFRbrbe/xqoJPFzhplgPC54bXVM/xyQSLzPbjerssKukzqrEO5Lo1XKVABRQPY7Z0oUlJTiPEEEknN1vHwxn1RDGJUDY2uVI8Bi07gFruXu9VGsQrZbVmsSY3oXr1fpKBjI5OkkjVo4FwgPlzQxiXAzM5z18KqukFTV6QsNxh2eacTfn7RrpQYi5rybltCdde3LwFOPP/pIww3ma0VmDSu6po1itU/LxhhnKAkVrMQEkpYDWBhPxR9iq7Jms2joLuMut4aGK8hFXHMQhZ6upCaq1uU2pxUD/DyiyDORC/d/Sw/cPBT4IBleegocg5pR79XxxEiUBnJXGywmzJzJztbupuagMzXLTBAWE8qfdMi1yI6Yq5yfnTZXZulZjClzCXk+cbNNQAMKE7OEnDLEtKFN7pu/gatDtYhbaBtWATGm20LriypZYmnpJnLckR+JXaGGyAXuFBLaR1pupQ9APJYeo8FVUOOoFPsY6U/RaovUsWg2umV7IrPGoTHeLSdhW5caOKaYr6pGCYq2vg+QnmSgaqYqsTcH6nxrGRldJecqMYcqkBMi1jzF/fwiXB0BRXdfKxU/LE/sGCTSfYG9rtuCuojk9seiit+FxrtNGacIPYTeYODGqAM74GQ17R8cNRyYXxj85RNZrqKCq/wZ519cmIJtc4LOKq2jo1kVUKVcZuhqS9t29T28LqlbuvxDUOgipcLuQdiOsL9eWu6DiuggomfFFSXU2epe3lSabHrYoGny3ZhCcCpiCfa00qVm9sbMZENTb3uXsx3Tiy6clqN2UiIbnkQPOfcC+WoEFyqu5cjw0Av5qzn9/hrVQCXoF2ZuyUtAMQ6jBGBlqt32D3XT6pdze3IRXofPWJ6ozb0tE9oYXGmxOMU/jf68sor/Zo+geECI+mjKzhYIuiw+KdZG+mTJChM2YH7e2jrCNxdE0rRAP8B4Y6v2o937tokrAs73S7dbB66VSvZjJT3e9lm+/YNihpgu5UY+LWEBMMdhMEHX+hh6rrRJHLy/KFuG64BKNQmjsJC8sHf8SXWyU+vPInAWk/9eEWgUsJfY5KKk7DvpRx0XvhJ+0pe9Rg283OVvNXqZlvY1SZUyNXW718NI42jzeNDFCNt9lJf35RmGavuRsJlp3cQgdViMLJ+ih5M0GYZ9gp6tEFhzptSJXfZjN9+BRYcjjvpB0Aa+IXsiQbT7TFVeq+hk/O/4DDnHkUubQlyeULo8KpN4MiZUh4Keehs0XOTVjBf1Z/Cwc8JGokxGAxuV4QZyo2kWMh6jDBXVG+StGPViy23bM+zQTP7LOTuHIm7eYw4B42zI67GwIVQ4i7jkudKfRw00r9uZK/IfxrGY5piUpH8L2YZVm0gBGsi+zpospUDa9ziU3akX88RPoi2fPwZCId6UeS34zwtJQpgkCWguQ4KZdLwMdRszsRBt9+LDAB+10oD3APngjsoDNGhuX47ta/i6O65Jdzu74mWrpCMTSZg1L5r62t9lqnhY5NT6hhr1rU0owLs74qVr3Sbq89zuSuWhYUg/I5YBSzur2CthDNVekA6XwwuxqYLqjbJvr9qKb0uaPVSFmU6hjlNfS9UG3SfF7PbwfGb+XnLj4B7WW8u5hPhEUvQQ71UQyMKpcGi5LCKOpaXp3VZ08GbVDqUFxu0mDQlw1qrqve0EyiNM6s7b6po0CeKkfOFJ24bv+M6Oe0JjASYFp6fQtt+gvDxuTzeJTV1rwPfCYAgeQBbiSJ/2lfOTHyy+F3xtNgDxIg1JMmqReldMZaFnlYd1RWnq9NOYocPFxFxsRSt0CTnY1QhOugzFc/CZUhrD7qQQ7uW2OHoNb3MGGDWc5FGoz1t4DuVfYLXM5Orh6Ozxh5hQCt1lzTCy4c+nq+6nHzIUps38g9vI2/kyM4WN3s1mhieH7SHCiVMq2U7vR79bFoazcm2ppTNZYKi8Vcq580D58fjUqq7xlWMiUbvcx1cuFcSMG59C9tFCIgbYgHX9xLsTwdGX5Oo2PkiPnLwuWwE8oz0HGPmow8IrZFspl4KlTWIwr8FjvyWBxvjgGMHmijsKj4k98xdjpclJFEI1ufuJ6onLzjk1jgVkcxLWUd1vDbaO7vA/M6hf8Qlu9WEE7/B0HGjAybCNNZZ4W+Q5iNRi4T5H7Fnk/UpzaecbSRuKQgKoz6xuSy8BEUlaJ0L3dmpk7ZtqHvcYWix70Zpi+vry02mm8TcWUzy6f7GnafpvqVpTM+MNj5NRyQI0lp9rts70y+YyyVnRgffhxOzy4FpJi9/5iKEhw8TKXhAnZd+0m8d8TDxwTO2PrwrFQgSoWkZR2dE5gnL8oinlSJFnhajZ9CChh4kqBceYZpGhdnGHnTE8WU/EKUDxxIind54xJfasvVUuXjRGNgVKhP3R4A0A6c1d6oqMgXgLc8vNPsBd60sQqUweDHhGzps6K8H7oPqdUjBF9cLqY8cekmtXj5oQb6kIGC18uzlZ/FzvDwP4QIml+vFrU/cuzdRDrNCfUwYsS+4o3E0nUa9ndVDX4OB5k9pFfqmW4DRtfrlmRx88ShUO9CuOhzuguAdFNBgYRyqWR2b9gSYuEQH9PdVKl/kkof9wOh+iAtanRi1NWPq/esBDRqvMfsvKooVhNJnSBMcQNPwooKC/xwSg3By6xRvzzIKiyGsAbil/ssIvhT+1fh4qG8VcYqj0da+3UkQAw9u6K2Jg93uRbx7EUi0FN9WTsJkUH1QyxrnFL59Xpvja2Qw7a8LelGyLVP8PW5Zg/pQ/7jRHYRR/3jyOHtMoAWec65XeKm6Ck+ZNJtuMLJIL6xualpTbvNV6ycLCSPIQv2V8y8puBYnBiuh0s/FgaMT9GAjR3KaOxxPoY4AKi8T0n6/CynN3BG3KrjIKBloSdxk84PfD9/7/2lDXz2taIjscqypMFQ6AVkL2f8mjNEplvPBOn6HosA6aFkVIKdLExo/fLPFD4+mt/X/kbTj3xirg0AohJyqoenbsxK6P454Wg9TUuhyU7y4U/aU+P2O6bveeRIBRurWZ/xUw8VGdxLwK7OpPAiDHbfrX4PK9bdag1iF07VvOhp2zb7yc3ym3hr/xR3Kh2UK8/gneCHPilM1YbGxcaeykM2POEbVPeexUjRJNrHORj+7Dev3TQfDsv2JVNW7HHpV8fGx/76RwZADlRg98TLJSRyNutcEvTCg6x9+GBemjDIFEfzJBhPExqQ5uG+2gy0QRZPDctC7QvTrGP0eap1b2eSjBi4C1L6e1l31g5nCuxEeFn2BFvuDYcJiNWlXKUgIo209cXpd+dt0zIaDTug/80JVFBeIkbzid4VFjQqh5JkSX3ApTaAPbUCm8A+sGuog26kVzQHw/+eiCHdfYiE3GhraXeu8LCn+bYxOTIwc5rjaPJwl64XBxg8ZzndHkTGxfX2Fd+tc9PbJtvXOLTwf9+DD7HRj76w3JvfaeAOfjERBcezgDmqEnT3ouofvFjS/UX4nH0853HW6yatFDFBMu8Jz4bHVMu8MEHI7Nubp3Yyjj64LLJ3et92sXbAF8P6hSh/N4hyMAHRnkmgGGX1jsQ8aBD+vFBaci73vD/z9OlIkhiuM9wFmLQ9LrtKfiZU3NeDbwHJM6TKwvjvX9g8lPufZp0dwxti09mxlMz2i9ac5+SN40rsPH26cbgKt/uEOmmsNffteRmAELc0krr/u9W0JCcLNG+Ez01GtqizC99HinTfmUA18P4zkvj2+Lw+cyyMlE3C77cZH5d0GxepfSoklZqk6QTS5B3PmNX6YhiknToHg4cKoAoWeZ8FaEzmfG2OuiQzWJzPez9OkxmrYz+h0CcHLjcQ7g+O6FOqTJ8PUFr/Q5vT/yD36fDUL3kyqEcqIRGTEL07aZ58umlD9C84pP7YMOcncJt7f8g0md8H3g3c+MVsSY/14Le91MgJEOnYEuI63FkMX5GRIIUI+AYny0QszjigL1uyiSsT0ev3D6aAlqYzshgyR19Zx4rBnlbWjojxHJ4YoZamW8WGj1pUEl/WMw1J3x5FmPvSjcDpAMPt7nKtILoSVcYGvDhnuE9I8LtVAfEbEkqW9je20YomyhAouKLFdpwDbUDmjGjH7t7utPpXqEVODR9XMNnnmfcVE3DS/sVFtIIu4LmEna30vmNRBg3NPRPPDT+oA0zb5XjgIweMNY9XJHteT3GtqVWYodoMf1wlDEsYGIhna31IbbnaZ226ZgvLDPVUkH2Oqe2FhfgNblFi52XCx65atd/f7pC2PMWLCTfe6SsiIC2CDcGWY7rJzj7+1CWke1XaXf+0NUkv1GO+P2egkNkaFfGfr5RdVPDUjxb6enRHRU5ZOaWw1koL71WDtpRVdWm+nPC0QavOf2aEMbXo5OleMDNMxDWXP+HKoHuid06ysqwf3ofD+ojerZPMnyfBzxPrKjAfqsbAq/DQa4I+xnnHxomf8M7eajyB7Ma/RpdnZai9kGeMGEkJZKjc4tkFfngM2bco3SVeJEWvw8c077/ZU+SFSJwjpT69WporndEJCc8YLTm0H3dqlqAda4OEO4mRNJaDwsXpm/BfLDjmZVciTFktQA9cXXkk4xtK+gZQ7PdB6Y4wO2j7elw8Xk/F3XlFom+uFwxqrl1Nop3/y2t4YJNhLI87RGKs88ITzqHdx9vpQhrUkcWphAHHfLmFJVYDsS6gsjMoQHW0+oQQWPTdJRF78FVbzHL1MTnZQzKjrPjpRw40w6ZeqnOfNYAkXNhcepvk+iHRVCsHqVO6ZeTo1wnQnwOTTl8LLTQy5fBuSSNqLmmGzzjCfQhmvVNbCiLKJ+h/PWsJlbvr15WSZ9hUaT5P7jMK9UzUS0AuPvkYhub+aNShoynimD8/MklAlPQWVIO/RTq/l0tyn3YvxCqHb+XVs2tushS5PmW+jLj1afoZkoJRbHslMVhTb+AUgiAJrHvjrvZHafLZg8QsiTJKAjQ5RckCZ7ZqA5yUmH+27sfgyFFlQfKDFLwfcmNZIe3S1J7/XpIdZ4Ys8ohHT23cYJs5TN0dSQgW4rbda8Y6NWYc8XYHbOS9p+FXbRJ6Vp2+bBz+2eozzDAITQF14+PoXOIXd4u4Iio5WJ7A0PlVqWBYQOZ8hY0eFlc+EzgceZrKrl/jWmMzSbDrUgRzKrloci3lnt8eBrxn+MSXrY5xn/uXaLKYbv41DVvX8E9IHUuos3eMMPYjeAPpde8UpMwBiqHI5CulpOnmR0b+sa+687zdizkxwHsMHwiD/3aiP3Fo4uxEq/qhpYHHNFKt4KmzooYAvbO1Px9vIltrOU/b1hXZHdOhj7YVEiHzRASDnDPBF8Py7P+pXSMKOrYvlhCbjzaURdmMz3D8KL5Yo6A70zIcLJW3eNVWVKez29LhqMoZrnehSWgz/zfCT9Fs5FRsfEM0PJM1XWD9TVonSdqFBzn/gVzCMnqlM0FmXx4JZohk/ampnEhRDDz0AoicwUUnH83GWovcqZngsRUqNrB5C7kDbYbEasWaQmOHDc/+iC82VUtHki979yv8wGFwLKJ5qd/qGUc29lWjt9YJzSPmkkTRkd/cfLcqe8uaI1rYjKP3VNp/lIoanzsiAWXtmGW+u5XjQtD2extW8M7+R+c6Lp03HwVO20c/zYxBRG/FDsPvIEOq+zVIlzP+mesJYEFGZXoXRLBPo9HXw6taby11xB7Gnkf6ScHfqxiigc5LE8v7Id+8krG2GnkO7fXDNs/sOWbESVnCSMihbMMP2LOcW0B5rZqRXMAOkIsYftCtjZiXrHJO0dOfCYSbXQkzV+SO4FWFFr6IyAAabN0lwboJcfTo3NOTCUMrqoF3GhU18xJcAa70pDtIKR1qhL4h0zACdTBFOXNevO3X7PXU3f/0aPRFmUdw5FvOkcfguHUAk1Hxsk0pqlS7HgDGIDS8fwPzRHLoAXa8jMCw8GbvAVDgpEI/IjsfiHINaF2CF0o40aLngt1PaU2gbnGIJLFvtDdwZ8hSqoL28TnbF2/hplAkRZAYAbgMqOyb05P/etyAyQhxtjPJIayZCmxx1zHoUa+gFXBLGLbIQ8HDi/5WmLX1neRQ7+TLbHjpu4251PHk4mDDVQhow2UFKsrqJxauMXHQEzOY6Py7+3TJyGmad8rBLoEqzhN3FOcQcX1AAgDW4T8iQYLr+/gr2g08nH1lnG6RvPqQV7SBUZSujxp49I2jgLS0rZUDSsg2jsP9HM5Ub46NHb3ASn/fy6Z8OkbwFo2gCCiMPqrQHUuyoWEZ/d4Xsa1PylUXP05fK+aWBCYEV5QgcWkn74O7yyXlXmcwi+VALBiF3Y8DDcuFZTaxVV2H4Dv6LuaDqIgDjUASsZv4mDERxL0K5sJIrezkScV7dv6DQn5FbJ8s87JS4EO0r+JZXi+Ig3yl+2aOy3gWFhxceO0zhglab+Vey6xTrgFnk8M+rPfxxQ1pjqe3rk5fYERHePC1FXR+HCxLMUckX0hUllLAl5rM/pu1Ys5wzvKJ5q5EKqChqXJ+fq8Kkd84m+kswCgww17NxBJo7WiDg6RpJYNPKgnECNBhdNXLndsrIBF/U9eqvkiWBPBNnQHNdxiQ7qwQ0U/sIAZkLp9ioS/dmKFEzmlA1vbu1PJN9zQcqf5gBWJ569adCIJ8JtZirSutZr4RSB8mfSB3qjG3vSXbDcHtjlP3L9DkHurQCHoStRRB7smPdu7fs4qFeihUqf5gydCDX7ZOByFAcb87InZk+L3ZDIkmLYjEg9s/k01mAoNZmynU5PqU7GMXEISpmv3oHjIo8Ajj4+UN3LVvLnuJXQWfjl8c4jddlWJgjNI2fNIXMkl1s7wRIRk2yQ5YSww1WH4lnwvO3Lj3yl/bumf460fnz9bOU/qqOZ+qdmk0pP2iq42UoueeTKQCj8GtypJ93QZW+hM7BDnOZY9Dkn7giHwHTqULEzUmuok40U/qSA9uMPycxoI7vsZnuCVeZGk/DcTOk4qPHoBtHfrpCcg4DpIP9Tc2jv5HE4IN/XMXnjiSEHAwF/ZPGRC32rIYy4KidE7d5UfgWjLpjkyd3uYdZMPFpclYV9IQr1HDwHVyDrxrxi0c+F1JLephhqeZKlIOuSnl5WSMY1/eMpzzJcS41YH57chSckQymnpy5FQKyxNTJRplP0iVvidZAh49Kqx8cKmTQ8ZVNi7ef05aH+90XADkvwsIVU/H5V95zKjHETcQ7Iq15+DGmXMATQmJ2h3bCbZqf4/YD9Tb99gmcpcvZEbXlI9ndWCc2X28xbxWegFzF+M27s+WlWl8hbcqCZpJnWucNOUnB+PZCY2n8qH/qAHVc2ziktF1/HdOmuE5tbGkzjC4hMEufo7S0J9hurqlRIqLE9+Ggh6goS0D78JQZDDA0uEjB/6+PbjioKiRwqwd4Xd5m4cKMUDY/6wiUq34sF8Z5BUD7Sl11tT9szTrk0mXblBiT4E8qtf2B+P+Tphe7dM8fTFqE/ToPDA2+aGyys3RXylMdkUXR7owMTGznSE+co0j6ZpokRAZsUKpK0RJT/fNRatjD24EHLH96NvK7Re7hdwY4b3h1/aBwWBziV4mOcoFcuBAPH3jX7iu9IIUqj7xNyvFYrDZSTfek6ON00MVoD0oOzZgvRn//v7hfqtryqtjTbNPStlf4Br2JIPZ13V4Fsz3qGJqknM026ZhaBpGA1qj4YKIlFYi4ZSdEjgv34tKyjRZuNsjGwK6beu6tCIuEw4JWB6fdtAtHV1KgruIp85sCo7kvrcHoP18MG2whEFL3aQ0hNGWyfn9fadnxLi/zrjfqUT9wjFzu1D9jIybCyAfnCeEbYlh61PD3SkRr8vASOhDSuSYn/4nkzzdfHu9Rlxslcde/pfyBmlAPClWZEcqqAMApyEk/rBUw2UetllGJlqzs6dgE7XeWLMPToa9s5G0wui3gGXoj8MAJdLy+zmchLhumlR1TyhbMOedNcea0hD7T/vx/ocpmDQWe44gonoK8YzWnoB1iAK6CQ85w3Zakj0fU5uBdpee+/zUptG3rnMF80YIUJoEC7DRJXGcgzwsfm2s5risC1/DEk/I01/rnE4msgFsks3lJHASLtfHyOdpyH2hQ6WZwIQ3ZDWqJmp1ZC/HD8AGrxM8p9oSIHRF0ugpYcDr//sHnyDfUn7Jmla92wUzbsU6dJhFcazmdmUb6eqZcSOnjk2bWv5Y/OSVAQIwZ1bA4P3zeidc/uSJg2ch108tCeoBPFU9LzyEKhANn8/J8/n8kChL3Kaa72qVF8fIDZOIkwCZwQU8ArCq7BkF7qnwm1Sa7WNF8daY3U6trSmr9PzTWkbNpukamCvBe+lpzQ0VYJkRpInksCotK5Md5LSiSZFsqiNSesgKUteTTZxqtwCjElqKOPKhEsv4AD3kVniCRPP/eQLVtGGs1SaC6P42wbUsTO0kCxKEZ+y31z8QKNzZ7vh2oM4J3ZBZqgxX5wzS724S2CC9NNHb9PLpD5zWPJZrRXcB2p+uYIGB/Wc/1X+QstshZc8RMMEbIp1CzS9rb+6Cr1HqNBoqyF/24TZ/CwsQIz3XToswCsxA9k2oZ8PYFXl5HJSkNoTSRfgy0q1kMKJUZhU5WwuKtAznOo+CPpSEl7pBGsikKtfttLnPJra6X1uY4uMhqR2X2oKpEep7HFcSkyNcoP1pIwwh37g1nSQP1qtAvbO2QwVxrgyRPWN4/EX//pNU9KO5sm8YmrCuOoSqRJfiBt6GzQbTwuYLk6VXHZOD5qaydZ7W53OJzdoQ644RKM4TmcLchqfq+uPlzKdTKgaGYDDzyiEp+NyAD7BIU96oohR0Z/CehdiQWgcmN1JApIaU9Csc8p8Aa7fTZ/zz7UvLZxPg+m8ImPgYdBjO3BaRLLF9KQHbTRgcxRVZXmWOOvs4LhQKI9bKqpiNohkcDl9tPQUjihgXs9b/B+i5zFH328IRbIvlP2iKHsRSYkwuxzXh9e9eS4PBCKCLzYDXkVZZt+rAmw6RXDmowRUNyUkgku4EsqfkLAFOzXnYp7xUz60XX+DR0GGJxxFjMiybL5ju8R0JnXZGSjeKPNJ6a1IUA5Q00XnSDsEaohOAka1/oG/djIsDQYy4/++aOV/gCywGTs+XJYiUhOfGAsDwW/MLgnqNEgko8ptlnj49oKIML5bi1SeTxsgRwLbS55CcUYFLNkygQXtlQvGo0xiu4XqK6CX+1+8lYN+cBLPW16Z3FkprEJ6I15/3NRy2Mk2601WOhF7d9JrpWniJqU2QT+2c4xEWcEpr+ycq1JGyF6l+TzdRiMrVOVzaIOa50+uPf0lazbgWqYPg2Q+B3kD4ulLQviyqoBuT85R/p0d7sppw/w+FIT/pE7/f4o2rwryNStpC6XKqUQRLXd+quPaAsJc1aGWVJfs1dbbnD7+tA3V0TSq5tsahpZjGYZJYD3GJb8tQOeqmxMvBKCRfRntvaYN9le5AaXvhIxz7XdiSSUdrWzvNHnHI+tIJI+QXGkX09UgjJl6k4LrlDSj+UEERi54X9qw+qhWmpLWtwyEWvPJgLlptOQAHxmu5lo9aEAwSfNjnoPQqNxaG6OANKzUHFb4C8cpiLrdH7aDNmnk2HSV8dE6r6kF17cXBCddlqPEVN3mct2KtjIVci+G0yJEFgLg6f7oWMdhkt9rSGf/2N4MxAp6TXuVMo1IiOdQTtGMSBJbzlLJzT4knPm2Fmwq+5AuTqtZw1XJjNNfkYnzMaRhUxFwNiS3zVdO9cYKs1+LZQhZ0qbo3h+3Ee2ITCrJB0DgDV0/mkf6TIizQrCxh65ELSfvi/j3JLqBs7FqOoJ7rZRQlhOY3OuO5qmKtIF3omd0eGo4//chGNyU/IhT9jHpmOvVURV/AOIfy1ZYqj3atzd+UJeTwl6X19tJu1kyyug+i0qvk26FU3HZOdPyNLY+xXKm4o157tFZp5HaN0Rr4+SKZCK0w0IzHuXIj6UANkGWONzh/HqIXWfMFBQ8jgy6NRHvBzeQ8w7x+h5F3gCu8jqTTqftmr+xeW2uM/bqy58bA6s49MFNy10nItTOgTFB3YMF/xBmw2LGcChBXyjD7LNpiwVP4gKObouXGfvDBgppeQPrqoTG7lQHB68F3vDHGlTs1UQ7qT8SwFIuKTFZv0Nf4+7jh2tU1Upv6ujVpDB3tt5mlxuAMZ4l7QMeKGqcXEEv74wPPqAuEecHqcGlE1iw6+m7YfSY9EM0gcHyq+4cMMnfimaA3iBH72O0Q1nwLjFYLngEgwgYpOzj6Zg5Lq4HGxNvD/C8S4G4U/soTyRlfaUHAiFh9XKJFQvtTbKmrQsD+YLgxmQ0dkuwMcCwoZJZuqINhWeHjgVwBatr98t6l8ZtibB84AUAiRVrNclcD+3SHbKW4zxPf9K8UB+GKVj1QeZV2DppD7Xl2ZuYFbzF+eF8+VMAiJPReTiGBpLu2Gh3zgOTcQ9x8T7UEn3iCzuXXPwn1DU8Az8bKjVkC0xYlaxyVQIsfxLc8D/OwS54Dz0DSYUs/kWKddtc2cqu8Kj+ilOVeHOpMUtOAbWOoC9mgHqKyQ2of0Joxqdu8BrgQkc6X2S7wJhXyxIeKjItE7N8QoNxSCyJKNo5tuTwDtab9EcH8enMH7+fKorgxhe38EnQIfKz/l8bEO9hZ3ZGKPqxfl5X2XghXeBq51X+4JH5PX/HjZ9xpHTym/8kxBPivdkN23QTsx85SQKIrZ8T7uxREAkXxupTxc3vusBtlMrB7gAvGec3G+330ET/rjgDJH5MxBMgQq3453ZRpoWEVIkZYdr9xJfbMgdcrIpdi33yoJ65JtvuYdGaxyz4aKLx9VYh4/ezSu0dLWNqjNEd0OzuOzqtZQI8W4y/K+Dkf+IkL1exRB5xkPTNZhaJHF7Sclth6lunK0fvxzvAdJAv+WSNahSjAA360HGP9QzhXfTplh1XXlltsP1B3WT3Lj0HAuJREuKw0g7LPrUkETYY8Y+yZ4qQZ0VMZynwM/3M088HD6TeL27MnmvjXmRAgu+tOr22u74dO5jBOoiJovJ2jwOX9o8R/SIU1Q21YnJdwpuXe4XXV3ct5GSZoqDhgCnmUaNeQMjoLRcLRBAgLHhXJAXaBnBoBYcp5G9oU2ODSI3YO+roXKsRmFMJG8bvKiuHQIyXn9aO+94is+8kDD4s3eFUQLYyow5z3yk3NCLQ1Nq/lVbQ9TVackBQrvozzjBActUFiOoSGTLX9wE7rIZ5u0STdhvh+c4muSfUywp+GQsycGuxNUb4ikK7d1ObdTKzDfoR0IABwsvkR3qOp929EANXaQyjXFxVIRiYbvanldMAus7XonDHjW+Uk6HmAu3D9f2kpTCpYkrCdHe96MT0Gti+WoGpDMAcOF3wRJiqORLtZZARv64zVSxi5AnSu2WpWd87zQVzlR9im2VdiE5s+49dn7S8W6J67faQ6ZI8ORtb3WYwCZQ0vwDVy/P2PV90E0WWTqX0XvsH4DcxjyafbQL9yh0Sh7ts+43K9kC42KHRiXTq1vB6rt8S1GT9Tcgt9GMRFazSjoI4FgPQNe9CDzlXudlhmUgI3uE7pxXPK86KCoCgY3xoZ9bIsU+tjehrcXPJl6JiULZHMv88nC7+kW/b/Nu35l2RfLM8BGdjwU6IFF570B/5Gf22xD6q8OlWFtZPfp4SWIPyyaR2ZNBJ71IzdQ/qBJ3sxRMcshyH4E/sSyD4pGfUO5kEjNLkV0Ft/GzAacCGjEztusofYh0flZ8V7pnHm89gxt5fonsa9fDdVwF9AlO56XmDiIES4iEUZbOrMwp/vLXzW2emL3NdRORIMhFCOANWPAgNpldJpd16/OEMnJIgv6HbCQIHLsLNq6Dlz5ccsJOoIJ5Z4HT1f8h9iY6NZNb7kMZs7b6w36M/tYVhfC9zaOmP5CbVLaoj9EIINByrZbXisZUyRX+v1HFE3OmM69i137yMyfv3yDXNEBWY226rk8FuNJ811ydhFh++U3LnNfWaf2X55Tld/d4Q8YbQYgsQS487YoAqwp3MaF51zMthF+3qkbgwvPiA+QSNkpvAXp5msWoZyV0T39Fb8s8xl4ehzsSi3wjY0lK4I0npNDwLJGsmn0E6e+zYBtZ/vWeRM4mP4rRpvIGjWCFsJzH1X1DPHfkGA4Z483s78wGmIwBnvcCK95qoJbdjrtPDbBMhDV/rCw4pXitPar1b2ZarhPhkmeEV/y2FDjibWHIHJR+p5vLDglIV9r30n/p32TLiyVD8kke7xF2peQGE8zAJWYCUg/wHV8SmLe1Y0nP/8rtzpkM4hVWNMGHCKs4dfuz9dpIKD1FX6xOK2I4G7kz/2VM6dzS6qI6Om98czbLBFc1bQW9Me155GCpsvx7+CIZiLOJ96RD4xV65+nDFanMnpjIZ1usVo+k6gWDT+bn8bpWHPU9gXzWIqP/3cyoNS/n5TnY/3WixxfjkV4zJqMWt5771OI+HGu55QyxNzJJkY1dxoHtDEFiLED4khQuILQb1Io+WpRH0aW4Z9olc3IfF8okvWU283Ff4poaVEbq+WUPWGU1tuA23a5X6qqhWABY0zxhpC7RXoHsmJE4dB0k+DIiZgrZOXginHQHaDQAPpslKHngfENGq0fqxOdUJ2ZlZaYZ6ZxD+4EiiE5IIMitcANc55gQ+k5utWCusl/qnSmPHdVQJtJXSS9DdTejyW+4qCFlCDZ/RpD+nlYFhMtqhXY8ZjHrG25vYdXaJHEoah4Pt3cVQTY3lbcs3NTrQaAhyqp6yG+E1GTLCqscSWge+6FrHLM4SAmdYGuwtPUJZ+ty6oEFdNTaFbV385GyKdoKhvoC6mamkrKIB3yn3vQupAUHiRTacl5domvx2OFrHPYcAjaXxnOj4XJAthkvMPKmux+P/hO8y3k2LCYOHxNDW83MQYjvwvlFiYZTcIGOiVsAanqGhGmb0jM5LxedKMcf2Rk16PCtJ+JRd7nT55o7NtC69qMioqRqmYbZOyd/WR7tk+d43FqCbWm0bflpPO+pYvIvIk0nFqkYo30KE81ntgaUMPuL+R+vJwwFRCfBQxbc+E6hUug30XwGvQxD5Fk/Yk0VqHZJXvg7KV33osiNELno+RdXu2mnTBxhVAgRB/N9T9DQJDPyVaTK2jdOhraOlLFBELo3Ym41trIo8YnlZ+KzFbtKCOYUGvOtEPPUeW+xhQRX3Xiua7iyJTPQtphiXMIk1oPbqnu4fvkd/Frm7IDP29vlN+MTooq0XFZvNZN+5g5UOY4B40JUijcfIYo/EvT+XkTqoz0C2vPu7Hh4J8RS7yvXePMiNIC4osHtO1v+FSVdUaYJc2Q7Ta/0bQD2EssvHN1AKHDI5ziupYMttuHznDDmT6jweEI48zwSYKIdf6aja6V6oEeHj5qQHGAlH5A3lxLfocGVSSYoowRjXKKmbUWHe5fL70y/MpGE76z5/eUgDU8Rm+pxRFZVJGUB4DzQEAabErgpxZkWzq7+0CqP17sOl+6vxu4XEJMPwgxvpRbGn3gCWZOW775C0FlTv30gA/26zMAuf4usQ9AHdhJdAxZq23vi3NBBq6r8esSiAq2A9809d6ns0ZauQv8eA3tqpRhnyY4XzXsHOXTl9mmgH4CSkLfnDticHJX/f+5fy8/YRHzDsCHrk43B9n22KxjOklATbrFBZ/MnvdKD38Eqgw8+th0/PleOQ9on4geR0BcPx35hx7eY9A/BhrNpah01NSQcbAJ0HyFA7trUHeDLc+BXNI1Shk3c3Hx/5/GitxqK63ORG6D7EVy7BtWTFzWhq2EROeAirCrbW9ZXeulz6/xop9+pjZ4pJQETf80RYXRuSkDbVr10zJ44as+hoPz3xAkI6ab+h1QGsCErvSYwdK75P5Jc1s2tsfkR9RRIlDwUCXk6H8zqHihDbqkeRYDItsfm8Api9gMLALqfG/zFY8mM8gi1VVrCrD6kP4Je0DCo7O1jeWQUIC6YGZuJu3SOd+pvGpkLkwepzWYhudjaA4XXlYe60scAjeQLrN43+ahX0mRKq6Wikpr9q2x9Cli8LPgnfUbxXYOVvSVqrPtIf5P6dBGGBG0Ilcit/TiVFo+vEJuBSabI63iIavvMJDtDjmvyVwt2unhC41/8Fr4zN028Nn3tsdzlifKFoXPRod8dVY2i4QRfvzAOpkgSCo4maHlnd4V9P//tBrto5X6byqkXzlhI5YS+7Xe2+PUx706Bx3FqydhU+W2aGfk9dxWJsIOInaGaXFqCReatCkBAW+0As2OxxBw97mtZRkyYwmzNXoTB2AyeP0MdvrwJ4NbGoiTdu/RE30ePpKPGW1kGYafqyUO9niUIzqFe/cS17gRrl1p9nLrIRdIcqPW36CqCj6Ol2rDXzJQoPQm5CPZRffxe07pKNSTyJMx7nSsoBKkbTyAAaMUklIkKGdLSXvmgaSRUe7b8Tw/7bMfijSTEP5ioV0wkous8Z8CXcc/5YWBhpTpC8rsxuUPYapVGn/v0JirN2tyNdMPoTK7wSozDxTclJPLPczx0Z+zeFPD3Pl0AIi37eIGg2vWypjZgqvQJi6sXG3iA7EjBbZ4mbrH+Cug0nRJkCmWIYKSMY5e4fflVX4e2dpIY0ECdk2lnbgz8eapuV00BYAP3mZMUOyvvs7C0coJ16kGuyTwJd0/BbosBLuiVQXSAZ4SZCvI6Qu8sO8Qpx6V+lpiuIgLdgH+G/9j9jUF9N+yZTL2jmWjDPewX7em9dmGC5xkQq20VjsECaO5zN19JzgMAk/CDtVTdSxzOdn8VSPfoQQ9skTpMsPsmAOdCzYcAjZRdoVmtclH3I+kA8mI8QD2myoXjf2y+ozgk4/E5kFDFHgY0kOE27lg1sewSsTaYM4tu6VehTkUqPTdcO48lJ5eL/Wj5y/NhM024o3JYV8Tq8GErWHD6wjReKf6Azaq1wcFjh2IniFNg5asLMyoSmBxp+/teQdaoHd7cbGNabrITsW5YHF9QIIR9SPq1mc59mrz27Z46hlNRLPkfRkRTJHW6bTpXOT0LbClSRr+feWDvNtlMZzFbJ4sOuE6ggMjTlEflO9eMLOfP2fzIEGXx7+oz7mdpQNtoFkUyC1MuS7Bv/hV+nOd6XVqPv8cwDl7aPThlOfFPjlqaRgXq9aq681YboGus1VrmaQjP2KaS3CK81vo/K2jA+Gt6bf6CYTxOn01tZbvQuw2M6g5NnNYvxr946yT7WhvFEppzEE4f2bqY9ESU9M1a3yi5l7hHrodJf5gQb4UiLvmBugK10/zyNNMKgMS+aJ8YtqOyp4Ca5zVQBD48A0aFiaNItVmB7Polcgpn7UkLr9jFv32kq+o8+VXvTZp7y44ICsP9s38sXiQqsU5sWS/ExR0N+i4Hu4VCyit7x52mE53W/E/EYHKZFpA2Y1bfwG+GKTkT3aTNhtpXiQuLlDmlpnuep+gW7FReWP7tZ+a0A8tk8CrC5MofPjkaj8XPJgRDhs4WXJG35Y/wPJnfr+1iMFNAZlUxOPjdj0EeQ3YPindIA6l7c4Dhw9HRNIlnUP9Ope93zKTaQoZ5uzMtJFsDjlXWiBJ/mVNVEb36sm3zpTmPif4yZSAj1DgRg8aGkvyENxpJNe/DaFTWHWAE+EuHQP+GoQ6tKl7CA7jzrMAFTauJe9kdpv1lNf2E7ja+oLwsf748t72BDAIVF+H3j2dVboVcxtFXxX+WFruo6XoZ+D7yNqh5Oq5svNqNifzGpzC/ZbSemrnAn/3lvavpaC6LqaHBvz4nVuA6sADASXW7AsQp28s2hpBfLGFryjnVoJBxqb07c0xVH2Jg6is81gQgY99yAQYj9Qvm6fAVJeikrdYDO0miyQ3vLHlq7ppUNFDeeieZrZJsmsI5RqfG+3u/rFbVaMK9r3FB3jvkKUpatPLx1Ns/VV45YHcPI7Qs9z4NtPaHsK0ARA0LEKG1Xya3b6Tt8+jgBXbleQM3KeJKl2JxY+fZsC39UPam4YgFQxUjL9/8mlwV63VuxWRkw5a3xBqv2WVuiyXkUOuhELNl1dNH9UBicI7mkjEBxL8I/DolgnXjNKE5PphM0TQ+XC4wkXLFxf9QV0BC8g+bMwrN8YdHZ/Z41zbykIx7wgkB5yGLtj5A7W1CnbaPAqGmwXzHg37FbewOVAKl81wRHNab8qyeopPbvERdaehf13uqjCMTHWPklm97hsSI7z6v3dwTmmfAk4eJbpRoCKZYkQQL2vqZ5ITQqBpEC23ZkIFV3oj8fWADnlA4nzWtYJ2etDh3mw+wzDvpUa72bEPJ4jQb9dzyMqkAiNmWtOs0spoMoJbgCbL3vtIU0ArYrm65fPalZTBbWOT/Ah0dBZIdh0WcM5IYXfxdGLDAC3wC2Q3pM0JRTbT9i13bFjOTX29XO75g343Yrhrya7ksCyw0Q6ge+igONour8FTvy1DnoCNOlCA2ERxd2XmgksC03EAERilY9ap2W2/8mqjUt7ydBt6BBOS1VKKsNzyKkakVcvdYpZSo4TtLIo/JU5CR/FVzFbsd1vF8Kerv8kGi2TQbLD17nb4vsjaIFKxeCLyskwstgwW/AJlAFbdRmus/u6Qsr43NTz/Dwq3EOtY7XDrNSL0iE3x6mixFhLS5pZW3sHtbnyEaK7mW398CbDVtaxGvEtfQynHDEgjHAIQPWav469qY7M6smM30L/WaWcrX7U2LQE6NDR/QuHvQ+ruq0xnhu6ZkGA6O1K1VCn/rIViSBgAKAmp8F6+W9JzMFlh0SBicwxN0Jc0fRBP0PEsQ2ytxu7kmDuHXeya8gBwQAwnq/VrAn5T5CX5uYQ/2iKte+NCiBEoOe4fZELkr1Ah1ynrUrqMUvLYsMipQnQ8eIqIbE2d39YOp4S7F3+qVuu9Q8tWt9Kz++57YqHEOMaEI+Sh0WfKz1XkThT01yjVdTbhUw3waK/zQg2UhOeXq888i/dy0GgQ7oEKGdRCiTnU9JWx5bXejqdywJmrN6MDuxwEcQkmkiGRmXu0g/hCtLJddlz9M7npbdbmpnlFttd1vyj15paZVlC1pCW6BhLQAcRko+sXHlpVc3vEJzTTyn5Ig8TeRJmbU3LTMIFJ2vbTYcWptHyq+u+Zs9j09pT0BAcGIGoLOTCrSJ1muaKt+3ZvbDkfBSDa88kZNIxIL+mGRznJN6mC60Nnzk9TbimYkjz2F7y84QS7TUEU4Yy8suXOk7eYnIfhAdprjTbJCKgDVHXr8rx/95jz5e/dM4flm8Q6kCfRe3wGTAHnsT30aikBaRmPm1DL8Ldb0oDSdRrMHqVcVXAbEqjpcl/uB9fCNw9L1JwIvIpz6lRLxH+a/8nR/5sTLilqYKeATmL56yCx6FmqqnLI5T3YFYXpAyrJRd7TcQFX/eK9LyNpfOtqfimz/xNnHDVhYqW8rtOhh0QEvtXJdZirvBUxkTfSkYghQgi9uliqWPABnu9XI8GuKeeQXQa1Vsg6DzjJEq6hs73Tt0RBgNUU/RBsXM0iNMaSNqibbs6HiwKkkRpqenENulv2awTX3aEWztPnI+VV22PZFeGv3oymKJsoDacIMU2ZLuBvMw0xJ5Q1ptYf4ZubEJxU/G2r1oRLZcJvSX2U5O0iWR9hqrYQizF1+O4b5VnBqeQ5iw0ZgOg7OCX553BLRx7aKq6CCBOWF/WzzsGAuaAzS+oTKs2coLhjEBZMFjVmAxTjf0Gc5T2n9S57XfAxEBbhr59ZGRMNfBsblQoMljpA/uk5PUcZVPIiKZcASU7qs320gFLn0QeQW1+3FRuba6kyNl6rz2+BeZOKQ4ujJYDU05gADExgONjgPr5Vn8+g01B8ei3CN5fgoSlshuzsTRyuBqfCAuB6/LgdVZY2d71QUb1k+ks8yKIJPNPoP6wx8btWpyekqVFaoTvE8AEIo3qJZAxmSRQfNzjCVyWw5k+fZUuZ4+peNf2hji0u/TA6XK71wXSdcNJVU8SUGoesxTfV+LAGf0bXIQlrj9EnUJ6STYZ9vCCNyW8pwyvYxnG0BactfiwYDPslXWU7vp3q1ZBy5fpkpFA+crJn09qhxYrNv2LEdIMN+2Ho7vXkS8U7AFPB+eCQOO5a7jjQNl8Jpxkt2pJzI6boj5i/+N8nq40NGY934xxIXWrR76UO7yGXzxcQWdKlzdmCxkk/vqiYih8LqK6nFq6MM0PUrfzr7Ew4swhOqnRZn4yJLnLC3FxlYy4fixg0tTluwI1jNi8645L5lQFW3CDz4m6iafibcZ7bbRwvXwPgamvO/YcMYW7UvdU120FZLI2sjZ09ezHmFCcxYbrw8kRIAiaY7EEWwFtYBQaZLgZLLbyQf10yhdBnxyxIb46FD7sFKqbfPFEr7u/dIXs13zGmPBkRhAnYDy8Hi0HKk94oNjcGizrGuPHVVNie2LSK0MWoiie1B23UfstTc0Nkep/zRKEVhqf8e2jWoWtncj0n8TyQjuWqPGE954HXgd14BOJYtFtrwepPUr7YtRT2hz3DcRSEPWnqkgKkyPwZuoUnA3AgoRsdNakA98k3KI9ssfPr8KbHQ94VS00/1Vs2zVN4WK8Pm6v0Ckpi4hsnYEBtrxDH6uawg1g06ptydLRiaw9b/e0CdjjkJTZTQjOGjep6rR/EPANfnE76nXS7YOUdwWpZZcra7q+QTKr5mVTlU5x57hMpcLl6vf91wxi0X3bHB1HcY6r4Ml5j4WXRq2sk3HI/gRKJz5iAJJi/xha96HXFcOnXLIQSIMIVuyAGNpTS8OGJj0BXuKqUjEJ25INW3hGUgZ4/ektk6INbSv/uwMjHO2cbu5+QwrJC36Sc9hLG+5dY279X0cVS/1B8FnTT84G8q70sNK+vhm4yNwjXstbru3OcbjmdNpiC0tT7He2g/ytfKT8RBJYgNoJQre0nBRujRKVsUunhZQ/QntUrMfAkBBKkmt4EBHp+SIuQPJvwdJKr+LRAaAbW1Yy6Advtnxijw2IHCfdmLS9TZTMS61o02T3+hZcUc+m2KVWpYT9y5W9EcYrgAhIFMStnI0wnEjXFBcJskpfYgb9tXf2rlEhvVo23D9chs11aj2RnjnON0VER8gbz2NK1htiqFwhkp8j/EZauyN4ZY/zLQb5pJYYMjAH/yE3sLfXA8xTAQZ5Jl8AsQk0yDvKsVMK9Qpepc1U12WYx5XqnB8DZfOjgy5sPhhPFhhFYJKeVOhFIINc04u3htZD9gV7/tSs+jatqX8wG1Hzy0HvXhjZyhJ2f+9KakPpPiHgQXrHz5Wg/0pJQedsyKikh9XbaZaaWkahw6ccLpcoUI+uQauC8wuSkzniP3MTS3x2mDDSh5nuWGMgMuGaB9cRFKa9JMLAQwF8rvPmhmUifi+UiLOCTSysy+QmOfws1FcZoV0sjPo1gHMcCfEA9uBsAnTqpz0eV+5QEyGxlr2Ln/fcZfRDM34UlcvqICgoXnk5sQrUJE1fnylH7cA+OaTpD+Cyhd396VAX4jZj1AQn893ZPj23l5lP9RrgkyqS3+Z3TJnmqxDN74yTYAegonuWf85ZLUV8tTfMi4ntNu+OGEGda7B0Dbqs+loX9Ah4SjHhJBAVHg0o6TITp6m8iWgr/4EetEoCtnRF0oZRehPhW/6/AB/9wYRewzi2JGRMuy2/oETbxQuwx7wdwyif/r2tsGzN4ttU5c8be7jfjk0pgzUf2AyMPPRnporW+8ZSjx74mzHtM3fNcncvRiG+M9S0IIPPIQt95IMOXgGVJJr3OIZ/3Epdz8kstG0YKROENAYl+Tw+pwWo2EyYDsJdm7R+tBOzPzVfo3MtMsPHbpwOlJLG2YCftcvjUQ2PLnYt13iDil5HgI123I0eXeM0eDKo1XdW8O04QSFpsnWbUwfYQ35rWYSh3cY6KmDh5LCSOu7V7tA1ZTumGC+0GnuhseM4hEKJ8s1M61GYnnVGenamVwsP6uicaInTrAmknRU0ZBl8ne+T5zMzfDnRC66dD1BsxCXIzLFL4nHar+YW4BYOd15wDkGADLzr9RAEX/gNVKFFdPoakobO1RZGvKHU4keYJBparDbSoa82fAuJDL96QSdUmZYKSOSC1OPadTZ4SqrT/bgWx0CCAlUM/bUpxIb6cBsbuXosowQ4K6UXC4i1LmzZEeMdq6YqWp2oIAhFx9hPZ0lYLjpf0za7kTboyzI3a1RWB4AMH6L9DgcCv3ONFEETTxJIXgo+iqsb9YXfAq7f9xfBw+Lf/4nnVZ48eKpMraDBjR+baCuVraYs+ukjSPlohEndE+ZQa8chtFSDmfPuqQjPxMGErtTJ/2/50tXcV+EgeNwq/N19SOPut9hEHTXIiu/oEmtWgk6EpxlFLnHCu+KKAxJLzEfy0czFhI+dawUc40rgjmCgCyOAltQtjltion8EEMrop55kvC2E1mCErGmyfw7f6w7uOI6+ZadH8HwazN6BGwQjLmiFfYREnV4riH6IW716uWGZSTxZqL5hi5FcZI7f54Xx/jfgUmJT91MKDEOPPz9adTxHtS9IrCVwGvjs4RJMBlW2ewIG09pCkDDdfzg59PsEWru5GbvwDhm3xyl/avNQiJ3IQ7I5CcTghZbkG9M0aIWnEkSFKkE9WtlRNS5X4gH2W7r2zjHC2Vr2tnpnfUa0h0jJ63ofPvjEKPAR9qZM32+TQuGJ89N0o98fnBqrnLL2X1YkQZeAK8CJOU9ihoLXTGqLnL/uKgEbg+r0eD7rw8gD3oN5JaMlpJoTVuHwek7zOCdY5eqZiIDEbzQlZXN3GjWTkLpj09edFkA1flitmGMG5wpeCVKA2MwFAiOTSG/PlkgwCd15gg/XQsevU9IwGDgMCW/V4mtgXYREQzdIEn5SLxPgUq01YZGbVucIKX+/Gts7d/FGTHY9AViMJToxUeMKBvgaOiHVC7OU5qt/y+9Y6QpOxdHeOhuaxkUMxcjaxJowXqyOfRMaTQF6beHkxljar8nXtjb1htvj5VvogtwbJZ+GMCjVadk1Y7xK4CxgW2IxsLdMHy4PuvmYws0xvLodNXKXYAzyo4vFFap0tLblALyVgqGH2ZQfGFrnQd4kNX/o9ZOOX5t8XkBPsPF3AbfwupDVyZXP4j/6cKm42TrCMPBO+iVG9OUVs07pYUFYtEmYQWH+i8QJHFsGfX0QDmx01sBsnPz7sDSj1UceHlI2pPwjMaUR5ufBFIfouaS6zbGg2b9/PFVQ/+KVMoAxCennoYmE4MdUqOgX9b1DOYtEq4uC3VRdpI45ZhQptvPYm5AAu45RMOYUan77jQmeE/P8SwesoKa66jbyngEHoamae+a4CYcHk2g/YS+Bgr9tfNg88Vwj/8eAikSAxTKCQP3aHL4PR9inPiDSYpsqOPcTQHtDhimg/5oq3qevfhnaF7/3OiQCWb3iOgvMytAOT+QO41RijfsFGALEdS7RiEBOQpO59suLsuhcQaII2ejWtHenBuXQh4fttHU8Cpm8f2SFv/WhaWQ+vSx3xngkhndtqNR0fxYDFsPDEIm25B9vhVupRue3CDYOLodQw0zY35I6m9q+85vboneRM8Wpv5QYv1okB3pDClpEG1hgGYr5aXOIOwTKP+0zw9rQ+9ga/FNLL2aUfghpZ1KBKXqS6UYhTJq6wKJmoVD1P9AODBhcmqU9dCUyaUpCfqgLDcoxSbcZwMCqgv/88oQoKyoxKyoP1g2d7Sso6Fd2WfbzGcaTv1+Ms5NWhV04cODxUmo03mEoY3M9Cw9pXDzs/2KC2V/KyaOr74PXff/QhzP83l2o241UMw4G7CmSrO6sK6f56pWAxi4U9kQF2wBiZez4OyFnIaF8/w/YMhg4Lqn8kbxrvFZK1MIOcnweVb9rU8cbrXxpimEoJeNd3QadtOtpAhI9HTrw7mrO2Nx/g/1OFhYCMk+QyNFQhbg5sGboV+R9HzjA9jlyG4pMe9e0JMy+gcoATnGu+Wp7Wh8I9uo6DZsiIBknN8BrX9wqRU8a9BoLpicGliQZEOwbMJs+xgD+UtJa2WjabPjV0OuwK0rWm2yijFm20u02ERVSupcQUj5DS1KOWW37A9Vn+xPK0k4B7SxDMX+QeQKtOhPbRRwVCCWXWI98IPYLWkqIp7bLdNpR7zaXna0AUjdNYpgra5cgcsgEt4wRD1KCTQwaHhW21xWJ3w7mvf5m/ZMiGpKEidZ8X4bS4LJrr7AQtux/gP06ZEkkevLG72dwYbWRPd6xsipec+22pt9/HU4Al5PeRq+qlsjgDvpm9iViFi8mfUNyzibKufeJ28rowlOoyicdXbXx6mnCZOb+/myCyOjOq0e9F3r2CQfe4DVOXQKvhMekFmMOePSGW3JaTka2C7w7HoUQ6sSIiqKhnHntllWrK9mnAaP0uynUhqocQZ102xaEGSItR35XsNIFmYXrNubIrajR0i1UfxCfOXpPymKuwNARu4kAZxoUB/Qjm+Ah8WCTAVjQ0hRArKcUaG6T5YlgGwfQeafIessMrzgbvm9P1+KT/bs24JS+6kmdJMKNKkUe97gqvnzO9FHA5pbejCdVwD9UXhmuoALxN/gakbeeQPXBB/l2oeKuiPlHteG/vQv0NxF6iZXnXcwpDMeSDzpR4VXO3KvHUQ5lx8lPUl86Nk0xyiRIAOrnWc+tZX37dcKsI84NJPuwvzQqtDdXAvEL5Vf3GahWt7JV3pzQiGtTs5IQAK6sIFcWI7Qw3QUQcvO+ggjFhRX7SlXvFtQ6Zf7GRVXnDM4Z3bkX8VQm7ni3gg3TEezFa7Df4gLSd+Wetol14Ylxo7po0LArR9RTQwLmAPi69mebF0mfELKjPASoZQZd4RU6Y5fLS9z546Y0WBNUOZInW9VfUUeia7lyyCAZzAZk4OBu5Bdiqv9tZxFFWk6LiDqiGEVpJqTF7XzwyQQep+brT4QVtJSyjOHGOGDJ1H8h9KGNIiXD3Q8zppOC/7rTEjbJcXKBkz6eSvDAbWA4Si8KU6bg7/3kPJciu/0g7OKJr02wbvKMO9nMdrZeFSE95adNWE+ZiA4kouNDD+0Nh1P/Q7NIvs3C8GbqOYhiAmSikda4ful3m+CqcAHLfXZG7yFzLRhxHbi5HB9n2Lq34RLJqAUxqXmY/u0EDZ8kFBK/lpni+rBfEmz5W1P4NftI2Ye8J3PLpAt/ULhjIEWl4WJ9linE6iYjbG+cYLkbxRXxk8twQ5M1YBvMvV47E9eN6F0U89EFjl1UmHY8YJ77objWvPwSnLfoeLzVMDErRvzxUOR3t5chbiMWPyaCzPsnB1uiUbsgHOg8RfHuNu28xaLedWRop8z3w102L4xtEHjbFCQGWpgwOqsaqyNQ9fDsFzymx7JUjOmoLjYbkLnR97U5YxcPHD9s5Z/AphUnDMpgyu2l0sGoA50D2Y/AstVtv0Krlt04AXpyPBpC8VWi7J3BtArlwazXGiqqPA0vRAyzuQat5tbu0IFYD3FnVCsiG3H4Batg6cfdQwwJQMKjGGo2M4yukev1pKWsU9k7fQpedZnL/b4PKnThueOTSn/26lH9w2M27h56RapbqUVYPm1Vm0aYVh6rDRb8C+5vFGzq6XdgJijIo1lptcIgWaRC++DJ5253nTcMlGR24JU9NnynJtartFc8eKI/DLtkdU4j7L2xeaJama6zUNLaSdwMLFTrXTaaCUnoj1UN/pGYhQdkZqpF4AVH1qpwbityMMv22SRXhio4AKxAjhYUaLCE82OhsgMlvu2eAxF8SBdhZkA9kb9KnhTjxE0/j0xjxZV/dtIAqqeCeE+WiccvFp30/hFqJwy5aNFYNWTTxSi6V4h6ThXn+NHGTzl2XwEv09g0TrUXxfh5mN4sWNfm3bavTgeg1fPeAGd9pHxUF9gQ7XAiTbvoobRDipJUE84jh9mxL+LcXTuvlHBZRv0ImJa10OuiJ1uxtXg3iSOTxNy7FKbFA/+hO6gLNNeSDJkjk4fdBs/BjZYp3sPFwpzHDb4Ymo32lRJlAdER7TqkhObBov03kxLJ3p3O+LAU5E0yvYUxiuoaPohQNm3ht7v4S157Ri+VR4mrdI1aKXQqNhKrgb5cYfQG2Nvq7gtdjGcWbYpkzmlasPYhrsmAQA1AqHU/wwwXoyWaKu8fRh6V6fwlK/yJ5xcnIxEEt1VXbgULHHTDT8bmkDangbMWLVuBQN3PFUp/1d7FK9fyHvaKZeWp5UvcQOOwmSNAifukUA9m69T7b3ak2Qd9fiGMvu6YPjZzRXWyDZKZPnMeTTpD8qZVtQNh9iM5Ky/rzHJYPUdNb19IvNj2K77phjRiBFGs0wWXEsrzM/yMcE3viC2of96gaPlya4XusvQBxjUBWhtuwUuIydTPZHQhXgT6vEZXwgJKxBPQjBy51RT6VXvufXsiI+kT6bamFv9i3wpXGccsJHGehBZOa8prk13E5qiLo9UXj60GoptKmAlnbuo0ajhvSrx2AF0hPfWpFQd6tYJaxiE/OtbmXmzg1LgOXUJtBB0NaCg3FyEXkYTbNNI03mG7N/HU07zljZKLy7g9fNnJIcrkEIYko+GgfRPnJeN4t8ZRIrbM6j5g5pZSvALWcB2aozCkjd56TJ+I7f6+sN6iEypYcCCEG7W3TvITYJcVGwZzOW97hd0DTCumzj0HGf6AMIPRi2mdK5zipTjyTP8NVbdGYyGchs8OemaVka1etRXCcpSDdJmfc6NwNNqfExz+msfOko/o88txNTo6/bSQlCeo7Bx9hbQu1+IGdwTPP/zfgsxfD++pjdNcAwwUxe9INj5XDpDztegccodPuNFOpIAdY0Sjcnbb77yv9x8iiFwXv2nBO00BTfYCXWrZlfqwvABEK0Sxnvq8IBhzNz61wX+tyEHIW6UiUKHuOGSZkr6z4qv62LCZMqm/R99mcPPPAx4XVyS8FrEkpzBg0Fb6bMwgmZAjRO/DTZvw0nQKYdGxH1hSIWFkcWf5G34UWOcqxbZUDkSd2ERR3rlL8/h1XQ7SgE4toO/bHxb/q7onhkpmy4nmzl0IiwgDEH3+GJTwTyRGvgwUM29Ufljy8GEhi8bCTvUO+GqT3BRDegL4ETV5YaiJZO0BtER3A5hBsGRcdVGxkhN44ZVQp5mtFkwLz8h4qluDgQb8mhHa5BpbtXZOjMvj+BEyDY674yv3jZPPRcNyc7KxEel+LbhRgV/f8pAzeJ/53DcKkbaKlLCpmAB3MK11Qf+dHoU7h1F92OvomRwjRl0MdFqfZ5H13v6VNddhro//xqYUtTgD+zMSSG5Dgxa20s4S0hyUWO95vicJu8bxw7EmiC/2OmY9YB1+8L241i+XStfZA/SgzJIxUNry2a3DfE6Udiuh63ohljjIeyvFVFgut2HZbonkNBzlVkm5NFBX0bkwXTdFIEAL1PMPmu0KKKmBg4bQBOkef6wFA+OR9kHdbcLf0MzdQuAc//lHFchGMZ0Rm+1KY2cN4Z1qe1gke6D5dsiTGopZUrS2KCg33fpjrXmXg+Lf+qOBhRlJkt+pK/H8qkuBkIBzhZ63wQwjnZys4K+a3ZkmLhKQ+16r/dwOQfihK4SYNHCZkdncnE6QgudiXG8hYIX7yzLLwv/au4jMduivMC5ZzQ2jz4Yzv/oapaAPQl7Y6ciGYCs7tGxzkvSln2A/UEB8LVm88dB7YcWZPwzW+mD1nfxjpZtUW810+aqT9vYsTt6KdSXfZvDsG+sj+41UgP9IlsyWovN8C2O0oS9oU8AhAjO+HJsOJ+fPheENndh9NdUc9b91VWAVj4cHHeHquThSlorgOr685XnVKdaBKyhCxLyqbmyPsCtvy7MH7avwhajJkvEwuM+zs/5+dtdi54LWGgF2HSpcX3csiI9B+N8rsQqYLZzSnn+sNW1lVwG+Yn4J6Q89ypYFoiyjeGkD2pSFLtZS1b4AMzWUGpuj0ngWVywj5TPhSc9IZBw7W8yyF9BFUtQY55iQYQLyK2T8vY7VYNxJsy3fzQW4IjG7WSTAXH4dTRHwpqvexwblPLiP2OgDN8l7gLVYGk9/TzAtFcpB9uMyL6McttSN0TkrzIcIMV0h3CsFcamPhKhycsUjt3oZ6sUV1Q6H5XzcSNBPg/N6gFuEOcEquP8h5w29F2tfOUiXyjYrHsYRI+7LBdvEF5f+Eqme9BFvnZZhRCM9kMOkJ+tYfuGTtiIiN7NMGhX0lb68TIPF/z6AEG1K6rHcmv7AIRmhIINTDb1CdvK0KIvzjGQ5Svlkbll1X8axerONeeGzwITk5+A+zEiYWqpPFDosEZgstqqNrg5/oWTROqcUTJkDtJ6sQA2bAhUtsmXIPrn2Lj6pN5+EuNmi0jJCsNRc7U79cOIqAqXWgD8i/GVxSmVF3i3X2/zo/nKaYcJS6/Flpmrwke1Kt0v3Rbfd5A+3bQFYUMMgk+RME7f+rMRC662ZQnL6rGM9qu7Gnymrc8Yh3hyu/izQrNd3A54XDApEMaQ8fU4UcgTuI98JLQiMdbybak3e31CBiHwSagWG7Nn90yPlJ2MwUXhAdcLbBinH2PSzWVJwMhcZl3g3JV7CtIyPgAdqIZUgKAhyFdNSPshNZMtX7Gm5isq5aYk9j5eFG0EwUSeW0eCAYtEK1DKZgIsKKGZc2zPDGctwgisyxW1SZe2i/wyWuSILQDcyaaRvojNqLWx+CVxCfRCIB1VQABaUIQoQr7zNY0o0XuCIThAWEGPPcqtQ8N0s0ac+V90pSdmr6eDHxQasN8X5wMcRbguYISykgLhRSgjDxCdRE5eqn46hk9fuMi2TAOohrlbESZCzwj3n3RLuJktY7aEayBkcz90mJ/WaMloczl1iIQROJke0vj32y+fdvhX8j4R0K1cI34o5q6yhD7MH9C2AK0uga3cVZd/zjc5yX4EKHTJKr2L+hETTrGosIDeWtEVIvuc7CJmTvdVr0PdDUdFDo9hFR6Dip72337TiuBTcOkbbi5TGBRUhPPK43l7KDLdjPDSceOCcu9sEOJNp2krPpNGBA/85StgiIau4aLNEQxuKz9JbA2u8v7ocj3+B/bkCqsVl2obbjLT3MSV8rNyyxm7knZEARU1HjN/vcGefmNgNz9nQkIpc2CHU97wb1CpH2r+fvgt7wlUkf/dCXu2ajdMD4n0w6CtR4zghAbCNUa2XguudqOdUtxQeRW15axe0xcvByro26x5IIbIu2QM6s4ByVLpBDd4CDAb0TSwTZ5Ef23uz41O5rCbhuhxlvXrkrwri0kdSzj/gQ3xfDxbceiqgp/E/cAb02hTQMvmWWMUtUCdFIMZ+CkzSbtGa80dAXB8c9yXKmwDYAb5qu6KryAUlWd+evu889/TwUFnpp7DA1yuJRwN8peawLm7xvzZj+xpV2sJnXzaQOj5hQe46JiHrqGMMBcKpdGeVv1OCJqP0jYdP592uTSDoUk4IxmhEN6cWTUkHuOpoSefMCfyYawGfNujU5rhJpBxEe+vCsbtK1l2B863AUR2Y6BS/zn2NfJJ3MwqEPonSMw8+OtSNl7MY3uXTNPf1h9uX+b1sjwJuyoDsKhdks+CtFNpT3c2f6ZyGutX2U2NhbWG77cwVPNAzIizCNnMnD8Up+PJ6YFc2+DvFwYH5jmGIV8go235h2WYveRoZxzIN3zFtGJqcv8URRPvNnoXpLoaGXkb1QQT+SogPyQD1jGjv6mNDJ9ClOOVhXisgh5D6eHcWM8WG059532RPZZJGwN9J0R4FkWJphkqqwdD2J8II70iVUSlR22MR3Pu5n74cjhTHAzpG82DvjXc5Dk/XWUVJ6JsEbqsP52EjCQlBIMzSmx7ElmIWCyGYXI+k0xnws84mIAcTrdR1q/JK4K435LrVt3zz1rYATVr0cmiXJQH0FbSDCFNSOrRSvyHlYTgKlOUGMk+cPUNoMUrjaXtBiJWEBsXe1QAP/3R+5bPPvO1AtYKF9muZ27mgxhYjOHKulsgIjhYrdE03Yyc/SGFlYxeyQRQPdZPhfGPEYrRiG5BYMAnYIpzN7vKx3kYtxm0h9/OZJzJ2+mWApnpb1ZOpp0XvhM07zozG86xlNBDdOY4xDCyuFlj7Qocc/V/whmEvl3z5iBqRh2qBlHhsckAaPT/horPjuM08LFMlcYXZK0FLcHhR35gYdKobtAyKbWm9UgRhjh4K1hmMQKwyysFjQ4ZemuDVK9VcfNa8d064+87LBMUsGxW74YGzWITITWIM5ZigXvqffg0tzVAyovn2UPwQHSKmCnugbwNYDbl1w1hq2p6v9fEK8iMpFYrw32zr4oF1CVldUTUWK2FFyvqhaOPeP6+fJGAySpM8RAr1SmMtThJjCELtG/xByCUJMQReWtxEzF1CMblt0ruAWUtbpr+143Z9wPuqp+StC7aO2Yho9sbBr9XZoftSzmHG17wkwtG9EJ+Xj+xG0O7uD9b/AoKA8RwWUa1JWPsMM8nGX7kzgsb4Za5DgHSoSge0w3cYwi5x8upYgNG01nNRF0/I3YaqK24uCOaycishXDYDoHF2J38jtDzwYNcl373I5cy7M5scE5zYvFcI1mImCTLOrW+yS5xjadMf5wywrgYU+fvoQO9HHc7s1ll73PLzern3xF7Af8UXerpaVyPGi+Q4FZg9u5GTnVwdokaiBHm2Vv0mSPMDWWHZX51LbP0y/GWysIwy6aF69+/vBjVhI1/PLi+jDEPngBMsXPYBAHcSOY/nhZlSKvdgPsjyfK76AzoRxlexL8PGtc4sxafPRPeeM2rJxoiHBvU5DzuGN2fvYGNNBvxVDr27OcV4Rc9SuqK2Qqnmsbt2LHCagfSMeeZHy1LlrUfL7dcQlRzRwIFKfqtX6ElxvnG0ykdgdY0Stbb4YKf2rRgAj5S1tVVt83XPwX6nFrP6Kvy6Fn71qj4fVXpSqOMfBdW9f3xnDlB9ZOwC9GOVZ3rypRjG/A1pEZ5nDkDVL3xPJU/KU082HWf4Hc6dPBptuX1G9SLh2PPcc5mjD4jyJfLR5HOM+70njinHY96sjanrcGCLtYSfi6oTk0s53AZQz3oAbsW08ZzdmYgX+H6GF6gwQA6+P/gkcZY2D+ErmwjnRLjpg0RhaCJswiY/RVbbEBGhajnAEossz0vwrGEV/Na2NvHZydD/81gSkBWxVDDAm0BzeCI0Qk5WOS5T2RbGomyE4cWRbZZ6w/E0G0RUJIYquMWqi2EjEfaYNcaO/Cr/ltHtFa510QQPo60tIJlQNkd6iNmaPPLTQje+aSrVpVME/BCmBwuUt28+3lNgW/6IMb5YBuH2n4AsMf3EEjLU7HuGKwu7NTizuN86GcKyOGkqf4JtAAQbbSvDWYIbVajhRRmvPs4ZZzyeQi8RUc2FGzCbH64g0EgamzsZm38KMYSb7wsOgnscu3y6/EnB1ZVdaGc1r8ZvBZK3UTTybS94zzSYY7P4A4Kg2dveYp8xF+5aWvTN8dakvLWT8RNKgeqDzqbEtLeD4Ixa7iCFY8cA1kR9kWYaWe2AUeezmI7KN6yrHzFVBcMycKkKa0sBfodzyDS4WmDmaVca6wUdxczDCFutpW5t+3m5utVgTjVSL0e2QQnxqAqlPrLo+n0u0ROa+TDcWU+4LMoJcCUC67A1kf2H/2qN8A5J6zdJiE8tBybGa2QLmEv2mV/F0xOD+B17gMyZxSntxRPsPg+JIONVdK3jbm0IDcrNPKZv3Vloq/n19fq/qTWKO2opU/AjIWyZzPaqcXSQqem8GCDsP54HAIZ8mjRAzb5Lb7PfrMo5XEvZefCxaD5ap+C1stJLu/40DFuwzWtMKPGd1MJ41AuFlAvNQNFmjSUwJipAqjBzB/yPM9sKh13f78aXSDSz/BwMeCMF/k8GCCwCTSurt6joFQwwzd2BQGW7MkevcK8X1HffGrPmGZ8dr56LQ+5LY18Iy3dUeHDYvc0JB5irkAGVrS86jMRGldolWTOxT7QTtdnfQqXpFwTImeEmzUc44luZ9STfimmQJgYhM/yDTtvWCdMYfmslVL5naGelLvnDis/QpqcJBlOAg+FMVtUxJFUpHyHLBJE8L7T3HXx5Vuf/vuGDftY9TOMmS3U48ArG4ygquaDkrtFB6d5T1y0Q/b1UwThD1q3dSBbGDvwV1GQ+sbBQHOA31lSTl1sth3jixNCQtkLfjgVn/fYZbebDdNgfNAm/WSNqAHpxDIKsUN+w9BHvH7YOh5lYLcq25HpwoZQkWJXTc068Dw+aYD9i+C93U7LtUGhaQ8i+iTpOcgOVRQ6QaeZav/oFi+VIPGg9yA9lbcURMJ85QiQEJ6THdGU38InejnVMDppwqiwCr2W2pEeh/Ge0tnOT12zQ1afC7AQIbT7g+mECYzsjXq3wHSQO4CLLfFjOnaCAQ2cJ7+iWXZEVx1OLR6fvoqwWZVxZp+g48OqrCqth9InxYNXwb+VicM2wFvEp4caXPTHmN8DoEzFXr/TtAE6+bUDM/D5xxEuWUWSinbowo3hTibH/PlmItxgOCs1e83PplSX9JBuQZgmNn3Ku+N6VZMew3dU6mzL01asQO3BRfjnWSczDliK4Rl8B3uR2u7h2j9mQ0z0iVSCTtRkdY4B92r+dfZ2wzZTTAfPJehQgI3SDxroH1dAp1m6zMKQCUOTABLboS2nd9O5UNncTg+XojXht1fWGVyga7+epnvsYJlGZxUEGsrF001n2MgmmjeVq7RtHqD5JxHypdZW9364ernSBN9Gd0lZZW3gb3HDaVEe17g0JDDHs0zOGY7tnpBSITb6cdxI3USer2KFQ/q7DyQ++lOFJXraT9duJBSOtQNpDOgtN0o00LO80DqdmsZpdO1OQKGqa7Hq1+H5mLUI4MaT9M4YwYSKAesxNjVyzCB4kl4tPMMh4c9jLLePHMR/FKLNmok4MWRCqSnB7HOZsknhbWjL0ljeIHc5AnIYi5X0BKrp+7QXowVKFp72LdCp+KAPy24qhOEJJjvDCZzAcTRX3wKwFacuaKqWJkO1p6E2aQnRbsJfaEHwIC31k1zsJPZkQ8MpD1/0asNWzbv4E15UZoS8ex/hLUjdYYJGh/RAjcGT1biVwifvdGtnkG6oLLxMsquHBn0K4T4dFVP+AnaFB2WAuhM/vXxUWxDGxeWSXxKETUPIaPDRr1Hba5+Iul15FI6ee18NxH/NvmJ8CNS9ulbpm7Thnos2Za694fTW/+7u2NLlv6j0A67LSiSdsUoLSu61mTLd+rfkhnAzKd0cQgnrqUIjKidrqSyMjkiNZHigJpAhan6CAPkgdaLJf94bULUS6RNSLRF/q48l4cUUlS/8OwZZW6+fyCGPlrXhxn9Wjyt+rlRHaiE3kWZEo99e3GzXG0TwP8oNOp3MnrCN8PfjDMzy/ary1ltmo8MAppX85IfQbEcQrDd5VInqki7LjKM3gPs8qdxUZ6fUs7OVWz2icWFVjzy8UDExkKufDTUkQFLxzX91vhDts2pmqP1P6VoZlCn6x1JYjUnw5L/91yLSJ/yHdp5bxKkbtvwyGcJ3wCDINgmnhRwag3tNn540p5tV8wQTrvdzCTO3BTe3cegFT2U2QrTHiU8l0hDHRqtRZymSwzDw4toWCxn8GKjHTVGXKo2dHvg6fA4vF8BOgzv3vO19+DIdgHeHfRVpV5SJyOWLuvPL3JTDKCTdUEw7s3X+alcb9eUAUgTp4LR4ceEtvlczcNELCgH1XWYYeDrO/4A0BkSY/MNC1/VHD+AoPeQfrmvkxnynk10y9rqmtSp4u3zWqzoAymAIwADB0cw6A9m8vfwMI+WOgdr9uozwfO6mYPyEqMzSNYKFJ+qgPRwdikIP+zs7dg5qPIhmpPIwMlpXOTdwnoCjCNZ1FD3CaSUgPhFoxDmcWYwYCLqpbDnBXU2nthr/NDxA+6PTiG7Pl3Orutnjy4xaF9pdwNrSUsAZN6qI1VrQTvtm6dgCm8jOLr/P3iRZ/Ezan3/TKbqef4oUVkcItpp0pUkKhbzfJmw6RYTbmgFWfcdDWrphMbpD05UAQxOyCypZzDhjx5iJJLZH+kqi4ihvu2+rCtgARaFBVv+ALvcajDzL2hA5aSi0k2q6TBtmxAeg1UFTtW5nOeh7A1fVJzQDanns1jA4wepH7JP1wAWuvKDX+bewoU/Q53IJe+lxOmjhRFpmTzdZLXadr1HUrwD4X3ElbcAD7me0maZcGY1fP4C0K6SIS8ZdparwDHYVh/OdUcRR5rUG1LO0wFLr9tTqzp06rok5AwGVbZWhBE6kFJN6TQHw7tIJ02jbokff8Hu79rOVCx3rb3gvGNzaQSo6z0cxpBSYaaf3HlFX90cfW5uWBqRocEN+QwSHatvd9k3Pgf5nwxYcTDKlAobhVEM05HxFe98EG4joDvP5Vn6hO3vxQyvDTjtJvtDcvwFwv3f1qia4oVyYHxP1V4rLbGaXPxtHCZe0dUPA36ejoxmY9jVy31iroOgrFdV1AMv7ezTUjXb5sFtq5AedKu1yWRSZORIq3vZDQR1cnNS2n3d0K2vbB93VWzzr+pFQxon7jENrQomh1ELPVOqYIsqUFTPpasKyMcYP3G//Ju0itd5BsL6EMl1ir+CZpy8WPbv+LW8ST1d5+7oPS0jCRVRXB+9WCC8D4nbePgm2wRKvWXCZG6kDWAjMi5Fa8JFQMGoXbQAUF/Aw1cxcczCscx+H5PYH/3l/P7rJfT5fNi3Jkue8jtXO0Hq4Gy8WNQI2rTv3dP6ARIo6JwVsadJglDDktmyfUDoNAU0FfdqHu1LVeLCx8jg4rAW4sxMcuueyO7vdPp0zuoc6iNwH+1oYgGD8tclwOyR7DTNQBx2g/EsB4/8n0PtklfxUiiMr2y/8cOXjhoBSKV7jx1/ZgpsEw9c2mBzcVndrRQLZmuKTpielInwUi4FWn/FlPKnvh9XhPqn88AaZSdUAIAtnSklf5Fz0ctWBLgammcp8rpKM0I2zBSPNEv0X+woZgfkKzuarrMjE+SbRlSae93LmF36geuJ4Oo6+vifhURekwLtifQTZGAUu7+ruuMow55Zu9NV2tSLb3L564YHPggy6HDO6LvB5HjFauGUa+pr6Tm14wC+Wr0rTd6bq7XyCIMij8QewNfPboEvRt1i1RDhCI++YYZkKjWCIjXnltFDyNIqwUICZdIDjt9B5IS2zMlBZlnw9fgtELrAF+sW3rJsK3VFvkiuw/NbaEqn16XmyXBMaa9hNxADVFdWgAXTB97s1Y/7mQBWo2zv+LbZfuZ5c3459O3JUEV8gM4D0ECTgPn+Xgphr0irbIl+Wn5wGDEAFLLtN9bfzowCcwOpKkUEcuZwSTrxUuZ3CUaByGfbSZHDv/nhi4TCbaQRF3h6i3LSfCI82DOsbd3N/+qw45sqLhZ6b19IstbDXxjpaRwbsZ6CQcDMmO1BChNtGTKeiiAeEvTR0bG/hgy9K4FobQZzVAHCQIqchmzwMHDBiaPNpyzWsfI0JoTIFShsL5uFGW1q7jQe/1RRI6YPSgCcAF2eAOcJb+rArrUh3cBsS/9Kkv+BEs3cI+haZ9Ks/Jop8upglm+CprHyLt4wtJehKQtfGc0q4W3lNTo6tXgWiv/v/MpqEJF2PohrJs2FTXmDGN6G1T62dz1mTGgDe1FYOc7Oy5bC7vZbkxcPprA/GYbGBVUMblaOGfSM57n/yBeDgTzgyBDyERc4qWYEaAIL+yekAFuh4UXR2kHVB9JjG11EgTKD7sGRnGMdh3co5NhiIalUNX59OfnmGUT8EQdK9Mk6HEoj9uCWIJmK9S+kG3XqDwZvNrIk2W2CP7Pbp5jWuA05Z/IBIlrdHayPxqulcNKgApWMGETkGN1fH7Fz3XhczTQZeuMnqSvrtIiTem/GPTO9TxpR1FyBUNmzKL/+P3G1hwGyzjTJuFWFkN7Ofiv+oxLEP1xgbx+g53DWPD/KnfsXq4n2OHIqCelrH1EKfzLhogACRgjlJi2sASYaLeN7p3tiw0IPD3Nosr2ZsmHEyQKQUJSZ1yjJUb9qT/oMUczVYoWCfFP7RF24RaEbnNg0AvTan0JznnIkHjB0rIMrjdVG9vRJLFPVISdG35Joo=', 'base64'));
INSERT INTO record OVERRIDING SYSTEM VALUE VALUES (4, 'consultation-b', 'open', 0, 'e2c319cf01a7431b9da6c6de73d14c9f', '{"commit":"e5fb696719ba2f357f47260138464249cc52ae42b83cdcd9b3a0fd559166ca89","log":"clinic-1","recordId":"e2c319cf01a7431b9da6c6de73d14c9f","schema":"candour/leaf@1"}', '005e9b91c1f0f8ff8d051e9a6d262c4a', decode('nSZ/o2kYrzB2oatG', 'base64'), decode('0ZteEGr/yd/3HswJLC6GmwzovNs2coPr+UHip7GunOxmb0HD0Y7Jcnwzc9/h5glrDeZbRveYhq61T5YLf1BKIbIRSBzte/3lCM/dAvUR6QYj4PINGnX9ozVJUfvoc42Gdxib5ppCzYQlqCwoxlLdpATYln2gWPK8Lk40K5cvBS8pjE/Qr0fLZeok26m6Gv9uNeB0xFI36ONovfgUsdXh+i34L3muxSZLO6roT5VQ0A567RESv8l3bRuN7P0cQPvHhTAocT4eInRqzL/cf1gqmkNRyanBsF83bdEbfSccw1hKzO+rZaY1D2Lb1EpmWHUAF43slUbAiQtyYsyWVM+R/Ay+0ubwS24r+Jh4E+kbTJiZyV0qMNaTxiJJZ2f6rl8Bt8Ut3klv+wJRFpIlsqFACmFC51SW7XwGCErDIj8fyIpXZrTDQBOnczigQClQVDo6ptZCuSG9lZp8tsgJ4QbRRgxwosI+Xvc2cm+9GQMGsV43v5qVWJjBlCQ5oQdmpOoTEwf3ru5EM2EBdzzM8HUPGV8rkT/ldYO9X0j7LArq/ZlRKRNrRbfsAAFXAeGoIRfDXBr/h+6H55I4Hjh0251DgKrfmkpTh4yd8A980kBVNg848yn1BwhS+rgDrH+lMXEmUobU5Eon6XN9I75djHMHlSpw5vyJOqsb95kBiO2j+zLktVxJTGEjTR2nWUEF+1/TpsN9HYz5I32n158OQPEhAgae49l2deQA3KPj51g7JIB/smfIMSLybi8B3bjIi8MOcUp7j0kaQpdRI6XXjYO7T+bTGJz4ORZ9rtPHJ5znB1SG3ZEZAY0RNTIga3h/rQBlslJa6Os03q9XHDDm9OEkdNcfdoaxtoXlOzn1GDx7A+F/gHTNn0YI9OrQ/6yNMKEj044UMcc9ubJs2kDvSlDtqFcPQHdJ/+oUkxSLcurN4prAfp/YNnf+B1Ud8vu+6A6Vp8aw/bCRGi07jY98HHP1hGUzVlJW+8Tg8QDRiK4YYZzXKyUGrfDFpF8B2XlnlVXyLqwfSOfi/UGq5tEb/h2vYovlNKf7v4Qt7WZf220FGDK6fMmQZvvFWw+KN3+1qrfqDDvLt3DhGcrQX7Q8NHjFXB91X+Yx0pR+GAg1r6hjl1Uqfr7a6ENcM3HyuVUgefX9SxKjYWzJZslYXqmBVf7TQd+M4dxz6JUkCf3HEGs/ruNvTC3Cg46MDV+pEfeapVPa4RWji7DZ74dj3KTeheG1lj70Eo+WP2OxgbljcJhJ5P3LHhYyx38bnn7Omu8Rs5CT9r2tjnBRaPc2473W5xT2DKU/RRiTbYiZoDLiFOfihSnhskz0AkBYg1T8mzu378gctYCWmxXZlurOeL2m4mp8Sub9dODK61c=', 'base64'));
INSERT INTO record OVERRIDING SYSTEM VALUE VALUES (5, 'consultation-a', 'open', 1, 'ab3475754a3fa64b6aaf31cb98a94307', '{"commit":"0c306b1184c71f734ccbb8ebfcdce8eee696c7fc9e4d1e606a336842de5c232f","log":"clinic-1","recordId":"ab3475754a3fa64b6aaf31cb98a94307","schema":"candour/leaf@1"}', '2dc80e42b7a1ca349138a3fa7a6e2fee', decode('X13Ve5NLERkwwLvr', 'base64'), decode('Bw490Gfv6IzY8p1xJakSh+1YD8eIjhA6HPvAHd66St16U1NXC+OLktD5eGTJpSykseB/rOx5o60UTl43GYQGslG+Rmq2vdjkApcB2RGEOTLzsqr+5nnJh/cjd6lYAB+2yD20qcogKVweMHYnpUtZVt3cD/SaIv6zuWbUm2moj+GfdQpmPJyW4LNpkCU20shN8O4TqkF9uGFh/bFBSmP4pniqOl1fowblKC9/2sfaEHLV76+6QMEeT1qH7ayCqXb5Uu/RV9K17sPJeSfq1abF264CKyztJUFoKeJmtzSf6i+qJVZGUx2k76HZcEqx7eVWu/oM/3LgtJykyVfR1HhGVvbbW1yzyhTa+33dy2TG/f4Rs0RImW95AzyXKTWmu2uafTxK23HU+6YA0xLM7g4jcMI9cYl/GoEtajZ1SCwqLTIg1IK9SxD9jharaPiVpulxgDtxCNcLK1J8bR7lKcVaq/QvyUdZtK59lxchyJjPp5Cj8eaOPQP5cNY0qZDxhv2ZxFlikrwskfmZj/1Evg/2+1fcanR1RrrbQ0m5kwF2F1yWXJZZrRc4cJrBhM8pVeuBuzYBFFGriHe2PGG+I6XwECpb9cnWcNHBG3pDw53EevWUew/Fb1LqajcTF2MaxkOuO8ySGwGcz0IupmO3PtDbhk/dbdh8M3fv3JgNeWxXhOl2A3Hos/n6GDHG+Rz5Cf4CivhhOjsaxA5ivLlKMcUW6/HzYGJxmNmIlcGPJ6swi/NtPOS9/J2NG9atNaHMhwHrE4lvamaIs7f8YO6NwXuFOfdDuA1BxlaYm3o2YSlTBeHe/jt6inguOrA+1NNpRQTNULYBLQlJR5x9XAYAvR2w5QDepalGHKie259ptR7beFY1Omhva5GSvcebOhElbJoQvUoutg/gL9mpxtQ4FCA3U737UIXAiocxhWRretnPzVtXxcbpxQ+fEGnU18sKIoR95cIZNhuay/eYxyCXUEHP+mkI7gJJQWi4K4RLKp/gKxIhJll7OzbEK+8FdOuoPBveR5E9hk0mNe6gopRYDRPcImk8bSrKPWVDhYnkHOZVhMP3kUrKfjrby/qY08ReU/RoqgQ1IFHIzLZjyYBK98IKHmA/S1w6IegC6KeSZfooMnBk4ZDM3VszyqVZmqe7k+43VtIN5d+qwQZCXjiyAYZ9xbdXV1aWYNLk7pSzpVSTEIZAg6buNis4g8nCMmMD6DHnO0E52fiIEQGgWSOuuS2Rn3ljmbJBM/UCqrNY/yDpdtJw1/4T1PqgpMbjlPIzDZ8napTwADgitth5RalTn6l+OJYlAQgjZwjAVGu/QIaHvRhch0qWnpEkSZ+6x3Vgjeg7N9FFacpSRtZc9OwXeLiyiP6bSPjUG+g=', 'base64'));
INSERT INTO record OVERRIDING SYSTEM VALUE VALUES (6, 'consultation-b', 'open', 1, 'fecb758487b4b11ed5a3cefd7c191d19', '{"commit":"a6e8b6274e2898f56c1ee13a2c1a308c0f657380dc7249c0caef750411548051","log":"clinic-1","recordId":"fecb758487b4b11ed5a3cefd7c191d19","schema":"candour/leaf@1"}', '005e9b91c1f0f8ff8d051e9a6d262c4a', decode('SvCZrgjalEb1oG8U', 'base64'), decode('BOC4s8kakfz2mLJxaEyx+rbJVBDOr3wY2wPfQoXYcDwJqwk/PknjpWr80jsjBgBruuDc6Y6FsTRk8W8HS9isJ2sBL+88N42mzjMbMMwe88qQ8G88Wzxpf1JLFxDnB5bg4e1ubLcMEp04/rZCglLK6MIpFEqRMab5H67VBuFPEG79REdsqYjoR0Tjb1ala5NuEt/3OPa2gGb0NFldLEL8HNwc1qCySwlkoQ1TSN+cpZ6QHfhXIqxOwZ2tP61V6nO4bDnJ/PwEkM4WI/m3bhmR5jid4WH9Jz2CHBCu+RFN4LNG4+h+lDDdQEAm9cit4kVwBeXqfv3eP/nTrMr8WfZEWfHuyw6Lh+gnG4wXi/s8cCqXrInCeU8p3F4/i62vFxbYn5Y+UI15pJbIiIjLZsjfXU8OBQyVtDah+dGLQijvzAz6rctYeubDQh/Rqmmtprrdlp4aHNPTZsev3UpSnFosu5i2Bx0oHmO8egcQhTqIRMd1MZJYrREZNspMw2e8BiAr1P8aMLtGdZB/EpfN+mUZiv5FO9dKRz+5rxTPUEXNLsWcw84FfPALVxAu+cUvKPwJyGNSXzHv4F4BABrCnw/zIearJhdQ6ukhmoq8QQ+uI/boR12tog5JfoAz+YjJF/zCyP1cl5vZF7e2+MNdamT8sQrgWY6xrKhKBSoKS/Rv1E1ikfFeTa7xcjqNwbuwok5xD3G2UCimQXz+7ZYw0qMetinZCe9+mCjtyfbmP0PbeBe+FpLlECHyDKNqejernw1QFMfTFo2AiLeYFUBEi7AEHiBgwjJ5LCBujvFvVu6oBj2+NmsCAwQpYP4Unge+Ag5VsLwc2Sw0+Jk1QpI7t2kCUbZQWNamFQS7Km+LBSurteebqBHa0vpDz3FORgoQj6F89gGwkRoPUH8CiVJOgAK9ASw7l0yiPwbKQEwwJoOQrMNxMt7MY9EpTPf+9p9kkRj6B9ZtNrkWHRP+a91MRyoTIkcuZNIr+NkA/R6wE8V8ed4FfjgSsSdnAZgs/J9TmxFR05TWWwfuKoePojAkRLMhIiSbUtDF87TVKenAXTkkom8VhiaFnF0vMCgYE8K3J6QaivRJqv/xRZOgJNbZ/iRo/lr3gakM5zhc2d++sClxwibWdZc19gAvIqD1uWJ2e+Fvkv/x7el1sq51yTsFFUaUwZNcO7QFOpKAP/uL5VwO2JmONEXlAVXQqzLYIGMRt6ZfHI3R5rM1lWW47/RHsayzc6H2sXJU54ihdLG3UEW+07mj8YDT5n1wGiIibHZatKy6+PD8l9j/3y1RxH5qp4u4Xcyj6T+366YM+RtI0HYvkwFuWgVNvL5saJad9DlnGMJVLDKrgtrxxrbGwzQvILX2caEeLSX6E6M=', 'base64'));
INSERT INTO unsealed VALUES (5, 'clinic-1', 'ab3475754a3fa64b6aaf31cb98a94307');
INSERT INTO unsealed VALUES (6, 'clinic-1', 'fecb758487b4b11ed5a3cefd7c191d19');
INSERT INTO sitting VALUES ('sitting-a', 'consultation-a', 'person of consultation-a', 'widget', true, '2026-03-01T09:00:05.000Z', '2026-03-01T09:00:02.000Z', 4, 'open', 0, 'link');
INSERT INTO sitting VALUES ('sitting-b', 'consultation-b', 'person of consultation-b', 'widget', true, '2026-03-01T09:00:01.000Z', '2026-03-01T09:00:02.000Z', 4, 'open', 0, 'link');
INSERT INTO ended VALUES ('sitting-gone');
INSERT INTO ended VALUES ('sitting-over');
INSERT INTO activity VALUES ('sitting-a', 0, '2dc80e42b7a1ca349138a3fa7a6e2fee', decode('OPirmj+AfIg+n/g2', 'base64'), decode('agXjhOB04n20T6BA2nVFlrIgAibou6z2FxrtP6JpNNoDymaSpCBMAYy4h02noQxxt/OEq7q+4svhM+64xB9/dewltFzjIWMe5itu5LpxQqkmZAIRCrml1cMjpRW0RcpCLw4sjDzme4ON/DpSQFEjIhQQdH4AaSAoLeSKSwBnLj+JXdaX', 'base64'));
INSERT INTO activity VALUES ('sitting-a', 1, '2dc80e42b7a1ca349138a3fa7a6e2fee', decode('4LHQqOF9C5t7R1T6', 'base64'), decode('OHDwso0W/fdqa24lcQdXTkCIQdKUghkdbwEvXmBonWblft68ldWOfbE8sRAwz2qK5wj1Y3D/RuyY1EuCCx5HnjWpHqCrKyGuA/miQtTcuM/2cIysMOGe61krrF/Jm8WshMaBkF9WjbJ+OicI0BCpJx8asRfpElCWEk4Dyw==', 'base64'));
INSERT INTO activity VALUES ('sitting-a', 2, '2dc80e42b7a1ca349138a3fa7a6e2fee', decode('qGrXBQ7ujXS5saRD', 'base64'), decode('d1j+DmrTI74s9qo+OsBpLjy/WJB1a4OtTK60ryqE/wjEikVOKNEDxD7dzzuYq6kdi4JLl8zcweUMbD74C8WGyWRBJUvB0IAMXOQiSarke//MvtOCQnUhIyebMWONFk3kJZ2+DF4Bb0vczqDI/DLeBCsGsqqNO+cI5hJjDXqHvxRJu4x8ZSI=', 'base64'));
INSERT INTO activity VALUES ('sitting-a', 3, '2dc80e42b7a1ca349138a3fa7a6e2fee', decode('a4nxqJaIGV2O3Uil', 'base64'), decode('j3yXMoKSafLz/vk0Zn3OmJtxPbIy7vUyEtVpFD2o9ZGERScdDyC3HhQnp8j4wFVZ+AQAy1SDJUuJzqLTEyQqnJrYsY3ZtRIsxR86fWDgx35fElEA/XtF+6AuqSGdmyg3uetj74mJNHF3bUDABrfJW78DMNbvtLhpPpP9ivw=', 'base64'));
INSERT INTO activity VALUES ('sitting-b', 0, '005e9b91c1f0f8ff8d051e9a6d262c4a', decode('YbRP8UlXa9Sy6LLh', 'base64'), decode('qm/D5Q+gh6ekL+QJmpz0oLsW1tCyqvHQg5FJ+pjiH+TaC2oad/pk08ZE/eCbGiG5n3KKcWR1QoDsya3/yhsvUNtUMgh9Exj3QrCCTLZt/MR1nitrwnwBkRTahyEHxjrreoweWocwEtl0K02yzEzWL2gaGJwrB7I3CAoy1zNNj3lWp1jD', 'base64'));
INSERT INTO activity VALUES ('sitting-b', 1, '005e9b91c1f0f8ff8d051e9a6d262c4a', decode('xk5JTINkRlQw+TxC', 'base64'), decode('PJJdjFCTspR3dJnPlthEUY7cULiNAedbuBflcGSI+3qqoP4vccdHzqP/YCimZ36vmivPtl8RdeTWQ/EB0yLuU/QYrXS0ggWc5vYJA8KTun7Y4oqfpDxRTL5BPC9r6ReUIPwYroebD16CbRJ/uWBi9tTZcFkdvXrtCzHwRw==', 'base64'));
INSERT INTO activity VALUES ('sitting-b', 2, '005e9b91c1f0f8ff8d051e9a6d262c4a', decode('6btVxB4CQGKyS4JV', 'base64'), decode('9drk9H+QtL420FJIbGhCk5bk7UWcF0eHuitfOunGyIVRs9g60drzZC1enbi66KU2KQHVZdUTemguTpox5JhdaLNlz43/waZqsMpTmZKWajQ+iZKduj0kGXMu3ePrDV++dvJoTvE2+0G5KOJir3AcQCvcci1ZylV8xaJZ1jLufnU3SZcagV8=', 'base64'));
INSERT INTO activity VALUES ('sitting-b', 3, '005e9b91c1f0f8ff8d051e9a6d262c4a', decode('1XMvZEjeNJmmJPa8', 'base64'), decode('WHY3ZrB/SJxJD8ZDO2O2uDedFWj1XM2O0BhPlYd3CPUy0aSp3ecM6dNbN39FHjzCW5orPlrr3el9ywxn0pRTdD25R4gw3Q9+KbIn+Z+IUSlGF1sHI3MfnAFDTi/G2azHMO9j+XKguPdskEWJDXjPduwzA2N6xhxVM+jBWOo=', 'base64'));
INSERT INTO reply VALUES ('sitting-a', decode('FjZ6rLZ6SgF8jairlWgsyzkIY3gPcRTdoKDgxVZEx8Q=', 'base64'), '2dc80e42b7a1ca349138a3fa7a6e2fee', decode('k4zjb6SDpZ59pfHk', 'base64'), decode('l7EpMBZkVwxaSftRm/HdBZN63SeRCy9L21c4qdHL1CgLjwlDXsktAmHNKe0h62vGxQ6cdXqioOOnBDzcXUuroKKbSr8XmvPTpUQCqs6yAzv3BYyoUIIuw8p5tKB959ALHDDHVm0c1DK159G1uu5uV8AlFMeAr53lFaLdA2CRar2Updn2QIFA2OI7uIlV8ByOXMFzN6AMcMjciq4Q4C/LkFpj/fAJHS9RZtqBxwW1ZajmSGOrpKuqUy+K2RWnKGnmqn7zU3Ue37pYoLL3pQVW/w1BULR6uQqwpH1Ca9jMW/jukyQ5HF4NFEl/N4YKDugN+4w6wDhUN6TfC9w0Iv7VS743W4BH/LIotXG3Hqcbsa10IPUR/XKQeAy9KhUsSibnCNEXmPgfQ4mEkbVMalQAYrU/fX2ctwq51jx/I6DvCtCsVghAEHUn56CbqCEU8FS9AAI=', 'base64'));
INSERT INTO reply VALUES ('sitting-a', decode('p5N7ZLjKpY8Dchu2us9ceMsjX+vg5wsbhM2ZVBRhoI4=', 'base64'), '2dc80e42b7a1ca349138a3fa7a6e2fee', decode('MPCqfb2/lO+qBMOY', 'base64'), decode('hpxR3kw5NCiP+P/kCG2vw5tDh07g9/fnVVsFftpObWQUeo8/v3Yjr8rbqqH9yHNn+BrjfPhERhx+amFfaWimY/5pqFwqBJAtFndoTi2zObWRiz/6gTCAeUzwgcHBIkhTDzoj/l6eNg5ObhCssMboJsK1jmw7h5vIbwDzJcc/rcybIyYWwuSkzkkDOgFiIyY4fut4xOppjLKaqtRVX8zh6gEkC9UvN8TW6lJ3TKfqztz9JzeUmdRKh5D9AKQ0meW+09pjKch4VnYlSWLMDkAtypjxSEBMyMmMOFOU6A5y+3nRiKNSkZLAsFNTBsf7voD1B9DCNs0tkErva1xXAS9/cn3P/jDJyE3+0hOdiVBES+quBudnW5qqy5hcBXcN6iU5TBZEO78NGByxlsdpNgpwtpUHZkwe2D2YcVSPLeaw1g4ISIHUo6NgAoTE+97d0fA=', 'base64'));
INSERT INTO reply VALUES ('sitting-b', decode('FjZ6rLZ6SgF8jairlWgsyzkIY3gPcRTdoKDgxVZEx8Q=', 'base64'), '005e9b91c1f0f8ff8d051e9a6d262c4a', decode('PbkN6ADuOBWszahP', 'base64'), decode('ECGOTin/l8qWJI5dfpmWF6rORcn5i8c9HgRmfUeChaac5sKF6MjNYoyLRdkJ5ZnbKoeEZykq+djvvvYVb35EiM4YmKr7WGb+kHMLpjC8yI0dP0ng5ClwTehxHCSuRU3+YweiKnTrTjYx5bycG8vVB5qq1uhxOQ4kFBVbf32fLPjLKhvbjW2j1CROCrQN392LNLUjWhBAT1NaRBCR/gxws9PHC07QId8CT/GC+lOYaP0VvIwWg0suy5EjFZC5o9ecTle12U8ikX36qorgjOLxgxe94ljD0O1U9M/tU2qLisHcHW1mgr9PNTy0vUMCi9lFb+95/9YsxbEbiXNK9yy9KDLxVUS9A/ynWlsQcfi1U1uL0Ytu13elWYrpIBCq5pXV/6Vh0IW9lEvrAT63B5xVjtUbghFtYhiGUl0C83z/1+ioeXUvSkyoPZ/2Y7W2DqtoAO8=', 'base64'));
INSERT INTO reply VALUES ('sitting-b', decode('p5N7ZLjKpY8Dchu2us9ceMsjX+vg5wsbhM2ZVBRhoI4=', 'base64'), '005e9b91c1f0f8ff8d051e9a6d262c4a', decode('KnIp99a63Wvw6gJz', 'base64'), decode('f/7ObP1rhlwfWfiwfow2N7DJuCYPZR62voAqS7i9qZuXn94hd4He7QVaaAfeaaAOaGLjtzVokL+tJcKJXuL8zP7mlbfgpHRiRUoSLB9zCg8JkDPmf9s19mxIXP5Of9zOpMnJAzLsIteiL7BNIm7ELpRbV036PPi+7xmU6NSkpaDpSB4cnY3Zsq0oqtVqT0lLHpSjAxrCeqC4FbdCQoACagrUC7U+FF1q6adoQfqZjc7ynf2+u85lJyAVuBNJy6DbGlGCXlwOj6B4uFj9QFPFCuvVSs6Rtro/SsW53QBWNejjiyUgyrY3pedLjAU+JZA+BIBzw6LCI/u/PNu47Ml4OsFRxyNlJ5cZmfYaPlHbBeN36/Lv1mpLCHI9BaCB1JmQiWCObwyT+2KaUP4Zrvjw3V+2daHMu3rWMPv7FxoAJObFxlIEIvJ16dcWH47Yuxk=', 'base64'));
INSERT INTO link VALUES ('hash of a', 'consultation-a', 'invite', '2026-03-01T10:00:00.000Z');
INSERT INTO link VALUES ('hash of b', 'consultation-b', 'invite', '2026-03-01T10:00:00.000Z');
INSERT INTO bundle VALUES ('digest', 'words');
INSERT INTO spent VALUES (decode('FAaUKRUKvL8kTEwvssTEaknJPKlFcmPs2euxdt46WLs=', 'base64'), '2126-03-01T09:00:00.000Z');
INSERT INTO log VALUES ('clinic-1', 2, 4, 'candour/clinic-1/42d2d5e4f6bd8b0d
4
pPHE68QhCwp5co6Ed9xGFtQ5r3nEXOhphu1u/32EL8U=

— candour/clinic-1/42d2d5e4f6bd8b0d KhMvO+S1+/WOrVLPjxK5D4aRne5xVFYAlLVP2pemxnfPK2j1RPkLm5vjGkVjJfN37jF2h1BuiypOlNGVm8SoySGsPAk=
', '2026-03-01T09:00:01.000Z', 'candour/clinic-1/42d2d5e4f6bd8b0d
4
pPHE68QhCwp5co6Ed9xGFtQ5r3nEXOhphu1u/32EL8U=

— candour/clinic-1/42d2d5e4f6bd8b0d KhMvO+S1+/WOrVLPjxK5D4aRne5xVFYAlLVP2pemxnfPK2j1RPkLm5vjGkVjJfN37jF2h1BuiypOlNGVm8SoySGsPAk=
', NULL, '2026-03-01T09:00:01.000Z', NULL, NULL);
INSERT INTO log_entry VALUES ('clinic-1', 0, '0e1a6f9facce0f09e2a4036d8033e562');
INSERT INTO log_entry VALUES ('clinic-1', 1, '8a532fec78dd855795eaa4e00cad8c9a');
INSERT INTO log_entry VALUES ('clinic-1', 2, '4fee031d13b5b2e9c4bb72721316dc66');
INSERT INTO log_entry VALUES ('clinic-1', 3, 'e2c319cf01a7431b9da6c6de73d14c9f');
INSERT INTO log_node VALUES ('clinic-1', 0, 0, decode('b4ioTLogU5Ca5Jrl2mTnR2wRu8fNzM4b6PWPdtHyQZ4=', 'base64'));
INSERT INTO log_node VALUES ('clinic-1', 0, 1, decode('mEVQEe6G1JrR3uy08htVmiUARRSQ5xsTku7VAFYKaKo=', 'base64'));
INSERT INTO log_node VALUES ('clinic-1', 0, 2, decode('3w/SUw+Jyodvt6vHcOXrYcf2B7cFxpy7BmUYUIIBPVY=', 'base64'));
INSERT INTO log_node VALUES ('clinic-1', 0, 3, decode('RcI3Ko/Es+j7t7YnwFL799VSgb6E37Go2PZ1ogWc04o=', 'base64'));
INSERT INTO log_node VALUES ('clinic-1', 1, 0, decode('cYwXN2LA0DPxbhpjTR1ZOaEIkaZVAxeZlaxYcBH4X/4=', 'base64'));
INSERT INTO log_node VALUES ('clinic-1', 1, 1, decode('J+ASMEQdb0pzdQAudK1mz1Kliph3w4qQg0PE2aj2QNQ=', 'base64'));
INSERT INTO log_node VALUES ('clinic-1', 2, 0, decode('pPHE68QhCwp5co6Ed9xGFtQ5r3nEXOhphu1u/32EL8U=', 'base64'));
UPDATE clock SET ahead = 5000;
SELECT setval(pg_get_serial_sequence('record', 'position'), (SELECT max(position) FROM record));
GRANT USAGE ON SCHEMA public TO candour_serves;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO candour_serves;
GRANT INSERT ON consultation, erased, record, unsealed, sitting, ended, activity, reply, link,
  bundle, spent, log, log_entry, log_node TO candour_serves;
GRANT UPDATE ON consultation, sitting, activity, reply, link, clock, log TO candour_serves;
GRANT DELETE ON unsealed, sitting, activity, reply, link, spent TO candour_serves;
