import { connectToRead, connectToWrite } from './connection.ts'
import { KNOWN } from './migrate.ts'

/** One of the texts that never change, of a file that no server has open. */
export function keptIn(path: string, digest: string): string | undefined {
  const db = connectToRead(path, KNOWN)
  try {
    return db.prepare('SELECT text FROM bundle WHERE digest = ?').get(digest)?.text as
      string | undefined
  } finally {
    db.close()
  }
}

/** Durable when it returns. Only while `lockFile` holds the file. */
export function keepIn(path: string, digest: string, text: string): void {
  const db = connectToWrite(path)
  try {
    db.prepare('INSERT INTO bundle VALUES (?, ?)').run(digest, text)
  } finally {
    db.close()
  }
}
