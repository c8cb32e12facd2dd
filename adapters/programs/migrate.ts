/**
 * `npm run migrate` brings the tables of the evidence in PostgreSQL up to date, as the role that
 * owns them: CANDOUR_POSTGRES_OWNER. The role of CANDOUR_POSTGRES, which serves, gets what it needs
 * and no more. The tables of the keys belong to the role that serves them: a start sees to those.
 */
import { type Environment, readSettings } from '../config/env.ts'
import { print } from './print.ts'

type Print = (line: string) => void

/** The whole program: prints what was done, answers the exit code. */
export async function migrateEvidence(env: Environment, print: Print): Promise<number> {
  try {
    const { postgres } = readSettings(env)
    const owner = env['CANDOUR_POSTGRES_OWNER']
    if (!postgres || !owner)
      throw new Error('Set CANDOUR_POSTGRES, CANDOUR_POSTGRES_KEYS and CANDOUR_POSTGRES_OWNER.')
    const { openDatabase } = await import('../postgres/database.ts')
    const { migrate } = await import('../postgres/migrate.ts')
    const { reaching } = await import('../postgres/reached.ts')
    const { EVIDENCE } = await import('../postgres/schema.ts')
    const db = openDatabase({ url: owner, connections: 1 })
    try {
      const role = new URL(postgres.url).username
      const taken = await reaching(owner, () => migrate(db, EVIDENCE, role))
      const version = EVIDENCE.steps.length
      print(
        taken === 0
          ? `The tables are at version ${version} already.`
          : `The tables are at version ${version} now: ${taken} ${taken === 1 ? 'step' : 'steps'}.`,
      )
      return 0
    } finally {
      await db.close()
    }
  } catch (error) {
    print(reasonOf(error))
    return 1
  }
}

/** With what the database itself said. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}

if (import.meta.main) {
  process.exitCode = await migrateEvidence(process.env, print)
}
