import type { Route } from '../http/route.ts'
import { invitationOf } from './acts.ts'
import type { Visit } from './door.ts'
import { mayInvite } from './session.ts'
import type { Fault, Fields } from './fields.ts'
import { type House, refusedForm } from './house.ts'
import { inviteBody, type Known, notYours, sentBefore } from './pages/invite.ts'
import { SAFE_CONTACTS } from './words.ts'

/** A person, a consultation and a one-use link, made by the desk. */
export function invitationRoutes(house: House): readonly Route[] {
  const { desk, door, sent, treatments } = house

  const again = async (visit: Visit, fields: Fields, faults: readonly Fault[]) => {
    const kept = { form: 'invite', fields, faults }
    const known = await knownBy(house, visit, fields.one('known-from'))
    const body = inviteBody(visit.session.token, { kept, known, once: sent.key(), treatments })
    return house.page(visit, 'Invite', body, { here: 'invite', ...refusedForm(kept) })
  }

  /** Whoever signed in again meanwhile is still who sent it. A form of an older page has no key. */
  const taken = ({ session: { by } }: Visit, key: string, invitation: unknown) => {
    const invite = () => desk.invite(by, invitation)
    return key === '' ? invite() : sent.once(`${by.id} ${key}`, invite)
  }

  return [
    door.shows('/desk/invite', async (visit) => {
      if (!mayInvite(visit.session)) {
        return house.page(visit, 'Invite', notYours, { status: 403 })
      }
      const from = visit.request.query['known']
      const known = await knownBy(house, visit, from)
      if (from !== undefined && !known) return house.missing(visit)
      const body = inviteBody(visit.session.token, { known, once: sent.key(), treatments })
      return house.page(visit, 'Invite', body, { here: 'invite' })
    }),
    door.takes('/desk/invite', async (visit, fields) => {
      const { faults, invitation } = invitationOf(fields, treatments)
      if (faults.length > 0) return again(visit, fields, faults)
      const made = await taken(visit, fields.one('once'), invitation)
      if (made === 'before')
        return house.page(visit, 'Invited already', sentBefore, { status: 409 })
      const { ok, said, secret, consultation, young } = made
      if (!ok) return again(visit, fields, [{ field: '', says: said }])
      if (!secret || !consultation) return house.go(visit, '/desk', said)
      const safeWay = safeWayOf(fields)
      return house.once(visit, { purpose: 'invite', secret, consultation, said, safeWay, young })
    }),
  ]
}

/** Somebody the clinic knows, by one of their consultations. */
async function knownBy(
  { desk }: House,
  visit: Visit,
  id: string | undefined,
): Promise<Known | undefined> {
  const view = id ? await desk.look(visit.session.by, id) : undefined
  const { name, birthDate } = view?.person ?? {}
  return id && name && birthDate ? { from: id, name, birthDate } : undefined
}

/** The way just written down, for whoever now hands over the link. */
function safeWayOf(fields: Fields): string {
  const way = SAFE_CONTACTS[fields.one('safe-contact') as keyof typeof SAFE_CONTACTS]
  return [way, fields.one('safe-contact-details')].filter(Boolean).join(', ')
}
