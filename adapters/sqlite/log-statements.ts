import type { DatabaseSync, StatementSync } from 'node:sqlite'

const SQL = {
  take: `INSERT INTO log (clinic, lease) VALUES (?, 1)
    ON CONFLICT (clinic) DO UPDATE SET lease = lease + 1 RETURNING lease`,
  log: 'SELECT * FROM log WHERE clinic = ?',
  // In this order: SQLite would begin with all consultations of the clinic, and look into each.
  waiting: `SELECT r.record_id, r.leaf FROM record AS r
    CROSS JOIN consultation AS c ON c.number = r.consultation
    WHERE r.position > (SELECT coalesce(max(position), 0) FROM log WHERE clinic = :clinic)
      AND c.clinic = :clinic
    ORDER BY r.position LIMIT :most`,
  // All in one statement each: five hundred by themselves cost the thread as much as what they are of.
  waitingAmong: `SELECT count(*) AS records FROM json_each(?) JOIN record ON record_id = value
    WHERE NOT EXISTS (SELECT 1 FROM log_entry WHERE record = position)`,
  addEntries: `INSERT INTO log_entry (clinic, n, record)
    SELECT ?1, ?2 + json_each.key, position FROM json_each(?3) JOIN record ON record_id = value`,
  addNodes: `INSERT INTO log_node (clinic, level, n, hash)
    SELECT ?1, value ->> 0, value ->> 1, substr(?3, 1 + 32 * key, 32) FROM json_each(?2)`,
  sign: `UPDATE log SET size = :size, signed = :signed, at = :at,
    position = coalesce((SELECT position FROM record WHERE record_id = :last), position)
    WHERE clinic = :clinic`,
  publish: `UPDATE log SET published = ?, witnessed = coalesce(?, witnessed) WHERE clinic = ?`,
  scrub: 'UPDATE log SET scrubbed = ? WHERE clinic = ?',
  node: 'SELECT hash FROM log_node WHERE clinic = ? AND level = ? AND n = ?',
  leaves: `SELECT r.leaf FROM log_entry AS e JOIN record AS r ON r.position = e.record
    WHERE e.clinic = ? AND e.n >= ? AND e.n < ? ORDER BY e.n`,
  entry: `SELECT e.n, r.leaf FROM log_entry AS e JOIN record AS r ON r.position = e.record
    WHERE r.record_id = ? AND e.clinic = ?`,
} as const

export type LogStatements = Readonly<Record<keyof typeof SQL, StatementSync>>

export function prepareLog(db: DatabaseSync): LogStatements {
  const prepared = Object.entries(SQL).map(([name, sql]) => [name, db.prepare(sql)])
  return Object.fromEntries(prepared) as LogStatements
}
