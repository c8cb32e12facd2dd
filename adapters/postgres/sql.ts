const next = (stream: string) =>
  `(SELECT coalesce(max(seq) + 1, 0) FROM record WHERE consultation = $1 AND stream = '${stream}')`

/** What is asked of the database, but for turns and the log: those are functions of its own. */
export const SQL = {
  records: 'SELECT * FROM record WHERE consultation = $1 ORDER BY stream, seq',
  heads: `SELECT ${next('open')} AS open, ${next('restricted')} AS restricted`,
  consultations: `SELECT id, person FROM consultation
    WHERE clinic = $1 AND person <> clinic AND id NOT IN (SELECT consultation FROM erased)`,
  firstRecord: `SELECT record.* FROM record JOIN consultation ON consultation.id = record.consultation
    WHERE person <> consultation.clinic AND consultation.id NOT IN (SELECT consultation FROM erased)
    ORDER BY position LIMIT 1`,
  due: 'SELECT id, person FROM claim_due($1, $2, $3)',
  erase: 'SELECT erase($1)',
  wasErased: 'SELECT FROM erased WHERE consultation = $1',

  reply: 'SELECT key, iv, body FROM reply WHERE sitting = $1 AND message = $2',
  sittingsById: 'SELECT * FROM sitting WHERE id = ANY ($1)',
  sittings: 'SELECT * FROM sitting WHERE consultation = $1',
  sittingsOf: 'SELECT * FROM sitting WHERE person = $1',
  sittingsOfAll: 'SELECT id FROM sitting WHERE consultation = ANY ($1)',
  idle: 'SELECT * FROM sitting WHERE last < $1 OR began < $2',
  activities: `SELECT n, key, iv, body FROM activity WHERE sitting = $1 AND n >=
    (SELECT coalesce(max(n), 0) FROM activity WHERE sitting = $1 AND n <= $2) ORDER BY n`,
  putSitting: 'SELECT put_sitting($1)',
  endSitting: 'SELECT end_sitting($1)',
  hasEnded: 'SELECT FROM ended WHERE sitting = $1',

  link: 'SELECT * FROM link WHERE hash = $1',
  redeem: 'DELETE FROM link WHERE hash = $1 AND expires > $2 RETURNING *',
  spend: 'INSERT INTO spent VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
  wasSpent: 'SELECT FROM spent WHERE hash = $1',
  forgetSpent: `DELETE FROM spent WHERE until < now() - interval '1 hour'`,

  keepBundle: 'INSERT INTO bundle VALUES ($1, $2) ON CONFLICT DO NOTHING',
  bundle: 'SELECT text FROM bundle WHERE digest = $1',
  offset: 'SELECT ahead FROM clock',
  moveClock: 'UPDATE clock SET ahead = greatest(ahead, $1)',
} as const
