import type { LinkRow } from '../../bot/ports.ts'
import type { HttpReply, Route } from '../http/route.ts'
import { askedOf, keepingOf } from './acts.ts'
import type { Visit } from './door.ts'
import { type Fault, type Fields, readingOf } from './fields.ts'
import { type House, refusedForm } from './house.ts'
import { caseBody } from './pages/case.ts'
import { image } from './image.ts'
import { pathOf, type Scene } from './pages/scene.ts'
import { timelineBody } from './pages/timeline.ts'
import { recordRoutes } from './record.ts'
import { WRITTEN_WAYS } from './words.ts'

/** One consultation: its page, its acts, its record. */
export function consultationRoutes(house: House): readonly Route[] {
  const { desk, door } = house
  const show = shower(house)
  const path = '/desk/c/:id'

  return [
    door.shows(path, (visit) => show(visit)),
    ...recordRoutes(house, path),
    door.shows(`${path}/timeline`, async (visit) => {
      const view = await desk.look(visit.session.by, idOf(visit))
      if (!view) return house.missing(visit)
      return house.page(visit, `What happened: ${view.who}`, timelineBody(view))
    }),
    door.shows(`${path}/drawing/:open/:page`, async (visit) => {
      const { open = '', page = '' } = visit.request.params
      const wanted = { open, page: Number(page) }
      const svg = await desk.drawing(visit.session.by, idOf(visit), wanted)
      return svg === undefined ? house.missing(visit) : image(svg)
    }),
    door.shows(`${path}/written-information`, async (visit) => {
      const page = await desk.written(visit.session.by, idOf(visit))
      if (!page) return house.missing(visit)
      const back = { href: pathOf(idOf(visit)), label: 'Back to the consultation' }
      return house.printed(page, { words: WRITTEN_WAYS[page.way], back })
    }),
    door.takes(`${path}/find`, async (visit, fields) => {
      const reading = readingOf(fields)
      const query = reading.text('query', 'Type a name or part of it')
      const { faults } = reading
      if (faults.length > 0) return show(visit, { kept: { form: 'find', fields, faults } })
      return show(visit, { found: await desk.persons(visit.session.by, query), query })
    }),
    door.takes(`${path}/act`, taker(house, show)),
    door.takes(`${path}/keeping`, keeper(house, show)),
  ]
}

type More = Pick<Scene, 'kept' | 'found' | 'query'>
type Show = (visit: Visit, more?: More) => Promise<HttpReply>

function shower(house: House): Show {
  const { desk, people, premises = [], treatments, clocks } = house
  return async (visit, more = {}) => {
    const view = await desk.look(visit.session.by, idOf(visit))
    if (!view) return house.missing(visit)
    const { session } = visit
    const keeping = await desk.keeping(session.by, idOf(visit))
    const now = clocks.clock()
    const body = caseBody({ view, session, people, premises, treatments, now, keeping, ...more })
    return house.page(visit, view.who, body, more.kept && refusedForm(more.kept))
  }
}

function taker(house: House, show: Show) {
  const { desk } = house

  const again = async (visit: Visit, fields: Fields, faults: readonly Fault[]) => {
    const query = fields.one('query')
    // The persons that were found are asked for again: a form does not carry them.
    const found = query === '' ? undefined : await desk.persons(visit.session.by, query)
    return show(visit, { kept: { form: fields.one('form'), fields, faults }, found, query })
  }

  // Opening the signing and making its link are one act: neither is of use alone.
  const link = async (visit: Visit, fields: Fields, purpose: LinkRow['purpose']) => {
    const consultation = idOf(visit)
    const { ok, said, secret } = await desk.makeLink(visit.session.by, consultation, purpose)
    if (!ok || !secret) return again(visit, fields, [{ field: '', says: said }])
    return house.once(visit, { purpose, secret, consultation, said })
  }

  return async (visit: Visit, fields: Fields): Promise<HttpReply> => {
    const type = fields.one('act')
    if (type === 'make-link')
      return link(visit, fields, fields.one('for') === 'tablet' ? 'tablet' : 'continue')
    if (type === 'open-signing') return link(visit, fields, 'sign')
    const asked = askedOf(fields, house)
    if (!asked.ok) return again(visit, fields, asked.faults)
    const { ok, said } = await desk.act(visit.session.by, idOf(visit), asked.act)
    if (!ok) return again(visit, fields, [{ field: '', says: said }])
    return house.go(visit, pathOf(idOf(visit)), said)
  }
}

/** After an erasure there is no page to go back to. */
function keeper({ desk, go }: House, show: Show) {
  return async (visit: Visit, fields: Fields): Promise<HttpReply> => {
    const asked = keepingOf(fields)
    const again = (faults: readonly Fault[]) =>
      show(visit, { kept: { form: fields.one('form'), fields, faults } })
    if (!asked.ok) return again(asked.faults)
    const { ok, said } = await desk.keep(visit.session.by, idOf(visit), asked.act)
    if (!ok) return again([{ field: '', says: said }])
    return go(visit, asked.act['type'] === 'erase' ? '/desk' : pathOf(idOf(visit)), said)
  }
}

function idOf({ request }: Visit): string {
  return request.params['id'] ?? ''
}
