import { openToRead, openToWrite } from './database.ts'

/** In an order in which what is referred to comes first. */
export const KEY_TABLE_NAMES = [
  ...['canary', 'person_key', 'stream_key', 'signing_key', 'backup', 'destroyed'],
]

type Rows = readonly Readonly<Record<string, unknown>>[]

/** Every key as it is wrapped, for whoever moves them: they open with the same KEK there. */
export function keyContentsOf(path: string): readonly { name: string; rows: Rows }[] {
  // What an earlier version wrote is brought up to date first.
  openToWrite(path).close()
  const db = openToRead(path)
  try {
    return KEY_TABLE_NAMES.map((name) => ({
      ...{ name, rows: db.prepare(`SELECT * FROM ${name}`).all() },
    }))
  } finally {
    db.close()
  }
}
