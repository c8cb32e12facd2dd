import type { HttpReply, Route } from '../http/route.ts'
import type { Visit } from './door.ts'
import { type Fault, type Fields, readingOf } from './fields.ts'
import { type House, refusedForm } from './house.ts'
import { emergencyBody } from './pages/emergency.ts'
import { pathOf } from './pages/scene.ts'

/** To read, for an hour and with a reason, what is a colleague's; and to look into that. */
export function emergencyRoutes(house: House): readonly Route[] {
  const { desk, door, page, go } = house
  const again = (visit: Visit, fields: Fields, faults: readonly Fault[]): HttpReply => {
    const kept = { form: 'emergency', fields, faults }
    const body = emergencyBody(visit.session.token, kept)
    return page(visit, 'Open in an emergency', body, refusedForm(kept))
  }
  return [
    door.shows('/desk/emergency', async (visit) =>
      page(visit, 'Open in an emergency', emergencyBody(visit.session.token)),
    ),
    door.takes('/desk/emergency', async (visit, fields) => {
      const reading = readingOf(fields)
      const given = {
        name: reading.text('name', 'Say their full name'),
        'birth-date': reading.date('birth-date'),
        reason: reading.text('reason', 'Say why it cannot wait'),
      }
      if (reading.faults.length > 0) return again(visit, fields, reading.faults)
      const { ok, said, consultation } = await desk.openInEmergency(visit.session.by, given)
      if (!ok || !consultation) return again(visit, fields, [{ field: '', says: said }])
      return go(visit, pathOf(consultation), said)
    }),
    door.takes('/desk/c/:id/looked-into', async (visit) => {
      const { id = '' } = visit.request.params
      const { said } = await desk.lookInto(visit.session.by, id)
      return go(visit, pathOf(id), said)
    }),
  ]
}
