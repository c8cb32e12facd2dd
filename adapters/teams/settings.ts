import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { CandourError } from '../../bot/errors.ts'

const guid = z.guid('is not an id of the form 00000000-0000-0000-0000-000000000000').toLowerCase()

/**
 * Only these two: whatever else the Bot Framework is given, a misspelt type included, turns its
 * authentication off.
 */
const shape = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('SingleTenant'),
    appId: guid,
    tenant: guid,
    passwordFile: z.string().min(1),
  }),
  z.strictObject({ type: z.literal('UserAssignedMSI'), appId: guid, tenant: guid }),
])

/** The registration of the bot. It is the bot's alone: never use it for staff sign-in as well. */
export type TeamsSettings = z.infer<typeof shape>

/** Reads the settings, or throws `config/refused` naming every fault. */
export function readTeams(given: unknown): TeamsSettings {
  const read = shape.safeParse(given)
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path, message }) => [
    ['teams', ...path].join('.'),
    message,
  ])
  throw new CandourError('config/refused', Object.fromEntries(faults) as Record<string, string>)
}

/** The secret of the registration, from a file that nobody but the server's user may read. */
export function readPassword(file: string): string {
  const refused = (why: string) => new CandourError('config/refused', { 'teams.passwordFile': why })
  let opened: number
  try {
    opened = openSync(file, 'r')
  } catch {
    throw refused('cannot be read')
  }
  try {
    const { mode } = fstatSync(opened)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw refused('others may read it')
    const password = readFileSync(opened, 'utf8').trim()
    if (password === '') throw refused('is empty')
    return password
  } finally {
    closeSync(opened)
  }
}
