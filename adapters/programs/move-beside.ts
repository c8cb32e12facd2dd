import { CandourError } from '../../bot/errors.ts'
import type { Place } from '../../bot/ports.ts'
import type { Contacts } from '../teams/contacts.ts'
import { erasuresPlace, type LogSettings, secondPlace } from './open-log.ts'
import { type Beside, placedContacts, placedLedger } from './placed.ts'

/**
 * What a folder has beside its databases: the second place of the log, unless that is a folder of
 * its own, what mails were tried, and whom Teams can tell. `goneOn`: a server has written there
 * since, and what it wrote is newer. Throws `store/holds-other` where something else is there.
 */
export async function moveBeside(
  settings: LogSettings,
  clinic: string,
  beside: Beside,
  goneOn: boolean,
): Promise<void> {
  const places = (where?: Beside): Record<string, Place> => ({
    'the second place': secondPlace(settings, clinic, where),
    'what was erased': erasuresPlace(settings, clinic, where),
    'the mails that were tried': placedLedger(settings.data, clinic, where),
  })
  const to = places(beside)
  for (const [what, from] of Object.entries(places()))
    await movePlace(what, await from.read(), to[what] as Place, goneOn)
  const { data } = settings
  await moveContacts(placedContacts(data, clinic), placedContacts(data, clinic, beside))
}

/** Puts a text into a place that has none. */
export async function movePlace(
  what: string,
  text: string | undefined,
  to: Place,
  goneOn = false,
): Promise<void> {
  const there = await to.read()
  if (text === undefined || text === there || (goneOn && there !== undefined)) return
  if (!(await to.swap(undefined, text)))
    throw new CandourError('store/holds-other', { place: what, why: 'another text is there' })
}

/** Who has written there as well since is told where they wrote last. */
async function moveContacts(from: Contacts, to: Contacts): Promise<void> {
  for (const person of await from.people())
    await to.change(person, (now) => now ?? from.last(person))
}
