import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { CandourError } from '../../bot/errors.ts'

const id = z.string().min(1).max(500)

/** Where somebody's own chat with Candour is, and which tasks they were told of: ids, no names. */
const contact = z.strictObject({
  /** Their account, Teams' name for it, the bot's, and the chat. */
  ...{ object: id, user: id, bot: id, conversation: id, serviceUrl: z.url().max(500) },
  told: z.array(id),
})
const all = z.record(z.string(), contact)

/** By their id at the clinic. */
export type Known = Readonly<Record<string, Contact>>

export type Contact = z.infer<typeof contact>

/** Who has talked to the bot before, by their id at the clinic. Outlives the process. */
export interface Contacts {
  /** As this process saw it last: another may have changed it since. */
  last(person: string): Contact | undefined
  people(): Promise<readonly string[]>
  /**
   * Durable when it resolves. `how` sees what is there now, and may be asked again; nothing stands
   * for forgetting them, the same for leaving it. Answers whether anything was changed.
   */
  change(person: string, how: (now: Contact | undefined) => Contact | undefined): Promise<boolean>
}

/** In a file of its own, which is replaced as a whole: for one process. */
export function createContacts(path: string): Contacts {
  const known = new Map(Object.entries(read(path)))
  return {
    last: (person) => known.get(person),
    people: async () => [...known.keys()],
    change: async (person, how) => {
      const now = known.get(person)
      const next = how(now)
      if (next === now) return false
      if (next) known.set(person, next)
      else known.delete(person)
      replace(path, JSON.stringify(Object.fromEntries(known)))
      return true
    },
  }
}

function read(path: string): Known {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return {}
    throw error
  }
  return contactsIn(text, path)
}

export function contactsIn(text: string, where: string): Known {
  try {
    return all.parse(JSON.parse(text))
  } catch (cause) {
    throw new CandourError('config/refused', { [where]: 'is no list of Teams contacts' }, { cause })
  }
}

/** Whole or not at all, also when the power fails in between. */
function replace(path: string, text: string): void {
  const next = `${path}.next`
  const file = openSync(next, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(next, path)
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
