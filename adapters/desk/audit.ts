import type { AuditTable } from '../../bot/views/audit.ts'
import type { Route } from '../http/route.ts'
import type { House } from './house.ts'
import { file } from './page.ts'
import { auditBody, NOT_YOURS } from './pages/audit.ts'

/** Counts of the whole clinic, and each of them as a file: the same bands in both. */
export function auditRoutes(house: House): readonly Route[] {
  const { desk, door } = house
  return [
    door.shows('/desk/audit', async (visit) => {
      const view = await desk.audit(visit.session.by)
      if (!view) return house.page(visit, 'Audit', NOT_YOURS, { status: 403 })
      return house.page(visit, 'Audit', auditBody(view), { here: 'audit' })
    }),
    door.shows('/desk/audit/:table', async (visit) => {
      const view = await desk.audit(visit.session.by)
      const found = view?.tables.find(({ id }) => id === visit.request.params['table'])
      if (!view || !found) return house.nowhere(visit)
      const name = `audit-${found.id}-${view.year}.csv`
      return file(new TextEncoder().encode(csvOf(found)), name, 'text/csv; charset=utf-8')
    }),
  ]
}

/** RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvOf({ of, rows }: AuditTable): string {
  const lines = [[of, 'How many'], ...rows.map(({ label, band }) => [label, band.words])]
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
