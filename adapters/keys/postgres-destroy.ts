import { holdConsultation, type KeyDatabase, type KeyQuery } from './postgres-database.ts'

/**
 * Deletes the keys, then has PostgreSQL write the tables anew without them. What it wrote before is
 * still in its log, in wrapped form, until that is recycled: see docs/running.md. False while
 * somebody else is in the way.
 */
export async function destroyInPostgres(
  db: KeyDatabase,
  consultations: readonly string[],
): Promise<boolean> {
  await db.within(async (query) => {
    for (const one of consultations.toSorted()) await drop(query, one)
  })
  try {
    await db.query('VACUUM (FULL) stream_key')
    await db.query('VACUUM (FULL) person_key')
    return true
  } catch {
    return false
  }
}

async function drop(query: KeyQuery, consultation: string): Promise<void> {
  await holdConsultation(query, consultation)
  const under = await query(
    'SELECT id FROM person_key WHERE id IN (SELECT under FROM stream_key WHERE consultation = $1) FOR UPDATE',
    [consultation],
  )
  await query('DELETE FROM stream_key WHERE consultation = $1', [consultation])
  // Two persons found to be one have both their keys; neither is left when nothing is under it.
  await query(
    `DELETE FROM person_key WHERE id = ANY ($1)
       AND NOT EXISTS (SELECT FROM stream_key WHERE under = person_key.id)`,
    [under.map(({ id }) => id)],
  )
  await query('INSERT INTO destroyed VALUES ($1) ON CONFLICT DO NOTHING', [consultation])
}
