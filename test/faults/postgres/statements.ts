import pg from 'pg'
import { type Environment, readSettings } from '../../../adapters/config/env.ts'
import type { Step, Where } from '../kit/house.ts'

/** Where these settings say that a clinic is. */
export function whereOf(env: Environment): Where {
  const { data, kekFile, postgres } = readSettings(env)
  if (!postgres) throw new Error('there is no PostgreSQL')
  return { data, kekFile, postgres }
}

type Ask = (this: pg.Client, ...given: readonly unknown[]) => Promise<unknown>

/** From now on each statement that this process sends is a step before it goes, and when it is answered. */
export function atStatements(step: Step): void {
  const client = pg.Client.prototype as unknown as { query: Ask }
  const { query } = client
  client.query = async function (...given) {
    const [asked] = given
    const text = typeof asked === 'string' ? asked : (asked as { readonly text: string }).text
    // Nothing waits for what wakes the others, so it comes at another place each time.
    if (text.includes('pg_notify(')) return query.apply(this, [...given])
    await step(text)
    const answer = await query.apply(this, [...given])
    await step(`${text} done`)
    return answer
  }
}
