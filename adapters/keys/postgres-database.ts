export type KeyRow = Readonly<Record<string, unknown>>
export type KeyQuery = (sql: string, values?: readonly unknown[]) => Promise<readonly KeyRow[]>

/** An open database of keys: another one than that of the evidence, with a role of its own. */
export interface KeyDatabase {
  readonly query: KeyQuery
  /** In a transaction: all of it, or none. */
  within<T>(work: (query: KeyQuery) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Until the transaction ends, nobody else makes or destroys keys of that consultation. */
export async function holdConsultation(query: KeyQuery, consultation: string): Promise<void> {
  await query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [consultation])
}
