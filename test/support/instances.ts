import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EVIDENCE } from '../../adapters/postgres/schema.ts'
import { newFolder } from '../adapters/folder.ts'
import type { Cluster } from './postgres.ts'

export const KEYS_ROLE = 'candour_keeps_keys'

/** The settings of a Candour whose two databases are new and empty, for as many as share them. */
export async function sharedSettings(of: Cluster): Promise<Record<string, string>> {
  await of.admin(
    `DO $$ BEGIN CREATE ROLE ${KEYS_ROLE} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
  )
  const evidence = await of.database(EVIDENCE)
  const keys = await of.database()
  await of.admin(`ALTER DATABASE ${keys.name} OWNER TO ${KEYS_ROLE}`)
  const kek = join(newFolder(), 'kek')
  writeFileSync(kek, randomBytes(32), { mode: 0o400 })
  return {
    CANDOUR_POSTGRES: evidence.url,
    CANDOUR_POSTGRES_KEYS: of.url(KEYS_ROLE, keys.name),
    CANDOUR_KEK_FILE: kek,
  }
}
