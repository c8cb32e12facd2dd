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

export type Contact = z.infer<typeof contact>

/** Who has talked to the bot before, by their id at the clinic. Outlives the process. */
export interface Contacts {
  get(person: string): Contact | undefined
  people(): readonly string[]
  /** On disk when it returns. */
  put(person: string, contact: Contact): void
  forget(person: string): void
}

/** In a file of its own, which is replaced as a whole. */
export function createContacts(path: string): Contacts {
  const known = new Map(Object.entries(read(path)))
  const keep = () => replace(path, JSON.stringify(Object.fromEntries(known)))
  return {
    get: (person) => known.get(person),
    people: () => [...known.keys()],
    put(person, one) {
      known.set(person, one)
      keep()
    },
    forget(person) {
      if (known.delete(person)) keep()
    },
  }
}

function read(path: string): z.infer<typeof all> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return {}
    throw error
  }
  try {
    return all.parse(JSON.parse(text))
  } catch (cause) {
    throw new CandourError('config/refused', { [path]: 'is no list of Teams contacts' }, { cause })
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
