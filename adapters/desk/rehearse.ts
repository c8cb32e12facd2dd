import type { HttpReply, Route } from '../http/route.ts'
import type { Visit } from './door.ts'
import { type Fields, readingOf } from './fields.ts'
import type { House } from './house.ts'
import { refusedForm } from './house.ts'
import type { Rehearsed } from './options.ts'
import { rehearsalBody, rehearsalsBody } from './pages/rehearse.ts'

/**
 * Any pathway with made-up answers. It asks nothing of Candour's desk: so there is nobody's data in
 * it, and nothing that it could put on record.
 */
export function rehearseRoutes(house: House): readonly Route[] {
  const { door, rehearsals } = house
  const path = '/desk/rehearse/:pathway'
  const nameOf = ({ request }: Visit) => request.params['pathway'] ?? ''
  const show = (visit: Visit, walk: Rehearsed | undefined): HttpReply =>
    walk
      ? house.page(visit, 'A rehearsal', rehearsalBody(walk, visit.session.token))
      : house.nowhere(visit)

  return [
    door.shows('/desk/rehearse', async (visit) =>
      house.page(visit, 'Rehearse', rehearsalsBody(rehearsals.all)),
    ),
    door.shows(path, async (visit) => show(visit, rehearsals.walk(nameOf(visit), '[]'))),
    door.takes(path, async (visit, fields) => {
      const so = fields.one('so')
      const here = rehearsals.walk(nameOf(visit), so)
      if (!here) return house.nowhere(visit)
      const { values, faults } = madeUp(fields, here)
      if (faults.length === 0) {
        const answer = { event: fields.one('event'), values }
        return show(visit, rehearsals.walk(nameOf(visit), so, answer))
      }
      const kept = { form: 'rehearse', fields, faults }
      const body = rehearsalBody(here, visit.session.token, kept)
      return house.page(visit, 'A rehearsal', body, refusedForm(kept))
    }),
  ]
}

/** The values of an answer that is more than a choice. */
function madeUp(fields: Fields, { kind, options }: Rehearsed) {
  const reading = readingOf(fields)
  const answered = fields.one('event') === 'answered'
  if (!answered || kind === 'choice' || kind === 'private') return { values: [], faults: [] }
  const values =
    kind === 'date'
      ? [reading.date('value')]
      : options.length > 0
        ? fields.all('value')
        : [reading.text('value', 'Make up an answer')]
  return { values, faults: reading.faults }
}
