import type { DatabaseSync, StatementSync } from 'node:sqlite'

const SQL = {
  addConsultation: 'INSERT INTO consultation (id, clinic, person) VALUES (?, ?, ?)',
  setPerson: 'UPDATE consultation SET person = ? WHERE number = ?',
  setDue: 'UPDATE consultation SET due = ? WHERE number = ?',
  forgetDue: 'UPDATE consultation SET due = NULL WHERE id = ? AND due IS NOT NULL',
  consultations: `SELECT id, person FROM consultation
    WHERE clinic = ? AND person <> clinic AND id NOT IN (SELECT consultation FROM erased)`,
  firstRecord: `SELECT record.* FROM record JOIN consultation ON number = consultation
    WHERE person <> clinic AND id NOT IN (SELECT consultation FROM erased)
    ORDER BY position LIMIT 1`,
  markErased: 'INSERT INTO erased VALUES (?) ON CONFLICT DO NOTHING',
  wasErased: 'SELECT 1 FROM erased WHERE consultation = ?',
  dropLinks: 'DELETE FROM link WHERE consultation = ?',
  due: 'SELECT id, person FROM consultation WHERE due <= ? ORDER BY due LIMIT ?',

  head: `SELECT coalesce(max(seq) + 1, 0) AS next FROM record
    WHERE consultation = (SELECT number FROM consultation WHERE id = ?) AND stream = ?`,
  before: `SELECT c.number, c.person, c.due, s.number AS sitting,
    (SELECT coalesce(max(seq) + 1, 0) FROM record
      WHERE consultation = c.number AND stream = 'open') AS open,
    (SELECT coalesce(max(seq) + 1, 0) FROM record
      WHERE consultation = c.number AND stream = 'restricted') AS restricted,
    EXISTS (SELECT 1 FROM erased WHERE consultation = ?1) AS erased,
    EXISTS (SELECT 1 FROM reply WHERE sitting = s.number AND message = ?3) AS repeated
    FROM (SELECT 1) LEFT JOIN consultation AS c ON c.id = ?1 LEFT JOIN sitting AS s ON s.id = ?2`,
  addRecord: `INSERT INTO record (consultation, stream, seq, record_id, leaf, key, iv, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  records: `SELECT * FROM record
    WHERE consultation = (SELECT number FROM consultation WHERE id = ?) ORDER BY stream, seq`,

  hasEnded: 'SELECT 1 FROM ended WHERE sitting = ?',
  // What an index is over is not touched: SQLite would take each entry out and put it back.
  moveSitting: `UPDATE sitting SET channel = ?4, private = ?5, began = ?6, last = ?7,
    activities = ?8, door = ?9, tries = ?10, assurance = ?11
    WHERE id = ?1 AND consultation = ?2 AND person = ?3`,
  putSitting: `INSERT INTO sitting VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET consultation = excluded.consultation, person = excluded.person,
      channel = excluded.channel, private = excluded.private, began = excluded.began,
      last = excluded.last, activities = excluded.activities, door = excluded.door,
      tries = excluded.tries, assurance = excluded.assurance`,
  sitting: 'SELECT * FROM sitting WHERE id = ?',
  sittings: 'SELECT * FROM sitting WHERE consultation = ?',
  sittingsOf: 'SELECT * FROM sitting WHERE person = ?',
  idle: 'SELECT * FROM sitting WHERE last < ? OR began < ?',
  dropSitting: 'DELETE FROM sitting WHERE id = ?',
  markEnded: 'INSERT INTO ended VALUES (?) ON CONFLICT DO NOTHING',

  sittingNumber: 'SELECT number FROM sitting WHERE id = ?',
  hasActivity: 'SELECT 1 FROM activity WHERE sitting = ? AND n = ?',
  addActivity: 'INSERT INTO activity (sitting, n, key, iv, body) VALUES (?, ?, ?, ?, ?)',
  activities: `SELECT n, key, iv, body FROM sitting JOIN activity ON sitting = number
    WHERE id = :id AND n >= (
      SELECT coalesce(max(n), 0) FROM activity WHERE sitting = number AND n <= :from
    ) ORDER BY n`,
  addReply: 'INSERT INTO reply (sitting, message, key, iv, body) VALUES (?, ?, ?, ?, ?)',
  reply: `SELECT key, iv, body FROM reply
    WHERE sitting = (SELECT number FROM sitting WHERE id = ?) AND message = ?`,

  addLink: 'INSERT INTO link (hash, consultation, purpose, expires) VALUES (?, ?, ?, ?)',
  link: 'SELECT * FROM link WHERE hash = ?',
  redeem: 'DELETE FROM link WHERE hash = ? AND expires > ? RETURNING *',

  keepBundle: 'INSERT INTO bundle VALUES (?, ?) ON CONFLICT DO NOTHING',
  bundle: 'SELECT text FROM bundle WHERE digest = ?',

  offset: 'SELECT ahead FROM clock',
  moveClock: 'UPDATE clock SET ahead = max(ahead, ?)',
} as const

export type Statements = Readonly<Record<keyof typeof SQL, StatementSync>>

export function prepare(db: DatabaseSync): Statements {
  const prepared = Object.entries(SQL).map(([name, sql]) => [name, db.prepare(sql)])
  return Object.fromEntries(prepared) as Statements
}
