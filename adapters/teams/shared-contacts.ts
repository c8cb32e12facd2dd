import { CandourError } from '../../bot/errors.ts'
import type { Place } from '../../bot/ports.ts'
import { type Contact, type Contacts, contactsIn, type Known } from './contacts.ts'

/** Where several change it at once, somebody always gets through: so often is no accident. */
const TRIES = 50

/**
 * In a place that several instances share. Whoever changes it first is told so and the others look
 * again, so that of all who find a task new, one tells of it.
 */
export function createSharedContacts(place: Place): Contacts {
  let known: Known = {}

  async function readNow(): Promise<string | undefined> {
    const text = await place.read()
    known = text === undefined ? {} : contactsIn(text, 'the contacts that instances share')
    return text
  }

  async function change(
    person: string,
    how: (now: Contact | undefined) => Contact | undefined,
  ): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const text = await readNow()
      const now = known[person]
      const next = how(now)
      if (next === now) return false
      const { [person]: _, ...others } = known
      const all = next ? { ...others, [person]: next } : others
      if (await place.swap(text, JSON.stringify(all))) {
        known = all
        return true
      }
    }
    throw new CandourError('store/conflict', { tries: TRIES, what: 'teams contacts' })
  }

  return {
    last: (person) => known[person],
    people: async () => {
      await readNow()
      return Object.keys(known)
    },
    change,
  }
}
