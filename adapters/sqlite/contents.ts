import { connectToRead } from './connection.ts'

/** In an order in which what is referred to comes first. */
const TABLES = [
  ...['consultation', 'erased', 'record', 'log', 'log_entry', 'log_node'],
  ...['sitting', 'ended', 'activity', 'reply', 'link', 'bundle', 'clock'],
]

/** Sittings, consultations and records by their ids, whatever numbers they have in this file. */
const ROWS: Readonly<Record<string, string>> = {
  record: `SELECT position, id AS consultation, stream, seq, record_id, leaf, key, iv, body
    FROM record JOIN consultation ON number = consultation ORDER BY position`,
  log_entry: 'SELECT clinic, n, record_id FROM log_entry JOIN record ON position = record',
  activity: 'SELECT id AS sitting, n, key, iv, body FROM activity JOIN sitting ON number = sitting',
  reply: 'SELECT id AS sitting, message, key, iv, body FROM reply JOIN sitting ON number = sitting',
}

export interface Table {
  readonly name: string
  readonly rows: Iterable<Readonly<Record<string, unknown>>>
}

/** Everything that is kept, as it is: for whoever moves it. Nobody may write meanwhile. */
export function contentsOf(path: string): { tables(): Iterable<Table>; close(): void } {
  const db = connectToRead(path)
  return {
    *tables() {
      for (const name of TABLES)
        yield { name, rows: db.prepare(ROWS[name] ?? `SELECT * FROM ${name}`).iterate() }
    },
    close: () => db.close(),
  }
}
