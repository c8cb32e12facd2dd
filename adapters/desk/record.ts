import type { HttpReply, Route } from '../http/route.ts'
import type { Visit } from './door.ts'
import { fieldsOf, type Kept, readingOf } from './fields.ts'
import { type House, refusedForm } from './house.ts'
import { file } from './page.ts'
import { recordBody } from './pages/record.ts'
import { pathOf } from './pages/scene.ts'
import { SUMMARY_WAYS } from './words.ts'

/** The record of one consultation, and the files that are made of it. */
export function recordRoutes(house: House, path: string): readonly Route[] {
  const { desk, door } = house
  const show = shower(house)

  const given = async (visit: Visit, form: string, asked?: string): Promise<HttpReply> => {
    const made = await desk.pack(visit.session.by, idOf(visit), asked)
    if (made.ok && made.file) return file(made.file, made.name ?? 'record.zip', 'application/zip')
    return refusedAs(visit, form, made.said)
  }
  const refusedAs = (visit: Visit, form: string, says: string) =>
    show(visit, { form, fields: fieldsOf({}), faults: [{ field: '', says }] })

  return [
    door.shows(`${path}/record`, (visit) => show(visit)),
    door.takes(`${path}/pack`, (visit) => given(visit, 'pack')),
    door.takes(`${path}/summary`, async (visit) => {
      const { ok, said, page } = await desk.summary(visit.session.by, idOf(visit))
      if (!ok || !page) return refusedAs(visit, 'summary', said)
      const back = { href: pathOf(idOf(visit)), label: 'Back to the consultation' }
      return house.summaryPrinted(page, { words: SUMMARY_WAYS[page.way ?? 'unasked'], back })
    }),
    door.takes(`${path}/restricted-pack`, (visit, fields) =>
      given(visit, 'restricted-pack', fields.one('asked')),
    ),
    door.takes(`${path}/ask-restricted-pack`, async (visit, fields) => {
      const reading = readingOf(fields)
      const reason = reading.text('reason', 'Say why the file is needed')
      const { faults } = reading
      if (faults.length > 0) return show(visit, { form: 'ask-restricted-pack', fields, faults })
      const act = { type: 'ask-restricted-pack', reason }
      const done = await desk.act(visit.session.by, idOf(visit), act)
      if (!done.ok) return refusedAs(visit, 'ask-restricted-pack', done.said)
      return house.go(visit, pathOf(idOf(visit), '/record'), done.said)
    }),
  ]
}

const idOf = ({ request }: Visit): string => request.params['id'] ?? ''

function shower(house: House) {
  return async (visit: Visit, kept?: Kept): Promise<HttpReply> => {
    const { request, session } = visit
    const record = await house.desk.records(session.by, idOf(visit))
    if (!record) return house.missing(visit)
    const body = recordBody(record, request.query['all'] === '1', session.token, kept)
    return house.page(visit, `Record: ${record.who}`, body, kept && refusedForm(kept))
  }
}
