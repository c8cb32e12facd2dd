/**
 * Plain turns of different consultations, in a statement for each table instead of ten for each turn.
 * True: all of them were written. False: none was, and each is to be taken by itself, which says
 * what was the matter with which. See `isPlain` in turn.ts for what such a turn may hold.
 *
 * PostgreSQL takes a list in a document for a hundred rows long, and would read a whole table for
 * it: it may not, here.
 */
export const TOGETHER = `
CREATE FUNCTION take_together(turns jsonb, strict boolean) RETURNS boolean LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE there bigint;
BEGIN
  IF strict AND current_setting('synchronous_standby_names') = '' THEN
    RAISE SQLSTATE 'CD002' USING MESSAGE = 'no standby has to confirm what is written';
  END IF;
  PERFORM FROM consultation
    WHERE id IN (SELECT t->>'id' FROM jsonb_array_elements(turns->'turns') t)
    ORDER BY id FOR NO KEY UPDATE;
  GET DIAGNOSTICS there = ROW_COUNT;
  IF there <> jsonb_array_length(turns->'turns') THEN RETURN false; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(s->>'id', 0))
    FROM jsonb_array_elements(turns->'sittings') s;
  IF EXISTS (
    SELECT FROM jsonb_to_recordset(turns->'turns') AS t (id text, open integer, restricted integer)
    WHERE EXISTS (SELECT FROM erased WHERE consultation = t.id)
      OR (SELECT coalesce(max(seq) + 1, 0) FROM record
        WHERE consultation = t.id AND stream = 'open') <> t.open
      OR (SELECT coalesce(max(seq) + 1, 0) FROM record
        WHERE consultation = t.id AND stream = 'restricted') <> t.restricted
  ) OR EXISTS (
    SELECT FROM jsonb_array_elements(turns->'sittings') s
    WHERE EXISTS (SELECT FROM ended WHERE sitting = s->>'id')
  ) OR EXISTS (
    SELECT FROM jsonb_to_recordset(turns->'replies') AS k (sitting text, message text)
    WHERE EXISTS (SELECT FROM reply
      WHERE reply.sitting = k.sitting AND reply.message = decode(k.message, 'base64'))
  ) THEN RETURN false; END IF;

  UPDATE consultation AS c SET person = t.person, claimed_by = NULL, claimed_until = NULL,
    due = CASE WHEN t.sets_due THEN t.due ELSE c.due END
  FROM jsonb_to_recordset(turns->'turns') AS t (id text, person text, sets_due boolean, due text)
  WHERE c.id = t.id AND (c.person <> t.person OR t.sets_due AND (c.due IS DISTINCT FROM t.due
    OR c.claimed_by IS NOT NULL));
  WITH new AS (
    INSERT INTO record (consultation, stream, seq, record_id, leaf, key, iv, body)
    SELECT r.consultation, r.stream, r.seq, r."recordId", r.leaf,
      r.key, decode(r.iv, 'base64'), decode(r.body, 'base64')
    FROM ROWS FROM (jsonb_to_recordset(turns->'records') AS (consultation text, stream text,
      seq integer, "recordId" text, leaf text, key text, iv text, body text))
      WITH ORDINALITY AS r (consultation, stream, seq, "recordId", leaf, key, iv, body, n)
    ORDER BY r.n
    RETURNING position, consultation, record_id
  )
  INSERT INTO unsealed
    SELECT position, (SELECT clinic FROM consultation c WHERE c.id = new.consultation), record_id
    FROM new;
  INSERT INTO sitting
    SELECT s.* FROM jsonb_array_elements(turns->'sittings') e,
      jsonb_populate_record(NULL::sitting, e) s
  ON CONFLICT (id) DO UPDATE SET consultation = excluded.consultation, person = excluded.person,
    channel = excluded.channel, private = excluded.private, began = excluded.began,
    last = excluded.last, activities = excluded.activities, door = excluded.door,
    tries = excluded.tries, assurance = excluded.assurance;
  INSERT INTO activity
    SELECT a.sitting, a.n, a.key, decode(a.iv, 'base64'), decode(a.body, 'base64')
    FROM jsonb_to_recordset(turns->'activities')
      AS a (sitting text, n integer, key text, iv text, body text);
  INSERT INTO reply
    SELECT k.sitting, decode(k.message, 'base64'), k.key, decode(k.iv, 'base64'),
      decode(k.body, 'base64')
    FROM jsonb_to_recordset(turns->'replies')
      AS k (sitting text, message text, key text, iv text, body text);
  RETURN true;
EXCEPTION
  WHEN unique_violation OR foreign_key_violation OR cardinality_violation THEN RETURN false;
END $$;
`
