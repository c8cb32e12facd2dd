import { join } from 'node:path'
import type { Place } from '../../bot/ports.ts'
import { createFilePlace } from '../place/file.ts'
import { type Contacts, createContacts } from '../teams/contacts.ts'
import { createSharedContacts } from '../teams/shared-contacts.ts'

/** Makes a place beside the keys, where several instances share them. */
export type Beside = (name: string) => Place

/** Whom Teams can tell: beside the keys, or in the data folder of the one process there is. */
export function placedContacts(data: string, clinic: string, beside?: Beside): Contacts {
  return beside
    ? createSharedContacts(beside(`${clinic}-teams`))
    : createContacts(join(data, 'teams.json'))
}

/** Of mails. Whoever else writes mails from the same store must see what was tried. */
export function placedLedger(data: string, clinic: string, beside?: Beside): Place {
  return beside ? beside(`${clinic}-mail`) : createFilePlace(join(data, 'mail'))
}
