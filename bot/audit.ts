import type { Actor } from '../machines/contract.ts'
import { dayOf } from '../machines/time.ts'
import type { Cases } from './cases.ts'
import type { Parts } from './case.ts'
import { each } from './each.ts'
import { nameOf } from './house.ts'
import { auditOf } from './show/audit.ts'
import { readsAudit } from './show/who.ts'
import type { AuditView } from './views/audit.ts'
import type { Place } from './visitors.ts'

interface House {
  readonly parts: Parts
  readonly cases: Cases
  readonly place: Place
}

/**
 * What the clinic may count of itself. It costs what reading every consultation of the clinic
 * costs once, as the list of what waits does, and besides the open records of those whose patient
 * withdrew: with them goes the question that they left at. Nothing is kept ready for it.
 */
export async function audit(house: House, viewer: Actor): Promise<AuditView | undefined> {
  if (!readsAudit(viewer)) return undefined
  const { parts, cases, place } = house
  const rows = await parts.store.consultations(place.clinic)
  const found = await each(parts, rows, (id) => cases.find(id))
  const all = found.flatMap((one) => (one && !one.now.facts.author ? [one.now] : []))
  const gone = all.filter(({ state }) => state === 'withdrawn')
  const left = await each(parts, gone, (id) => leftAt(house, id))
  const counted = { all, leftAt: left.flatMap((one) => one ?? []) }
  return auditOf(parts.words, counted, viewer, dayOf(parts.clocks.clock()))
}

/** The question that was last before the patient who withdrew, as `enquiry/reason`. */
async function leftAt({ parts, cases }: House, id: string): Promise<string | undefined> {
  const { house } = parts.words
  const isPatients = (name: string) =>
    Object.values(house.pathways).some((one) => nameOf(one.id) === name && one.role === 'patient')
  for (const { stream, after } of (await cases.payloads(id)).toReversed()) {
    if (stream !== 'open') continue
    const asked = after.asks.flatMap((ask) => {
      const [, name = '', state = ''] = /^([^#]+)#\d+\/([^/]+)\//.exec(ask) ?? []
      return isPatients(name) ? [`${name}/${state}`] : []
    })
    if (asked[0]) return asked[0]
  }
  return undefined
}
