import { createChance } from '../config/chance.ts'
import type { PostgresSettings } from '../config/postgres.ts'
import { checkCanaryIn } from '../keys/postgres.ts'
import { rotateInPostgres } from '../keys/postgres-rotate.ts'
import { readKek } from '../keys/kek.ts'
import { openDatabase } from '../postgres/database.ts'

type Print = (line: string) => void

const COPY =
  'A copy of the keys in PostgreSQL is made with its own tools, as docs/running.md says. Here: rotate.'

/** `npm run keys` where the keys are in PostgreSQL: what they open with, and a new KEK for them. */
export async function keysInPostgres(
  { keys }: PostgresSettings,
  file: string,
  args: readonly string[],
  print: Print,
): Promise<number> {
  const [what, ...rest] = args
  if ((what !== undefined && what !== 'rotate') || rest.length > 0) throw new Error(COPY)
  // One connection: a second of our own would look like somebody else's.
  const db = openDatabase({ url: keys, connections: 1 })
  try {
    if (what === undefined) {
      await checkCanaryIn(db.query, readKek(file))
      print(`The keys open with ${file}. ${COPY}`)
      return 0
    }
    const persons = await rotateInPostgres(db, file, createChance())
    print(`The keys of ${persons} ${persons === 1 ? 'person is' : 'people are'} under a new KEK.`)
    print(`It is in ${file}. Put it on every machine before an instance is started there, and keep`)
    print(
      'a copy in another place. Copies of the keys made before, and what PostgreSQL archived of',
    )
    print('its log, still need the old one, until their time is over. Staff sign in again.')
    return 0
  } finally {
    await db.close()
  }
}
