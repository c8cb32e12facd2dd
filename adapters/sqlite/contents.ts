import { connectToRead } from './connection.ts'

/** In an order in which what is referred to comes first. */
const TABLES = [
  ...['consultation', 'erased', 'record', 'log', 'log_entry', 'log_node'],
  ...['sitting', 'ended', 'activity', 'reply', 'link', 'bundle', 'clock'],
]

export interface Table {
  readonly name: string
  readonly rows: Iterable<Readonly<Record<string, unknown>>>
}

/** Everything that is kept, as it is: for whoever moves it. Nobody may write meanwhile. */
export function contentsOf(path: string): { tables(): Iterable<Table>; close(): void } {
  const db = connectToRead(path)
  const order = (name: string) => (name === 'record' ? ' ORDER BY position' : '')
  return {
    *tables() {
      for (const name of TABLES) {
        yield { name, rows: db.prepare(`SELECT * FROM ${name}${order(name)}`).iterate() }
      }
    },
    close: () => db.close(),
  }
}
