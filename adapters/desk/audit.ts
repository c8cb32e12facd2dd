import type { AuditTable } from '../../bot/views/audit.ts'
import type { Route } from '../http/route.ts'
import { csv } from './csv.ts'
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

export function csvOf({ of, rows }: AuditTable): string {
  return csv([[of, 'How many'], ...rows.map(({ label, band }) => [label, band.words])])
}
