/** Every write of the log names the lease that it is made under: who has lost it writes nothing. */
export const LOG = `
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
`
