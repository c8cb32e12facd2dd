import { READ_HOW, type ReadsAsked, type ReadsView } from '../../bot/views/reads.ts'
import type { HttpRequest, Route } from '../http/route.ts'
import { csv } from './csv.ts'
import type { House } from './house.ts'
import { file } from './page.ts'
import { accessBody, PERIODS } from './pages/access.ts'

/** How many stand on one page; a file has them all. */
const A_PAGE = 100

/** Who of the clinic read what, on a page and as a file. Asking for either is a reading too. */
export function accessRoutes(house: House): readonly Route[] {
  const { desk, door } = house
  return [
    door.shows('/desk/access', async (visit) => {
      const asked = askedIn(visit.request)
      const view = await desk.reads(visit.session.by, asked)
      if (!view) return house.nowhere(visit)
      return house.page(visit, 'Who read what', accessBody(view, asked), { here: 'access' })
    }),
    door.shows('/desk/access/csv', async (visit) => {
      const asked = { ...askedIn(visit.request), from: 0, most: Infinity }
      const view = await desk.reads(visit.session.by, asked)
      if (!view) return house.nowhere(visit)
      const bytes = new TextEncoder().encode(csvOf(view))
      return file(bytes, 'who-read-what.csv', 'text/csv; charset=utf-8')
    }),
  ]
}

/** An id of ours, or of nobody: whatever else stands in an address is left out. */
const ID = /^[\w:.-]{1,100}$/

function askedIn({ query }: HttpRequest): ReadsAsked {
  const { by = '', of = '', how, page, months } = query
  return {
    months: PERIODS.find(([one]) => String(one) === months)?.[0] ?? PERIODS[0][0],
    by: ID.test(by) ? by : undefined,
    consultation: ID.test(of) ? of : undefined,
    how: READ_HOW.find((one) => one === how),
    from: /^\d{1,5}$/.test(page ?? '') ? Number(page) * A_PAGE : 0,
    most: A_PAGE,
  }
}

const HEAD = ['When', 'Who', 'Role', 'What', 'How', 'Consultation']

/** Without names of patients: a file goes further than a page, and each number leads to its page. */
function csvOf({ lines }: ReadsView): string {
  const rows = lines.map(({ at, who, role, what, how = '', consultation = '' }) => {
    return [at, who, role, what, how, consultation]
  })
  return csv([HEAD, ...rows])
}
