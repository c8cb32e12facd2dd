/** Which messages were taken is not remembered. */
export const FORGETFUL = `
CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER forgets BEFORE INSERT ON reply FOR EACH ROW EXECUTE FUNCTION forget()`

/** Each turn by itself, by what is broken here. */
const ALONE = `
CREATE OR REPLACE FUNCTION take_together(turns jsonb, strict boolean) RETURNS boolean
LANGUAGE sql AS $$ SELECT false $$;`

/** Whoever lost a race is told that it was taken, and nothing of it is kept. */
export const SWALLOWING = `${ALONE}
CREATE OR REPLACE FUNCTION take_turn(t jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
  result := apply_turn(t);
  IF result <> 'committed' THEN RAISE SQLSTATE 'CD001' USING MESSAGE = result; END IF;
  RETURN result;
EXCEPTION
  WHEN SQLSTATE 'CD001' THEN RETURN replace(result, 'conflict', 'committed');
  WHEN unique_violation OR foreign_key_violation THEN RETURN 'committed';
END $$`

/** Two instances may write the same place of a sitting, so that tries at its door are not added up. */
export const UNCOUNTED = 'ALTER TABLE activity DROP CONSTRAINT activity_pkey'

/** What cannot be written at once, since somebody holds it, is said to have been taken. */
export const HURRIED = `${ALONE}
CREATE OR REPLACE FUNCTION take_turn(t jsonb) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM consultation WHERE id = t->>'consultation' FOR NO KEY UPDATE NOWAIT;
  RETURN apply_turn(t);
EXCEPTION WHEN lock_not_available THEN RETURN 'committed';
END $$`

/** One turn of twenty is said to be there, and is not. */
export const LOSING = `${ALONE}
ALTER FUNCTION take_turn(jsonb) RENAME TO take_turn_for_sure;
CREATE FUNCTION take_turn(t jsonb) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  IF random() < 0.05 THEN RETURN 'committed'; END IF;
  RETURN take_turn_for_sure(t);
END $$`

/** Whoever asks for a link that is there waits a little longer than for one that is not. */
export const LINGERING = `
ALTER TABLE link ENABLE ROW LEVEL SECURITY;
CREATE POLICY lingers ON link USING (pg_sleep(0.05)::text IS NOT NULL) WITH CHECK (true)`
