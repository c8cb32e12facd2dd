/**
 * The same turn as in commit.ts, with everything looked up by its key and one row at a time. PostgreSQL
 * takes a list in a document for a hundred rows long, and for so many reads the whole table; what is
 * written in SQL alone it plans anew each time. Nothing is asked of a list that is empty.
 */
export const BY_KEY = `
CREATE OR REPLACE FUNCTION put_sitting(s jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE p CONSTANT sitting := jsonb_populate_record(NULL::sitting, s);
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p.id, 0));
  IF EXISTS (SELECT FROM ended WHERE sitting = p.id) THEN RETURN false; END IF;
  INSERT INTO sitting VALUES (p.*)
  ON CONFLICT (id) DO UPDATE SET consultation = excluded.consultation, person = excluded.person,
    channel = excluded.channel, private = excluded.private, began = excluded.began,
    last = excluded.last, activities = excluded.activities, door = excluded.door,
    tries = excluded.tries, assurance = excluded.assurance;
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION add_records(t jsonb, of_clinic text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  r jsonb;
  at_position bigint;
BEGIN
  FOR r IN SELECT * FROM jsonb_array_elements(t->'records') LOOP
    INSERT INTO record (consultation, stream, seq, record_id, leaf, key, iv, body)
    VALUES (t->>'consultation', r->>'stream', (r->>'seq')::integer, r->>'recordId', r->>'leaf',
      r->>'key', decode(r->>'iv', 'base64'), decode(r->>'body', 'base64'))
    RETURNING position INTO at_position;
    INSERT INTO unsealed VALUES (at_position, of_clinic, r->>'recordId');
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION write_sittings(t jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE e jsonb;
BEGIN
  FOR e IN SELECT * FROM jsonb_array_elements(t->'sittings') LOOP
    IF NOT put_sitting(e) THEN RETURN false; END IF;
  END LOOP;
  FOR e IN SELECT * FROM jsonb_array_elements(t->'activities') LOOP
    INSERT INTO activity VALUES (e->>'sitting', (e->>'n')::integer,
      e->>'key', decode(e->>'iv', 'base64'), decode(e->>'body', 'base64'));
  END LOOP;
  FOR e IN SELECT * FROM jsonb_array_elements(t->'replies') LOOP
    INSERT INTO reply VALUES (e->>'sitting', decode(e->>'message', 'base64'),
      e->>'key', decode(e->>'iv', 'base64'), decode(e->>'body', 'base64'));
  END LOOP;
  FOR e IN SELECT * FROM jsonb_array_elements(t->'links') LOOP
    INSERT INTO link VALUES (e->>'hash', e->>'consultation', e->>'purpose', e->>'expires');
  END LOOP;
  FOR e IN SELECT * FROM jsonb_array_elements(t->'ended') LOOP
    PERFORM end_sitting(e #>> '{}');
  END LOOP;
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION apply_turn(t jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  turn_of CONSTANT text := t->>'consultation';
  answers jsonb;
  kept consultation;
BEGIN
  SELECT * INTO kept FROM consultation WHERE id = turn_of FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    INSERT INTO consultation (id, clinic, person) VALUES (turn_of, t->>'clinic', t->>'person')
      ON CONFLICT (id) DO NOTHING;
    SELECT * INTO kept FROM consultation WHERE id = turn_of FOR NO KEY UPDATE;
  END IF;
  FOR answers IN SELECT * FROM jsonb_array_elements(t->'replies') LOOP
    IF EXISTS (SELECT FROM reply WHERE sitting = answers->>'sitting'
      AND message = decode(answers->>'message', 'base64')) THEN RETURN 'repeated'; END IF;
  END LOOP;
  IF EXISTS (SELECT FROM erased WHERE consultation = turn_of) THEN RETURN 'conflict'; END IF;
  IF (SELECT coalesce(max(seq) + 1, 0) FROM record WHERE consultation = turn_of AND stream = 'open')
      <> (t->'expect'->>'open')::integer
    OR (SELECT coalesce(max(seq) + 1, 0) FROM record
      WHERE consultation = turn_of AND stream = 'restricted')
      <> (t->'expect'->>'restricted')::integer
  THEN RETURN 'conflict'; END IF;
  IF kept.person <> t->>'person' OR t ? 'due' AND (kept.due IS DISTINCT FROM t->>'due'
    OR kept.claimed_by IS NOT NULL)
  THEN
    UPDATE consultation SET person = t->>'person', claimed_by = NULL, claimed_until = NULL,
      due = CASE WHEN t ? 'due' THEN t->>'due' ELSE due END WHERE id = turn_of;
  END IF;
  PERFORM add_records(t, kept.clinic);
  RETURN CASE WHEN write_sittings(t) THEN 'committed' ELSE 'conflict' END;
END $$;
`
