/**
 * One turn: what `bot/ports.ts` says of `commit`, in one round trip. The row of the consultation is
 * locked until this one statement ends, never while somebody thinks; whoever waited for it then
 * sees what the other wrote. Refused, a turn is undone alone. A step that was released, and so never
 * changed: by-key.ts puts others in the place of some of these.
 */
export const COMMIT = `
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
`
