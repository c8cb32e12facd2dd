import type { Place } from '../../bot/ports.ts'
import { failed, type Query } from './database.ts'

/**
 * Keeps one text in a table `place`, in another database than what the text is about: one that is
 * put back does not bring the other along. One statement changes it, or finds it changed.
 */
export function createPostgresPlace(query: Query, name: string): Place {
  const asked = async (sql: string, values: readonly unknown[]) => {
    try {
      return await query(sql, values)
    } catch (error) {
      throw failed(error, { what: 'the second place' })
    }
  }
  return {
    read: async () => {
      const [row] = await asked('SELECT text FROM place WHERE name = $1', [name])
      return row?.['text'] as string | undefined
    },
    swap: async (expected, next) => {
      const rows =
        expected === undefined
          ? await asked('INSERT INTO place VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1', [
              ...[name, next],
            ])
          : await asked('UPDATE place SET text = $2 WHERE name = $1 AND text = $3 RETURNING 1', [
              ...[name, next, expected],
            ])
      return rows.length === 1
    },
  }
}
